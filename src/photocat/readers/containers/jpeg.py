"""JPEG: EXIF and XMP in APP1, Photoshop resources with IIM in APP13, comments (ITU-T T.81, B.1.1).

Extended XMP: XMP Part 3, storage in JPEG.
"""

from __future__ import annotations

import struct

from photocat.readers.blocks import MAX_BLOCK, MAX_STEPS, Block, Blocks, Data, damaged
from photocat.readers.containers.photoshop import find_resource_blocks

EXIF = b"Exif\0"
XMP = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\0"
PHOTOSHOP = (b"Photoshop 3.0\0", b"Adobe_Photoshop2.5:")

_APP1, _APP13, _COMMENT, _SCAN, _END = 0xE1, 0xED, 0xFE, 0xDA, 0xD9
_LOST = -1
_ALONE = {0x01, *range(0xD0, 0xD9)}


def find_jpeg_blocks(data: Data) -> Blocks:
    """The blocks before the first scan."""
    exif: list[bytes] = []
    packets: list[bytes] = []
    resources: list[bytes] = []
    extension: dict[bytes, dict[int, bytes]] = {}
    segments = _segments(data)
    lost = next((start for marker, start, _ in segments if marker == _LOST), None)
    if lost is not None:
        yield damaged(f"JPEG: no marker at byte {lost}")
    for marker, start, end in segments:
        if marker == _APP1:
            head = bytes(data[start : start + 35])
            if head.startswith(EXIF):
                exif.append(bytes(data[start + 6 : end]))
            elif head.startswith(XMP):
                packets.append(bytes(data[start + len(XMP) : end]))
                yield Block("xmp", packets[-1])
            elif head == EXTENDED_XMP and end - start >= 75:
                offset = struct.unpack_from(">I", data, start + 71)[0]
                parts = extension.setdefault(bytes(data[start + 35 : start + 67]), {})
                parts[offset] = bytes(data[start + 75 : end])
            else:
                yield from _stray_packet(bytes(data[start:end]))
        elif marker == _APP13:
            resources.append(_photoshop_part(bytes(data[start:end])))
        elif marker == _COMMENT:
            yield Block("comment", bytes(data[start:end]), "JPEG Comment")
    yield from _exif_blocks(exif)
    yield from find_resource_blocks(b"".join(resources))
    for guid, parts in extension.items():
        packet = b"".join(part for _, part in sorted(parts.items()))
        name = f"extended XMP {guid[:8].decode('latin-1')}"
        if not any(guid in main for main in packets):
            yield damaged(f"{name}: no packet announces it, not read")
        elif len(packet) > MAX_BLOCK:
            yield damaged(f"{name}: {len(packet)} bytes, not read")
        else:
            yield Block("xmp", packet)


def _segments(data: Data) -> list[tuple[int, int, int]]:
    """Marker, start and end of each segment's content, up to the first scan."""
    segments: list[tuple[int, int, int]] = []
    position, size = 2, len(data)
    while position + 4 <= size and len(segments) < MAX_STEPS:
        if data[position] != 0xFF:
            segments.append((_LOST, position, position))
            position = data.find(b"\xff", position)
            if position < 0:
                break
            continue
        marker = data[position + 1]
        if marker in (0xFF, 0x00):
            position += 1
        elif marker in _ALONE:
            position += 2
        elif marker in (_SCAN, _END):
            break
        else:
            length = data[position + 2] << 8 | data[position + 3]
            end = position + 2 + max(length, 2)
            segments.append((marker, position + 4, min(end, size)))
            position = end
    return segments


def _stray_packet(content: bytes) -> Blocks:
    """A packet behind a header that no standard knows."""
    found = [at for at in map(content[:256].find, (b"<?xpacket", b"<x:xmpmeta")) if at >= 0]
    if found:
        yield Block("xmp", content[min(found) :])


def _exif_blocks(parts: list[bytes]) -> Blocks:
    """One block per TIFF header; a segment without one continues the segment before it."""
    whole: list[bytes] = []
    for part in parts:
        if part[:2] in (b"II", b"MM") or not whole:
            whole.append(from_tiff_header(part))
        else:
            whole[-1] += part
    for block in whole:
        yield Block("exif", block)


def from_tiff_header(content: bytes) -> bytes:
    """EXIF from its TIFF header on, where a few stray bytes stand before it."""
    found = [at for at in map(content[:20].find, (b"II*\0", b"MM\0*")) if at >= 0]
    return content[min(found) :] if found else content


def _photoshop_part(content: bytes) -> bytes:
    for head in PHOTOSHOP:
        if content.startswith(head):
            return content[len(head) :]
    return content if content.startswith((b"8BIM", b"\x1c")) else b""
