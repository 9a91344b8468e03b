"""What the text of a date says: how precisely, and what it covers."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from photocat.dates.pieces import Piece
from photocat.errors import BadDate


class Precision(StrEnum):
    """How finely a date was stated, from fine to coarse."""

    SUBSECOND = "subsecond"
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    """Any sub-year grouping: season, quarter, quadrimester, semester."""
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    """A thousand years or more, up to the wholly unspecified year ``XXXX``."""
    MASK = "mask"
    """Some digits are known and others not, in no order of size: ``XXXX-12-13``, ``1560-XX-25``."""
    INTERVAL = "interval"
    SET = "set"


class Reading(NamedTuple):
    """What a text says, before it is a value."""

    text: str
    """Canonical."""
    pieces: tuple[Piece, ...]
    earliest: int
    latest: int
    utc_offset: int | None
    precision: Precision


def bad_date(whole: str, position: int, reason: str) -> BadDate:
    """The error that says where, counted from 1, and why a text is no date."""
    return BadDate(whole, f"{reason}, at position {position + 1}")
