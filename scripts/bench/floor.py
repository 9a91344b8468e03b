"""What photocat's own work on a photo costs above the floor that physics sets.

    python scripts/bench/floor.py [--files N] [--rounds N] [FOLDER]

The floor reads the bytes, takes their SHA-256, decodes once at reduced size and no more. Against
it, in one run and interleaved file by file: everything that ingest does with a file before it is
stored (``read_photo`` with metadata, statements, fingerprints, pixel digest and previews), and that
work stage by stage. Medians of CPU time over files and rounds.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from corpus import make
from PIL import Image, JpegImagePlugin

from photocat.fingerprints import (
    PreviewCache,
    decode_reduced,
    fingerprints_of,
    pixel_digest,
    previews_of,
)
from photocat.fingerprints.decode import draft_jpeg
from photocat.ingest.read import read_photo
from photocat.readers import read_metadata

Costs = dict[str, list[float]]


def floor(path: Path) -> None:
    """Read, hash, decode once at the size that photocat decodes at."""
    data = path.read_bytes()
    hashlib.sha256(data).hexdigest()
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
        if isinstance(picture, JpegImagePlugin.JpegImageFile):
            draft_jpeg(picture)
        picture.load()


def stages(path: Path, cache: PreviewCache) -> Iterator[tuple[str, Callable[[], object]]]:
    """The parts of ``read_photo``, one after the other."""
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    decoded = decode_reduced(data, "JPEG")
    previews = previews_of(decoded)
    yield "  SHA-256", lambda: hashlib.sha256(data).hexdigest()
    yield "  read_metadata", lambda: read_metadata(str(path), data, "JPEG")
    yield "  decode_reduced", lambda: decode_reduced(data, "JPEG")
    yield "  fingerprints_of", lambda: fingerprints_of(decoded)
    yield "  pixel_digest", lambda: pixel_digest(data, "JPEG", decoded)
    yield "  previews_of", lambda: previews_of(decoded)
    yield "  PreviewCache.write", lambda: cache.write(sha256, previews)


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


def main() -> None:
    """Measure the 12-megapixel files of the corpus, made where they are absent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", help="where the corpus is or is made")
    parser.add_argument("--files", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        paths = make(asked.folder or Path(scratch) / "corpus", large=asked.files, small=0)
        costs = measured(paths, asked.rounds, PreviewCache(Path(scratch) / "previews"))
    for name, values in costs.items():
        print(f"{name:24} {statistics.median(values):8.2f} ms")
    pairs = zip(costs["read_photo"], costs["the floor"], strict=True)
    ratio = statistics.median(everything / least for everything, least in pairs)
    print(f"{'ratio to the floor':24} {ratio:8.2f}")


if __name__ == "__main__":
    main()
