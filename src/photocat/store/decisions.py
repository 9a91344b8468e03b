"""What people decided two photos to be to each other, and the works that follow from it.

A decided relation stands in place of what machines found. The log keeps the whole row that stood
before, so a decision can be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, delete, or_, select

from photocat.records import Relation
from photocat.store.changes import Change, log
from photocat.store.relations import (
    Join,
    read_pictures,
    read_relations,
    read_works,
    replace_works,
)
from photocat.store.relations import rejoin as join_works
from photocat.store.rows import RELATION, relation_of, relation_row
from photocat.store.seals import columns_of
from photocat.store.sql import insert_many
from photocat.store.tables import changes, photos, relations

RELATION_CHANGE = "relation"
"""``Change.what`` of a decision: between its photo and the one whose id is its key."""

_COLUMNS = columns_of(relations)


class Decided(NamedTuple):
    """A relation as somebody decided it."""

    relation: Relation
    at: int
    """Microseconds since 0001-01-01, UTC."""
    note: str | None


class Decision(NamedTuple):
    """A decided relation between digests."""

    first: str
    second: str
    relation: Relation
    at: int
    note: str | None


def decide(connection: Connection, txn_id: int, decided: Sequence[Decided], join: Join) -> None:
    """Store decisions in place of whatever stood between the same photos, and join their works."""
    changed = []
    for relation, at, note in decided:
        one, other = sorted((relation.first, relation.second))
        row = dict(zip(RELATION, relation_row(relation), strict=True))
        new = row | {"decided_at": at, "txn_id": txn_id}
        old = _read(connection, one, other)
        _put(connection, one, other, new)
        said = {"row": new} | ({"note": note} if note else {})
        changed.append(Change(one, RELATION_CHANGE, str(other), _row(old), said))
    log(connection, txn_id, changed)
    touched = {photo for d in decided for photo in (d.relation.first, d.relation.second)}
    join_works(connection, touched, join)


def repeat(connection: Connection, txn_id: int, of: Mapping[int, int]) -> None:
    """Let new photos be to others what people decided that photos of the same pixels are."""
    columns = [relations.c[name] for name in _COLUMNS]
    changed = []
    for photo, like in of.items():
        mine = or_(relations.c.first_id == like, relations.c.second_id == like)
        rows = select(*columns).where(mine, relations.c.decided_by.is_not(None))
        for row in connection.execute(rows.order_by(*relations.primary_key)).mappings():
            sides = {side: row[side] for side in ("first_id", "second_id")}
            new = dict(row) | {side: photo if id == like else id for side, id in sides.items()}
            (other,) = {*sides.values()} - {like}
            _put(connection, photo, other, new | {"txn_id": txn_id})
            said = _row(_read(connection, photo, other))
            changed.append(Change(photo, RELATION_CHANGE, str(other), None, said))
    log(connection, txn_id, changed)


def take_back(connection: Connection, undone: Sequence[Change]) -> list[Change]:
    """Let stand again what stood before some decisions; returns what that changes.

    Works are to be joined anew afterwards.
    """
    back = [change._replace(old=change.new, new=change.old) for change in undone]
    for change in back:
        row = change.new["row"] if change.new else None
        _put(connection, change.photo, int(change.key), row)
    return back


def stands(connection: Connection, change: Change) -> bool:
    """Whether a relation is still what a change made it; what machines found may be another."""
    now = _read(connection, change.photo, int(change.key))
    then = change.new["row"] if change.new else None
    if then is None or then["decided_by"] is None:
        return now is None or now["decided_by"] is None
    return bool(now == then)


def read_decisions(connection: Connection) -> list[Decision]:
    """Every decision in force, by the digests of its photos."""
    one, other = photos.alias(), photos.alias()
    columns = [relations.c[name] for name in (*RELATION, "decided_at")]
    rows = (
        select(one.c.sha256, other.c.sha256, *columns)
        .join(one, one.c.id == relations.c.first_id)
        .join(other, other.c.id == relations.c.second_id)
        .where(relations.c.decided_by.is_not(None))
        .order_by(relations.c.decided_at, one.c.sha256, other.c.sha256)
    )
    notes = _notes(connection)
    return [
        Decision(first, second, relation := relation_of(tuple(row)), at, notes.get(_pair(relation)))
        for first, second, *row, at in connection.execute(rows)
    ]


def _notes(connection: Connection) -> dict[frozenset[int], str]:
    """What was noted with the last decision on each pair that has a note, from the log."""
    rows = (
        select(changes.c.photo_id, changes.c.key, changes.c.new)
        .where(changes.c.what == RELATION_CHANGE)
        .order_by(changes.c.id)
    )
    last = {
        frozenset((photo, int(key))): json.loads(new) if new else {}
        for photo, key, new in connection.execute(rows)
    }
    return {pair: said["note"] for pair, said in last.items() if "note" in said}


def _pair(relation: Relation) -> frozenset[int]:
    return frozenset((relation.first, relation.second))


def rejoin(connection: Connection, join: Join) -> None:
    """Store the works that follow from the relations; what is not compared yet waits for that."""
    compared = read_works(connection).keys()
    pictures = [picture for picture in read_pictures(connection) if picture.id in compared]
    between = [r for r in read_relations(connection) if {r.first, r.second} <= compared]
    replace_works(connection, join(pictures, between))


def _read(connection: Connection, one: int, other: int) -> dict[str, Any] | None:
    columns = [relations.c[name] for name in _COLUMNS]
    row = connection.execute(select(*columns).where(_between(one, other))).one_or_none()
    return None if row is None else dict(row._mapping)


def _put(connection: Connection, one: int, other: int, row: Mapping[str, Any] | None) -> None:
    connection.execute(delete(relations).where(_between(one, other)))
    if row is not None:
        values = tuple(row.get(name) for name in _COLUMNS)
        insert_many(connection, relations, _COLUMNS, [values])


def _row(row: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if row is None else {"row": row}


def _between(one: int, other: int) -> ColumnElement[bool]:
    first, second = relations.c.first_id, relations.c.second_id
    return or_(
        and_(first == one, second == other),
        and_(first == other, second == one),
    )
