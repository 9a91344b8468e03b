"""Boxes of HEIC, AVIF, CR3, JPEG XL and JPEG 2000 (ISO/IEC 14496-12; 18181-2; 15444-1, annex I).

HEIC and AVIF keep EXIF and XMP as items of the ``meta`` box, or at the end of the ``mini`` box;
JPEG XL in boxes of their own, which Brotli may have packed; JPEG 2000 and CR3 in ``uuid`` boxes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from photocat.readers.blocks import (
    MAX_BLOCK,
    MAX_STEPS,
    Block,
    BlockKind,
    Blocks,
    Data,
    damaged,
)
from photocat.readers.containers.jpeg import from_tiff_header
from photocat.readers.containers.mini import find_mini_blocks
from photocat.readers.containers.photoshop import find_resource_blocks

MAX_ITEMS = 16
"""Items of metadata in one file; no honest file has more than a few."""

_UUIDS: dict[bytes, BlockKind] = {
    bytes.fromhex("be7acfcb97a942e89c71999491e3afac"): "xmp",
    bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38"): "iim",
    bytes.fromhex("09a14e97c0b442e0bebf36df6f0ce36f"): "iim",
    bytes.fromhex("0537cdab9d0c4431a72afa561f2a113e"): "exif",
    b"JpgTiffExif->JP2": "exif",
}
_CANON_UUID = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
_CANON_DIRECTORIES = {b"CMT1": "", b"CMT2": "Exif", b"CMT4": "GPS"}


@dataclass(frozen=True, slots=True)
class Box:
    """Where the content of one box lies."""

    kind: bytes
    start: int
    end: int


@dataclass(slots=True)
class _Items:
    """What the ``meta`` box says of its items."""

    kinds: dict[int, str]
    places: dict[int, list[tuple[int, int]]]


def find_box_blocks(data: Data) -> Blocks:
    """The blocks in the boxes of the file, the items of its ``meta`` box included."""
    if data[:2] == b"\xff\x0a" or data[:4] == b"\xff\x4f\xff\x51":
        return  # a bare JPEG XL or JPEG 2000 codestream has no boxes
    for box in boxes(data, 0, len(data)):
        match box.kind:
            case b"meta":
                yield from _item_blocks(data, box)
            case b"Exif":
                yield from _exif_item(_content(data, box))
            case b"xml ":
                yield Block("xmp", _content(data, box))
            case b"mini":
                yield from find_mini_blocks(data, box.start, box.end)
            case b"brob":
                yield from _packed_blocks(_content(data, box))
            case b"uuid":
                yield from _uuid_blocks(_content(data, box))
            case b"moov":
                yield from _movie_blocks(data, box)


def _content(data: Data, box: Box) -> bytes:
    return bytes(data[box.start : min(box.end, box.start + MAX_BLOCK)])


def _packed_blocks(content: bytes) -> Blocks:
    """A box that Brotli packed: the kind it was, and the stream (ISO/IEC 18181-2, 9.3)."""
    kind = content[:4]
    if kind not in (b"Exif", b"xml "):
        return
    try:
        import brotli
    except ImportError:
        yield damaged(f'JXL: its {kind.decode()} box is packed: pip install "photocat[jxl]"')
        return
    unpacker, unpacked = brotli.Decompressor(), b""
    try:
        unpacked = unpacker.process(content[4:], output_buffer_limit=MAX_BLOCK)
    except brotli.error as problem:
        yield damaged(f"JXL: its packed {kind.decode()} box: {problem}")
        return
    if not unpacker.is_finished():
        yield damaged(f"JXL: its packed {kind.decode()} box is cut short or too large, not read")
    elif kind == b"Exif":
        yield from _exif_item(unpacked)
    else:
        yield Block("xmp", unpacked)


def boxes(data: Data, start: int, end: int) -> Iterator[Box]:
    """The boxes between two positions; a box that claims more than there is ends with it."""
    position = start
    for _ in range(MAX_STEPS):
        if position + 8 > end:
            return
        size, kind = struct.unpack_from(">I4s", data, position)
        head = 8
        if size == 1 and position + 16 <= end:
            size, head = struct.unpack_from(">Q", data, position + 8)[0], 16
        elif size == 0:
            size = end - position
        if size < head:
            return
        yield Box(kind, position + head, min(position + size, end))
        position += size


def _movie_blocks(data: Data, movie: Box) -> Blocks:
    """CR3 keeps its directories in a ``uuid`` box of Canon's in ``moov``."""
    for box in boxes(data, movie.start, movie.end):
        if box.kind == b"uuid" and data[box.start : box.start + 16] == _CANON_UUID:
            for inner in boxes(data, box.start + 16, box.end):
                if inner.kind in _CANON_DIRECTORIES:
                    content = bytes(data[inner.start : inner.end])
                    yield Block("exif", content, _CANON_DIRECTORIES[inner.kind])


