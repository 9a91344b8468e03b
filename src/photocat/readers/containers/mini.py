"""The ``mini`` box of small AVIF and HEIC files: a bit-packed header, then data without names.

ISO/IEC 23008-12, MinimizedImageBox. EXIF and XMP are its last data, so only the lengths of those
two are wanted of the header; what stands before them is passed over.
"""

from __future__ import annotations

import struct

from photocat.readers.blocks import MAX_BLOCK, Block, Blocks, Data, damaged

_HEADER = 256
"""Bytes within which the header ends."""


class _Bits:
    """Numbers of so many bits, the highest first."""

    def __init__(self, raw: bytes) -> None:
        self.value, self.left = int.from_bytes(raw, "big"), 8 * len(raw)

    def read(self, width: int) -> int:
        if width > self.left:
            raise struct.error("its header ends early")
        self.left -= width
        return self.value >> self.left & (1 << width) - 1

    def flags(self, count: int) -> list[bool]:
        return [bool(self.read(1)) for _ in range(count)]


def find_mini_blocks(data: Data, start: int, end: int) -> Blocks:
    """The EXIF and XMP of the box whose content lies between two positions."""
    bits = _Bits(bytes(data[start : min(start + _HEADER, end)]))
    bits.read(2)
    own_codec, is_float, _, has_alpha, own_colours, is_hdr, has_icc, has_exif, has_xmp = bits.flags(
        9
    )
    if not (has_exif or has_xmp):
        return
    if is_hdr:
        yield damaged("mini: beside HDR properties, not read")
        return
    chroma = bits.read(2)
    bits.read(3)
    bits.read(30 if bits.read(1) else 14)
    bits.read({1: 2, 2: 1}.get(chroma, 0))
    if is_float:
        bits.read(2)
    elif bits.read(1):
        bits.read(3)
    bits.read(1 if has_alpha else 0)
    if own_colours:
        bits.read(24 if chroma else 16)
    bits.read(64 if own_codec else 0)

    large_metadata, large_codec, large_data = bits.flags(3)
    of_metadata, of_codec, of_data = (
        (20 if large_metadata else 10),
        (12 if large_codec else 3),
        (28 if large_data else 15),
    )
    bits.read(of_metadata if has_icc else 0)
    bits.read(of_codec + of_data)
    if has_alpha and bits.read(of_data):
        bits.read(of_codec)
    if bits.read(1):
        yield damaged("mini: its EXIF and XMP are packed, not read")
        return
    exif = bits.read(of_metadata) + 1 if has_exif else 0
    xmp = bits.read(of_metadata) + 1 if has_xmp else 0
    if exif + xmp > min(end - start, MAX_BLOCK):
        yield damaged("mini: shorter than it says")
        return
    if exif:
        yield Block("exif", bytes(data[end - xmp - exif : end - xmp]).removeprefix(b"Exif\0\0"))
    if xmp:
        yield Block("xmp", bytes(data[end - xmp : end]))
