"""The terms a photo is found by that are not words of a value, each one word of ``stated``.

    has=field, conflict=date        what is stated, and contradicts itself
    when=cell, day=12-13            the date (``positions``); its day of the year
    is=portrait                     the shape
    width=25 …                      numbers, a few buckets to each doubling
    by_creator=iim                  the carrier of a believed value
    sure_creator=90                 its confidence in percent
    shot=3f0k, shot_maybe=…         the places of the gazetteer that it lies in, or may
    cell=5.1a2.0f3                  the cells of the map that hold a point

Numbers, days of the year and cells are prefilters: rows are compared exactly when they are met.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from datetime import date as day
from typing import NamedTuple

from photocat.contradicted import contradicted
from photocat.dates import Edtf, Precision
from photocat.places import Box
from photocat.query import Measures
from photocat.query.meaning import Facts, Lies, measured
from photocat.query.nodes import Provable, Quantity
from photocat.query.provenance import proofs
from photocat.records import Statement
from photocat.store.positions import DAY, cell

QUANTITIES: tuple[Quantity, ...] = ("width", "height", "pixels", "size", "rating")

PER_DOUBLING = 2
"""Buckets between a number and its double."""

LARGEST = 2.0**40
"""What is larger is in its bucket."""

LEVELS = (16.0, 4.0, 1.0, 0.25, 0.0625, 0.015625)
"""Degrees of latitude and longitude that a cell of the map is wide, by level."""
MOST_CELLS = 40
"""Cells that an area is covered with, at most: beyond, the next level up is taken."""

ROLES = {"location_created": "shot", "location_shown": "shows"}
"""How terms call the two place fields."""

SOME_DAYS = "some"
"""The day of the year of what begins in one month and ends in another, or is open."""
EVERY_DAY = "every"
"""That of a year, and of more than one."""
GAPS = "gaps"
"""That of dates which their bounds do not tell all of."""
END = day.max.toordinal() * DAY
"""After the year 9999."""
YEAR = 366 * DAY
"""So many microseconds without a gap hold every day of the year, 29 February aside."""


class Header(NamedTuple):
    """What a photo is, whatever is said of it."""

    format: str
    width: int
    height: int
    byte_size: int


def tagged(field: str, word: str) -> str:
    """A word of one field, as the column ``stated`` has it."""
    return f"{field}={word}"


def terms(
    statements: Collection[Statement],
    believed: Mapping[str, Collection[Statement]],
    header: Header,
    date: Edtf | None,
    lies: Mapping[str, Lies],
) -> Iterator[str]:
    """Every term of a photo, each once."""
    fields = {s.field for s in statements} | {"gps" for s in statements if s.point}
    yield from (tagged("has", field) for field in sorted(fields))
    yield from (tagged("conflict", about) for about in sorted(contradicted(statements)))
    if date:
        yield tagged("when", cell(date.earliest, date.latest))
        yield tagged("day", day_of_year(date))
    if header.width and header.height:
        yield tagged("is", shape(header.width, header.height))
    facts = Facts(
        header.format,
        header.width,
        header.height,
        tuple(believed.get("rating", ())),
        byte_size=header.byte_size,
    )
    for quantity in QUANTITIES:
        if (number := measured(quantity, facts)) is not None:
            yield tagged(quantity, str(bucket(number)))
    for proved, (carriers, percents) in proofs(believed).items():
        yield from (tagged(by(proved), carrier) for carrier in sorted(carriers))
        yield from (tagged(sure(proved), str(percent)) for percent in sorted(percents))
    for field, there in lies.items():
        yield from (tagged(ROLES[field], short(id)) for id in sorted(there.surely))
        yield from (tagged(f"{ROLES[field]}_maybe", short(id)) for id in sorted(there.perhaps))
    points = {(s.point.lat, s.point.lon) for s in statements if s.point and s.field in ROLES}
    yield from sorted({tagged("cell", c) for lat, lon in points for c in cells_of(lat, lon)})


def by(field: Provable) -> str:
    """The name of the term for the carrier of a field."""
    return f"by_{field.removesuffix('_created').removesuffix('_line')}"


def sure(field: Provable) -> str:
    """The name of the term for the confidence of a field."""
    return f"sure_{field.removesuffix('_created').removesuffix('_line')}"


def shape(width: int, height: int) -> str:
    """``portrait``, ``landscape`` or ``square``."""
    if width == height:
        return "square"
    return "portrait" if height > width else "landscape"


def short(id: int) -> str:
    """A whole number in as few letters as may be (base 36)."""
    digits, rest = "", abs(id)
    while rest:
        rest, digit = divmod(rest, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return ("-" if id < 0 else "") + (digits or "0")


# --- numbers --------------------------------------------------------------------------------------


def bucket(number: float) -> int:
    """The bucket of a number: 0 below 1, then two to each doubling."""
    return math.floor(PER_DOUBLING * math.log2(min(number, LARGEST))) + 1 if number >= 1 else 0


def buckets(node: Measures) -> list[int]:
    """The buckets that hold the numbers between two others."""
    return list(range(bucket(node.low), bucket(node.high) + 1))


# --- days of the year -----------------------------------------------------------------------------


def day_of_year(date: Edtf) -> str:
    """``12-13`` of what lies within a day, ``12`` within a month, else one of the words above."""
    if has_gaps(date):
        return GAPS
    told = date.earliest >= 0 and date.latest < END
    if told and (date.precision is Precision.YEAR or date.latest - date.earliest + 1 >= YEAR):
        return EVERY_DAY
    when = cell(date.earliest, date.latest)
    return when[5:] if len(when) > 4 else SOME_DAYS


def has_gaps(date: Edtf) -> bool:
    """Whether a date may be less than all between its bounds, as ``SHOWN_WITH_GAPS`` has it."""
    if date.precision is Precision.INTERVAL:
        return "XXXX-" in date.text
    return date.precision in (Precision.MASK, Precision.SET)


# --- cells of the map -----------------------------------------------------------------------------


def cells_of(lat: float, lon: float) -> Iterator[str]:
    """The cell that holds a point, on every level."""
    for level, degrees in enumerate(LEVELS):
        yield _cell(level, math.floor((lat + 90) / degrees), math.floor((lon + 180) / degrees))


def cells_over(box: Box) -> list[str]:
    """The cells that hold all of a box, on the finest level that needs few; none where all do."""
    parts = box.parts()
    covers: list[str] = []
    for level, degrees in enumerate(LEVELS):
        ranges = [
            (
                range(
                    math.floor((b.south + 90) / degrees), math.floor((b.north + 90) / degrees) + 1
                ),
                range(
                    math.floor((b.west + 180) / degrees), math.floor((b.east + 180) / degrees) + 1
                ),
            )
            for b in parts
        ]
        if sum(len(rows) * len(columns) for rows, columns in ranges) > MOST_CELLS:
            break
        covers = [
            _cell(level, row, column)
            for rows, columns in ranges
            for row in rows
            for column in columns
        ]
    return list(dict.fromkeys(covers))


def _cell(level: int, row: int, column: int) -> str:
    return f"{level}-{short(row)}-{short(column)}"
