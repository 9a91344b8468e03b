"""Answers to queries: which photos, how surely, in which order, a page at a time.

Those that certainly answer come before those that possibly do. Within each they are in one of the
orders of ``photocat.query.SORTS`` (``search_order``), and photos that are alike in it in the order
in which they came, so that pages follow each other without a gap. A page that begins behind a
photo, not after so many, is the same whatever was added meanwhile.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import Connection, func, select

from photocat.errors import UsageError
from photocat.query import Node, Sort
from photocat.records import Match
from photocat.store.read import read_shapes
from photocat.store.search_order import answers, by_date, by_key, key_of
from photocat.store.search_rows import questions, questions_to_count
from photocat.store.tables_derived import shown


class Found(NamedTuple):
    """One photo of an answer."""

    id: int
    certainty: Literal["certain", "possible"]


def search(
    connection: Connection,
    node: Node,
    *,
    sort: Sort = "date",
    limit: int | None = None,
    offset: int = 0,
    following: int | None = None,
) -> list[Match]:
    """The photos that answer a query, as answers show them."""
    found = find(connection, node, sort=sort, limit=limit, offset=offset, following=following)
    shapes = read_shapes(connection, [id for id, _ in found], dict[int, str](found))
    return [Match(*one, shape) for one, shape in zip(found, shapes, strict=True)]


def count(connection: Connection, node: Node) -> int:
    """How many photos answer a query, certainly or possibly."""
    return sum(
        connection.scalar(question.rows(func.count())) or 0
        for question in questions_to_count(connection, node)
    )


def find(
    connection: Connection,
    node: Node,
    *,
    sort: Sort = "date",
    limit: int | None = None,
    offset: int = 0,
    following: int | None = None,
) -> list[Found]:
    """The ids of ``search``, and how surely each answers; those behind the photo ``following``.

    Raises ``UsageError`` for a sort that the query gives nothing to go by, and for a photo to
    follow that does not answer.
    """
    key = key_of(connection, node, sort)
    found: list[Found] = []
    end = None if limit is None else offset + limit
    behind = None if following is None else _position(connection, following)
    for together in questions(connection, node):
        if behind is not None and not any(answers(connection, one, behind) for one in together):
            continue
        left = None if end is None else end - len(found)
        if left is None or left > 0:
            ids = (
                by_date(connection, together, sort == "-date", left, behind)
                if key is None
                else by_key(connection, together, key, sort.startswith("-"), left, behind)
            )
            found += [Found(id, together[0].certainty) for id in ids]
        behind = None
    if behind is not None:
        raise UsageError(f"nothing follows photo {following}, which does not answer the query")
    return found[offset:end]


def _position(connection: Connection, photo: int) -> int:
    position = connection.scalar(select(shown.c.position).where(shown.c.photo_id == photo))
    if position is None:
        raise UsageError(f"there is no photo {photo} to follow")
    return int(position)
