"""Whether a picture says enough to be compared."""

from __future__ import annotations

import numpy as np
from PIL import Image

FLAT = 0.2
"""Below this much gradient a hash is made of noise. Fog, plain walls and clear skies reach 0.15,
the least textured of 150 press and stock photos 0.7, half of it when its contrast is halved."""


def quality_of(grey: Image.Image) -> float:
    """How much there is to compare, 0 to 1: clear steps between neighbours of 64 × 64 cells.

    A step counts in whole hundredths of the range, so grain and compression count nothing. Steps
    downwards and across are summed apart and the smaller sum is taken, for a picture that changes
    in one direction only (dusk, a bare horizon) has the hash of every other such picture. After the
    quality of PDQ (Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing
    Algorithm", 2019). 0 where it is below ``FLAT``.
    """
    cells = np.asarray(grey.resize((64, 64), Image.Resampling.LANCZOS), np.int32)
    down = np.abs(cells[1:] - cells[:-1]) * 100 // 255
    across = np.abs(cells[:, 1:] - cells[:, :-1]) * 100 // 255
    quality = min(1.0, min(int(down.sum()), int(across.sum())) / 4500)
    return quality if quality >= FLAT else 0.0
