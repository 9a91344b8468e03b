"""Small grey pictures to compare, from the cache of previews."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from photocat.dedup.copies import SIDE, residual

if TYPE_CHECKING:
    from photocat.dedup.copies import Look
    from photocat.fingerprints import PreviewCache

PREVIEW = 256
REMEMBERED = 128
"""Looks kept in memory: 16 KiB each."""


class Looks:
    """What pictures look like in the small, by the digest of their bytes.

    Where no cache has a preview there is nothing to compare, and ``difference`` is None.
    """

    def __init__(self, *caches: PreviewCache) -> None:
        self._caches = caches
        self._of = lru_cache(REMEMBERED)(self._read)

    def difference(self, one: str, other: str) -> float | None:
        """``copies.residual`` of two photos."""
        a, b = self._of(one), self._of(other)
        return None if a is None or b is None else residual(a, b)

    def _read(self, sha256: str) -> Look | None:
        kept = (cache.read(sha256, PREVIEW) for cache in self._caches)
        encoded = next((preview for preview in kept if preview is not None), None)
        if encoded is None:
            return None
        with Image.open(io.BytesIO(encoded), formats=["JPEG"]) as preview:
            grey = preview.convert("L").resize((SIDE, SIDE), Image.Resampling.BOX)
        return np.asarray(grey, np.float32)
