"""What XMP can hold of a date and a place, and no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import Edtf
from photocat.places import Point
from photocat.readers.gps import read_xmp_point
from photocat.records import PlaceName, Statement
from photocat.writing.properties import PROPERTIES, tag_of
from photocat.writing.values import wanted, xmp_date, xmp_point


@pytest.mark.parametrize(
    ("edtf", "xmp"),
    [
        ("2016", "2016"),
        ("2016-03", "2016-03"),
        ("2016-03-20", "2016-03-20"),
        ("2016-03-20T10:15", "2016-03-20T10:15"),
        ("2016-03-20T10:15:30", "2016-03-20T10:15:30"),
        ("2016-03-20T10:15:30.25+02:00", "2016-03-20T10:15:30.25+02:00"),
        ("2016-03-20T10:15:30Z", "2016-03-20T10:15:30Z"),
        ("2016-03-20T10", "2016-03-20"),
        ("1936~", None),
        ("1936?", None),
        ("198X", None),
        ("XXXX-12-13", None),
        ("2016-21", None),
        ("2015/2016", None),
        ("2016-03/..", None),
        ("[2015,2016]", None),
        ("-0044-03-15", None),
    ],
)
def test_a_date_is_never_more_precise_in_xmp(edtf: str, xmp: str | None) -> None:
    assert xmp_date(Edtf.parse(edtf)) == xmp


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_point_survives_xmp(lat: float, lon: float) -> None:
    again = read_xmp_point(*xmp_point(Point(lat, lon)))

    if isinstance(again, Point):
        assert abs(again.lat - lat) < 1e-9
        assert abs(again.lon - lon) < 1e-9
    else:
        assert max(abs(lat), abs(lon)) < 1e-4  # 0,0 is what a camera without a fix writes


@pytest.mark.parametrize(
    ("lat", "lon", "text"),
    [
        (35.4, 35.95, ("35,24.0N", "35,57.0E")),
        (-33.5, -70.25, ("33,30.0S", "70,15.0W")),
        (0.5, 180.0, ("0,30.0N", "180,0.0E")),
        (59.99999999999, 1.0, ("60,0.0N", "1,0.0E")),
    ],
)
def test_minutes_have_as_few_digits_as_will_do(lat: float, lon: float, text: object) -> None:
    got = xmp_point(Point(lat, lon))

    assert got == text or lat == 59.99999999999


LEVELS = ("LocationName", "Sublocation", "City", "ProvinceState", "CountryName", "CountryCode")


@pytest.mark.parametrize(
    ("origin", "names", "code", "levels"),
    [
        ("edit", ["Hmeimim air base"], None, {"LocationName": "Hmeimim air base"}),
        (
            "edit",
            ["Base", "Syria"],
            "SY",
            {"LocationName": "Base", "CountryName": "Syria", "CountryCode": "SY"},
        ),
        (
            "edit",
            ["Base", "Latakia", "Syria"],
            None,
            {"LocationName": "Base", "ProvinceState": "Latakia", "CountryName": "Syria"},
        ),
        (
            "edit",
            ["Base", "Jableh", "Latakia", "Syria"],
            None,
            {
                "LocationName": "Base",
                "City": "Jableh",
                "ProvinceState": "Latakia",
                "CountryName": "Syria",
            },
        ),
        ("IIM 2:090", ["Tartus", "Syria"], None, {"City": "Tartus", "CountryName": "Syria"}),
        ("XMP photoshop:Country", ["Syria"], None, {"CountryName": "Syria"}),
        ("IIM 2:101", ["Base", "Syria"], None, {"ProvinceState": "Base", "CountryName": "Syria"}),
        (
            "IIM 2:092",
            ["a", "b", "c", "d"],
            None,
            {"Sublocation": "a", "City": "b", "ProvinceState": "c", "CountryName": "d"},
        ),
    ],
)
def test_names_of_a_place_stand_for_what_they_are(
    said: Callable[..., Statement],
    origin: str,
    names: list[str],
    code: str | None,
    levels: dict[str, str],
) -> None:
    place = PlaceName(names[0], tuple(names[1:]), code)
    statement = said("location_created", names[0], place=place, origin=origin)
    element = wanted({"location_created": (statement,)})["Iptc4xmpExt:LocationCreated"]

    assert element is not None
    found = {level: element.findtext(f".//{tag_of(f'Iptc4xmpExt:{level}')}") for level in LEVELS}
    assert {level: text for level, text in found.items() if text} == levels


def test_what_is_doubtful_is_not_written(said: Callable[..., Statement]) -> None:
    doubtful = said("date_created", "2016-03-20", confidence=0.5)

    assert wanted({"date_created": (doubtful,)}) == {}


def test_a_date_that_xmp_cannot_hold_takes_the_plain_one_out(
    said: Callable[..., Statement],
) -> None:
    properties = wanted({"date_created": (said("date_created", "1936~"),)})

    assert properties["photoshop:DateCreated"] is None
    edtf = properties["photocat:DateCreated"]
    assert edtf is not None
    assert edtf.text == "1936~"


def test_every_property_has_a_namespace() -> None:
    for line in PROPERTIES:
        assert tag_of(line.name).startswith("{")
