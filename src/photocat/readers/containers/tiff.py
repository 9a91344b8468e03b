"""TIFF and the raw formats built on it: the file is its own EXIF block, with others inside.

XMP in tag 700, IIM in 33723, Photoshop resources in 34377 (XMP Part 3).
"""

from __future__ import annotations

from photocat.readers.blocks import Block, Blocks, Data
from photocat.readers.containers.photoshop import find_resource_blocks
from photocat.readers.directories import Entry, read_directories

_XMP, _IIM, _PHOTOSHOP, _PREVIEW = 700, 33723, 34377, 0x002E


def find_tiff_blocks(data: Data) -> Blocks:
    """The file itself as EXIF, and the blocks that its first directory holds."""
    yield Block("exif", data)
    for entry in read_directories(data):
        if isinstance(entry, Entry) and entry.directory == "IFD0" and entry.raw:
            if entry.number == _XMP:
                yield Block("xmp", entry.raw)
            elif entry.number == _IIM:
                yield Block("iim", _datasets(entry))
            elif entry.number == _PHOTOSHOP:
                yield from find_resource_blocks(entry.raw)


def _datasets(entry: Entry) -> bytes:
    """IIM is often declared as LONG and then stands with its bytes swapped."""
    if entry.raw[:1] != b"\x1c" and entry.raw[3:4] == b"\x1c":
        whole = len(entry.raw) // 4 * 4
        return b"".join(entry.raw[i : i + 4][::-1] for i in range(0, whole, 4))
    return entry.raw
