"""What can be known of a JPEG without decoding it, by walking its segments (ITU-T T.81, B.1)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np

EOI, SOS, COM = 0xD9, 0xDA, 0xFE
CODED, REST = 0x100, 0x101
"""Not markers: the entropy-coded data of a scan, and whatever makes no sense."""

_APP = range(0xE0, 0xF0)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = frozenset((0xC2, 0xC6, 0xCA, 0xCE))
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_STUFFING = np.zeros(256, bool)
_STUFFING[[0x00, 0xFF, *range(0xD0, 0xD8)]] = True

_FIRST_LOOK, _LONGEST_LOOK = 1 << 9, 1 << 16
"""Bytes looked at once: few at first, for there are files of many small scans."""


def segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of every segment of the first picture in ``data``, up to its EOI.

    The data of a scan follows its SOS segment as ``CODED``. Where the data stops making sense, all
    that is left is one last ``REST``. What follows the end of the picture (a second picture, a
    video) is not walked.
    """
    at = 2
    while at < len(data):
        marker = data[at + 1] if data[at] == 0xFF and at + 1 < len(data) else 0
        if marker == EOI:
            return
        if marker == 0xFF:
            at += 1
            continue
        if marker in _ALONE:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0 or length < 2:
            yield REST, at, len(data)
            return
        end = min(at + 2 + length, len(data))
        yield marker, at, end
        at = end
        if marker == SOS:
            at = _end_of_scan(data, end)
            yield CODED, end, at


def _end_of_scan(data: bytes, start: int) -> int:
    """Where entropy-coded data ends: at the next marker that is neither stuffing nor a restart."""
    size = _FIRST_LOOK
    while start + 1 < len(data):
        size = min(2 * size, _LONGEST_LOOK)
        values = np.frombuffer(data, np.uint8, min(size + 1, len(data) - start), start)
        marks = values[:-1] == 0xFF
        marks &= values[1:] != 0x00
        if marks.any():
            at = np.flatnonzero(marks)
            at = at[~_STUFFING[values[at + 1]]]
            if len(at):
                return start + int(at[0])
        start += len(values) - 1
    return len(data)


def scan_count(data: bytes) -> int:
    """How many scans the decoder will have to add up.

    Only one, found without walking further, where the first holds all components in full.
    """
    count, components, progressive = 0, 0, False
    for marker, start, end in segments(data):
        if marker in _FRAMES and end - start > 9:
            components, progressive = data[start + 9], marker in _PROGRESSIVE
        if marker == SOS and end - start > 4:
            count += 1
            if not progressive and data[start + 4] == components:
                return 1
    return count


def frame_pixels(data: bytes) -> int:
    """Width times height of the first frame; 0 where there is none."""
    for marker, start, end in segments(data):
        if marker in _FRAMES and end - start > 9:
            height, width = data[start + 5 : start + 7], data[start + 7 : start + 9]
            return int.from_bytes(height, "big") * int.from_bytes(width, "big")
    return 0


def scan_digest(data: bytes, orientation: int) -> str:
    """SHA-256 over what decides the pixels of a JPEG: its segments without APPn and comments.

    Equal digests prove equal pixels. To that end it begins with what APPn segments say about the
    pixels after all: how the file is turned, and in which colours its components are coded.
    """
    kept: list[tuple[int, int]] = []
    jfif, adobe, components = False, None, b""
    for marker, start, end in segments(data):
        if marker in _APP:
            body = data[start + 4 : min(end, start + 16)]
            jfif = jfif or (marker == 0xE0 and body.startswith(b"JFIF\0"))
            if marker == 0xEE and body.startswith(b"Adobe") and len(body) == 12:
                adobe = body[11]
        elif marker != COM:
            kept.append((start, end))
            if marker in _FRAMES:
                components = data[start + 10 : end : 3]
    digest = hashlib.sha256(f"{orientation} {_colours(components, jfif, adobe)}\n".encode())
    view = memoryview(data)
    for start, end in kept:
        digest.update(view[start:end])
    return digest.hexdigest()


def _colours(components: bytes, jfif: bool, adobe: int | None) -> str:
    """How libjpeg reads the components: JFIF, else Adobe's transform flag, else their names."""
    if len(components) == 3:
        if jfif or adobe is None:
            return "RGB" if components == b"RGB" and not jfif else "YCbCr"
        return "RGB" if adobe == 0 else "YCbCr"
    if len(components) == 4:
        return "CMYK" if adobe in {None, 0} else "YCCK"
    return "grey"
