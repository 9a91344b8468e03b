"""What a date covers on the time line: stretches without a gap, and masks that repeat.

``2016-03`` is one stretch. ``XXXX-12-13`` is a mask: a day in every year from 0000 to 9999, with
nothing in between. ``[1667,1760-12]`` is two stretches. All questions about two dates are answered
here, exactly, without ever listing the ten thousand days of a mask.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from photocat.dates.moments import DAY, day_start, days_in_month, is_leap, year_month_day


class Stretch(NamedTuple):
    """Every moment from ``earliest`` to ``latest``, both included."""

    earliest: int
    latest: int


class Mask(NamedTuple):
    """The chosen days of every year whose digits fit."""

    years: str
    """Four digits or ``X``, with a minus sign before them for years before 0000."""
    days: int
    """One bit per day of the year, of which 1 January is the lowest; each month takes 31 bits."""


Piece = Stretch | Mask


def day_bit(month: int, day: int) -> int:
    """The bit of a day in ``Mask.days``."""
    return 1 << ((month - 1) * 31 + day - 1)


def _bits_of_year(year: int) -> int:
    return sum(day_bit(m, d) for m in range(1, 13) for d in range(1, days_in_month(year, m) + 1))


LEAP_DAY = day_bit(2, 29)
LEAP_YEAR = _bits_of_year(2000)
COMMON_YEAR = LEAP_YEAR & ~LEAP_DAY


def fits(pattern: str, digits: str) -> bool:
    """Whether digits fit a pattern of as many digits and ``X``."""
    return all(known in ("X", digit) for known, digit in zip(pattern, digits, strict=True))


def _year_fits(years: str, year: int) -> bool:
    text = f"{year:04}" if year >= 0 else f"-{-year:04}"
    return len(text) == len(years) and fits(years, text)


def days_in(mask: Mask, year: int) -> int:
    """The bits of the mask's days that exist in a year; none where the year does not fit."""
    if not _year_fits(mask.years, year):
        return 0
    return mask.days & (LEAP_YEAR if is_leap(year) else COMMON_YEAR)


def year_range(years: str) -> tuple[int, int]:
    """The first and the last year that can fit digits and ``X``, perhaps after a minus sign."""
    low, high = int(years.replace("X", "0")), int(years.replace("X", "9"))
    return (high, min(low, -1)) if years[0] == "-" else (low, high)


def has_a_day(mask: Mask) -> bool:
    """Whether any day of a mask exists."""
    low, high = year_range(mask.years)
    if mask.days & COMMON_YEAR:
        return low <= high
    return bool(mask.days) and any(days_in(mask, year) for year in range(low, high + 1))


def mask_bounds(mask: Mask) -> Stretch:
    """The first and the last moment of a mask that has a day."""
    low, high = year_range(mask.years)
    first = next(year for year in range(low, high + 1) if days_in(mask, year))
    last = next(year for year in range(high, low - 1, -1) if days_in(mask, year))
    month, day = lowest_day(days_in(mask, first))
    last_month, last_day = highest_day(days_in(mask, last))
    return Stretch(day_start(first, month, day), day_start(last, last_month, last_day) + DAY - 1)


def lowest_day(bits: int) -> tuple[int, int]:
    """Month and day of the first day among the bits."""
    month, day = divmod((bits & -bits).bit_length() - 1, 31)
    return month + 1, day + 1


def highest_day(bits: int) -> tuple[int, int]:
    """Month and day of the last day among the bits."""
    month, day = divmod(bits.bit_length() - 1, 31)
    return month + 1, day + 1


def overlap(one: Piece, other: Piece) -> bool:
    """Whether two pieces have a moment in common."""
    if isinstance(one, Mask):
        if isinstance(other, Mask):
            return _masks_overlap(one, other)
        return _mask_meets(one, other)
    if isinstance(other, Mask):
        return _mask_meets(other, one)
    return one.earliest <= other.latest and other.earliest <= one.latest


def covered(piece: Piece, cover: Sequence[Piece]) -> bool:
    """Whether every moment of a piece lies in a cover.

    Exact for a stretch covered by stretches or by one mask, and for a mask covered by one stretch
    or one mask. A cover that only several unlike pieces together would make answers no: what is
    called certain is certain.
    """
    stretches = [part for part in cover if isinstance(part, Stretch)]
    masks = [part for part in cover if isinstance(part, Mask)]
    if isinstance(piece, Mask):
        if any(_mask_in_mask(piece, mask) for mask in masks):
            return True
        return _stretch_in_stretches(mask_bounds(piece), stretches)
    return _stretch_in_stretches(piece, stretches) or any(
        _stretch_in_mask(piece, mask) for mask in masks
    )


def _years_of(stretch: Stretch, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The years from ``low`` to ``high`` that a stretch touches, with the bits of its days."""
    first, first_month, first_day = year_month_day(stretch.earliest)
    last, last_month, last_day = year_month_day(stretch.latest)
    for year in range(max(first, low), min(last, high) + 1):
        bits = LEAP_YEAR if is_leap(year) else COMMON_YEAR
        if year == first:
            bits &= -day_bit(first_month, first_day)
        if year == last:
            bits &= 2 * day_bit(last_month, last_day) - 1
        yield year, bits


def _mask_meets(mask: Mask, stretch: Stretch) -> bool:
    touched = _years_of(stretch, *year_range(mask.years))
    return any(mask.days & bits and _year_fits(mask.years, year) for year, bits in touched)


def _masks_overlap(one: Mask, other: Mask) -> bool:
    if len(one.years) != len(other.years):
        return False
    years = ""
    for a, b in zip(one.years, other.years, strict=True):
        if a != b and "X" not in (a, b):
            return False
        years += b if a == "X" else a
    return has_a_day(Mask(years, one.days & other.days))


def _mask_in_mask(mask: Mask, cover: Mask) -> bool:
    return (
        len(mask.years) == len(cover.years)
        and fits(cover.years, mask.years)
        and not mask.days & ~cover.days
    )


def _stretch_in_mask(stretch: Stretch, cover: Mask) -> bool:
    low, high = year_range(cover.years)
    first, _, _ = year_month_day(stretch.earliest)
    last, _, _ = year_month_day(stretch.latest)
    return (
        low <= first
        and last <= high
        and all(
            not bits & ~cover.days and _year_fits(cover.years, year)
            for year, bits in _years_of(stretch, low, high)
        )
    )


def _stretch_in_stretches(piece: Stretch, cover: Sequence[Stretch]) -> bool:
    reach = piece.earliest
    for part in sorted(cover):
        if part.earliest > reach:
            return False
        if part.latest >= piece.latest:
            return True
        reach = max(reach, part.latest + 1)
    return False
