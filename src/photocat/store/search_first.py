"""The first positions that answer a question: met one after the other, or found and sorted.

Where most photos answer, the first fifty are met soon by going along the positions. Where few do,
they are sooner found by their words, and sorted. FTS5 does both at once, for it finds rows in the
order of positions. PostgreSQL does one or the other, and knows how many photos have each of the
common words, but not how long it takes to find those that have several. So its planner is asked how
many answers it expects, and from that it is decided: to meet photos one by one; to find answers by
their words up to where as many as are wanted may stand; or to find all. What is met or found then
tells how to go on.

The statements are written out. They are several to each search, and SQLAlchemy takes longer to put
them together than PostgreSQL to answer the simpler ones.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, literal_column, select

from photocat.query import All
from photocat.store.positions import PHOTO, PHOTO_BITS, SLOT_BITS
from photocat.store.search_rows import EVERYWHERE, Question, Span
from photocat.store.search_words import tsquery
from photocat.store.sql import scalars, written
from photocat.store.tables import WHOLE

GLANCE = 10
"""Photos that are met for each that is wanted, at least."""
MARGIN = 2
"""So many times as many are looked through as hold what is wanted, if answers are where they are
expected to be."""
ALONG = 2_400
"""Photos that are sooner met one by one than found by their words, where several are looked for: of
which each is in many photos, and all in few, it takes long to find those that have all."""
ALONG_ONE = 1_200
"""The same where one is looked for."""
FEW = 5_000
"""Answers that are sooner found all than a stretch of positions at a time."""


def first_positions(
    connection: Connection, question: Question, backwards: bool, limit: int | None
) -> list[int]:
    """The positions of the first photos that answer, in order; without a limit all of them."""
    if connection.dialect.name == "sqlite" or question.text is None:
        rows = question.rows(question.position)
        return list(
            connection.scalars(rows.order_by(_by(question.position, backwards)).limit(limit))
        )
    if limit is None:
        return _found(question, backwards, limit)
    if _is_short(question.span):
        return _along(question, backwards, limit, GLANCE * limit, sys.maxsize)
    answers, photos = expected(connection, question)
    far = limit * photos // answers
    if min(far, photos) <= _most(question):
        return _along(question, backwards, limit, max(MARGIN * far, GLANCE * limit), photos)
    if answers > FEW:
        return _further(question, backwards, limit, MARGIN * far, photos)
    return _found(question, backwards, limit)


def expected(connection: Connection, question: Question) -> tuple[int, int]:
    """How many photos PostgreSQL's planner expects to have the words, of how many within the span;
    neither is zero."""
    words, values = _by_words(question)
    within = "SELECT 1 FROM words_index WHERE position BETWEEN :first AND :last"
    asked = f"EXPLAIN (FORMAT JSON) {within} AND {words} UNION ALL {within}"
    ((told,),) = scalars(connection, asked, values | _ends(question))
    plan = told["Plan"]
    while "Gather" in plan["Node Type"]:
        plan = plan["Plans"][0]
    # Where no photo can have the words, one side is left.
    sides = plan["Plans"] if plan["Node Type"].endswith("Append") else [{"Plan Rows": 0}, plan]
    answers, photos = (int(side["Plan Rows"]) for side in sides)
    return max(answers, 1), max(photos, 1)


def _is_short(span: Span) -> bool:
    """Whether positions are of so few days that their photos are soon met."""
    first, last = (position >> SLOT_BITS + PHOTO_BITS for position in span)
    return last - first < 2


def _most(question: Question) -> int:
    """How many photos to meet one by one, at most."""
    several = isinstance(question.text, All) and len(question.text.nodes) > 1
    return ALONG if several else ALONG_ONE


def _along(question: Question, backwards: bool, limit: int, steps: int, photos: int) -> list[int]:
    """The first that answer, by going along so many photos, and on as long as that pays."""
    found: list[int] = []
    rest: Question | None = question
    met, more = 0, steps
    while rest and (not met or min(more // MARGIN, photos - met) <= _most(question)):
        some, rest = _met(rest, backwards, limit - len(found), more)
        found, met = found + some, met + more
        if rest is None or len(found) >= limit:
            return found
        if not found and question.facts is None:
            return _found(question, backwards, limit)
        more = MARGIN * met * (limit - len(found)) // len(found) if found else 4 * met
    assert rest is not None  # noqa: S101
    return found + _further(rest, backwards, limit - len(found), more, photos)


def _further(question: Question, backwards: bool, limit: int, steps: int, photos: int) -> list[int]:
    """The first that answer, found a stretch of positions at a time.

    Each is as long as is likely to hold those that are missing, and then some: to look through one
    twice as long costs little, and to look at all that is left much, unless few have the words.
    """
    found: list[int] = []
    rest: Question | None = question
    met = having = 0
    while rest is not None and len(found) < limit:
        near, rest = _split(rest, backwards, steps)
        found += _found(near, backwards, limit - len(found))
        met += steps
        if rest is None or len(found) >= limit:
            return found
        having += _having(near)
        if photos * having // met <= FEW:
            rest = rest if found else question
            return found + _found(rest, backwards, limit - len(found))
        steps = min(MARGIN * met * (limit - len(found)) // max(len(found), 1), 4 * steps)
    return found


def _having(question: Question) -> int:
    """How many photos have the words, whatever else is asked of them."""
    words, values = _by_words(question)
    asked = f"""SELECT count(*) FROM words_index
        WHERE {words} AND position BETWEEN :first AND :last"""  # noqa: S608
    (count,) = scalars(question.connection, asked, values | _ends(question))
    return int(count)


def _met(
    question: Question, backwards: bool, limit: int, steps: int
) -> tuple[list[int], Question | None]:
    """What answers of so many photos, one after the other, and the question of those after them,
    where there may be any."""
    words, values = _by_words(question, "met")
    near = f"""SELECT position FROM (SELECT position, caption, prose, stated FROM words_index
        WHERE position BETWEEN :first AND :last
        ORDER BY position {_way(backwards)} LIMIT :steps) AS met WHERE {words}"""  # noqa: S608
    values |= _ends(question) | {"steps": min(steps, PHOTO)}
    found = _asked(question, near, values, backwards, limit)
    rest = _split(question, backwards, steps)[1] if len(found) < limit else question
    return found, rest


def _split(question: Question, backwards: bool, steps: int) -> tuple[Question, Question | None]:
    """The same of the first so many photos alone, and of those after them, where there are any."""
    first, last = question.span
    along = f"""SELECT position FROM words_index WHERE position BETWEEN :first AND :last
        ORDER BY position {_way(backwards)} OFFSET :steps LIMIT 1"""  # noqa: S608
    next_one = next(
        iter(scalars(question.connection, along, _ends(question) | {"steps": min(steps, PHOTO)})),
        None,
    )
    if next_one is None:
        return question, None
    if backwards:
        return question.within(next_one + 1, last), question.within(first, next_one)
    return question.within(first, next_one - 1), question.within(next_one, last)


def _found(question: Question, backwards: bool, limit: int | None) -> list[int]:
    """The first that answer, found by their words and sorted before anything else is asked."""
    where, values = _by_words(question)
    if question.span != EVERYWHERE:
        where, values = f"{where} AND position BETWEEN :first AND :last", values | _ends(question)
    # By itself, as the planner would go along all positions to meet a few.
    led = f"""WITH led AS MATERIALIZED (SELECT position FROM words_index WHERE {where})
        SELECT position FROM led"""  # noqa: S608
    return _asked(question, led, values, backwards, limit)


def _asked(
    question: Question,
    some: str,
    values: Mapping[str, int | str],
    backwards: bool,
    limit: int | None,
) -> list[int]:
    """The first of some positions that the rest of a question holds of."""
    ordered = f"{some} ORDER BY position {_way(backwards)}"
    if question.facts is None:
        most = "" if limit is None else f"LIMIT {limit}"
        return list(scalars(question.connection, f"{ordered} {most}", values))
    position: ColumnElement[int] = literal_column("those.position", WHOLE)
    # An offset, if of nothing, keeps the planner from asking the rest before they are in order.
    rows = select(position).select_from(written(f"({ordered} OFFSET 0) AS those", values))
    rows = rows.where(question.facts_at(position)).order_by(_by(position, backwards))
    return list(question.connection.scalars(rows.limit(limit)))


def _by_words(question: Question, index: str = "words_index") -> tuple[str, dict[str, int | str]]:
    """What is asked of the words of a row, written out, and the values in it."""
    assert question.text is not None  # noqa: S101
    looked_for: list[str] = []
    sql = tsquery(question.text, looked_for, index)
    return sql, {f"q{n}": lexemes for n, lexemes in enumerate(looked_for)}


def _ends(question: Question) -> dict[str, int | str]:
    return dict(zip(("first", "last"), question.span, strict=True))


def _way(backwards: bool) -> str:
    return "DESC" if backwards else "ASC"


def _by(position: ColumnElement[int], backwards: bool) -> ColumnElement[int]:
    return position.desc() if backwards else position.asc()
