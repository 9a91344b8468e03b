"""Pictures of photos for people to compare: small ones, and what differs between two."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from photocat.fingerprints import PreviewCache

PREVIEW = 1024
SIDE = 520
"""Pixels of the longer side."""
QUALITY = 78

NOISE = 7.0
"""Grey levels by which compression alone changes a softened picture."""
FULL = 42.0
"""Grey levels above the noise that are shown in full red."""
RED = (214, 32, 39)
PALE = 0.5
"""Of the contrast of the picture, so that red stands out."""


def small(cache: PreviewCache, sha256: str) -> bytes | None:
    """A photo as a JPEG of at most ``SIDE`` pixels a side; None where there is no preview."""
    picture = _read(cache, sha256)
    return None if picture is None else _encoded(picture)


class Difference(NamedTuple):
    """What one photo shows otherwise than another."""

    picture: bytes
    """A JPEG: the photo in pale grey, what differs in red."""
    share: float
    """Of the pixels, how many differ by more than compression explains."""


def difference(
    cache: PreviewCache, first: str, second: str, geometry: Mapping[str, Any]
) -> Difference | None:
    """What ``first`` shows otherwise than ``second``.

    ``second`` is first cut to its box, mirrored and turned as the geometry says, and brought to the
    tone of ``first`` by least squares. None where there is no preview.
    """
    one, other = _read(cache, first), _read(cache, second)
    if one is None or other is None:
        return None
    grey = _grey(one)
    differences = [
        np.abs(grey - _toned(_grey(view), grey)) for view in _views(one, other, geometry)
    ]
    least = min(differences, key=lambda d: float(d.mean()))
    heat = np.clip((least - NOISE) / FULL, 0, 1)[..., None]
    pale = 255 - (255 - np.asarray(one.convert("L"), np.float32)[..., None]) * PALE
    mixed = pale * (1 - heat) + np.asarray(RED, np.float32) * heat
    picture = Image.fromarray(mixed.astype(np.uint8), "RGB")
    return Difference(_encoded(picture), float((heat > 0.5).mean()))


def _views(one: Image.Image, other: Image.Image, geometry: Mapping[str, Any]) -> list[Image.Image]:
    """``other`` in the frame of ``one``; a quarter turn either way, for the smaller difference."""
    if geometry.get("box"):
        x, y, width, height = geometry["box"]
        across, down = other.size
        other = other.crop(
            (
                round(x * across),
                round(y * down),
                max(round((x + width) * across), round(x * across) + 1),
                max(round((y + height) * down), round(y * down) + 1),
            )
        )
    if geometry.get("mirrored"):
        other = other.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    angle = float(geometry.get("rotation") or 0)
    turned = [other.rotate(a, expand=True) for a in {angle, -angle}] if angle else [other]
    return [view.resize(one.size, Image.Resampling.LANCZOS) for view in turned]


def _read(cache: PreviewCache, sha256: str) -> Image.Image | None:
    encoded = cache.read(sha256, PREVIEW)
    if encoded is None:
        return None
    with Image.open(io.BytesIO(encoded), formats=["JPEG"]) as preview:
        picture = preview.convert("RGB")
    picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return picture


def _grey(picture: Image.Image) -> NDArray[np.float32]:
    softened = picture.convert("L").filter(ImageFilter.GaussianBlur(1.6))
    return np.asarray(softened, np.float32)


def _toned(other: NDArray[np.float32], grey: NDArray[np.float32]) -> NDArray[np.float32]:
    a, b = grey - grey.mean(), other - other.mean()
    power = float((b * b).sum())
    gain = float((a * b).sum()) / power if power else 0.0
    return np.asarray(grey.mean() + gain * b, np.float32)


def _encoded(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
