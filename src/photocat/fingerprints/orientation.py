"""The eight ways in which a picture may be stored turned (EXIF 3.0, 4.6.5, Orientation)."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

_SIDEWAYS = {5, 6, 7, 8}
_FROM_THE_FAR_END = {3, 4, 7, 8}


def turned(picture: Image.Image, orientation: int) -> Image.Image:
    """The picture as it is meant to be seen."""
    return picture.transpose(TURN[orientation]) if orientation in TURN else picture


def size_as_shown(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """Width and height after turning."""
    return (size[1], size[0]) if orientation in _SIDEWAYS else size


def strips(picture: Image.Image, orientation: int, rows: int) -> Iterator[Image.Image]:
    """The picture as shown, ``rows`` rows at a time from the top, never turned as a whole."""
    width, height = size_as_shown(picture.size, orientation)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        near, far = top, bottom
        if orientation in _FROM_THE_FAR_END:
            near, far = height - bottom, height - top
        box = (near, 0, far, width) if orientation in _SIDEWAYS else (0, near, width, far)
        yield turned(picture.crop(box), orientation)
