"""What ingest costs: against the floor, the second time, and in memory.

    python scripts/bench/ingest.py [--small] [--mp12 N] [--mp2 N,N,…] [--jobs N] [FOLDER]

Times are CPU seconds of a fresh process and all its workers, start-up included. The floor reads
the bytes, takes their SHA-256 and decodes once at reduced size, in this process. Against the floor
stands what is done for each file; how memory and time grow is measured over everything that
``photocat ingest`` does, relating new photos to all others included. A corpus that is kept in
FOLDER is drawn only once.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import corpus
from floor import floor
from small import read_options

BARS = {"floor": 2.0, "second run": 20.0}
TINY = (240, 180)
A_FOLDER = 500
"""Small files that lie together."""
A_COPY = 25
"""Of so many small files one is another one anew, at another quality."""

INGEST = """
import json, resource, sys, time
from collections import Counter
start = time.perf_counter()
from photocat import Catalog
from photocat.ingest import IngestOptions, add

options = IngestOptions(jobs=int(sys.argv[3]), features="features" in sys.argv)
with Catalog.init(sys.argv[1]) as catalog:
    if "relating" in sys.argv:
        road = catalog.add([sys.argv[2]], options=options)
    else:
        store = catalog._store
        road = add(store, [sys.argv[2]], options=options, cache=store.cache_folder)
    outcomes = Counter(added.outcome for added in road)
ours, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "outcomes": outcomes,
    "seconds": time.perf_counter() - start,
    "parent": ours.ru_utime + ours.ru_stime,
    "workers": theirs.ru_utime + theirs.ru_stime,
}))
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one ingest cost."""

    outcomes: dict[str, int]
    seconds: float
    parent: float
    """CPU seconds."""
    workers: float
    parent_peak: int
    """MiB of physical memory."""
    worker_peak: int

    @property
    def cpu(self) -> float:
        """CPU seconds of all processes."""
        return self.parent + self.workers


def ingest(catalog: Path, folder: Path, jobs: int, *wanted: str) -> Spent:
    """One ingest in a fresh process, its memory looked at ten times a second.

    ``wanted``: ``features``, ``relating``, or both, as ``photocat ingest`` has it.
    """
    command = [sys.executable, "-c", INGEST, str(catalog), str(folder), str(jobs), *wanted]
    parent_peak = worker_peak = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            parent_peak = max(parent_peak, peak(process.pid))
            worker_peak = max([worker_peak, *map(peak, children(process.pid))])
            time.sleep(0.1)
        told = json.loads(process.communicate()[0])
    return Spent(**told, parent_peak=parent_peak, worker_peak=worker_peak)


def expect(spent: Spent, outcomes: dict[str, int]) -> None:
    """Stop where something else was measured than what was meant."""
    if spent.outcomes != outcomes:
        sys.exit(f"expected {outcomes}, got {spent.outcomes}")


def peak(pid: int) -> int:
    """The most physical memory that a process has held, in MiB; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) >> 10 for line in lines if line.startswith("VmHWM:"))


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def against_the_floor(scratch: Path, folder: Path, large: int, jobs: int) -> None:
    """Print what 12-megapixel JPEGs cost, once and again."""
    paths = corpus.make(folder / "large", large=large, small=0)
    start = time.process_time()
    for path in paths:
        floor(path)
    least = time.process_time() - start
    one = folder / "one"
    if not one.exists():
        one.mkdir()
        (one / "one.jpg").write_bytes(corpus.jpeg(0, TINY))
    start_up = ingest(scratch / "one.db", one, 1, "features").cpu
    first = ingest(scratch / "large.db", folder / "large", jobs, "features")
    plain = ingest(scratch / "plain.db", folder / "large", jobs)
    second = ingest(scratch / "large.db", folder / "large", jobs, "features")
    expect(first, {"stored": large})
    expect(second, {"known": large})
    print(f"{large} JPEGs of 12 megapixels, {jobs} workers")
    print(f"  the floor                {least:8.2f} s CPU")
    print(f"  photocat                 {first.cpu:8.2f} s CPU, {first.seconds:.2f} s wall")
    print(f"    parent                 {first.parent:8.2f} s CPU")
    print(f"    workers                {first.workers:8.2f} s CPU")
    print(f"  ratio                    {first.cpu / least:8.2f}")
    print(f"    without local features {plain.cpu / least:8.2f}   (bar {BARS['floor']})")
    print(f"  one small file           {start_up:8.2f} s CPU: what a start costs")
    print(f"  second run               {second.cpu:8.2f} s CPU, {second.seconds:.2f} s wall")
    print(f"  times faster             {first.cpu / second.cpu:8.1f}   CPU")
    print(f"                           {first.seconds / second.seconds:8.1f}   wall")


def as_it_grows(scratch: Path, folder: Path, counts: list[int], jobs: int) -> None:
    """Print what many small files cost in memory and time, everything included, once and again."""
    print(f"\nsmall JPEGs, all of photocat ingest, {jobs} workers")
    print("            first run                                       second run")
    print(
        "   files    MiB parent  MiB worker  ms CPU a file: parent  workers"
        "   MiB parent  ms CPU a file  times faster"
    )
    for count in counts:
        few = make_small(folder / "small", count)
        catalog = scratch / f"small-{count}.db"
        first = ingest(catalog, few, jobs, "features", "relating")
        second = ingest(catalog, few, jobs, "features", "relating")
        expect(first, {"stored": count})
        expect(second, {"known": count})
        print(
            f"{count:8,} {first.parent_peak:13} {first.worker_peak:11}"
            f" {1000 * first.parent / count:22.2f} {1000 * first.workers / count:8.2f}"
            f" {second.parent_peak:12} {1000 * second.cpu / count:14.2f}"
            f" {first.cpu / second.cpu:13.1f}",
            flush=True,
        )


def make_small(folder: Path, count: int) -> Path:
    """A folder of links to the first so many small files, which are drawn where they are not."""
    few = folder.with_name(f"{folder.name}-{count}")
    for number in range(count):
        drawn = folder / f"{number // A_FOLDER:04}" / f"{number:06}.jpg"
        if not drawn.exists():
            drawn.parent.mkdir(parents=True, exist_ok=True)
            scene, copy = (number - 1, 70) if number % A_COPY == 1 else (number, 88)
            drawn.write_bytes(corpus.jpeg(scene, TINY, copy))
        linked = few / drawn.relative_to(folder)
        if not linked.exists():
            linked.parent.mkdir(parents=True, exist_ok=True)
            linked.hardlink_to(drawn)
    return few


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", help="where the corpus is or is made")
    parser.add_argument("--mp12", type=int, default=40, help="files of 12 megapixels; 0: none")
    parser.add_argument(
        "--mp2", default="1000,20000", help="how many files of 2 megapixels; empty: none"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = read_options(parser, mp12=8, mp2="100,200")
    scratch = Path(tempfile.mkdtemp(prefix="photocat-bench-"))
    try:
        folder = asked.folder or scratch / "corpus"
        if asked.mp12:
            against_the_floor(scratch, folder, asked.mp12, asked.jobs)
        if asked.mp2:
            counts = [int(count) for count in asked.mp2.split(",")]
            as_it_grows(scratch, folder, counts, asked.jobs)
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
