"""How large a picture is by its header alone: asked where its pixels cannot be decoded."""

from __future__ import annotations

from photocat.errors import FileProblem
from photocat.fingerprints.decode import left_to_turn
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
            left = left_to_turn(opened, format, orientation)
    except FileProblem:
        return None
    if not (size[0] > 0 and size[1] > 0):
        return None
    return size_as_shown(size, left)
