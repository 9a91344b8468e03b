"""What SQLite itself takes for the rows of a catalog: the floor under its writer; and their weight.

The rows of a finished catalog are inserted again into an empty one, in the same batches and the
same order, by ``executemany`` alone: no ids are given out, nothing is looked up, sealed or told.
What is left is what SQLite and the disk need for tables, indexes, full text and commits.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from photocat.store import open_store, wal
from photocat.store.engine import PRAGMAS, WRITERS_CACHE
from photocat.store.packed_words import unpack_words

Rows = list[tuple[Any, ...]]

WHOLE = ("runs", "txns", "kinds", "facet_values")
"""Tables of a few rows, copied first."""
BY_PHOTO = (
    *("photos", "files", "statements", "tags", "fingerprints"),
    *("shown", "shown_words", "shown_points"),
)
"""Tables of which a batch is inserted at a time."""


class Spent:
    """Time that passed in ``with`` blocks."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0

    def __enter__(self) -> None:
        self.wall -= time.perf_counter()
        self.cpu -= time.process_time()

    def __exit__(self, *_: object) -> None:
        self.wall += time.perf_counter()
        self.cpu += time.process_time()

    def rate(self, count: int) -> str:
        """How many in a second, by the clock and of the processor."""
        by_clock, by_cpu = count / self.wall, count / self.cpu
        each = 1e6 * self.cpu / count
        return f"{by_clock:10,.0f} photos/s {by_cpu:10,.0f} a CPU second {each:8.1f} µs of it each"


def insert_again(
    path: Path, numbers: range, batch_size: int, *, into: Path | None, rows: bool, words: bool
) -> Spent:
    """Insert the rows of some photos of a catalog, their words, or both, into an empty one beside
    it, or into a copy of the one that they were added to."""
    copy, spent = path.with_name("floor.db"), Spent()
    if into:
        shutil.copyfile(into, copy)
    open_store(copy, mode="create").close()
    with closing(sqlite3.connect(path)) as whole, closing(_opened(copy)) as raw:
        for table in WHOLE:
            _put(raw, f"INSERT OR IGNORE INTO {table}", _select(whole, f"* FROM {table}"))
        for first in range(numbers.start + 1, numbers.stop + 1, batch_size):
            ids = first, min(first + batch_size - 1, numbers.stop)
            work = [*(_rows(whole, *ids) if rows else ()), *(_words(whole, *ids) if words else ())]
            with spent:
                raw.execute("BEGIN IMMEDIATE")
                for target, values in work:
                    _put(raw, target, values)
                raw.execute("COMMIT")
                if copy.with_name("floor.db-wal").stat().st_size > wal.SHORT:
                    raw.execute("PRAGMA wal_checkpoint(PASSIVE)")
    for file in path.parent.glob("floor.db*"):
        file.unlink()
    return spent


def _rows(whole: sqlite3.Connection, first: int, last: int) -> Iterator[tuple[str, Rows]]:
    """What to insert of some photos, with the rows in hand."""
    for table in BY_PHOTO:
        of = "id" if table == "photos" else "photo_id"
        rows = _select(whole, f"* FROM {table} WHERE {of} BETWEEN {first} AND {last}")
        yield f"INSERT INTO {table}", rows
        if table == "shown_points":
            boxes = [(id, lat, lat, lon, lon) for id, _, _, lat, lon, _ in rows]
            yield "INSERT INTO points_index", boxes
    blocks = _select(
        whole, f"* FROM facet_blocks WHERE block BETWEEN {first >> 10} AND {last >> 10}"
    )
    yield "REPLACE INTO facet_blocks", blocks


def _words(whole: sqlite3.Connection, first: int, last: int) -> Iterator[tuple[str, Rows]]:
    kept = _select(
        whole,
        "position, words FROM shown JOIN shown_words USING (photo_id)"
        f" WHERE photo_id BETWEEN {first} AND {last} ORDER BY position",
    )
    words = [(position, *unpack_words(packed)) for position, packed in kept]
    yield "INSERT INTO words_index (rowid, caption, prose, stated)", words


def _select(whole: sqlite3.Connection, what: str) -> Rows:
    return whole.execute(f"SELECT {what}").fetchall()


def _put(raw: sqlite3.Connection, into: str, rows: Rows) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        raw.executemany(f"{into} VALUES ({marks})", rows)


def _opened(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in (*PRAGMAS, WRITERS_CACHE):
        raw.execute(f"PRAGMA {pragma}")
    return raw


def weights(path: Path) -> dict[str, int]:
    """The bytes of each table with its indexes; a virtual table is those that it consists of."""
    of = "SELECT tbl_name, sum(pgsize) FROM dbstat JOIN sqlite_master USING (name) GROUP BY 1"
    weighed: dict[str, int] = {}
    with closing(sqlite3.connect(path)) as raw:
        for table, size in raw.execute(of):
            name = next((n for n in ("words_index", "points_index") if table.startswith(n)), table)
            weighed[name] = weighed.get(name, 0) + size
    return dict(sorted(weighed.items(), key=lambda item: -item[1]))
