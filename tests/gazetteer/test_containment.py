"""What lies in what: provinces, countries, regions made of them, and what a name means."""

from __future__ import annotations

import pytest

from photocat.gazetteer import Gazetteer
from photocat.gazetteer.containment import OVERSEAS
from photocat.gazetteer.tables import rows_of

INSIDE = [
    # the place, within, what contains it, what does not
    ("Hmeimim", None, ("Latakia", "Syria", "Middle East", "Asia"), ("Turkey", "Europe")),
    ("Simferopol", None, ("Crimea", "Ukraine", "Europe"), ("Donbas", "Russia")),
    ("Sevastopol", None, ("Crimea", "Ukraine"), ("Russia",)),
    ("Donetsk", "UA", ("Donbas", "Ukraine"), ("Crimea",)),
    ("Munich", None, ("Bavaria", "Germany", "Europe"), ("Austria",)),
    ("Vladivostok", None, ("Russian Far East", "Siberia", "Russia", "Asia"), ("Europe",)),
    ("Moscow", None, ("European Russia", "Russia", "Europe"), ("Asia",)),
    ("Douma", "SY", ("Eastern Ghouta", "Syria"), ("Lebanon",)),
    ("Gaza City", None, ("Gaza Strip", "Middle East"), ("Israel", "West Bank")),
    ("Aegean Sea", None, ("Mediterranean Sea",), ("Black Sea",)),
    ("Boston", "Massachusetts", ("New England", "United States"), ("Midwest",)),
    ("Goma", "CD", ("Kivu", "African Great Lakes", "Africa"), ("Rwanda",)),
    ("Erbil", None, ("Kurdistan", "Iraq"), ("Iran",)),
    ("Longyearbyen", None, ("Svalbard", "Norway", "Europe"), ("Sweden",)),
    ("Nuuk", None, ("Greenland", "Denmark", "North America"), ("Europe",)),
    ("Cayenne", "GF", ("French Guiana", "France", "South America"), ("Europe",)),
]


@pytest.mark.parametrize(("name", "within", "inside", "outside"), INSIDE)
def test_a_place_lies_in_its_province_country_and_regions(
    gazetteer: Gazetteer,
    name: str,
    within: str | None,
    inside: tuple[str, ...],
    outside: tuple[str, ...],
) -> None:
    place = gazetteer.find(name, within, limit=1)[0]
    around = {place.id, *(p.id for p in gazetteer.ancestors(place.id))}

    for container in inside:
        asked = {p.id for p in gazetteer.meant(container).places}
        assert asked & around, container
    for container in outside:
        asked = {p.id for p in gazetteer.meant(container).places}
        assert not asked & around, container


@pytest.mark.parametrize(("land", "country"), sorted(OVERSEAS.items()))
def test_a_land_overseas_lies_in_its_country_by_either_road(
    gazetteer: Gazetteer, land: str, country: str
) -> None:
    inner, outer = gazetteer.country(land), gazetteer.country(country)

    assert inner is not None
    assert outer is not None
    assert gazetteer.contains(outer, inner)
    assert outer.id in {p.id for p in gazetteer.ancestors(inner.id)}


def test_ancestors_come_from_near_to_far(gazetteer: Gazetteer) -> None:
    place = gazetteer.find("Hmeimim")[0]
    names = [p.name for p in gazetteer.ancestors(place.id)]

    assert names == ["Latakia", "Syria", "Levant", "Middle East", "Asia"]


def test_nothing_contains_itself_or_an_unknown_id(gazetteer: Gazetteer) -> None:
    asia = gazetteer.find("Asia", limit=1)[0]

    assert asia.id not in {p.id for p in gazetteer.ancestors(asia.id)}
    assert gazetteer.ancestors(-7) == ()


def test_a_name_means_the_town_and_the_province_around_it(gazetteer: Gazetteer) -> None:
    kinds = [place.kind for place in gazetteer.meant("New York").places]

    assert kinds[0] == "town"
    assert "admin1" in kinds


def test_a_namesake_elsewhere_is_told_apart(gazetteer: Gazetteer) -> None:
    meant = gazetteer.meant("Georgia")

    assert [p.kind for p in meant.places] == ["country"]
    assert ("admin1", "US") in {(p.kind, p.country) for p in meant.others}


def test_an_unknown_name_means_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.meant("Xyzzyville").places == ()


def test_every_region_of_the_table_is_a_site_and_so_is_every_part_of_it() -> None:
    sites = {row["name"] for row in rows_of("sites.tsv")}
    codes = {row["code"] for t in ("countries.tsv", "admin1.tsv") for row in rows_of(t)}
    for row in rows_of("regions.tsv"):
        assert row["name"] in sites
        assert row["source"], row["name"]
        assert set(row["codes"].split()) <= codes, row["name"]
        assert {part for part in row["regions"].split("|") if part} <= sites, row["name"]


def test_every_country_lies_in_one_continent(gazetteer: Gazetteer) -> None:
    split = {"RU"}  # at the Urals
    nowhere = {"AQ", "BV", "GS", "HM", "IO", "TF", "CC", "CX", "MV"}
    for row in rows_of("countries.tsv"):
        country = gazetteer.country(row["code"])
        assert country is not None
        continents = [p for p in gazetteer.ancestors(country.id) if p.kind == "continent"]
        if row["code"] not in split | nowhere:
            assert len(continents) == 1, row["code"]
