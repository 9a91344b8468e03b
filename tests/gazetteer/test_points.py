"""Places near a point: the cells agree with looking at every place, and the sea is the sea."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photocat.gazetteer import Gazetteer
from photocat.gazetteer.build import build
from photocat.gazetteer.entry import NAME, Entry
from photocat.gazetteer.tables import rows_of
from photocat.gazetteer.waters import outlines
from photocat.places import Point

SPOTS = [
    (0.0, 179.9),
    (0.1, -179.9),
    (89.9, 10.0),
    (89.8, -170.0),
    (-89.9, 0.0),
    (35.4, 35.95),
    (35.53, 35.79),
    (0.0, 0.0),
    (51.5, -0.1),
    (51.6, 0.1),
]


def entry(id: int, lat: float, lon: float) -> Entry:
    name = f"Spot {id}"
    return Entry(
        id, name, "town", None, None, lat, lon, 1000.0, 100, 2.0, [(name, NAME, None, None)]
    )


@pytest.fixture(scope="module")
def spots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("spots") / "spots.sqlite"
    build(path, [entry(i, *spot) for i, spot in enumerate(SPOTS, 1)], {})
    opened = Gazetteer(path)
    yield opened
    opened.close()


@given(
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.floats(1, 20_000_000),
)
@settings(max_examples=200)
def test_near_agrees_with_the_slow_twin(
    spots: Gazetteer, lat: float, lon: float, radius_m: float
) -> None:
    here = Point(lat, lon)
    slow = {i for i, spot in enumerate(SPOTS, 1) if here.distance_m(Point(*spot)) <= radius_m}

    assert {near.place.id for near in spots.near(here, radius_m, 100)} == slow


def test_the_nearest_come_first_across_the_antimeridian(spots: Gazetteer) -> None:
    assert [n.place.id for n in spots.near(Point(0, 180), 100_000)] == [1, 2]


def test_without_a_radius_the_nearest_are_found_however_far(spots: Gazetteer) -> None:
    assert spots.near(Point(-45, -100), None, 1)[0].place.id in {5, 2}


def test_a_point_near_jableh_is_near_the_air_base(gazetteer: Gazetteer) -> None:
    names = [n.place.name for n in gazetteer.near(Point(35.40, 35.95), 10_000)]

    assert names[0] == "Hmeimim air base"


def test_in_the_sea_it_says_so(gazetteer: Gazetteer) -> None:
    waters = gazetteer.waters(Point(16.5, 63.0))

    assert waters is not None
    assert waters.name == "Arabian Sea"
    assert gazetteer.waters(Point(33.51, 36.29)) is None


WATERS = [
    ((35.0, 34.9), "Eastern Mediterranean"),
    ((43.0, 34.0), "Black Sea"),
    ((20.0, 38.0), "Red Sea"),
    ((26.6, 51.8), "Persian Gulf"),
    ((26.5, 56.4), "Strait of Hormuz"),
    ((14.0, 114.0), "South China Sea"),
    ((58.0, 179.0), "Bering Sea"),
    ((58.0, -178.0), "Bering Sea"),
    ((0.5, 179.0), "North Pacific"),
    ((-40.0, -20.0), "South Atlantic"),
    ((85.0, 0.0), "Arctic Ocean"),
]
DRY = [(27.0, 23.0), (24.0, 45.0), (66.0, 100.0), (-3.0, -62.0), (72.0, -40.0), (50.45, 30.52)]


@pytest.mark.parametrize(("spot", "name"), WATERS)
def test_a_point_at_sea_lies_in_the_smallest_water_around_it(
    gazetteer: Gazetteer, spot: tuple[float, float], name: str
) -> None:
    waters = gazetteer.waters(Point(*spot))

    assert waters is not None
    assert waters.name == name
    assert gazetteer.lying_in(Point(*spot))[0] == waters


@pytest.mark.parametrize("spot", DRY)
def test_desert_ice_and_forest_far_from_every_town_are_no_sea(
    gazetteer: Gazetteer, spot: tuple[float, float]
) -> None:
    assert gazetteer.waters(Point(*spot)) is None


def test_every_outline_of_a_water_is_of_a_site_and_has_corners_on_earth() -> None:
    sites = {row["name"] for row in rows_of("sites.tsv")}
    for name, outline in outlines():
        assert name in sites
        assert len(outline) > 3, name
        assert all(Point(*corner) for corner in outline)


def test_a_bare_point_lies_in_its_town_province_and_country(gazetteer: Gazetteer) -> None:
    names = [place.name for place in gazetteer.lying_in(Point(33.51, 36.29))]

    assert names[0] == "Damascus"
    assert names[-3:] == ["Levant", "Middle East", "Asia"]
    assert gazetteer.lying_in(Point(-80.0, 100.0)) == ()


def test_near_tells_the_direction_from_the_place(gazetteer: Gazetteer) -> None:
    near = gazetteer.near(Point(33.9, 36.3), 60_000, 200)
    damascus = next(n for n in near if n.place.name == "Damascus")

    assert damascus.direction == "N"
    assert 40_000 < damascus.distance_m < 50_000


def test_a_look_up_with_few_answers_agrees_with_one_with_all(gazetteer: Gazetteer) -> None:
    for spot in [(50.9, 6.9), (35.4, 35.95), (0.0, -150.0), (64.0, -150.0)]:
        every = gazetteer.near(Point(*spot), 100_000, 100_000)
        assert gazetteer.near(Point(*spot), 100_000, 7) == every[:7]


def test_containment_reaches_the_country(gazetteer: Gazetteer) -> None:
    base = gazetteer.find("Hmeimim")[0]
    syria, turkey = gazetteer.country("SY"), gazetteer.country("TR")
    latakia = next(p for p in gazetteer.find("Latakia") if p.kind == "admin1")

    assert syria is not None
    assert turkey is not None
    assert gazetteer.contains(syria, base)
    assert gazetteer.contains(latakia, base)
    assert not gazetteer.contains(turkey, base)
    assert not gazetteer.contains(base, syria)


# --- the file -------------------------------------------------------------------------------------


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken() -> Iterator[Entry]:
        yield entry(1, 0, 0)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        build(tmp_path / "broken.sqlite", broken(), {})

    assert list(tmp_path.iterdir()) == []


def test_the_first_of_two_places_with_one_id_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "two.sqlite"
    build(path, [entry(1, 10, 10), entry(1, 20, 20)], {})

    with sqlite3.connect(path) as file:
        assert file.execute("SELECT lat FROM places").fetchall() == [(10.0,)]
