"""Raw formats that are no TIFF: the embedded JPEG preview carries their metadata."""

from __future__ import annotations

from photocat.readers.blocks import Blocks, Data, damaged
from photocat.readers.containers.jpeg import find_jpeg_blocks


def find_raf_blocks(data: Data) -> Blocks:
    """Fujifilm RAF: bytes 84 to 92 say where the preview lies."""
    start = int.from_bytes(data[84:88], "big")
    length = int.from_bytes(data[88:92], "big")
    if data[start : start + 2] != b"\xff\xd8":
        yield damaged("RAF: no preview where the header says")
        return
    yield from find_jpeg_blocks(bytes(data[start : start + length]))
