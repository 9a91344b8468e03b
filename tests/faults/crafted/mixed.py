"""Files that are cut, that are called by another format, that are two formats, or none."""

from __future__ import annotations

import struct

from crafted.case import Case, Make, built, holding
from crafted.pictures import box, jpeg, saved

SAVED = {
    "jpg": "JPEG",
    "png": "PNG",
    "gif": "GIF",
    "tif": "TIFF",
    "webp": "WEBP",
    "bmp": "BMP",
    "avif": "AVIF",
    "jp2": "JPEG2000",
    "heic": "HEIF",
    "jxl": "JXL",
}
_NO_SIGN = {
    "tif": 2,
    "bmp": 8,
    "webp": 8,
    "avif": 8,
    "heic": 8,
    "jp2": 8,
    "jxl": 1,
    "gif": 4,
    "png": 4,
    "jpg": 2,
}
"""Bytes within which a format cannot be told."""


def _cut(form: str, size: int) -> Make:
    return built(lambda seed: saved(seed % 7, form)[:size])


CUTS: tuple[Case, ...] = (
    *(
        Case(f"cut after {2**power}.{ending}", _cut(form, 2**power), "skipped", "not-a-photo")
        for ending, form in SAVED.items()
        for power in range(13)
        if 2**power <= _NO_SIGN[ending]
    ),
    *(
        Case(f"cut after {2**power}.{ending}", _cut(form, 2**power), "stored|failed")
        for ending, form in SAVED.items()
        for power in range(13)
        if 2**power > _NO_SIGN[ending]
    ),
    *(
        Case(
            f"{form} called {ending}.{ending}", built(lambda seed, f=form: saved(seed, f)), "stored"
        )
        for form in SAVED.values()
        for ending in SAVED
        if SAVED[ending] != form
    ),
)


def _bitmap_script(seed: int) -> bytes:
    """A bitmap that is a script, too."""
    whole = bytearray(saved(seed, "BMP"))
    whole[2:6] = b"/*aa"
    return bytes(whole) + b"*/=1;alert(1)"


def _pdf_within(seed: int) -> bytes:
    whole = jpeg(seed)
    body = b"%PDF-1.7\n1 0 obj\n"
    return whole[:2] + struct.pack(">BBH", 0xFF, 0xFE, len(body) + 2) + body + whole[2:]


POLYGLOTS: tuple[Case, ...] = (
    Case("picture and archive.jpg", built(lambda n: jpeg(n) + b"PK\x05\x06" + bytes(18)), "stored"),
    Case(
        "picture and page.png",
        built(lambda n: saved(n, "PNG") + b"<script>alert(1)</script>"),
        "stored",
    ),
    Case("picture and script.gif", built(lambda n: saved(n, "GIF") + b"*/=1;alert(1)"), "stored"),
    Case("picture and script.bmp", built(_bitmap_script), "stored"),
    Case("picture and document.jpg", built(_pdf_within), "stored"),
    Case(
        "document and picture.jpg",
        built(lambda n: b"%PDF-1.7\n" + jpeg(n)),
        "skipped",
        "not-a-photo",
    ),
    Case("two formats.jpg", built(lambda n: jpeg(n) + saved(n, "PNG")), "stored"),
    Case("two formats.png", built(lambda n: saved(n, "PNG") + jpeg(n + 1)), "stored"),
    Case("page and picture.jpg", built(lambda n: b"<html>" + jpeg(n)), "skipped", "not-a-photo"),
    Case("blank and picture.jpg", built(lambda n: b"\n" + jpeg(n)), "skipped", "not-a-photo"),
    Case("picture and database.jpg", built(lambda n: jpeg(n) + b"SQLite format 3\0"), "stored"),
)

NO_PICTURES: tuple[Case, ...] = tuple(
    Case(f"{name}.jpg", holding(data), "skipped", "not-a-photo")
    for name, data in (
        ("text", b"not a picture\n" * 99),
        ("script", b"#!/bin/sh\nrm -rf ~\n"),
        ("postscript", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n"),
        ("binary postscript", b"\xc5\xd0\xd3\xc6" + bytes(99)),
        ("markup", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("page", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("document", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n"),
        ("program", b"\x7fELF" + bytes(200)),
        ("windows program", b"MZ" + bytes(200)),
        ("archive", b"PK\x03\x04" + bytes(200)),
        ("packed", b"\x1f\x8b\x08" + bytes(200)),
        ("database", b"SQLite format 3\0" + bytes(200)),
        ("pickle", b"\x80\x04cposix\nsystem\n."),
        ("icon", b"\0\0\1\0\1\0\0\0\0\0\1\0 \0" + struct.pack("<II", 2**31, 22) + bytes(99)),
        ("apple icon", b"icns" + struct.pack(">I", 2**31) + bytes(99)),
        ("portable pixels", b"P6\n60000 60000\n255\n" + bytes(99)),
        ("targa", b"\0\0\2\0\0\0\0\0\0\0\0\0\xff\xff\xff\xff\x20\0" + bytes(99)),
        ("paintbrush", b"\x0a\x05\x01\x08" + b"\xff" * 60 + bytes(99)),
        ("silicon", b"\x01\xda\x01\x02" + b"\xff" * 60 + bytes(99)),
        ("direct draw", b"DDS |\0\0\0" + b"\xff" * 120),
        ("blizzard", b"BLP2" + b"\xff" * 150),
        ("stars", b"SIMPLE  =                    T" + b" " * 2_850),
        ("flick", struct.pack("<IHHHH", 128, 0xAF11, 65_535, 65_535, 65_535) + bytes(116)),
        ("metafile", b"\xd7\xcd\xc6\x9a" + bytes(40)),
        ("film", b"\0\0\0\x18ftypisom\0\0\2\0isomavc1" + bytes(99)),
        ("film of a phone", b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(99)),
        ("sound", b"RIFF\x24\0\0\0WAVEfmt " + bytes(99)),
        ("animation", b"RIFF\x24\0\0\0AVI LIST" + bytes(99)),
        ("packet", b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta/>"),
        ("json", b'{"images": []}'),
        ("zeros", bytes(5_000)),
        ("ones", b"\xff" * 5_000),
        ("one byte", b"\xff"),
        ("two bytes", b"\xff\xd8"),
        ("boxes of nothing", box(b"free", b"") * 500),
        ("boxes in boxes", box(b"ftyp", b"xxxx\0\0\0\0") + box(b"meta", bytes(40))),
    )
)
