"""Dates that keep the precision they were stated in: EDTF with bounds, and the carriers' dates."""

from photocat.dates.carriers import Refusal, Refused, read_exif_date, read_iim_date, read_xmp_date
from photocat.dates.edtf import Edtf
from photocat.dates.moments import MAX_MOMENT, MIN_MOMENT, format_moment, parse_moment
from photocat.dates.query import parse_query_date
from photocat.dates.reading import Precision

__all__ = [
    "MAX_MOMENT",
    "MIN_MOMENT",
    "Edtf",
    "Precision",
    "Refusal",
    "Refused",
    "format_moment",
    "parse_moment",
    "parse_query_date",
    "read_exif_date",
    "read_iim_date",
    "read_xmp_date",
]
