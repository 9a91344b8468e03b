"""ninjs, held to the schema of IPTC ninjs 3.3 (``ninjs-schema_3.3.json``: © IPTC, CC BY 4.0)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from photocat.exporting.about import About
from photocat.exporting.ninjs import written
from photocat.preferred import preferred
from photocat.readers import read_sidecar, state
from photocat.store.stream import Described

POINT = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://geojson.org/schema/GeoJSON.json",
    "type": "object",
    "required": ["type", "coordinates"],
    "properties": {
        "type": {"const": "Point"},
        "coordinates": {"type": "array", "minItems": 2, "items": {"type": "number"}},
    },
}
"""What ninjs refers to, as far as a point is concerned (RFC 7946, 3.1.2)."""


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(Path(__file__).with_name("ninjs-schema_3.3.json").read_text())
    registry = Registry().with_resource(POINT["$id"], Resource.from_contents(POINT))
    checker = FormatChecker()
    assert {"uri", "date-time"} <= checker.checkers.keys()
    return Draft202012Validator(schema, registry=registry, format_checker=checker)


def item(photos: list[Described], query: str = "") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(b"".join(written(photos, About(query=query))))
    return read


def test_it_is_valid(photos: list[Described], validator: Draft202012Validator) -> None:
    validator.validate(item(photos, "in:Syria"))
    validator.validate(item([]))


@pytest.mark.parametrize(
    ("path", "value"),
    [("uri", "no uri"), ("contentCreated", "2016-03"), ("invented", 1), ("type", "photo")],
)
def test_what_is_not_valid_would_be_noticed(
    path: str, value: object, photos: list[Described], validator: Draft202012Validator
) -> None:
    wrong = item(photos)
    wrong["associations"][0][path] = value

    with pytest.raises(ValidationError):
        validator.validate(wrong)


def test_whatever_the_words_are_it_is_valid_and_says_them(
    harm: str, hostile: Callable[..., Described], validator: Draft202012Validator
) -> None:
    read = item([hostile(harm)], harm)

    validator.validate(read)
    (picture,) = read["associations"]
    assert picture["descriptions"][0]["value"] == picture["headlines"][0]["value"] == harm


def test_a_moment_is_content_created_and_any_other_date_is_edtf_beside_it(
    photos: list[Described],
) -> None:
    jets, decade, moment, _ = item(photos)["associations"]

    assert "contentCreated" not in jets | decade
    assert jets["renditions"][0]["extensions"]["photocat:date_created"] == "2016-03"
    assert decade["renditions"][0]["extensions"]["photocat:date_created"] == "198X"
    assert moment["contentCreated"] == "2016-03-20T10:15:00+02:00"


def test_what_is_doubtful_stays_behind(photos: list[Described]) -> None:
    assert "headlines" not in item(photos)["associations"][1]


def test_certain_and_possible_are_marked(photos: list[Described]) -> None:
    marks = [
        picture["renditions"][0]["extensions"]["photocat:match"]
        for picture in item(photos)["associations"]
    ]
    assert marks == ["certain", "certain", "certain", "possible"]


def test_our_own_reader_understands_it(photos: list[Described]) -> None:
    document = b"".join(written(photos, About()))
    tags, notes = read_sidecar(document, "all.json", "1.jpg")
    believed = preferred(state(tags)[0])
    meant = preferred(photos[0].statements)

    assert notes == ()
    same = ("headline", "title", "caption", "keywords", "creator", "source", "copyright_notice")
    more = ("usage_terms", "instructions", "person_shown", "organisation_shown", "event")
    for field in (*same, *more, "digital_source_type"):
        assert [s.text for s in believed[field]] == [s.text for s in meant[field]], field
    assert [s.text for s in believed["location_shown"]] == ["Latakia"]
    assert {s.text for s in believed["location_created"]} == {"Hmeimim air base"}
    (point,) = (s.point for s in believed["location_created"] if s.point)
    assert (point.lat, point.lon) == (35.401, 35.949)


def test_a_file_is_led_to_byte_for_byte(photos: list[Described]) -> None:
    assert item(photos)["associations"][1]["renditions"][0]["href"] == (
        "file:///drop/caf%E9/new%0Aline.jpg"
    )
