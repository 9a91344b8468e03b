"""Photos and files taken out of a catalog again, and put back: what undoing an ingest takes.

Everything of them goes into the log, row by row, so nothing is lost by it; and their ids are given
out to nothing else, so that it can come back as it was.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, or_, select

from photocat.store import derived
from photocat.store.changes import DELIVERY, PHOTO, Change
from photocat.store.seals import columns_of
from photocat.store.sql import insert_many, last_id
from photocat.store.tables import (
    files,
    fingerprints,
    marks,
    photos,
    relations,
    statements,
    tags,
)
from photocat.store.tables_derived import works

Rows = dict[str, list[dict[str, Any]]]
"""By table, rows as they can be written as JSON."""

TABLES: tuple[Table, ...] = (photos, files, statements, tags, fingerprints, relations, works)
"""What a photo consists of, in the order in which it is put back."""

NUMBERED = (photos, files, statements, tags)
"""Of these, those with ids of their own."""


def added_by(connection: Connection, run_id: int) -> Iterator[Change]:
    """What a run added: each photo, and each file of a photo that was there, as changes."""
    rows = select(files.c.photo_id, files.c.path).join(photos, photos.c.id == files.c.photo_id)
    here = files.c.run_id == run_id
    for photo, path in connection.execute(
        rows.where(here, photos.c.run_id != run_id).order_by(files.c.id)
    ).all():
        yield Change(photo, DELIVERY, path, None, {})
    new = select(photos.c.id, photos.c.sha256).where(photos.c.run_id == run_id)
    for photo, digest in connection.execute(new.order_by(photos.c.id)).all():
        yield Change(photo, PHOTO, digest, None, {})


def stands(connection: Connection, change: Change) -> bool:
    """Whether what was put in is still there alone, or what was taken out has not come anew."""
    if change.new is None:
        return _is_free(connection, change)
    if change.what == DELIVERY:
        return _delivered(connection, change) is not None
    its = files.c.photo_id == photos.c.id
    others = select(files.c.id).join(photos, its).where(photos.c.id == change.photo)
    return connection.scalar(others.where(files.c.run_id != photos.c.run_id).limit(1)) is None


def take_back(connection: Connection, undone: Sequence[Change]) -> list[Change]:
    """Take out what was added, or put back what was taken out; returns what that changes."""
    out = [change for change in undone if change.new is not None]
    back = [change for change in undone if change.new is None]
    return [*_take_out(connection, out), *_put_back(connection, back)]


def _take_out(connection: Connection, added: Sequence[Change]) -> list[Change]:
    taken = []
    for change in added:
        if change.what == DELIVERY:
            which = _of_file(change.photo, _delivered(connection, change) or 0)
        else:
            which = _of_photo(change.photo)
        taken.append(change._replace(old=_read(connection, which), new=None))
        if change.what == PHOTO:
            derived._remove(connection, [change.photo])
        _mark(connection)
        for table in reversed(TABLES):
            if table in which:
                connection.execute(delete(table).where(which[table]))
    return taken


def _put_back(connection: Connection, taken: Sequence[Change]) -> list[Change]:
    for table in TABLES:
        rows = [row for change in taken for row in change.old.get(table.name, ())]
        columns = columns_of(table)
        values = [tuple(_value(row[name]) for name in columns) for row in rows]
        insert_many(connection, table, columns, values)
    return [change._replace(old=None, new=change.old) for change in taken]


def _of_photo(photo: int) -> dict[Table, ColumnElement[bool]]:
    related = or_(relations.c.first_id == photo, relations.c.second_id == photo)
    tables = (files, statements, tags, fingerprints, works)
    of_it = {table: table.c.photo_id == photo for table in tables}
    return {photos: photos.c.id == photo, **of_it, relations: related}


def _of_file(photo: int, file: int) -> dict[Table, ColumnElement[bool]]:
    beside = {t: (t.c.photo_id == photo) & (t.c.file_id == file) for t in (statements, tags)}
    return {files: files.c.id == file, **beside}


def _read(connection: Connection, which: Mapping[Table, ColumnElement[bool]]) -> Rows:
    found: Rows = {}
    for table, condition in which.items():
        columns = [table.c[name] for name in columns_of(table)]
        rows = connection.execute(select(*columns).where(condition).order_by(*table.primary_key))
        found[table.name] = [
            {name: _written(value) for name, value in row.items()} for row in rows.mappings()
        ]
    return {name: rows for name, rows in found.items() if rows}


def _delivered(connection: Connection, change: Change) -> int | None:
    same = (files.c.path == change.key) & (files.c.photo_id == change.photo)
    file: int | None = connection.scalar(select(files.c.id).where(same))
    return file


def _is_free(connection: Connection, change: Change) -> bool:
    """Whether a photo has not come anew; of a file, whether its photo is still there."""
    there = photos.c.sha256 == change.key if change.what == PHOTO else photos.c.id == change.photo
    found = connection.scalar(select(photos.c.id).where(there)) is not None
    return found == (change.what == DELIVERY)


def _mark(connection: Connection) -> None:
    """Remember the last ids, so that those that are taken out are never given out again."""
    known = dict(map(tuple, connection.execute(select(marks.c.name, marks.c.value))))
    for table in NUMBERED:
        last = last_id(connection, table)
        if last > known.get(table.name, 0):
            connection.execute(delete(marks).where(marks.c.name == table.name))
            insert_many(connection, marks, ("name", "value"), [(table.name, last)])


def _written(value: Any) -> Any:
    return {"base64": b64encode(value).decode()} if isinstance(value, bytes) else value


def _value(value: Any) -> Any:
    return b64decode(value["base64"]) if isinstance(value, dict) else value
