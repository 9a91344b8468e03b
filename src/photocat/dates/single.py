"""The grammar of one EDTF date: day, month, season, year, date-time, masked digits, counted years.

Extended Date/Time Format, Library of Congress, 4 February 2019 (a profile of ISO 8601-2:2019):
levels 0 and 1, and of level 2 exponential years, significant digits, sub-year groupings, partial
qualification and unspecified digits anywhere. Beyond the profile, as ISO 8601 itself has them:
hours and minutes alone, decimal fractions of a second, and the decade ``195``, which becomes
``195X``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from photocat.dates.moments import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    clamp,
    day_start,
    days_in_month,
)
from photocat.dates.pieces import (
    LEAP_YEAR,
    Mask,
    Piece,
    Stretch,
    day_bit,
    days_in,
    fits,
    has_a_day,
    highest_day,
    lowest_day,
    mask_bounds,
    year_range,
)
from photocat.dates.reading import Precision, Reading, bad_date

_DATE = re.compile(
    r"([?~%])?(-?[0-9X]{4})([?~%])?"
    r"(?:-([?~%])?([0-9X]{2})([?~%])?"
    r"(?:-([?~%])?([0-9X]{2})([?~%])?"
    r"(?:T([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,12}))?)?)?"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?)?)?"
)
_YEAR, _MONTH, _DAY, _HOUR, _MINUTE, _SECOND, _FRACTION, _OFFSET = 2, 5, 8, 10, 11, 12, 13, 14
_COUNTED_YEAR = re.compile(
    r"[?~%]?(?:Y(-?[1-9][0-9]{0,17})(?:E([0-9]{1,2}))?|(-?[0-9]{4}))(?:S([0-9]{1,2}))?[?~%]?"
)
_DECADE = re.compile(r"([?~%]?-?[0-9]{3})([?~%]?)")

_COARSE = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)

_GROUPINGS: dict[int, tuple[int, int]] = {
    **dict.fromkeys((21, 25, 31), (3, 3)),
    **dict.fromkeys((22, 26, 32), (6, 3)),
    **dict.fromkeys((23, 27, 29), (9, 3)),
    **dict.fromkeys((24, 28, 30), (12, 3)),
    **{33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)},
    **{37 + third: (1 + 4 * third, 4) for third in range(3)},
    **{40 + half: (1 + 6 * half, 6) for half in range(2)},
}
"""First month and number of months of the sub-year groupings 21 to 41.

