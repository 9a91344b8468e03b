"""Dates as people type them into a search."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from photocat.dates.edtf import Edtf
from photocat.errors import BadDate

_AGO = re.compile(r"-([0-9]{1,5})([DWMY])")
_MONTH_DAY = re.compile(r"(?:--)?([0-9]{1,2})-([0-9]{1,2})")
_MONTH = re.compile(r"--([0-9]{1,2})")
_UNPADDED = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")


def parse_query_date(text: str, today: date | None = None) -> Edtf:
    """Read EDTF, or one of the shorter forms that are typed into a search.

    ======================  ==================================================================
    ``2016-3``              ``2016-03``; letters may be small: ``201x``
    ``12-13``, ``--12-13``  that day of any year, ``XXXX-12-13``; ``--12`` that month
    ``2015..2016``          from the first moment of 2015 to the last of 2016, ``2015/2016``
    ``..2016``, ``2016..``  open at one end
    ``12-24..01-06``        those days of any year
    ``-2w``, ``-2w..``      the day two weeks before ``today``, and from that day on; ``d w m y``
    ``today, yesterday``    as in ``yesterday..``
    ======================  ==================================================================

    Both ends of a range are included whole. ``today`` is needed by the last three only. Raises
    ``BadDate`` with the text as it was typed.
    """
    typed = text.strip()
    try:
        if ".." in typed and typed[0] not in "[{" and "/" not in typed:
            return _parse_range(typed, today)
        return Edtf.parse(_spell_out(typed, today))
    except BadDate as error:
        reason = error.reason
        if error.text.upper() != typed.upper():
            reason = f"{error.text}: {reason.partition(', at position')[0]}"
        raise BadDate(typed, reason) from None


def _parse_range(typed: str, today: date | None) -> Edtf:
    first, _, last = (part.strip() for part in typed.partition(".."))
    if not first and not last:
        raise BadDate(typed, "a range has a first or a last date")
    ends = [_spell_out(part, today) if part else ".." for part in (first, last)]
    for end in ends:
        if end != "..":
            Edtf.parse(end)
    if ends[0].startswith("XXXX") != ends[1].startswith("XXXX"):
        raise BadDate(typed, "a range needs the year at both ends or at neither")
    return Edtf.parse("/".join(ends))


def _spell_out(typed: str, today: date | None) -> str:
    word = typed.upper()
    ago = _AGO.fullmatch(word)
    if ago or word in ("TODAY", "YESTERDAY"):
        if today is None:
            raise BadDate(typed, "it needs to know what day it is today")
        count, unit = (int(ago[1]), ago[2]) if ago else (int(word == "YESTERDAY"), "D")
        return _before(today, count, unit, typed).isoformat()
    if match := _MONTH_DAY.fullmatch(word):
        return f"XXXX-{match[1]:0>2}-{match[2]:0>2}"
    if match := _MONTH.fullmatch(word):
        return f"XXXX-{match[1]:0>2}"
    if match := _UNPADDED.fullmatch(word):
        return "-".join(part.zfill(2) for part in match.groups() if part)
    return word


def _before(today: date, count: int, unit: str, typed: str) -> date:
    """The day so many days, weeks, months or years ago; the last of a month that is too short."""
    try:
        if unit in "DW":
            return today - timedelta(days=count * (7 if unit == "W" else 1))
        months = today.year * 12 + today.month - 1 - count * (12 if unit == "Y" else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(today.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        raise BadDate(typed, "it is before the year 1") from None
