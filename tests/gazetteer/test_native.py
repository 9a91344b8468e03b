"""Districts by the names that English gives them."""

from __future__ import annotations

import pytest

from photocat.gazetteer import Gazetteer
from photocat.gazetteer.native import english_names

NAMES = [
    # as the list has it, its country, what else it is called
    ("kabupaten aceh selatan", "ID", ["aceh selatan", "south aceh"]),
    ("kota bandung", "ID", ["bandung"]),
    ("hadong gun", "KR", ["hadong"]),
    ("province of lanao del norte", "PH", ["lanao del norte", "north lanao"]),
    ("departement du nord", "FR", ["nord"]),
    ("landkreis goslar", "DE", ["goslar"]),
    ("meath", "IE", ["county meath"]),
    ("kent", "GB", []),
]


@pytest.mark.parametrize(("name", "country", "others"), NAMES)
def test_a_district_is_known_without_the_word_for_district(
    name: str, country: str, others: list[str]
) -> None:
    assert english_names(name, country) == others


@pytest.mark.parametrize(
    ("asked", "country", "name"),
    [
        ("South Aceh", "ID", "Kabupaten Aceh Selatan"),
        ("Lanao del Norte", "PH", "Province of Lanao del Norte"),
        ("Raqqa", "SY", "Ar Raqqah"),
        ("Beijing airport", "CN", "Beijing Capital International Airport"),
    ],
)
def test_a_usual_name_finds_its_place(
    gazetteer: Gazetteer, asked: str, country: str, name: str
) -> None:
    assert name in [place.name for place in gazetteer.find(asked, country)[:2]]
