"""News items beside pictures, in the three generations of ninjs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from photocat.readers import is_sidecar_for, read_sidecar, sidecars_of, state
from photocat.records import Statement, Tag

V3: dict[str, Any] = {
    "uri": "https://agency.example/p/1",
    "standard": {"name": "ninjs", "version": "3.1"},
    "type": "picture",
    "headlines": [{"value": "A priest blesses jets"}],
    "descriptions": [{"role": "caption", "value": "A priest blesses jets at Hmeimim."}],
    "title": "jets-1",
    "by": "Ann Ex",
    "located": "Latakia",
    "contentCreated": "2016-03-20T10:15:00+02:00",
    "copyrightNotice": "(c) 2016 Agency",
    "usageTerms": "Editorial use only",
    "edNote": "Corrects the date",
    "subjects": [{"name": "armed forces"}, {"name": "religion"}],
    "people": [{"name": "Father X", "rel": "depicted"}],
    "organisations": [{"name": "Air Force"}],
    "events": [{"name": "Blessing"}],
    "places": [{"name": "Hmeimim", "geoJSON": {"type": "Point", "coordinates": [35.95, 35.4]}}],
    "infoSources": [{"name": "Agency"}],
    "digitalSourceType": {
        "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
        "name": "Digital capture",
    },
    "renditions": [{"name": "original", "href": "https://agency.example/files/jets%201.jpg"}],
    "altIds": [{"role": "internal", "value": "4711"}],
}
V2 = {
    {"contentCreated": "contentcreated", "copyrightNotice": "copyrightnotice"}.get(
        key, key.lower()
    ): v
    for key, v in V3.items()
}
V1 = {
    "uri": "https://agency.example/p/1",
    "type": "picture",
    "headline": "A priest blesses jets",
    "description_caption": "A priest blesses jets at Hmeimim.",
    "byline": "Ann Ex",
    "person": [{"name": "Father X"}],
    "versioncreated": "2016-03-21T00:00:00Z",
}


def statements_of(item: Any, photo: str = "a.jpg") -> tuple[Statement, ...]:
    tags, notes = read_sidecar(json.dumps(item).encode(), "a.json", photo)
    assert notes == ()
    return state(tags)[0]


def said(item: Any, photo: str = "a.jpg") -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for statement in statements_of(item, photo):
        assert statement.scope == "file"
        told.setdefault(statement.field, []).append(statement.text)
    return told


@pytest.mark.parametrize("item", [V3, V2], ids=["3.1", "2.2"])
def test_an_item_speaks_for_its_picture(item: Any) -> None:
    assert said(item) == {
        "headline": ["A priest blesses jets"],
        "title": ["jets-1"],
        "caption": ["A priest blesses jets at Hmeimim."],
        "keywords": ["armed forces", "religion"],
        "creator": ["Ann Ex"],
        "source": ["Agency"],
        "copyright_notice": ["(c) 2016 Agency"],
        "usage_terms": ["Editorial use only"],
        "instructions": ["Corrects the date"],
        "date_created": ["2016-03-20T10:15:00+02:00"],
        "location_created": ["Latakia"],
        "location_shown": ["Hmeimim"],
        "person_shown": ["Father X"],
        "organisation_shown": ["Air Force"],
        "event": ["Blessing"],
        "digital_source_type": ["http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"],
    }


def test_the_first_generation_is_read_as_well() -> None:
    assert said(V1) == {
        "headline": ["A priest blesses jets"],
        "caption": ["A priest blesses jets at Hmeimim."],
        "creator": ["Ann Ex"],
        "person_shown": ["Father X"],
    }


def test_when_an_item_was_written_is_not_when_the_picture_was_taken() -> None:
    assert "date_created" not in said(V1)


def test_geojson_has_the_longitude_first() -> None:
    (shown,) = [s for s in statements_of(V3) if s.field == "location_shown"]

    assert shown.point is not None
    assert (shown.point.lat, shown.point.lon) == (35.4, 35.95)
    assert shown.evidence.origin == "ninjs places[1]"


def test_a_picture_of_a_story_is_found_by_the_name_of_its_file() -> None:
    other = V3 | {"headlines": [{"value": "Another"}], "renditions": [{"href": "x/b.jpg"}]}
    story = V1 | {"type": "text", "headline": "The story", "associations": [other, V3]}

    assert said(story, "/drop/jets 1.jpg")["headline"] == ["A priest blesses jets"]
    assert said(story, "/drop/b.jpg")["headline"] == ["Another"]
    assert said(story | {"associations": {"main": V3}}, "c.jpg")["headline"] == [
        "A priest blesses jets"
    ]
    assert said(story, "c.jpg")["headline"] == ["The story"]


def test_every_value_is_kept_as_a_tag() -> None:
    tags, _ = read_sidecar(json.dumps(V3).encode(), "a.json")

    assert Tag("ninjs altIds[1]/value", "4711", scope="file") in tags


def test_a_json_without_a_uri_is_no_news_item() -> None:
    assert said({"headline": "x", "byline": "y"}) == {}


@pytest.mark.parametrize("name", ["a.json", "a.jpg.json", "a.ninjs.json", "A.JPG.ninjs.json"])
def test_an_item_goes_by_the_name_of_its_picture(name: str) -> None:
    tags, _ = read_sidecar(json.dumps(V3).encode(), name)

    assert sidecars_of("a.jpg", [name, "b.json"]) == (name,)
    assert is_sidecar_for("a.jpg", name, tags)


def test_stories_within_stories_end() -> None:
    nested: Any = V1
    for _ in range(50):
        nested = {"uri": "x", "type": "text", "headline": "story", "associations": [nested]}

    assert said(nested)["headline"] == ["story"]


def test_nonsense_where_lists_belong_is_no_harm() -> None:
    for wrong in (3, "x", [1], {"a": 1}, None):
        item = V3 | dict.fromkeys(("renditions", "places", "people", "headlines"), wrong)
        read_sidecar(json.dumps(item | {"associations": wrong}).encode(), "a.json", "b.jpg")
