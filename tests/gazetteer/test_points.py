"""Places near a point: the R*Tree agrees with looking at every place, and the sea is the sea."""

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
