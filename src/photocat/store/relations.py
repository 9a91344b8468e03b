"""What photos are to each other, and the works that follow from it.

Machines propose relations and may replace what they proposed. A relation that somebody decided is
never touched by them, nor proposed again the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain

from sqlalchemy import ColumnElement, Connection, bindparam, case, delete, func, or_, select

from photocat.records import Picture, Relation
from photocat.store.rows import RELATION, relation_of, relation_row
from photocat.store.sql import insert_many, one_of
from photocat.store.tables import files, photos, relations
from photocat.store.tables_derived import works

Join = Callable[[Iterable[Picture], Iterable[Relation]], Mapping[int, int]]
"""From photos and the relations among them to the work of each (``photocat.dedup.join``)."""

_COLUMNS = [relations.c[name] for name in RELATION]
_PICTURE = [photos.c[name] for name in Picture.__dataclass_fields__]


def read_pictures(
    connection: Connection, photo_ids: Collection[int] | None = None
) -> list[Picture]:
    """Photos as far as comparing needs them, by id: every one, or some."""
    rows = select(*_PICTURE).order_by(photos.c.id)
    if photo_ids is not None:
        rows = rows.where(one_of(connection, photos.c.id, photo_ids))
    return [Picture(*row) for row in connection.execute(rows)]


def read_equal(
    connection: Connection, *, bytes_: Collection[str] = (), pixels: Collection[str] = ()
) -> list[Picture]:
    """The photos with one of these digests of their bytes, or of their pixels, by id."""
    equal = or_(
        one_of(connection, photos.c.sha256, bytes_),
        one_of(connection, photos.c.pixel_digest, pixels),
    )
    rows = select(*_PICTURE).where(equal).order_by(photos.c.id)
    return [Picture(*row) for row in connection.execute(rows)]


def read_unrelated(connection: Connection, *, after: int = 0, most: int) -> list[int]:
    """The photos that belong to no work, ``most`` of them, from the one after ``after`` on."""
    rows = (
        select(photos.c.id)
        .outerjoin(works, works.c.photo_id == photos.c.id)
        .where(photos.c.id > after, works.c.photo_id.is_(None))
        .order_by(photos.c.id)
        .limit(most)
    )
    return list(connection.scalars(rows))


def is_related(connection: Connection) -> bool:
    """Whether every photo belongs to a work, if only to one of its own."""
    return not read_unrelated(connection, most=1)


def photos_in_several_files(
    connection: Connection, photo_ids: Collection[int] | None = None
) -> set[int]:
    """The photos whose bytes lie at more than one path, or came from more than one supplier.

    Among all, or among some. A file that was moved, and so is missing where it was, is no second
    one.
    """
    there = func.sum(case((files.c.state == "present", 1), else_=0))
    suppliers = func.count(files.c.supplier.distinct())
    rows = select(files.c.photo_id).group_by(files.c.photo_id)
    if photo_ids is not None:
        rows = rows.where(one_of(connection, files.c.photo_id, photo_ids))
    return set(connection.scalars(rows.having(or_(there > 1, suppliers > 1))))


def replace_relations(
    connection: Connection, found: Iterable[Relation], photo_ids: Collection[int] | None = None
) -> None:
    """Store what was found, in place of every undecided relation, or of those of some photos.

    One relation for a pair of photos; of several, the last.
    """
    undecided = delete(relations).where(relations.c.decided_by.is_(None))
    if photo_ids is not None:
        undecided = undecided.where(_touching(connection, photo_ids))
    connection.execute(undecided)
    _add_relations(connection, found)


def relate(
    connection: Connection,
    photo_ids: Collection[int],
    found: Iterable[Relation],
    dropped: Collection[tuple[int, int]],
    join: Join,
) -> None:
    """Store what was found of some photos, and the works that follow from it.

    Each relation stands in place of an undecided one between its photos; undecided ones between the
    pairs ``dropped`` go. What somebody decided stays.
    """
    _drop(connection, dropped)
    _add_relations(connection, found)
    rejoin(connection, {*photo_ids, *chain.from_iterable(dropped)}, join, new=photo_ids)


def rejoin(
    connection: Connection, photo_ids: Collection[int], join: Join, *, new: Collection[int] = ()
) -> None:
    """Join the works of some photos, and of all that accepted relations lead to, anew.

    A photo that belongs to no work yet is given one only where it is ``new``.
    """
    members, among = _together(connection, photo_ids)
    before = read_works(connection, members)
    work_of = join(read_pictures(connection, members), among)
    wanted = before.keys() | set(new)
    changed = {
        photo: work
        for photo, work in work_of.items()
        if photo in wanted and before.get(photo) != work
    }
    connection.execute(delete(works).where(one_of(connection, works.c.photo_id, changed)))
    insert_many(connection, works, ("photo_id", "work_id"), sorted(changed.items()))


def _together(
    connection: Connection, photo_ids: Collection[int]
) -> tuple[set[int], list[Relation]]:
    """Some photos with all that accepted relations lead to, and every relation among them."""
    members, edge = set(photo_ids), set(photo_ids)
    met: dict[tuple[int, int], Relation] = {}
    while edge:
        found = read_relations(connection, edge)
        met |= {(relation.first, relation.second): relation for relation in found}
        led_to = {
            photo
            for relation in found
            if relation.status == "accepted" and relation.relation != "sibling"
            for photo in (relation.first, relation.second)
        }
        edge = led_to - members
        members |= edge
    return members, [r for r in met.values() if r.first in members and r.second in members]


def read_relations(
    connection: Connection, photo_ids: Collection[int] | None = None
) -> list[Relation]:
    """Relations, by photo: all, or those that one of some photos is part of."""
    rows = select(*_COLUMNS).order_by(relations.c.first_id, relations.c.second_id)
    if photo_ids is not None:
        rows = rows.where(_touching(connection, photo_ids))
    return [relation_of(tuple(row)) for row in connection.execute(rows)]


def replace_works(connection: Connection, work_of: Mapping[int, int]) -> None:
    """Store which photo belongs to which work, in place of all that was stored."""
    connection.execute(delete(works))
    insert_many(connection, works, ("photo_id", "work_id"), sorted(work_of.items()))


def read_works(connection: Connection, photo_ids: Collection[int] | None = None) -> dict[int, int]:
    """The work of each photo that belongs to one: of all, or of some photos."""
    rows = select(works.c.photo_id, works.c.work_id).order_by(works.c.photo_id)
    if photo_ids is not None:
        rows = rows.where(one_of(connection, works.c.photo_id, photo_ids))
    return {row.photo_id: row.work_id for row in connection.execute(rows)}


def read_members(connection: Connection, work_ids: Collection[int]) -> dict[int, int]:
    """The photos of some works, each with its work."""
    rows = select(works.c.photo_id, works.c.work_id).order_by(works.c.photo_id)
    found = connection.execute(rows.where(one_of(connection, works.c.work_id, work_ids)))
    return {row.photo_id: row.work_id for row in found}


def _add_relations(connection: Connection, found: Iterable[Relation]) -> None:
    rows = {_pair(r.first, r.second): relation_row(r) for r in found}
    photo_ids = set(chain.from_iterable(rows))
    standing = select(relations.c.first_id, relations.c.second_id, relations.c.decided_by).where(
        one_of(connection, relations.c.first_id, photo_ids),
        one_of(connection, relations.c.second_id, photo_ids),
    )
    replaced = []
    for first, second, decided_by in connection.execute(standing).all():
        if decided_by is not None:
            rows.pop(_pair(first, second), None)
        elif _pair(first, second) in rows:
            replaced.append((first, second))
    _drop(connection, replaced)
    insert_many(connection, relations, RELATION, list(rows.values()))


def _drop(connection: Connection, pairs: Collection[tuple[int, int]]) -> None:
    """Forget the undecided relations of pairs of photos, whichever way round they stand."""
    undecided = delete(relations).where(
        relations.c.first_id == bindparam("one"),
        relations.c.second_id == bindparam("other"),
        relations.c.decided_by.is_(None),
    )
    both = [pair for one, other in pairs for pair in ((one, other), (other, one))]
    if both:
        connection.execute(undecided, [{"one": one, "other": other} for one, other in both])


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _touching(connection: Connection, photo_ids: Collection[int]) -> ColumnElement[bool]:
    return or_(
        one_of(connection, relations.c.first_id, photo_ids),
        one_of(connection, relations.c.second_id, photo_ids),
    )
