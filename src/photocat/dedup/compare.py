"""Two photos of a catalog compared with all there is of them: features, previews, fingerprints."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from PIL import Image

from photocat.dedup import copies, verdict
from photocat.dedup.gate import Beside, may_lie
from photocat.dedup.geometry import lay
from photocat.dedup.looks import Looks
from photocat.dedup.verdict import Verdict
from photocat.fingerprints.features import KIND, read_features
from photocat.records import Picture, Relation

if TYPE_CHECKING:
    from photocat.fingerprints import PreviewCache
    from photocat.fingerprints.features import Features
    from photocat.store import Store

Pair = tuple[int, int]

PREVIEW = 1024
MOST_JUDGED = 12
"""Photos beside which the pixels of one are looked at."""
SHOWN = 24
"""Photos whose previews are kept in memory."""
NOTHING = read_features(b"")


class Comparer:
    """Says what pictures are to each other; remembers what it has read of them.

    Photos are to be prepared before they are compared. ``own`` are the features of a photo that is
    not in the catalog, whose id is 0.
    """

    def __init__(self, store: Store, *caches: PreviewCache, own: bytes = b"") -> None:
        self._store, self._caches = store, caches
        self._looks = Looks(*caches)
        self._features = {0: read_features(own)}
        self._preview = lru_cache(SHOWN)(self._read_preview)

    def prepare(self, ids: Iterable[int]) -> None:
        """Read the features of photos that will be compared, and forget those of all others."""
        wanted = {0, *ids}
        stored = self._store.read_some_fingerprints(KIND, wanted - self._features.keys())
        read = {id: read_features(bits) for id, bits in stored.items()}
        self._features = {id: read.get(id) or self._features.get(id) or NOTHING for id in wanted}

    def features(self, id: int) -> Features:
        """The local features of a photo that was prepared."""
        return self._features[id]

    def promising(
        self, distances: Mapping[Pair, int | None], pictures: Mapping[int, Picture]
    ) -> list[Pair]:
        """The pairs of prepared photos whose comparison may come to anything.

        Those that may be copies by their distance, or of which one may lie on the other; of these
        no more than ``MOST_JUDGED`` to one photo, for a picture may have been copied a thousand
        times.
        """
        kept = {pair for pair, d in distances.items() if d is not None and d <= copies.NEAR}
        by_later = sorted(distances.keys() - kept, key=itemgetter(1))
        for later, pairs in groupby(by_later, key=itemgetter(1)):
            ids = [one for one, _ in pairs]
            beside = [self._beside(pictures[one], pictures[later]) for one in ids]
            fitting = may_lie(self.features(later), beside)
            fits = [pictures[one] for one, fits in zip(ids, fitting, strict=True) if fits]
            kept |= {(one.id, later) for one in self._closest(pictures[later], fits)}
        return sorted(kept)

    def _closest(self, later: Picture, others: list[Picture]) -> list[Picture]:
        """Of very many, the best copies, to which works are joined, and those most like it."""
        if len(others) <= MOST_JUDGED:
            return others
        best = sorted(others, key=copies.goodness, reverse=True)[: MOST_JUDGED // 2]
        agreeing = {one: self._agreeing(one, later) for one in others if one not in best}
        return best + sorted(agreeing, key=agreeing.__getitem__, reverse=True)[: MOST_JUDGED // 2]

    def _agreeing(self, one: Picture, other: Picture) -> int:
        derived, original = copies.derived_first(one, other)
        laid = lay(self.features(derived.id), self.features(original.id), _width(derived))
        return laid.agreeing if laid else 0

    def _beside(self, one: Picture, later: Picture) -> Beside:
        first, _ = copies.derived_first(one, later)
        return Beside(self.features(one.id), first is one, _width(first))

    def relation(self, one: Picture, other: Picture, distance: int | None) -> Relation | None:
        """What two photos of different pixels are to each other, if anything.

        ``distance`` is that of their ``copies.KIND``; where it is more than ``copies.NEAR`` they
        are no copies, but may be a crop, an edit or a mirror image.
        """
        copy = None
        if distance is not None and distance <= copies.NEAR:
            difference = self._looks.difference(one.sha256, other.sha256)
            copy = copies.copy(one, other, distance, difference)
        derived, original = copies.derived_first(one, other)
        seen = self._judged(derived, original)
        if seen is None:
            return copy
        sure = copy is not None and copy.status == "accepted"
        if sure and copy is not None and seen.relation in ("sibling", "copy", "embedded"):
            return copy
        if seen.derived_first is False:
            derived, original = original, derived
        found = Relation(
            derived.id,
            original.id,
            seen.relation,
            distance,
            verdict.METHOD,
            seen.confidence,
            seen.status,
            _geometry(seen),
        )
        if sure and copy is not None:
            return replace(found, confidence=copy.confidence, status="accepted")
        return found

    def _judged(self, derived: Picture, original: Picture) -> Verdict | None:
        here, there = self.features(derived.id), self.features(original.id)
        if not len(here) or not len(there):
            return None
        laid = lay(here, there, _width(derived))
        if laid is None:
            return None
        one, other = self._preview(derived.sha256), self._preview(original.sha256)
        return None if one is None or other is None else verdict.judge(one, other, laid)

    def _read_preview(self, sha256: str) -> Image.Image | None:
        kept = (cache.read(sha256, PREVIEW) for cache in self._caches)
        encoded = next((preview for preview in kept if preview is not None), None)
        if encoded is None:
            return None
        with Image.open(io.BytesIO(encoded), formats=["JPEG"]) as preview:
            return preview.convert("RGB")


def _width(picture: Picture) -> float:
    """As a share of the long side."""
    return picture.width / max(picture.width, picture.height)


def _geometry(seen: Verdict) -> dict[str, object]:
    geometry: dict[str, object] = {}
    if seen.relation in ("crop", "embedded") and seen.box != (0, 0, 1, 1):
        geometry["box"] = list(seen.box)
    if seen.mirrored:
        geometry["mirrored"] = True
    if seen.rotation:
        geometry["rotation"] = seen.rotation
    return geometry
