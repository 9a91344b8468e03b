"""What a date covers on the time line: stretches without a gap, and masks that repeat.

``2016-03`` is one stretch. ``XXXX-12-13`` is a mask: a day in every year from 0000 to 9999, with nothing
in between. ``[1667,1760-12]`` is two stretches. All questions about two dates are answered here, exactly,
without ever listing the ten thousand days of a mask.
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


def mask_years(mask: Mask, first: int = -9999, last: int = 9999) -> Iterator[int]:
    """The years from ``first`` to ``last``, rising, that fit the mask and hold one of its days."""
    for year in range(max(first, -9999), min(last, 9999) + 1):
        if _fits(mask.years, year) and days_in(mask, year):
            yield year


def days_in(mask: Mask, year: int) -> int:
    """The bits of the mask's days that exist in a year."""
    return mask.days & (LEAP_YEAR if is_leap(year) else COMMON_YEAR)


def mask_bounds(mask: Mask) -> Stretch | None:
    """The first and the last moment of a mask; None where it holds no day that exists."""
    low, high = _year_range(mask.years)
    first = next(mask_years(mask, low, high), None)
    if first is None:
        return None
    last = next(y for y in range(high, low - 1, -1) if _fits(mask.years, y) and days_in(mask, y))
    month, day = _lowest(days_in(mask, first))
    last_month, last_day = _highest(days_in(mask, last))
    return Stretch(day_start(first, month, day), day_start(last, last_month, last_day) + DAY - 1)


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

    Exact for a stretch covered by stretches or by one mask, and for a mask covered by one stretch or
    one mask. A cover that only several unlike pieces together would make answers no: what is
    called certain is certain.
    """
    stretches = [part for part in cover if isinstance(part, Stretch)]
    masks = [part for part in cover if isinstance(part, Mask)]
    if isinstance(piece, Mask):
        if any(_mask_in_mask(piece, mask) for mask in masks):
            return True
        bounds = mask_bounds(piece)
        return bounds is not None and _stretch_in_stretches(bounds, stretches)
    return _stretch_in_stretches(piece, stretches) or any(
        _stretch_in_mask(piece, mask) for mask in masks
    )


def _fits(years: str, year: int) -> bool:
    text = f"{year:04}" if year >= 0 else f"-{-year:04}"
    return len(text) == len(years) and all(
        known in ("X", digit) for known, digit in zip(years, text, strict=True)
    )


def _year_range(years: str) -> tuple[int, int]:
    low, high = int(years.replace("X", "0")), int(years.replace("X", "9"))
    return (high, min(low, -1)) if years[0] == "-" else (low, high)


def _lowest(bits: int) -> tuple[int, int]:
    month, day = divmod((bits & -bits).bit_length() - 1, 31)
    return month + 1, day + 1


def _highest(bits: int) -> tuple[int, int]:
    month, day = divmod(bits.bit_length() - 1, 31)
    return month + 1, day + 1


def _years_of(stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Every year that a stretch touches within ±9999, with the bits of the days it touches there."""
    first, first_month, first_day = year_month_day(stretch.earliest)
    last, last_month, last_day = year_month_day(stretch.latest)
    for year in range(max(first, -9999), min(last, 9999) + 1):
        bits = LEAP_YEAR if is_leap(year) else COMMON_YEAR
        if year == first:
            bits &= -day_bit(first_month, first_day)
        if year == last:
            bits &= 2 * day_bit(last_month, last_day) - 1
        yield year, bits


def _mask_meets(mask: Mask, stretch: Stretch) -> bool:
    return any(
        mask.days & bits and _fits(mask.years, year) for year, bits in _years_of(stretch)
    )


def _masks_overlap(one: Mask, other: Mask) -> bool:
    if len(one.years) != len(other.years):
        return False
    years = ""
    for a, b in zip(one.years, other.years, strict=True):
        if a != b and "X" not in (a, b):
            return False
        years += b if a == "X" else a
    return mask_bounds(Mask(years, one.days & other.days)) is not None


def _mask_in_mask(mask: Mask, cover: Mask) -> bool:
    return (
        len(mask.years) == len(cover.years)
        and all(known in ("X", digit) for digit, known in zip(mask.years, cover.years, strict=True))
        and not mask.days & ~cover.days
    )


def _stretch_in_mask(stretch: Stretch, cover: Mask) -> bool:
    first, _, _ = year_month_day(stretch.earliest)
    last, _, _ = year_month_day(stretch.latest)
    if first < -9999 or last > 9999:
        return False
    return all(
        not bits & ~cover.days and _fits(cover.years, year) for year, bits in _years_of(stretch)
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
