"""Whether a picture says enough to be compared."""

from __future__ import annotations

import numpy as np
from PIL import Image

FLAT = 0.25
"""Below this much gradient, a hash is made of noise."""


def quality_of(grey: Image.Image) -> float:
    """How much there is to compare, 0 to 1: all clear steps between neighbours of 64 × 64 cells.

    A step counts in whole hundredths of the range, so grain and compression count nothing. After
    the quality of PDQ (Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing
    Algorithm", 2019). 0 where it is below ``FLAT``.
    """
    cells = np.asarray(grey.resize((64, 64), Image.Resampling.LANCZOS), np.int32)
    down = np.abs(cells[1:] - cells[:-1]) * 100 // 255
    across = np.abs(cells[:, 1:] - cells[:, :-1]) * 100 // 255
    quality = min(1.0, float(down.sum() + across.sum()) / 9000)
    return quality if quality >= FLAT else 0.0
