"""What each node means, in plain Python over values: obviously right, slow, and never deleted.

The store answers the same nodes in SQL; tests hold the two together. It indexes the first 255
characters of a word and the first 8,000 words of a photo; beyond them only this knows more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Literal

from photocat.contradicted import contradicted
from photocat.places import Point
from photocat.preferred import preferred, standing
from photocat.query.nodes import (
    All,
    Any,
    Conflicting,
    DateIs,
    Happened,
    HasWords,
    InPlace,
    Is,
    IsNear,
    IsSure,
    Measures,
    Moment,
    Node,
    Not,
    OfWork,
    OneOf,
    Present,
    Quantity,
    Related,
    RestsOn,
    WithinBox,
)
from photocat.query.provenance import proofs
from photocat.records import RelationName, RelationStatus, Statement
from photocat.words import words

PLACE_FIELDS = ("location_created", "location_shown")


class Truth(IntEnum):
    """Three values, ordered, so that ``and`` is ``min``, ``or`` is ``max`` and ``not`` mirrors."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Lies:
    """What the gazetteer says of the places stated in one field."""

    surely: frozenset[int] = frozenset()
    """The places that they are, or lie in."""
    perhaps: frozenset[int] = frozenset()
    """Those that they may be, or lie in: several of one name, or near to a point."""
    unknown: tuple[str, ...] = ()
    """The names, as stated, that it does not know."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a query may ask of one photo."""

    format: str
    width: int
    height: int
    statements: tuple[Statement, ...] = ()
    suppliers: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    """The states of its files."""
    copies: int = 1
    """How many photos its work holds."""
    id: int = 0
    work: int | None = None
    byte_size: int = 0
    relations: tuple[tuple[RelationName, RelationStatus], ...] = ()
    happened: Mapping[Moment, tuple[int, ...]] = field(default_factory=dict)
    """When it was added, and when something of it changed."""
    lies: Mapping[str, Lies] = field(default_factory=dict)
    """By place field."""


def matches(node: Node, facts: Facts) -> Literal["certain", "possible"] | None:
    """Whether the photo answers the query, and how surely."""
    truth = _truth(node, replace(facts, statements=tuple(standing(facts.statements))))
    if truth is Truth.NO:
        return None
    return "certain" if truth is Truth.CERTAIN else "possible"


def _truth(node: Node, facts: Facts) -> Truth:
    match node:
        case All(nodes):
            return min((_truth(n, facts) for n in nodes), default=Truth.CERTAIN)
        case Any(nodes):
            return max((_truth(n, facts) for n in nodes), default=Truth.NO)
        case Not(inner):
            return Truth(Truth.CERTAIN - _truth(inner, facts))
        case DateIs():
            return _date(node, facts)
        case HasWords():
            return _surely(any(_holds(node, text) for text in _texts(node.fields, facts)))
        case IsNear(circle):
            return max(
                (_near(circle.contains(p), p, node) for p in _points(facts)), default=Truth.NO
            )
        case WithinBox(box):
            return _surely(any(box.contains(p) for p in _points(facts)))
        case InPlace():
            return max(
                (_lies(node, facts.lies[f]) for f in node.fields if f in facts.lies),
                default=Truth.NO,
            )
        case Measures(quantity, low, high):
            number = measured(quantity, facts)
            return _surely(number is not None and low <= number <= high)
        case RestsOn(of, carrier):
            return _surely(carrier in proofs(preferred(facts.statements)).get(of, ((), ()))[0])
        case IsSure(of, low, high):
            told = proofs(preferred(facts.statements)).get(of, ((), ()))[1]
            return _surely(any(low <= percent <= high for percent in told))
        case OfWork(work):
            return _surely(facts.work == work)
        case OneOf(photos):
            return _surely(facts.id in photos)
        case Related(name):
            sure = {"accepted": Truth.CERTAIN, "proposed": Truth.POSSIBLE, "rejected": Truth.NO}
            return max((sure[s] for n, s in facts.relations if n == name), default=Truth.NO)
        case Happened(what, earliest, latest):
            return _surely(any(earliest <= at <= latest for at in facts.happened.get(what, ())))
        case Present("gps"):
            return _surely(any(True for _ in _points(facts)))
        case Present(field):
            return _surely(any(s.field == field for s in facts.statements))
        case Conflicting(about):
            return _surely(about in contradicted(facts.statements))
        case Is(state):
            return _surely(_is(state, facts))


