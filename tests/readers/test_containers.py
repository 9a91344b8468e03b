"""One photo in every container: the blocks are found wherever a format keeps them."""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from photocat.readers import read_metadata, read_tags, sniff
from photocat.readers.blocks import MAX_BLOCK

CAPTION = "Жители Алеппо, 2016"

# ruff: noqa: ARG005
CONTAINERS: dict[str, Callable[[Any, bytes, bytes, bytes], bytes]] = {
    "JPEG": lambda make, exif, iim, xmp: make.jpeg_of(exif, iim, xmp),
    "PNG": lambda make, exif, iim, xmp: make.png(
        (b"eXIf", exif), (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp)
    ),
    "WebP": lambda make, exif, iim, xmp: make.webp(
        (b"VP8X", bytes(10)), (b"EXIF", exif), (b"XMP ", xmp)
    ),
    "TIFF": lambda make, exif, iim, xmp: make.tiff(
        {0x0110: (2, "Model"), 700: (1, xmp), 33723: (7, iim)}
    ),
    "GIF": lambda make, exif, iim, xmp: make.gif(xmp),
    "PSD": lambda make, exif, iim, xmp: make.psd((0x0404, iim), (0x0422, exif), (0x0424, xmp)),
    "HEIC": lambda make, exif, iim, xmp: make.heif(
        b"heic",
        [(b"Exif\0", bytes(4) + exif), (b"mime\0application/rdf+xml\0", xmp)],
    ),
    "AVIF": lambda make, exif, iim, xmp: make.heif(
        b"avif",
        [(b"Exif\0", b"\0\0\0\6Exif\0\0" + exif), (b"mime\0application/rdf+xml\0", xmp)],
    ),
    "JXL": lambda make, exif, iim, xmp: make.jxl((b"Exif", bytes(4) + exif), (b"xml ", xmp)),
    "JP2": lambda make, exif, iim, xmp: (
        bytes.fromhex("0000000c6a5020200d0a870a")
        + make.box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + xmp)
        + make.box(b"uuid", bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38") + iim)
        + make.box(b"uuid", b"JpgTiffExif->JP2" + exif)
    ),
}


@pytest.mark.parametrize("format", CONTAINERS)
def test_every_container_gives_up_its_blocks(format: str, make: Any) -> None:
    exif = make.tiff({0x0110: (2, "Model")})
    iim = make.iim((1, 90, b"\x1b%G"), (2, 120, CAPTION.encode()))
    xmp = make.xmp("", f'dc:description="{CAPTION}"')
    data = CONTAINERS[format](make, exif, iim, xmp)

    assert sniff(data) == format
    tags, notes = read_tags(data, format)
    found = {tag.origin: tag.value for tag in tags}
    assert not notes
    assert found["XMP dc:description"] == CAPTION
    if format != "GIF":
        assert found["EXIF Model"] == "Model"
    if format in ("JPEG", "TIFF", "PSD", "JP2"):
        assert found["IIM 2:120"] == CAPTION


@pytest.mark.parametrize("format", CONTAINERS)
def test_a_file_cut_short_anywhere_is_read_as_far_as_it_goes(format: str, make: Any) -> None:
    exif = make.tiff({0x0110: (2, "Model")}, {0x9003: (2, "2016:03:20 10:11:12")})
    iim = make.iim((2, 120, CAPTION.encode()))
    data = CONTAINERS[format](make, exif, iim, make.xmp("", f'dc:description="{CAPTION}"'))

    for length in range(0, len(data), 3):
        metadata = read_metadata("", data[:length], format)
        assert all(note.code == "metadata-damaged" for note in metadata.notes)


@pytest.mark.parametrize("alpha", [False, True])
def test_the_minimised_box_of_small_pictures_is_read(make: Any, alpha: bool) -> None:
    exif, xmp = make.tiff({0x0110: (2, "Model")}), make.xmp("", f'dc:description="{CAPTION}"')
    data = make.mini(exif, xmp, alpha=alpha)
    tags, notes = read_tags(data, "AVIF")

    assert sniff(data) == "AVIF"
    assert {tag.origin: tag.value for tag in tags} == {
        "EXIF Model": "Model",
        "XMP dc:description": CAPTION,
    }
    assert not notes
    assert [tag.value for tag in read_tags(make.mini(b"", xmp), "AVIF")[0]] == [CAPTION]
    assert "HDR" in read_tags(make.mini(exif, xmp, hdr=True), "AVIF")[1][0].detail
    for length in range(len(data)):
        read_tags(data[:length], "AVIF")


