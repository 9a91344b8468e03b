"""The grammar of whole EDTF expressions: one date, an interval of two, or a set.

Levels 1 and 2 of the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2:2019). Beyond
the profile, as ISO 8601 itself has it, the ends of an interval may be date-times.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from photocat.dates.moments import MAX_MOMENT, MIN_MOMENT
from photocat.dates.pieces import (
    LEAP_YEAR,
    Mask,
    Piece,
    Stretch,
    day_bit,
    highest_day,
    lowest_day,
    mask_bounds,
)
from photocat.dates.reading import Precision, Reading, bad_date
from photocat.dates.single import read_date
from photocat.errors import BadDate

LONGEST = 1_000
"""Characters that an expression may have."""


def read_expression(text: str) -> Reading:
    """What an EDTF expression says. Raises ``BadDate``; time and memory are linear in the text."""
    text = text.strip(" \t\r\n")
    if len(text) > LONGEST:
        raise BadDate(f"{text[:40]}…", f"longer than {LONGEST} characters")
    if not text:
        raise BadDate(text, "it is blank")
    if text[0] in "[{":
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    return read_date(text, text, 0)


@lru_cache(maxsize=4096)
def pieces_of(text: str) -> tuple[Piece, ...]:
    """What a canonical text covers."""
    return read_expression(text).pieces


def _read_interval(text: str) -> Reading:
    first, _, last = text.partition("/")
    if not first and not last:
        raise bad_date(text, 0, "an interval with both ends unknown says nothing")
    start = None if first in ("", "..") else read_date(first, text, 0)
    end = None if last in ("", "..") else read_date(last, text, len(first) + 1)
    piece, bounds = _between(start, end, text, len(first) + 1)
    return Reading(
        f"{start.text if start else first}/{end.text if end else last}",
        (piece,),
        *bounds,
        _common_offset([date for date in (start, end) if date]),
        Precision.INTERVAL,
    )


def _between(
    start: Reading | None, end: Reading | None, whole: str, at: int
) -> tuple[Piece, Stretch]:
    """From the beginning of one date to the end of another.

    Where both leave the whole year open (``XXXX-12-28/XXXX-01-03``) it is those days of every year.
    """
    if start and end and len(start.pieces) == len(end.pieces) == 1:
        one, other = start.pieces[0], end.pieces[0]
        if isinstance(one, Mask) and isinstance(other, Mask) and one.years == other.years == "XXXX":
            return _between_days(one, other)
    earliest = start.earliest if start else MIN_MOMENT
    latest = end.latest if end else MAX_MOMENT
    if earliest > latest:
        raise bad_date(whole, at, "the interval ends before it begins")
    stretch = Stretch(earliest, latest)
    return stretch, stretch


def _between_days(one: Mask, other: Mask) -> tuple[Piece, Stretch]:
    first, last = day_bit(*lowest_day(one.days)), day_bit(*highest_day(other.days))
    bits = -first & (2 * last - 1) if first <= last else -first | (2 * last - 1)
    mask = Mask("XXXX", bits & LEAP_YEAR)
    return mask, mask_bounds(mask)


def _common_offset(dates: Iterable[Reading]) -> int | None:
    offsets = {date.utc_offset for date in dates}
    return offsets.pop() if len(offsets) == 1 else None


def _read_set(text: str) -> Reading:
    """``[…]``: one of these; ``{…}``: all of these. Both may have been on any of their days."""
    if len(text) < 3 or text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise bad_date(text, len(text) - 1, "a set holds dates and is closed")
    members = text[1:-1].split(",")
    written: list[str] = []
    pieces: list[Piece] = []
    bounds: list[Stretch] = []
    dates: list[Reading] = []
    at = 1
    for index, member in enumerate(members):
        date = member.strip(" ")
        begin = at + len(member) - len(member.lstrip(" "))
        first, dots, last = date.partition("..")
        if not dots:
            reading = read_date(date, text, begin)
            dates.append(reading)
            written.append(reading.text)
            pieces.extend(reading.pieces)
            bounds.append(Stretch(reading.earliest, reading.latest))
        else:
            if not first and not last:
                raise bad_date(text, begin, "a range has a first or a last date")
            if not first and index > 0:
                raise bad_date(text, begin, "only the first member may be open at its beginning")
            if not last and index < len(members) - 1:
                raise bad_date(text, begin, "only the last member may be open at its end")
            start = read_date(first, text, begin) if first else None
            end = read_date(last, text, begin + len(first) + 2) if last else None
            dates += [reading for reading in (start, end) if reading]
            written.append(f"{start.text if start else ''}..{end.text if end else ''}")
            piece, stretch = _between(start, end, text, begin)
            pieces.append(piece)
            bounds.append(stretch)
        at += len(member) + 1
    return Reading(
        f"{text[0]}{','.join(written)}{text[-1]}",
        tuple(pieces),
        min(stretch.earliest for stretch in bounds),
        max(stretch.latest for stretch in bounds),
        _common_offset(dates),
        Precision.SET,
    )
