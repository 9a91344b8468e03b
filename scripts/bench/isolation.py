"""What it costs that files are read in processes of their own, on JPEGs with nothing wrong.

    python scripts/bench/isolation.py [--small] [--mp12 N] [--mp2 N] [--rounds N] [FOLDER]

The same ingest with one worker, supervised, and within the one process that nothing protects:
CPU of all processes and wall time, each in a fresh process, in turns, with the same settings of the
memory allocator. The start of a worker, which is paid once, is measured with one small file and
left out of the ratio. Pictures of 2 megapixels show what is paid for each file; those of 12, what
a desk pays.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from pathlib import Path

import corpus
from ingest import Spent, expect, ingest
from small import read_options

from photocat.ingest.process import SETTINGS

BAR = 1.15


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", help="where the corpus is or is made")
    parser.add_argument("--mp12", type=int, default=40, help="files of 12 megapixels")
    parser.add_argument("--mp2", type=int, default=120, help="files of 2 megapixels")
    parser.add_argument("--rounds", type=int, default=3)
    asked = read_options(parser, mp12=4, mp2=20, rounds=1)
    os.environ.update(SETTINGS)
    with tempfile.TemporaryDirectory(prefix="photocat-bench-") as scratch:
        folder = asked.folder or Path(scratch) / "corpus"
        corpus.make(folder / "large", large=asked.mp12, small=0)
        corpus.make(folder / "small", large=0, small=asked.mp2)
        (folder / "one").mkdir(exist_ok=True)
        (folder / "one/one.jpg").write_bytes(corpus.jpeg(0, (160, 120)))
        ratios = [
            compare(folder, name, files, asked.rounds, Path(scratch))
            for name, files in (("large", asked.mp12), ("small", asked.mp2))
        ]
    print(f"bar {BAR}, CPU")
    return 0 if max(ratios) <= BAR else 1


def compare(folder: Path, name: str, files: int, rounds: int, scratch: Path) -> float:
    """Print what a folder costs with and without a worker; the ratio."""
    many: dict[int, list[Spent]] = {0: [], 1: []}
    one: dict[int, list[Spent]] = {0: [], 1: []}
    for round_ in range(rounds):
        for jobs in (0, 1) if round_ % 2 else (1, 0):
            catalog = scratch / f"{name}-{round_}-{jobs}"
            catalog.mkdir()
            many[jobs].append(ingest(catalog / "many.db", folder / name, jobs, "features"))
            one[jobs].append(ingest(catalog / "one.db", folder / "one", jobs, "features"))
            expect(many[jobs][-1], {"stored": files})
    cpu = {jobs: median_cpu(many[jobs]) - median_cpu(one[jobs]) for jobs in (0, 1)}
    wall = {jobs: statistics.median(spent.seconds for spent in many[jobs]) for jobs in (0, 1)}
    ratio = cpu[1] / cpu[0]
    print(f"{files} {name} JPEGs, medians of {rounds} rounds")
    print(f"  in one process  {cpu[0]:7.2f} s CPU {wall[0]:7.2f} s wall")
    print(f"  in a worker     {cpu[1]:7.2f} s CPU {wall[1]:7.2f} s wall")
    print(f"  ratio           {ratio:7.3f}        {wall[1] / wall[0]:7.3f}")
    print(f"  a worker's start {median_cpu(one[1]) - median_cpu(one[0]):6.2f} s CPU, once")
    return ratio


def median_cpu(all_: list[Spent]) -> float:
    return statistics.median(spent.cpu for spent in all_)


if __name__ == "__main__":
    raise SystemExit(main())
