"""What each node means, in plain Python over values: obviously right, slow, and never deleted.

The store answers the same nodes in SQL; tests hold the two together. It indexes the first 255
characters of a word and the first 8,000 words of a photo; beyond them only this knows more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    HasWords,
    Is,
    IsNear,
    Node,
    Not,
    Present,
    WithinBox,
)
from photocat.records import Statement
from photocat.words import words

PLACE_FIELDS = ("location_created", "location_shown")


class Truth(IntEnum):
    """Three values, ordered, so that ``and`` is ``min``, ``or`` is ``max`` and ``not`` mirrors."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


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
