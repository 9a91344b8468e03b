"""photocat beside other tools, on the same files, in one run: metadata, hashes, exact copies.

    python scripts/bench/peers.py [--small] [--peers FOLDER [--install]] [--jobs N] [FOLDER]

Every tool is a process of its own, run in turn with the others, the medians of several rounds; CPU
time is that of the process and all its children. ``a start`` is the same tool on a few files,
``ms a file`` what each further one costs: what is loaded with the first picture is no part of it.
Tools that are missing are named, with how to get them.
FOLDER is where the pictures are drawn and kept: 4:2:0 with EXIF, IPTC and XMP, of 12 megapixels;
hashes are compared on 24 and 2 megapixels, too, and on a file of each together.

photocat does more than any one of them: everything in the file, what it says, fingerprints,
previews and rows in a catalog. The line ``photocat ingest`` is all of that, ``bare`` the same
without local features, previews and pixel digest; ``fingerprints alone`` are what the others do,
made as a reading process of an ingest makes them.
"""

from __future__ import annotations

import argparse
import functools
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import corpus
from small import read_options
from spent import (
    APART,
    ONE_THREAD,
    STAND_INS,
    Spent,
    add_peers,
    install,
    interleaved,
    program,
    python_of,
    spent,
)

from photocat.ingest.process import SETTINGS

FEW = 4
"""Files of a start."""

SIZES = {"large": (12, 1.0), "huge": (24, 0.4), "small": (2, 1.0)}
"""The sizes of ``corpus.make``: megapixels, and how many are taken, as a share."""

METADATA = """
import sys
from pathlib import Path
from photocat.readers import read_metadata
for path in sorted(Path(sys.argv[1]).iterdir()):
    read_metadata(str(path), None, "JPEG")
"""

BARE = """
import sys, tempfile
from photocat.ingest import IngestOptions, add
from photocat.store import open_store
with tempfile.TemporaryDirectory() as scratch:
    with open_store(scratch + "/catalog.db", mode="create") as store:
        options = IngestOptions(int(sys.argv[2]), features=False, pixels=False, previews=False)
        list(add(store, [sys.argv[1]], options=options))
"""

FINGERPRINTS = """
import sys
from pathlib import Path
from photocat.fingerprints import Wanted, decode_reduced, fingerprints_of
wanted = Wanted(previews=False, pixels=False)
for path in sorted(Path(sys.argv[1]).iterdir()):
    fingerprints_of(decode_reduced(path.read_bytes(), "JPEG", wanted=wanted), features=False)
"""

DIGESTS = """
import hashlib, sys
from pathlib import Path
for path in sorted(Path(sys.argv[1]).iterdir()):
    hashlib.sha256(path.read_bytes()).hexdigest()
"""

PLAIN = """
import sys
from pathlib import Path
import exifread, imagehash
from PIL import Image
for path in sorted(Path(sys.argv[1]).iterdir()):
    with open(path, "rb") as file:
        exifread.process_file(file)
    with Image.open(path) as picture:
        imagehash.phash(picture)
"""

PDQ = """
import sys
from pathlib import Path
import numpy, pdqhash
from PIL import Image
for path in sorted(Path(sys.argv[1]).iterdir()):
    with Image.open(path) as picture:
        pdqhash.compute(numpy.asarray(picture.convert("RGB")))
"""

IMAGEDEDUP = (
    STAND_INS
    + """
from imagededup.methods.hashing import PHash
PHash(verbose=False).encode_images(image_dir=sys.argv[1], num_enc_workers=int(sys.argv[2]))
"""
)

DIFPY = """
import sys
import difPy
difPy.build(sys.argv[1], show_progress=False, processes=int(sys.argv[2]))
"""

FASTDUP = """
import sys, tempfile
import fastdup
with tempfile.TemporaryDirectory() as scratch:
    found = fastdup.create(work_dir=scratch, input_dir=sys.argv[1])
    found.run(num_threads=int(sys.argv[2]), overwrite=True, print_summary=False)
"""

LIKE_FOR_LIKE = (
    ("photocat read_metadata", "exiftool -r -json -fast2"),
    ("photocat fingerprints alone", "imagededup PHash"),
    ("photocat fingerprints alone", "fastdup"),
    ("photocat ingest, bare", "imagededup PHash"),
    ("photocat ingest, bare", "fastdup"),
)
"""What does the same beside what, and a whole ingest beside what only hashes."""

Work = Callable[[Path], Spent]


