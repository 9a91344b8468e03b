"""Every path can be stored, and comes back as it was."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.store.paths import escape, lies_under, unescape

ANY_CHARACTER = st.characters(codec=None) | st.sampled_from("/\0\udc80\udcff\ud800x")


@given(st.text(ANY_CHARACTER))
def test_every_path_comes_back(path: str) -> None:
    assert unescape(escape(path)) == path


@given(st.text(ANY_CHARACTER))
def test_what_is_stored_is_text_that_any_database_takes(path: str) -> None:
    stored = escape(path)
    assert stored.encode().decode() == stored
    assert "\0" not in stored


@given(st.text(ANY_CHARACTER), st.text(ANY_CHARACTER))
def test_two_paths_are_never_stored_alike(one: str, other: str) -> None:
    assert (escape(one) == escape(other)) == (one == other)


@pytest.mark.parametrize(
    ("path", "stored"),
    [
        ("/drop/ap/0001.jpg", "/drop/ap/0001.jpg"),
        ("/drop/Málaga, Ødegård/фото.jpg", "/drop/Málaga, Ødegård/фото.jpg"),
        ("/drop/two\nlines.jpg", "/drop/two\nlines.jpg"),
        (os.fsdecode(b"/drop/caf\xe9.jpg"), "/drop/caf//xE9.jpg"),
        (os.fsdecode(b"/drop/\xe9.jpg"), "/drop///xE9.jpg"),
        ("/drop/\ud800.jpg", "/drop///uD800.jpg"),
        ("//server/share", "///x2Fserver/share"),
        ("/drop//xE9.jpg", "/drop///x2FxE9.jpg"),
    ],
)
def test_only_what_no_database_takes_is_written_otherwise(path: str, stored: str) -> None:
    assert escape(path) == stored


@pytest.mark.parametrize(
    ("path", "prefixes", "under"),
    [
        ("/drop/ap/1.jpg", ["/drop"], True),
        ("/drop/ap/1.jpg", ["/drop/"], True),
        ("/drop/ap/1.jpg", ["/"], True),
        ("/drop/ap/1.jpg", ["/drop/ap/1.jpg"], True),
        ("/drop/ap/1.jpg", ["/drop/a"], False),
        ("/drop/ap/1.jpg", ["/drop/afp", "/drop/ap"], True),
        ("/drop/ap/1.jpg", [], False),
    ],
)
def test_a_folder_holds_what_lies_in_it(path: str, prefixes: list[str], under: bool) -> None:
    assert lies_under(prefixes)(path) is under
