"""EXIF: what the entries of the directories become, and what forged ones cost."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import pytest
from exifread.core.exif_header import ExifHeader

from photocat.readers import read_tags, sniff
from photocat.readers.blocks import Block
from photocat.readers.containers import find_blocks
from photocat.readers.directories import Entry, read_directories

UTF_8 = 129
ASCII, SHORT, LONG, RATIONAL, UNDEFINED, SIGNED_RATIONAL = 2, 3, 4, 5, 7, 10
IN_EXIF = {0x9003, 0x9286, 0xA434, 0xA436}

VALUES: list[tuple[int, tuple[int, Any], str, str]] = [
    (0x010F, (ASCII, b"NIKON CORPORATION   \0"), "EXIF Make", "NIKON CORPORATION"),
    (0x010E, (ASCII, "Café à Nîmes"), "EXIF ImageDescription", "Café à Nîmes"),
    (0x010E, (ASCII, b"Caf\xe9 \xe0 N\xeemes\0"), "EXIF ImageDescription", "Café à Nîmes"),
    (0x010E, (ASCII, b"A bridge\0garbage"), "EXIF ImageDescription", "A bridge"),
    (0x010E, (UTF_8, "Łódź, 2016"), "EXIF ImageDescription", "Łódź, 2016"),  # since Exif 3.0
    (0xA437, (UTF_8, "Żaneta"), "EXIF Photographer", "Żaneta"),
    (0x8298, (ASCII, b"Anna Ek\0Daily\0"), "EXIF Copyright", "Anna Ek\nDaily"),
    (0x8298, (ASCII, b" \0Daily\0"), "EXIF Copyright", "Daily"),
    (0x0112, (SHORT, [6]), "EXIF Orientation", "6"),
    (0x829A, (RATIONAL, [(1, 1600)]), "EXIF ExposureTime", "1/1600"),
    (0x9204, (SIGNED_RATIONAL, [(-1, 3)]), "EXIF ExposureBiasValue", "-1/3"),
    (0x920A, (RATIONAL, [(0, 0)]), "EXIF FocalLength", "0/0"),
    (0x9000, (UNDEFINED, b"0231"), "EXIF ExifVersion", "0231"),
    (0x9C9B, (1, "Тема\0".encode("utf-16-le")), "EXIF XPTitle", "Тема"),
    (0x9286, (UNDEFINED, b"ASCII\0\0\0A bridge"), "EXIF UserComment", "A bridge"),
    (0x9286, (UNDEFINED, bytes(8) + "Brücke".encode()), "EXIF UserComment", "Brücke"),
    (
        0x9286,
        (UNDEFINED, b"JIS\0\0\0\0\0" + "東京".encode("iso2022_jp")),
        "EXIF UserComment",
        "東京",
    ),
    (0x9286, (UNDEFINED, b"ASCII\0\0\0" + bytes(200)), "EXIF UserComment", ""),
    (0xA434, (ASCII, "EF50mm"), "EXIF LensModel", "EF50mm"),
    (0xA434, (LONG, [1]), "EXIF 0xA434", "1"),  # older cameras had numbers of their own there
    (0xEA1C, (UNDEFINED, b"\x1c\xea\0\0"), "EXIF Padding", "0x1cea0000"),
]


@pytest.mark.parametrize(("number", "value", "origin", "text"), VALUES)
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("big", [False, True])
def test_values_are_kept_as_they_stand(
    make: Any, order: str, big: bool, number: int, value: tuple[int, Any], origin: str, text: str
) -> None:
    data = make.jpeg_of(make.tiff({number: value}, order=order, big=big))
    tags, notes = read_tags(data, "JPEG")

    assert {tag.origin: tag.value for tag in tags}[origin] == text
    assert not notes


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_a_unicode_comment_is_read_in_whatever_byte_order_it_was_written(
    make: Any, order: str, encoding: str
) -> None:
    comment = b"UNICODE\0" + "Taken in Łódź".encode(encoding)
    tags, _ = read_tags(make.tiff({0x9286: (UNDEFINED, comment)}, order=order), "TIFF")

    assert tags[0].value == "Taken in Łódź"


def test_a_long_caption_is_not_dropped(make: Any) -> None:
    caption = "Residents queue for water. " * 200
    exif = make.tiff(
        {0x9C9C: (1, caption.encode("utf-16-le"))},
        {0x9286: (UNDEFINED, b"ASCII\0\0\0" + caption.encode())},
    )

    found = {tag.origin: tag.value for tag in read_tags(make.jpeg_of(exif), "JPEG")[0]}
    assert found["EXIF XPComment"] == caption.rstrip()
    assert found["EXIF UserComment"] == caption.rstrip()


def test_a_value_too_long_is_cut_and_says_how_long_it_was(make: Any) -> None:
    data = make.tiff({0x010E: (ASCII, "a" * 70_000), 0x927C: (UNDEFINED, bytes(5_000))})
    description, note = read_tags(data, "TIFF")[0]

    assert (len(description.value), description.length) == (65_536, 70_000)
    assert (len(note.value), note.length) == (2 + 128, 2 + 10_000)


def test_the_preview_s_directory_never_speaks_for_the_picture(make: Any) -> None:
    data = bytearray(make.tiff({0x0112: (SHORT, [1])}))
    struct.pack_into("<I", data, 8 + 2 + 12, len(data))
    data += struct.pack("<HHHIHHI", 1, 0x0112, SHORT, 1, 8, 0, 0)

    origins = [tag.origin for tag in read_tags(bytes(data), "TIFF")[0]]
    assert origins == ["EXIF Orientation", "EXIF IFD1/Orientation"]


def test_one_damaged_entry_does_not_cost_the_others(make: Any) -> None:
    data = bytearray(
        make.tiff({0x010E: (ASCII, "A long enough text"), 0x0110: (ASCII, "Some model")})
    )
    struct.pack_into("<I", data, 8 + 2 + 8, 0x7FFFFFFF)  # where the first text lies

    tags, notes = read_tags(bytes(data), "TIFF")
    assert [tag.value for tag in tags] == ["Some model"]
    assert [note.code for note in notes] == ["metadata-damaged"]


def forged(*entries: tuple[int, int, int, int], after: int = 0) -> bytes:
    """A little-endian TIFF with one directory of (tag, type, count, value)."""
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + body + struct.pack("<I", after)


BOMBS = {
    "a maker's note of four thousand million values": forged((0x927C, 7, 0xFFFFFFFF, 8)),
    "a text of four thousand million characters": forged((0x010E, 2, 0xFFFFFFFF, 8)),
    "a directory that points to itself": forged((0x8769, 4, 1, 8), after=8),
    "65,534 entries of 999 rationals": forged(
        *((0xC000 + i % 4000, 5, 999, 8) for i in range(65_534))
    ),
    "6,000 texts over one block": forged(*((0xC000 + i, 2, 400_000, 16) for i in range(6_000)))
    + b"a" * 400_000,
    "a chain of directories": b"II*\0\x08\0\0\0"
    + b"".join(struct.pack("<HI", 0, 8 + 6 * (i + 1)) for i in range(20_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_forged_directory_keeps_the_reader_busy(name: str) -> None:
    """Unbounded, each of these takes hours or gigabytes."""
    tags, notes = read_tags(BOMBS[name], "TIFF")

    assert sum(len(tag.value) for tag in tags) < 4_000_000
    assert notes or "chain" in name or "itself" in name


def test_what_was_read_before_the_budget_went_is_kept() -> None:
    """A forged directory of the preview does not cost the picture its own."""
    entries = b"".join(struct.pack("<HHII", 0xC000 + i % 4000, 5, 999, 8) for i in range(9_000))
    first = forged((0x0112, 3, 1, 6), after=26)
    data = first + struct.pack("<H", 9_000) + entries

    tags, notes = read_tags(data, "TIFF")
    assert tags[0].origin == "EXIF Orientation"
    assert notes


def test_entries_of_no_known_type_are_told_of_once() -> None:
    data = forged((0x0112, 3, 1, 6), *((0x8000 + i, 77, 1, 0) for i in range(300)))

    tags, notes = read_tags(data, "TIFF")
    assert [tag.origin for tag in tags] == ["EXIF Orientation"]
    assert [note.detail for note in notes] == [
        "EXIF IFD0: of no known type: 0x8000, 0x8001, 0x8002, 0x8003 (300)"
    ]


def test_a_further_picture_s_tags_are_kept_under_its_own_name(make: Any) -> None:
    """Raw files keep their mosaic so; its size is the photo's, its orientation is not."""
    data = make.tiff({0x0112: (SHORT, [1])}, picture={0x0100: (LONG, [6000]), 0x0112: (SHORT, [8])})

    assert {tag.origin: tag.value for tag in read_tags(data, "TIFF")[0]}.items() >= {
        ("EXIF Orientation", "1"),
        ("EXIF SubIFD0/ImageWidth", "6000"),
        ("EXIF SubIFD0/Orientation", "8"),
    }


