"""What towns were called, and when."""

from __future__ import annotations

import pytest

from photocat.gazetteer import Gazetteer
from photocat.gazetteer.keys import key
from photocat.gazetteer.tables import rows_of

IN_THEIR_TIME = [
    ("Leningrad", 1958, "Saint Petersburg"),
    ("Petrograd", 1917, "Saint Petersburg"),
    ("Stalingrad", 1943, "Volgograd"),
    ("Constantinople", 1915, "Istanbul"),
    ("Saigon", 1968, "Ho Chi Minh City"),
    ("Artemivsk", 2015, "Bakhmut"),
    ("Karl-Marx-Stadt", 1970, "Chemnitz"),
    ("Danzig", 1939, "Gdańsk"),
    ("Breslau", 1940, "Wrocław"),
    ("Königsberg", 1930, "Kaliningrad"),
    ("Lemberg", 1914, "Lviv"),
    ("Bombay", 1980, "Mumbai"),
    ("Peking", 1950, "Beijing"),
    ("Tilsit", 1920, "Sovetsk"),
    ("Smyrna", 1922, "İzmir"),
]
OUT_OF_THEIR_TIME = [
    ("Leningrad", 2020, "Saint Petersburg"),
    ("Stalingrad", 1980, "Volgograd"),
    ("Karl-Marx-Stadt", 2000, "Chemnitz"),
    ("Danzig", 1980, "Gdańsk"),
    ("Berlin", 2000, "Kitchener"),
]


@pytest.mark.parametrize(("name", "year", "now"), IN_THEIR_TIME)
def test_a_historical_name_resolves_in_its_time(
    gazetteer: Gazetteer, name: str, year: int, now: str
) -> None:
    assert key(gazetteer.find(name, year=year)[0].name) == key(now)


@pytest.mark.parametrize(("name", "year", "now"), OUT_OF_THEIR_TIME)
def test_a_historical_name_is_not_used_outside_its_years(
    gazetteer: Gazetteer, name: str, year: int, now: str
) -> None:
    assert key(now) not in {key(place.name) for place in gazetteer.find(name, year=year)}


def test_every_older_name_of_the_table_finds_the_town_it_is_of(gazetteer: Gazetteer) -> None:
    rows = list(rows_of("history.tsv"))
    for row in rows:
        town = gazetteer.place(int(row["geonames"]))
        assert town is not None, row
        assert (key(town.name), town.country) == (key(row["now"]), row["country"])
        assert town.id in {named.place.id for named in gazetteer.named(key(row["name"]))}, row
        assert int(row["since"] or 0) < int(row["until"] or 9999), row
    assert len(rows) > 300


@pytest.mark.parametrize(
    ("name", "year", "inside", "outside"),
    [
        ("Soviet Union", 1970, "Kharkov", "Warsaw"),
        ("USSR", 1950, "Tallinn", "Helsinki"),
        ("Yugoslavia", 1985, "Sarajevo", "Tirana"),
        ("Czechoslovakia", 1968, "Bratislava", "Vienna"),
        ("East Germany", 1961, "Leipzig", "Munich"),
        ("West Germany", 1961, "Munich", "Leipzig"),
    ],
)
def test_a_former_country_contains_what_lay_in_it_in_its_years(
    gazetteer: Gazetteer, name: str, year: int, inside: str, outside: str
) -> None:
    land = gazetteer.find(name, year=year)[0]

    assert gazetteer.contains(land, gazetteer.find(inside)[0])
    assert not gazetteer.contains(land, gazetteer.find(outside)[0])
    assert land not in gazetteer.find(name, year=2020)
    assert land.id in {place.id for place in gazetteer.ancestors(gazetteer.find(inside)[0].id)}


def test_every_former_country_is_made_of_countries_and_provinces_that_are_known() -> None:
    codes = {row["code"] for t in ("countries.tsv", "admin1.tsv") for row in rows_of(t)}
    for row in rows_of("former.tsv"):
        assert set(row["codes"].split()) <= codes, row["name"]
        assert row["source"].startswith("Wikipedia: "), row["name"]