21–24 are spring to winter of an unstated hemisphere and 25–28 of the northern one: by the
meteorological months, spring from March. 29–32 are the southern ones, spring from September. What
begins in December ends in February of the next year, so ``2014-24`` lies in 2014 and 2015. 33–36
are quarters, 37–39 quadrimesters, 40 and 41 the halves of the year.
"""


def read_date(part: str, whole: str, at: int) -> Reading:
    """What one date says; ``part`` stands ``at`` that place of the ``whole`` text.

    Raises ``BadDate`` for anything but one date.
    """
    match = _DATE.match(part)
    if match is None or match.end() != len(part):
        return _read_rarer(part, whole, at, match.end() if match else 0)
    years, months, days = match[_YEAR], match[_MONTH], match[_DAY]
    for before, after in ((1, 3), (4, 6), (7, 9)):
        if match[before] and match[after]:
            raise bad_date(whole, at + match.start(after), "one qualifier is enough: % is both")
    if "X" in match[0]:
        if match[_HOUR]:
            raise bad_date(whole, at + match.start(_HOUR), "a time of day needs a day without X")
        return _read_mask(part, years, months, days, whole, at)
    if years == "-0000":
        raise bad_date(whole, at, "the year before 0001 is written 0000")
    year = int(years)
    if months is None:
        return _solid(part, day_start(year, 1, 1), day_start(year + 1, 1, 1), Precision.YEAR)
    month = int(months)
    if days is None:
        if 1 <= month <= 12:
            return _solid(part, *_months(year, month, 1), Precision.MONTH)
        if month in _GROUPINGS:
            return _solid(part, *_months(year, *_GROUPINGS[month]), Precision.SEASON)
        raise bad_date(whole, at + match.start(_MONTH), f"there is no month or season {months}")
    if not 1 <= month <= 12:
        raise bad_date(whole, at + match.start(_MONTH), f"there is no month {months}")
    if not 1 <= int(days) <= days_in_month(year, month):
        raise bad_date(whole, at + match.start(_DAY), f"{years}-{months} has no day {days}")
    start = day_start(year, month, int(days))
    if match[_HOUR] is None:
        return _solid(part, start, start + DAY, Precision.DAY)
    return _read_time(match, start, whole, at)


def _read_time(match: re.Match[str], start: int, whole: str, at: int) -> Reading:
    hour, minute, second, fraction, offset = match.groups()[_HOUR - 1 :]
    for group, limit, why in (
        (_HOUR, 23, "the hours of a day are 00 to 23; midnight is 00:00 of the next day"),
        (_MINUTE, 59, "the minutes of an hour are 00 to 59"),
        (_SECOND, 59, "the seconds of a minute are 00 to 59; a leap second has no moment here"),
    ):
        if match[group] and int(match[group]) > limit:
            raise bad_date(whole, at + match.start(group), why)
    if any(match[group] for group in (1, 3, 4, 6, 7, 9)):
        raise bad_date(whole, at, "a date with a time of day takes no qualifier")
    start += int(hour) * HOUR
    length, precision = HOUR, Precision.HOUR
    text = f"{match.string[: match.start(_HOUR)]}{hour}"
    if minute:
        start += int(minute) * MINUTE
        length, precision = MINUTE, Precision.MINUTE
        text += f":{minute}"
    if second:
        start += int(second) * SECOND
        length, precision = SECOND, Precision.SECOND
        text += f":{second}"
    if fraction:
        start += int(fraction[:6].ljust(6, "0"))
        length, precision = 10 ** max(0, 6 - len(fraction)), Precision.SUBSECOND
        text += f".{fraction}"
    minutes = None
    if offset:
        minutes, offset_text = _offset(offset, whole, at + match.start(_OFFSET))
        text += offset_text
    stretch = Stretch(start, start + length - 1)
    return Reading(text, (stretch,), *stretch, minutes, precision)


def _offset(text: str, whole: str, at: int) -> tuple[int, str]:
    if text == "Z":
        return 0, "Z"
    hours, minutes = int(text[1:3]), int(text[4:] or 0)
    if hours > 23 or minutes > 59:
        raise bad_date(whole, at, "an offset from UTC is less than 24 hours")
    total = 60 * hours + minutes
    sign = "-" if text[0] == "-" and total else "+"
    return (-total if sign == "-" else total), f"{sign}{hours:02}:{minutes:02}"


def _solid(text: str, start: int, end: int, precision: Precision) -> Reading:
    """A stretch from ``start`` up to, not including, ``end``."""
    stretch = Stretch(start, end - 1)
    return Reading(text, (stretch,), *stretch, None, precision)


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    last = month + count - 1
    return day_start(year, month, 1), day_start(year + last // 12, last % 12 + 1, 1)


def _read_mask(
    text: str, years: str, months: str | None, days: str | None, whole: str, at: int
) -> Reading:
    if months and months.isdecimal() and int(months) in _GROUPINGS:
        raise bad_date(whole, at, "a season needs every digit of its year")
    mask = Mask(years, _days_fitting(months or "XX", days or "XX"))
    if not has_a_day(mask):
        raise bad_date(whole, at, "no day fits")
    bounds = mask_bounds(mask)
    pieces: tuple[Piece, ...] = (bounds,) if _has_no_gap(mask) else (mask,)
    return Reading(text, pieces, *bounds, None, _mask_precision(years, months, days))


@lru_cache(maxsize=1024)
def _days_fitting(months: str, days: str) -> int:
    """The bits of ``Mask.days`` that fit two patterns of two digits."""
    fitting_days = sum(1 << (day - 1) for day in range(1, 32) if fits(days, f"{day:02}"))
    return LEAP_YEAR & sum(
        fitting_days << 31 * (month - 1) for month in range(1, 13) if fits(months, f"{month:02}")
    )


def _has_no_gap(mask: Mask) -> bool:
    low, high = year_range(mask.years)
    if low == high:
        bits = days_in(mask, low)
        first, last = day_bit(*lowest_day(bits)), day_bit(*highest_day(bits))
        return bits == days_in(Mask(mask.years, LEAP_YEAR & (2 * last - first)), low)
    return mask.days == LEAP_YEAR and "X" not in mask.years.rstrip("X")


def _mask_precision(years: str, months: str | None, days: str | None) -> Precision:
    known = years.rstrip("X")
    if "X" in known or (known != years and (months or "XX") + (days or "XX") != "XXXX"):
        return Precision.MASK
    if known != years or (months == "XX" and days in (None, "XX")):
        return _COARSE[min(len(years) - len(known), 3)]
    return Precision.MONTH if days == "XX" and months and "X" not in months else Precision.MASK


def _read_rarer(part: str, whole: str, at: int, stuck: int) -> Reading:
    """A year that is counted (``Y170000002``, ``Y17E7``, ``1950S2``), or a decade."""
    counted = _COUNTED_YEAR.fullmatch(part)
    if counted:
        return _read_counted_year(part, counted, whole, at)
    decade = _DECADE.fullmatch(part)
    if decade:
        return read_date(f"{decade[1]}X{decade[2]}", whole, at)
    raise bad_date(whole, at + stuck, f"{part[stuck : stuck + 20]!r} is not EDTF")


def _read_counted_year(text: str, match: re.Match[str], whole: str, at: int) -> Reading:
    long, exponent, plain, significant = match.groups()
    year = int(long or plain) * 10 ** int(exponent or 0)
    if long and exponent is None and -9999 <= year <= 9999:
        raise bad_date(whole, at, "a year of up to four digits is written without Y")
    if plain == "-0000":
        raise bad_date(whole, at, "the year before 0001 is written 0000")
    digits = max(4, len(str(abs(year))))
    vague = digits - int(significant or digits)
    if vague < 0 or vague == digits:
        raise bad_date(whole, at, f"the year has 1 to {digits} significant digits")
    low = abs(year) // 10**vague * 10**vague
    high = low + 10**vague - 1
    if year < 0:
        low, high = -high, min(-low, -1)
    start, end = clamp(day_start(low, 1, 1)), clamp(day_start(high + 1, 1, 1) - 1)
    return Reading(text, (Stretch(start, end),), start, end, None, _COARSE[min(vague, 3)])
