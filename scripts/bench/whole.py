"""What a photo costs from file to catalog: above the floor, and in one process or two.

    python scripts/bench/whole.py [--small] [--files N] [--rounds N] [FOLDER]

The floor reads the bytes, takes their SHA-256, decodes once at the size that photocat decodes at,
and no more (``floor``): there are two, for what no previews are wanted of is decoded at half the
size, in grey. Against them, in one run and in turn, each a process of its own: an ingest into a new
catalog with everything, and without local features, previews and pixel digest, by one reading
process and by two. CPU time is that of all processes. ``a start`` is the same with a few files; it
is taken off, so ``ms a file`` is what each further file costs. Medians of several rounds. ``floor``
says which stage takes how much.
"""

from __future__ import annotations

import argparse
import functools
import shutil
import sys
import tempfile
from pathlib import Path

from peers import in_folder
from small import read_options
from spent import Spent, interleaved, spent

FLOOR = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from floor import floor
from photocat.fingerprints import Wanted
wanted = Wanted(previews=sys.argv[3] == "whole")
for path in sorted(Path(sys.argv[1]).iterdir()):
    floor(path, wanted)
"""

INGEST = """
import sys
from photocat.ingest import IngestOptions, add
from photocat.store import open_store
with open_store(sys.argv[1] + "/catalog.db", mode="create") as store:
    whole = sys.argv[4] == "whole"
    options = IngestOptions(int(sys.argv[3]), features=whole, pixels=whole, previews=whole)
    cache = store.cache_folder
    told = [a.outcome for a in add(store, [sys.argv[2]], options=options, cache=cache)]
    assert set(told) == {"stored"}, told
"""

HERE = str(Path(__file__).parent)
KINDS = {"bare": "without features and previews", "whole": "everything"}
BARS = {"bare": 1.25, "whole": 1.6}
TWO = 1.85
FEW = 6
"""Files that keep two processes busy, but not for long."""


def floor(what: str, folder: Path) -> Spent:
    """The floor under one kind of ingest."""
    return spent([sys.executable, "-c", FLOOR, str(folder), HERE, what])


def ingest(scratch: Path, jobs: int, what: str, folder: Path) -> Spent:
    """One ingest into a new catalog."""
    into = tempfile.mkdtemp(dir=scratch)
    try:
        return spent([sys.executable, "-c", INGEST, into, str(folder), str(jobs), what])
    finally:
        shutil.rmtree(into)


def measure(scratch: Path, folder: Path, files: int, rounds: int) -> bool:
    """Print the table; whether every bar holds."""
    few, pictures = in_folder(folder, FEW), in_folder(folder, files)
    works = {}
    for what, name in KINDS.items():
        works[f"the floor, {name}"] = functools.partial(floor, what)
        for jobs in (1, 2):
            works[f"{name}, {jobs} reading"] = functools.partial(ingest, scratch, jobs, what)
    starts = {f"{name} start": functools.partial(work, few) for name, work in works.items()}
    runs = {name: functools.partial(work, pictures) for name, work in works.items()}
    found, _ = interleaved(starts | runs, rounds)

    print(f"{files} JPEGs of 12 megapixels, {rounds} rounds")
    print(f"{'':42}{'CPU s':>8}{'wall s':>8}{'a start':>9}{'ms a file':>11}{'floors':>8}")
    further = {
        name: Spent(
            (found[name].cpu - found[f"{name} start"].cpu) * 1000 / (files - FEW),
            (found[name].wall - found[f"{name} start"].wall) * 1000 / (files - FEW),
        )
        for name in works
    }
    each = {name: spent.cpu for name, spent in further.items()}
    for what in KINDS.values():
        for name in (f"the floor, {what}", f"{what}, 1 reading", f"{what}, 2 reading"):
            run, start = found[name], found[f"{name} start"]
            print(
                f"{name:42}{run.cpu:>8.2f}{run.wall:>8.2f}{start.cpu:>9.2f}{each[name]:>11.2f}"
                f"{each[name] / each[f'the floor, {what}']:>8.2f}"
            )
    two = further["everything, 1 reading"].wall / further["everything, 2 reading"].wall
    print(f"two processes: {two:.2f} times one, by the clock (bar {TWO})")
    print(f"bars: {BARS['bare']} floors without features and previews, {BARS['whole']} with them")
    floors = {what: each[f"{k}, 1 reading"] / each[f"the floor, {k}"] for what, k in KINDS.items()}
    return two >= TWO and all(floors[what] <= bar for what, bar in BARS.items())


def main() -> int:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", help="where the pictures are or are drawn")
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    asked = read_options(parser, files=16, rounds=1)
    scratch = Path(tempfile.mkdtemp(prefix="photocat-bench-"))
    try:
        folder = asked.folder or scratch / "corpus"
        return 0 if measure(scratch, folder, asked.files, asked.rounds) else 1
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    sys.exit(main())
