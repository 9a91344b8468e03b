"""A folder of five small pictures, two of them alike, and a file that is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image


def make_drop(folder: Path) -> Path:
    """Make it, and name it."""
    folder.mkdir()
    for seed in range(4):
        coarse = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
        picture = Image.fromarray(coarse).resize((240, 180), Image.Resampling.BICUBIC)
        picture.save(folder / f"{seed}.jpg", "JPEG", quality=90)
    Image.open(folder / "0.jpg").save(folder / "4.jpg", "JPEG", quality=60)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0nothing else")
    return folder
