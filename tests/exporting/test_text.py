"""Words that act somewhere act nowhere, and none of them is lost."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from photocat.exporting.text import from_cell, from_list_cell, safe, to_cell, to_json, to_list_cell

# What escapes, guards and separators are made of comes often; lone surrogates come too.
TRICKY = st.sampled_from(list("\\xuU0123def'=+-@;\t\r\n \u202e\x1b\x9b\x00\uff1d\udce9\U000e0041"))
TEXTS = st.text(TRICKY | st.characters(exclude_categories=[]))

FORMULA = re.compile(r"[\s\x00]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


@given(TEXTS)
@example("\\x3d")
@example("'=1")
@example("''+1")
@example("\\\\u202e")
@example("; =1+1;\t-2\n@3")
def test_a_cell_gives_the_very_text_again(text: str) -> None:
    assert from_cell(to_cell(text)) == text


@given(st.lists(TEXTS.filter(bool)))
@example([";", "; ", " ;", "a; =b"])
def test_a_cell_gives_the_very_list_again(texts: list[str]) -> None:
    assert from_list_cell(to_list_cell(texts)) == texts


@given(TEXTS)
def test_no_cell_is_a_formula_wherever_a_spreadsheet_ends_it(text: str) -> None:
    cell = to_cell(text)

    assert not FORMULA.match(cell)
    assert not any(FORMULA.match(part) for part in re.split("[;\t\r\n]", cell)[1:])
    assert not cell.startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize(
    "text",
    ["an ordinary caption", "'t Hooft", "C:\\photos\\new", "a – b; c", "two\nlines", "12-15 May"],
)
def test_ordinary_words_stand_as_they_are(text: str) -> None:
    assert to_cell(text) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("- of the jets", "'- of the jets"),
        ("'=1", "''=1"),
        ("a;=1", "a;\\x3d1"),
        ("list:\n- one", "list:\n\\x2d one"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\\x1b", "\\x5cx1b"),
        ("gpj\u202e", "gpj\\u202e"),
    ],
)
def test_what_would_act_is_shown(text: str, cell: str) -> None:
    assert to_cell(text) == cell


@given(TEXTS)
def test_nothing_in_json_or_a_cell_moves_a_cursor_or_turns_words_round(text: str) -> None:
    written = to_json({"caption": text}, indent=2)
    cell = to_cell(text)

    assert safe(written.replace("\n", "")) == written.replace("\n", "")
    assert json.loads(written.encode()) == {"caption": text}
    left = re.sub("\r?\n|\t", "", cell)
    assert safe(left) == left
