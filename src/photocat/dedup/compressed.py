"""One picture compressed as heavily as another, so that what compression took is no difference.

At the lowest qualities of JPEG most blocks of 8 × 8 are one colour, rounded by dozens of levels. No
measure of likeness forgives that; but the other picture, on the same grid and at the same quality,
loses the same.
"""

from __future__ import annotations

import io
from operator import itemgetter

import numpy as np
from PIL import Image

from photocat.dedup.overlay import Pair, Plane, resampled

QUALITIES = (3, 5, 8, 12, 18)
"""Of JPEG, that are tried; then those beside the best."""
_BETTER = 0.8
"""Share of the difference that must be left at most, or something else made it."""


def as_compressed(pair: Pair) -> Pair | None:
    """The second as the first shows it, laid under the first; None where it explains little."""
    own = np.asarray(pair.first, np.float32)
    source = resampled(pair)
    before = float(np.abs(own - source).mean())
    plain = Image.fromarray(source.clip(0, 255).astype(np.uint8))
    found = {quality: _beside(own, plain, quality) for quality in QUALITIES}
    near = min(found, key=lambda quality: found[quality][0])
    found |= {quality: _beside(own, plain, quality) for quality in (near - 1, near + 1)}
    least, squeezed = min(found.values(), key=itemgetter(0))
    return Pair(pair.first, squeezed, np.eye(2, 3)) if least <= _BETTER * before else None


def _beside(own: Plane, plain: Image.Image, quality: int) -> tuple[float, Image.Image]:
    """How far a picture, compressed, is from another, and that picture."""
    squeezed = _encoded(plain, quality)
    return float(np.abs(own - np.asarray(squeezed, np.float32)).mean()), squeezed


def _encoded(picture: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return Image.open(out, formats=["JPEG"]).convert("RGB")
