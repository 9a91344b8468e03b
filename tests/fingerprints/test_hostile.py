"""Damaged, forged and oversized pictures: a reason, or what can be seen of them."""

from __future__ import annotations

import json
import struct
import sys
import zlib

import numpy as np
import pytest
from PIL import Image, ImageFile

from photocat.errors import REASON, FileProblem
from photocat.fingerprints import (
    KINDS,
    DecodeLimits,
    decode_reduced,
    fingerprints_of,
    formats,
    pixel_digest,
    previews_of,
)
from photocat.fingerprints.jpeg import scan_count, segments


def problem(data: bytes, format: str = "JPEG", limits: DecodeLimits = DecodeLimits()) -> str:  # noqa: B008
    with pytest.raises(FileProblem) as raised:
        decode_reduced(data, format, 1, limits)
    return raised.value.code


def codes(data: bytes, format: str = "JPEG") -> list[str]:
    return [note.code for note in decode_reduced(data, format).notes]


def chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def png(*, width: int, height: int, depth: int, colour: int, rows: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    )


# --- what ends early


@pytest.mark.parametrize("progressive", [False, True])
def test_half_a_jpeg_is_half_a_picture_with_a_note(progressive, scene, encoded):
    whole = encoded(scene(), progressive=progressive)
    half = whole[: len(whole) // 2]
    decoded = decode_reduced(half, "JPEG")

    assert decoded.truncated
    assert [note.code for note in decoded.notes] == ["truncated"]
    assert (decoded.width, decoded.height) == (600, 400)
    assert not decode_reduced(whole, "JPEG").truncated
    assert not ImageFile.LOAD_TRUNCATED_IMAGES


def test_half_a_png_is_half_a_picture_with_a_note(scene, encoded):
    whole = encoded(scene(), "PNG")

    assert codes(whole[: len(whole) // 2], "PNG") == ["truncated"]
    assert codes(whole, "PNG") == []


@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF", "WebP", "GIF", "BMP", "AVIF"])
def test_a_header_without_a_picture_shows_nothing(format, scene, encoded):
    whole = encoded(scene(), format.upper())
    assert problem(whole[:60], format) == "undecodable"
    assert problem(whole[:3], format) == "undecodable"
    assert problem(b"", format) == "undecodable"


def test_a_picture_of_another_format_is_not_decoded_by_a_decoder_nobody_named(scene, encoded):
    postscript = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n"

    assert problem(postscript) == "undecodable"
    assert problem(encoded(scene(), "PNG"), "JPEG") == "undecodable"
    assert problem(postscript, "EPS") == "unsupported"


# --- what asks for too much


def test_a_small_file_that_unfolds_into_a_huge_picture_is_refused():
    bomb = png(width=60_000, height=60_000, depth=1, colour=0, rows=b"")

    assert len(bomb) < 100
    assert problem(bomb, "PNG") == "too-many-pixels"


def test_more_pixels_than_pillow_would_allow_are_decoded_where_we_allow_them():
    width, height = 16_000, 12_000
    rows = (b"\0" + bytes(width // 16) + b"\xff" * (width // 16)) * height
    picture = png(width=width, height=height, depth=1, colour=0, rows=rows)
    before = Image.MAX_IMAGE_PIXELS
    assert width * height > 2 * (before or 0)

    decoded = decode_reduced(picture, "PNG")

    assert (decoded.width, decoded.height) == (width, height)
    assert decoded.picture.getextrema() == (0, 255)
    assert before == Image.MAX_IMAGE_PIXELS


def test_a_jpeg_of_hundreds_of_scans_is_refused_before_it_is_decoded(scene, encoded):
    whole = encoded(scene(), progressive=True)
    last = [start for marker, start, _ in segments(whole) if marker == 0xDA][-1]
    many = whole[:-2] + whole[last:-2] * 300 + b"\xff\xd9"

    assert problem(many) == "too-many-scans"
    assert scan_count(whole) == 10
    assert codes(whole) == []
    assert decode_reduced(many, "JPEG", 1, DecodeLimits(max_scans=400)).width == 600


def test_scans_are_not_counted_in_thumbnails(scene, encoded):
    thumbnails = segmented = encoded(scene(), progressive=True)
    for _ in range(40):
        body = b"Exif\0\0" + b"\xff\xda\0\x08" * 10
        segmented = (
            segmented[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + (segmented[2:])
        )

    assert scan_count(segmented) == scan_count(thumbnails)


def test_a_text_bomb_in_a_png_does_not_hide_the_picture(scene, encoded):
    whole = encoded(scene(), "PNG")
    texts = b"".join(
        chunk(b"zTXt", f"k{n}\0\0".encode() + zlib.compress(bytes(1_000_000), 9)) for n in range(80)
    )
    one = chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(70_000_000), 9))
    profile = chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(70_000_000), 9))

    pixels = decode_reduced(whole, "PNG").pixels
    for bomb in (texts, one, profile):
        decoded = decode_reduced(whole[:33] + bomb + whole[33:], "PNG")
        assert [note.code for note in decoded.notes] in ([], ["metadata-damaged"])
        assert decoded.pixels == pixels


# --- what decoders say


def test_every_exception_of_a_decoder_becomes_a_problem_with_a_reason(scene, encoded, monkeypatch):
    data = encoded(scene())
    for raised, code in (
        (SyntaxError("broken"), "undecodable"),
        (TypeError(), "undecodable"),
        (RuntimeError("two\nlines"), "undecodable"),
        (struct.error("short"), "undecodable"),
        (MemoryError(), "memory"),
        (Image.DecompressionBombError("huge"), "too-many-pixels"),
    ):

        def fails(*_: object, raised: Exception = raised, **__: object) -> Image.Image:
            raise raised

        monkeypatch.setattr(formats.Image, "open", fails)
        assert problem(data) == code


def test_a_decoder_that_is_not_installed_is_asked_for(scene, encoded, monkeypatch):
    monkeypatch.setitem(sys.modules, "pillow_heif.HeifImagePlugin", None)
    with pytest.raises(FileProblem) as raised:
        decode_reduced(b"\0\0\0\x18ftypheic", "HEIC")

    assert raised.value.code == "needs-extra"
    assert raised.value.detail == 'pip install "photocat[heif]"'


def test_mutants_of_good_pictures_never_raise_anything_else(scene, encoded):
    random = np.random.default_rng(3)
    seeds = [
        (name, encoded(scene(90, 60), name.upper()))
        for name in ("JPEG", "PNG", "TIFF", "WebP", "GIF", "BMP", "AVIF")
    ]
    outcomes = set()
    for _ in range(60):
        for format, seed in seeds:
            mutant = bytearray(seed)
            for at in random.integers(4, len(seed), 6):
                mutant[at] = random.integers(256)
            outcomes.add(outcome(bytes(mutant), format))

    assert {"decoded", "undecodable"} <= outcomes <= {"decoded", *REASON}


def outcome(data: bytes, format: str) -> str:
    try:
        decoded = decode_reduced(data, format)
    except FileProblem as refused:
        return refused.code
    assert len(previews_of(decoded)) == 2
    assert len(fingerprints_of(decoded)) == len(KINDS) + 1  # and the local features
    assert {note.code for note in decoded.notes} <= set(REASON)
    pixel_digest(data, format, decoded)
    return "decoded"


NAMES = {"WEBP": "WebP", "Extended WEBP": "WebP", "APNG": "PNG", "HEIF": "HEIC", "J2C": "JP2"}
"""From ExifTool's names to ours."""


def test_corrupt_and_malicious_files_are_decoded_or_refused_with_a_reason(corpus):
    folder = corpus / "hostile"
    lines = (folder / "manifest.jsonl").read_text().split("\n")[:-1]
    outcomes = [
        outcome((folder / line["path"]).read_bytes(), NAMES.get(line["format"], line["format"]))
        for line in map(json.loads, lines)
    ]

    assert len(outcomes) > 200
    assert outcomes.count("decoded") > 50
    assert set(outcomes) <= {"decoded", *REASON}
