"""Where a photo stands in the order of dates: one number, and the row id of the full-text index.

FTS5 finds rows in the order of their ids. Where these run in the order of dates, the first fifty
answers are read without the others. A position is, from its high bits to its low ones:

    22 bits   the day of the first moment; 0 before the year 1; after every day: undated
    11 bits   of a date that begins with its day how far it reaches, else its minute of the day
    30 bits   the id of the photo

So positions follow the first moment, then the last, as exactly as minutes can. Dates of one moment
(33 bits) differ no further where they are whole days, months, years or decades.

A date's cell is the smallest day, month, year, decade or century that holds all of it. Dates that
go on over a moment are therefore found by the few cells that do.
"""

from __future__ import annotations

from datetime import date

from photocat.dates import MAX_MOMENT, MIN_MOMENT

DAY = 86_400_000_000
"""Microseconds."""
MINUTE = 60_000_000

PHOTO_BITS = 30
PHOTO = (1 << PHOTO_BITS) - 1
"""The bits of a position that are the id of the photo."""
SLOT_BITS = 11
_AFTER_EVERY_DAY = (1 << 22) - 1
UNDATED = _AFTER_EVERY_DAY << SLOT_BITS + PHOTO_BITS
"""The first position of photos without a date."""

_LAST_MOMENT = (_AFTER_EVERY_DAY - 2) * DAY
"""From here on dates share a day."""

_REACHES = (10, 7, 4, 3)
"""Digits of ``2016-03-12`` that stay until the end of the day, the month, the year, the decade."""
_ODD, _WHOLE = range(0, 8, 2), range(1, 9, 2)
"""Slots of dates that begin with a day, and end within one of these or with it."""
_FURTHER = 8
_LATER = 9
"""The slot of the first minute; that of midnight, exactly, are those before it."""

EVER = "ever"
"""The cell of what no century holds."""


def position(earliest: int | None, latest: int | None) -> int:
    """Where photos stand whose date has these bounds; with ``| photo``, where one of them does."""
    if earliest is None or latest is None:
        return UNDATED
    return _begin(earliest, _slot(earliest, latest))


def first_position(moment: int) -> int:
    """Before every date that begins at this moment or later."""
    return _begin(moment, 0 if moment % DAY == 0 else _LATER + moment % DAY // MINUTE)


def last_position(moment: int) -> int:
    """After every date that begins at this moment or earlier."""
    slot = _FURTHER if moment % DAY == 0 else _LATER + moment % DAY // MINUTE
    return _begin(moment, slot) | PHOTO


def are_told(earliest: int, latest: int) -> bool:
    """Whether these positions hold exactly the dates that begin between two moments."""
    begins = earliest == MIN_MOMENT or (earliest >= 0 and earliest % MINUTE == 0)
    ends = latest == MAX_MOMENT or (latest < _LAST_MOMENT and (latest + 1) % MINUTE == 0)
    return begins and ends


def alike(position: int) -> tuple[int, int]:
    """The first and last of the positions of which this one does not tell how they are ordered."""
    slot = position >> PHOTO_BITS & (1 << SLOT_BITS) - 1
    if position >= UNDATED or slot in _WHOLE:
        return position, position
    return position & ~PHOTO, position | PHOTO


def reach(slot: int) -> str:
    """Within what a date ends: day, month, year, decade, or ever.

    ``slot`` is a position without its photo. What begins within a day is taken to end in it.
    """
    order = slot & (1 << SLOT_BITS) - 1
    if order >= _LATER:
        return "day"
    return ("day", "month", "year", "decade", "ever")[min(order, _FURTHER) // 2]


def cell(earliest: int, latest: int) -> str:
    """The cell of a date: ``2016-03-12``, ``2016-03``, ``2016``, ``201x``, ``20xx`` or ``ever``."""
    return _cells(_written(earliest), _written(latest))[0]


def cells_over(moment: int) -> list[str]:
    """The cells that hold a moment and the one before it."""
    return _cells(_written(moment - 1), _written(moment))


def _begin(moment: int, slot: int) -> int:
    day = moment // DAY + 1
    if not 0 < day < _AFTER_EVERY_DAY - 1:
        day, slot = (0, 0) if day <= 0 else (_AFTER_EVERY_DAY - 1, 0)
    return (day << SLOT_BITS | slot) << PHOTO_BITS


def _slot(earliest: int, latest: int) -> int:
    if earliest % DAY:
        return _LATER + earliest % DAY // MINUTE
    first, last, next = (_written(moment) for moment in (earliest, latest, latest + 1))
    for digits, odd, whole in zip(_REACHES, _ODD, _WHOLE, strict=True):
        if first and first[:digits] == last[:digits]:
            return whole if first[:digits] != next[:digits] else odd
    return _FURTHER


def _cells(first: str, last: str) -> list[str]:
    digits = (*_REACHES, 2) if first else ()
    held = [first[:n].ljust(4, "x") for n in digits if first[:n] == last[:n]]
    return [*held, EVER]


def _written(moment: int) -> str:
    """The day of a moment; nothing outside of the years 1 to 9999."""
    day = moment // DAY + 1
    return date.fromordinal(day).isoformat() if 0 < day <= date.max.toordinal() else ""
