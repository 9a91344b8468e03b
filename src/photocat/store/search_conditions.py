"""What each node of a query means, as a condition on a row of ``shown``.

Answers are certain, possible or no, and SQL knows two values, so a node is asked twice: does it
certainly hold, and may it hold? ``-`` swaps the questions: what may not be is what certainly is not
(``photocat.query``). No condition is ever NULL.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    and_,
    exists,
    false,
    func,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy import text as sql_text

from photocat.places import EARTH_RADIUS_M, Box, Point
from photocat.query import All, Any, DateIs, Is, IsNear, Node, Not, WithinBox
from photocat.store.search_dates import date_is
from photocat.store.search_words import is_textual, position_of, says
from photocat.store.tables import files, photos
from photocat.store.tables_derived import points_index, shown, shown_points, works


def holds(connection: Connection, node: Node, *, certainly: bool) -> ColumnElement[bool]:
    """Whether a node certainly holds of a row of ``shown``, or whether it may."""
    if is_textual(node):
        return _says(connection, node)
    match node:
        case All(nodes):
            return and_(
                true(), *(holds(connection, n, certainly=certainly) for n in _together(All, nodes))
            )
        case Any(nodes):
            return or_(
                false(), *(holds(connection, n, certainly=certainly) for n in _together(Any, nodes))
            )
        case Not(inner):
            return not_(holds(connection, inner, certainly=not certainly))
        case DateIs(date):
            return date_is(connection, date, inside=certainly or node.certainly)
        case IsNear():
            return _near(connection, node, certainly=certainly)
        case WithinBox(box):
            return shown.c.photo_id.in_(
                select(shown_points.c.photo_id).where(_in_box(connection, box))
            )
        case Is():
            return _is(node)
    raise TypeError(f"{node} is no node of a query")


def _together(join: type[All] | type[Any], nodes: Sequence[Node]) -> list[Node]:
    """The same nodes, each once, those that full text answers as one."""
    text = tuple(dict.fromkeys(node for node in nodes if is_textual(node)))
    rest = list(dict.fromkeys(node for node in nodes if not is_textual(node)))
    return [join(text), *rest] if text else rest


def is_possible(node: Node) -> bool:
    """Whether a photo may answer the node possibly, neither certainly nor not at all."""
    match node:
        case DateIs():
            return not node.certainly
        case IsNear():
            return True
        case Not(inner):
            return is_possible(inner)
        case All(nodes) | Any(nodes):
            return any(map(is_possible, nodes))
    return False


def _says(connection: Connection, node: Node) -> ColumnElement[bool]:
    found = select(position_of(connection)).where(says(connection, node))
    return shown.c.position.in_(found)


# --- places ---------------------------------------------------------------------------------------


def _near(connection: Connection, node: IsNear, *, certainly: bool) -> ColumnElement[bool]:
    circle = node.circle
    distance = _distance_m(connection, circle.centre)
    reach = distance + shown_points.c.radius_m if certainly else distance
    return shown.c.photo_id.in_(
        select(shown_points.c.photo_id).where(
            _in_box(connection, circle.box()), reach <= circle.radius_m
        )
    )


def _in_box(connection: Connection, box: Box) -> ColumnElement[bool]:
    """Points of ``shown_points`` in a box, found by the index, compared as they are."""
    return or_(*(_in_part(connection, part) for part in box.parts()))


def _in_part(connection: Connection, box: Box) -> ColumnElement[bool]:
    lat, lon = shown_points.c.lat, shown_points.c.lon
    exactly = and_(lat.between(box.south, box.north), lon.between(box.west, box.east))
    if connection.dialect.name == "sqlite":
        index = points_index.c
        indexed = select(index.id).where(
            index.south <= box.north,
            index.north >= box.south,
            index.west <= box.east,
            index.east >= box.west,
        )
        return and_(shown_points.c.id.in_(indexed), exactly)
    corners = [func.point(lon, lat) for lon, lat in ((box.west, box.south), (box.east, box.north))]
    return and_(func.point(lon, lat).op("<@")(func.box(*corners)), exactly)


def _distance_m(connection: Connection, centre: Point) -> ColumnElement[float]:
    """``Point.distance_m``, on PostgreSQL as an expression."""
    lat, lon = shown_points.c.lat, shown_points.c.lon
    if connection.dialect.name == "sqlite":
        return func.photocat_distance_m(centre.lat, centre.lon, lat, lon, type_=Float)
    half_dlat = func.radians(lat - centre.lat) / 2
    half_dlon = func.radians(lon - centre.lon) / 2
    cosines = func.cos(func.radians(centre.lat)) * func.cos(func.radians(lat))
    h = func.power(func.sin(half_dlat), 2) + cosines * func.power(func.sin(half_dlon), 2)
    return 2 * EARTH_RADIUS_M * func.asin(func.sqrt(func.least(1.0, h)), type_=Float)


# --- states ---------------------------------------------------------------------------------------


def _is(node: Is) -> ColumnElement[bool]:
    match node.state:
        case "portrait":
            shape = photos.c.height > photos.c.width
        case "landscape":
            shape = photos.c.width > photos.c.height
        case "square":
            shape = (photos.c.width == photos.c.height) & (photos.c.width > 0)
        case "duplicate":
            several = select(works.c.work_id).group_by(works.c.work_id)
            of_several = works.c.work_id.in_(several.having(sql_text("count(*) > 1")))
            return shown.c.photo_id.in_(select(works.c.photo_id).where(of_several))
        case "present":
            lying = files.c.photo_id == shown.c.photo_id
            return exists().where(lying, files.c.state == "present")
        case state:  # of few
            return shown.c.photo_id.in_(select(files.c.photo_id).where(files.c.state == state))
    return exists().where(photos.c.id == shown.c.photo_id, shape)
