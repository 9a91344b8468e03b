"""What it costs to match one new photo against a large catalog.

    python scripts/bench/match.py [--photos N] [--questions N] [--keep FOLDER]

A catalog of N photos is made up (100,000, some seconds; 1,000,000 takes minutes and 7 GB), with
fingerprints and local features but without pictures. Half of the features lie in clumps as dense as
those of 442 press and stock photos. A question is a photo that shares 8 to 40 of its 150 features
with one of the catalog, each with 4 bits in 100 flipped, and is 6 bits away from it as a whole.

*found* is the share of questions whose photo is among the candidates; beside it that of brute
force, which goes through every feature of every photo. The bar: 50 ms a question and 2 GB.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import corpus
import numpy as np
from numpy.typing import NDArray
from small import read_options

from photocat import Catalog
from photocat.dedup import copies
from photocat.dedup.gate import Beside, may_lie
from photocat.dedup.geometry import lay
from photocat.dedup.neighbours import FOLDER, Neighbours, neighbours
from photocat.dedup.relate import MOST_SHARING
from photocat.fingerprints.features import KIND, MOST, Features, read_features
from photocat.nearest import brute_force

BAR_MS, BAR_MIB = 50.0, 2048
AT_ONCE = 5_000
CLUMPS, CLUMPED, SPREAD = 36, 0.5, 0.12
"""Centres of clumps, the share of features in them, and of bits by which these differ from them."""
FLIPPED = 0.04
RECORD = np.dtype([("x", ">u2"), ("y", ">u2"), ("size", "u1"), ("angle", "u1"), ("code", ">u8", 2)])

Codes = NDArray[np.uint64]


def flips(random: np.random.Generator, shape: tuple[int, ...], share: float) -> Codes:
    """Words with some of their bits set."""
    found = np.zeros(shape, np.uint64)
    for bit in range(64):
        found |= (random.random(shape, np.float32) < share).astype(np.uint64) << np.uint64(bit)
    return found


def codes_of(random: np.random.Generator, photos: int) -> Codes:
    """The features of unrelated photos, ``[photos, 150, 2]``."""
    codes = random.integers(0, 2**64, (photos, MOST, 2), np.uint64)
    centres = np.random.default_rng(1).integers(0, 2**64, (CLUMPS, 2), np.uint64)
    clumped = random.random((photos, MOST)) < CLUMPED
    which = random.integers(0, CLUMPS, int(clumped.sum()))
    codes[clumped] = centres[which] ^ flips(random, (len(which), 2), SPREAD)
    return codes


def stored(random: np.random.Generator, codes: Codes) -> bytes:
    """The features of one photo as they are kept, each somewhere."""
    records = np.zeros(len(codes), RECORD)
    records["x"], records["y"] = random.integers(0, 65_536, (2, len(codes)))
    records["size"] = random.integers(100, 160, len(codes))
    records["angle"] = random.integers(0, 256, len(codes))
    records["code"] = codes
    return records.tobytes()


def make(address: Path, photos: int) -> None:
    """The catalog, without neighbours."""
    random = np.random.default_rng(7)
    kinds = (copies.KIND, copies.SECOND_KIND, KIND)
    with Catalog.init(address) as catalog:
        store = catalog._store
        run = store.begin_run("ingest")
        with store.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO kinds (id, name) VALUES (?, ?)", list(enumerate(kinds, 1))
            )
        for begin in range(1, photos + 1, AT_ONCE):
            ids = range(begin, min(begin + AT_ONCE, photos + 1))
            whole = random.integers(0, 2**64, (len(ids), 5), np.uint64).astype(">u8")
            local = codes_of(random, len(ids))
            prints = [
                row
                for id, bits, codes in zip(ids, whole, local, strict=True)
                for row in (
                    (1, id, bits[:1].tobytes(), 1.0),
                    (2, id, bits[1:].tobytes(), 1.0),
                    (3, id, stored(random, codes), 1.0),
                )
            ]
            facts = [(id, f"{id:064x}", "JPEG", 4000, 3000, 1, 1, id, run) for id in ids]
            with store.writing() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO photos (id, sha256, format, width, height, orientation,"
                    " byte_size, added_at, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    facts,
                )
                connection.exec_driver_sql(
                    "INSERT INTO fingerprints (kind_id, photo_id, bits, quality)"
                    " VALUES (?, ?, ?, ?)",
                    sorted(prints),
                )
                connection.exec_driver_sql(
                    "INSERT INTO works (photo_id, work_id) VALUES (?, ?)",
                    [(id, id) for id in ids],
                )


def build(address: Path) -> dict[str, Any]:
    """Make the neighbours; in a process of its own."""
    with Catalog(address) as catalog:
        start = time.perf_counter()
        with neighbours(catalog._store) as others:
            segments = len(others.segments)
        seconds = time.perf_counter() - start
        start = time.perf_counter()
        with neighbours(catalog._store):
            opened = time.perf_counter() - start
        kept = (catalog._store.cache_folder / FOLDER).iterdir()
        size = sum(path.stat().st_size for path in kept)
    return {"seconds": seconds, "opened": opened, "bytes": size, "segments": segments} | peaks()


def match(address: Path, questions: int, exhaustive: int) -> dict[str, Any]:
    """Ask about photos one by one; in a process of its own."""
    random = np.random.default_rng(11)
    search, spent, sort, laid = [], [], [], []
    found, brute = 0, []
    with Catalog(address) as catalog, neighbours(catalog._store) as others:
        store = catalog._store
        start = time.perf_counter()
        others.whole.within(others.codes[0], copies.NEAR)
        first = time.perf_counter() - start
        for number, wanted in enumerate(random.choice(others.ids, questions, replace=False)):
            features, code = question(random, store, others, int(wanted))
            start, cpu = time.perf_counter(), time.process_time()
            sharing = others.features.candidates(features, MOST_SHARING + 1)
            near = others.whole.within(code, copies.NEAR)
            search.append(time.perf_counter() - start)
            spent.append(time.process_time() - cpu)
            found += int(wanted) in sharing
            if number < 20:
                at, _ = brute_force.within(others.codes[:, None], code, copies.NEAR)
                if {id for id, _ in near} != set(others.ids[at].tolist()):
                    sys.exit("the index and brute force disagree")
            beside = [
                read_features(b) for b in store.read_some_fingerprints(KIND, sharing).values()
            ]
            start = time.perf_counter()
            may_lie(features, [Beside(other, False, 1.0) for other in beside])
            sort.append(time.perf_counter() - start)
            start = time.perf_counter()
            lay(features, beside[0], 1.0)
            laid.append(time.perf_counter() - start)
            if number < exhaustive:
                brute.append(
                    (int(wanted) in by_brute_force(others, features), int(wanted) in sharing)
                )
    return {
        "first": first * 1000,
        "p50": statistics.median(search) * 1000,
        "p95": float(np.percentile(search, 95)) * 1000,
        "cpu50": statistics.median(spent) * 1000,
        "cpu95": float(np.percentile(spent, 95)) * 1000,
        "sort": statistics.median(sort) * 1000,
        "lay": statistics.median(laid) * 1000,
        "found": found / questions,
        "brute": [sum(by) for by in zip(*brute, strict=True)] if brute else [0, 0],
    } | peaks()


def question(
    random: np.random.Generator, store: Any, others: Neighbours, wanted: int
) -> tuple[Features, Codes]:
    """A photo that shares features with one of the catalog, and its code as a whole."""
    theirs = read_features(store.read_some_fingerprints(KIND, [wanted])[wanted])
    asked = codes_of(random, 1)[0]
    shared = random.choice(len(theirs), int(random.integers(8, 41)), replace=False)
    asked[: len(shared)] = theirs.codes[shared] ^ flips(random, (len(shared), 2), FLIPPED)
    code = others.codes[np.searchsorted(others.ids, wanted)]
    for bit in random.choice(64, 6, replace=False):
        code = code ^ np.uint64(1 << int(bit))
    return read_features(stored(random, asked)), np.array([code])


def by_brute_force(others: Neighbours, features: Features) -> list[int]:
    """The photos with most features within 12 bits of one that is asked for, straight."""
    votes: dict[int, int] = {}
    for segment in others.segments:
        keys, entries = segment.filed.keys, segment.filed.entries
        for begin in range(0, len(keys), 1 << 20):
            some = slice(begin, begin + (1 << 20))
            codes = keys[some].astype(np.uint64) << np.uint64(32) | entries[some] >> np.uint64(32)
            for code in features.codes[:, 0]:
                near = np.flatnonzero(np.bitwise_count(codes ^ code) <= 12)
                for photo in {int(e) & 0xFFFFFFFF for e in entries[some][near]}:
                    votes[photo] = votes.get(photo, 0) + 1
    return sorted(votes, key=lambda photo: -votes[photo])[: MOST_SHARING + 1]


def one_more(address: Path, folder: Path) -> dict[str, Any]:
    """Ingest one new photo, everything included; in a process of its own."""
    folder.mkdir(exist_ok=True)
    (folder / "new.jpg").write_bytes(corpus.jpeg(int(time.time()), corpus.SMALL))
    start = time.perf_counter()
    with Catalog(address) as catalog:
        outcomes = [added.outcome for added in catalog.add([folder])]
    return {"seconds": time.perf_counter() - start, "outcomes": outcomes} | peaks()


def peaks() -> dict[str, float]:
    """CPU seconds and peak memory of this process in MiB, and how much of it is not of files."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    peak, own = (int(status[name].split()[0]) >> 10 for name in ("VmHWM", "RssAnon"))
    return {"cpu": used.ru_utime + used.ru_stime, "peak": peak, "own": own}


