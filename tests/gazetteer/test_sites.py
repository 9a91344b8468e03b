"""The table of sites: every row cites where it can be looked up, and lies where others have it."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest

from photocat.gazetteer import Gazetteer
from photocat.gazetteer.generic import core
from photocat.gazetteer.keys import bare_key, key
from photocat.gazetteer.place import KINDS
from photocat.gazetteer.tables import folder_of, rows_of, split
from photocat.places import Point

CITED = re.compile(
    r"ICAO [A-Z0-9]{4}|UNESCO WHC \d{1,4}|GVP \d{6}|UN/LOCODE [A-Z]{5}|UN M49 \d{3}"
    r"|ISO 3166-1 [A-Z]{2}|ISO 3166-2 [A-Z]{2}-[A-Z0-9]{1,3}|GeoNames \d+|IHO S-23 \d+[A-Za-z]?"
    r"|(Wikipedia|UNHCR|UNRWA|UN): \S.*"
)
SITES = list(rows_of("sites.tsv"))
FAR_FROM_EVERY_TOWN_KM = 260.0
"""How far a site may lie from the nearest town of its own country, beside its own radius."""

REMOTE = {"AQ", "UM", "IO", "GS", "TF", "BV", "HM"}
"""Territories without a town that lists know."""

_FARTHER = """
Iwo Jima | Mount Suribachi | Franz Josef Land | Minamitorishima | Okinotorishima | Matua Island |
Severnaya Zemlya | Kotelny Island | Pratas Island | Itu Aba | Pag-asa Island | Car Nicobar |
Bjornoya | Hopen Island | Rockall | Aldabra | Gough Island | Marion Island | Trindade and Martim
Vaz | Malpelo | Cocos Island | Socorro Island | Clipperton Island | Kanton Island | Phoenix Islands
| Banaba | Pagan Island | Tikopia | Ontong Java | Macquarie Island | Auckland Islands | Campbell
Island | Kermadec Islands | Mururoa | Fangataufa | Penrhyn Atoll | St. Matthew Island | Laysan |
Kure Atoll | Melville Island | Prince Patrick Island | Raikoke | Sarychev Peak | Salvador
Pass | Petermann Glacier
"""
FARTHER = {" ".join(name.split()) for name in _FARTHER.split("|")}
"""Sites that lie farther from every town: islands of the oceans, and a few in deserts and ice."""


def of(site: dict[str, str]) -> Point:
    return Point(float(site["lat"]), float(site["lon"]), float(site["radius_km"]) * 1000)


def test_every_site_has_a_kind_a_citation_and_a_place_on_earth() -> None:
    for site in SITES:
        assert site["kind"] in KINDS, site["name"]
        assert CITED.fullmatch(site["source"]), site["name"]
        assert of(site).radius_m > 0, site["name"]


def test_no_site_stands_twice() -> None:
    counts = Counter((site["name"], site["kind"], site["country"]) for site in SITES)

    assert [row for row, count in counts.items() if count > 1] == []


def test_sites_with_an_icao_code_lie_where_airportsdata_has_them() -> None:
    text = (folder_of("airportsdata") / "airports.csv").read_text(encoding="utf-8")
    airfields = {row["icao"]: row for row in csv.DictReader(text.splitlines())}
    cited = [site for site in SITES if site["source"].startswith("ICAO ")]
    for site in cited:
        other = airfields[site["source"].removeprefix("ICAO ")]
        there = Point(float(other["lat"]), float(other["lon"]))
        assert of(site).distance_m(there) < 12_000, site["name"]
        assert site["country"] == other["country"], site["name"]
    assert len(cited) > 150


def test_sites_with_a_geonames_id_lie_at_the_town_of_their_name(gazetteer: Gazetteer) -> None:
    cited = [site for site in SITES if site["source"].startswith("GeoNames ")]
    for site in cited:
        town = gazetteer.place(int(site["source"].removeprefix("GeoNames ")))
        assert town is not None, site["name"]
        names = {key(name) for name in (site["name"], *split(site["aliases"]))}
        names |= {core(name) for name in names}
        borne = {n.place.id for name in names for n in gazetteer.named(name)}
        borne |= {n.place.id for name in names for n in gazetteer.named(bare_key(name))}
        assert town.id in borne, site["name"]
        assert town.country == site["country"], site["name"]
        assert of(site).distance_m(town.point) <= of(site).radius_m * 1.3 + 10_000, site["name"]
    assert len(cited) > 100


@pytest.mark.parametrize("country", sorted({s["country"] for s in SITES if s["country"]} - REMOTE))
def test_every_site_lies_near_a_town_of_its_country(gazetteer: Gazetteer, country: str) -> None:
    for site in SITES:
        if site["country"] == country and site["name"] not in FARTHER:
            reach = of(site).radius_m + FAR_FROM_EVERY_TOWN_KM * 1000
            assert any(
                near.place.country == country and near.place.kind == "town"
                for limit in (30, 300, 100_000)
                for near in gazetteer.near(of(site), reach, limit)
            ), site["name"]
