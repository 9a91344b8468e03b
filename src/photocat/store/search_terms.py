"""What full text knows of each node of a query: the whole answer, or all that may be one.

A node is asked twice, for what it certainly holds of and for what it may (``search_conditions``).
Each time it becomes words and terms of the index (``index_terms``): exactly, so that no row need be
looked at, or as a prefilter, so that only those rows are looked at that the terms let through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from photocat.dates import Edtf
from photocat.dates.expressions import pieces_of
from photocat.dates.pieces import COMMON_YEAR, LEAP_DAY, LEAP_YEAR, Mask, day_bit
from photocat.query import (
    All,
    Any,
    Conflicting,
    DateIs,
    HasWords,
    InPlace,
    Is,
    IsNear,
    IsSure,
    Measures,
    Node,
    Not,
    Present,
    RestsOn,
    WithinBox,
)
from photocat.query.read_values import SHAPES
from photocat.store.index_terms import (
    EVERY_DAY,
    GAPS,
    ROLES,
    SOME_DAYS,
    buckets,
    by,
    cells_over,
    short,
    sure,
)

DEEPEST = 8
"""FTS5's parser has room for a hundred symbols that wait for their closing parenthesis."""

MOST_TERMS = 400
"""Terms of one node; a prefilter of more would let through too much to be worth its while."""


class Textual(NamedTuple):
    """A node as full text can answer it."""

    node: Node
    """Made of words, ``Present``, ``Conflicting`` and what joins them."""
    exact: bool
    """Whether it says all; else it lets through whatever the first node may hold of."""


def textual(node: Node, *, certainly: bool) -> Textual | None:
    """A node as words and terms; None where they tell nothing of it, or it nests too deep."""
    found = _textual(node, certainly)
    return found if found and _depth(found.node) <= DEEPEST else None


def _textual(node: Node, certainly: bool) -> Textual | None:
    match node:
        case HasWords() | Present() | Conflicting():
            return Textual(node, True)
        case Not(inner):
            denied = _textual(inner, not certainly)
            return Textual(Not(denied.node), True) if denied and denied.exact else None
        case All(nodes) if nodes:
            parts = [_textual(n, certainly) for n in nodes]
            known = [part for part in parts if part]
            if not known:
                return None
            exact = len(known) == len(parts) and all(part.exact for part in known)
            return Textual(All(tuple(part.node for part in known)), exact)
        case Any(nodes) if nodes:
            parts = [_textual(n, certainly) for n in nodes]
            known = [part for part in parts if part]
            if len(known) < len(parts):
                return None
            return Textual(
                Any(tuple(part.node for part in known)), all(part.exact for part in known)
            )
        case Is(state) if state in SHAPES:
            return _one_of("is", [state])
        case InPlace():
            return _in_place(node, certainly)
        case RestsOn(field, carrier):
            return _one_of(by(field), [carrier])
        case IsSure(field, low, high):
            return _one_of(sure(field), map(str, range(low, high + 1)))
        case Measures():
            return _prefilter(node.quantity, map(str, buckets(node)))
        case IsNear(circle):
            return _prefilter("cell", cells_over(circle.box()))
        case WithinBox(box):
            return _prefilter("cell", cells_over(box))
        case DateIs(date):
            return _prefilter("day", _days(date, certainly or node.certainly))
    return None


def _one_of(name: str, words: Iterable[str]) -> Textual:
    """Photos that have one of these terms, and no others."""
    return Textual(Any(tuple(HasWords((name,), (word,)) for word in words)), True)


def _prefilter(name: str, words: Iterable[str]) -> Textual | None:
    found = _one_of(name, words)._replace(exact=False)
    few = isinstance(found.node, Any) and 0 < len(found.node.nodes) <= MOST_TERMS
    return found if few else None


def _in_place(node: InPlace, certainly: bool) -> Textual:
    roles = [ROLES[field] for field in node.fields]
    ids = [(short(id),) for id in node.ids]
    surely = [HasWords((role,), id) for role in roles for id in ids]
    if certainly:
        return Textual(Any(tuple(surely)), True)
    perhaps = [HasWords((f"{role}_maybe",), id) for role in roles for id in ids]
    named = [HasWords((f"{role}_named",), node.words) for role in roles]
    return Textual(Any((*surely, *perhaps, *named)), True)


def _days(date: Edtf, certainly: bool) -> Sequence[str]:
    """The terms of the days of the year that a date of no year may share with others, or that lie
    in it; of other dates none."""
    bits = yearly_days(date)
    if not bits:
        return ()
    days = [
        (month, day) for month in range(1, 13) for day in range(1, 32) if bits & day_bit(month, day)
    ]
    months = list(dict.fromkeys(month for month, _ in days))
    longer = [SOME_DAYS] if len(months) > 1 or not certainly else []
    longer += [GAPS]
    if certainly:
        months = [month for month in months if not month_bits(month) & ~bits]
    if not certainly or not COMMON_YEAR & ~bits:
        longer += [EVERY_DAY]
    return [
        *(f"{month:02}-{day:02}" for month, day in days),
        *(f"{month:02}" for month in months),
        *longer,
    ]


def month_bits(month: int) -> int:
    """The bits of the days that a month has in every year."""
    return sum(day_bit(month, day) for day in range(1, 32)) & COMMON_YEAR


def yearly_days(date: Edtf) -> int:
    """The bits of the days (``dates.pieces``) of a date that is the same in every year, else 0."""
    pieces = pieces_of(date.text)
    if len(pieces) == 1 and isinstance(pieces[0], Mask) and pieces[0].years == "XXXX":
        return pieces[0].days
    return 0


def tells_leap_day_alone(bits: int) -> bool:
    """Whether 29 February is all that is asked for, which not every year has."""
    return bits & LEAP_YEAR == LEAP_DAY


def _depth(node: Node) -> int:
    match node:
        case Not(inner):
            return 1 + _depth(inner)
        case All(nodes) | Any(nodes):
            return 1 + max(map(_depth, nodes), default=0)
    return 1
