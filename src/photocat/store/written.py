"""What photocat writes beside files: what is to be said, and the record that it was."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select, update

from photocat.errors import UsageError
from photocat.records import ImageFile, Statement
from photocat.store.changes import WRITTEN, Change, log
from photocat.store.paths import escape, unescape
from photocat.store.rows import sidecars_of, sidecars_text
from photocat.store.runs import Run
from photocat.store.seals import reseal
from photocat.store.sql import one_of
from photocat.store.tables import changes, files, runs, txns
from photocat.store.told import statements_by_file
from photocat.store.txns import UNDO, begin, read_changes, undone


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
    before: bytes | None = None
    """The sidecar that was there, kept so that it can be put back."""


class ToPutBack(NamedTuple):
    """What a transaction wrote for one photo, and what stood there before."""

    photo_id: int
    path: str
    old: str | None
    """SHA-256 of what was there; None: nothing was."""
    new: str
    before: bytes | None
    """What was there; None where there was nothing, or it was a photo itself."""


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
                WRITTEN,
                escape(each.path),
                _old(each.old, each.before),
                {"sha256": each.new, "changed": list(each.changed)},
            )
            for each in written
        ],
    )


def read_written(connection: Connection, txn: int) -> list[ToPutBack]:
    """What a transaction wrote, as it was written. Raises ``UsageError`` where that is undone."""
    if (by := undone(connection).get(txn)) is not None:
        raise UsageError(f"transaction {txn} is undone already, by {by}")
    return [
        ToPutBack(
            change.photo,
            unescape(change.key),
            change.old and change.old["sha256"],
            change.new["sha256"],
            _before(change.old),
        )
        for _, change in read_changes(connection, changes.c.txn_id == txn)
        if change.what == WRITTEN
    ]


def verb_of(connection: Connection, txn: int) -> str | None:
    """What made a transaction; None where there is none of this number."""
    verb: str | None = connection.scalar(select(txns.c.verb).where(txns.c.id == txn))
    return verb


def add_put_back(
    connection: Connection,
    txn: int,
    back: Sequence[tuple[ToPutBack, ImageFile | None]],
    who: str,
    note: str | None,
) -> int:
    """Log that sidecars were put back, as they are now or are no more; the new transaction."""
    undoing = begin(connection, who, UNDO, note, undoes=txn)
    for each, now in back:
        for file in told_by_file(connection, [each.photo_id]):
            others = tuple(known for known in file.sidecars if known.path != each.path)
            if len(others) < len(file.sidecars):
                sidecars = (*others, now) if now else others
                connection.execute(
                    update(files)
                    .where(files.c.id == file.file_id)
                    .values(sidecars=sidecars_text(sidecars))
                )
                reseal(connection, files, one_of(connection, files.c.id, [file.file_id]))
    log(
        connection,
        undoing,
        [
            Change(
                each.photo_id,
                WRITTEN,
                escape(each.path),
                {"sha256": each.new},
                {"sha256": each.old} if each.old else None,
            )
            for each, _ in back
        ],
    )
    return undoing


def _old(sha256: str | None, before: bytes | None) -> dict[str, str] | None:
    if sha256 is None:
        return None
    packed = {} if before is None else {"packet": base64.b64encode(zlib.compress(before)).decode()}
    return {"sha256": sha256} | packed


def _before(old: dict[str, str] | None) -> bytes | None:
    return zlib.decompress(base64.b64decode(old["packet"])) if old and "packet" in old else None
