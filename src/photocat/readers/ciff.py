"""CIFF: the heap in which Canon's cameras of 1998 to 2004 kept what EXIF says (CIFF 1.0)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime

from photocat.readers.blocks import Data, Tags
from photocat.readers.charsets import decode, text_tag

MAX_ENTRIES = 1_000
MAX_DEPTH = 4

_TEXTS = {0x0805: "Comment", 0x0810: "OwnerName", 0x0816: "OriginalFileName"}
_MAKE_AND_MODEL, _CAPTURED, _PICTURE = 0x080A, 0x180E, 0x1810
_NUMBER, _IN_ENTRY, _HEAPS = 0x3FFF, 0x4000, (0x2800, 0x3000)


def read_ciff(data: Data) -> Tags:
    """Maker, model, time, size and texts: ``CIFF Make``, ``CIFF DateTimeOriginal``."""
    start = struct.unpack_from("<I", data, 2)[0]
    for number, raw in _entries(data, start, len(data), 0):
        if number in _TEXTS:
            yield text_tag(f"CIFF {_TEXTS[number]}", _text(raw))
        elif number == _MAKE_AND_MODEL:
            make, _, model = raw.partition(b"\0")
            yield text_tag("CIFF Make", _text(make))
            yield text_tag("CIFF Model", _text(model))
        elif number == _PICTURE and len(raw) >= 8:
            width, height = struct.unpack_from("<II", raw)
            yield text_tag("CIFF ImageWidth", str(width))
            yield text_tag("CIFF ImageHeight", str(height))
        elif number == _CAPTURED and len(raw) >= 4:
            # Seconds since 1970 of the clock on the wall, written as EXIF writes it.
            seconds = struct.unpack_from("<I", raw)[0]
            stamp = datetime.fromtimestamp(seconds, UTC)
            yield text_tag("CIFF DateTimeOriginal", f"{stamp:%Y:%m:%d %H:%M:%S}")


def _entries(data: Data, start: int, end: int, depth: int) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of each entry of a heap and of the heaps within it."""
    directory = start + struct.unpack_from("<I", data, end - 4)[0]
    count = struct.unpack_from("<H", data, directory)[0]
    for entry in range(directory + 2, directory + 2 + 10 * min(count, MAX_ENTRIES), 10):
        number, length, offset = struct.unpack_from("<HII", data, entry)
        if number & 0xC000 == _IN_ENTRY:
            yield number & _NUMBER, bytes(data[entry + 2 : entry + 10])
        elif number & 0x3800 in _HEAPS:
            inner = start + offset
            if depth < MAX_DEPTH and length >= 4 and inner + length <= end:
                yield from _entries(data, inner, inner + length, depth + 1)
        elif start + offset + length <= end and length <= 4096:
            yield number & _NUMBER, bytes(data[start + offset : start + offset + length])


def _text(raw: bytes) -> str:
    return decode(raw.partition(b"\0")[0]).text
