"""Every kind of pixel that a file may hold, made into grey (L), RGB or RGBA.

Nothing is clipped: sixteen-bit grey is divided by the depth that its values fill, so a picture in
a deep container keeps its tones and looks like its eight-bit twin.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import numpy as np
from PIL import Image, ImageCms

_DEPTHS = (8, 10, 12, 14, 16)
_NAMES_OF_SRGB = (b"sRGB", b"s\0R\0G\0B")
_SRGB = ImageCms.createProfile("sRGB")


class Tones:
    """How the values of one picture become 0 to 255; made once of the whole, used on its parts."""

    __slots__ = ("_darkest", "_span")

    def __init__(self, picture: Image.Image) -> None:
        self._darkest, self._span = _range_of(picture)

    def plain(self, part: Image.Image) -> Image.Image:
        """``part`` of the picture as L, RGB or RGBA."""
        if part.mode in {"L", "RGB"} and "transparency" not in part.info:
            return part
        if part.mode == "F" or part.mode.startswith("I"):
            values = np.nan_to_num(np.asarray(part, np.float64), posinf=0, neginf=0)
            scaled = (values - self._darkest) * (255 / self._span)
            return Image.fromarray(np.rint(scaled.clip(0, 255)).astype(np.uint8))
        if part.has_transparency_data:
            return part.convert("RGBA")
        if part.mode == "1":
            return part.convert("L")
        if part.mode == "LAB":
            return _of_lab(part)
        return part.convert("RGB")


def _range_of(picture: Image.Image) -> tuple[float, float]:
    """The value that is black, and how far above it white lies."""
    if picture.mode == "F":
        values = np.asarray(picture)
        finite = values[np.isfinite(values)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        if low >= 0 and high <= 1:
            return 0.0, 1.0
        if low >= 0 and high <= 255:
            return 0.0, 255.0
        return low, (high - low) or 1.0
    if picture.mode.startswith("I"):
        values = np.asarray(picture)
        low, high = int(values.min()), int(values.max())
        darkest = min(low, 0)
        filled = (high - darkest).bit_length()
        depth = next((depth for depth in _DEPTHS if filled <= depth), filled)
        return float(darkest), float((1 << depth) - 1)
    return 0.0, 255.0


def on_white(picture: Image.Image) -> Image.Image:
    """An RGBA picture on a white ground, any other as it is."""
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture).convert("RGB")


def colour_is_flat(picture: Image.Image) -> bool:
    """Whether everything seen in an RGBA picture is drawn by its alpha alone, in one colour."""
    alpha = picture.getchannel("A").point(lambda value: 255 if value >= 128 else 0)
    extremes = [picture.getchannel(band).histogram(alpha) for band in "RGB"]
    return all(_spread(histogram) <= 8 for histogram in extremes)


def _spread(histogram: list[int]) -> int:
    used = [value for value, count in enumerate(histogram) if count]
    return used[-1] - used[0] if used else 0


def is_srgb(profile: bytes | None) -> bool:
    """Whether there is no ICC profile, or one that calls its space sRGB."""
    return not profile or any(name in profile for name in _NAMES_OF_SRGB)


def to_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture, changed in place to sRGB where its ICC profile (ICC.1:2022) is of another space.

    An unsound profile changes nothing.
    """
    if profile and picture.mode == "RGB" and not is_srgb(profile):
        transform = _transform(profile)
        if transform is not None:
            ImageCms.applyTransform(picture, transform, inPlace=True)
    return picture


@lru_cache(maxsize=16)
def _transform(profile: bytes) -> ImageCms.ImageCmsTransform | None:
    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.buildTransform(opened, _SRGB, "RGB", "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _of_lab(part: Image.Image) -> Image.Image:
    transform = ImageCms.buildTransform(ImageCms.createProfile("LAB"), _SRGB, "LAB", "RGB")
    return ImageCms.applyTransform(part, transform) or part.getchannel(0)
