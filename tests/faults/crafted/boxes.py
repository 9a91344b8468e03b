"""Boxes of HEIC, AVIF, JPEG XL, JPEG 2000 and raw files that are deeper or longer than they say."""

from __future__ import annotations

import struct

from crafted.case import Case, built
from crafted.pictures import box, large_box, saved, tiff

_SIZES = (0, 1, 2, 7, 2**31 - 1, 2**32 - 1)
_KINDS = (b"meta", b"moov", b"uuid", b"mini", b"Exif", b"xml ", b"brob", b"free", b"mdat")
_BRANDS = {"heic": b"heic", "avif": b"avif", "cr3": b"crx "}


def _ftyp(form: str) -> bytes:
    brand = _BRANDS[form]
    return box(b"ftyp", brand + bytes(4) + b"mif1" + brand)


def _full(name: bytes, body: bytes, version: int = 0) -> bytes:
    return box(name, bytes((version, 0, 0, 0)) + body)


def _items(places: bytes, kinds: bytes = b"") -> bytes:
    """A HEIC that says where its items lie, and what they are."""
    infe = _full(b"infe", struct.pack(">HH4s", 1, 0, b"Exif") + b"\0", 2)
    iinf = _full(b"iinf", struct.pack(">H", 1) + (kinds or infe))
    return _ftyp("heic") + _full(b"meta", iinf + places)


def _deep(depth: int) -> bytes:
    inner = b""
    for _ in range(depth):
        inner = _full(b"meta", inner)
    return inner


_ILOC = struct.pack(">HH", 0x4440, 1)

HEADS: tuple[tuple[str, bytes], ...] = (
    (
        "item counts of 65535.heic",
        _items(_full(b"iloc", struct.pack(">HH", 0x4440, 0xFFFF) + bytes(99))),
    ),
    (
        "extents of 65535.heic",
        _items(_full(b"iloc", _ILOC + struct.pack(">HHIH", 1, 0, 0, 0xFFFF) + bytes(8) * 9_000)),
    ),
    (
        "extents over everything.heic",
        _items(_full(b"iloc", _ILOC + struct.pack(">HHIH", 1, 0, 0, 900) + bytes(8) * 900)),
    ),
    (
        "extent beyond.heic",
        _items(_full(b"iloc", _ILOC + struct.pack(">HHIHII", 1, 0, 0, 1, 2**32 - 1, 2**32 - 1))),
    ),
    (
        "offsets of 15 bytes.heic",
        _items(_full(b"iloc", struct.pack(">HH", 0xFFFF, 1) + b"\xff" * 99)),
    ),
    ("places cut.heic", _items(box(b"iloc", b"\0"))),
    ("kinds of 4 GB.heic", _ftyp("heic") + _full(b"meta", _full(b"iinf", b"\xff" * 4, 1))),
    (
        "kinds, 9000.heic",
        _items(b"", _full(b"infe", struct.pack(">HH4s", 1, 0, b"Exif") + b"\0", 2) * 9_000),
    ),
    ("boxes 300 deep.heic", _ftyp("heic") + _deep(300)),
    ("boxes 20000 deep.heic", _ftyp("heic") + _deep(2_000)),
    ("boxes, 120000.heic", _ftyp("heic") + box(b"free", b"") * 120_000),
    ("brands without end.heic", box(b"ftyp", b"heic" + bytes(4) + b"mif1" * 15_000)),
    ("brand box of nothing.heic", struct.pack(">I", 0) + b"ftypheic"),
    ("minimised to nothing.avif", box(b"ftyp", b"mif3avif") + box(b"mini", b"")),
    ("minimised ones.avif", box(b"ftyp", b"mif3avif") + box(b"mini", b"\xff" * 300)),
    ("minimised zeros.avif", box(b"ftyp", b"mif3avif") + box(b"mini", bytes(300))),
    ("no picture.jxl", b"\0\0\0\x0cJXL \r\n\x87\n"),
    ("ones.jxl", b"\xff\x0a" + b"\xff" * 300),
    ("zeros.jxl", b"\xff\x0a" + bytes(300)),
    ("packed by nobody.jxl", b"\0\0\0\x0cJXL \r\n\x87\n" + box(b"brob", b"Exif" + b"\xff" * 99)),
    ("no picture.jp2", b"\0\0\0\x0cjP  \r\n\x87\n"),
    ("codes of nothing.jp2", b"\xff\x4f\xff\x51" + bytes(99)),
    ("raf.raf", b"FUJIFILMCCD-RAW 0201" + b"\xff" * 200),
    ("x3f.x3f", b"FOVb" + b"\xff" * 200),
    ("mrw.mrw", b"\0MRM" + b"\xff" * 200),
    ("crw.crw", b"II\x1a\0\0\0HEAPCCDR" + b"\xff" * 200),
    (
        "crw of itself.crw",
        b"II\x1a\0\0\0HEAPCCDR" + struct.pack("<HHII", 1, 0x2800, 99, 0) * 9 + bytes(8),
    ),
    ("rw2.rw2", b"IIU\0\x08\0\0\0" + b"\xff" * 200),
    ("orf.orf", b"IIRO\x08\0\0\0" + b"\xff" * 200),
    ("dng.dng", tiff((0xC612, 1, 4, 0x00000401), (0x0100, 4, 1, 2**31), (0x014A, 4, 2**31, 8))),
    ("cr2.cr2", b"II*\0\x10\0\0\0CR\2\0\xff\xff\xff\xff" + b"\xff" * 200),
    (
        "nef.nef",
        tiff((0x00FE, 4, 1, 1), (0x010F, 2, 6, 64), (0x014A, 4, 1, 8), after=8) + b"NIKON\0" * 9,
    ),
)

BOXES: tuple[Case, ...] = (
    *(Case(name, built(lambda _, d=data: d), "stored|failed") for name, data in HEADS),
    *(
        Case(
            f"{name.decode().strip()} box of {size}.{form}",
            built(lambda _, f=form, k=name, s=size: _ftyp(f) + box(k, b"\xff" * 20, s)),
            "failed",
        )
        for form in _BRANDS
        for name in _KINDS
        for size in _SIZES
    ),
    *(
        Case(
            f"{name.decode().strip()} large box of {size:x}.{form}",
            built(lambda _, f=form, k=name, s=size: _ftyp(f) + large_box(k, b"\xff" * 20, s)),
            "failed",
        )
        for form in ("heic", "avif")
        for name in (b"meta", b"uuid", b"mdat")
        for size in (0, 8, 15, 2**63 - 1, 2**63, 2**64 - 1)
    ),
    *(
        Case(
            f"{form} with a {name.decode().strip()} box of {size} behind.{form.lower()}",
            built(lambda n, f=form, k=name, s=size: saved(n, f) + box(k, b"\xff" * 20, s)),
            "stored|failed",
        )
        for form in ("AVIF", "HEIF", "JPEG2000", "JXL")
        for name in (b"meta", b"uuid", b"Exif", b"brob")
        for size in (0, 1, 2**31)
    ),
)
