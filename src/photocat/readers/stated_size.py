"""How large a file says its picture is: asked only where the picture cannot be decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from photocat.readers.blocks import Data
from photocat.readers.containers.boxes import boxes
from photocat.records import Tag

Size = tuple[int, int]

_PAIRS = (
    ("EXIF ExifImageWidth", "EXIF ExifImageLength"),
    ("EXIF ImageWidth", "EXIF ImageLength"),
    ("XMP exif:PixelXDimension", "XMP exif:PixelYDimension"),
    ("XMP tiff:ImageWidth", "XMP tiff:ImageLength"),
)
"""Tags of width and height; of several pairs the largest is the picture."""

_REDUCED = "1"
"""SubfileType of a directory whose picture is but a preview (TIFF 6.0, NewSubfileType)."""

_SIDEWAYS = {5, 6, 7, 8}
_MOST = 1_000_000
"""Pixels of a side above which a number is damage."""


def stated_size(data: Data, tags: Sequence[Tag], orientation: int) -> Size | None:
    """Width and height as shown, by the container's boxes or else by the tags; None: not said.

    HEIC and AVIF say in ``ispe`` how large each item is, of which the largest is the picture, and
    in ``irot`` how it is turned (ISO/IEC 23008-12, 6.5.3 and 6.5.10); EXIF does not turn it again.
    """
    if data[4:8] == b"ftyp" and (sizes := sorted(_item_sizes(data), key=_area)):
        width, height = sizes[-1]
        return (height, width) if _is_quarter_turned(data) else (width, height)
    values = {tag.origin: tag.value for tag in tags}
    if values.get("EXIF SubfileType") == _REDUCED:
        values.pop("EXIF ImageWidth", None)
    stated = [(_side(values.get(w, "")), _side(values.get(h, ""))) for w, h in _PAIRS]
    width, height = max(stated, key=_area)
    if not width or not height:
        return None
    return (height, width) if orientation in _SIDEWAYS else (width, height)


def _area(size: Size) -> int:
    return size[0] * size[1]


def _side(text: str) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and 0 < int(text) <= _MOST else 0


def _item_sizes(data: Data) -> Iterator[Size]:
    for start, end in _properties(data, b"ispe"):
        if end - start >= 12:
            width, height = struct.unpack_from(">II", data, start + 4)
            if 0 < width <= _MOST and 0 < height <= _MOST:
                yield width, height


def _is_quarter_turned(data: Data) -> bool:
    return any(end > start and data[start] & 1 for start, end in _properties(data, b"irot"))


def _properties(data: Data, kind: bytes) -> Iterator[tuple[int, int]]:
    """The properties of one kind in ``meta/iprp/ipco``."""
    for meta in boxes(data, 0, len(data)):
        if meta.kind != b"meta":
            continue
        for iprp in boxes(data, meta.start + 4, meta.end):
            if iprp.kind != b"iprp":
                continue
            for ipco in boxes(data, iprp.start, iprp.end):
                if ipco.kind == b"ipco":
                    for box in boxes(data, ipco.start, ipco.end):
                        if box.kind == kind:
                            yield box.start, box.end
