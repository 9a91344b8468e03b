"""What Google Takeout writes beside photos, and under which names."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from photocat.preferred import preferred
from photocat.readers import is_sidecar_for, read_sidecar, sidecars_of, state
from photocat.records import Statement, Tag

ITEM: dict[str, Any] = {
    "title": "IMG_1.jpg",
    "description": "The pier at dawn",
    "creationTime": {"timestamp": "1697872351", "formatted": "21 oct. 2023, 07:12:31 UTC"},
    "photoTakenTime": {"timestamp": "1696573800", "formatted": "6 oct. 2023, 06:30:00 UTC"},
    "geoData": {"latitude": 48.8583736, "longitude": 2.291901, "altitude": 82.09},
    "geoDataExif": {"latitude": 0.0, "longitude": 0.0, "altitude": 0.0},
    "people": [{"name": "Ada Lovelace"}, {"name": "Charles Babbage"}],
    "url": "https://photos.google.com/photo/x",
}


def said(item: Any) -> list[Statement]:
    tags, notes = read_sidecar(json.dumps(item).encode(), "IMG_1.jpg.json", "IMG_1.jpg")
    assert notes == ()
    statements, doubts = state(tags)
    assert doubts == ()
    return list(statements)


def values(item: Any, field: str) -> list[tuple[str, str, float]]:
    return [
        (s.text, s.evidence.rule, s.evidence.confidence) for s in said(item) if s.field == field
    ]


# --- what it says ---------------------------------------------------------------------------------


def test_it_speaks_for_the_file() -> None:
    statements = said(ITEM)

    assert {s.scope for s in statements} == {"file"}
    assert values(ITEM, "caption") == [("The pier at dawn", "text", 1.0)]
    assert [text for text, *_ in values(ITEM, "person_shown")] == [
        "Ada Lovelace",
        "Charles Babbage",
    ]


def test_its_time_is_a_moment_in_utc() -> None:
    (date,) = [s for s in said(ITEM) if s.field == "date_created"]

    assert date.text == "2023-10-06T06:30:00Z"
    assert date.date is not None
    assert date.date.utc_offset == 0
    assert date.evidence.origin == "Takeout photoTakenTime/timestamp"
    assert date.evidence.rule == "takeout-utc"


def test_the_camera_is_believed_before_google() -> None:
    tags, _ = read_sidecar(json.dumps(ITEM).encode(), "IMG_1.jpg.json", "IMG_1.jpg")
    statements, _ = state((Tag("EXIF DateTimeOriginal", "2023:10:06 08:30:00"), *tags))

    assert preferred(statements)["date_created"][0].text == "2023-10-06T08:30:00"


def test_the_moment_of_the_upload_is_hardly_a_date() -> None:
    uploaded = ITEM | {"photoTakenTime": ITEM["creationTime"]}

    assert values(uploaded, "date_created") == [("2023-10-21T07:12:31Z", "takeout-upload", 0.1)]


@pytest.mark.parametrize(
    ("timestamp", "edtf"),
    [("-86400", "1969-12-31T00:00:00Z"), ("-2051222400", "1905-01-01T00:00:00Z")],
)
def test_photos_are_older_than_computers(timestamp: str, edtf: str) -> None:
    item = ITEM | {"photoTakenTime": {"timestamp": timestamp}}

    assert values(item, "date_created")[0][0] == edtf


def test_zero_and_zero_is_no_place() -> None:
    (place,) = [s for s in said(ITEM) if s.field == "location_created"]

    assert place.point is not None
    assert (place.point.lat, place.point.lon) == (48.8583736, 2.291901)
    nowhere = ITEM | {"geoData": {"latitude": 0.0, "longitude": 0.0}}
    assert values(nowhere, "location_created") == []


def test_every_value_is_kept_as_a_tag() -> None:
    tags, _ = read_sidecar(json.dumps(ITEM).encode(), "IMG_1.jpg.json", "IMG_1.jpg")

    assert Tag("Takeout geoDataExif/latitude", "0.0", scope="file") in tags
    assert Tag("Takeout people[2]/name", "Charles Babbage", scope="file") in tags


def test_damage_and_strangers_are_no_harm() -> None:
    for data in (b"{", b"[" * 100_000, b"\xff\xfe{", b'{"title": '):
        tags, notes = read_sidecar(data, "IMG_1.jpg.json")
        assert (tags, [note.code for note in notes]) == ((), ["metadata-damaged"])

    tags, notes = read_sidecar(b'{"name": "package", "version": [1, 2]}', "IMG_1.json")
    assert [(tag.origin, tag.value) for tag in tags] == [
        ("JSON name", "package"),
        ("JSON version", "1"),
        ("JSON version", "2"),
    ]
    assert state(tags) == ((), ())


# --- its names ------------------------------------------------------------------------------------

NAMES = [
    ("PXL_20211013_220651983.jpg", "PXL_20211013_220651983.jpg.json"),
    ("PXL_20211013_220651983.jpg", "PXL_20211013_220651983.jpg.supplemental-metadata.json"),
    ("PXL_20211013_220651983.jpg", "PXL_20211013_220651983.jpg.supplemental-me.json"),
    ("PXL_20211013_220651983.jpg", "PXL_20211013_220651983.jpg.s.json"),
    ("DSC_0101(1).JPG", "DSC_0101.JPG(1).json"),
    ("DSC_0101(1).JPG", "DSC_0101.JPG.supplemental-metadata(1).json"),
    ("IMG_2710(1).HEIC", "IMG_2710.HEIC(1).json"),
    ("IMG_1-edited.jpg", "IMG_1.jpg.json"),
    ("PXL_20220405.PORTRAIT-modifié.jpg", "PXL_20220405.PORTRAIT.jpg.json"),
    ("IMG_1-bearbeitet(2).jpg", "IMG_1.jpg(2).json"),
    ("IMG_1.jpg", "IMG_1.json"),
    (
        "PXL_20230809_203449253.LONG_EXPOSURE-02.ORIGINA.jpg",
        "PXL_20230809_203449253.LONG_EXPOSURE-02.ORIGIN.json",
    ),
    (
        "05yqt21kruxwwlhhgrwrdyb6chhwszi9bqmzu16w0 2.jpg",
        "05yqt21kruxwwlhhgrwrdyb6chhwszi9bqmzu16w0 2.jp.json",
    ),
    (
        "😀😃😄😁😆😅😂🤣🥲☺️😊😇🙂🙃😉😌😍🥰😘😗😙😚😋😛.jpg",
        "😀😃😄😁😆😅😂🤣🥲☺️😊😇🙂🙃😉😌😍🥰😘😗😙😚😋.json",
    ),
    (
        "Backyard_ceremony_wedding_photography_xxxxxxx_m(494).jpg",
        "Backyard_ceremony_wedding_photography_xxxxxxx_(494).json",
    ),
    (
        "13039_327707840323_537645323_9470255_27214_n(1).jpg",
        "13039_327707840323_537645323_9470255_27214_n.j(1).json",
    ),
    (
        "original_1d4caa6f-16c6-4c3d-901b-9387de10e528_P(1).jpg",
        "original_1d4caa6f-16c6-4c3d-901b-9387de10e528_.json",
    ),
]
OTHERS = [
    ("PXL_20211013_220651958.jpg", "PXL_20211013_220651983.jpg.json"),
    ("DSC_0102(1).JPG", "DSC_0102.JPG(2).json"),
    ("DSC_0103.JPG", "DSC_0103.JPG(1).json"),
    ("DSC_0104(1).JPG", "DSC_0104.JPG.json"),
    ("DSC_0105.JPG", "DSC_0105.JPG.supplementary.json"),
    ("IMG_1.jpg", "metadata.json"),
]


@pytest.mark.parametrize(("photo", "sidecar"), NAMES)
def test_a_sidecar_is_found_by_its_name(photo: str, sidecar: str) -> None:
    assert sidecars_of(photo, [photo, sidecar, "metadata.json"]) == (sidecar,)


@pytest.mark.parametrize(("photo", "sidecar"), OTHERS)
def test_a_sidecar_of_another_photo_is_not(photo: str, sidecar: str) -> None:
    assert sidecars_of(photo, [photo, sidecar]) == ()


@pytest.mark.parametrize(
    ("photo", "sidecar", "title", "is_its_own"),
    [
        ("IMG_1.jpg", "IMG_1.json", "IMG_1.jpg", True),
        ("IMG_1.raf", "IMG_1.json", "IMG_1.jpg", False),
        ("IMG_1-edited.jpg", "IMG_1.jpg.json", "IMG_1.jpg", True),
        ("IMG_1.jpg", "IMG_1.jpg.json", "whatever it was called.png", True),
        ("a&b.jpg", "a&b.json", "a&b.jpg", True),
        (
            "Backyard_ceremony_wedding_photography_xxxxxxx_m(494).jpg",
            "Backyard_ceremony_wedding_photography_xxxxxxx_(494).json",
            "Backyard_ceremony_wedding_photography_xxxxxxx_music_and_more.jpg",
            True,
        ),
        (
            "Backyard_ceremony_wedding_photography_xxxxxxx_m(494).jpg",
            "Backyard_ceremony_wedding_photography_xxxxxxx_(494).json",
            "Backyard_ceremony_wedding_photography_xxxxxxx_n.jpg",
            False,
        ),
    ],
)
def test_where_the_name_leaves_a_doubt_the_title_decides(
    photo: str, sidecar: str, title: str, is_its_own: bool
) -> None:
    tags, _ = read_sidecar(json.dumps(ITEM | {"title": title}).encode(), sidecar, photo)

    assert sidecars_of(photo, [sidecar]) == (sidecar,)
    assert is_sidecar_for(photo, sidecar, tags) is is_its_own


# --- real ones ------------------------------------------------------------------------------------


def test_real_takeouts_agree_with_what_was_read_from_them_by_others(shared: Path) -> None:
    corpus = shared / "corpora" / "metadata"
    lines = (corpus / "manifest.jsonl").read_text("utf-8").rstrip("\n").split("\n")
    entries = [entry for entry in map(json.loads, lines) if entry.get("takeout")]
    checked = 0
    for entry in entries:
        path, truth = corpus / entry["path"], entry["takeout"]
        if truth.get("kind") == "album-metadata":
            continue
        photo = entry.get("sidecar_for", [truth["title"]])[0]
        tags, notes = read_sidecar(path.read_bytes(), path.name, photo)
        statements, doubts = state(tags)
        told = {s.field: s for s in statements}
        assert (notes, doubts) == ((), ())
        assert sidecars_of(photo, [path.name]) == (path.name,)
        assert is_sidecar_for(photo, path.name, tags)
        assert told["date_created"].text == truth["photoTakenTime"]
        if place := truth.get("geoData"):
            point = told["location_created"].point
            assert point is not None
            assert math.dist((point.lat, point.lon), (place["lat"], place["lon"])) < 1e-9
        else:
            assert "location_created" not in told
        checked += 1

    assert checked == len(entries) - 1
