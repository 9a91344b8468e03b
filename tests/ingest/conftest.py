"""Small photographs to ingest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photocat.store import Store, open_store

Draw = Callable[..., Path]


@pytest.fixture
def draw() -> Draw:
    """``draw(path, seed)``: a small photograph-like JPEG, the same for the same seed."""

    def draw(
        path: Path, seed: int = 0, *, taken: str = "2016:03:20 10:15:00", orientation: int = 1
    ) -> Path:
        coarse = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
        picture = Image.fromarray(coarse).resize((96, 72), Image.Resampling.BICUBIC)
        exif = Image.Exif()
        exif[0x0112] = orientation
        exif.get_ifd(0x8769)[0x9003] = taken
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(path, "JPEG", quality=90, exif=exif)
        return path

    return draw


@pytest.fixture
def store(catalog_url: str) -> Iterator[Store]:
    """A new, empty catalog on each database."""
    with open_store(catalog_url, mode="create") as opened:
        yield opened