# --- the slow twin --------------------------------------------------------------------------------


def slow_entries(data: bytes) -> dict[str, list[tuple[int, int, bytes]]]:
    """The same by exifread: number, type and bytes of each entry, by directory."""
    header = ExifHeader(io.BytesIO(data), chr(data[0]), 0, 0, strict=False)
    waiting = {"IFD0": header.s2n(4, 4)}
    found: dict[str, list[tuple[int, int, bytes]]] = {}
    while waiting:
        name, offset = waiting.popitem()
        header.tags.clear()
        header.dump_ifd(offset, name, tag_dict={})
        found[name] = [
            (tag.tag, int(tag.field_type), data[tag.field_offset :][: tag.field_length])
            for tag in header.tags.values()
        ]
        below = {0x8769: "Exif", 0x8825: "GPS", 0xA005: "Interop"}
        for tag in header.tags.values():
            if tag.tag in below:
                waiting[below[tag.tag]] = tag.values[0]
    return found


@pytest.mark.parametrize("order", ["<", ">"])
def test_exifread_finds_the_same(make: Any, order: str) -> None:
    exif = {number: value for number, value, _, _ in VALUES if value[0] != UTF_8}
    data = make.tiff(exif, exif, {1: (ASCII, "N"), 2: (RATIONAL, [(1, 1)] * 3)}, order=order)

    assert fast_entries(data) == slow_entries(data)


def fast_entries(data: bytes) -> dict[str, list[tuple[int, int, bytes]]]:
    found: dict[str, list[tuple[int, int, bytes]]] = {}
    for item in read_directories(data):
        assert isinstance(item, Entry)
        found.setdefault(item.directory, []).append((item.number, item.type, item.raw))
    return found


def test_exifread_finds_the_same_in_real_files(corpus: Path) -> None:
    compared = 0
    for path in sorted((corpus / "metadata").rglob("*.jp*g")):
        data = path.read_bytes()
        for block in find_blocks(data, sniff(data) or ""):
            if not isinstance(block, Block) or block.kind != "exif":
                continue
            items = list(read_directories(block.data))
            if all(isinstance(item, Entry) for item in items):
                assert isinstance(block.data, bytes)
                fast = fast_entries(block.data)
                slow = slow_entries(block.data)
                assert {name: fast.get(name, []) for name in slow} == slow, path
                compared += 1
    assert compared > 60
