"""The words that the index was told can be told again, exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.errors import CatalogDamaged
from photocat.store.packed_words import pack_words, unpack_words

COLUMN = st.text(st.characters(codec="utf-8", exclude_characters="\n"))


@given(st.tuples(COLUMN, COLUMN, COLUMN))
def test_words_come_back_as_they_were_packed(words: tuple[str, str, str]) -> None:
    assert unpack_words(pack_words(words)) == words


def test_words_packed_once_can_be_read_for_ever() -> None:
    """By the text that they are packed with: it stands in every catalog."""
    packed = bytes.fromhex(
        "78bb769a22e503793823b300c8e202324b128b4a4a8ba11ce44489124a8920e500e08218da"
    )
    assert unpack_words(packed) == ("¶ ship ¶", "¶ tartus ¶", "¶ has=caption ¶ supplier==ap ¶")


@pytest.mark.parametrize("data", [b"", b"x", pack_words(("ship", "", ""))[:-1]])
def test_words_that_are_damaged_are_refused_with_the_remedy(data: bytes) -> None:
    with pytest.raises(CatalogDamaged, match="check --repair"):
        unpack_words(data)
