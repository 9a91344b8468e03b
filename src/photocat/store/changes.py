"""The log of changes: what was so before, and what is so now.

what          key                      old and new
file          its path                 columns of ``files``
statements    a path, or ``caption``   what was said by machines, with the ids of the statements
tags          a path                   the raw tags beside the file
problems      a path                   what was listed for it
words         a field                  what people said of it, with the ids of the statements
relation      the other photo          the row of the relation
photo         its digest               everything of a photo that was taken out, or put back
delivery      a path                   everything of one file that was taken out, or put back
written       a path                   the digests of what photocat wrote, and what stood there
search        its name                 the row of a saved search
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from photocat.store.rows import to_json
from photocat.store.sql import insert_many, new_ids
from photocat.store.tables import changes

FILE: Final = "file"
STATEMENTS: Final = "statements"
TAGS: Final = "tags"
PROBLEMS: Final = "problems"
PHOTO: Final = "photo"
DELIVERY: Final = "delivery"
WRITTEN: Final = "written"
SEARCH: Final = "search"


class Change(NamedTuple):
    """One line of the log."""

    photo: int
    """0: of no photo."""
    what: str
    key: str
    """Which one; paths as stored."""
    old: Any
    """Plain values; None where there was nothing."""
    new: Any


def log(connection: Connection, txn_id: int, changed: Iterable[Change]) -> None:
    """Write changes into the log of a transaction, in order."""
    changed = list(changed)
    if not changed:
        return
    ids = new_ids(connection, changes)
    rows = [
        (next(ids), txn_id, c.photo or None, c.what, c.key, _text(c.old), _text(c.new))
        for c in changed
    ]
    columns = ("id", "txn_id", "photo_id", "what", "key", "old", "new")
    insert_many(connection, changes, columns, rows)


def _text(value: Any) -> str | None:
    return None if value is None else to_json(value)
