"""Adjectives of countries in other languages."""

from __future__ import annotations

import pytest

from photocat.gazetteer.demonyms import adjectives, country_meant, demonyms
from photocat.gazetteer.keys import key
from photocat.gazetteer.tables import rows_of


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("spanischen", "ES"),
        ("südfranzösischen", "FR"),
        ("südkoreanischen", "KR"),
        ("nordostsyrische", "SY"),
        ("sächsischer", "DE"),
        ("libanaise", "LB"),
        ("ukrainiens", "UA"),
        ("colombiana", "CO"),
        ("städtischen", None),
        ("north", None),
    ],
)
def test_an_adjective_in_another_language_tells_its_country(word: str, code: str | None) -> None:
    assert country_meant(key(word)) == code


def test_no_adjective_belongs_to_two_countries() -> None:
    written: dict[str, str] = {}
    for row in rows_of("adjectives.tsv"):
        for column in ("de", "fr", "es"):
            for word in filter(None, row[column].split("|")):
                assert written.setdefault(key(word), row["code"]) == row["code"], word


def test_every_adjective_is_of_a_country_and_says_what_the_english_one_says() -> None:
    codes = {row["code"] for row in rows_of("countries.tsv")}
    for word, code in adjectives().items():
        assert code in codes
        assert demonyms().get(word, code) == code, word
