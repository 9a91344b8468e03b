"""What stands behind a colon, read: one function for each kind of search field.

Each takes a ``Value`` and gives a node, or raises ``ValueError`` (``BadDate`` and ``BadPlace`` are)
with what to write instead.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import get_args

from photocat.contradicted import SUBJECTS
from photocat.errors import BadPlace
from photocat.fields import FIELDS
from photocat.places import Circle, read_box, read_distance_m, read_point
from photocat.query.known import Misspelt, Value
from photocat.query.nodes import (
    Any,
    Conflicting,
    HasWords,
    InPlace,
    Is,
    IsNear,
    IsSure,
    Measures,
    Node,
    OfWork,
    OneOf,
    Present,
    Provable,
    Quantity,
    Related,
    RestsOn,
    State,
    WithinBox,
)
from photocat.query.numbers import compared, read_range
from photocat.query.provenance import CARRIERS, PROVABLE
from photocat.records import RelationName
from photocat.words import words

Reader = Callable[[Value], Node]

_SHARE = re.compile(r"0(\.\d+)?|1(\.0+)?|\.\d+")

NEAR_M = 25_000.0
"""Radius of ``near:`` where none is written."""

SIMILAR = 10
"""Hamming distance of ``similar:`` where none is written."""

MOST_APART = 64
"""Bits of the fingerprint by which photos are similar."""

HAS = {
    **{field.name: field.name for field in FIELDS},
    "date": "date_created",
    "place": "location_created",
    "credit": "credit_line",
    "keyword": "keywords",
    "person": "person_shown",
    "copyright": "copyright_notice",
    "gps": "gps",
}
"""What ``has:`` takes, and the field each word stands for."""

PROSE = tuple(field.name for field in FIELDS if field.prose)
"""The fields that bare words are looked for in."""


def read_words(text: str, fields: tuple[str, ...], *, whole: bool = False) -> HasWords:
    """Text as the words to look for; a last ``*`` lets the last word go on."""
    found = tuple(words(text))
    if not found:
        raise ValueError(f"there is no word to look for in {text!r}")
    return HasWords(fields, found, prefix=text.endswith("*"), whole=whole)


def of_text(*fields: str, whole: bool = False) -> Reader:
    """Words of a field; behind ``=`` all of its words."""
    return lambda value: read_words(value.text, fields, whole=whole or value.sign == "=")


# --- places ---------------------------------------------------------------------------------------


def in_place(*fields: str) -> Reader:
    """A place of the gazetteer, or without one the words of a name."""

    def read(value: Value) -> Node:
        named = read_words(value.text, fields, whole=value.sign == "=")
        if value.known.place is None or named.prefix or named.whole:
            return named
        return InPlace(fields, value.known.place(value.text).ids, named.words)

    return read


def near(value: Value) -> Node:
    """``near:35.4,35.95~5km`` or ``near:Hmeimim~5km``."""
    where, far, distance = value.text.partition("~")
    radius_m = read_distance_m(distance) if far else NEAR_M
    try:
        return IsNear(Circle(read_point(where), radius_m))
    except BadPlace:
        if value.known.spot is None or not any(c.isalpha() for c in where):
            raise
    meant = value.known.spot(where)
    if meant.point is None:
        unknown = f"the gazetteer knows no place {where!r}"
        if meant.nearest:
            raise Misspelt(unknown, f"{meant.nearest}{far}{distance}")
        raise ValueError(f"{unknown}; write near:LAT,LON~25km")
    return IsNear(Circle(meant.point, radius_m))


def bbox(value: Value) -> Node:
    """``bbox:35,34,37,36``."""
    return WithinBox(read_box(value.text))


# --- numbers and provenance -----------------------------------------------------------------------


def measured(quantity: Quantity) -> Reader:
    """``width>=4000``, ``width:4000..6000``."""
    return lambda value: Measures(quantity, *read_range(quantity, value.text, value.sign))


def rests_on(field: Provable) -> Reader:
    """``date-from:exif``."""
    return lambda value: RestsOn(field, _one_of(value.text, CARRIERS))


def sure(value: Value) -> Node:
    """``conf:place>=0.8``."""
    for sign in (">=", "<=", ">", "<", "="):
        name, found, number = value.text.partition(sign)
        if found:
            try:
                field = PROVABLE[_one_of(name, tuple(PROVABLE))]
            except Misspelt as error:
                raise Misspelt(str(error), f"{error.nearest[0]}{sign}{number}") from None
            if not _SHARE.fullmatch(number):
                raise ValueError(f"{number!r} is no number from 0 to 1")
            low, high = compared(round(float(number) * 100, 6), sign)
            least, most = max(low, 0.0), min(high, 100.0)
            return IsSure(field, math.ceil(least), math.floor(most))
    raise ValueError("write a field and how sure, as in conf:place>=0.8")


# --- photos ---------------------------------------------------------------------------------------


def has(value: Value) -> Node:
    """``has:gps``."""
    return Present(HAS[_one_of(value.text, tuple(HAS))])


def state(*known: State) -> Reader:
    """``is:portrait``."""

    def read(value: Value) -> Node:
        wanted = _one_of(value.text, known)
        return Is(next(state for state in known if state == wanted))

    return read


def conflict(value: Value) -> Node:
    """``conflict:date``."""
    wanted = _one_of(value.text, SUBJECTS)
    return Conflicting(next(subject for subject in SUBJECTS if subject == wanted))


def relation(value: Value) -> Node:
    """``relation:crop``; ``relation:any``."""
    known: tuple[RelationName, ...] = get_args(RelationName)
    if value.text.lower() == "any":
        return Any(tuple(map(Related, known)))
    wanted = _one_of(value.text, known, dashes=True)
    return Related(next(name for name in known if name == wanted))


def work(value: Value) -> Node:
    """``work:3``."""
    return OfWork(_whole(value.text))


def photo_id(value: Value) -> Node:
    """``id:7`` or ``id:7,9``."""
    return OneOf(tuple(_whole(part) for part in value.text.split(",")))


def similar(value: Value) -> Node:
    """``similar:7~8``: by id, path or digest."""
    photo, far, distance = value.text.rpartition("~")
    if not far:
        photo, distance = value.text, str(SIMILAR)
    if value.known.similar is None:
        raise ValueError("what is similar is known in a catalog alone")
    if _whole(distance) > MOST_APART:
        raise ValueError(f"fingerprints differ in {MOST_APART} bits at most, not in {distance}")
    return OneOf(value.known.similar(photo, _whole(distance)))


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 18):
        raise ValueError(f"{text!r} is no whole number")
    return int(text)


def _one_of(text: str, known: tuple[str, ...], *, dashes: bool = False) -> str:
    wanted = text.lower() if dashes else text.lower().replace("-", "_")
    if wanted in known:
        return wanted
    from difflib import get_close_matches

    if close := get_close_matches(wanted, known, n=1):
        raise Misspelt(f"{text!r} is not known here", close[0])
    raise ValueError(f"{text!r} is not known here, which takes {', '.join(known)}")


STATES: tuple[State, ...] = get_args(State)
SHAPES: tuple[State, ...] = ("portrait", "landscape", "square")
