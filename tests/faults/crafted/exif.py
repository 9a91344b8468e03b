"""EXIF that lies: counts, offsets, circles, depth, in every carrier of it."""

from __future__ import annotations

import struct

from crafted.case import Case, Make, built
from crafted.pictures import (
    EXIF_HEAD,
    box,
    chunk,
    riff,
    saved,
    segment,
    tiff,
    tiff_of,
    with_chunks,
    with_exif,
    with_segments,
)

TYPES = (*range(14), 16, 17, 18, 129, 255, 65_535)
COUNTS = (0, 0x7FFFFFFF, 0xFFFFFFFF)

_DESCRIPTION, _EXIF, _GPS, _INTEROP, _SUB, _NOTE = 0x010E, 0x8769, 0x8825, 0xA005, 0x014A, 0x927C


def _chain(length: int) -> bytes:
    """Directories of one entry, each followed by the next."""
    out = b"II*\0\x08\0\0\0"
    for number in range(1, length + 1):
        after = 8 + 18 * number if number < length else 8
        out += struct.pack("<HHHIII", 1, 0x0112, 3, 1, 1, after)
    return out


def _fan(width: int) -> bytes:
    """A directory whose entries all point to directories whose entries do."""
    count = 200
    entries = [(_SUB, 4, width, 8 + 2 + 12 * count + 4)] * count
    return tiff(*entries) + struct.pack("<I", 8) * width


def _texts_over_one_block(count: int, size: int) -> bytes:
    return tiff(*((0xC000 + n, 2, size, 16) for n in range(count))) + b"a" * size


def _big(*entries: tuple[int, int, int, int], count: int | None = None) -> bytes:
    """The same in BigTIFF, whose counts and offsets have 64 bits."""
    body = b"".join(struct.pack("<HHQQ", *entry) for entry in entries)
    told = len(entries) if count is None else count
    return b"II+\0\x08\0\0\0" + struct.pack("<QQ", 16, told) + body + bytes(8)


def _apple(*entries: tuple[int, int, int, int], count: int | None = None) -> bytes:
    """An iPhone's maker note."""
    body = b"".join(struct.pack(">HHII", *entry) for entry in entries)
    told = len(entries) if count is None else count
    return tiff_of([(_NOTE, 7, b"Apple iOS\0\0\1MM" + struct.pack(">H", told) + body)])


LIES: tuple[tuple[str, bytes], ...] = (
    ("no header", b"XX*\0\x08\0\0\0"),
    ("mixed header", b"IM*\0\x08\0\0\0" + bytes(20)),
    ("other magic", b"II+*\x08\0\0\0" + bytes(20)),
    ("header alone", b"II*\0"),
    ("nothing", b""),
    ("directory at 0", b"II*\0\0\0\0\0" + bytes(20)),
    ("directory at 1", b"II*\0\1\0\0\0" + bytes(20)),
    ("directory at the end", b"II*\0\x08\0\0\0"),
    ("directory beyond", b"II*\0\xf0\xff\xff\xff"),
    ("65535 entries that are not there", b"II*\0\x08\0\0\0\xff\xff" + bytes(24)),
    ("65535 entries", tiff(*[(_DESCRIPTION, 2, 999, 8)] * 5_000)[:60_000]),
    ("its own exif", tiff((_EXIF, 4, 1, 8))),
    ("its own gps", tiff((_GPS, 4, 1, 8))),
    ("its own interop", tiff((_INTEROP, 4, 1, 8))),
    ("its own pictures", tiff((_SUB, 4, 1, 8))),
    ("after itself", tiff((0x0112, 3, 1, 1), after=8)),
    ("all of itself", tiff(*((n, 4, 1, 8) for n in (_SUB, _EXIF, _GPS, _INTEROP)), after=8)),
    ("offset 0", tiff((_EXIF, 4, 1, 0))),
    ("offset odd", tiff((_EXIF, 4, 1, 9))),
    ("offset beyond", tiff((_EXIF, 4, 1, 0xFFFFFFF0))),
    ("offset of a text beyond", tiff((_DESCRIPTION, 2, 99, 0xFFFFFFF0))),
    ("offset into the header", tiff((_DESCRIPTION, 2, 99, 0))),
    ("offset a rational", tiff((_EXIF, 5, 1, 8))),
    ("offset a text", tiff((_EXIF, 2, 4, 8))),
    ("chain of 3000", _chain(3_000)),
    ("fan of 100", _fan(100)),
    ("texts over one block", _texts_over_one_block(600, 50_000)),
    ("big tables", tiff(*((0xC000 + n, 5, 999, 8) for n in range(4_000)))),
    ("preview beyond", tiff((0x0201, 4, 1, 0x7FFFFFFF), (0x0202, 4, 1, 0x7FFFFFFF))),
    ("preview of itself", tiff((0x0201, 4, 1, 0), (0x0202, 4, 1, 0xFFFFFFFF), after=8)),
    ("orientation 0", tiff((0x0112, 3, 1, 0))),
    ("orientation 99", tiff((0x0112, 3, 1, 99))),
    ("orientation a text", tiff((0x0112, 2, 4, 0x36363636))),
    ("orientations", tiff((0x0112, 3, 0x7FFFFFFF, 6))),
    ("size 0", tiff((0xA002, 4, 1, 0), (0xA003, 4, 1, 0))),
    ("size 4294967295", tiff((0xA002, 4, 1, 2**32 - 1), (0xA003, 4, 1, 2**32 - 1))),
    ("big 2^63 values", _big((_DESCRIPTION, 2, 2**63, 16))),
    ("big 2^64 values", _big((_DESCRIPTION, 5, 2**64 - 1, 16))),
    ("big 2^64 entries", _big((_DESCRIPTION, 2, 4, 16), count=2**64 - 1)),
    ("big after itself", _big((_EXIF, 18, 1, 16), (_SUB, 18, 2**61, 16))),
    ("note of 4294967295", tiff((_NOTE, 7, 0xFFFFFFFF, 8))),
    ("note of its own", tiff_of([(_NOTE, 7, tiff((_NOTE, 7, 0xFFFFFFFF, 8)))])),
    ("note of 65535 entries", _apple(count=65_535)),
    ("note of a long text", _apple((0x11, 2, 0xFFFFFFFF, 8))),
    ("note beyond", _apple((0x11, 2, 200, 0xFFFFFFFF), (0x17, 16, 1, 0xFFFFFFFF))),
    ("note cut", tiff_of([(_NOTE, 7, b"Apple iOS\0\0\1MM")])),
    ("notes of others", tiff_of([(_NOTE, 7, b"Nikon\0\2\x10\0\0" + tiff((_NOTE, 7, 2**31, 8)))])),
    (
        "canon note",
        tiff_of([(0x010F, 2, b"Canon\0"), (_NOTE, 7, struct.pack("<HHHII", 9, 1, 3, 2**31, 8))]),
    ),
    (
        "olympus note",
        tiff_of([(_NOTE, 7, b"OLYMP\0\1\0" + struct.pack("<HHHII", 99, 0x100, 7, 2**32 - 1, 8))]),
    ),
    ("comment of no code", tiff_of([(0x9286, 7, b"\xff" * 99)])),
    ("comment of half letters", tiff_of([(0x9286, 7, b"UNICODE\0\xd8\0\xd8\0\xd8")])),
    ("comment of JIS", tiff_of([(0x9286, 7, b"JIS\0\0\0\0\0" + b"\x1b$B" * 99)])),
    ("windows text of half letters", tiff_of([(0x9C9C, 1, b"\0\xd8" * 99)])),
    ("windows text cut", tiff_of([(0x9C9C, 1, b"a\0b\0c")])),
    ("description of no letters", tiff_of([(_DESCRIPTION, 2, bytes(range(128, 256)) * 9)])),
    ("time of 5000 digits", tiff_of([(0x001D, 2, b"2016:03:12\0"), (7, 2, b"9" * 5_000 + b"/1")])),
)


