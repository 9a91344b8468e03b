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
    if not text:
        raise BadDate(text, "it is blank")
    reading = _read_any(text) if len(text) <= LONGEST else None
    if reading is None or len(reading.text) > LONGEST:
        raise BadDate(f"{text[:40]}…", f"longer than {LONGEST} characters")
    return reading


@lru_cache(maxsize=4096)
def pieces_of(text: str) -> tuple[Piece, ...]:
    """What a canonical text covers."""
    return read_expression(text).pieces


def _read_any(text: str) -> Reading:
    if text[0] in "[{":
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    return read_date(text, text, 0)


def _read_interval(text: str) -> Reading:
    first, _, last = text.partition("/")
    if not first and not last:
        raise bad_date(text, 0, "an interval with both ends unknown says nothing")
    return _read_range(first, "/", last, text, 0)


def _read_range(first: str, mark: str, last: str, whole: str, at: int) -> Reading:
    """From one date to another, with what marks a range between them; both stand ``at`` a place."""
    after = at + len(first) + len(mark)
    start = None if first in ("", "..") else read_date(first, whole, at)
    end = None if last in ("", "..") else read_date(last, whole, after)
    piece, bounds = _between(start, end, whole, after)
    return Reading(
        f"{start.text if start else first}{mark}{end.text if end else last}",
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
    """``[…]``: one of these; ``{…}``: all of these. What they cover is the same."""
    if len(text) < 3 or text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise bad_date(text, len(text) - 1, "a set holds dates and is closed")
    written = text[1:-1].split(",")
    members: list[Reading] = []
    at = 1
    for index, member in enumerate(written):
        first, last = index == 0, index == len(written) - 1
        members.append(_read_member(member, text, at, first, last))
        at += len(member) + 1
    return Reading(
        f"{text[0]}{','.join(member.text for member in members)}{text[-1]}",
        tuple(piece for member in members for piece in member.pieces),
        min(member.earliest for member in members),
        max(member.latest for member in members),
        _common_offset(members),
        Precision.SET,
    )


def _read_member(written: str, whole: str, at: int, is_first: bool, is_last: bool) -> Reading:
    """A date, or a range ``1670..1672`` of which a set's first and last member may be open."""
    at += len(written) - len(written.lstrip(" "))
    first, dots, last = written.strip(" ").partition("..")
    if not dots:
        return read_date(first, whole, at)
    if not first and not last:
        raise bad_date(whole, at, "a range has a first or a last date")
    if not first and not is_first:
        raise bad_date(whole, at, "only the first member may be open at its beginning")
    if last.startswith("."):
        raise bad_date(whole, at + len(first), "a range has two dots")
    if not last and not is_last:
        raise bad_date(whole, at, "only the last member may be open at its end")
    return _read_range(first, "..", last, whole, at)
