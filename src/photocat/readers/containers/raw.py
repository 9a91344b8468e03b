"""Raw formats that are no TIFF: an embedded JPEG or TIFF, or Canon's old heap, speaks for them."""

from __future__ import annotations

import struct

from photocat.readers.blocks import MAX_BLOCK, Block, Blocks, Data, damaged
from photocat.readers.containers.jpeg import find_jpeg_blocks

MAX_SECTIONS = 64

_CANON_TRAILER = b"CANON OPTIONAL DATA\0"
_PACKET, _PACKET_END = b"<?xpacket begin=", b"<?xpacket end="
_JPEG = b"\xff\xd8\xff"


def find_raf_blocks(data: Data) -> Blocks:
    """Fujifilm RAF: bytes 84 to 92 say where the preview lies, which carries the metadata."""
    start, length = struct.unpack_from(">II", data, 84)
    if bytes(data[start : start + 3]) != _JPEG:
        yield damaged("RAF: no preview where the header says")
        return
    yield from find_jpeg_blocks(bytes(data[start : start + length]))


def find_x3f_blocks(data: Data) -> Blocks:
    """Sigma X3F: a directory at the end lists the sections, one of them a JPEG preview."""
    directory = struct.unpack_from("<I", data, len(data) - 4)[0]
    mark, _, count = struct.unpack_from("<4sII", data, directory)
    if mark != b"SECd":
        yield damaged("X3F: no directory at its end")
        return
    for number in range(min(count, MAX_SECTIONS)):
        start, length = struct.unpack_from("<II", data, directory + 12 + 12 * number)
        if bytes(data[start + 28 : start + 31]) == _JPEG:
            yield from find_jpeg_blocks(bytes(data[start + 28 : start + length]))


def find_mrw_blocks(data: Data) -> Blocks:
    """Minolta MRW: its block TTW is a TIFF stream."""
    end = 8 + struct.unpack_from(">I", data, 4)[0]
    position = 8
    for _ in range(MAX_SECTIONS):
        if position + 8 > min(end, len(data)):
            return
        mark, length = struct.unpack_from(">4sI", data, position)
        if mark == b"\0TTW":
            yield Block("exif", bytes(data[position + 8 : position + 8 + min(length, MAX_BLOCK)]))
        position += 8 + length


def find_crw_blocks(data: Data) -> Blocks:
    """Canon CRW: a heap of its own, and what Canon's programs append to it."""
    end = len(data)
    if bytes(data[-64:]).startswith(_CANON_TRAILER):
        end = data.find(_CANON_TRAILER)
        yield from _scanned_packets(bytes(data[max(end, len(data) - MAX_BLOCK) :]))
    yield Block("ciff", bytes(data[:end]) if end < len(data) else data)


def _scanned_packets(tail: bytes) -> Blocks:
    """Packets found by their own marks, where no structure leads there (XMP Part 3)."""
    start = tail.find(_PACKET)
    end = tail.find(_PACKET_END, start)
    if 0 <= start < end:
        yield Block("xmp", tail[start:end])
