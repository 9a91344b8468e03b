"""Answers to queries: which photos, how surely, in which order, a page at a time.

Those that certainly answer come before those that possibly do. Within each, ``date`` orders by the
first moment that a date may be, then by the last, so that the narrower date comes first, then by
id; ``-date`` is the same backwards. Photos without a date come last in both.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import Connection, func, select

from photocat.query import Node, Sort
from photocat.records import Match
from photocat.store.positions import PHOTO, PHOTO_BITS, UNDATED, alike
from photocat.store.read import read_shapes
from photocat.store.search_rows import EVERYWHERE, Question, questions, questions_to_count
from photocat.store.sql import one_of
from photocat.store.tables_derived import shown

_DATED, _UNDATED = (0, UNDATED - 1), (UNDATED, UNDATED | PHOTO)


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
) -> list[Match]:
    """The photos that answer a query, as answers show them."""
    found = find(connection, node, sort=sort, limit=limit, offset=offset)
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
) -> list[Found]:
    """The ids of ``search``, and how surely each answers."""
    found: list[Found] = []
    end = None if limit is None else offset + limit
    by_date = _by_date if sort.endswith("date") else _by_id
    for question in questions(connection, node):
        for span in (_DATED, _UNDATED) if sort == "-date" else (EVERYWHERE,):
            left = None if end is None else end - len(found)
            if left is None or left > 0:
                ids = by_date(connection, question.within(*span), sort.startswith("-"), left)
                found += [Found(id, question.certainty) for id in ids]
    return found[offset:end]


def _by_id(
    connection: Connection, question: Question, backwards: bool, limit: int | None
) -> list[int]:
    photo = question.position.op("&")(PHOTO)
    order = photo.desc() if backwards else photo
    return list(connection.scalars(question.rows(photo).order_by(order).limit(limit)))


def _by_date(
    connection: Connection, question: Question, backwards: bool, limit: int | None
) -> list[int]:
    order = question.position.desc() if backwards else question.position
    rows = question.rows(question.position).order_by(order)
    positions = list(connection.scalars(rows.limit(limit)))
    first, last = alike(positions[-1]) if len(positions) == limit else (0, 0)
    if first < last:
        # Others of the last one's minute may come before it, wherever they stand.
        rest = (first, positions[-1] - 1) if backwards else (positions[-1] + 1, last)
        positions += connection.scalars(question.within(*rest).rows(question.position))
    return _in_order(connection, positions, backwards)[:limit]


def _in_order(connection: Connection, positions: list[int], backwards: bool) -> list[int]:
    """The photos at these positions, by their dates where positions do not tell."""
    untold = [position for position in positions if alike(position) != (position, position)]
    rows = select(shown.c.position, shown.c.earliest, shown.c.latest)
    bounds = {
        position: (earliest, latest)
        for position, earliest, latest in connection.execute(
            rows.where(one_of(connection, shown.c.position, untold))
        )
    }
    told = (0, 0)
    positions.sort(key=lambda p: (p >> PHOTO_BITS, *bounds.get(p, told), p), reverse=backwards)
    return [position & PHOTO for position in positions]
