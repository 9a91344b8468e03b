"""The orders of answers: by date along the positions, by anything else as SQL works it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, and_, func, literal, or_, select

from photocat.errors import UsageError
from photocat.query import Any as AnyOf
from photocat.query import Node, Sort
from photocat.query.sorts import centre_of, words_of
from photocat.store.positions import PHOTO, PHOTO_BITS, UNDATED, alike
from photocat.store.search_conditions import distance_m
from photocat.store.search_first import first_positions
from photocat.store.search_rows import EVERYWHERE, Question
from photocat.store.search_words import relevance
from photocat.store.sql import one_of
from photocat.store.tables import WHOLE, photos
from photocat.store.tables_derived import shown, shown_points

Key = Callable[[ColumnElement[int]], ColumnElement[Any]]
"""Of a position what its photo is sorted by; None comes last."""

FEW_MORE = 4
"""Photos beyond those asked for: seldom are more of one minute."""

_DATED, _UNDATED = (0, UNDATED - 1), (UNDATED, UNDATED | PHOTO)


def key_of(connection: Connection, node: Node, sort: Sort) -> Key | None:
    """What a sort goes by, where it is not the date."""
    match sort.removeprefix("-"):
        case "id" | "ingested":
            return lambda position: position.op("&")(PHOTO)
        case "size":
            size = photos.c.byte_size
            return lambda position: (
                select(size).where(photos.c.id == position.op("&")(PHOTO)).scalar_subquery()
            )
        case "distance":
            centre = centre_of(node)
            if centre is None:
                raise UsageError("to sort by distance, say from where: near:LAT,LON or near:PLACE")
            nearest = func.min(distance_m(connection, centre), type_=Float)
            of = shown_points.c.photo_id
            return lambda position: (
                select(nearest).where(of == position.op("&")(PHOTO)).scalar_subquery()
            )
        case "relevance":
            looked_for = words_of(node)
            if not looked_for:
                raise UsageError("to sort by relevance, say by which words or phrases")
            return lambda position: relevance(connection, AnyOf(looked_for), position)
    return None


def answers(connection: Connection, question: Question, position: int) -> bool:
    """Whether the photo at a position is among those that a question finds."""
    there = question.within(position, position)
    return connection.scalar(there.rows(there.position)) is not None


def by_key(
    connection: Connection,
    together: Sequence[Question],
    key: Key,
    backwards: bool,
    limit: int | None,
    behind: int | None = None,
) -> list[int]:
    """The first photos of some questions that are asked together, or those behind a position."""
    found: list[tuple[bool, Any, int]] = []
    for question in together:
        value = key(question.position).label("value")
        photo = question.position.op("&")(PHOTO).label("photo")
        order = (value.desc(), photo.desc()) if backwards else (value.asc(), photo.asc())
        rows = question.rows(value, photo).order_by(order[0].nulls_last(), order[1]).limit(limit)
        if behind is not None:
            rows = rows.where(_comes_behind(connection, key, value, photo, behind, backwards))
        found += [(value is None, value, photo) for value, photo in connection.execute(rows)]
    sign = -1 if backwards else 1
    found.sort(key=lambda row: (row[0], sign * (row[1] or 0), sign * row[2]))
    return [photo for _, _, photo in found[:limit]]


def _comes_behind(
    connection: Connection,
    key: Key,
    value: ColumnElement[Any],
    photo: ColumnElement[int],
    behind: int,
    backwards: bool,
) -> ColumnElement[bool]:
    """Whether a row comes after the one at a position; the values meet in SQL, unrounded."""
    its_value = key(literal(behind, WHOLE))
    later = photo < behind & PHOTO if backwards else photo > behind & PHOTO
    if connection.scalar(select(its_value)) is None:
        return and_(value.is_(None), later)
    further = value < its_value if backwards else value > its_value
    return or_(further, and_(value == its_value, later), value.is_(None))


def by_date(
    connection: Connection,
    together: Sequence[Question],
    backwards: bool,
    limit: int | None,
    behind: int | None = None,
) -> list[int]:
    """The same by the first moment each may be, then the last; undated ones last."""
    found: list[int] = []
    for span in (_DATED, _UNDATED) if backwards else (EVERYWHERE,):
        if behind is not None and behind > span[1]:
            continue
        some = [question.within(*span) for question in together]
        if behind is not None:
            alike_to, some = _behind(some, behind, backwards)
            ids = _in_order(connection, _all(connection, alike_to), backwards)
            found += ids[ids.index(behind & PHOTO) + 1 :]
            behind = None
        left = None if limit is None else limit - len(found)
        if left is None or left > 0:
            positions = [p for one in some for p in _first(connection, one, backwards, left)]
            found += _in_order(connection, positions, backwards)
    return found[:limit]


def _behind(
    some: Sequence[Question], position: int, backwards: bool
) -> tuple[list[Question], list[Question]]:
    """Of the photos that a position does not part, and of those that come after them."""
    first, last = alike(position)
    after = (0, first - 1) if backwards else (last + 1, EVERYWHERE[1])
    return [one.within(first, last) for one in some], [one.within(*after) for one in some]


def _all(connection: Connection, some: Sequence[Question]) -> list[int]:
    return [p for one in some for p in connection.scalars(one.rows(one.position))]


def all_by_date(
    connection: Connection, together: Sequence[Question], at_a_time: int
) -> Iterator[list[int]]:
    """Every photo of some questions that are asked together, by date, about so many at a time.

    Each time they are asked from where the time before ended, so that nothing is held.
    """
    first = 0
    while True:
        rest = [question.within(first, EVERYWHERE[1]) for question in together]
        found = [_first(connection, question, False, at_a_time) for question in rest]
        cut_off = [alike(max(some))[1] for some in found if len(some) >= at_a_time]
        last = min(cut_off, default=EVERYWHERE[1])
        positions = [position for some in found for position in some if position <= last]
        yield _in_order(connection, positions, False)
        if not cut_off:
            return
        first = last + 1


def _first(
    connection: Connection, question: Question, backwards: bool, limit: int | None
) -> list[int]:
    """Those asked for, and whatever positions do not part from the last of them.

    Others of its minute may come before it, wherever they stand: mostly a few more show them all.
    """
    if limit is None:
        return first_positions(connection, question, backwards, None)
    limit = min(limit, PHOTO)  # so many there can be
    positions = first_positions(connection, question, backwards, limit + FEW_MORE)
    if len(positions) < limit + FEW_MORE:
        return positions
    first, last = alike(positions[limit - 1])
    if not first <= positions[-1] <= last:
        return [p for n, p in enumerate(positions) if n < limit or first <= p <= last]
    rest = (first, positions[-1] - 1) if backwards else (positions[-1] + 1, last)
    if rest[0] <= rest[1]:
        positions += connection.scalars(question.within(*rest).rows(question.position))
    return positions


def _in_order(connection: Connection, positions: list[int], backwards: bool) -> list[int]:
    """The photos at these positions, by their dates where positions do not tell."""
    alike_to = Counter(position >> PHOTO_BITS for position in positions)
    untold = [p for p in positions if alike_to[p >> PHOTO_BITS] > 1 and alike(p) != (p, p)]
    told = (0, 0)
    bounds = _bounds(connection, untold) if untold else {}
    positions.sort(key=lambda p: (p >> PHOTO_BITS, *bounds.get(p, told), p), reverse=backwards)
    return [position & PHOTO for position in positions]


def _bounds(connection: Connection, positions: list[int]) -> dict[int, tuple[int, int]]:
    rows = select(shown.c.position, shown.c.earliest, shown.c.latest)
    found = connection.execute(rows.where(one_of(connection, shown.c.position, positions)))
    return {position: (earliest, latest) for position, earliest, latest in found}
