"""What is said of photos: their statements and raw tags, as values."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from photocat.records import Statement, Tag
from photocat.store.rows import tags_of
from photocat.store.said import read_said
from photocat.store.sql import one_of
from photocat.store.tables import files, tags


def read_statements(
    connection: Connection, photo_ids: Collection[int]
) -> dict[int, list[Statement]]:
    """What stands of each photo, and was not withdrawn.

    First what its bytes say, then what was found beside its files, in the order of their paths:
    the same whichever came first.
    """
    told: dict[int, list[Statement]] = {}
    for (photo, _), statements_of_file in statements_by_file(connection, photo_ids).items():
        told.setdefault(photo, []).extend(statements_of_file)
    return told


def statements_by_file(
    connection: Connection, photo_ids: Collection[int]
) -> dict[tuple[int, int | None], list[Statement]]:
    """The same by photo and file; without a file: what the bytes say."""
    told: dict[tuple[int, int | None], list[Statement]] = {}
    for said in read_said(connection, photo_ids):
        if said.status != "withdrawn":
            told.setdefault((said.photo, said.file), []).append(said.statement())
    return told


def tags_by_file(
    connection: Connection, photo_ids: Collection[int]
) -> dict[tuple[int, int | None], list[Tag]]:
    """The raw tags of photos by photo and file, in the order of statements."""
    rows = (
        select(tags.c.photo_id, tags.c.file_id, tags.c.data)
        .outerjoin(files, files.c.id == tags.c.file_id)
        .where(one_of(connection, tags.c.photo_id, photo_ids))
        .order_by(func.coalesce(files.c.path, ""), tags.c.id)
    )
    return {
        (photo, file): tags_of(data, "photo" if file is None else "file")
        for photo, file, data in connection.execute(rows)
    }
