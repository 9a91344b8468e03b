"""Near pairs beside other tools, on the same codes: time, memory, recall.

    python scripts/bench/near_peers.py [--small | --millions] [--peers FOLDER [--install]]

photocat tells all pairs. The others are asked for the neighbours of some codes, as many as they
answer in seconds; the time for all pairs is multiplied up from that (marked ~), each pair asked for
once. Recall is the share of the pairs of those codes that was found, by brute force; ``false`` how
many of their answers are none. Codes are drawn as in ``near``. Each tool is a process of its own;
memory is its peak with the codes. faiss runs with all cores, photocat with as many.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from near import Case, drawn
from numpy.typing import NDArray
from spent import STAND_INS, NotThere, add_peers, install, python_of

from photocat.nearest import brute_force
from photocat.nearest.codes import Codes

FRAME = """
import json, resource, sys, time
import numpy as np
codes = np.load(sys.argv[1])
radius, asked = int(sys.argv[2]), int(sys.argv[3])
begun = time.perf_counter()
{build}
built = time.perf_counter() - begun
begun = time.perf_counter()
{search}
seconds = time.perf_counter() - begun
np.save(sys.argv[4], np.stack([np.asarray(first), np.asarray(second)]))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({{"built": built, "seconds": seconds, "peak": peak}}))
"""

PHOTOCAT_BUILD = """
from photocat.nearest import HammingIndex
index = HammingIndex(np.arange(len(codes)), codes)
"""
PHOTOCAT_SEARCH = """
kept = [(np.empty(0, np.int64),) * 2]
for block in index.pair_blocks(radius):
    # The pairs of the codes that the others are asked for, to be held against brute force.
    ids = block.distinct.all_ids[block.distinct.offsets[:-1]]
    one, other = ids[block.first], ids[block.second]
    kept += [(a[a < asked], b[a < asked]) for a, b in ((one, other), (other, one))]
first, second = (np.concatenate(column) for column in zip(*kept))
"""

FAISS_SEARCH = """
limits, distances, labels = index.range_search(rows[:asked], radius + 1)
first = np.repeat(np.arange(asked), np.diff(limits.astype(np.int64)))
second = labels
"""
FAISS_FLAT = """
import faiss
rows = codes.view(np.uint8)
index = faiss.IndexBinaryFlat(rows.shape[1] * 8)
index.add(rows)
"""
FAISS_MULTI_HASH = """
import faiss
rows = codes.view(np.uint8)
tables = rows.shape[1] * 8 // 16
index = faiss.IndexBinaryMultiHash(rows.shape[1] * 8, tables, 16)
index.nflip = radius // tables
index.add(rows)
"""
BK_BUILD = (
    STAND_INS
    + """
from imagededup.handlers.search.bktree import BKTree
from imagededup.methods.hashing import PHash
hexed = {str(at): row.byteswap().tobytes().hex() for at, row in enumerate(codes)}
tree = BKTree(hexed, PHash.hamming_distance)
"""
)
BK_SEARCH = """
first, second = [], []
for at in range(asked):
    for name, distance in tree.search(hexed[str(at)], radius):
        first.append(at)
        second.append(int(name))
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """One line of each table."""

    name: str
    module: str
    build: str
    search: str
    work: float
    """Codes compared with how many questions, at most: about as much as takes 20 seconds."""
    most: int
    """Codes above which even the building takes too long."""


TOOLS = (
    Tool("faiss flat", "faiss", FAISS_FLAT, FAISS_SEARCH, 4e9, 100_000_000),
    Tool("faiss multi-hash", "faiss", FAISS_MULTI_HASH, FAISS_SEARCH, 1e9, 1_000_000),
    Tool("imagededup BK-tree", "imagededup", BK_BUILD, BK_SEARCH, 1e6, 100_000),
)

