"""How large a picture is by what its file says."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.readers import read_tags, sniff, stated_size
from photocat.records import Tag

WIDE = (Tag("EXIF ExifImageWidth", "6000"), Tag("EXIF ExifImageLength", "4000"))
PREVIEW = (Tag("EXIF ImageWidth", "160"), Tag("EXIF ImageLength", "120"))
WIDE_XMP = (Tag("XMP exif:PixelXDimension", "3648"), Tag("XMP exif:PixelYDimension", "2736"))
SMALL_XMP = (Tag("XMP tiff:ImageWidth", "1600"), Tag("XMP tiff:ImageLength", "1200"))


def further(number: int, reduced: str, width: int, height: int) -> tuple[Tag, ...]:
    name = f"EXIF SubIFD{number}/"
    return (
        Tag(f"{name}SubfileType", reduced),
        Tag(f"{name}ImageWidth", str(width)),
        Tag(f"{name}ImageLength", str(height)),
    )


def box(kind: bytes, *content: bytes) -> bytes:
    inside = b"".join(content)
    return struct.pack(">I4s", 8 + len(inside), kind) + inside


def heic(*properties: bytes) -> bytes:
    return box(b"ftyp", b"heic\0\0\0\0") + box(
        b"meta", bytes(4), box(b"iprp", box(b"ipco", *properties))
    )


def ispe(width: int, height: int) -> bytes:
    return box(b"ispe", struct.pack(">III", 0, width, height))


@pytest.mark.parametrize(
    ("tags", "orientation", "size"),
    [
        ((), 1, None),
        (WIDE, 1, (6000, 4000)),
        (WIDE, 6, (4000, 6000)),
        ((*PREVIEW, *WIDE), 1, (6000, 4000)),
        (PREVIEW, 1, (160, 120)),
        ((*PREVIEW, Tag("EXIF SubfileType", "1")), 1, None),
        ((Tag("EXIF ExifImageWidth", "0"), Tag("EXIF ExifImageLength", "4000")), 1, None),
        ((Tag("EXIF ExifImageWidth", "99999999"), Tag("EXIF ExifImageLength", "4")), 1, None),
        (WIDE[:1], 1, None),
        # a raw file: the mosaic is a further picture, its previews are others
        ((*PREVIEW, *further(0, "0", 8288, 5520), *further(1, "1", 9000, 9000)), 8, (5520, 8288)),
        # XMP speaks where EXIF is silent, TIFF's names before EXIF's
        ((*SMALL_XMP, *WIDE_XMP), 1, (1600, 1200)),
        ((*SMALL_XMP, *WIDE), 1, (6000, 4000)),
    ],
)
def test_tags_say_how_large_the_picture_is(
    tags: tuple[Tag, ...], orientation: int, size: tuple[int, int] | None
) -> None:
    assert stated_size(b"II*\0", tags, orientation) == size


def test_cameras_say_in_places_of_their_own_how_large_a_raw_picture_is() -> None:
    borders = tuple(Tag(f"EXIF 0x{n:04X}", v) for n, v in enumerate(("4", "8", "2740", "3656"), 4))
    x3f = b"FOVb".ljust(28, b"\0") + struct.pack("<II", 2640, 1760)
    listed = struct.pack(">IHHHHHHHH", 2, 0x0100, 4, 1, 1, 0x0111, 4, 3264, 4896)
    raf = b"FUJIFILMCCD-RAW ".ljust(92, b"\0") + struct.pack(">I", 96) + listed

    assert stated_size(b"IIU\0", borders, 1) == (3648, 2736)
    assert stated_size(x3f, WIDE, 1) == (2640, 1760)
    assert stated_size(raf, WIDE, 6) == (3264, 4896)
    for cut in range(len(raf)):
        stated_size(raf[:cut], (), 1)


def test_the_container_speaks_before_the_tags_and_turns_by_itself() -> None:
    tile, whole = ispe(512, 512), ispe(4032, 3024)

    assert stated_size(heic(tile, whole), WIDE, 6) == (4032, 3024)
    assert stated_size(heic(tile, whole, box(b"irot", b"\3")), WIDE, 1) == (3024, 4032)
    assert stated_size(heic(tile, whole, box(b"irot", b"\2")), WIDE, 1) == (4032, 3024)
    assert stated_size(heic(), WIDE, 1) == (6000, 4000)


@given(st.binary(max_size=200))
def test_damage_never_raises(rest: bytes) -> None:
    stated_size(heic(rest, ispe(1, 1)), (), 1)
    stated_size((heic(ispe(30, 20)) + rest)[: 40 + len(rest) % 40], (), 1)


def test_raw_and_heic_files_that_cannot_be_decoded_say_how_large_they_are(shared: Path) -> None:
    """Heads of raw files and truncated HEICs of the corpus, against the oracle's size."""
    wanted = (
        *("CanonRaw.cr2", "CanonRaw.cr3", "sample.cr2", "river-truncated.heic"),
        *("black-seattle-truncated.heic", "testHEIC_livePhoto.heic", "QuickTime.heic"),
        *("CanonRaw.crw", "powershot-s40.crw", "sample.nef", "Nikon.nef", "images/DNG.dng"),
        *("Panasonic.rw2", "FujiFilm.raf", ".KDC"),
    )
    corpus = shared / "corpora" / "metadata"
    wrong, met = [], 0
    for line in (corpus / "manifest.jsonl").read_text("utf-8").rstrip("\n").split("\n"):
        entry = json.loads(line)
        if entry["path"].endswith(wanted):
            data = (corpus / entry["path"]).read_bytes()
            format = sniff(data) or ""
            tags, _ = read_tags(data, format)
            size = stated_size(data, tags, 1)
            met += 1
            if size is None or list(size) != entry["oracle"]["display_size"]:
                wrong.append((entry["path"], size, entry["oracle"]["display_size"]))

    assert (met, wrong) == (len(wanted) + 9, [])  # ten files of Kodak's