def _surely(holds: bool) -> Truth:
    return Truth.CERTAIN if holds else Truth.NO


def _date(node: DateIs, facts: Facts) -> Truth:
    believed = preferred(s for s in facts.statements if s.field == "date_created")
    for statement in believed.get("date_created", ()):
        if statement.date and statement.date.within(node.date):
            return Truth.CERTAIN
        if statement.date and statement.date.overlaps(node.date) and not node.certainly:
            return Truth.POSSIBLE
    return Truth.NO


def _lies(node: InPlace, lies: Lies) -> Truth:
    if not lies.surely.isdisjoint(node.ids):
        return Truth.CERTAIN
    named = HasWords(node.fields, node.words)
    perhaps = not lies.perhaps.isdisjoint(node.ids) or any(_holds(named, n) for n in lies.unknown)
    return Truth.POSSIBLE if perhaps else Truth.NO


def measured(quantity: Quantity, facts: Facts) -> float | None:
    """A number of a photo; nothing where it is not known."""
    match quantity:
        case "width":
            return facts.width or None
        case "height":
            return facts.height or None
        case "pixels":
            return facts.width * facts.height or None
        case "size":
            return facts.byte_size
    believed = preferred(facts.statements).get("rating")
    return number(believed[0].text) if believed else None


def number(text: str) -> float | None:
    """A number as stated, if it is one."""
    try:
        read = float(text)
    except ValueError:
        return None
    return read if math.isfinite(read) else None


def _near(inside: bool, point: Point, node: IsNear) -> Truth:
    if not inside:
        return Truth.NO
    reach = node.circle.centre.distance_m(point) + point.radius_m
    return Truth.CERTAIN if reach <= node.circle.radius_m else Truth.POSSIBLE


def _texts(fields: tuple[str, ...], facts: Facts) -> Iterable[str]:
    if "format" in fields:
        yield facts.format
    if "supplier" in fields:
        yield from facts.suppliers
    for statement in facts.statements:
        if statement.field in fields:
            yield from _names(statement)


def _names(statement: Statement) -> Iterable[str]:
    """Its text, or the names of its place; dates and points are found as what they are."""
    if statement.place is not None:
        yield statement.place.name
        yield from statement.place.hierarchy
        yield statement.place.country_code or ""
    elif statement.date is None and statement.point is None:
        yield statement.text


def _holds(node: HasWords, text: str) -> bool:
    there, wanted = words(text), list(node.words)
    if node.whole and not node.prefix:
        return there == wanted
    starts = [0] if node.whole else range(len(there) - len(wanted) + 1)
    return any(_same(there[at : at + len(wanted)], wanted, node.prefix) for at in starts)


def _same(there: list[str], wanted: list[str], prefix: bool) -> bool:
    if len(there) != len(wanted) or there[:-1] != wanted[:-1]:
        return False
    return there[-1].startswith(wanted[-1]) if prefix else there[-1] == wanted[-1]


def _points(facts: Facts) -> Iterable[Point]:
    return (s.point for s in facts.statements if s.point and s.field in PLACE_FIELDS)


def _is(state: str, facts: Facts) -> bool:
    match state:
        case "portrait":
            return facts.height > facts.width
        case "landscape":
            return facts.width > facts.height
        case "square":
            return facts.width == facts.height > 0
        case "duplicate":
            return facts.copies > 1
        case _:
            return state in facts.states
