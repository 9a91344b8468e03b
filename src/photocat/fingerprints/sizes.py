"""Smaller pictures of the same shape."""

from __future__ import annotations

from PIL import Image

LARGE, SMALL = 1024, 256
"""Long side of the previews in pixels, where the picture has them."""


def fit(picture: Image.Image, side: int) -> Image.Image:
    """The picture no larger than ``side``, its shape kept."""
    width, height = picture.size
    if max(width, height) <= side:
        return picture
    scale = side / max(width, height)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return picture.resize(size, Image.Resampling.HAMMING, reducing_gap=1.0)


def stacked(pieces: list[Image.Image]) -> Image.Image:
    """Strips put one below the other."""
    if len(pieces) == 1:
        return pieces[0]
    whole = Image.new(pieces[0].mode, (pieces[0].width, sum(piece.height for piece in pieces)))
    top = 0
    for piece in pieces:
        whole.paste(piece, (0, top))
        top += piece.height
    return whole
