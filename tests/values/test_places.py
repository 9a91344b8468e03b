"""Points, boxes and circles."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.errors import BadPlace
from photocat.places import Box, Circle, Point, read_box, read_distance_m, read_point

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


def test_one_degree_of_latitude_is_111_kilometres() -> None:
    assert Point(0, 0).distance_m(Point(1, 0)) == pytest.approx(111_195, rel=1e-4)


def test_opposite_points_are_half_the_circumference_apart() -> None:
    assert Point(0, 0).distance_m(Point(0, 180)) == pytest.approx(math.pi * 6_371_008.8)


@given(points, points)
def test_distance_is_symmetric(a: Point, b: Point) -> None:
    assert a.distance_m(b) == pytest.approx(b.distance_m(a), abs=1e-6)


@given(points, st.floats(0, 3_000_000), points)
def test_the_box_of_a_circle_never_loses_a_point_inside(
    centre: Point, radius: float, point: Point
) -> None:
    circle = Circle(centre, radius)

    if circle.contains(point) and centre.distance_m(point) < radius * (1 - 1e-9):
        assert circle.box().contains(point)


@given(st.floats(-180, 180), st.floats(-180, 180), points)
def test_the_parts_of_a_box_hold_what_the_box_holds(west: float, east: float, point: Point) -> None:
    box = Box(west, -90, east, 90)

    assert box.contains(point) == any(part.contains(point) for part in box.parts())
    assert all(part.west <= part.east for part in box.parts())


def test_a_box_across_the_antimeridian_holds_fiji_and_not_greenwich() -> None:
    box = Box(170, -20, -170, -10)

    assert box.contains(Point(-17.8, 178.0))
    assert box.contains(Point(-17.8, -179.0))
    assert not box.contains(Point(-17.8, 0.0))


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("25km", 25_000),
        ("25", 25_000),
        ("500 m", 500),
        ("2.5KM", 2_500),
        ("1mi", 1_609.344),
        (".5nm", 926),
    ],
)
def test_distances_as_people_write_them(text: str, metres: float) -> None:
    assert read_distance_m(text) == pytest.approx(metres)


@pytest.mark.parametrize("text", ["", "km", "-5km", "5 furlongs", "1e3km", "nan"])
def test_a_distance_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadPlace, match="write a distance"):
        read_distance_m(text)


def test_points_are_written_latitude_first_and_boxes_as_in_geojson() -> None:
    assert read_point("35.40, 35.95") == Point(35.40, 35.95)
    assert read_box("35,34,37,36") == Box(west=35, south=34, east=37, north=36)


@pytest.mark.parametrize("text", ["91,0", "0,181", "nan,0", "inf,0", "35.4", "a,b", "1,2,3"])
def test_a_point_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadPlace):
        read_point(text)


@pytest.mark.parametrize("text", ["35,36,37,34", "0,-91,0,0", "-181,0,0,0", "1,2,3"])
def test_a_box_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadPlace):
        read_box(text)
