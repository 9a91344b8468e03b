"""What is said of photos: their statements, as values."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from photocat.records import Scope, Statement
from photocat.store.rows import STATEMENT, statement_of
from photocat.store.sql import one_of
from photocat.store.tables import files, statements

_COLUMNS = [statements.c[name] for name in STATEMENT]


def read_statements(
    connection: Connection, photo_ids: Collection[int]
) -> dict[int, list[Statement]]:
    """What stands of each photo, and was not withdrawn.

    First what its bytes say, then what was found beside its files, in the order of their paths:
    the same whichever came first.
    """
    told: dict[int, list[Statement]] = {}
    rows = (
        select(statements.c.photo_id, statements.c.file_id, *_COLUMNS)
        .outerjoin(files, files.c.id == statements.c.file_id)
        .where(one_of(connection, statements.c.photo_id, photo_ids))
        .where(statements.c.status == "stated")
        .order_by(func.coalesce(files.c.path, ""), statements.c.id)
    )
    for photo, file, *row in connection.execute(rows):
        scope: Scope = "photo" if file is None else "file"
        told.setdefault(photo, []).append(statement_of(tuple(row), scope))
    return told
