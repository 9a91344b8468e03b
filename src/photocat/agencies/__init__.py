"""Who sends pictures, what they call themselves in credits, and their habits: one line each."""

from photocat.agencies.agency import Agency, Kind
from photocat.agencies.delivery import DELIVERED, HAND_OUT, STOCK, WORLD, origin_of
from photocat.agencies.table import AGENCIES, agency_named

__all__ = [
    "AGENCIES",
    "DELIVERED",
    "HAND_OUT",
    "STOCK",
    "WORLD",
    "Agency",
    "Kind",
    "agency_named",
    "origin_of",
]
