"""Two photos of a catalog compared with all there is of them: features, previews, fingerprints."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image

from photocat.dedup import copies, verdict
from photocat.dedup.geometry import lay
from photocat.dedup.looks import Looks
from photocat.dedup.verdict import Verdict
from photocat.fingerprints.features import KIND, read_features
from photocat.records import Picture, Relation

if TYPE_CHECKING:
    from photocat.fingerprints import PreviewCache
    from photocat.fingerprints.features import Features
    from photocat.store import Store

PREVIEW = 1024
REMEMBERED, SHOWN = 512, 24
"""Photos whose features, and whose previews, are kept in memory."""


class Comparer:
    """Says what pictures are to each other; remembers what it has read of them.

    ``own`` are the features of a photo that is not in the catalog, whose id is 0.
    """

    def __init__(self, store: Store, *caches: PreviewCache, own: bytes = b"") -> None:
        self._store, self._caches, self._own = store, caches, own
        self._looks = Looks(*caches)
        self.features = lru_cache(REMEMBERED)(self._read_features)
        self._preview = lru_cache(SHOWN)(self._read_preview)

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
        width = derived.width / max(derived.width, derived.height)
        laid = lay(here, there, width)
        if laid is None:
            return None
        one, other = self._preview(derived.sha256), self._preview(original.sha256)
        return None if one is None or other is None else verdict.judge(one, other, laid)

    def _read_features(self, id: int) -> Features:
        stored = self._store.read_some_fingerprints(KIND, [id]).get(id, b"") if id else self._own
        return read_features(stored)

    def _read_preview(self, sha256: str) -> Image.Image | None:
        kept = (cache.read(sha256, PREVIEW) for cache in self._caches)
        encoded = next((preview for preview in kept if preview is not None), None)
        if encoded is None:
            return None
        with Image.open(io.BytesIO(encoded), formats=["JPEG"]) as preview:
            return preview.convert("RGB")


def _geometry(seen: Verdict) -> dict[str, object]:
    geometry: dict[str, object] = {}
    if seen.relation in ("crop", "embedded") and seen.box != (0, 0, 1, 1):
        geometry["box"] = list(seen.box)
    if seen.mirrored:
        geometry["mirrored"] = True
    if seen.rotation:
        geometry["rotation"] = seen.rotation
    return geometry
