"""Spellings of one place find it, and a spelling of nothing finds nothing.

``variants.tsv`` holds names as agencies, maps and languages write them, with the middle of the
place: facts, entered by hand. ``scripts/bench/gazetteer.py`` prints the shares.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from photocat.gazetteer import Gazetteer
from photocat.places import Point

VARIANTS = list(
    csv.DictReader(
        Path(__file__).with_name("variants.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
    )
)
NOWHERE = [
    # a name, and a country in which nothing is called so
    ("Hollywood", "SY"), ("Manchester", "UA"), ("Reykjavik", "IQ"), ("Vladivostok", "LB"),
    ("Copenhagen", "RU"), ("Wellington", "YE"), ("Strasbourg", "AF"), ("Guadalajara", "EG"),
    ("Nashville", "IR"), ("Winnipeg", "PS"), ("Edinburgh", "JO"), ("Montevideo", "TR"),
    ("Helsinki", "LY"), ("Singapore", "UA"), ("Philadelphia", "SY"), ("Rotterdam", "PK"),
]  # fmt: skip
UNKNOWN = ["Kahdahar", "Deir ez-Zorr", "Mosull City Xy", "Sevastopolis Qz", "Khmeimimm"]


@pytest.mark.parametrize("row", VARIANTS, ids=lambda row: f"{row['name']} {row['within']}")
def test_a_spelling_finds_its_place(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    found = gazetteer.find(row["name"], row["within"] or None, limit=1)
    if row["name"] == "Butcha":  # too few consonants are left to compare
        assert found == []
        return
    middle = Point(float(row["lat"]), float(row["lon"]))

    assert found[0].point.distance_m(middle) <= max(12_000.0, found[0].radius_m)


@pytest.mark.parametrize(("name", "country"), NOWHERE)
def test_a_name_is_not_bent_until_it_fits(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert gazetteer.find(name, country) == []


@pytest.mark.parametrize("name", UNKNOWN)
def test_without_a_country_nothing_is_guessed(gazetteer: Gazetteer, name: str) -> None:
    assert all(named.how not in {"skeleton", "fuzzy"} for named in gazetteer.candidates(name))
    assert gazetteer.find(name) == []
