"""Pictures that are sound, and the parts to build unsound ones of."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np
from PIL import Image

SIZE = (160, 120)

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
EXIF_HEAD = b"Exif\0\0"
XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"

FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP", "AVIF", "JPEG2000", "HEIF", "JXL")
"""What Pillow, with the extras, writes and photocat reads."""


def picture(seed: int = 0, mode: str = "RGB", size: tuple[int, int] = SIZE) -> Image.Image:
    """Something like a photograph, another for each seed."""
    coarse = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    return Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC).convert(mode)


@lru_cache(maxsize=64)
def saved(seed: int, form: str, mode: str = "RGB") -> bytes:
    """It as a file of a format."""
    if form == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    if form == "JXL":
        import pillow_jxl  # noqa: F401
    held = io.BytesIO()
    picture(seed, mode).save(held, form)
    return held.getvalue()


def jpeg(seed: int, mode: str = "RGB", **options: Any) -> bytes:
    """It as JPEG."""
    held = io.BytesIO()
    picture(seed, mode).save(held, "JPEG", quality=85, **options)
    return held.getvalue()


# --- JPEG -----------------------------------------------------------------------------------------


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG, or as many as it takes."""
    parts = [body[at : at + 65_000] for at in range(0, len(body), 65_000)] or [b""]
    return b"".join(struct.pack(">BBH", 0xFF, marker, len(p) + 2) + p for p in parts)


def with_segments(seed: int, *segments: bytes) -> bytes:
    """A sound JPEG with these bytes behind its first marker."""
    whole = jpeg(seed)
    return whole[:2] + b"".join(segments) + whole[2:]


def with_exif(seed: int, tiff: bytes) -> bytes:
    return with_segments(seed, segment(0xE1, EXIF_HEAD + tiff))


def with_xmp(seed: int, packet: bytes) -> bytes:
    """With a packet of up to 64 KB in one segment, or the rest of it in an extension."""
    if len(packet) <= 65_000:
        return with_segments(seed, segment(0xE1, XMP_HEAD + packet))
    guid = b"%032X" % seed
    note = '<rdf:Description rdf:about="" xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:'
    main = rdf(f'{note}HasExtendedXMP="{guid.decode()}"/>')
    return with_segments(
        seed,
        segment(0xE1, XMP_HEAD + main.encode()),
        *extension(guid, packet),
    )


def extension(guid: bytes, packet: bytes, whole: int | None = None) -> list[bytes]:
    """The segments of extended XMP (XMP Part 3, 1.1.3.1)."""
    head = b"http://ns.adobe.com/xmp/extension/\0" + guid
    size = len(packet) if whole is None else whole
    return [
        segment(0xE1, head + struct.pack(">II", size, at) + packet[at : at + 64_000])
        for at in range(0, len(packet), 64_000)
    ]


def with_iim(seed: int, datasets: bytes) -> bytes:
    return with_segments(seed, segment(0xED, b"Photoshop 3.0\0" + resource(0x0404, datasets)))


# --- EXIF, IIM, XMP -------------------------------------------------------------------------------


def tiff(*entries: tuple[int, int, int, int], after: int = 0, order: str = "<") -> bytes:
    """A directory of ``(tag, type, count, value)``, as EXIF holds it."""
    body = b"".join(struct.pack(f"{order}HHII", *entry) for entry in entries)
    head = b"II*\0" if order == "<" else b"MM\0*"
    count = struct.pack(f"{order}H", len(entries) & 0xFFFF)
    return head + struct.pack(f"{order}I", 8) + count + body + struct.pack(f"{order}I", after)


def tiff_of(values: Iterable[tuple[int, int, bytes]]) -> bytes:
    """A directory of ``(tag, type, value)`` with the values behind it."""
    sizes = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 10: 8}
    entries, heap = [], b""
    rows = list(values)
    start = 8 + 2 + 12 * len(rows) + 4
    for tag, kind, value in rows:
        if len(value) <= 4:
            at = int.from_bytes(value.ljust(4, b"\0"), "little")
        else:
            at = start + len(heap)
            heap += value + b"\0" * (len(value) % 2)
        entries.append((tag, kind, len(value) // sizes[kind], at))
    return tiff(*entries) + heap


def rationals(*pairs: tuple[int, int]) -> bytes:
    return b"".join(struct.pack("<II", *pair) for pair in pairs)


def resource(number: int, content: bytes) -> bytes:
    """A Photoshop image resource."""
    head = b"8BIM" + struct.pack(">HHI", number, 0, len(content))
    return head + content + b"\0" * (len(content) % 2)


def dataset(record: int, number: int, value: bytes) -> bytes:
    """A dataset of IIM, with an extended length where it takes one."""
    head = struct.pack(">BBB", 0x1C, record, number)
    if len(value) < 0x8000:
        return head + struct.pack(">H", len(value)) + value
    return head + struct.pack(">HI", 0x8004, len(value)) + value


NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("exif", "http://ns.adobe.com/exif/1.0/"),
        ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
        ("xmp", "http://ns.adobe.com/xap/1.0/"),
    )
)


def rdf(inside: str) -> str:
    """An XMP packet around some descriptions."""
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {NAMESPACES}>{inside}</rdf:RDF></x:xmpmeta>'
    )


def described(inside: str) -> str:
    """An XMP packet around the properties of one description."""
    return rdf(f'<rdf:Description rdf:about="">{inside}</rdf:Description>')


def caption_xmp(words: str) -> str:
    inner = f'<rdf:li xml:lang="x-default">{words}</rdf:li>'
    return described(f"<dc:description><rdf:Alt>{inner}</rdf:Alt></dc:description>")


# --- PNG ------------------------------------------------------------------------------------------


def chunk(name: bytes, body: bytes, length: int | None = None) -> bytes:
    """A chunk of a PNG, saying that it is as long as it is, or something else."""
    size = len(body) if length is None else length
    return struct.pack(">I", size) + name + body + struct.pack(">I", zlib.crc32(name + body))


def header(width: int, height: int, depth: int, colour: int, interlaced: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))


def with_chunks(seed: int, *chunks: bytes) -> bytes:
    """A sound PNG with these chunks before its pixels."""
    rows = b"".join(b"\0" + row.tobytes() for row in np.asarray(picture(seed)))
    pixels = chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")
    return PNG_SIGNATURE + header(*SIZE, 8, 2) + b"".join(chunks) + pixels


# --- RIFF, boxes ----------------------------------------------------------------------------------


def riff(*chunks: tuple[bytes, bytes], size: int | None = None) -> bytes:
    """A WebP file of some chunks."""
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(inner)) + inner + b"\0" * (len(inner) % 2)
        for name, inner in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body) if size is None else size) + body


def box(name: bytes, body: bytes, size: int | None = None) -> bytes:
    """An ISO box, saying that it is as long as it is, or something else."""
    return struct.pack(">I", 8 + len(body) if size is None else size) + name + body


def large_box(name: bytes, body: bytes, size: int) -> bytes:
    """A box with its length in 64 bits."""
    return struct.pack(">I4sQ", 1, name, size) + body
