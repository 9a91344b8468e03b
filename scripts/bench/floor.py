"""What photocat's own work on a photo costs above the floor that physics sets.

    python scripts/bench/floor.py [--small] [--files N] [--rounds N] [FOLDER]

The floor reads the bytes, takes their SHA-256, decodes once at reduced size (that at which photocat
decodes for its previews) and no more. Against it, in one run and interleaved file by file:
everything that ingest does with a file before it is stored (``read_photo`` with metadata,
statements, fingerprints, pixel digest and previews), and that work stage by stage. Medians of CPU
time over files and rounds. ``whole`` measures the same from the file to the catalog, process and
all.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from corpus import make, make_others
from PIL import JpegImagePlugin
from small import read_options

from photocat.fingerprints import (
    PreviewCache,
    Wanted,
    decode_reduced,
    fingerprints_of,
    pixel_digest,
    previews_of,
)
from photocat.fingerprints.decode import draft_jpeg
from photocat.fingerprints.features import features_of
from photocat.fingerprints.formats import open_picture
from photocat.ingest.read import format_of, read_photo
from photocat.readers import read_metadata
from photocat.store.prepare import prepare

Costs = dict[str, list[float]]
EVERYTHING = Wanted()


def floor(path: Path, wanted: Wanted = EVERYTHING) -> None:
    """Read, hash, decode once at the size that photocat decodes at for what is ``wanted``."""
    data = path.read_bytes()
    hashlib.sha256(data).hexdigest()
    picture = open_picture(data, format_of(data))
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        draft_jpeg(picture, wanted)
    picture.load()


def stages(path: Path, cache: PreviewCache) -> Iterator[tuple[str, Callable[[], object]]]:
    """The parts of ``read_photo``, one after the other, and what follows it."""
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    decoded = decode_reduced(data, "JPEG")
    previews = previews_of(decoded)
    photo = read_photo(str(path))
    yield "  SHA-256", lambda: hashlib.sha256(data).hexdigest()
    yield "  read_metadata", lambda: read_metadata(str(path), data, "JPEG")
    yield "  decode_reduced", lambda: decode_reduced(data, "JPEG")
    yield "  fingerprints", lambda: fingerprints_of(decoded, features=False)
    yield "  local features", lambda: features_of(decoded.seen)
    yield "  pixel_digest", lambda: pixel_digest(data, "JPEG", decoded)
    yield "  previews_of", lambda: previews_of(decoded)
    yield "  PreviewCache.write", lambda: cache.write(sha256, previews)
    yield "to the parent (pickle)", lambda: pickle.loads(pickle.dumps(photo))  # noqa: S301
    yield "rows (prepare)", lambda: prepare(photo)


def measured(paths: list[Path], rounds: int, cache: PreviewCache) -> Costs:
    """CPU milliseconds of every work, a value a file and round, in one order."""
    costs: Costs = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.process_time()
        work()
        costs.setdefault(name, []).append((time.process_time() - start) * 1000)

    for _ in range(rounds):
        for path in paths:
            timed("the floor", partial(floor, path))
            timed("read_photo", partial(read_photo, str(path), cache=cache))
            for name, work in stages(path, cache):
                timed(name, work)
    return costs


def told(costs: Costs) -> None:
    """Print the medians, and how many floors each is."""
    least = statistics.median(costs["the floor"])
    print(f"{'':24} {'ms CPU':>8} {'floors':>8}")
    for name, values in costs.items():
        middle = statistics.median(values)
        print(f"{name:24} {middle:8.2f} {middle / least:8.2f}")
    pairs = zip(costs["read_photo"], costs["the floor"], strict=True)
    ratio = statistics.median(everything / least for everything, least in pairs)
    print(f"{'ratio to the floor':24} {ratio:8.2f}")


def by_kind(folder: Path, count: int, cache: PreviewCache) -> None:
    """Print what a file of each size and format costs, the floor beside it."""
    kinds = {"JPEG, 2 megapixels": make(folder / "kinds", large=0, small=count)}
    kinds["JPEG, 24 megapixels"] = make(folder / "kinds", large=0, small=0, huge=count)
    for ending, paths in make_others(folder / "kinds", count).items():
        kinds[f"{ending.upper()}, 2 megapixels"] = paths
    print(f"\n{'':24} {'floor ms':>9} {'ms CPU':>8} {'floors':>8}")
    for kind, paths in kinds.items():
        costs: Costs = {"floor": [], "photo": []}
        for path in [*paths[:1], *paths, *paths]:
            for name, work in (("floor", floor), ("photo", partial(read_photo, cache=cache))):
                start = time.process_time()
                work(path if name == "floor" else str(path))  # type: ignore[operator]
                costs[name].append((time.process_time() - start) * 1000)
        least, photo = (statistics.median(costs[name][1:]) for name in ("floor", "photo"))
        print(f"{kind:24} {least:9.2f} {photo:8.2f} {photo / least:8.2f}")


def main() -> None:
    """Measure the 12-megapixel files of the corpus, made where they are absent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", help="where the corpus is or is made")
    parser.add_argument("--files", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=5)
    asked = read_options(parser, files=2, rounds=2)
    with tempfile.TemporaryDirectory() as scratch:
        paths = make(asked.folder or Path(scratch) / "corpus", large=asked.files, small=0)
        cache = PreviewCache(Path(scratch) / "previews")
        told(measured(paths, asked.rounds, cache))
        by_kind(asked.folder or Path(scratch) / "corpus", asked.files, cache)


if __name__ == "__main__":
    main()
