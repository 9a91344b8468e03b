"""Formats are known by content, never by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from photocat.readers import FORMATS, SNIFF_BYTES, sniff

HEADS: list[tuple[bytes, str | None]] = [
    (b"\xff\xd8\xff\xe0", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF89a", "GIF"),
    (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
    (b"8BPS\0\1", "PSD"),
    (b"BM\x36\1\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "BMP"),
    (b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf", "HEIC"),
    (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "AVIF"),
    (b"\0\0\0\x18ftypheix\0\0\0\0mif1heix", "HEIC"),
    (b"\0\0\0\x18ftypavis\0\0\0\0msf1avis", "AVIF"),
    (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "RAW/CR3"),
    (b"\xff\x0a\xfa\x1f", "JXL"),
    (b"\xff\x4f\xff\x51", "JP2"),
    (b"II*\0\x10\0\0\0CR\2\0", "RAW/CR2"),
    (b"FUJIFILMCCD-RAW 0201", "RAW/RAF"),
    (b"IIU\0\x18\0\0\0", "RAW/RW2"),
    (b"IIRO\x08\0\0\0", "RAW/ORF"),
    (b"MM\0*\0\0\0\x08", "TIFF"),
    (b"<?xpacket begin='\xef\xbb\xbf' id='W5M0'?><x:xmpmeta", "XMP"),
    (b'\xef\xbb\xbf<?xml version="1.0"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">', "XMP"),
    ("<x:xmpmeta xmlns:x=".encode("utf-16"), "XMP"),
    (b'{"title": "IMG_1.jpg"', "JSON"),
    (b"", None),
    (b"\0\0\0\x18ftypmp42\0\0\0\0mp42heic", None),
    (b"%PDF-1.7", None),
    (b"%!PS-Adobe-3.0 EPSF-3.0", None),
    (b"<svg xmlns='http://www.w3.org/2000/svg'>", None),
    (b"<html><body>", None),
    (b"BM is a company", None),
    (b"An ordinary text", None),
]


@pytest.mark.parametrize(("head", "format"), HEADS)
def test_a_format_is_known_by_its_first_bytes(head: bytes, format: str | None) -> None:
    assert sniff(head) == format


@pytest.mark.parametrize(
    ("tags", "format"),
    [
        ({0x00FE: (4, [1]), 0x010F: (2, "NIKON CORPORATION")}, "RAW/NEF"),
        ({0x00FE: (4, [1]), 0x010F: (2, "SONY")}, "RAW/ARW"),
        ({0x0103: (3, [65535]), 0x010F: (2, "PENTAX Corporation")}, "RAW/PEF"),
        ({0xC612: (1, b"\1\4\0\0")}, "RAW/DNG"),
        ({0x00FE: (4, [0]), 0x010F: (2, "NIKON CORPORATION")}, "TIFF"),
        ({0x010F: (2, "NIKON CORPORATION"), 0x0131: (2, "Photoshop")}, "TIFF"),
    ],
)
def test_a_raw_file_is_told_from_a_tiff_that_was_made_of_one(
    make: Any, tags: dict[int, Any], format: str
) -> None:
    assert sniff(make.tiff(tags)) == format
    assert sniff(make.tiff(tags, big=True)) == format


@given(st.sampled_from([b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"IIII"]), st.binary())
def test_any_bytes_are_some_format_or_none(start: bytes, rest: bytes) -> None:
    assert sniff(start + rest) in {None, *(format.name for format in FORMATS)}


def test_every_format_that_pillow_decodes_is_one_it_knows() -> None:
    Image.init()
    plugins = {"HEIF", "JXL"}  # registered by the extras

    named = {name for format in FORMATS for name in format.pillow}
    assert named - plugins <= set(Image.OPEN) | {"MPO"}


def test_formats_agree_with_the_oracle(corpus: Path) -> None:
    """Where they differ, both names are right, or the file is no more than a broken header."""
    other_names = {"WEBP": "WebP", "APNG": "PNG"}
    differing = {}
    for line in (corpus / "metadata" / "manifest.jsonl").read_text("utf-8").split("\n")[:-1]:
        entry = json.loads(line)
        format = sniff((corpus / "metadata" / entry["path"]).read_bytes()[:SNIFF_BYTES])
        expected = other_names.get(entry["format_class"], entry["format_class"])
        if expected in ("EMPTY", "VIDEO"):
            assert format is None, entry["path"]
        elif (format or "").partition("/")[0] != expected:
            differing[Path(entry["path"]).name] = (expected, format)

    assert differing == {
        "negative_array_size_exception.bmp": ("BMP", None),  # ExifTool: file format error
        "AVIF.avif": ("HEIC", "AVIF"),  # brand mif1, compatible with avif, item type av01
    }
