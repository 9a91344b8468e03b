"""Names find their places: folded, aliased, spelt otherwise, never guessed without a country."""

from __future__ import annotations

import pytest

from photocat.gazetteer import Gazetteer
from photocat.gazetteer.tables import rows_of
from photocat.places import Point

SPELLINGS = [
    # as written, within, the middle of the place, within so many km
    ("Hmeimim", None, (35.401, 35.949), 2),
    ("Khmeimim", None, (35.401, 35.949), 2),
    ("Hemeimeem", None, (35.401, 35.949), 2),
    ("Хмеймим", None, (35.401, 35.949), 2),
    ("حميميم", None, (35.401, 35.949), 2),
    ("Tartus naval facility", None, (34.915, 35.874), 2),
    ("Kiev", None, (50.45, 30.52), 5),
    ("Kyiv", None, (50.45, 30.52), 5),
    ("Київ", None, (50.45, 30.52), 5),
    ("Киев", None, (50.45, 30.52), 5),
    ("كييف", None, (50.45, 30.52), 5),
    ("基辅", None, (50.45, 30.52), 5),
    ("Deir el-Zour", None, (35.336, 40.146), 5),
    ("Deir ez-Zor", "SY", (35.336, 40.146), 60),
    ("Ilovaysk", "UA", (47.92, 38.2), 5),
    ("Maaret al-Numan", "SY", (35.64, 36.67), 10),
    ("München", None, (48.137, 11.575), 5),
    ("Munich", None, (48.137, 11.575), 5),
    ("Muenchen", None, (48.137, 11.575), 5),
    ("Köln", None, (50.93, 6.95), 5),
    ("Cologne", None, (50.93, 6.95), 5),
    ("大马士革", None, (33.51, 36.29), 5),
    ("Souda Bay", None, (35.49, 24.12), 5),
    ("Bagram Air Field", None, (34.946, 69.265), 5),
    ("Arabian Gulf", None, (26.6, 51.8), 5),
    ("Maiwand District", "AF", (31.63, 65.06), 15),
    ("Omsk region", None, (56.1, 73.5), 60),
    ("Kern County", None, (35.3, -118.7), 20),
]


@pytest.mark.parametrize(("name", "within", "middle", "km"), SPELLINGS)
def test_a_name_finds_its_place_however_it_is_spelt(
    gazetteer: Gazetteer, name: str, within: str | None, middle: tuple[float, float], km: float
) -> None:
    found = gazetteer.find(name, within, limit=1)

    assert found, name
    assert found[0].point.distance_m(Point(*middle)) <= km * 1000


COUNTRIES = ["Syria", "Syrien", "Syrie", "Siria", "Сирия", "Сирія", "سوريا", "叙利亚"]


@pytest.mark.parametrize("name", COUNTRIES)
def test_a_country_is_known_in_eight_languages(gazetteer: Gazetteer, name: str) -> None:
    best = gazetteer.find(name, limit=1)[0]

    assert (best.kind, best.country) == ("country", "SY")


def test_a_misspelling_is_never_guessed_without_a_country(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Kahdahar") == []
    assert gazetteer.find("Kahdahar", "AF", limit=1)[0].country == "AF"


def test_one_vowel_makes_another_place_where_names_are_not_transliterated(
    gazetteer: Gazetteer,
) -> None:
    assert all("Seungju" not in place.name for place in gazetteer.find("Seongju", "KR"))


@pytest.mark.parametrize(
    ("name", "within", "radius_m"),
    [
        ("Fancy Farm", "Kentucky", 4_000.0),  # has a post office
        ("Samsula", "Florida", 8_000.0),  # has an airfield
    ],
)
def test_a_hamlet_of_no_list_is_told_by_its_post_office_or_its_airfield(
    gazetteer: Gazetteer, name: str, within: str, radius_m: float
) -> None:
    [hamlet, *_] = gazetteer.find(name, within)
    assert (hamlet.kind, hamlet.radius_m) == ("town", radius_m)


def test_a_post_office_makes_no_second_town_of_one_in_its_state(gazetteer: Gazetteer) -> None:
    """Barrow, Alaska, is Utqiagvik, wherever its ZIP code is put."""
    assert {p.name for p in gazetteer.find("Barrow", "Alaska")} == {"Utqiagvik"}


def test_every_post_office_lies_in_a_state_and_near_another_place_of_it(
    gazetteer: Gazetteer,
) -> None:
    rows = list(rows_of("post_offices.tsv"))
    for row in rows[::200]:
        point = Point(float(row["lat"]), float(row["lon"]))
        near = gazetteer.near(point, 150_000, 40)
        assert any(n.place.admin1 == row["state"] for n in near), row["name"]
    assert len(rows) > 10_000


@pytest.mark.parametrize(
    ("name", "country"),
    [("Barcelona", "ES"), ("Georgetown", "GY"), ("Nazareth", "IL"), ("Brasilia", "BR")],
)
def test_of_two_towns_the_one_is_meant_that_more_languages_name(
    gazetteer: Gazetteer, name: str, country: str
) -> None:
    [best, *_] = gazetteer.find(name)
    assert (best.kind, best.country) == ("town", country)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Gulf of Oman", "sea"), ("Gulf of Guinea", "sea"), ("Niger Delta", "region"),
     ("Long Island", "island"), ("Idlib province", "admin1"), ("Cologne", "town")],
)  # fmt: skip
def test_what_is_called_so_comes_before_what_it_is_called_after(
    gazetteer: Gazetteer, name: str, kind: str
) -> None:
    assert gazetteer.find(name)[0].kind == kind


def test_a_generic_word_may_be_a_part_of_the_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Petion-Ville", "Haiti")[0].name == "Pétionville"


def test_no_hamlet_is_made_of_a_town_that_a_list_spells_out(gazetteer: Gazetteer) -> None:
    town, *_ = gazetteer.find("St Joseph", "Michigan")
    assert (town.name, town.population > 0) == ("Saint Joseph", True)


def test_within_a_place_only_what_lies_in_it_is_found(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Phoenix", "Oregon", limit=1)[0].point.distance_m(
        Point(42.27, -122.82)
    ) < 10_000  # fmt: skip
    assert gazetteer.find("Detroit", "Nevada") == []


def test_a_site_knows_what_it_lies_in(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Hmeimim")[0].hierarchy == ("Latakia", "Syria")


def test_every_country_of_the_table_is_found_by_its_name_and_code(gazetteer: Gazetteer) -> None:
    for row in rows_of("countries.tsv"):
        found = [p for p in gazetteer.find(row["name"]) if p.kind == "country"]
        assert [p.country for p in found][:1] == [row["code"]], row["name"]
        assert gazetteer.country(row["code"]) is not None
