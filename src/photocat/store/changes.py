"""The log of changes: what was so before, and what is so now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection

from photocat.store.rows import to_json
from photocat.store.sql import insert_many, new_ids
from photocat.store.tables import changes


class Change(NamedTuple):
    """One line of the log."""

    photo: int
    what: str
    """``file`` or ``statements``."""
    key: str
    """Which one: a path as stored."""
    old: Any
    """Plain values; None where there was nothing."""
    new: Any


def log(connection: Connection, txn_id: int, changed: Iterable[Change]) -> None:
    """Write changes into the log of a transaction, in order."""
    ids = new_ids(connection, changes)
    insert_many(
        connection,
        changes,
        ("id", "txn_id", "photo_id", "what", "key", "old", "new"),
        [(next(ids), txn_id, c.photo, c.what, c.key, _text(c.old), _text(c.new)) for c in changed],
    )


def _text(value: Any) -> str | None:
    return None if value is None else to_json(value)
