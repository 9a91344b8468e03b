"""Who delivered photos, in which order, and what each of them said."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, select

from photocat.records import Statement
from photocat.store.paths import unescape
from photocat.store.sql import one_of
from photocat.store.tables import files, runs
from photocat.store.told import statements_by_file


class Delivery(NamedTuple):
    """One file of one photo, as it came."""

    photo: int
    path: str
    supplier: str | None
    state: str
    at: int
    """When the run began that saw it first: microseconds since 0001-01-01, UTC."""
    statements: tuple[Statement, ...]
    """What the bytes say, what people say, and what was found beside this file."""


def read_deliveries(connection: Connection, photo_ids: Collection[int]) -> list[Delivery]:
    """The files of photos, those that came first first."""
    told = statements_by_file(connection, photo_ids)
    rows = (
        select(files, runs.c.started_at)
        .join(runs, runs.c.id == files.c.run_id)
        .where(one_of(connection, files.c.photo_id, photo_ids))
        .order_by(files.c.run_id, files.c.id)
    )
    return [
        Delivery(
            row.photo_id,
            unescape(row.path),
            row.supplier,
            row.state,
            row.started_at,
            (*told.get((row.photo_id, None), ()), *told.get((row.photo_id, row.id), ())),
        )
        for row in connection.execute(rows)
    ]
