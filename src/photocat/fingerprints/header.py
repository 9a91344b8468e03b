"""How large a picture is by its header alone: asked where its pixels cannot be decoded."""

from __future__ import annotations

from photocat.errors import FileProblem
from photocat.fingerprints.formats import FORMAT, open_picture
from photocat.fingerprints.guards import decoding
from photocat.fingerprints.orientation import size_as_shown


def header_size(
    data: bytes, format: str, orientation: int, max_pixels: int
) -> tuple[int, int] | None:
    """Width and height as shown; None where the header cannot be read either."""
    if format not in FORMAT:
        return None
    try:
        with decoding(tolerant=True, max_pixels=max_pixels):
            opened = open_picture(data, format)
            size = opened.size
    except FileProblem:
        return None
    if not (size[0] > 0 and size[1] > 0):
        return None
    by_us = FORMAT[format].turned == "by us"
    return size_as_shown(size, orientation if by_us else 1)
