"""What captions say, said anew when they are read by newer rules; the old withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select, update

from photocat.preferred import PERSON
from photocat.records import Statement, Tag
from photocat.store import derived
from photocat.store.beside import STATEMENT_COLUMNS
from photocat.store.changes import Change, log
from photocat.store.rows import STATEMENT, Row, statement_row
from photocat.store.sql import insert_many, new_ids, one_of
from photocat.store.tables import files, statements
from photocat.store.told import statements_by_file, tags_by_file

Read = Callable[[Sequence[Statement], Sequence[Tag]], tuple[Statement, ...]]
"""From what is said of a photo in one place, and the tags there, to what the captions say."""

SPOKEN = "caption["
"""How the origin of every statement made of a caption begins."""

_TOLD_BY_CAPTIONS = (
    statements.c.origin.startswith(SPOKEN, autoescape=True),
    statements.c.rank > PERSON,
    statements.c.status == "stated",
)


class Retold(NamedTuple):
    """What the captions of one photo say, in its bytes or beside one file, before and after."""

    photo: int
    file: int | None
    old: tuple[Row, ...]
    new: tuple[Row, ...]


def plan(connection: Connection, photo_ids: Collection[int], read: Read) -> list[Retold]:
    """What reading the captions of photos again would change; what it would not is left out."""
    said = _said(connection, photo_ids)
    tagged = tags_by_file(connection, photo_ids)
    planned = []
    for place, told in statements_by_file(connection, photo_ids).items():
        stated = [s for s in told if s.rank > PERSON and not s.evidence.origin.startswith(SPOKEN)]
        new = tuple(map(statement_row, read(stated, tagged.get(place, ()))))
        if new != (old := said.get(place, ())):
            planned.append(Retold(*place, old, new))
    return planned


def retell(connection: Connection, txn_id: int, planned: Sequence[Retold]) -> None:
    """Withdraw what captions said, store what they say now, log it, and show it."""
    for retold in planned:
        theirs = statements.c.file_id.is_not_distinct_from(retold.file)
        connection.execute(
            update(statements)
            .where(statements.c.photo_id == retold.photo, theirs, *_TOLD_BY_CAPTIONS)
            .values(status="withdrawn")
        )
    ids = new_ids(connection, statements)
    rows = [(next(ids), r.photo, r.file, *row, "stated", txn_id) for r in planned for row in r.new]
    insert_many(connection, statements, STATEMENT_COLUMNS, rows)
    paths = _paths(connection, {r.file for r in planned if r.file is not None})
    log(connection, txn_id, _changes(planned, paths))
    derived.refresh(connection, {r.photo for r in planned})


def _changes(planned: Sequence[Retold], paths: dict[int, str]) -> Iterator[Change]:
    for r in planned:
        key = "caption" if r.file is None else paths[r.file]
        old, new = ([[row[0], row[2]] for row in rows] for rows in (r.old, r.new))
        yield Change(r.photo, "statements", key, old, new)


def _said(
    connection: Connection, photo_ids: Collection[int]
) -> dict[tuple[int, int | None], tuple[Row, ...]]:
    """Rows of what captions said, by photo and file."""
    columns = [statements.c[name] for name in STATEMENT]
    rows = (
        select(statements.c.photo_id, statements.c.file_id, *columns)
        .where(one_of(connection, statements.c.photo_id, photo_ids), *_TOLD_BY_CAPTIONS)
        .order_by(statements.c.id)
    )
    said: dict[tuple[int, int | None], tuple[Row, ...]] = {}
    for photo, file, *row in connection.execute(rows):
        said[photo, file] = (*said.get((photo, file), ()), tuple(row))
    return said


def _paths(connection: Connection, file_ids: Collection[int]) -> dict[int, str]:
    rows = select(files.c.id, files.c.path).where(one_of(connection, files.c.id, file_ids))
    return {row.id: row.path for row in connection.execute(rows)}
