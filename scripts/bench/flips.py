"""How many single flipped bytes in a catalog are found, and what it costs to find them.

    python scripts/bench/flips.py [--flips N] [--seed N] [--catalog FILE] [--full]

A catalog of the sample gallery (or a copy of another) is closed; then one byte of a copy is changed
at a random place, any byte of the file alike, and the copy checked: by SQLite itself, and as
``photocat check`` does. The table tells what the byte belonged to.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import struct
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from small import read_options
from sqlalchemy import func, select

from photocat import Catalog
from photocat.dedup.join import join
from photocat.errors import PhotocatError
from photocat.ingest import IngestOptions
from photocat.sample import write_gallery
from photocat.store import open_store, pages, seals

BAR = 0.99
PAGE = 4096
CLASSES = ("header", "structure", "rows", "indexes", "overflow and free pages", "unused space")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--flips", type=int, default=600)
    parser.add_argument("--seed", type=int, default=20160320)
    parser.add_argument("--catalog", type=Path, help="a catalog to copy; nobody may have it open")
    parser.add_argument("--full", action="store_true", help="check in full")
    chosen = read_options(parser, flips=40)
    with tempfile.TemporaryDirectory() as folder:
        if chosen.catalog:
            catalog = Path(shutil.copy(chosen.catalog, Path(folder) / "catalog.db"))
            with open_store(catalog, mode="create") as store:
                store.check(full=True, join=join)  # sums its pages, if they are not
        else:
            catalog = made(Path(folder))
        cost(catalog)
        return flip(catalog, chosen.flips, random.Random(chosen.seed), full=chosen.full)


def made(folder: Path) -> Path:
    """A catalog with a bit of everything in it."""
    path = folder / "catalog.db"
    write_gallery(folder / "gallery")
    with Catalog.init(path) as catalog:
        list(catalog.add([folder / "gallery"], supplier="AP", options=IngestOptions(jobs=1)))
        catalog.edit([1, 2, 3], ["caption=One.", "keywords+=a"])
        catalog.decide(1, 2, "different")
        catalog.undo()
    return path


def cost(path: Path) -> None:
    """Bytes and time of seals and of sums."""
    size = path.stat().st_size
    with open_store(path) as store, store.reading() as connection:
        rows, start = 0, time.process_time()
        for table in seals.sealed_tables():
            broken = list(seals.broken(connection, table))
            if broken:
                raise SystemExit(f"{table.name}: broken seals: {broken}")
            rows += connection.scalar(select(func.count()).select_from(table)) or 0
        seconds = time.process_time() - start
        print(
            f"{rows:,} sealed rows: at most {rows * 5 / size:.2%} of the file,"
            f" {seconds / rows * 1e6:.1f} µs of CPU each to check"
        )
        with closing(pages.Pages(path)) as there:
            start = time.process_time()
            pieces = len(list(pages.sums_now(connection, there)))
        seconds = time.process_time() - start
    print(
        f"{pieces:,} sums of pages: {pieces * 4 / size:.3%} of the file,"
        f" {seconds / size * 1e12:.0f} µs of CPU a megabyte to make"
    )


def flip(path: Path, flips: int, chance: random.Random, *, full: bool) -> int:
    """Flip bytes one by one; the exit status."""
    whole = path.read_bytes()
    belongs = classes(whole)
    tried: Counter[int] = Counter()
    found: Counter[int] = Counter()
    by_sqlite: Counter[int] = Counter()
    copy = path.with_name("copy.db")
    for _ in range(flips):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        copy.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        kind = belongs[at]
        tried[kind] += 1
        by_sqlite[kind] += not is_sound_to_sqlite(copy)
        if is_sound(copy, full=full):
            print(f"  not found: byte {at} (page {at // PAGE + 1}, {at % PAGE}), bit {bit}")
        else:
            found[kind] += 1
        for left in path.parent.glob("copy.db*"):
            left.unlink()
    print(f"{'a byte of':24} {'of file':>8} {'flips':>6} {'found':>6} {'by SQLite':>10}")
    shares = Counter(belongs)
    for kind, name in enumerate(CLASSES):
        print(
            f"{name:24} {shares[kind] / len(whole):8.1%} {tried[kind]:6} {found[kind]:6}"
            f" {by_sqlite[kind]:10}"
        )
    share, theirs = found.total() / flips, by_sqlite.total() / flips
    print(f"{'any':24} {1:8.1%} {flips:6} {found.total():6} {by_sqlite.total():10}")
    print(f"found {share:.2%} (at least {BAR:.0%}); SQLite itself finds {theirs:.1%}")
    return 0 if share >= BAR else 1


def classes(whole: bytes) -> bytearray:
    """What each byte of a file belongs to, by place in ``CLASSES`` (file format, section 1.6)."""
    belongs = bytearray([CLASSES.index("overflow and free pages")]) * len(whole)
    for start in range(0, len(whole), PAGE):
        head = 100 if start == 0 else 0
        page = whole[start : start + PAGE]
        kind = page[head]
        if kind not in (2, 5, 10, 13):
            continue
        first, cells, content, _ = struct.unpack_from(">HHHB", page, head + 1)
        body = head + (12 if kind in (2, 5) else 8) + 2 * cells
        content = content or 65_536
        value = CLASSES.index("indexes" if kind in (2, 10) else "rows")
        belongs[start : start + body] = bytes([CLASSES.index("structure")]) * body
        unused = bytes([CLASSES.index("unused space")])
        belongs[start + body : start + content] = unused * (content - body)
        belongs[start + content : start + PAGE] = bytes([value]) * (PAGE - content)
        while first:
            follows, size = struct.unpack_from(">HH", page, first)
            belongs[start + first : start + first + size] = unused * size
            first = follows
    belongs[:100] = bytes([CLASSES.index("header")]) * 100
    return belongs


def is_sound(path: Path, *, full: bool) -> bool:
    try:
        with open_store(path) as store:
            return all(finding["ok"] for finding in store.check(full=full, join=join))
    except PhotocatError:
        return False


def is_sound_to_sqlite(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as raw:
            return raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


if __name__ == "__main__":
    raise SystemExit(main())
