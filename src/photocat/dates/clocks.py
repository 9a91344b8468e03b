"""Times that clocks show when nobody has set them."""

from __future__ import annotations

from typing import NamedTuple

from photocat.dates.edtf import Edtf
from photocat.dates.moments import HOUR, MINUTE, parse_moment
from photocat.dates.reading import Precision


class ClockDefault(NamedTuple):
    """A moment that is written where no time is known."""

    moment: str
    clock: str
    """Whose zero, limit or factory setting it is."""
    is_epoch: bool = False
    """Whether it is also seen shifted by a zone, because a program took it for UTC."""


CLOCK_DEFAULTS = (
    ClockDefault("0001-01-01T00:00:00", "the zero of .NET and Go"),
    ClockDefault("1601-01-01T00:00:00", "the zero of Windows file times"),
    ClockDefault("1899-12-30T00:00:00", "the zero of OLE and of spreadsheets"),
    ClockDefault("1900-01-01T00:00:00", "the zero of NTP and of databases"),
    ClockDefault("1904-01-01T00:00:00", "the zero of QuickTime and of old Macintoshes", True),
    ClockDefault("1970-01-01T00:00:00", "the zero of Unix", True),
    ClockDefault("1980-01-01T00:00:00", "the zero of DOS and FAT, and of cameras never set"),
    ClockDefault("1980-01-06T00:00:00", "the zero of GPS"),
    ClockDefault("2000-01-01T00:00:00", "the factory setting of many cameras"),
    ClockDefault("2001-01-01T00:00:00", "the zero of Apple's frameworks"),
    ClockDefault("2002-12-08T12:00:00", "a fixed value of Qualcomm's camera software on Android"),
    ClockDefault("2038-01-19T03:14:07", "the last second of a 32-bit Unix clock"),
    ClockDefault("9999-12-31T23:59:59", "the last second of .NET and of databases"),
)
"""A date alone is never taken for a default: people do date pictures 1 January 2000."""

_CLOCK_OF = {parse_moment(default.moment): default.clock for default in CLOCK_DEFAULTS}
_CLOCK_OF |= {
    parse_moment(default.moment) + hours * HOUR: default.clock
    for default in CLOCK_DEFAULTS
    if default.is_epoch
    for hours in range(-12, 15)
}
_TIMED = (Precision.SUBSECOND, Precision.SECOND, Precision.MINUTE)


def clock_default(date: Edtf) -> str | None:
    """Whose default a date with a time of day is, on the local clock or in UTC, if anybody's."""
    if date.precision not in _TIMED:
        return None
    return _CLOCK_OF.get(date.earliest) or _CLOCK_OF.get(
        date.earliest - (date.utc_offset or 0) * MINUTE
    )
