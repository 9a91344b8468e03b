"""GeoJSON, read by the geojson package, and held to RFC 7946."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import geojson
import pytest

from photocat.exporting.about import About
from photocat.exporting.geojson import feature, written
from photocat.places import Point
from photocat.records import PlaceName, Statement
from photocat.store.stream import Described


def collection(photos: list[Described]) -> Any:
    return geojson.loads(b"".join(written(photos, About())).decode())


def test_it_is_valid_and_has_a_feature_for_each_photo(photos: list[Described]) -> None:
    read = collection(photos)

    assert isinstance(read, geojson.FeatureCollection)
    assert read.is_valid, read.errors()
    assert [feature.id for feature in read.features] == [1, 2, 3, 4]
    assert all(f.geometry.is_valid for f in read.features if f.geometry)


def test_nothing_at_all_is_a_collection_too() -> None:
    assert collection([]).features == []


def test_longitude_comes_first_and_no_more_is_claimed_than_a_centimetre(
    photos: list[Described],
) -> None:
    assert feature(photos[0].shape)["geometry"]["coordinates"] == [35.949, 35.401]


def test_uncertainty_edtf_place_names_and_role_are_told(photos: list[Described]) -> None:
    told = feature(photos[0].shape)["properties"]

    assert told["role"] == "location_created"
    assert told["uncertainty_m"] == 3000
    assert told["edtf"] == told["date_created"]["edtf"] == "2016-03"
    assert (told["earliest"], told["latest"]) == (
        "2016-03-01T00:00:00",
        "2016-03-31T23:59:59.999999",
    )
    assert told["place"] == "Hmeimim air base, Latakia, Syria"
    assert told["country_code"] == "SY"
    assert told["location_shown"]["name"] == "Latakia"
    assert told["location_created"]["quote"] == "Hmeimim air base, Syria"


def test_a_photo_without_a_point_has_no_geometry_and_says_no_role(photos: list[Described]) -> None:
    nowhere = feature(photos[1].shape)

    assert nowhere["geometry"] is None
    assert nowhere["properties"]["role"] is nowhere["properties"]["uncertainty_m"] is None


def test_where_only_what_it_shows_is_known_the_point_says_so(
    photo: Callable[..., Described], said: Callable[..., Statement]
) -> None:
    shown = said("location_shown", "x", place=PlaceName("Homs"), point=Point(34.7, 36.7))
    told = feature(photo(1, said("location_created", "y", place=PlaceName("Beirut")), shown).shape)

    assert told["properties"]["role"] == "location_shown"
    assert told["geometry"]["coordinates"] == [36.7, 34.7]
    assert told["properties"]["place"] == "Beirut"


@pytest.mark.parametrize(
    "point", [Point(-16.5, 180.0), Point(-16.5, -180.0, 9e5), Point(90.0, 0.0), Point(-90.0, -0.0)]
)
def test_at_the_edges_of_the_map_positions_stay_on_it(
    point: Point, photo: Callable[..., Described], said: Callable[..., Statement]
) -> None:
    read = collection([photo(1, said("location_created", "x", point=point))])
    longitude, latitude = read.features[0].geometry.coordinates

    assert read.is_valid
    assert -180 <= longitude <= 180
    assert -90 <= latitude <= 90


def test_what_is_no_number_is_never_written(photos: list[Described]) -> None:
    shape = json.loads(json.dumps(photos[0].shape))
    shape["location_created"]["lat"] = math.nan

    with pytest.raises(ValueError, match="JSON"):
        b"".join(written([Described(shape, ())], About()))


def test_whatever_the_words_are_they_come_back(
    harm: str, hostile: Callable[..., Described]
) -> None:
    (read,) = collection([hostile(harm)]).features

    assert read.properties["caption"] == read.properties["date_created"]["quote"] == harm
    assert read.properties["place"] == f"{harm}, {harm}"
