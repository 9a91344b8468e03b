"""What the gazetteer costs, and how often it is right.

    python scripts/bench/gazetteer.py [--build] [--full [FOLDER]]

Names and points are drawn from the gazetteer itself, the seed is fixed; no look-up is repeated, so
that none is answered from memory. Median, 95th and 99th percentile of CPU time. The bars: a name in
0.1 ms, a radius in 1 ms. Spellings are those of ``tests/gazetteer/variants.tsv``.

``--build`` builds the embedded file anew. A made-up dump of a hundredth of the size of GeoNames is
imported; with ``--full`` it has the real size (13 million places, 16 million names; 2.2 GB, some
minutes), and a FOLDER of an earlier run or of a real dump is imported as it is.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from geonames_dump import write_dump

from photocat.gazetteer import Gazetteer, open_gazetteer
from photocat.gazetteer.build import build
from photocat.gazetteer.open import DATA
from photocat.gazetteer.sources import embedded
from photocat.gazetteer.tables import regions, rows_of
from photocat.places import Point

Asked = TypeVar("Asked")
COUNT = 2_000
VARIANTS = Path(__file__).parents[2] / "tests/gazetteer/variants.tsv"
IMPORT = """
import re, sys, time
from pathlib import Path
from photocat.gazetteer.imports import import_places

def say(message):
    print(f"  {time.monotonic() - start:6.0f} s  {message}", file=sys.stderr, flush=True)

start = time.monotonic()
done = import_places(Path(sys.argv[1]), say=say)
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(f"{done.places:,} places imported in {time.monotonic() - start:.0f} s,"
      f" {time.process_time():.0f} s of CPU, {int(peak[1]) / 1024:.0f} MB of memory at most,"
      f" {len(done.refused)} lines refused")
print(done.path)
"""


def timed(name: str, ask: Callable[[Asked], object], questions: Sequence[Asked]) -> None:
    """Ask every question once and print what one took."""
    spent = []
    for question in questions:
        start = time.process_time_ns()
        ask(question)
        spent.append((time.process_time_ns() - start) / 1e6)
    spent.sort()
    p95, p99 = (spent[len(spent) * share // 100] for share in (95, 99))
    print(f"{name:34} {statistics.median(spent):8.3f} ms  p95 {p95:8.3f}  p99 {p99:8.3f}")


def memory_mb() -> float:
    """Highest resident memory so far (ru_maxrss: KiB on Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def look_up(path: Path) -> None:
    """Time look-ups in one file."""
    draw = random.Random(1)
    with sqlite3.connect(path) as file:
        (all_places,) = file.execute("SELECT count(*) FROM places").fetchone()
        (all_names,) = file.execute("SELECT count(*) FROM names").fetchone()
        step = max(1, all_places // 200_000)
        places = file.execute(
            "SELECT id, lat, lon, country FROM places WHERE id % ? = 0 AND kind != 'country'",
            (step,),
        ).fetchall()
        keys = [
            key
            for (key,) in file.execute(
                "SELECT DISTINCT key FROM names WHERE place % ? = 0 LIMIT 400000", (step,)
            )
        ]
    print(f"{all_places:,} places, {all_names:,} names, {path.stat().st_size / 1e6:,.0f} MB")
    some, names = draw.sample(places, COUNT), draw.sample(keys, COUNT)
    fresh = Gazetteer(path)
    held = memory_mb()
    timed("a name, exactly", fresh.named, names)
    misspelt = [
        (f"{name[:3]}x{name[3:]}", place[3])
        for name, place in zip(names[:300], some, strict=False)
        if place[3]
    ]
    timed("misspelt, within a country", lambda asked: fresh.find(*asked), misspelt)
    for km in (1, 5, 25, 50, 100, 200):
        timed(f"a radius of {km} km", lambda p, m=km * 1e3: fresh.near(Point(p[1], p[2]), m), some)
    timed("the nearest ten, however far", lambda p: fresh.near(Point(p[1], p[2]), None), some)
    timed("which sea", lambda p: fresh.waters(Point(p[1], p[2])), some[:500])
    timed("what contains it", lambda p: fresh.ancestors(p[0]), some)
    print(f"memory that the look-ups added: {memory_mb() - held:.0f} MB")


def spellings(gazetteer: Gazetteer) -> None:
    """How many spellings find their place first, with their country where the table says so."""
    counts: Counter[str] = Counter()
    with VARIANTS.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found = gazetteer.find(row["name"], row["within"] or None, limit=1)
            middle = Point(float(row["lat"]), float(row["lon"]))
            if not found:
                counts["none"] += 1
            elif found[0].point.distance_m(middle) <= max(12_000.0, found[0].radius_m):
                counts["right"] += 1
            else:
                counts["wrong"] += 1
    given = counts["right"] + counts["wrong"]
    print(
        f"{counts.total()} spellings: precision {counts['right'] / given:.3f},"
        f" recall {counts['right'] / counts.total():.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", action="store_true", help="build a file anew as well")
    parser.add_argument("--full", nargs="?", const="", metavar="FOLDER", help="a dump of real size")
    options = parser.parse_args()
    start = time.process_time()
    gazetteer = open_gazetteer()
    print(f"opened in {(time.process_time() - start) * 1e3:.0f} ms")
    look_up(gazetteer.paths[-1])
    spellings(gazetteer)
    cited = Counter(row["source"].split()[0].rstrip(":") for row in rows_of("sites.tsv"))
    print("sites cite " + ", ".join(f"{source} {count}" for source, count in cited.most_common()))
    with tempfile.TemporaryDirectory() as scratch:
        if options.build:
            start = time.process_time()
            build(Path(scratch) / "built.sqlite", embedded(), {}, members=regions())
            spent = time.process_time() - start
            print(f"built in {spent:.1f} s of CPU, {memory_mb():.0f} MB of memory at most")
        dump = Path(options.full or f"{scratch}/dump")
        if not dump.exists():
            share = 1 if options.full is not None else 100
            write_dump(dump, 13_000_000 // share, 16_000_000 // share)
        child = subprocess.run(
            [sys.executable, "-c", IMPORT, str(dump)],
            env={**os.environ, DATA: f"{scratch}/data"},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        *told, imported = child.stdout.splitlines()
        print("\n".join(told))
        look_up(Path(imported))


if __name__ == "__main__":
    main()
