"""What photos are to each other, and the works that follow from it.

Machines propose relations and may replace what they proposed. A relation that somebody decided is
never touched by them, nor proposed again the other way round.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, case, delete, func, or_, select

from photocat.records import Picture, Relation
from photocat.store.rows import RELATION, relation_of, relation_row
from photocat.store.sql import insert_many, one_of
from photocat.store.tables import files, photos, relations
from photocat.store.tables_derived import works

_COLUMNS = [relations.c[name] for name in RELATION]


def read_pictures(connection: Connection) -> list[Picture]:
    """Every photo as far as comparing needs it, by id."""
    columns = [photos.c[name] for name in Picture.__dataclass_fields__]
    rows = connection.execute(select(*columns).order_by(photos.c.id))
    return [Picture(*row) for row in rows]


def is_related(connection: Connection) -> bool:
    """Whether every photo belongs to a work, if only to one of its own."""
    alone = select(photos.c.id).outerjoin(works, works.c.photo_id == photos.c.id)
    return connection.scalar(alone.where(works.c.photo_id.is_(None)).limit(1)) is None


def photos_in_several_files(connection: Connection) -> set[int]:
    """The photos whose bytes lie at more than one path, or came from more than one supplier.

    A file that was moved, and so is missing where it was, is no second one.
    """
    there = func.sum(case((files.c.state == "present", 1), else_=0))
    suppliers = func.count(files.c.supplier.distinct())
    rows = select(files.c.photo_id).group_by(files.c.photo_id)
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
    kept = {frozenset(pair) for pair in connection.execute(select(*_COLUMNS[:2]))}
    rows = {frozenset((r.first, r.second)): relation_row(r) for r in found}
    new = [row for pair, row in rows.items() if pair not in kept]
    insert_many(connection, relations, RELATION, new)


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


def _touching(connection: Connection, photo_ids: Collection[int]) -> ColumnElement[bool]:
    return or_(
        one_of(connection, relations.c.first_id, photo_ids),
        one_of(connection, relations.c.second_id, photo_ids),
    )
