"""Which files the catalog knows, and whether they are still there.

A file that is not seen any more is missing since then; nothing of it is deleted.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple, cast

from sqlalchemy import Connection, select, update

from photocat.records import FileState, ImageFile
from photocat.store.changes import Change, log
from photocat.store.clock import now
from photocat.store.paths import escape, lies_under, unescape
from photocat.store.rows import clean, sidecars_of
from photocat.store.runs import Run
from photocat.store.sql import one_of, under
from photocat.store.tables import files


class KnownFile(NamedTuple):
    """A file as it was when its bytes were read last."""

    file_id: int
    photo_id: int
    size: int
    mtime_ns: int
    sidecars: tuple[ImageFile, ...]
    state: FileState
    supplier: str | None


class Vanished(NamedTuple):
    """A file that was there and is not."""

    path: str
    photo_id: int
    moved_to: str | None
    """Where this run first saw the same bytes, if it did."""


_KNOWN = ("path", "id", "photo_id", "size", "mtime_ns", "sidecars", "state", "supplier")


def known_files(connection: Connection, prefixes: Sequence[str]) -> dict[str, KnownFile]:
    """Every known file that is one of the prefixes or lies in a folder that is, by path."""
    columns = (files.c[name] for name in _KNOWN)
    found = connection.execute(select(*columns).where(under(files.c.path, prefixes))).all()
    # What a path holds now replaces what it held before.
    before = sorted(row for row in found if row.state == "changed")
    lies_there = lies_under(prefixes)
    return {
        path: KnownFile(file, photo, size, mtime_ns, sidecars_of(beside), state, supplier)
        for rows in (before, (row for row in found if row.state != "changed"))
        for stored, file, photo, size, mtime_ns, beside, state, supplier in rows
        if lies_there(path := unescape(stored))
    }


def touch_files(
    connection: Connection, run: Run, paths: Collection[str], supplier: str | None = None
) -> set[int]:
    """Note that files were seen unchanged; returns the photos whose supplier is another now.

    Those that were missing are present again. A ``supplier`` is taken over where one is given.
    """
    at = now()
    stored = [escape(path) for path in paths]
    there = one_of(connection, files.c.path, stored) & (files.c.state != "changed")
    back = select(files.c.id, files.c.photo_id, files.c.path).where(
        there, files.c.state == "missing"
    )
    returned = list(connection.execute(back))
    if returned:
        ids = one_of(connection, files.c.id, [file for file, _, _ in returned])
        connection.execute(update(files).where(ids).values(state="present", state_at=at))
        log(
            connection,
            run.txn,
            [
                Change(photo, "file", path, {"state": "missing"}, {"state": "present"})
                for _, photo, path in returned
            ],
        )
    connection.execute(update(files).where(there).values(seen_at=at))
    if supplier is None:
        return set()
    supplier = clean(supplier)
    other = there & files.c.supplier.is_distinct_from(supplier)
    photos = set(connection.scalars(select(files.c.photo_id).where(other)))
    connection.execute(update(files).where(other).values(supplier=supplier))
    return photos


def mark_missing(
    connection: Connection, run: Run, prefixes: Sequence[str], seen: Collection[str]
) -> list[Vanished]:
    """Date the absence of known files under the prefixes that were not seen, in order of path."""
    at = now()
    gone = sorted(
        (escape(path), file)
        for path, file in known_files(connection, prefixes).items()
        if file.state == "present" and path not in seen
    )
    if not gone:
        return []
    ids = one_of(connection, files.c.id, [file.file_id for _, file in gone])
    connection.execute(update(files).where(ids).values(state="missing", state_at=at))
    moved = _first_seen(connection, run, {file.photo_id for _, file in gone})
    log(
        connection,
        run.txn,
        [
            Change(
                file.photo_id,
                "file",
                path,
                {"state": "present"},
                {"state": "missing", "moved_to": moved.get(file.photo_id)},
            )
            for path, file in gone
        ],
    )
    return [
        Vanished(unescape(path), file.photo_id, _plain(moved.get(file.photo_id)))
        for path, file in gone
    ]


def read_path(connection: Connection, path: str) -> int | None:
    """The photo that a path holds, or held last."""
    rows = (
        select(files.c.photo_id)
        .where(files.c.path == escape(path))
        .order_by(files.c.state == "changed", files.c.id.desc())
    )
    return cast("int | None", connection.scalar(rows.limit(1)))


def _first_seen(connection: Connection, run: Run, photo_ids: Collection[int]) -> dict[int, str]:
    rows = select(files.c.photo_id, files.c.path).where(
        one_of(connection, files.c.photo_id, photo_ids),
        files.c.run_id == run.id,
        files.c.state == "present",
    )
    found = connection.execute(rows.order_by(files.c.path.desc()))
    return {row.photo_id: row.path for row in found}


def _plain(path: str | None) -> str | None:
    return None if path is None else unescape(path)
