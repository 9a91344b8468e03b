"""Who sends pictures, what they call themselves in credits, and their habits: one line each."""

from photocat.agencies.table import AGENCIES, Agency, Kind, agency_named

__all__ = ["AGENCIES", "Agency", "Kind", "agency_named"]
