"""Transactions in the log: begun, undone, and read again."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from photocat.store.changes import Change
from photocat.store.clock import now
from photocat.store.rows import clean
from photocat.store.sql import insert_many, new_ids
from photocat.store.tables import changes, txns

UNDO = "undo"


def begin(
    connection: Connection, who: str, verb: str, note: str | None, *, undoes: int | None = None
) -> int:
    """A new transaction in the log."""
    txn = next(new_ids(connection, txns))
    columns = ("id", "at", "who", "verb", "note", "undoes")
    row = (txn, now(), clean(who), verb, clean(note) if note else None, undoes)
    insert_many(connection, txns, columns, [row])
    return txn


def undone(connection: Connection) -> dict[int, int]:
    """The transactions that are undone, and by which; one whose undo was undone is not."""
    undone: dict[int, int] = {}
    rows = select(txns.c.id, txns.c.undoes).where(txns.c.undoes.is_not(None))
    for id, undoes in connection.execute(rows.order_by(txns.c.id.desc())):
        if id not in undone:
            undone[undoes] = id
    return undone


def read_changes(connection: Connection, which: ColumnElement[bool]) -> list[tuple[int, Change]]:
    """Changes with their transactions, in the order in which they were made."""
    columns = [changes.c[name] for name in ("txn_id", "photo_id", "what", "key", "old", "new")]
    rows = connection.execute(select(*columns).where(which).order_by(changes.c.id))
    return [
        (txn, Change(photo or 0, what, key, _value(old), _value(new)))
        for txn, photo, what, key, old, new in rows
    ]


def _value(text: str | None) -> Any:
    return None if text is None else json.loads(text)
