"""Which files the catalog knows, and whether they are still there.

A file that is not seen any more is missing since then; nothing of it is deleted.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple, cast

from sqlalchemy import ColumnElement, Connection, select, update

from photocat.records import FileState, ImageFile
from photocat.store.changes import FILE, Change, log
from photocat.store.clock import now
from photocat.store.paths import escape, lies_under, unescape
from photocat.store.rows import clean, sidecars_of
from photocat.store.runs import Run
from photocat.store.seals import reseal
from photocat.store.sql import one_of, under
from photocat.store.tables import files, photos, problems


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


def sizes(connection: Connection) -> tuple[array[int], array[int]]:
    """The size of every photo, in order, and their ids."""
    rows = select(photos.c.byte_size, photos.c.id).order_by(photos.c.byte_size, photos.c.id)
    found = array("q"), array("q")
    for size, id in connection.execution_options(yield_per=10_000).execute(rows):
        found[0].append(size)
        found[1].append(id)
    return found


def sound_digests(connection: Connection, photo_ids: Collection[int]) -> tuple[str, ...]:
    """The digests of some photos, less those with a problem listed for any of their files."""
    listed = select(files.c.photo_id).join(problems, problems.c.path == files.c.path)
    rows = select(photos.c.sha256).where(
        one_of(connection, photos.c.id, photo_ids),
        photos.c.pixel_digest.is_not(None),
        photos.c.id.not_in(listed.where(one_of(connection, files.c.photo_id, photo_ids))),
    )
    return tuple(connection.scalars(rows.order_by(photos.c.sha256)))


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
        reseal(connection, files, ids)
        log(
            connection,
            run.txn,
            [
                Change(photo, FILE, path, {"state": "missing"}, {"state": "present"})
                for _, photo, path in returned
            ],
        )
    connection.execute(update(files).where(there).values(seen_at=at))
    return set() if supplier is None else _deliver(connection, run, there, clean(supplier))


def _deliver(
    connection: Connection, run: Run, which: ColumnElement[bool], supplier: str
) -> set[int]:
    """Note that files came from a supplier; the photos of those of which that is news."""
    columns = (files.c[name] for name in ("id", "photo_id", "path", "supplier"))
    other = which & files.c.supplier.is_distinct_from(supplier)
    rows = connection.execute(select(*columns).where(other).order_by(files.c.id)).all()
    if not rows:
        return set()
    these = one_of(connection, files.c.id, [row.id for row in rows])
    connection.execute(update(files).where(these).values(supplier=supplier))
    reseal(connection, files, these)
    new = {"supplier": supplier}
    log(
        connection,
        run.txn,
        [Change(row.photo_id, FILE, row.path, {"supplier": row.supplier}, new) for row in rows],
    )
    return {row.photo_id for row in rows}


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
    reseal(connection, files, ids)
    moved = _first_seen(connection, run, {file.photo_id for _, file in gone})
    log(
        connection,
        run.txn,
        [
            Change(
                file.photo_id,
                FILE,
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


def stands(connection: Connection, change: Change) -> bool:
    """Whether a file is still known as a change left it."""
    values = _columns(change.new)
    row = connection.execute(select(files).where(_of(change))).mappings().one_or_none()
    return row is not None and all(row[name] == value for name, value in values.items())


def take_back(connection: Connection, undone: Sequence[Change]) -> list[Change]:
    """Know files again as they were before some changes; returns what that changes."""
    for change in undone:
        which = _of(change)
        values = _columns(change.old)
        if "state" in values:
            values["state_at"] = now()
        connection.execute(update(files).where(which).values(values))
        reseal(connection, files, which)
    return [change._replace(old=change.new, new=change.old) for change in undone]


def _columns(side: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in side.items() if name in files.c}


def _of(change: Change) -> ColumnElement[bool]:
    return (files.c.path == change.key) & (files.c.photo_id == change.photo)


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
