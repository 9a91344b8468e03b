"""What the gazetteer costs: to build, to open, to look a name up, to look around a point.

    python scripts/bench/gazetteer.py [--build]

Names and points are drawn from the gazetteer itself, the seed is fixed; no look-up is repeated, so
that none is answered from memory. Median and 99th percentile of CPU time. The bars: a name in
0.1 ms, a radius in 1 ms.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from photocat.gazetteer import Gazetteer, open_gazetteer
from photocat.gazetteer.build import build
from photocat.gazetteer.sources import embedded
from photocat.places import Point

Asked = TypeVar("Asked")
COUNT = 2_000


def timed(name: str, ask: Callable[[Asked], object], questions: Sequence[Asked]) -> None:
    spent = []
    for question in questions:
        start = time.process_time_ns()
        ask(question)
        spent.append((time.process_time_ns() - start) / 1e6)
    spent.sort()
    print(f"{name:34} {statistics.median(spent):8.3f} ms  p99 {spent[len(spent) * 99 // 100]:8.3f}")


def memory_mb() -> float:
    """Highest resident memory so far (ru_maxrss: KiB on Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", action="store_true", help="build a file anew as well")
    options = parser.parse_args()
    start = time.process_time()
    gazetteer = open_gazetteer()
    path = gazetteer.paths[-1]
    took_ms, size_mb = (time.process_time() - start) * 1e3, path.stat().st_size / 1e6
    print(f"opened in {took_ms:.0f} ms, {size_mb:.0f} MB")
    draw = random.Random(1)
    with sqlite3.connect(path) as file:
        places = file.execute("SELECT id, lat, lon, country FROM places").fetchall()
        keys = [row[0] for row in file.execute("SELECT key FROM names")]
    print(f"{len(places):,} places, {len(keys):,} names")
    some = draw.sample(places, COUNT)
    names = draw.sample(sorted(set(keys)), COUNT)
    fresh = Gazetteer(path)
    held = memory_mb()
    timed("a name, exactly", fresh.named, names)
    misspelt = [
        (f"{name[:3]}x{name[3:]}", place[3])
        for name, place in zip(names[:200], some, strict=False)
        if place[3]
    ]
    timed("misspelt, within a country", lambda asked: fresh.find(*asked), misspelt)
    for km in (5, 25, 100):
        timed(
            f"a radius of {km} km", lambda p, km=km: fresh.near(Point(p[1], p[2]), km * 1000), some
        )
    print(f"memory that the look-ups added: {memory_mb() - held:.0f} MB")
    if options.build:
        with tempfile.TemporaryDirectory() as folder:
            start = time.process_time()
            build(Path(folder) / "built.sqlite", embedded(), {})
            print(
                f"built in {time.process_time() - start:.0f} s of CPU, {memory_mb():.0f} MB at most"
            )


if __name__ == "__main__":
    main()
