"""The rows to look through for a query: which words lead, and between which positions.

Whatever full text can answer is one ``MATCH``, whose rows come in the order of dates and only
within the positions that a date asked for leaves. The rest is compared on each row that comes, so
what is wanted first costs no more than what it takes to get there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, and_, not_, select, true

from photocat.dates import MAX_MOMENT, MIN_MOMENT
from photocat.fields import FIELD
from photocat.query import All, DateIs, HasWords, Measures, Node, Not
from photocat.query import Any as AnyOf
from photocat.store.index_terms import buckets, has_gaps
from photocat.store.positions import (
    PHOTO,
    UNDATED,
    are_told,
    cells_over,
    first_position,
    last_position,
)
from photocat.store.search_conditions import holds, is_possible
from photocat.store.search_planner import prefer_indexes
from photocat.store.search_terms import textual
from photocat.store.search_words import position_of, says
from photocat.store.tables_derived import shown, words_index

Span = tuple[int, int]
"""The first and the last of some positions."""

NOTHING_TOLD: Mapping[Node, ColumnElement[bool]] = MappingProxyType({})

EVERYWHERE: Span = (0, UNDATED | PHOTO)


@dataclass(frozen=True, slots=True)
class Question:
    """What some of the photos that answer a query have in common."""

    connection: Connection
    certainty: Literal["certain", "possible"]
    span: Span
    text: Node | None
    """Of a row of ``words_index`` (``search_terms``); nothing where no words lead."""
    facts: ColumnElement[bool] | None
    """On a row of ``shown``."""

    @property
    def position(self) -> ColumnElement[int]:
        """Of a row."""
        return shown.c.position if self.text is None else position_of(self.connection)

    def within(self, first: int, last: int) -> Question:
        """The same of the photos between two positions."""
        return replace(self, span=(max(first, self.span[0]), min(last, self.span[1])))

    def rows(self, *columns: Any) -> Select[Any]:
        """The rows, one for each photo."""
        rows = select(*columns)
        if self.span != EVERYWHERE:
            rows = rows.where(self.position.between(*self.span))
        if self.text is None:
            rows = rows.select_from(shown)
            return rows if self.facts is None else rows.where(self.facts)
        rows = rows.select_from(words_index).where(says(self.connection, self.text))
        return rows if self.facts is None else rows.where(self.facts_at(self.position))

    def facts_at(self, position: ColumnElement[int]) -> ColumnElement[bool]:
        """Asked of each row by itself, so that no planner works it out for all of them first."""
        facts = true() if self.facts is None else self.facts
        return select(facts).where(shown.c.position == position).scalar_subquery()


def questions(connection: Connection, node: Node) -> Iterator[tuple[Question, ...]]:
    """What to ask for the certain answers, then for those that are only possible.

    Each answer is found by one of the questions that are asked together.
    """
    prefer_indexes(connection)
    terms = _terms(node)
    yield tuple(_question(connection, "certain", *some) for some in _either(terms))
    doubtful = [term for term in terms if is_possible(term)]
    if doubtful:
        yield tuple(_possible(connection, terms, doubtful))


def _possible(
    connection: Connection, terms: Sequence[Node], doubtful: Sequence[Node]
) -> Iterator[Question]:
    dates = [term for term in doubtful if isinstance(term, DateIs) and not has_gaps(term.date)]
    others = [term for term in doubtful if term not in dates]
    surely = [textual(term, certainly=True) for term in others]
    perhaps = [textual(term, certainly=False) for term in others]
    told = [text.node for text in surely if text and text.exact]
    if len(dates) > 1 or len(told) < len(others) or not all(t and t.exact for t in perhaps):
        sure = and_(*(holds(connection, t, certainly=True, each=True) for t in doubtful))
        for some in _either(terms):
            yield _question(connection, "possible", *some, also=not_(sure))
        return
    # What may hold of a date takes a look at those with gaps: one for all questions.
    may: dict[Node, ColumnElement[bool]] = {
        date: holds(connection, date, certainly=False) for date in dates
    }
    if dates:
        # Dates that may be in the date asked for, and yet not wholly, go on over its ends.
        date = dates[0].date
        over = [*told, _goes_on_over(date.earliest, date.latest + 1)]
        kept = [term for term in terms if term not in others]
        inside = holds(connection, dates[0], certainly=True)
        for some in _either([*kept, *over]):
            yield _question(connection, "possible", *some, also=not_(inside), told=may)
    if told:
        doubts = tuple(_doubt(p.node, t) for p, t in zip(perhaps, told, strict=True) if p)
        for some in _either([*terms, AnyOf(doubts)]):
            yield _question(connection, "possible", *some, told=may)


def _doubt(perhaps: Node, surely: Node) -> Node:
    """What may answer a term and does not surely: few words lead to it, where they are known."""
    if isinstance(perhaps, AnyOf) and isinstance(surely, AnyOf):
        perhaps = AnyOf(tuple(node for node in perhaps.nodes if node not in surely.nodes))
    return All((perhaps, Not(surely)))


def questions_to_count(connection: Connection, node: Node) -> Iterator[Question]:
    """What to ask where only the number of all answers matters.

    Most dates that begin within the date asked for are counted without looking at where they end.
    """
    prefer_indexes(connection)
    for question in _to_count(connection, node):
        prefer_indexes(connection, together=question.text is not None and question.facts is None)
        yield question


def _to_count(connection: Connection, node: Node) -> Iterator[Question]:
    terms = _terms(node)
    match [term for term in terms if isinstance(term, DateIs)]:
        case [DateIs(date) as asked] if not has_gaps(date) and are_told(date.earliest, date.latest):
            others = [term for term in terms if term is not asked]
            over = _goes_on_over(date.latest + 1 if asked.certainly else date.earliest)
            first, last = first_position(date.earliest), last_position(date.latest)
            if asked.certainly:
                within = [*others, Not(over)]
                yield _question(connection, "possible", within).within(first, last)
                yield _question(connection, "possible", [*terms, over])
            else:
                yield _question(connection, "possible", others).within(first, last)
                yield _question(connection, "possible", [*terms, over]).within(0, first - 1)
        case _:
            for some in _either(terms):
                yield _question(connection, "possible", *some)


def _either(terms: Sequence[Node]) -> Iterator[tuple[list[Node], list[Node]]]:
    """The same, asked of photos whose number need not be looked at, and of the others: each time
    what is looked up, and what is only compared.

    The buckets of a number between those at its ends lie wholly within them. A number that is
    stated as well is not told by them, since the words of its text look like buckets.
    """
    numbers = (term for term in terms if isinstance(term, Measures))
    measured = next((term for term in numbers if term.quantity not in FIELD), None)
    held = buckets(measured) if measured else []
    if measured is None or len(held) < 3:
        yield list(terms), []
        return
    words = [HasWords((measured.quantity,), (str(number),)) for number in held]
    rest = [term for term in terms if term is not measured]
    yield [*rest, AnyOf(tuple(words[1:-1]))], []
    yield [*rest, AnyOf((words[0], words[-1]))], [measured]


def _question(
    connection: Connection,
    certainty: Literal["certain", "possible"],
    terms: Sequence[Node],
    compared: Sequence[Node] = (),
    also: ColumnElement[bool] | None = None,
    told: Mapping[Node, ColumnElement[bool]] = NOTHING_TOLD,
) -> Question:
    """``terms`` are looked up as far as they can be; ``compared`` are not. Of those that are
    ``told`` it is known how they are compared."""
    certainly = certainty == "certain"
    texts = [textual(term, certainly=certainly) for term in terms]
    words = All(tuple(text.node for text in texts if text))
    left = [term for term, text in zip(terms, texts, strict=True) if not (text and text.exact)]
    left += compared
    each = bool(words.nodes)
    facts = [
        told[term] if term in told else holds(connection, term, certainly=certainly, each=each)
        for term in left
    ]
    if also is not None:
        facts.append(also)
    text = words if words.nodes else None
    whole = Question(connection, certainty, EVERYWHERE, text, and_(*facts) if facts else None)
    return whole.within(*_span(terms, certainly))


def _span(terms: Sequence[Node], certainly: bool) -> Span:
    """Between which positions the photos stand whose dates the terms allow."""
    first, last = EVERYWHERE
    for term in terms:
        if isinstance(term, DateIs):
            last = min(last, last_position(term.date.latest))
            if certainly or term.certainly:
                first = max(first, first_position(term.date.earliest))
    return first, last


def _goes_on_over(*moments: int) -> Node:
    """The cells of dates that go on over one of the moments; over an open end nothing goes on."""
    inside = [moment for moment in moments if MIN_MOMENT < moment <= MAX_MOMENT]
    cells = dict.fromkeys(cell for moment in inside for cell in cells_over(moment))
    return AnyOf(tuple(HasWords(("when",), (cell,)) for cell in cells))


def _terms(node: Node) -> list[Node]:
    """What must hold, all of it, each once."""
    if isinstance(node, All):
        return list(dict.fromkeys(term for inner in node.nodes for term in _terms(inner)))
    return [node]
