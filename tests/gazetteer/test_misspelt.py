"""A name with one letter mistyped leads to the place that was meant."""

from __future__ import annotations

import pytest

from photocat.gazetteer import Gazetteer
from photocat.gazetteer.misspelt import nearest_name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Latakai", "Latakia"),
        ("Latakkia", "Latakia"),
        ("Berln", "Berlin"),
        ("Londno", "London"),
        ("damascsu", "Damascus"),
        ("Untied States", "United States"),
        ("Москв", "Moscow"),
    ],
)
def test_a_name_with_one_letter_mistyped_leads_to_the_best_known_place(
    gazetteer: Gazetteer, typed: str, meant: str
) -> None:
    near = nearest_name(gazetteer, typed)

    assert near is not None
    assert near.name == meant


@pytest.mark.parametrize("typed", ["", "Bln", "Qwxyzqw", "Nowhereville"])
def test_what_is_near_no_name_leads_nowhere(gazetteer: Gazetteer, typed: str) -> None:
    assert nearest_name(gazetteer, typed) is None
