"""The rows to look through for a query: which words lead, and between which positions.

Whatever full text can answer is one ``MATCH``, whose rows come in the order of dates and only
within the positions that a date asked for leaves. The rest is compared on each row that comes, so
what is wanted first costs no more than what it takes to get there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, not_, select, true

from photocat.dates import MAX_MOMENT, MIN_MOMENT, Edtf
from photocat.query import All, DateIs, HasWords, Node
from photocat.query import Any as AnyOf
from photocat.store.positions import (
    PHOTO,
    UNDATED,
    cells_over,
    first_position,
    last_position,
)
from photocat.store.search_conditions import holds, is_possible
from photocat.store.search_dates import has_gaps
from photocat.store.search_words import is_textual, position_of, says
from photocat.store.tables_derived import shown, words_index


@dataclass(frozen=True, slots=True)
class Question:
    """What the photos that surely answer a query, or those that possibly do, have in common."""

    certainty: Literal["certain", "possible"]
    position: ColumnElement[int]
    """Of a row."""
    first: int
    last: int
    """Between which positions they stand."""
    words: ColumnElement[bool] | None
    """On a row of ``words_index``; nothing where no words lead."""
    facts: ColumnElement[bool] | None
    """On a row of ``shown``."""

    def within(self, first: int, last: int) -> Question:
        """The same of the photos between two positions."""
        return replace(self, first=max(first, self.first), last=min(last, self.last))

    def rows(self, *columns: Any) -> Select[Any]:
        """The rows, one for each photo."""
        rows = select(*columns).where(self.position.between(self.first, self.last))
        if self.words is None:
            rows = rows.select_from(shown)
            return rows if self.facts is None else rows.where(self.facts)
        rows = rows.select_from(words_index).where(self.words)
        if self.facts is None:
            return rows
        return rows.where(exists().where(shown.c.position == self.position, self.facts))


def questions(connection: Connection, node: Node) -> Iterator[Question]:
    """What to ask for the certain answers, then for those that are only possible."""
    terms = _terms(node)
    yield _certain(connection, terms)
    if any(map(is_possible, terms)):
        yield _possible(connection, terms)


def _certain(connection: Connection, terms: Sequence[Node]) -> Question:
    dates = [term.date for term in terms if isinstance(term, DateIs)]
    facts = [holds(connection, t, certainly=True) for t in terms if not is_textual(t)]
    return _question(
        connection,
        "certain",
        terms,
        max((first_position(date.earliest) for date in dates), default=0),
        min((last_position(date.latest) for date in dates), default=UNDATED | PHOTO),
        facts,
    )


def _possible(connection: Connection, terms: Sequence[Node]) -> Question:
    dates = [term for term in terms if isinstance(term, DateIs)]
    firsts = [first_position(term.date.earliest) for term in dates if term.certainly]
    doubtful = [term for term in terms if is_possible(term)]
    facts = [holds(connection, t, certainly=False) for t in terms if not is_textual(t)]
    surely = and_(true(), *(holds(connection, term, certainly=True) for term in doubtful))
    return _question(
        connection,
        "possible",
        [*terms, *_over_the_ends(doubtful)],
        max(firsts, default=0),
        min((last_position(term.date.latest) for term in dates), default=UNDATED | PHOTO),
        [*facts, not_(surely)],
    )


def _over_the_ends(doubtful: Sequence[Node]) -> Iterator[Node]:
    """The cells of dates that may be in the date asked for, and yet not wholly.

    Those go on over its beginning or its end.
    """
    match doubtful:
        case [DateIs(date)] if not has_gaps(date):
            yield AnyOf(tuple(HasWords(("when",), (cell,)) for cell in _cells_over_ends(date)))


def _cells_over_ends(date: Edtf) -> list[str]:
    over = cells_over(date.earliest) if date.earliest > MIN_MOMENT else []
    over += cells_over(date.latest + 1) if date.latest < MAX_MOMENT else []
    return list(dict.fromkeys(over))


def _question(
    connection: Connection,
    certainty: Literal["certain", "possible"],
    terms: Sequence[Node],
    first: int,
    last: int,
    facts: Sequence[ColumnElement[bool]],
) -> Question:
    words = All(tuple(term for term in terms if is_textual(term)))
    found = says(connection, words) if words.nodes else None
    position = shown.c.position if found is None else position_of(connection)
    return Question(certainty, position, first, last, found, and_(*facts) if facts else None)


def _terms(node: Node) -> list[Node]:
    """What must hold, all of it, each once."""
    if isinstance(node, All):
        return list(dict.fromkeys(term for inner in node.nodes for term in _terms(inner)))
    return [node]
