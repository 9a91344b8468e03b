"""What captions say, said anew when they are read by newer rules; the old withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from photocat.preferred import PERSON
from photocat.records import Statement, Tag
from photocat.store import derived
from photocat.store.anew import Anew, say_anew
from photocat.store.rows import STATEMENT, Row, statement_row
from photocat.store.sql import one_of
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
    said: tuple[tuple[int, Row], ...]
    """With the ids of the statements."""
    new: tuple[Row, ...]

    @property
    def old(self) -> tuple[Row, ...]:
        """What is said, without ids."""
        return tuple(row for _, row in self.said)


def plan(connection: Connection, photo_ids: Collection[int], read: Read) -> list[Retold]:
    """What reading the captions of photos again would change; what it would not is left out."""
    said = _said(connection, photo_ids)
    tagged = tags_by_file(connection, photo_ids)
    planned = []
    for place, told in statements_by_file(connection, photo_ids).items():
        stated = [s for s in told if s.rank > PERSON and not s.evidence.origin.startswith(SPOKEN)]
        new = tuple(map(statement_row, read(stated, tagged.get(place, ()))))
        if (retold := Retold(*place, said.get(place, ()), new)).old != new:
            planned.append(retold)
    return planned


def retell(connection: Connection, txn_id: int, planned: Sequence[Retold]) -> None:
    """Withdraw what captions said, store what they say now, log it, and show it."""
    paths = _paths(connection, {r.file for r in planned if r.file is not None})
    said = [
        Anew(r.photo, r.file, "caption" if r.file is None else paths[r.file], r.said, r.new)
        for r in planned
    ]
    say_anew(connection, txn_id, said)
    derived.refresh(connection, {r.photo for r in planned})


def _said(
    connection: Connection, photo_ids: Collection[int]
) -> dict[tuple[int, int | None], tuple[tuple[int, Row], ...]]:
    """Rows of what captions said, by photo and file, with their ids."""
    columns = [statements.c[name] for name in STATEMENT]
    rows = (
        select(statements.c.id, statements.c.photo_id, statements.c.file_id, *columns)
        .where(one_of(connection, statements.c.photo_id, photo_ids), *_TOLD_BY_CAPTIONS)
        .order_by(statements.c.id)
    )
    said: dict[tuple[int, int | None], tuple[tuple[int, Row], ...]] = {}
    for id, photo, file, *row in connection.execute(rows):
        said[photo, file] = (*said.get((photo, file), ()), (id, tuple(row)))
    return said


def _paths(connection: Connection, file_ids: Collection[int]) -> dict[int, str]:
    rows = select(files.c.id, files.c.path).where(one_of(connection, files.c.id, file_ids))
    return {row.id: row.path for row in connection.execute(rows)}
