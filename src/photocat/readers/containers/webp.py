"""WebP: EXIF and XMP chunks of the RIFF container (RFC 9649, 2.7)."""

from __future__ import annotations

import struct

from photocat.readers.blocks import MAX_BLOCK, MAX_STEPS, Block, Blocks, Data, damaged


def find_webp_blocks(data: Data) -> Blocks:
    """The blocks in all chunks."""
    position = 12
    for _ in range(MAX_STEPS):
        if position + 8 > len(data):
            return
        kind, length = struct.unpack_from("<4sI", data, position)
        if kind in (b"EXIF", b"XMP "):
            if length > MAX_BLOCK:
                yield damaged(f"WebP {kind.decode()}: chunk of {length} bytes")
            else:
                content = bytes(data[position + 8 : position + 8 + length])
                if kind == b"EXIF":
                    yield Block("exif", content.removeprefix(b"Exif\0\0"))
                else:
                    yield Block("xmp", content)
        position += 8 + length + length % 2
    yield damaged("WebP: too many chunks")