SMALL = (Case("uniform", 100_000),)
FULL = (
    *SMALL,
    Case("clumped", 100_000),
    Case("uniform", 100_000, 256, 31),
    Case("uniform", 1_000_000),
    Case("clumped", 1_000_000),
    Case("uniform", 1_000_000, 256, 31),
)
MILLIONS = (Case("uniform", 10_000_000), Case("uniform", 10_000_000, 256, 31))


def run(python: str, script: str, path: Path, case: Case, asked: int) -> dict[str, float]:
    """One tool on one set of codes, in a process of its own."""
    answers = path.with_name("answers.npy")
    command = [python, "-c", script, str(path), str(case.radius), str(asked), str(answers)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    told: dict[str, float] = json.loads(done.stdout)
    return told


def judged(path: Path, codes: Codes, case: Case, asked: int) -> tuple[float, int]:
    """The recall of what was answered, and how many answers are false."""
    first, second = np.load(path.with_name("answers.npy"))
    found = pairs(first[first != second], second[first != second])
    wanted: list[NDArray[np.int64]] = [np.empty(0, np.int64)]
    for at in range(asked):
        near, _ = brute_force.within(codes, codes[at], case.radius)
        near = near[near != at].astype(np.int64)
        wanted.append(pairs(np.full(len(near), at), near))
    truth = np.concatenate(wanted)
    recall = float(np.isin(truth, found).mean()) if len(truth) else 1.0
    return recall, int((~np.isin(found, truth)).sum())


def pairs(first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each pair as one number."""
    return first.astype(np.int64) << 32 | second.astype(np.int64)


def compare(case: Case, peers: Path | None, scratch: Path) -> None:
    """Print a line for each tool."""
    codes = np.unique(drawn(case), axis=0)
    codes = np.random.default_rng(3).permutation(codes)
    path = scratch / "codes.npy"
    np.save(path, codes)
    print(
        f"\n{len(codes):,} different codes of {case.bits} bits, {case.distribution}, radius"
        f" {case.radius}\n{'':20}{'built s':>9}{'all pairs s':>13}{'asked':>9}{'MiB':>8}"
        f"{'recall':>9}{'false':>7}"
    )
    most = max(10, min(1_000, int(2e9 / len(codes) / codes.shape[1])))
    ours = FRAME.format(build=PHOTOCAT_BUILD, search=PHOTOCAT_SEARCH)
    told = run(sys.executable, ours, path, case, most)
    recall, false = judged(path, codes, case, most)
    print(
        f"{'photocat':20}{told['built']:>9.1f}{told['seconds']:>13.2f}{'all':>9}"
        f"{told['peak']:>8,.0f}{recall:>9.3f}{false:>7}",
        flush=True,
    )
    for tool in TOOLS:
        if len(codes) > tool.most:
            print(f"{tool.name:20}not run: too much for it")
            continue
        try:
            python = python_of(peers, tool.module)
        except NotThere as how:
            print(f"{tool.name:20}not installed ({how})")
            continue
        asked = max(5, min(most, int(tool.work / len(codes))))
        told = run(python, FRAME.format(build=tool.build, search=tool.search), path, case, asked)
        recall, false = judged(path, codes, case, asked)
        seconds = told["seconds"] * len(codes) / asked / 2
        print(
            f"{tool.name:20}{told['built']:>9.1f}{f'~{seconds:,.0f}':>13}{asked:>9}"
            f"{told['peak']:>8,.0f}{recall:>9.3f}{false:>7}",
            flush=True,
        )


def main() -> None:
    """Compare what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--small", action="store_true", help="100,000 codes once")
    parser.add_argument("--millions", action="store_true", help="ten million as well")
    add_peers(parser)
    asked = parser.parse_args()
    peers = install(asked)
    with tempfile.TemporaryDirectory(prefix="photocat-bench-") as scratch:
        for case in SMALL if asked.small else FULL + MILLIONS * asked.millions:
            compare(case, peers, Path(scratch))


if __name__ == "__main__":
    main()
