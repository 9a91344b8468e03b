"""Coordinates: what is a place on Earth, and what only looks like one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.places import Point
from photocat.readers.gps import NoPlace, read_exif_point, read_xmp_point

EXIF_POINTS = [
    ("35/1 24/1 0/1", "N", "35/1 57/1 0/1", "E", (35.4, 35.95)),
    ("33/1 51/1 3564/100", "S", "151/1 12/1 4020/100", "W", (-33.8599, -151.2111667)),
    ("3524/100", "N", "3595/100", "E", (35.24, 35.95)),
    ("35/1 24300/1000", "N", "35/1 57/1", "E", (35.405, 35.95)),
    ("35/1 24/1 0/1", "n", "35/1 57/1 0/1", " e", (35.4, 35.95)),
    ("90/1 0/1 0/1", "S", "180/1 0/1 0/1", "W", (-90.0, -180.0)),
    ("0/1 0/1 0/1", "N", "9/1 30/1 0/1", "E", (0.0, 9.5)),
    ("35/1 24500/1000 0/0", "North", "35/1 5701/100 0/0", "East", (35.4083333, 35.9501667)),
    ("35,24,30.5", "N", "35,57,0", "E", (35.4084722, 35.95)),  # as a text, where rationals belong
]

EXIF_NOWHERE = [
    ("0/0 0/0 0/0", "N", "0/0 0/0 0/0", "E", "a fraction with no value"),
    ("35/1 0/0 30/1", "N", "35/1 57/1 0/1", "E", "a fraction with no value"),
    ("0/1 0/1 0/1", "N", "0/1 0/1 0/1", "E", "camera without a fix"),
    ("35/1 24/1 0/1", "", "35/1 57/1 0/1", "E", "hemisphere"),
    ("35/1 24/1 0/1", "E", "35/1 57/1 0/1", "N", "hemisphere"),
    ("999/1 0/1 0/1", "N", "35/1 57/1 0/1", "E", "in an angle"),
    ("90/1 1/1 0/1", "N", "35/1 57/1 0/1", "E", "beyond 90"),
    ("35/1 99/1 0/1", "N", "35/1 57/1 0/1", "E", "in an angle"),
    ("-35/1 24/1 0/1", "N", "35/1 57/1 0/1", "E", "in an angle"),
    ("", "N", "35/1 57/1 0/1", "E", "not degrees"),
    ("NaN", "N", "35/1", "E", "fraction with no value"),
    ("inf", "N", "35/1", "E", "fraction with no value"),
    ("1/1 2/1 3/1 4/1", "N", "35/1", "E", "not degrees"),
]

XMP_POINTS = [
    ("35,24.0N", "35,57.0E", (35.4, 35.95)),
    ("35,24,30N", "35,57,0W", (35.4083333, -35.95)),
    ("33,51.594S", "151,12.67E", (-33.8599, 151.2111667)),
    ("35.4", "-35.95", (35.4, -35.95)),
    ("+48.275", "16.338", (48.275, 16.338)),
    ("35 24.5N", "35 57.5E", (35.4083333, 35.9583333)),
    ("35deg 24' 30\" N", "35° 57′ 30″ W", (35.4083333, -35.9583333)),
    ("S35,24.5", "e 35.5", (-35.4083333, 35.5)),
]

XMP_NOWHERE = [
    ("35,24.0", "35,57.0"),  # no hemisphere
    ("35,24.0E", "35,57.0N"),
    ("91,0.0N", "0,1.0E"),
    ("91.5", "10"),
    ("0,0.0N", "0,0.0E"),
    ("0", "0"),
    ("55/1 54/1", "36/1 57/1"),
    ("north", "east"),
    ("35" + " " * 60_000 + "24.5N", "35,57.0E"),
]


@pytest.mark.parametrize(("lat", "lat_ref", "lon", "lon_ref", "expected"), EXIF_POINTS)
def test_exif_coordinates_are_points(
    lat: str, lat_ref: str, lon: str, lon_ref: str, expected: tuple[float, float]
) -> None:
    point = read_exif_point(lat, lat_ref, lon, lon_ref)

    assert isinstance(point, Point)
    assert point.distance_m(Point(*expected)) < 0.05


@pytest.mark.parametrize(
    ("lat", "radius"),
    [
        ("35/1 24/1 0/1", 0),
        ("35/1 24/1 0/0", 927),  # within half a minute
        ("35/1 24/1", 927),
        ("35/1 2450/100", 0),
        ("35/1 0/0 0/0", 55_598),  # within half a degree
    ],
)
def test_a_point_without_seconds_is_as_uncertain_as_its_minute(lat: str, radius: int) -> None:
    point = read_exif_point(lat, "N", "35/1 57/1 0/1", "E")

    assert isinstance(point, Point)
    assert point.radius_m == radius


@pytest.mark.parametrize(("lat", "lat_ref", "lon", "lon_ref", "reason"), EXIF_NOWHERE)
def test_what_is_no_place_says_why(
    lat: str, lat_ref: str, lon: str, lon_ref: str, reason: str
) -> None:
    point = read_exif_point(lat, lat_ref, lon, lon_ref)

    assert isinstance(point, NoPlace)
    assert reason in point.reason


@pytest.mark.parametrize(("lat", "lon", "expected"), XMP_POINTS)
def test_xmp_coordinates_are_points(lat: str, lon: str, expected: tuple[float, float]) -> None:
    point = read_xmp_point(lat, lon)

    assert isinstance(point, Point)
    assert point.distance_m(Point(*expected)) < 0.05


@pytest.mark.parametrize(("lat", "lon"), XMP_NOWHERE)
def test_xmp_without_a_place_is_refused(lat: str, lon: str) -> None:
    assert isinstance(read_xmp_point(lat, lon), NoPlace)


def test_xmp_may_keep_its_hemispheres_apart() -> None:
    assert read_xmp_point("35,24.0", "35,57.0", "S", "W") == Point(-35.4, -35.95)
    assert read_xmp_point("35,24.0N", "35,57.0E", "N", "E") == Point(35.4, 35.95)
    assert read_xmp_point("-35.4", "35.95", "S", "E") == Point(-35.4, 35.95)


def test_the_error_that_was_stated_is_the_radius() -> None:
    point = read_exif_point("35/1 24/1 0/1", "N", "35/1 57/1 0/1", "E", "65/1")

    assert isinstance(point, Point)
    assert point.radius_m == 65


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_point_written_as_degrees_minutes_and_seconds_comes_back(lat: float, lon: float) -> None:
    """To half a thousandth of an arc second, as it was rounded: 1.6 cm on the ground."""
    if max(abs(lat), abs(lon)) < 0.001:
        return
    read = read_exif_point(
        sexagesimal(lat), "N" if lat >= 0 else "S", sexagesimal(lon), "E" if lon >= 0 else "W"
    )

    assert isinstance(read, Point)
    assert math.isclose(read.lat, lat, abs_tol=2e-7)
    assert math.isclose(read.lon, lon, abs_tol=2e-7)


def sexagesimal(value: float) -> str:
    thousandths = round(abs(value) * 3_600_000)
    degrees, rest = divmod(thousandths, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{degrees}/1 {minutes}/1 {rest}/1000"


@given(st.text(max_size=30), st.text(max_size=3), st.text(max_size=30), st.text(max_size=3))
def test_no_text_is_more_than_refused(lat: str, lat_ref: str, lon: str, lon_ref: str) -> None:
    assert isinstance(read_exif_point(lat, lat_ref, lon, lon_ref), Point | NoPlace)
    assert isinstance(read_xmp_point(lat, lon), Point | NoPlace)
