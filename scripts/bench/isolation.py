"""What it costs that files are read in processes of their own, on JPEGs with nothing wrong.

    python scripts/bench/isolation.py [--files N] [--rounds N] [FOLDER]

The same ingest with one worker, supervised, and within the one process that nothing protects:
CPU of all processes and wall time, each in a fresh process, in turns. The start of a worker, which
is paid once, is measured with one small file and left out of the ratio.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

import corpus
from ingest import Spent, expect, ingest

BAR = 1.15


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", help="where the corpus is or is made")
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="photocat-bench-") as scratch:
        folder = asked.folder or Path(scratch) / "corpus"
        corpus.make(folder / "large", large=asked.files, small=0)
        (folder / "one").mkdir(exist_ok=True)
        (folder / "one/one.jpg").write_bytes(corpus.jpeg(0, (160, 120)))
        many: dict[int, list[Spent]] = {0: [], 1: []}
        one: dict[int, list[Spent]] = {0: [], 1: []}
        for round_ in range(asked.rounds):
            for jobs in (0, 1):
                catalog = Path(scratch) / f"{round_}-{jobs}"
                catalog.mkdir()
                many[jobs].append(ingest(catalog / "many.db", folder / "large", jobs, "features"))
                one[jobs].append(ingest(catalog / "one.db", folder / "one", jobs, "features"))
                expect(many[jobs][-1], {"stored": asked.files})
    cpu = {jobs: median_cpu(many[jobs]) - median_cpu(one[jobs]) for jobs in (0, 1)}
    wall = {jobs: statistics.median(spent.seconds for spent in many[jobs]) for jobs in (0, 1)}
    print(f"{asked.files} JPEGs of 12 megapixels, medians of {asked.rounds}")
    print(f"  in one process  {cpu[0]:7.2f} s CPU {wall[0]:7.2f} s wall")
    print(f"  in a worker     {cpu[1]:7.2f} s CPU {wall[1]:7.2f} s wall")
    ratio = cpu[1] / cpu[0]
    print(f"  ratio           {ratio:7.3f}        {wall[1] / wall[0]:7.3f}   (bar {BAR}, CPU)")
    print(f"  a worker's start {median_cpu(one[1]) - median_cpu(one[0]):6.2f} s CPU, once")
    return 0 if ratio <= BAR else 1


def median_cpu(all_: list[Spent]) -> float:
    return statistics.median(spent.cpu for spent in all_)


if __name__ == "__main__":
    raise SystemExit(main())
