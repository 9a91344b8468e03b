"""How large a file says its picture is.

Asked where the picture cannot be decoded, and of raw files always: what a converter makes of the
mosaic has margins of its own, the camera's word is what its JPEG would have been.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence

from photocat.readers.blocks import Data
from photocat.readers.containers.boxes import boxes
from photocat.records import Tag

Size = tuple[int, int]

_PAIRS = (
    ("EXIF ExifImageWidth", "EXIF ExifImageLength"),
    ("EXIF ImageWidth", "EXIF ImageLength"),
    ("CIFF ImageWidth", "CIFF ImageHeight"),
)
"""Tags of width and height; of several pairs the largest is the picture."""

_XMP_PAIRS = (
    ("XMP tiff:ImageWidth", "XMP tiff:ImageLength"),
    ("XMP exif:PixelXDimension", "XMP exif:PixelYDimension"),
)
"""The same where those are silent; the first that speaks."""

_FURTHER = tuple(f"EXIF SubIFD{n}/" for n in range(16))
"""Directories of further pictures, one of which is the mosaic of a raw file."""

_REDUCED = "1"
"""SubfileType of a directory whose picture is but a preview (TIFF 6.0, NewSubfileType)."""

_BORDERS = tuple(f"EXIF 0x{number:04X}" for number in (4, 5, 6, 7))
"""Top, left, bottom and right of the picture on a Panasonic's sensor."""

_RAF, _RAF_DIRECTORY, _RAF_CROPPED, _RAF_MOST = b"FUJIFILMCCD-RAW", 92, 0x0111, 255
_X3F, _X3F_COLUMNS = b"FOVb", 28
_RW2 = b"IIU\0"

_SIDEWAYS = {5, 6, 7, 8}
_MOST = 1_000_000
"""Pixels of a side above which a number is damage."""


def stated_size(data: Data, tags: Sequence[Tag], orientation: int) -> Size | None:
    """Width and height as shown, by the container or else by the tags; None: not said.

    HEIC and AVIF say in ``ispe`` how large each item is, of which the largest is the picture, and
    in ``irot`` how it is turned (ISO/IEC 23008-12, 6.5.3 and 6.5.10); EXIF does not turn it again.
    """
    if data[4:8] == b"ftyp" and (sizes := sorted(_item_sizes(data), key=_area)):
        width, height = sizes[-1]
        return (height, width) if _is_quarter_turned(data) else (width, height)
    values = {tag.origin: tag.value for tag in tags}
    in_xmp = (_pair(values, *pair) for pair in _XMP_PAIRS)
    size = _raw_size(data, values) or max(_pairs(values), key=_area, default=None)
    size = size or next(filter(None, in_xmp), None)
    if size is None:
        return None
    width, height = size
    return (height, width) if orientation in _SIDEWAYS else (width, height)


def _pairs(values: Mapping[str, str]) -> Iterator[Size]:
    """What each directory says that is not that of a preview."""
    found = [
        _pair(values, width, height)
        for width, height in _PAIRS
        if width != "EXIF ImageWidth" or values.get("EXIF SubfileType") != _REDUCED
    ]
    found += [
        _pair(values, f"{name}ImageWidth", f"{name}ImageLength")
        for name in _FURTHER
        if values.get(f"{name}SubfileType", _REDUCED) != _REDUCED
    ]
    return filter(None, found)


def _pair(values: Mapping[str, str], width: str, height: str) -> Size | None:
    return _plausible(_side(values.get(width, "")), _side(values.get(height, "")))


def _raw_size(data: Data, values: Mapping[str, str]) -> Size | None:
    """What Fujifilm, Sigma and Panasonic say in places of their own."""
    if data[:4] == _X3F and len(data) >= _X3F_COLUMNS + 8:
        width, height = struct.unpack_from("<II", data, _X3F_COLUMNS)
        return _plausible(width, height)
    if data[:15] == _RAF:
        return _raf_size(data)
    if data[:4] == _RW2:
        top, left, bottom, right = (_side(values.get(name, "")) for name in _BORDERS)
        return _plausible(right - left, bottom - top)
    return None


def _raf_size(data: Data) -> Size | None:
    """The size after cropping, in the list that byte 92 of the header leads to."""
    if len(data) < _RAF_DIRECTORY + 4:
        return None
    position = int(struct.unpack_from(">I", data, _RAF_DIRECTORY)[0]) + 4
    for _ in range(_RAF_MOST):
        if position + 8 > len(data):
            return None
        number, length, height, width = struct.unpack_from(">4H", data, position)
        if number == _RAF_CROPPED:
            return _plausible(width, height)
        position += 4 + length
    return None


def _plausible(width: int, height: int) -> Size | None:
    return (width, height) if 0 < width <= _MOST and 0 < height <= _MOST else None


def _area(size: Size) -> int:
    return size[0] * size[1]


def _side(text: str) -> int:
    text = text.strip()
    return int(text) if len(text) < 9 and text.isascii() and text.isdecimal() else 0


def _item_sizes(data: Data) -> Iterator[Size]:
    for start, end in _properties(data, b"ispe"):
        if end - start >= 12:
            width, height = struct.unpack_from(">II", data, start + 4)
            if _plausible(width, height):
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