def apart(part: str, *arguments: object) -> dict[str, Any]:
    """One part of this program in a fresh process."""
    command = [sys.executable, __file__, "--part", part, *map(str, arguments)]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=-1).stdout)
    return told


def main() -> None:
    """Make the catalog where it is not kept, and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--exhaustive", type=int, default=5, help="asked of brute force too")
    parser.add_argument("--keep", type=Path, help="where the catalog is, or is made and stays")
    parser.add_argument("--part", nargs="+", help=argparse.SUPPRESS)
    asked = read_options(parser, photos=5_000, questions=50)
    if asked.part:
        part, address, *rest = asked.part
        parts = {"build": build, "match": lambda a, *n: match(a, *map(int, n))}
        parts["one"] = lambda a, folder: one_more(a, Path(folder))
        print(json.dumps(parts[part](Path(address), *rest)))
        return
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="photocat-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    address = folder / f"match-{asked.photos}.db"
    try:
        if not address.exists():
            make(address, asked.photos)
        shutil.rmtree(folder / f"{address.stem}.previews" / FOLDER, ignore_errors=True)
        report(asked, folder, address)
    finally:
        if not asked.keep:
            shutil.rmtree(folder)


def report(asked: argparse.Namespace, folder: Path, address: Path) -> None:
    """Print what each part costs."""
    built = apart("build", address)
    print(f"{asked.photos:,} photos, {MOST} features each")
    print(
        f"  build the neighbours      {built['seconds']:8.1f} s, {built['cpu']:.1f} s CPU;"
        f" {built['bytes'] / asked.photos:,.0f} bytes a photo in {built['segments']} segments;"
        f" peak {built['peak']:,} MiB, {built['own']:,} of its own"
    )
    print(f"  open them again           {built['opened'] * 1000:8.1f} ms")
    told = apart("match", address, asked.questions, asked.exhaustive)
    print(
        f"  match one new photo, p50  {told['p50']:8.1f} ms, {told['cpu50']:.1f} of CPU"
        f"   (bar {BAR_MS:.0f})"
    )
    print(f"                       p95  {told['p95']:8.1f} ms, {told['cpu95']:.1f} of CPU")
    print(f"    the first, once         {told['first']:8.1f} ms more")
    print(
        f"    sort out {MOST_SHARING} candidates  {told['sort']:8.1f} ms;"
        f" lay one {told['lay']:.1f} ms"
    )
    print(f"    found                   {told['found']:8.3f}")
    by_brute, by_index = told["brute"]
    print(f"    of {asked.exhaustive} by brute force      {by_brute:6}, by the index {by_index}")
    print(
        f"    peak                    {told['peak']:8,} MiB   (bar {BAR_MIB:,});"
        f" {told['own']:,} of its own, the rest mapped files"
    )
    one = apart("one", address, folder / "new")
    print(
        f"  ingest one more photo     {one['seconds']:8.2f} s, {one['cpu']:.2f} s CPU;"
        f" peak {one['peak']:,} MiB: {', '.join(one['outcomes'])}"
    )


if __name__ == "__main__":
    main()