def _uuid_blocks(content: bytes) -> Blocks:
    uuid, payload = content[:16], content[16:]
    kind = _UUIDS.get(uuid)
    if kind == "iim":
        yield from find_resource_blocks(payload)
    elif kind:
        yield Block(kind, payload.removeprefix(b"Exif\0\0"))


def _item_blocks(data: Data, meta: Box) -> Blocks:
    items = _Items({}, {})
    idat = meta.start
    inner = {box.kind: box for box in boxes(data, meta.start + 4, meta.end)}
    if b"idat" in inner:
        idat = inner[b"idat"].start
    if b"iinf" in inner:
        items.kinds = dict(_item_kinds(data, inner[b"iinf"]))
    if b"iloc" in inner:
        items.places = dict(_item_places(data, inner[b"iloc"], idat))
    if len(items.kinds) > MAX_ITEMS:
        yield damaged(f"meta: {len(items.kinds)} items of metadata, {MAX_ITEMS} are read")
    for number, kind in islice(items.kinds.items(), MAX_ITEMS):
        places = items.places.get(number, [])
        if sum(length for _, length in places) > MAX_BLOCK:
            yield damaged(f"item {number} ({kind}): too large")
            continue
        content = b"".join(bytes(data[start : start + length]) for start, length in places)
        if kind == "Exif":
            yield from _exif_item(content)
        elif content:
            yield Block("xmp", content)


def _exif_item(content: bytes) -> Blocks:
    """Four bytes say where the TIFF header starts (ISO/IEC 23008-12, A.2.1)."""
    if len(content) < 12:
        yield damaged("Exif item: empty")
        return
    start = 4 + int.from_bytes(content[:4], "big")
    named = content[start : start + 2] in (b"II", b"MM")
    yield Block("exif", content[start:] if named else from_tiff_header(content))


def _item_kinds(data: Data, iinf: Box) -> Iterator[tuple[int, str]]:
    """Number and kind of the EXIF and XMP items (``infe`` version 2 and 3)."""
    version = data[iinf.start]
    for box in boxes(data, iinf.start + (6 if version == 0 else 8), iinf.end):
        if box.kind != b"infe" or box.end - box.start < 12:
            continue
        entry = bytes(data[box.start : min(box.end, box.start + 1024)])
        width = 4 if entry[0] >= 3 else 2
        number = int.from_bytes(entry[4 : 4 + width], "big")
        kind = entry[6 + width : 10 + width]
        names = entry[10 + width :].split(b"\0")
        if kind == b"Exif":
            yield number, "Exif"
        elif kind == b"mime" and len(names) > 1 and names[1] == b"application/rdf+xml":
            yield number, "XMP"


def _item_places(data: Data, iloc: Box, idat: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Number and extents of each item, as positions in the file (``iloc`` version 0 to 2)."""
    position = iloc.start
    version, sizes = data[position], struct.unpack_from(">H", data, position + 4)[0]
    offset_size, length_size = sizes >> 12, sizes >> 8 & 15
    base_size, index_size = sizes >> 4 & 15, sizes & 15 if version else 0
    position += 6

    def number(size: int) -> int:
        nonlocal position
        position += size
        return int.from_bytes(data[position - size : position], "big")

    wide, steps = 4 if version == 2 else 2, 0
    for _ in range(min(number(wide), MAX_STEPS)):
        if position >= iloc.end:
            return
        item = number(wide)
        in_idat = version > 0 and number(2) & 15 == 1
        number(2)
        base = number(base_size) + (idat if in_idat else 0)
        extents = []
        for _ in range(number(2)):
            steps += 1
            if position >= iloc.end or steps > MAX_STEPS:
                return
            number(index_size)
            offset, length = number(offset_size), number(length_size)
            start = base + offset
            extents.append((start, length or max(len(data) - start, 0)))
        yield item, extents
