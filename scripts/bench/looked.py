"""What photocat sees of pictures in memory, what it finds for one among them, and the cost."""

from __future__ import annotations

import io
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from photocat.dedup import copies
from photocat.dedup.feature_index import FeatureIndex
from photocat.dedup.geometry import Laid, lay
from photocat.dedup.relate import MOST_SHARING
from photocat.dedup.verdict import Verdict, judge
from photocat.fingerprints import decode_reduced, fingerprints_of, previews_of
from photocat.fingerprints.features import KIND, Features, read_features


@dataclass(frozen=True)
class Seen:
    """What photocat sees of one file."""

    features: Features
    near: np.ndarray
    comparable: bool
    preview: bytes
    width: float
    stored: int

    def picture(self) -> Image.Image:
        """The large preview."""
        return Image.open(io.BytesIO(self.preview)).convert("RGB")


class Bench:
    """The pictures of a folder, an index of them, and what was spent."""

    def __init__(self, folder: Path, entries: list[dict[str, str]]) -> None:
        self.spent: dict[str, list[float]] = defaultdict(list)
        self.entries = entries
        self.files = [entry["file"] for entry in self.entries]
        self.seen = {file: self.see((folder / file).read_bytes()) for file in self.files}
        self.index = FeatureIndex()
        for number, file in enumerate(self.files):
            self.index.add(number, self.seen[file].features)

    def see(self, jpeg: bytes) -> Seen:
        """Decode one JPEG as ingest does."""
        with self.timed("decode"):
            decoded = decode_reduced(jpeg, "JPEG")
        with self.timed("fingerprints and features"):
            prints = {f.kind: f for f in fingerprints_of(decoded)}
        with self.timed("previews"):
            previews = previews_of(decoded)
        near = prints[copies.KIND]
        return Seen(
            read_features(prints[KIND].bits if prints[KIND].quality else b""),
            np.frombuffer(near.bits, np.uint8),
            near.quality > 0,
            previews[1024],
            decoded.width / max(decoded.width, decoded.height),
            sum(len(f.bits) for f in prints.values()),
        )

    def first(self, asked: Seen) -> str | None:
        """The picture that comes first: by most features that agree, else by fingerprints."""
        with self.timed("candidates"):
            numbers = self.index.candidates(asked.features, MOST_SHARING)
        with self.timed("laid on all candidates"):
            laid = {self.files[n]: self.laid(asked, self.seen[self.files[n]]) for n in numbers}
        agreeing = {file: found.agreeing for file, found in laid.items() if found}
        if agreeing:
            return max(agreeing, key=agreeing.__getitem__)
        near = {file: _distance(asked, other) for file, other in self.seen.items()}
        nearest = min(near, key=near.__getitem__)
        return nearest if near[nearest] <= copies.NEAR else None

    def laid(self, one: Seen, other: Seen) -> Laid | None:
        """One laid on another by their features."""
        return lay(one.features, other.features, one.width)

    def judged(self, one: Seen, other: Seen) -> Verdict | None:
        """What one is to another."""
        laid = self.laid(one, other)
        if laid is None:
            return None
        first, second = one.picture(), other.picture()
        with self.timed("judged"):
            return judge(first, second, laid)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Adds the processor time of one step to what its stage has cost."""
        start = time.process_time()
        yield
        self.spent[stage].append(time.process_time() - start)


def _distance(one: Seen, other: Seen) -> int:
    if not (one.comparable and other.comparable):
        return 64
    return int(np.bitwise_count(one.near ^ other.near).sum())
