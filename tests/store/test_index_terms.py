"""The terms of a photo: what it is found by besides its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import Edtf
from photocat.places import Box, Circle, Point
from photocat.preferred import preferred
from photocat.query import Measures
from photocat.query.meaning import Lies
from photocat.records import Statement
from photocat.store.index_terms import (
    Header,
    bucket,
    buckets,
    cells_of,
    cells_over,
    day_of_year,
    short,
    terms,
)

Said = Callable[..., Statement]


def test_a_photo_has_a_term_for_everything_that_is_asked_of_it(said: Said) -> None:
    statements = [
        said("date_created", "2016-03-12", "EXIF DateTimeOriginal", date="2016-03-12"),
        said("creator", "Ada Reyes", "IIM 2:080"),
        said("location_created", "35.4,35.95", "EXIF GPSLatitude", point=Point(35.4, 35.95)),
    ]
    lies = {"location_created": Lies(frozenset({17}), frozenset({-36}))}
    header = Header("JPEG", 4000, 3000, 2_000_000)

    found = terms(statements, preferred(statements), header, statements[0].date, lies)

    assert " ".join(found) == (
        "has=creator has=date_created has=gps has=location_created"
        " when=2016-03-12 day=03-12 is=landscape width=24 height=24 pixels=48 size=42"
        " by_date=exif sure_date=100 by_location=exif sure_location=100"
        " by_creator=iim sure_creator=100"
        " shot=h shot_maybe=-10 cell=0-7-d cell=1-v-1h cell=2-3h-5z cell=3-dx-nz cell=4-1jq-2nz"
        " cell=5-66x-anw"
    )


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2016-03-12T10:31", "03-12"),
        ("2016-03-12", "03-12"),
        ("2016-03", "03"),
        ("2016-03-12/2016-04-01", "some"),
        ("2016", "every"),
        ("201X", "every"),
        ("../2016", "some"),
        ("1999/2016", "every"),
        ("2016-01-01/2016-12-30", "some"),
        ("XXXX-12-13", "gaps"),
        ("[2014,2016]", "gaps"),
        ("-0044-03-15", "some"),
    ],
)
def test_a_date_has_a_day_of_the_year(date: str, day: str) -> None:
    assert day_of_year(Edtf.parse(date)) == day


@given(st.lists(st.floats(0, 1e12), min_size=3, max_size=3).map(sorted))
def test_a_number_between_two_others_is_in_one_of_their_buckets(numbers: list[float]) -> None:
    low, number, high = numbers
    assert bucket(number) in buckets(Measures("size", low, high))


points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@given(points, points, st.floats(0, 3e6))
def test_a_point_within_a_circle_is_in_one_of_its_cells(
    centre: Point, point: Point, radius_m: float
) -> None:
    circle = Circle(centre, radius_m)
    cells = cells_over(circle.box())
    if cells and circle.contains(point):
        assert not set(cells).isdisjoint(cells_of(point.lat, point.lon))


def test_an_area_has_few_cells_and_the_whole_world_none() -> None:
    assert len(cells_over(Box(35, 34, 37, 36))) == 9
    assert cells_over(Box(179, -17, -179, -16)) == [
        "2-21-9z",
        "2-21-a0",
        "2-22-9z",
        "2-22-a0",
        "2-21-0",
        "2-21-1",
        "2-22-0",
        "2-22-1",
    ]
    assert cells_over(Box(-180, -90, 180, 90)) == []


@given(st.integers(-(2**40), 2**40))
def test_a_number_in_few_letters_is_the_same_number(number: int) -> None:
    assert int(short(number), 36) == number
