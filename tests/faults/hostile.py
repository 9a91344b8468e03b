"""A folder that nobody would wish for: bombs, loops, forged counts and odd names, all our own.

``CASES`` is a table: a name, how the file is made, and what a person would expect to become of it.
"""

from __future__ import annotations

import io
import os
import socket
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, PngImagePlugin

Make = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Case:
    """One file, and what is to become of it: ``stored``, ``skipped`` or ``failed``, and why."""

    name: str
    make: Make
    outcome: str
    code: str | None = None


def picture(seed: int = 0, mode: str = "RGB") -> Image.Image:
    """Something like a photograph, another for each seed."""
    coarse = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    drawn = Image.fromarray(coarse).resize((160, 120), Image.Resampling.BICUBIC)
    return drawn.convert(mode)


def jpeg(seed: int = 0, **options: Any) -> bytes:
    """It as JPEG."""
    held = io.BytesIO()
    picture(seed).save(held, "JPEG", quality=85, **options)
    return held.getvalue()


def _bytes(data: bytes) -> Make:
    return lambda path: path.write_bytes(data) and None


def _jpeg(seed: int, **options: Any) -> Make:
    return lambda path: path.write_bytes(jpeg(seed, **options)) and None


def _with_segment(marker: int, body: bytes, seed: int) -> Make:
    """A JPEG with one more segment, as long as it may be, or several."""
    whole = jpeg(seed)
    parts = [body[at : at + 65_000] for at in range(0, len(body), 65_000)] or [b""]
    segments = b"".join(struct.pack(">BBH", 0xFF, marker, len(p) + 2) + p for p in parts)
    return _bytes(whole[:2] + segments + whole[2:])


def _tiff(*entries: tuple[int, int, int, int], next_ifd: int = 0) -> bytes:
    """A directory of ``(tag, type, count, value)``, as EXIF holds it."""
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + body + struct.pack("<I", next_ifd)


def _exif(tiff: bytes, seed: int) -> Make:
    return _with_segment(0xE1, b"Exif\0\0" + tiff, seed)


def _gps(seed: int, **refs: Any) -> Make:
    """A position with the given parts."""
    exif = Image.Exif()
    ifd = exif.get_ifd(0x8825)
    ifd.update({1: "N", 2: (35.0, 24.0, 0.0), 3: "E", 4: (35.0, 57.0, 0.0)})
    for tag, value in refs.items():
        ifd[int(tag[1:])] = value
    return _jpeg(seed, exif=exif)


def _dated(date: str, seed: int) -> Make:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = date
    return _jpeg(seed, exif=exif)


XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf='
    '"http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc='
    '"http://purl.org/dc/elements/1.1/">%s</rdf:Description></rdf:RDF></x:xmpmeta>'
)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
ENTITY_OF_A_FILE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def _xmp(inside: str, seed: int, before: str = "") -> Make:
    packet = (before + XMP % inside).encode("utf-8", "surrogatepass")
    return _with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet[:64_000], seed)


def _said(words: str, seed: int) -> Make:
    inside = f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt>'
    return _xmp(inside + "</dc:description>", seed)


def _iim(records: bytes, seed: int) -> Make:
    body = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + records
    return _with_segment(0xED, body, seed)


def _png(width: int, height: int, depth: int, colour: int, rows: bytes, *more: bytes) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        sum_ = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", sum_)

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    image = chunk(b"IDAT", zlib.compress(rows, 9))
    texts = b"".join(chunk(b"zTXt", text) for text in more)
    return b"\x89PNG\r\n\x1a\n" + header + texts + image + chunk(b"IEND", b"")


def _text_bomb(path: Path) -> None:
    rows = b"".join(b"\0" + row.tobytes() for row in np.asarray(picture(40)))
    bomb = b"Comment\0\0" + zlib.compress(bytes(50_000_000), 9)
    path.write_bytes(_png(160, 120, 8, 2, rows, bomb))


def _flat(mode: str, colour: Any, size: int = 300) -> Make:
    return lambda path: Image.new(mode, (size, size), colour).save(path)


def _grey_16(path: Path) -> None:
    grey = np.asarray(picture(41, "L")).astype(np.uint16) * 257
    Image.fromarray(grey).save(path, "PNG")