def _of_webp(seed: int, exif: bytes) -> bytes:
    picture = saved(seed, "WEBP")[12:]
    kind, size = picture[:4], int.from_bytes(picture[4:8], "little")
    flags = struct.pack("<I", 8) + struct.pack("<I", 159)[:3] + struct.pack("<I", 119)[:3]
    return riff((b"VP8X", flags), (kind, picture[8 : 8 + size]), (b"EXIF", exif))


def _of_jxl(seed: int, exif: bytes) -> bytes:
    bare = saved(seed, "JXL")
    if bare[:2] == b"\xff\x0a":
        head = b"\0\0\0\x0cJXL \r\n\x87\n" + box(b"ftyp", b"jxl \0\0\0\0jxl ")
        return head + box(b"Exif", bytes(4) + exif) + box(b"jxlc", bare)
    return bare[:12] + bare[12:32] + box(b"Exif", bytes(4) + exif) + bare[32:]


def _of_tiff(seed: int, exif: bytes) -> bytes:
    """A TIFF beside whose own tags there are those of the lie."""
    sound = bytearray(saved(seed, "TIFF"))
    if exif[:4] != b"II*\0" or len(exif) < 22:
        return bytes(sound) + exif
    at = int.from_bytes(sound[4:8], "little")
    count = int.from_bytes(sound[at : at + 2], "little")
    table = bytes(sound[at + 2 : at + 2 + 12 * count]) + exif[10:22]
    rows = sorted(table[n : n + 12] for n in range(0, len(table), 12))
    rows.sort(key=lambda row: int.from_bytes(row[:2], "little"))
    struct.pack_into("<I", sound, 4, len(sound))
    return bytes(sound) + struct.pack("<H", count + 1) + b"".join(rows) + bytes(4)


CARRIERS = {
    "jpg": with_exif,
    "png": lambda seed, exif: with_chunks(seed, chunk(b"eXIf", exif)),
    "webp": _of_webp,
    "tif": _of_tiff,
    "jxl": _of_jxl,
}


def _in(carrier: str, exif: bytes) -> Make:
    return built(lambda seed: CARRIERS[carrier](seed, exif))


EXIF: tuple[Case, ...] = (
    *(
        Case(f"{name}.{carrier}", _in(carrier, exif), "stored")
        for name, exif in LIES
        for carrier in CARRIERS
        if len(exif) < 65_000 or carrier != "jpg"
    ),
    *(
        Case(
            f"type {kind} times {count}.jpg",
            _in("jpg", tiff((_DESCRIPTION, kind, count, 8))),
            "stored",
        )
        for kind in TYPES
        for count in COUNTS
    ),
    Case(
        "300 blocks.jpg",
        built(
            lambda n: with_segments(
                n, *(segment(0xE1, EXIF_HEAD + tiff((0x0112, 3, 1, i))) for i in range(300))
            )
        ),
        "stored",
        "metadata-damaged",
    ),
    Case(
        "one block in 99 segments.jpg",
        built(
            lambda n: with_segments(
                n, *(segment(0xE1, EXIF_HEAD + b"x" * 9_000) for _ in range(99))
            )
        ),
        "stored",
    ),
)
