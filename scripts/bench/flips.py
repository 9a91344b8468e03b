"""How many single flipped bytes in a catalog are found, and what the seals of rows cost.

    python scripts/bench/flips.py [--flips N] [--seed N]

A catalog of the sample gallery is closed; then one byte of a copy
is changed at a random place, and the copy checked: by SQLite itself, and by ``Store.check``. Bytes
that no row, index or header uses are told apart: what dumps the same there is no loss.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select

from photocat import Catalog
from photocat.dedup.join import join
from photocat.errors import PhotocatError
from photocat.ingest import IngestOptions
from photocat.sample import write_gallery
from photocat.store import open_store, seals

BAR = 0.99


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--flips", type=int, default=300)
    parser.add_argument("--seed", type=int, default=20160320)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        catalog = made(Path(folder))
        cost(catalog)
        return flip(catalog, Path(folder), chosen.flips, random.Random(chosen.seed))


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
    """Bytes and time of the seals."""
    with open_store(path) as store, store.reading() as connection:
        rows = 0
        start = time.perf_counter()
        for table in seals.sealed_tables():
            broken = list(seals.broken(connection, table))
            if broken:
                raise SystemExit(f"{table.name}: broken seals: {broken}")
            rows += connection.scalar(select(func.count()).select_from(table)) or 0
        seconds = time.perf_counter() - start
    share = rows * 5 / path.stat().st_size
    print(
        f"{rows:,} sealed rows: at most {share:.1%} of the file, {seconds / rows * 1e6:.1f} µs each"
    )


def flip(path: Path, folder: Path, flips: int, chance: random.Random) -> int:
    """Flip bytes one by one; the exit status."""
    whole, size = path.read_bytes(), path.stat().st_size
    truth = dumped(path)
    found = by_sqlite = harmless = 0
    for _ in range(flips):
        at, bit = chance.randrange(size), 1 << chance.randrange(8)
        copy = folder / "copy.db"
        copy.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        by_sqlite += not is_sound_to_sqlite(copy)
        if is_sound(copy):
            if dumped(copy) == truth:
                harmless += 1
            else:
                print(f"  not found: byte {at} (page {at // 4096 + 1}, {at % 4096}), bit {bit}")
        else:
            found += 1
        for name in folder.glob("copy.db*"):
            name.unlink()
    share = found / (flips - harmless)
    print(
        f"{flips} flips: {found} found, {harmless} in bytes that nothing uses;"
        f" SQLite itself finds {by_sqlite}"
    )
    print(f"of those that matter: {share:.1%} (at least {BAR:.0%})")
    return 0 if share >= BAR else 1


def is_sound(path: Path) -> bool:
    try:
        with open_store(path) as store:
            return all(finding["ok"] for finding in store.check(join=join))
    except PhotocatError:
        return False


def is_sound_to_sqlite(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as raw:
            return raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def dumped(path: Path) -> list[str]:
    try:
        with open_store(path) as store:
            return [json.dumps(line, sort_keys=True) for line in store.dump_normalised()]
    except Exception as problem:  # noqa: BLE001  a damaged row raises anything at all
        return [repr(problem)]


if __name__ == "__main__":
    raise SystemExit(main())
