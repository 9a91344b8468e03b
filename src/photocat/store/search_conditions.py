"""What each node of a query means, as a condition on a row of ``shown``.

Answers are certain, possible or no, and SQL knows two values, so a node is asked twice: does it
certainly hold, and may it hold? ``-`` swaps the questions: what may not be is what certainly is not
(``photocat.query``). No condition is ever NULL.

A condition that stands alone is worked out for all photos at once; one that is asked of the few
rows which others let through (``each``) is worked out for each of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any as Anything

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Select,
    and_,
    exists,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    true,
    union,
)

from photocat.places import EARTH_RADIUS_M, Box, Point
from photocat.query import (
    All,
    Any,
    DateIs,
    Happened,
    InPlace,
    Is,
    IsNear,
    Measures,
    Node,
    Not,
    OfWork,
    OneOf,
    Related,
    WithinBox,
)
from photocat.store.search_dates import date_is
from photocat.store.search_terms import textual
from photocat.store.search_words import position_of, says
from photocat.store.sql import one_of
from photocat.store.tables import changes, files, photos, relations, txns
from photocat.store.tables_derived import points_index, shown, shown_points, words_index, works

MANY = 20_000
"""Photos of which it does not pay to look each one up."""


def holds(
    connection: Connection, node: Node, *, certainly: bool, each: bool = False
) -> ColumnElement[bool]:
    """Whether a node certainly holds of a row of ``shown``, or whether it may."""
    return _Asked(connection, certainly, each).holds(node)


def is_possible(node: Node) -> bool:
    """Whether a photo may answer the node possibly, neither certainly nor not at all."""
    match node:
        case DateIs():
            return not node.certainly
        case IsNear() | InPlace() | Related():
            return True
        case Not(inner):
            return is_possible(inner)
        case All(nodes) | Any(nodes):
            return any(map(is_possible, nodes))
    return False


@dataclass(frozen=True, slots=True)
class _Asked:
    connection: Connection
    certainly: bool
    each: bool

    def holds(self, node: Node) -> ColumnElement[bool]:
        text = textual(node, certainly=self.certainly)
        if text and text.exact:
            return self.says(text.node)
        match node:
            case All(nodes):
                return and_(true(), *map(self.holds, self.together(All, nodes)))
            case Any(nodes):
                return or_(false(), *map(self.holds, self.together(Any, nodes)))
            case Not(inner):
                return not_(_Asked(self.connection, not self.certainly, self.each).holds(inner))
            case DateIs(date):
                inside = self.certainly or node.certainly
                return date_is(self.connection, date, inside=inside)
            case IsNear():
                return self.has_point(self.near(node))
            case WithinBox(box):
                return self.has_point(self.in_box(box))
            case Measures():
                return self.measures(node)
            case OfWork(work):
                return self.one_of(select(works.c.photo_id).where(works.c.work_id == work))
            case OneOf(ids):
                return one_of(self.connection, shown.c.photo_id, ids)
            case Related():
                return self.related(node)
            case Happened():
                return self.happened(node)
            case Is():
                return self.is_in(node)
        raise TypeError(f"{node} is no node of a query")

    def together(self, join: type[All] | type[Any], nodes: Sequence[Node]) -> list[Node]:
        """The same nodes, each once, those that full text answers as one."""
        rest = list(dict.fromkeys(nodes))
        texts = [n for n in rest if (t := textual(n, certainly=self.certainly)) and t.exact]
        whole = join(tuple(texts))
        if len(texts) < 2 or not textual(whole, certainly=self.certainly):
            return rest
        return [whole, *(node for node in rest if node not in texts)]

    def says(self, node: Node) -> ColumnElement[bool]:
        index = words_index.alias("found")
        position, text = position_of(self.connection, index), says(self.connection, node, "found")
        if self.each:
            return exists().where(position == shown.c.position, text)
        return shown.c.position.in_(select(position).where(text))

    def one_of(self, ids: Select[Anything]) -> ColumnElement[bool]:
        return shown.c.photo_id.in_(ids)

    # --- places -----------------------------------------------------------------------------------

    def has_point(self, where: ColumnElement[bool]) -> ColumnElement[bool]:
        if self.each:
            return exists().where(shown_points.c.photo_id == shown.c.photo_id, where)
        return self.one_of(select(shown_points.c.photo_id).where(where))

    def near(self, node: IsNear) -> ColumnElement[bool]:
        circle = node.circle
        distance = distance_m(self.connection, circle.centre)
        reach = distance + shown_points.c.radius_m if self.certainly else distance
        return and_(self.in_box(circle.box()), reach <= circle.radius_m)

    def in_box(self, box: Box) -> ColumnElement[bool]:
        """Points of ``shown_points`` in a box, found by the index, compared as they are."""
        return or_(*(self.in_part(part) for part in box.parts()))

    def in_part(self, box: Box) -> ColumnElement[bool]:
        lat, lon = shown_points.c.lat, shown_points.c.lon
        exactly = and_(lat.between(box.south, box.north), lon.between(box.west, box.east))
        if self.each:
            return exactly
        if self.connection.dialect.name == "sqlite":
            index = points_index.c
            indexed = select(index.id).where(
                index.south <= box.north,
                index.north >= box.south,
                index.west <= box.east,
                index.east >= box.west,
            )
            return and_(shown_points.c.id.in_(indexed), exactly)
        ends = ((box.west, box.south), (box.east, box.north))
        corners = [func.point(lon, lat) for lon, lat in ends]
        return and_(func.point(lon, lat).op("<@")(func.box(*corners)), exactly)

    # --- numbers, works, events -------------------------------------------------------------------

    def measures(self, node: Measures) -> ColumnElement[bool]:
        known = photos.c
        number: ColumnElement[Anything] = {
            "width": known.width,
            "height": known.height,
            "pixels": known.width * known.height,
            "size": known.byte_size,
            "rating": shown.c.rating,
        }[node.quantity]
        ends = [number >= node.low] if node.low > -math.inf else []
        ends += [number <= node.high] if node.high < math.inf else []
        if node.quantity == "rating":
            return and_(shown.c.rating.is_not(None), *ends)
        there = number >= 0 if node.quantity == "size" else number > 0
        return exists().where(known.id == shown.c.photo_id, there, *ends)

    def related(self, node: Related) -> ColumnElement[bool]:
        stands = ["accepted"] if self.certainly else ["accepted", "proposed"]
        such = and_(relations.c.relation == node.relation, relations.c.status.in_(stands))
        either = [select(id).where(such) for id in (relations.c.first_id, relations.c.second_id)]
        return shown.c.photo_id.in_(union(*either))

    def happened(self, node: Happened) -> ColumnElement[bool]:
        if node.what == "ingested":
            return self.ingested(node)
        then = txns.c.at.between(node.earliest, node.latest)
        changed = select(changes.c.photo_id).join(txns, txns.c.id == changes.c.txn_id)
        return self.one_of(changed.where(then, changes.c.photo_id.is_not(None)))

    def ingested(self, node: Happened) -> ColumnElement[bool]:
        """Photos come in the order of their ids, unless a clock was put back."""
        then = photos.c.added_at.between(node.earliest, node.latest)
        ends = select(func.min(photos.c.id), func.max(photos.c.id), func.count()).where(then)
        first, last, count = self.connection.execute(ends).one()
        if not count:
            return false()
        # Of many photos, finding them by id and sorting them takes longer than meeting them.
        id = shown.c.photo_id if count < MANY else shown.c.photo_id + 0
        between = id.between(first, last)
        there = select(func.count()).where(photos.c.id.between(first, last))
        if self.connection.scalar(there) == count:
            return between
        return and_(between, exists().where(photos.c.id == shown.c.photo_id, then))

    def is_in(self, node: Is) -> ColumnElement[bool]:
        match node.state:
            case "duplicate":
                mine, other = works.alias("mine"), works.alias("other")
                return exists().where(
                    mine.c.photo_id == shown.c.photo_id,
                    other.c.work_id == mine.c.work_id,
                    other.c.photo_id != mine.c.photo_id,
                )
            case "present":
                lying = files.c.photo_id == shown.c.photo_id
                return exists().where(lying, files.c.state == "present")
            case state:  # of few
                # The second condition lets the index of absent files be used.
                absent = and_(files.c.state == state, files.c.state != literal_column("'present'"))
                return self.one_of(select(files.c.photo_id).where(absent))


def distance_m(connection: Connection, centre: Point) -> ColumnElement[float]:
    """``Point.distance_m`` of a row of ``shown_points``, on PostgreSQL as an expression."""
    lat, lon = shown_points.c.lat, shown_points.c.lon
    if connection.dialect.name == "sqlite":
        return func.photocat_distance_m(centre.lat, centre.lon, lat, lon, type_=Float)
    half_dlat = func.radians(lat - centre.lat) / 2
    half_dlon = func.radians(lon - centre.lon) / 2
    cosines = func.cos(func.radians(centre.lat)) * func.cos(func.radians(lat))
    h = func.power(func.sin(half_dlat), 2) + cosines * func.power(func.sin(half_dlon), 2)
    return 2 * EARTH_RADIUS_M * func.asin(func.sqrt(func.least(1.0, h)), type_=Float)
