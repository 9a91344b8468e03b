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
    ],
)
def test_tags_say_how_large_the_picture_is(
    tags: tuple[Tag, ...], orientation: int, size: tuple[int, int] | None
) -> None:
    assert stated_size(b"II*\0", tags, orientation) == size


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

    assert (met, wrong) == (len(wanted), [])
