"""What photocat writes beside files: what is to be said, and the record that it was."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select, update

from photocat.records import ImageFile, Statement
from photocat.store.changes import Change, log
from photocat.store.paths import escape, unescape
from photocat.store.rows import sidecars_of, sidecars_text
from photocat.store.runs import Run
from photocat.store.seals import reseal
from photocat.store.sql import one_of
from photocat.store.tables import files, runs
from photocat.store.told import statements_by_file


class Told(NamedTuple):
    """A file that is there, and all that is said of it."""

    file_id: int
    photo_id: int
    file: ImageFile
    """As it was when it was read last."""
    sidecars: tuple[ImageFile, ...]
    statements: tuple[Statement, ...]
    """What its bytes say, what people say, and what was found beside this very file."""


class Written(NamedTuple):
    """Something that was written for a file."""

    file_id: int
    photo_id: int
    path: str
    """Of what was written: a sidecar, or the file itself."""
    old: str | None
    """SHA-256 of what was there."""
    new: str
    changed: tuple[str, ...]
    """What was changed in it."""
    sidecars: tuple[ImageFile, ...]
    """Beside the file now."""


def identity(connection: Connection) -> str:
    """What tells this catalog from every other; empty before its first run. Moving keeps it."""
    began = connection.scalar(select(runs.c.started_at).order_by(runs.c.id).limit(1))
    return f"{began:x}" if began is not None else ""


def told_by_file(connection: Connection, photo_ids: Collection[int]) -> list[Told]:
    """The present files of photos, in the order of their paths."""
    said = statements_by_file(connection, photo_ids)
    rows = (
        select(files)
        .where(one_of(connection, files.c.photo_id, photo_ids), files.c.state == "present")
        .order_by(files.c.path)
    )
    return [
        Told(
            row.id,
            row.photo_id,
            ImageFile(unescape(row.path), row.size, row.mtime_ns, row.supplier),
            sidecars_of(row.sidecars),
            (*said.get((row.photo_id, None), ()), *said.get((row.photo_id, row.id), ())),
        )
        for row in connection.execute(rows)
    ]


def add_written(connection: Connection, run: Run, written: Sequence[Written]) -> None:
    """Log what was written, and know the sidecars as they are now."""
    for each in written:
        connection.execute(
            update(files)
            .where(files.c.id == each.file_id)
            .values(sidecars=sidecars_text(each.sidecars))
        )
    reseal(connection, files, one_of(connection, files.c.id, [each.file_id for each in written]))
    log(
        connection,
        run.txn,
        [
            Change(
                each.photo_id,
                "written",
                escape(each.path),
                {"sha256": each.old} if each.old else None,
                {"sha256": each.new, "changed": list(each.changed)},
            )
            for each in written
        ],
    )
