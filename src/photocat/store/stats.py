"""What a catalog holds, counted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from photocat.store.tables import (
    files,
    fingerprints,
    kinds,
    photos,
    problems,
    relations,
    runs,
    statements,
)
from photocat.store.tables_derived import shown, works

UNSTATED = "unstated"
"""What stands for files without a supplier and photos without a date."""


def count_all(connection: Connection) -> dict[str, Any]:
    """Totals as numbers, and what is counted by kind as ``{kind: number}``."""

    def added_up(number: ColumnElement[int]) -> int:
        return int(connection.scalar(select(func.sum(number))) or 0)

    def total(table: FromClause) -> int:
        return connection.scalar(select(func.count()).select_from(table)) or 0

    def by(column: ColumnElement[Any], table: FromClause) -> dict[str, int]:
        rows = select(column, func.count()).select_from(table).group_by(column)
        counted = {str(kind or UNSTATED): count for kind, count in connection.execute(rows)}
        return dict(sorted(counted.items()))

    kind = fingerprints.join(kinds, kinds.c.id == fingerprints.c.kind_id)
    return {
        "photos": total(photos),
        "files": total(files),
        "bytes": added_up(photos.c.byte_size),
        "works": connection.scalar(select(func.count(works.c.work_id.distinct()))) or 0,
        "statements": added_up(func.length(statements.c.status)),
        "runs": total(runs),
        "format": by(photos.c.format, photos),
        "supplier": by(files.c.supplier, files),
        "state": by(files.c.state, files),
        "date_precision": by(shown.c.date_precision, shown),
        "located": connection.scalar(select(func.count(shown.c.lat))) or 0,
        "fingerprints": by(kinds.c.name, kind),
        "relations": by(relations.c.relation, relations),
        "problems": by(problems.c.code, problems),
    }
