"""Answers counted along the time line, each as vaguely as it is dated.

The position of a photo (``positions``) tells the day on which its date begins, and whether it ends
within that day, month, year or decade, so that nothing but positions is read.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from sqlalchemy import Connection

from photocat.query import Node
from photocat.store.facets import dates_of
from photocat.store.positions import PHOTO_BITS, SLOT_BITS, UNDATED, reach

Shape = dict[str, Any]

DIGITS = {"day": 10, "month": 7, "year": 4, "decade": 3}
"""Digits of a day that name the stretch it lies in."""

SHORT_DAYS, SHORT_MONTHS, SHORT_YEARS = 70, 1_500, 45_000
"""Days between the first and the last answer up to which days, months and years are counted."""


def calendar(connection: Connection, node: Node) -> Shape:
    """``{unit, counts, vague, undated}``.

    ``counts`` gives for each ``unit`` (day, month, year or decade, by how far apart the answers
    are) the number of answers that are dated within one; ``vague`` those that are dated within a
    longer stretch, by its EDTF text. What begins before the year 1 is vague.
    """
    import numpy as np

    positions, counts = np.unique(dates_of(connection, node), return_counts=True)
    begins: Counter[tuple[int, str]] = Counter()
    undated = 0
    for slot, count in zip(positions.tolist(), counts.tolist(), strict=True):
        if slot << PHOTO_BITS >= UNDATED:
            undated += count
        else:
            begins[slot >> SLOT_BITS, reach(slot)] += count
    known = [(day, within) for day, within in begins if _written(day)]
    to_the_year = [day for day, within in known if within in ("day", "month", "year")]
    unit = _unit(to_the_year or [day for day, _ in known])
    told: Counter[str] = Counter()
    vague: Counter[str] = Counter()
    units = list(DIGITS)
    for (day, within), count in begins.items():
        written = _written(day)
        if not written or within not in DIGITS:
            vague[".." if not written else f"{written}/.."] += count
        elif units.index(within) <= units.index(unit):
            told[_edtf(written, unit)] += count
        else:
            vague[_edtf(written, within)] += count
    return {
        "unit": unit,
        "counts": dict(sorted(told.items())),
        "vague": dict(sorted(vague.items())),
        "undated": undated,
    }


def _unit(days: list[int]) -> str:
    apart = max(days, default=0) - min(days, default=0)
    for unit, most in (("day", SHORT_DAYS), ("month", SHORT_MONTHS), ("year", SHORT_YEARS)):
        if apart <= most:
            return unit
    return "decade"


def _edtf(written: str, unit: str) -> str:
    return written[: DIGITS[unit]].ljust(4, "X")


def _written(day: int) -> str:
    """The day of a position; nothing outside of the years 1 to 9999."""
    return date.fromordinal(day).isoformat() if 0 < day <= date.max.toordinal() else ""
