"""GIF: XMP application extension and comments (GIF89a, 24 and 26; XMP Part 3)."""

from __future__ import annotations

from photocat.readers.blocks import MAX_BLOCK, MAX_STEPS, Block, Blocks, Data, damaged

_EXTENSION, _PICTURE, _COMMENT, _APPLICATION = 0x21, 0x2C, 0xFE, 0xFF
_XMP_TRAILER = 257
"""Length of the bytes 01 FF FE … 00 that lead old readers out of the packet."""


def find_gif_blocks(data: Data) -> Blocks:
    """The blocks in all extensions."""
    position = 13 + _palette(data[10]) if len(data) > 13 else len(data)
    for _ in range(MAX_STEPS):
        introducer = bytes(data[position : position + 2])
        if len(introducer) < 2 or introducer[0] not in (_EXTENSION, _PICTURE):
            return
        if introducer[0] == _PICTURE:
            if position + 10 > len(data):
                return
            position = _skip(data, position + 11 + _palette(data[position + 9]))
        elif introducer[1] == _APPLICATION and data[position + 3 : position + 14] == b"XMP DataXMP":
            end = data.find(b"\x01\xff\xfe\xfd", position + 14)
            if end < 0 or end - position > MAX_BLOCK:
                yield damaged("GIF: XMP without an end")
                return
            yield Block("xmp", bytes(data[position + 14 : end]))
            position = end + _XMP_TRAILER + 1
        else:
            end = _skip(data, position + 2)
            if introducer[1] == _COMMENT and end - position < MAX_BLOCK:
                yield Block("comment", _joined(data, position + 2), "GIF Comment")
            position = end
    yield damaged("GIF: too many blocks")


def _palette(flags: int) -> int:
    """Size in bytes of the colour table that follows."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _skip(data: Data, position: int) -> int:
    """Where the sub-blocks that start here end."""
    while position < len(data) and data[position]:
        position += data[position] + 1
    return position + 1


def _joined(data: Data, position: int) -> bytes:
    parts = []
    while position < len(data) and data[position]:
        parts.append(bytes(data[position + 1 : position + 1 + data[position]]))
        position += data[position] + 1
    return b"".join(parts)
