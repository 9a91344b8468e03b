"""What the sample says is really written into its files: read back by others, then by photocat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import exifread
import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image, IptcImagePlugin

from photocat.readers import read_metadata, read_sidecar, state
from photocat.sample import DELIVERIES, Delivered, Stated
from photocat.sample.iim import iim_date, picture_words

FORMAT = {".jpg": "JPEG", ".png": "PNG", ".tif": "TIFF", ".webp": "WebP"}
NAMESPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
}


def of_agency(gallery: list[Delivered], folder: str) -> Iterator[Delivered]:
    return (d for d in gallery if d.path.parent.name == folder and d.relation != "same-bytes")


def stated_in(delivered: Delivered, carrier: str) -> list[Stated]:
    return [s for s in delivered.stated if s.origin.startswith(carrier + " ")]


def iim_of(path: Path) -> dict[tuple[int, int], list[bytes]]:
    with Image.open(path) as picture:
        found = IptcImagePlugin.getiptcinfo(picture) or {}
    return {key: value if isinstance(value, list) else [value] for key, value in found.items()}


def xmp_of(packet: bytes) -> dict[str, list[str]]:
    """Texts by property, the words of a location structure among them."""
    found: dict[str, list[str]] = {}
    for element in fromstring(packet.strip(b"\0")).iter():
        uri, _, name = element.tag[1:].partition("}")
        if uri in NAMESPACES:
            texts = [text.strip() for text in element.itertext() if text.strip()]
            found.setdefault(f"{NAMESPACES[uri]}:{name}", []).extend(texts)
    return found


@pytest.mark.parametrize(
    ("agency", "encoding"), [("quillhaven", "utf-8"), ("clairmaree", "latin-1")]
)
def test_iim_is_read_back_by_pillow(gallery: list[Delivered], agency: str, encoding: str) -> None:
    for delivered in of_agency(gallery, agency):
        datasets = iim_of(delivered.path)
        assert bool(datasets) == (delivered.sidecar is None)
        assert datasets.get((1, 90)) == ([b"\x1b%G"] if datasets and encoding == "utf-8" else None)
        for field, text, origin, _ in map(parts, stated_in(delivered, "IIM")):
            value = iim_date(text) if field == "date_created" else text
            assert value.encode(encoding) in datasets[2, int(origin[-3:])], (delivered.path, origin)


def parts(stated: Stated) -> tuple[str, str, str, tuple[float, float] | None]:
    return stated.field, stated.text, stated.origin, stated.point


def test_a_month_stands_in_iim_with_zeros_for_the_day(gallery: list[Delivered]) -> None:
    dates = {d.scene.name: iim_of(d.path)[2, 55] for d in of_agency(gallery, "quillhaven")}

    assert dates["line-up"] == [b"20160300"]
    assert dates["port-from-space"] == [b"20241213"]


def test_latin_1_words_are_no_utf_8(gallery: list[Delivered]) -> None:
    raw = [iim_of(d.path).get((2, 120), [b""])[0] for d in of_agency(gallery, "clairmaree")]

    with pytest.raises(UnicodeDecodeError):
        raw[0].decode("utf-8")
    assert "À la lueur des cierges" in raw[0].decode("latin-1")


def test_iim_refuses_a_value_that_the_standard_has_no_room_for() -> None:
    words = {"creator": ("A" * 33,), "city": ("Tartus",)}

    with pytest.raises(ValueError, match="IIM 2:080 holds 32 bytes"):
        picture_words(words, legacy=False, from_above=False)


@pytest.mark.parametrize(
    ("edtf", "dataset"), [("2016", "20160000"), ("2016-03", "20160300"), ("2024-12-13", "20241213")]
)
def test_unknown_parts_of_an_iim_date_are_zeros(edtf: str, dataset: str) -> None:
    assert iim_date(edtf) == dataset


def test_exif_is_read_back_by_exifread(gallery: list[Delivered]) -> None:
    located = dated = 0
    for delivered in of_agency(gallery, "quillhaven"):
        with delivered.path.open("rb") as file:
            tags = exifread.process_file(file, details=False)
        assert tags["Image Model"].values == "Orrery N2"
        for field, text, origin, point in map(parts, stated_in(delivered, "EXIF")):
            if point:
                located += 1
                assert degrees(tags["GPS GPSLatitude"].values) == pytest.approx(point[0], abs=1e-6)
                assert degrees(tags["GPS GPSLongitude"].values) == pytest.approx(point[1], abs=1e-6)
            elif field == "date_created":
                dated += 1
                written = tags["EXIF DateTimeOriginal"].values.replace(":", "-", 2)
                assert text.startswith(written.replace(" ", "T"))
            elif field == "creator":
                assert tags[f"Image {origin.removeprefix('EXIF ')}"].values == text

    assert (located, dated) == (4, 2)


def degrees(values: list[object]) -> float:
    degrees, minutes, seconds = map(float, values)  # type: ignore[arg-type]
    return degrees + minutes / 60 + seconds / 3600


def test_xmp_is_read_back_by_an_xml_parser(gallery: list[Delivered]) -> None:
    for delivered in of_agency(gallery, "harbour-wire"):
        with Image.open(delivered.path) as picture:
            found = xmp_of(picture.info["xmp"])
        for _, text, origin, _ in map(parts, stated_in(delivered, "XMP")):
            assert text in found[origin.removeprefix("XMP ").removesuffix("[1]")], delivered.path


def test_a_month_stands_in_xmp_without_a_day(gallery: list[Delivered]) -> None:
    patrol = next(d for d in of_agency(gallery, "harbour-wire") if d.scene.name == "patrol")

    with Image.open(patrol.path) as picture:
        assert b"<photoshop:DateCreated>2016-03</photoshop:DateCreated>" in picture.info["xmp"]


def test_the_satellite_picture_shows_its_place_and_was_not_created_there(
    gallery: list[Delivered],
) -> None:
    above = [d for d in gallery if d.scene.from_above]

    assert [d.values("location_created") for d in above] == [[], [], []]
    assert [d.values("location_shown") for d in above] == [[], ["Tartus naval base"], []]


def test_the_picture_beside_a_sidecar_carries_no_words(gallery: list[Delivered]) -> None:
    (delivered,) = [d for d in gallery if d.sidecar]
    assert delivered.sidecar
    with Image.open(delivered.path) as picture:
        assert {"exif", "xmp", "photoshop"} & set(picture.info) == set()

    found = xmp_of(delivered.sidecar.read_bytes())

    for _, text, origin, _ in map(parts, delivered.stated):
        assert text in found[origin.removeprefix("XMP ").removesuffix("[1]")]


def test_words_of_another_script_are_in_captions_and_keywords() -> None:
    told = [text for d in DELIVERIES for text in (d.caption, *d.keywords)]

    assert sum("حميميم" in text or "طرطوس" in text for text in told) >= 4


def test_photocat_reads_exactly_what_is_stated(gallery: list[Delivered]) -> None:
    for delivered in gallery:
        if delivered.sidecar:
            tags, notes = read_sidecar(delivered.sidecar.read_bytes(), delivered.sidecar.name)
            statements, doubts = state(tags)
            notes += doubts
        else:
            read = read_metadata(str(delivered.path), None, FORMAT[delivered.path.suffix])
            statements, notes = read.statements, read.notes
        found = {
            (
                s.field,
                s.text,
                s.evidence.origin,
                s.point and (round(s.point.lat, 6), round(s.point.lon, 6)),
            )
            for s in statements
        }

        assert found == set(map(parts, delivered.stated)), delivered.path
        refused = ["date-refused"] if delivered.scene.name == "shop" else []
        assert [note.code for note in notes] == refused, delivered.path
