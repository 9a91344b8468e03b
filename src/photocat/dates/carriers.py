"""Dates as EXIF, IIM and XMP carry them, clean or dirty, to EDTF or to a reason.

One rule for all three: what is stated is kept and nothing is added. Zeros and blanks are unknown
parts, so ``20160300`` is March 2016. A part of the clock that cannot be (hour 24, second 60) is
dropped with all finer ones; a day that cannot be (30 February) refuses the whole. Zone names are no
offsets and are dropped. What is refused says why, and its raw text stays with whoever called.

- EXIF 2.32, 4.6.5 D and 4.6.6 (DateTime, SubSecTime, OffsetTime)
- IPTC-IIM 4.2, data sets 2:55, 2:60, 2:62, 2:63
- XMP part 1 (ISO 16684-1:2019), 8.2.1.2 Date
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from photocat.dates.clocks import clock_default
from photocat.dates.edtf import Edtf
from photocat.dates.expressions import LONGEST
from photocat.dates.moments import DAY, day_start
from photocat.errors import BadDate

Refusal = Literal["blank", "zero-date", "epoch-default", "impossible", "future", "not-a-date"]


@dataclass(frozen=True, slots=True)
class Refused:
    """A raw date that states no date, and why."""

    code: Refusal
    reason: str
    """For people: names the part that is wrong."""
    text: str
    """The raw text without its padding, at most 1,000 characters of it."""


def read_exif_date(
    text: str | bytes,
    subsec: str | bytes | None = None,
    offset: str | bytes | None = None,
    *,
    today: date | None = None,
) -> Edtf | Refused:
    """An EXIF date such as ``2016:03:31 23:59:59``, with its SubSecTime and OffsetTime tags.

    A fraction or an offset inside ``text`` goes before the tags. With ``today``, what lies more
    than a day after it is refused.
    """
    return _read(text, None, subsec, offset, today)


def read_iim_date(
    date_text: str | bytes,
    time_text: str | bytes | None = None,
    *,
    today: date | None = None,
) -> Edtf | Refused:
    """An IIM date ``CCYYMMDD`` with its time ``HHMMSS±HHMM``.

    IIM writes zeros for what cannot be determined, even the year: ``00001213`` is ``XXXX-12-13``.
    """
    return _read(date_text, time_text, None, None, today, year_may_be_unknown=True)


def read_xmp_date(text: str | bytes, *, today: date | None = None) -> Edtf | Refused:
    """An XMP date, ``2016``, ``2016-03``, ``2016-03-31T23:59:59.9+02:00``, or EDTF in its place."""
    plain = _plain(text)
    if not _is_empty(plain) and not plain.startswith("0000"):
        try:
            stated = Edtf.parse(plain)
        except BadDate:
            pass
        else:
            return _judge(stated, plain, today)
    return _read(text, None, None, None, today)


_DATE = re.compile(
    r"""([0-9]{4})                                              # a year, then perhaps
        (?: [:\-/.] ([0-9 ]{0,2})                               # a month or blanks,
            (?: [:\-/.] ([0-9 ]{0,2}) (?![0-9])                 # a day or blanks,
              | (?! [0-9] | [:\-/.][0-9] ) )                    # and never half a date
          | (?! [0-9] | [:\-/.][0-9] ) )""",
    re.VERBOSE,
)
_COMPACT_DATE = re.compile(
    r"""([0-9]{4}) ([0-9]{2})                                   # a year and a month,
        (?: ([0-9]{2}) (?= [0-9]{6}(?![0-9]) | [^0-9] | $ )     # a day, alone or with six digits,
          | (?! [0-9] ) )""",
    re.VERBOSE,
)
_CLOCK = re.compile(
    r"""[T :]{0,3}
        (?: ([0-9]{1,2}) [ ]?:[ ]? ([0-9]{1,2})                 # 9:03, 09:03:02, 09:03:02.5
            (?: [ ]?:[ ]? ([0-9]{1,2}) (?: [.,]([0-9]{1,12})[0-9]* )? )?
          | ([0-9]{2}) (?: ([0-9]{2}) ([0-9]{2})? )? )          # 09, 0903, 090302
        (?! [0-9] )""",
    re.VERBOSE | re.IGNORECASE,
)
_HALF_OF_DAY = re.compile(r" ?([AP])\.?M\b", re.IGNORECASE)
_OFFSET = re.compile(
    r" ?(?:(Z|UTC|GMT)\b|([+-][0-9]{1,2})(?::?([0-9]{2}))?(?![0-9]))", re.IGNORECASE
)
_SECOND_DATE = re.compile(r"[0-9]{4}")


class _Clock(NamedTuple):
    parts: tuple[str, ...] = ()
    """Two digits each of hour, minute and second, as far as stated and possible."""
    fraction: str | None = None
    offset: str = ""
    rest: str = ""
    """What follows it."""


def _plain(raw: str | bytes) -> str:
    text = raw.decode("latin-1") if isinstance(raw, bytes) else raw
    return text.partition("\0")[0].strip()


def _is_empty(text: str) -> bool:
    return not any(c.isalnum() for c in text) or not text.strip("0:-/.+TZ ")


def _read(
    raw: str | bytes,
    raw_time: str | bytes | None,
    raw_subsec: str | bytes | None,
    raw_offset: str | bytes | None,
    today: date | None,
    year_may_be_unknown: bool = False,
) -> Edtf | Refused:
    text = _plain(raw)
    if len(text) > LONGEST:
        return Refused("not-a-date", f"longer than {LONGEST} characters", text[:LONGEST])
    if not any(c.isalnum() for c in text):
        return Refused("blank", "it holds no digits", text)
    if _is_empty(text):
        return Refused("zero-date", "it is all zeros", text)
    match = _COMPACT_DATE.match(text) or _DATE.match(text)
    clock = _read_clock(text[match.end() :] if match else "")
    if match is None or _SECOND_DATE.search(clock.rest):
        return Refused("not-a-date", "it is not one date in the order year, month, day", text)
    year, month, day = ((part or "").strip().zfill(2) for part in match.groups())
    if year == "0000":
        if not year_may_be_unknown:
            return Refused("zero-date", "its year is 0000", text)
        year = "XXXX"
    if int(month) > 12:
        return Refused("impossible", f"there is no month {month}", text)
    stated = _date_text(year, month, day)
    if len(stated) == 10 and "X" not in stated:
        if not clock.parts and raw_time is not None:
            clock = _read_clock(_plain(raw_time))
        stated += _clock_text(clock, _plain(raw_subsec or ""), _plain(raw_offset or ""))
    try:
        return _judge(Edtf.parse(stated), text, today)
    except BadDate as error:
        return Refused("impossible", error.reason.partition(", at position")[0], text)


def _date_text(year: str, month: str, day: str) -> str:
    if day != "00":
        return f"{year}-{'XX' if month == '00' else month}-{day}"
    return year if month == "00" else f"{year}-{month}"


def _read_clock(text: str) -> _Clock:
    match = _CLOCK.match(text)
    if match is None:
        return _Clock(rest=text)
    hour, minute, second, fraction, *compact = match.groups()
    stated = [part.zfill(2) for part in ((hour, minute, second) if hour else compact) if part]
    at = match.end()
    half = _HALF_OF_DAY.match(text, at)
    if half and 1 <= int(stated[0]) <= 12:
        stated[0] = f"{int(stated[0]) % 12 + 12 * (half[1] in 'Pp'):02}"
        at = half.end()
    possible: list[str] = []
    for part, limit in zip(stated, (24, 60, 60), strict=False):
        if int(part) >= limit:
            break
        possible.append(part)
    offset = _OFFSET.match(text, at)
    return _Clock(
        tuple(possible),
        fraction,
        _offset_text(offset),
        text[offset.end() if offset else at :],
    )


def _clock_text(clock: _Clock, subsec: str, offset: str) -> str:
    if not clock.parts:
        return ""
    text = f"T{':'.join(clock.parts)}"
    if len(clock.parts) == 3:
        fraction = clock.fraction or (
            subsec[:12] if subsec.isdecimal() and subsec.isascii() else ""
        )
        text += f".{fraction}" if fraction else ""
    return text + (clock.offset or _offset_text(_OFFSET.match(offset)))


def _offset_text(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    if match[1]:
        return "Z"
    hours, minutes = match[2], match[3] or "00"
    if abs(int(hours)) > 23 or int(minutes) > 59:
        return ""
    return f"{hours[0]}{hours[1:].zfill(2)}:{minutes}"


def _judge(stated: Edtf, text: str, today: date | None) -> Edtf | Refused:
    clock = clock_default(stated)
    if clock:
        return Refused("epoch-default", f"{stated} is {clock}", text)
    if today is not None and stated.earliest >= _first_moment(today) + 2 * DAY:
        return Refused("future", f"{stated} lies after {today}", text)
    return stated


def _first_moment(day: date) -> int:
    return day_start(day.year, day.month, day.day)
