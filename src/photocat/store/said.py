"""Statements in the catalog: what was said in one place at one time, packed into one row.

Statements of a row are numbered from its id on; the log names each by its own number. Nothing of
what was said is ever changed: only the status of each, a letter in the row.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from sqlalchemy import Connection, bindparam, func, select, update

from photocat.errors import CatalogDamaged
from photocat.records import Scope, Statement
from photocat.store.rows import STATEMENT, Row, said_data, said_of, statement_of
from photocat.store.seals import Part, part, reseal
from photocat.store.sql import insert_parts, new_ids, one_of
from photocat.store.tables import files, statements

Status = Literal["stated", "denied", "withdrawn"]

STATUS: Final[Mapping[str, Status]] = {"s": "stated", "d": "denied", "w": "withdrawn"}
"""By the letters of the column ``status``."""

_RANK, _ORIGIN = STATEMENT.index("rank"), STATEMENT.index("origin")


class Said(NamedTuple):
    """One statement, as it is stored."""

    id: int
    photo: int
    file: int | None
    status: Status
    row: Row
    """The columns of ``rows.STATEMENT``."""

    @property
    def origin(self) -> str:
        """Where it was found."""
        origin: str = self.row[_ORIGIN]
        return origin

    @property
    def rank(self) -> int:
        """What it is ranked by."""
        rank: int = self.row[_RANK]
        return rank

    def statement(self) -> Statement:
        """As a value."""
        scope: Scope = "photo" if self.file is None else "file"
        return statement_of(self.row, scope, denied=self.status == "denied")


def packed(rows: Sequence[Row], letters: str | None = None) -> Part:
    """Rows of ``rows.STATEMENT`` as part of one row, all stated unless letters say otherwise."""
    return part(statements, ("said", "status"), (said_data(rows), letters or "s" * len(rows)))


def unpacked(saying: Part) -> list[Row]:
    """The rows of ``packed``."""
    return said_of(saying.row[0])


def add_said(
    connection: Connection, txn_id: int, said: Iterable[tuple[int, int | None, Part]]
) -> list[int]:
    """Store what was said of photos, by their bytes or beside a file; the id of each first one."""
    firsts: list[int] = []

    def rows() -> Iterator[tuple[Row, Part]]:
        id = next(new_ids(connection, statements))
        for photo, file, saying in said:
            firsts.append(id)
            count = len(saying.row[1])
            if count:
                yield (id, photo, file), saying
                id += count

    insert_parts(connection, statements, rows(), (txn_id,))
    return firsts


def read_said(connection: Connection, photo_ids: Collection[int]) -> Iterator[Said]:
    """Everything that was ever said of photos.

    First by their bytes, then beside their files in the order of their paths, as it was said.
    Raises ``CatalogDamaged`` where it cannot be read any more.
    """
    columns = (statements.c[name] for name in ("id", "photo_id", "file_id", "status", "said"))
    rows = (
        select(*columns)
        .outerjoin(files, files.c.id == statements.c.file_id)
        .where(one_of(connection, statements.c.photo_id, photo_ids))
        .order_by(func.coalesce(files.c.path, ""), statements.c.id)
    )
    for first, photo, file, letters, data in connection.execute(rows):
        try:
            told = [
                (STATUS[letter], row) for letter, row in zip(letters, said_of(data), strict=True)
            ]
        except (KeyError, ValueError, zlib.error) as problem:
            raise CatalogDamaged(
                f"what was said of photo {photo} (statements {first}) is not as it was written;"
                f" restore a backup ({problem})"
            ) from problem
        for id, (status, row) in enumerate(told, first):
            yield Said(id, photo, file, status, row)


def turn(connection: Connection, photo_ids: Collection[int], to: Mapping[int, str]) -> None:
    """Give statements of some photos, by their numbers, another status."""
    if not to:
        return
    rows = select(statements.c.id, statements.c.status).where(
        one_of(connection, statements.c.photo_id, photo_ids)
    )
    turned = []
    for first, letters in connection.execute(rows):
        now = "".join(to.get(first + n, STATUS[was])[0] for n, was in enumerate(letters))
        if now != letters:
            turned.append({"of": first, "now": now})
    if turned:
        which = update(statements).where(statements.c.id == bindparam("of"))
        connection.execute(which.values(status=bindparam("now")), turned)
        these = one_of(connection, statements.c.id, [row["of"] for row in turned])
        reseal(connection, statements, these)
