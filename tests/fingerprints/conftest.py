"""Drawn pictures for the tests of the fingerprints."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

Scene = Callable[..., Image.Image]
Encoded = Callable[..., bytes]


@pytest.fixture(scope="session")
def scene() -> Scene:
    """``scene(width, height, seed)``: textured like a photo, the same every time."""

    def draw(width: int = 600, height: int = 400, seed: int = 1) -> Image.Image:
        random = np.random.default_rng(seed)
        total = np.zeros((height, width, 3), np.float32)
        for cells, weight in ((3, 0.5), (7, 0.25), (17, 0.15), (60, 0.1)):
            grid = random.integers(0, 256, (cells, cells, 3), np.uint8)
            plane = Image.fromarray(grid).resize((width, height), Image.Resampling.BICUBIC)
            total += weight * np.asarray(plane, np.float32)
        stretched = (total - total.min()) * (255 / (total.max() - total.min()))
        return Image.fromarray(stretched.astype(np.uint8))

    return draw


@pytest.fixture(scope="session")
def encoded() -> Encoded:
    """``encoded(picture, format, **options)``: the bytes of a file."""

    def save(picture: Image.Image, format: str = "JPEG", **options: object) -> bytes:
        out = io.BytesIO()
        picture.save(out, format, **options)
        return out.getvalue()

    return save
