"""What EDTF texts are in the calendar: the day they name, its weekday, the days around it.

Texts may lack their year (``XXXX-12-13``); what is no day makes None.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def full_day(edtf: str) -> date | None:
    """The day that a text is; None where it is no full day."""
    match = _FULL.fullmatch(edtf)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def last_day(edtf: str) -> date | None:
    """The last day of a day, a month or a year."""
    day = full_day(edtf[:10])
    if day is not None:
        return day
    if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", edtf):
        year, month = int(edtf[:4]), int(edtf[5:7])
        following = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else date.max
        return following - timedelta(days=1)
    return date(int(edtf), 12, 31) if re.fullmatch(r"\d{4}", edtf) and edtf != "0000" else None


def middle_of(edtf: str) -> date | None:
    """A day itself, the 15th of a month, the middle of a season north of the equator."""
    match = _MONTH_OR_SEASON.fullmatch(edtf)
    if match is None:
        return full_day(edtf)
    number = int(match[2])
    return date(int(match[1]), number if number <= 12 else _SEASONS[number - 21], 15)


_MONTH_OR_SEASON = re.compile(r"(\d{4})-(0[1-9]|1[0-2]|2[1-4])")
_SEASONS = (4, 7, 10, 12)
"""The month amid each season, spring first."""


def weekday_of(edtf: str) -> int | None:
    """0 for Monday; None where the text is no full day."""
    day = full_day(edtf)
    return None if day is None else day.weekday()


def days_before(edtf: str, days: int) -> str | None:
    """The day that was so many days before; None where the text is no full day."""
    day = full_day(edtf)
    return None if day is None else (day - timedelta(days=days)).isoformat()


def is_day(edtf: str) -> bool:
    """Whether it names a day, be its year stated or not."""
    return len(edtf) == 10


def in_year(edtf: str, year: int) -> date | None:
    """The day, or the first of the month, in a year; of a range its first day."""
    figures = re.findall(r"\d\d", edtf[4:])
    try:
        return date(year, int(figures[0]), int(figures[1]) if len(figures) > 1 else 1)
    except ValueError:
        return None


def next_day(edtf: str, weekday: int | None, after: date) -> str | None:
    """A full day that is no earlier than another, or the next of its weekday: ``Wed., Nov. 8``."""
    day = full_day(edtf)
    if day is not None:
        return edtf if day >= after else None
    if weekday is None or not edtf.startswith("XXXX") or not is_day(edtf):
        return None
    for year in (after.year, after.year + 1):
        near = in_year(edtf, year)
        if near and after <= near <= after + _A_YEAR and near.weekday() == weekday:
            return near.isoformat()
    return None


_A_YEAR = timedelta(days=365)
