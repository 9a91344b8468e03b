"""What was found beside files: said anew when a file is read again, the old withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from photocat.store.changes import Change, log
from photocat.store.prepare import Prepared
from photocat.store.rows import STATEMENT, Row
from photocat.store.runs import Run
from photocat.store.seats import Seat
from photocat.store.sql import insert_many, new_ids, one_of
from photocat.store.tables import statements, tags

STATEMENT_COLUMNS = ("id", "photo_id", "file_id", *STATEMENT, "status", "txn_id")
TAG_COLUMNS = ("id", "photo_id", "file_id", "data")


def say_beside(connection: Connection, run: Run, read: Sequence[tuple[Seat, Prepared]]) -> set[int]:
    """Store what was found beside files; returns the files where it is not what it was."""
    said = _said(connection, [seat for seat, _ in read if not seat.new])
    differing = [(s, p) for s, p in read if said.get(s.file, ()) != p.file_statements]
    _withdraw(connection, run, [(s, p) for s, p in differing if s.file in said], said)
    ids = new_ids(connection, statements)
    insert_many(
        connection,
        statements,
        STATEMENT_COLUMNS,
        [
            (next(ids), seat.photo, seat.file, *row, "stated", run.txn)
            for seat, prepared in differing
            for row in prepared.file_statements
        ],
    )
    _replace_tags(connection, read)
    return {seat.file for seat, _ in differing}


def _said(connection: Connection, seats: Sequence[Seat]) -> dict[int, tuple[Row, ...]]:
    if not seats:
        return {}
    columns = [statements.c[name] for name in STATEMENT]
    said: dict[int, tuple[Row, ...]] = {}
    rows = (
        select(statements.c.file_id, *columns)
        .where(one_of(connection, statements.c.photo_id, [s.photo for s in seats]))
        .where(one_of(connection, statements.c.file_id, [s.file for s in seats]))
        .where(statements.c.status == "stated")
        .order_by(statements.c.id)
    )
    for file, *row in connection.execute(rows):
        said[file] = (*said.get(file, ()), tuple(row))
    return said


def _withdraw(
    connection: Connection,
    run: Run,
    differing: Sequence[tuple[Seat, Prepared]],
    said: dict[int, tuple[Row, ...]],
) -> None:
    if not differing:
        return
    connection.execute(
        update(statements)
        .where(one_of(connection, statements.c.photo_id, [s.photo for s, _ in differing]))
        .where(one_of(connection, statements.c.file_id, [s.file for s, _ in differing]))
        .where(statements.c.status == "stated")
        .values(status="withdrawn")
    )
    log(
        connection,
        run.txn,
        [
            Change(s.photo, "statements", p.path, _told(said[s.file]), _told(p.file_statements))
            for s, p in differing
        ],
    )


def _told(rows: Sequence[Row]) -> list[list[str]]:
    """Field and text of statement rows: enough to read the log by."""
    return [[row[0], row[2]] for row in rows]


def _replace_tags(connection: Connection, read: Sequence[tuple[Seat, Prepared]]) -> None:
    before = [seat for seat, _ in read if not seat.new]
    if before:
        connection.execute(
            delete(tags)
            .where(one_of(connection, tags.c.photo_id, [seat.photo for seat in before]))
            .where(one_of(connection, tags.c.file_id, [seat.file for seat in before]))
        )
    ids = new_ids(connection, tags)
    rows = [(next(ids), s.photo, s.file, p.file_tags) for s, p in read if p.file_tags]
    insert_many(connection, tags, TAG_COLUMNS, rows)