def _scans(path: Path) -> None:
    whole = jpeg(42, progressive=True)
    scan = whole.index(b"\xff\xda")
    end = whole.index(b"\xff", scan + 12)
    path.write_bytes(whole[:scan] + whole[scan:end] * 2_000 + whole[end:])


def _frames(path: Path) -> None:
    first, *rest = [picture(seed, "L").resize((8, 8)) for seed in range(50, 53)]
    first.save(path, "GIF", save_all=True, append_images=rest * 500)


def _many_texts(path: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    for n in range(3_000):
        texts.add_text(f"key {n}", "value " * 20)
    picture(43).save(path, "PNG", pnginfo=texts)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(jpeg(44))
        file.truncate(64 << 30)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        here = os.getcwd()
        os.chdir(path.parent)  # a path of a socket is short
        try:
            bound.bind(path.name)
        finally:
            os.chdir(here)


_HEIC = b"\0\0\0\x18ftypheic\0\0\0\0heicmif1"

CASES: tuple[Case, ...] = (
    # what is no picture, or hardly one
    Case("empty.jpg", _bytes(b""), "skipped", "empty"),
    Case("one-byte.jpg", _bytes(b"\xff"), "skipped", "not-a-photo"),
    Case("text.jpg", _bytes(b"not a picture\n" * 99), "skipped", "not-a-photo"),
    Case("script.jpg", _bytes(b"#!/bin/sh\nrm -rf ~\n"), "skipped", "not-a-photo"),
    Case("postscript.jpg", _bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"), "skipped"),
    Case("markup.jpg", _bytes(b"<svg onload='alert(1)'/>"), "skipped", "not-a-photo"),
    Case("start-only.jpg", _bytes(b"\xff\xd8\xff\xe0"), "failed", "undecodable"),
    Case("half.jpg", _bytes(jpeg(1)[:2_000]), "stored", "truncated"),
    Case("trailing.jpg", _bytes(jpeg(2) + b"PK\x03\x04" * 999), "stored"),
    Case("picture.txt", _jpeg(3), "stored"),
    Case("box-of-no-size.heic", _bytes(_HEIC + b"\0\0\0\x01meta" + bytes(8)), "failed"),
    Case("box-beyond-the-end.heic", _bytes(_HEIC + b"\x7f\xff\xff\xffmeta" + bytes(8)), "failed"),
    # bombs
    Case(
        "pixels.png", _bytes(_png(60_000, 60_000, 1, 0, bytes(1000))), "failed", "too-many-pixels"
    ),
    Case("deep-pixels.png", _bytes(_png(30_000, 30_000, 16, 6, b"")), "failed", "too-many-pixels"),
    Case("text-bomb.png", _text_bomb, "stored"),
    Case("many-texts.png", _many_texts, "stored"),
    Case("scans.jpg", _scans, "failed", "too-many-scans"),
    Case("frames.gif", _frames, "stored"),
    Case("sparse.jpg", _sparse, "failed", "too-many-bytes"),
    # EXIF that lies
    Case("makernote-count.jpg", _exif(_tiff((0x927C, 7, 0xFFFFFFFF, 8)), 4), "stored"),
    Case("ascii-count.jpg", _exif(_tiff((0x010E, 2, 0x7FFFFFFF, 8)), 5), "stored"),
    Case("loop.jpg", _exif(_tiff((0x8769, 4, 1, 8), next_ifd=8), 6), "stored"),
    Case("beyond.jpg", _exif(_tiff((0x8769, 4, 1, 0xFFFFFFF0)), 7), "stored"),
    Case("many.jpg", _exif(_tiff(*[(0x010E, 2, 999, 8)] * 5_000), 8), "stored"),
    Case("year-0.jpg", _dated("0000:00:00 00:00:00", 9), "stored"),
    Case("year-9999.jpg", _dated("9999:12:31 23:59:59", 10), "stored"),
    Case("february-30.jpg", _dated("2016:02:30 10:00:00", 11), "stored", "date-refused"),
    Case("hour-24.jpg", _dated("2016:02:20 24:61:00", 12), "stored"),
    Case("latitude-999.jpg", _gps(13, t2=(999.0, 0.0, 0.0)), "stored", "place-refused"),
    Case("no-reference.jpg", _gps(14, t1="", t3=""), "stored"),
    Case("nonsense-reference.jpg", _gps(15, t1="Q"), "stored", "place-refused"),
    Case("orientation-99.jpg", _exif(_tiff((0x0112, 3, 1, 99)), 16), "stored"),
    # XMP and IIM that lie
    Case(
        "entities.jpg",
        _xmp("&b;", 17, '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
        "stored",
    ),
    Case(
        "entity-of-a-file.jpg",
        _xmp("&f;", 18, '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
        "stored",
    ),
    Case("depth.jpg", _xmp("<dc:a>" * 4_000, 19), "stored", "metadata-damaged"),
    Case("unclosed.jpg", _xmp("<dc:description>", 20), "stored", "metadata-damaged"),
    Case("iim-length.jpg", _iim(b"\x1c\x02\x78\xff\xff" + b"x" * 40, 21), "stored"),
    Case(
        "iim-long-length.jpg",
        _iim(b"\x1c\x02\x78\x80\x04\xff\xff\xff\xff" + b"x" * 9, 22),
        "stored",
    ),
    # words that would act
    Case("escape.jpg", _said("A man.&#27;]52;c;cm0gLXJm&#7;", 23), "stored"),
    Case("clear-screen.jpg", _said("\x7f\x9b2J A man.", 24), "stored"),
    Case("bidi.jpg", _said("photo\u202egpj.exe", 25), "stored"),
    Case("formula.jpg", _said("=HYPERLINK(&quot;http://x&quot;)", 26), "stored"),
    Case("script-tag.jpg", _said("&lt;script&gt;alert(1)&lt;/script&gt;", 27), "stored"),
    Case("sql.jpg", _said("'; DROP TABLE photos; --", 28), "stored"),
    Case("match.jpg", _said("caption: NEAR(a b) * ^ OR &quot;", 29), "stored"),
    Case("long.jpg", _said("A man walks. " * 4_500, 30), "stored"),
    Case("no-spaces.jpg", _said("2016年3月12日" * 3_000, 31), "stored"),
    # pixels that look alike to a hash
    Case("grey-16.png", _grey_16, "stored"),
    Case(
        "white.png",
        _flat("RGB", "white"),
        "stored",
        "no-fingerprint",
    ),
    Case(
        "see-through.png",
        _flat("RGBA", (9, 9, 9, 0)),
        "stored",
        "no-fingerprint",
    ),
    Case(
        "tiny.png",
        _flat("RGB", "red", 1),
        "stored",
        "no-fingerprint",
    ),
    # what is no file
    Case("pipe.jpg", lambda path: os.mkfifo(path), "skipped", "special-file"),
    Case("socket.jpg", _socket, "skipped", "special-file"),
    Case("zeros.jpg", lambda path: path.symlink_to("/dev/zero"), "skipped", "symlink"),
    Case("outside.jpg", lambda path: path.symlink_to("/etc/passwd"), "skipped", "symlink"),
    Case("nowhere.jpg", lambda path: path.symlink_to("not there"), "skipped", "symlink"),
    Case("circle", lambda path: path.symlink_to("."), "skipped", "symlink"),
    Case(".hidden.jpg", _jpeg(32), "skipped", "hidden"),
    # names
    Case("line\nbreak.jpg", _jpeg(33), "stored"),
    Case("escape\x1b[2J.jpg", _jpeg(34), "stored"),
    Case("bidi\u202egpj.exe", _jpeg(35), "stored"),
    Case("bytes-\udcff\udcfe.jpg", _jpeg(36), "stored"),
    Case("e\u0301.jpg", _jpeg(37), "stored"),
    Case("\u00e9.jpg", _jpeg(38), "stored"),
    Case("CASE.jpg", _jpeg(39), "stored"),
    Case("case.jpg", _jpeg(60), "stored"),
    Case("-rf", _jpeg(61), "stored"),
    Case("=1+1.jpg", _jpeg(62), "stored"),
    Case("a" * 251 + ".jpg", _jpeg(63), "stored"),
    Case("'; DROP TABLE files; --.jpg", _jpeg(64), "stored"),
    Case("%s %n {0}.jpg", _jpeg(65), "stored"),
)
