"""Folding and splitting: what the index, the query and the slow twin must agree on."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.words import fold, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # punctuation splits, letters and digits stay together
        ("Su-25 over the air base.", ["su", "25", "over", "the", "air", "base"]),
        ("RFE/RL", ["rfe", "rl"]),
        ("snake_case", ["snake", "case"]),
        # accents and case go
        ("Soúda Bay", ["souda", "bay"]),
        ("Москва и Ёлка", ["москва", "и", "елка"]),
        ("Straße", ["strasse"]),
        # Arabic spelling variants meet, vowel marks and tatweel go
        ("القاعدة", ["القاعده"]),
        ("أحمد", ["احمد"]),
        ("حمـيميم", ["حميميم"]),
        # scripts without spaces: each character is a word
        ("空军基地", ["空", "军", "基", "地"]),
        ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
        # compatibility forms
        ("ﬁre №5", ["fire", "no5"]),
        ("１２３", ["123"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_text_becomes_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_are_found_again_in_their_own_spelling(text: str) -> None:
    found = words(text)

    assert words(" ".join(found)) == found


@given(st.text())
def test_composed_and_decomposed_text_have_the_same_words(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)

    assert words(composed) == words(decomposed)
