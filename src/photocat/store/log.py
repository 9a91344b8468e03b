"""The log as people read it: transactions, and what each changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from photocat.dates import format_moment
from photocat.store.changes import (
    DELIVERY,
    PHOTO,
    PROBLEMS,
    SEARCH,
    STATEMENTS,
    TAGS,
    WRITTEN,
    Change,
)
from photocat.store.decisions import RELATION_CHANGE
from photocat.store.paths import unescape
from photocat.store.spoken import WORDS
from photocat.store.sql import one_of
from photocat.store.tables import changes, files, photos, runs, txns
from photocat.store.txns import read_changes, undone

Shape = dict[str, Any]


def read_log(
    connection: Connection,
    *,
    photo: int | None = None,
    txn: int | None = None,
    limit: int | None = None,
) -> list[Shape]:
    """Transactions, latest first, as ``photocat.store.history.read_log`` tells them."""
    if txn is not None:
        return _shapes(connection, txns.c.id == txn, in_full=True)
    if photo is None:
        return _shapes(connection, limit=limit)
    touched = or_(
        txns.c.id.in_(select(changes.c.txn_id).where(_touching(photo))),
        txns.c.run_id.in_(select(photos.c.run_id).where(photos.c.id == photo)),
        txns.c.run_id.in_(select(files.c.run_id).where(files.c.photo_id == photo)),
    )
    return _shapes(connection, touched, photo=photo, in_full=True, limit=limit)


def _touching(photo: int) -> Any:
    related = and_(changes.c.what == RELATION_CHANGE, changes.c.key == str(photo))
    return or_(changes.c.photo_id == photo, related)


def _shapes(
    connection: Connection,
    which: Any = None,
    *,
    photo: int | None = None,
    in_full: bool = False,
    limit: int | None = None,
) -> list[Shape]:
    rows = select(txns, runs.c.counts).outerjoin(runs, runs.c.id == txns.c.run_id)
    if which is not None:
        rows = rows.where(which)
    found = connection.execute(rows.order_by(txns.c.id.desc()).limit(limit)).all()
    by = undone(connection)
    ids = [row.id for row in found]
    counted = (
        select(changes.c.txn_id, func.count(changes.c.photo_id.distinct()))
        .where(one_of(connection, changes.c.txn_id, ids))
        .group_by(changes.c.txn_id)
    )
    touched = dict(map(tuple, connection.execute(counted)))
    made: dict[int, list[Shape]] = {}
    if in_full:
        listed = one_of(connection, changes.c.txn_id, ids)
        for txn, change in read_changes(
            connection, listed if photo is None else and_(listed, _touching(photo))
        ):
            made.setdefault(txn, []).append(_change_shape(change))
    return [
        {
            "txn": row.id,
            "at": f"{format_moment(row.at)}Z",
            "who": row.who,
            "verb": row.verb,
            "note": row.note,
            "undoes": row.undoes,
            "undone_by": by.get(row.id),
            "photos": touched.get(row.id, 0),
            "counts": json.loads(row.counts) if row.counts else None,
        }
        | ({"changes": made.get(row.id, [])} if in_full else {})
        for row in found
    ]


def _change_shape(change: Change) -> Shape:
    """What was so before and what is so now, without the ids of rows."""
    tell = _TOLD.get(change.what, lambda side: side)
    old, new = (None if side is None else tell(side) for side in (change.old, change.new))
    shape = change._asdict() | {"photo": change.photo or None, "old": old, "new": new}
    if change.what == RELATION_CHANGE:
        shape["key"] = int(change.key)
    return shape


def _related(side: Shape) -> Shape:
    names = ("first_id", "second_id", "relation", "status", "decided_by")
    return {name.removesuffix("_id"): side["row"][name] for name in names}


_TOLD: dict[str, Callable[[Any], Any]] = {
    WORDS: lambda side: side["value"],
    STATEMENTS: lambda side: side["value"],
    RELATION_CHANGE: _related,
    TAGS: lambda _side: "tags",
    PROBLEMS: lambda side: [f"{code}: {detail}" for code, _, detail, *_ in side],
    PHOTO: lambda side: [unescape(row["path"]) for row in side["files"]],
    DELIVERY: lambda side: [unescape(row["path"]) for row in side["files"]],
    SEARCH: lambda side: side["query"],
    WRITTEN: lambda side: {name: side[name] for name in ("sha256", "changed") if name in side},
}
"""How each kind of change is told, where its values are not plain."""
