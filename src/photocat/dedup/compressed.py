"""One picture compressed as heavily as another, so that what compression took is no difference.

At the lowest qualities of JPEG most blocks of 8 × 8 are one colour, rounded by dozens of levels. No
measure of likeness forgives that; but the other picture, on the same grid and at the same quality,
loses the same.
"""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from photocat.dedup.overlay import Pair, resampled

QUALITIES = (3, 5, 8, 12, 18)
_BETTER = 0.8
"""Share of the difference that must be left at most, or something else made it."""


def as_compressed(pair: Pair) -> Pair | None:
    """The second as the first shows it, laid under the first; None where it explains little."""
    own = np.asarray(pair.first, np.float32)
    source = resampled(pair)
    before = float(np.abs(own - source).mean())
    plain = Image.fromarray(source.clip(0, 255).astype(np.uint8))
    tried = [_encoded(plain, quality) for quality in QUALITIES]
    differences = [float(np.abs(own - np.asarray(one, np.float32)).mean()) for one in tried]
    best = int(np.argmin(differences))
    if differences[best] > _BETTER * before:
        return None
    return Pair(pair.first, tried[best], np.eye(2, 3))


def _encoded(picture: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return Image.open(out, formats=["JPEG"]).convert("RGB")
