"""What photocat's own work on a picture costs above the floor that physics sets.

    python scripts/bench/floor.py [--files N] [--rounds N] [FOLDER]

The floor reads the bytes, takes their SHA-256, decodes once at reduced size and no more. Against
it, in one run and interleaved file by file: the same with everything ``photocat.fingerprints`` adds
(tones, canonical grey, three fingerprints, pixel digest, two previews). Medians of CPU time over
files and rounds.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import statistics
import tempfile
import time
from collections.abc import Callable
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


def floor(path: Path) -> None:
    """Read, hash, decode once at the size that photocat decodes at."""
    data = path.read_bytes()
    hashlib.sha256(data).hexdigest()
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
        if isinstance(picture, JpegImagePlugin.JpegImageFile):
            draft_jpeg(picture)
        picture.load()


def stages(path: Path, cache: PreviewCache) -> dict[str, float]:
    """CPU milliseconds of each thing that is done with one file."""
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], object]) -> object:
        start = time.process_time()
        done = work()
        spent[name] = (time.process_time() - start) * 1000
        return done

    data = path.read_bytes()
    start = time.process_time()
    sha256 = hashlib.sha256(data).hexdigest()
    spent["read, SHA-256"] = (time.process_time() - start) * 1000
    decoded = decode_reduced(data, "JPEG")
    timed("decode_reduced", lambda: decode_reduced(data, "JPEG"))
    timed("fingerprints_of", lambda: fingerprints_of(decoded))
    timed("pixel_digest", lambda: pixel_digest(data, "JPEG", decoded))
    previews = previews_of(decoded)
    timed("previews_of", lambda: previews_of(decoded))
    timed("PreviewCache.write", lambda: cache.write(sha256, previews))
    return spent


def everything(path: Path, cache: PreviewCache) -> None:
    """What ingest asks of the fingerprints for one file."""
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    decoded = decode_reduced(data, "JPEG")
    fingerprints_of(decoded)
    pixel_digest(data, "JPEG", decoded)
    cache.write(sha256, previews_of(decoded))


def measured(paths: list[Path], rounds: int, cache: PreviewCache) -> None:
    """Print the floor, everything, their ratio, and where the time goes."""
    spent: dict[str, list[float]] = {}
    for _ in range(rounds):
        for path in paths:
            for name, work in (
                ("the floor", lambda path: floor(path)),
                ("everything", lambda path: everything(path, cache)),
            ):
                start = time.process_time()
                work(path)
                spent.setdefault(name, []).append((time.process_time() - start) * 1000)
            for name, cost in stages(path, cache).items():
                spent.setdefault("  " + name, []).append(cost)
    for name, costs in spent.items():
        print(f"{name:24} {statistics.median(costs):8.2f} ms")
    pairs = zip(spent["everything"], spent["the floor"], strict=True)
    print(f"{'ratio':24} {statistics.median(all_ / least for all_, least in pairs):8.2f}")


def main() -> None:
    """Measure the 12-megapixel files of the corpus, made where they are absent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", help="where the corpus is or is made")
    parser.add_argument("--files", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        paths = make(asked.folder or Path(scratch) / "corpus", large=asked.files, small=0)
        measured(paths, asked.rounds, PreviewCache(Path(scratch) / "previews"))


if __name__ == "__main__":
    main()
