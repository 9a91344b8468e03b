"""The first positions that answer a question: met one after the other, or found and sorted.

Where most photos answer, the first fifty are met soon by going along the positions. Where few do,
they are sooner found by their words, and sorted. FTS5 does both at once, for it finds rows in the
order of positions. PostgreSQL does one or the other: its planner knows how many photos have each of
the common words, but not how many have several, and a wrong guess reads every photo. So where it
would go along the positions the first few hundred are met, and what they show tells up to where as
many as are wanted stand: those are found by their words without a look at the others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from photocat.store.search_rows import EVERYWHERE, Question
from photocat.store.search_words import says
from photocat.store.tables_derived import words_index

GLANCE = 10
"""Photos that are met for each that is wanted, before it is known how many answer."""
MARGIN = 2
"""So many times as many are looked through as hold what is wanted, if they go on as they began."""


def first_positions(
    connection: Connection, question: Question, backwards: bool, limit: int | None
) -> list[int]:
    """The positions of the first photos that answer, in order; without a limit all of them."""
    if connection.dialect.name == "sqlite" or question.text is None:
        rows = question.rows(question.position)
        return list(
            connection.scalars(rows.order_by(_by(question.position, backwards)).limit(limit))
        )
    if limit and goes_along(connection, question, backwards, limit):
        steps = GLANCE * limit
        met = list(connection.scalars(_met(question, backwards, limit, steps)))
        if met:
            return met if len(met) == limit else _further(question, backwards, limit, len(met))
    return list(connection.scalars(_found(question, backwards).limit(limit)))


def _further(question: Question, backwards: bool, limit: int, met: int) -> list[int]:
    """The first that answer, where a glance has met some: found a stretch of positions at a time.

    Each stretch is as long as is likely to hold those that are missing, and then some: to look
    through one twice as long costs little, and to look at all that is left much.
    """
    found: list[int] = []
    rest: Question | None = question
    steps = MARGIN * GLANCE * limit * limit // met
    while rest is not None and len(found) < limit:
        near, rest = _split(rest, backwards, steps)
        wanted = limit - len(found)
        found += question.connection.scalars(_found(near, backwards).limit(wanted))
        steps *= MARGIN
    return found


def goes_along(connection: Connection, question: Question, backwards: bool, limit: int) -> bool:
    """Whether PostgreSQL's planner expects to meet enough photos soon."""
    alone = replace(question, facts=None)
    rows = alone.rows(alone.position).order_by(_by(alone.position, backwards)).limit(limit)
    asked = rows.compile(connection)
    plan = connection.exec_driver_sql(f"EXPLAIN {asked}", asked.params).scalars()
    return not any("Bitmap" in line for line in plan)


def _met(question: Question, backwards: bool, limit: int, steps: int) -> Select[Any]:
    """What answers of so many photos, one after the other."""
    assert question.text is not None  # noqa: S101
    position = words_index.c.position
    columns = (words_index.c[name] for name in ("position", "caption", "prose", "stated"))
    near = select(*columns)
    near = near.where(position.between(*question.span))
    near = near.order_by(_by(position, backwards)).limit(steps)
    index = near.subquery("met")
    rows = select(index.c.position).where(says(question.connection, question.text, index))
    if question.facts is not None:
        rows = rows.where(question.facts_at(index.c.position))
    return rows.order_by(_by(index.c.position, backwards)).limit(limit)


def _split(question: Question, backwards: bool, steps: int) -> tuple[Question, Question | None]:
    """The same of the first so many photos alone, and of those after them, where there are any."""
    first, last = question.span
    position = words_index.c.position
    along = select(position).where(position.between(first, last))
    along = along.order_by(_by(position, backwards)).offset(steps).limit(1)
    next_one = question.connection.scalar(along)
    if next_one is None:
        return question, None
    if backwards:
        return question.within(next_one + 1, last), question.within(first, next_one)
    return question.within(first, next_one - 1), question.within(next_one, last)


def _found(question: Question, backwards: bool) -> Select[Any]:
    """What answers, found by its words and sorted before anything else is asked of it."""
    assert question.text is not None  # noqa: S101
    position = words_index.c.position
    by_words = select(position).where(says(question.connection, question.text))
    if question.span != EVERYWHERE:
        by_words = by_words.where(position.between(*question.span))
    found = by_words.order_by(_by(position, backwards)).cte("found").prefix_with("MATERIALIZED")
    rows = select(found.c.position)
    if question.facts is None:
        return rows
    return rows.where(question.facts_at(found.c.position))


def _by(position: ColumnElement[int], backwards: bool) -> ColumnElement[int]:
    return position.desc() if backwards else position.asc()