def tables(scratch: Path, peers: Path | None, jobs: int) -> Iterator[tuple[str, dict[str, Work]]]:
    """What is compared with what."""

    def ours(script: str, *more: str, settings: Mapping[str, str] = ONE_THREAD) -> Work:
        command = [sys.executable, "-c", script]
        return lambda folder: spent([*command, str(folder), *more], settings=settings)

    def peer(module: str, script: str, *more: str) -> Work:
        there = peers / module if peers and module in APART else peers
        return lambda folder: spent([python_of(there, module), "-c", script, str(folder), *more])

    def tool(name: str, how: str, *arguments: str, accepts: tuple[int, ...] = (0,)) -> Work:
        return lambda folder: spent([program(name, how), *arguments, str(folder)], accepts=accepts)

    def ingest(*more: str) -> Work:
        def run(folder: Path) -> Spent:
            catalog = Path(tempfile.mkdtemp(dir=scratch)) / "catalog.db"
            command = [sys.executable, "-m", "photocat", "--catalog", str(catalog), "ingest"]
            try:
                return spent([*command, "--jobs", str(jobs), *more, str(folder)])
            finally:
                shutil.rmtree(catalog.parent)

        return run

    exiftool = functools.partial(tool, "exiftool", "Debian: apt install libimage-exiftool-perl")
    yield (
        "metadata alone",
        {
            "photocat read_metadata": ours(METADATA),
            "exiftool -r -json": exiftool("-r", "-json"),
            "exiftool -r -json -fast2": exiftool("-r", "-json", "-fast2"),
        },
    )
    yield (
        "hashes",
        {
            "photocat ingest": ingest(),
            "photocat ingest --no-features": ingest("--no-features"),
            "photocat ingest, bare": ours(BARE, str(jobs)),
            "photocat fingerprints alone": ours(FINGERPRINTS, settings=SETTINGS),
            "imagededup PHash": peer("imagededup", IMAGEDEDUP, str(jobs)),
            "difPy build": peer("difPy", DIFPY, str(jobs)),
            "fastdup": peer("fastdup", FASTDUP, str(jobs)),
            "findimagedupes": tool(
                "findimagedupes",
                "Debian: apt install findimagedupes",
                *("-R", "-q", "--no-compare"),
            ),
            "pdqhash": peer("pdqhash", PDQ),
            "exifread + Pillow + imagehash": peer("imagehash", PLAIN),
        },
    )
    yield (
        "exact copies",
        {
            "SHA-256 of everything": ours(DIGESTS),
            "jdupes": tool("jdupes", "Debian: apt install jdupes", "-r", "-q"),
            "rmlint": tool(
                "rmlint", "Debian: apt install rmlint", "-o", "summary:stdout", accepts=(0, 1)
            ),
        },
    )


def hashed(works: dict[str, Work], folder: Path, files: int, rounds: int) -> None:
    """The tables of what hashes pictures, and what a file of each size takes together."""
    together = Counter[str]()
    for size, (megapixels, share) in SIZES.items():
        count = max(FEW + 1, int(files * share))
        few, pictures = in_folder(folder, FEW, size), in_folder(folder, count, size)
        title = f"hashes, {count} of {megapixels} megapixels"
        together.update(compared(title, works, few, pictures, rounds))
    print("\na file of each size together")
    told_beside(together)


def twice(folder: Path, pictures: Path) -> Path:
    """The same pictures, each with a copy."""
    doubled = folder / f"twice-{len(list(pictures.iterdir()))}"
    if not doubled.exists():
        doubled.mkdir()
        for path in pictures.iterdir():
            for name in (path.name, f"copy-of-{path.name}"):
                shutil.copyfile(path, doubled / name)
    return doubled


def in_folder(folder: Path, count: int, size: str = "large") -> Path:
    """A folder of just so many pictures, linked to where they are drawn once and kept."""
    chosen = folder / (f"first-{count}" if size == "large" else f"first-{size}-{count}")
    if not chosen.exists():
        none = dict.fromkeys(SIZES, 0)
        drawn = corpus.make(folder / size, **{**none, size: count})
        chosen.mkdir(parents=True)
        for path in drawn:
            os.link(path, chosen / path.name)
    return chosen


def measure(scratch: Path, folder: Path, asked: argparse.Namespace) -> None:
    """Print every table."""
    few, pictures = in_folder(folder, FEW), in_folder(folder, asked.files)
    total = sum(path.stat().st_size for path in pictures.iterdir())
    print(f"{asked.files} JPEGs of 12 megapixels, {total / 1e6:.0f} MB, {asked.rounds} rounds")
    for title, works in tables(scratch, asked.peers, asked.jobs):
        if title == "hashes":
            hashed(works, folder, asked.files, asked.rounds)
            continue
        start, whole = few, pictures
        if title == "exact copies":
            start, whole = twice(folder, few), twice(folder, pictures)
        compared(title, works, start, whole, asked.rounds)


def compared(
    title: str, works: dict[str, Work], few: Path, whole: Path, rounds: int
) -> dict[str, float]:
    """Run every work on a few files and on the whole, in turn, and print a line for each.

    CPU milliseconds of a further file, by work.
    """
    more_files = len(list(whole.iterdir())) - len(list(few.iterdir()))
    starts = {f"{name} start": functools.partial(work, few) for name, work in works.items()}
    runs = {name: functools.partial(work, whole) for name, work in works.items()}
    found, missing = interleaved(starts | runs, rounds)
    print(f"\n{title:32}{'CPU s':>9}{'wall s':>9}{'a start':>9}{'ms a file':>11}{'ratio':>8}")
    first, each = 0.0, dict[str, float]()
    for name in works:
        if name in missing:
            print(f"{name:32}not installed ({missing[name]})")
            continue
        start, run = found[f"{name} start"], found[name]
        each[name] = max(0.0, run.cpu - start.cpu) * 1000 / more_files
        first = first or run.cpu
        print(
            f"{name:32}{run.cpu:>9.2f}{run.wall:>9.2f}{start.cpu:>9.2f}{each[name]:>11.2f}"
            f"{run.cpu / first:>7.1f}x",
            flush=True,
        )
    told_beside(each)
    return each


def told_beside(each: Mapping[str, float]) -> None:
    """Print how much less a further file takes than with what is like it."""
    for name, other in LIKE_FOR_LIKE:
        if each.get(name) and other in each:
            less = each[other] / each[name]
            print(f"a further file: {name} takes {less:.1f} times less CPU time than {other}")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", help="where the pictures are or are drawn")
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    add_peers(parser)
    asked = read_options(parser, files=8, rounds=1)
    install(asked)
    scratch = Path(tempfile.mkdtemp(prefix="photocat-bench-"))
    try:
        measure(scratch, asked.folder or scratch / "corpus", asked)
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
