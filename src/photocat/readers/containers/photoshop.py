"""Photoshop image resources: IIM, EXIF and XMP in one list (Adobe Photoshop File Formats, 2019).

They stand in PSD files, in the APP13 segments of JPEG files and in TIFF tag 34377.
"""

from __future__ import annotations

import struct

from photocat.readers.blocks import MAX_BLOCK, MAX_STEPS, Block, BlockKind, Blocks, Data, damaged

_SIGNATURES = (b"8BIM", b"PHUT", b"DCSR", b"AgHg", b"MeSa")
_RESOURCES: dict[int, BlockKind] = {0x0404: "iim", 0x0422: "exif", 0x0424: "xmp"}


def find_resource_blocks(resources: bytes) -> Blocks:
    """The blocks in a list of image resources, or in bare IIM datasets."""
    if resources.startswith(b"\x1c"):
        yield Block("iim", resources)
        return
    position = 0
    for _ in range(MAX_STEPS):
        if position + 12 > len(resources) or resources[position : position + 4] not in _SIGNATURES:
            break
        number = struct.unpack_from(">H", resources, position + 4)[0]
        name_size = resources[position + 6] + 1
        at = position + 6 + name_size + name_size % 2
        if at + 4 > len(resources):
            break
        length = struct.unpack_from(">I", resources, at)[0]
        content = resources[at + 4 : at + 4 + length]
        if number in _RESOURCES and content:
            yield Block(_RESOURCES[number], content)
        position = at + 4 + length + length % 2
    if resources[position:].strip(b"\0") and position < len(resources) - 1:
        yield damaged(f"Photoshop resources: lost at byte {position} of {len(resources)}")


def find_psd_blocks(data: Data) -> Blocks:
    """The blocks in the image resources section of a PSD or PSB file."""
    position = 26
    position += 4 + int.from_bytes(data[position : position + 4], "big")
    length = int.from_bytes(data[position : position + 4], "big")
    if length > MAX_BLOCK * 4:
        yield damaged(f"PSD: image resources of {length} bytes")
        return
    yield from find_resource_blocks(bytes(data[position + 4 : position + 4 + length]))
