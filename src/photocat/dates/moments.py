"""Moments: microseconds since 0001-01-01T00:00:00 in the proleptic Gregorian calendar.

A moment is the reading of a wall clock and a calendar in some unstated place ("floating" time): it
knows no zone. Years are astronomical, as in ISO 8601: 0000 is 1 BC, -0001 is 2 BC. Every moment
fits into a signed 64-bit integer.
"""

from __future__ import annotations

import re
from datetime import date

from photocat.errors import BadDate

MIN_MOMENT = -(2**63)
"""Before everything: the lower bound of what is open or unknown at its beginning."""
MAX_MOMENT = 2**63 - 1
"""After everything: the upper bound of what is open or unknown at its end."""

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_DAYS_IN_400_YEARS = 146_097
_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_MOMENT = re.compile(
    r"(-?[0-9]{4}|Y-?[0-9]{5,6})-([0-9]{2})-([0-9]{2})"
    r"T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{6}))?"
)


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month]


def day_start(year: int, month: int, day: int) -> int:
    """The first moment of a day that exists, in any year; not limited to 64 bits."""
    past = year - 1
    days = past * 365 + past // 4 - past // 100 + past // 400
    days += _DAYS_BEFORE_MONTH[month] + day - 1
    if month > 2 and is_leap(year):
        days += 1
    return days * DAY


def year_month_day(moment: int) -> tuple[int, int, int]:
    """The day in which a moment lies."""
    cycles, days = divmod(moment // DAY, _DAYS_IN_400_YEARS)
    day = date.fromordinal(days + 1)
    return day.year + 400 * cycles, day.month, day.day


def clamp(moment: int) -> int:
    """The nearest moment that 64 bits can hold: years beyond about ±290,000 share the two edges."""
    return max(MIN_MOMENT, min(MAX_MOMENT, moment))


def format_year(year: int) -> str:
    """A year as EDTF writes it: ``0044``, ``2016``, ``-0044``, ``Y170000002``."""
    if -9999 <= year <= 9999:
        return f"-{-year:04}" if year < 0 else f"{year:04}"
    return f"Y{year}"


def format_moment(moment: int) -> str | None:
    """``2016-03-31T23:59:59.999999``, without a fraction of zero; None for an open bound.

    Total: the two edges that stand for open and unknown bounds give None, everything between them
    text that ``parse_moment`` reads back. Texts of the years 0000 to 9999 sort as their moments do.
    """
    if moment in (MIN_MOMENT, MAX_MOMENT):
        return None
    year, month, day = year_month_day(moment)
    seconds, fraction = divmod(moment % DAY, SECOND)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    text = f"{format_year(year)}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    return f"{text}.{fraction:06}" if fraction else text


def parse_moment(text: str) -> int:
    """The moment that ``format_moment`` wrote. Raises ``BadDate`` for any other text."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise BadDate(text, "a moment is written 2016-03-31T23:59:59, with six or no decimals")
    year, month, day, hour, minute, second = (int(part.lstrip("Y")) for part in match.groups()[:6])
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise BadDate(text, "there is no such day")
    if hour > 23 or minute > 59 or second > 59:
        raise BadDate(text, "there is no such time of day")
    moment = day_start(year, month, day) + hour * HOUR + minute * MINUTE + second * SECOND
    moment += int(match[7] or 0)
    if format_year(year) != match[1] or not MIN_MOMENT < moment < MAX_MOMENT:
        raise BadDate(text, "there is no such year")
    return moment
