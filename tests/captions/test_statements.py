"""Statements and the JSON shape of a caption."""

from __future__ import annotations

from dataclasses import replace

from photocat.captions import Context, caption_shape, read_caption, statements_of
from photocat.captions.places import FoundPlace
from photocat.dates import Edtf
from photocat.fields import FIELD
from photocat.places import Point
from photocat.preferred import preferred
from photocat.records import Evidence, PlaceName, Statement

CAPTION = (
    "President Jane Doe waves at the base in March 2016. She won the vote of May 2, 2014. "
    "(AP Photo/John Roe)"
)


def test_every_statement_points_at_its_words() -> None:
    statements = statements_of(read_caption(CAPTION), "IIM 2:120")
    assert [(s.field, s.text) for s in statements] == [
        ("date_created", "2016-03"),
        ("creator", "John Roe"),
        ("person_shown", "Jane Doe"),
        ("credit_line", "AP Photo/John Roe"),
    ]
    for statement in statements:
        assert statement.field in FIELD
        assert statement.evidence.span is not None
        start, end = statement.evidence.span
        assert CAPTION[start:end] == statement.evidence.quote
        assert statement.evidence.origin == f"IIM 2:120[{start}:{end}]"


def test_what_is_only_mentioned_makes_no_statement() -> None:
    statements = statements_of(read_caption("The base has been a hub since 2015."))
    assert statements == ()


def test_an_inferred_year_is_told_by_its_rule() -> None:
    context = Context(document="The base on December 13, 2024.")
    [statement] = statements_of(read_caption("A truck on December 13.", context))
    assert statement.evidence.rule.endswith("; inferred from document 2024-12-13")
    assert statement.evidence.confidence < 0.9


def test_the_month_of_a_caption_gives_way_to_a_day_within_it() -> None:
    exif = Evidence("EXIF DateTimeOriginal", "2016:03:14 10:00:00", "exif-date")
    day = Statement("date_created", "2016-03-14", exif, rank=99, date=Edtf.parse("2016-03-14"))
    believed = preferred([*statements_of(read_caption(CAPTION)), day])["date_created"]
    assert [s.text for s in believed] == ["2016-03-14"]


def test_a_release_is_a_statement_with_an_open_beginning() -> None:
    caption = read_caption("An undated photo released by the navy on March 3, 2017 shows a ship.")
    [date] = [s for s in statements_of(caption) if s.field == "date_created"]
    assert date.text == "[..2017-03-03]"
    assert date.rank > len(FIELD["date_created"].carriers)


def test_a_place_brings_its_point_and_an_ambiguous_one_says_nothing() -> None:
    caption = read_caption("A tug in Tartus.")
    place = FoundPlace(
        9, 15, "Tartus", PlaceName("Tartus", ("Syria",), "SY"), Point(34.889, 35.887, 5000.0),
        163345, "created", "locative/name", 0.88,
    )  # fmt: skip
    [statement] = statements_of(replace(caption, location_created=place))
    assert (statement.field, statement.text) == ("location_created", "Tartus")
    assert statement.point == place.point
    shape = caption_shape(replace(caption, location_created=place))["location_created"]
    assert (shape["name"], shape["country_code"], shape["radius_km"]) == ("Tartus", "SY", 5.0)
    assert (shape["start"], shape["end"], shape["quote"]) == (9, 15, "Tartus")


def test_a_shape_has_every_field_whatever_was_found() -> None:
    empty, full = caption_shape(read_caption("")), caption_shape(read_caption(CAPTION))
    assert list(empty) == list(full)
    assert {"date_created", "mentioned_dates", "location_created", "location_shown",
            "mentioned_places", "person_shown", "creator", "credit_line"} <= set(full)  # fmt: skip
    for found in (full["date_created"], *full["mentioned_dates"], *full["creator"]):
        assert {"start", "end", "quote", "rule", "confidence"} <= set(found)