def test_boxes_of_jpeg_xl_that_are_packed_are_unpacked(make: Any) -> None:
    brotli = pytest.importorskip("brotli", reason="the extra jxl is not installed")
    exif, xmp = make.tiff({0x0110: (2, "Model")}), make.xmp("", f'dc:description="{CAPTION}"')
    packed = [(b"Exif", brotli.compress(bytes(4) + exif)), (b"xml ", brotli.compress(xmp))]
    tags, notes = read_tags(make.jxl(*((b"brob", k + packet) for k, packet in packed)), "JXL")

    assert [tag.value for tag in tags] == ["Model", CAPTION]
    assert not notes
    for broken in (packed[1][1][:-9], b"no stream", brotli.compress(bytes(2 * MAX_BLOCK))):
        tags, notes = read_tags(make.jxl((b"brob", b"xml " + broken)), "JXL")
        assert (list(tags), len(notes)) == ([], 1)


def test_packed_boxes_that_cannot_be_unpacked_say_what_is_missing(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    tags, notes = read_tags(make.jxl((b"brob", b"Exif....")), "JXL")

    assert not tags
    assert 'pip install "photocat[jxl]"' in notes[0].detail


def test_raw_files_speak_through_what_is_embedded_in_them(make: Any) -> None:
    tiff = make.tiff({0x0110: (2, "Model")})
    preview = make.jpeg_of(tiff)

    raf = b"FUJIFILMCCD-RAW ".ljust(84, b"\0") + struct.pack(">II", 92, len(preview)) + preview
    blocks = b"\0PRD\0\0\0\4abcd\0TTW" + struct.pack(">I", len(tiff)) + tiff
    mrw = b"\0MRM" + struct.pack(">I", len(blocks)) + blocks
    section = b"SECi" + bytes(24) + preview
    x3f = b"FOVb" + section + b"SECd" + struct.pack("<II", 0, 1)
    x3f += struct.pack("<II4sI", 4, len(section), b"IMA2", 4 + len(section))
    cr3 = make.box(b"ftyp", b"crx " + bytes(4)) + make.box(
        b"moov",
        make.box(
            b"uuid", bytes.fromhex("85c0b687820f11e08111f4ce462b6a48") + make.box(b"CMT1", tiff)
        ),
    )

    for format, data in {"RAW/RAF": raf, "RAW/MRW": mrw, "RAW/X3F": x3f, "RAW/CR3": cr3}.items():
        assert sniff(data) == format
        tags, notes = read_tags(data, format)
        assert [(tag.origin, tag.value) for tag in tags] == [("EXIF Model", "Model")]
        assert not notes


def test_canon_s_old_heap_is_read(make: Any) -> None:
    model, moment = b"Canon\0Canon EOS 10D\0", struct.pack("<III", 1_068_485_966, 0, 0)
    heap = model + moment
    directory = struct.pack("<H", 2)
    directory += struct.pack("<HII", 0x080A, len(model), 0)
    directory += struct.pack("<HII", 0x180E, len(moment), len(model))
    crw = b"II\x1a\0\0\0HEAPCCDR" + bytes(12) + heap + directory + struct.pack("<I", len(heap))
    trailer = b"CANON OPTIONAL DATA\0" + make.xmp("<dc:rights>Anna</dc:rights>")
    data = crw + trailer + b"CANON OPTIONAL DATA\0".ljust(64, b"\0")

    assert sniff(data) == "RAW/CRW"
    metadata = read_metadata("", data, "RAW/CRW")
    assert not metadata.notes
    assert {s.field: s.text for s in metadata.statements} == {
        "copyright_notice": "Anna",
        "camera": "Canon EOS 10D",
        "date_created": "2003-11-10T17:39:26",
    }


def test_exif_behind_another_segment_is_found(make: Any) -> None:
    data = make.jpeg(
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
        (0xE2, b"ICC_PROFILE\0\1\1" + bytes(200)),
        (0xEC, b"Ducky\0\1\0\4\0\0\0\x50"),
        (0xE1, b"Exif\0\0" + make.tiff({0x0110: (2, "Model")})),
    )

    assert [tag.origin for tag in read_tags(data, "JPEG")[0]] == ["EXIF Model"]


def test_stray_bytes_before_the_tiff_header_are_passed_over(make: Any) -> None:
    data = make.jpeg((0xE1, b"Exif\0\0\0\0" + make.tiff({0x0110: (2, "Model")})))

    assert [tag.value for tag in read_tags(data, "JPEG")[0]] == ["Model"]


def test_xmp_behind_an_unknown_header_is_found(make: Any) -> None:
    data = make.jpeg((0xE1, b"XMP\0://ns.adobe.com/xap/1.0/\0" + make.xmp("", "dc:rights='AP'")))

    assert [tag.value for tag in read_tags(data, "JPEG")[0]] == ["AP"]


def test_photoshop_resources_may_span_segments(make: Any) -> None:
    resources = make.resources((0x03ED, bytes(100)), (0x0404, make.iim((2, 105, b"Headline"))))
    head = b"Photoshop 3.0\0"
    data = make.jpeg((0xED, head + resources[:70]), (0xED, head + resources[70:]))

    tags, notes = read_tags(data, "JPEG")
    assert [(tag.origin, tag.value) for tag in tags] == [("IIM 2:105", "Headline")]
    assert not notes


def test_extended_xmp_is_joined_in_the_order_of_its_offsets(make: Any) -> None:
    packet = make.xmp("<dc:rights>" + "long " * 50 + "</dc:rights>")
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32 + struct.pack(">I", len(packet))
    note = "xmlns:xmpNote='http://ns.adobe.com/xmp/note/' xmpNote:HasExtendedXMP='" + "A" * 32 + "'"
    main = (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + make.xmp("", note))
    parts = (
        (0xE1, head + struct.pack(">I", 100) + packet[100:]),
        (0xE1, head + struct.pack(">I", 0) + packet[:100]),
    )

    assert read_tags(make.jpeg(main, *parts), "JPEG")[0][-1].value == "long " * 50
    assert read_tags(make.jpeg(*parts), "JPEG")[0] == ()  # a leftover of another packet


def test_the_same_block_twice_speaks_once(make: Any) -> None:
    iim = make.iim((2, 25, b"bird"))
    data = make.jpeg_of(iim=iim)
    doubled = make.jpeg(
        (0xED, b"Photoshop 3.0\0" + make.resources((0x0404, iim))),
        (0xED, b"Photoshop 3.0\0" + make.resources((0x0404, iim))),
    )

    assert read_tags(doubled, "JPEG") == read_tags(data, "JPEG")


@pytest.mark.parametrize("name", [b"iptc", b"IPTC profile"])  # of ImageMagick, of ExifTool
def test_raw_profiles_are_unpacked(make: Any, name: bytes) -> None:
    iim = make.resources((0x0404, make.iim((2, 90, b"Paris"))))
    text = b"\n" + name + b"\n     " + str(len(iim)).encode() + b"\n" + iim.hex().encode() + b"\n"
    data = make.png((b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(text)))

    assert [(t.origin, t.value) for t in read_tags(data, "PNG")[0]] == [("IIM 2:090", "Paris")]


def test_a_broken_raw_profile_does_not_cost_the_chunks_behind_it(make: Any) -> None:
    broken = zlib.compress(b"\niptc\n 4\nno digits\n")
    data = make.png((b"zTXt", b"Raw profile type iptc\0\0" + broken), (b"tEXt", b"Author\0Anna"))

    tags, notes = read_tags(data, "PNG")
    assert [tag.value for tag in tags] == ["Anna"]
    assert [note.code for note in notes] == ["metadata-damaged"]


def test_text_chunks_are_tags_in_any_of_their_forms(make: Any) -> None:
    data = make.png(
        (b"tEXt", b"Author\0J\xf6rg"),
        (b"zTXt", b"Description\0\0" + zlib.compress(b"A bridge")),
        (b"iTXt", b"Title\0\0\0de\0Titel\0" + "Brücke".encode()),
    )

    assert {tag.origin: tag.value for tag in read_tags(data, "PNG")[0]} == {
        "PNG Author": "Jörg",
        "PNG Description": "A bridge",
        "PNG Title": "Brücke",
    }


def test_iim_in_tiff_is_read_even_with_its_bytes_swapped(make: Any) -> None:
    iim = make.iim((2, 90, b"Paris"), (2, 101, b"France"))
    iim += bytes(-len(iim) % 4)
    swapped = b"".join(iim[i : i + 4][::-1] for i in range(0, len(iim), 4))
    data = make.tiff({33723: (4, struct.unpack(f">{len(iim) // 4}I", iim))})

    assert swapped in data
    assert {t.origin: t.value for t in read_tags(data, "TIFF")[0]}["IIM 2:101"] == "France"


def test_a_packed_bomb_is_noted_and_the_rest_is_read(make: Any) -> None:
    bomb = zlib.compress(bytes(40_000_000), 9)
    data = make.png((b"zTXt", b"Comment\0\0" + bomb), (b"tEXt", b"Author\0Anna"))

    tags, notes = read_tags(data, "PNG")
    assert [tag.value for tag in tags] == ["Anna"]
    assert [note.code for note in notes] == ["metadata-damaged"]


def test_extents_without_size_cost_no_time(make: Any) -> None:
    """65,535 items of 65,535 extents that take no bytes: four thousand million steps."""
    items = b"".join(struct.pack(">HHH", n, 0, 65535) for n in range(65535))
    iloc = make.box(b"iloc", bytes(4) + b"\0\0" + struct.pack(">H", 65535) + items)
    infe = make.box(b"infe", b"\2\0\0\0\0\1\0\0Exif\0")
    iinf = make.box(b"iinf", bytes(4) + b"\0\1" + infe)
    data = make.box(b"ftyp", b"heic" + bytes(4)) + make.box(b"meta", bytes(4) + iinf + iloc)

    _, notes = read_tags(data, "HEIC")
    assert notes
