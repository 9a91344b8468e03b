"""Patterns full of names find what they would find if they were compiled at once."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from photocat.captions.credit_forms import CREDITS
from photocat.captions.credit_hints import HINTS, may_hold
from photocat.captions.credit_patterns import Named, loosened
from photocat.captions.credit_words import ALIASES
from photocat.captions.text import read_text

PATTERN = rf"\w+/(?:{ALIASES})(?!{ALIASES})\W*$"
STYLES = Path(__file__).with_name("styles.tsv").read_text(encoding="utf-8").splitlines()
TEXTS = ["Jane Doe/AFP", "Jane Doe/Somebody", "nothing of the kind", "Jane Doe/AFPReuters", ""]


@pytest.mark.parametrize("text", TEXTS)
def test_a_pattern_finds_what_it_would_find_at_once(text: str) -> None:
    named, plain = Named(PATTERN), re.compile(PATTERN)

    assert [m[0] for m in named.finditer(text)] == [m[0] for m in plain.finditer(text)]
    assert (named.search(text) is None) == (plain.search(text) is None)
    assert (named.fullmatch(text) is None) == (plain.fullmatch(text) is None)


def test_it_finds_the_same_after_many_texts() -> None:
    named = Named(PATTERN)
    for number in range(600):
        assert named.search(f"text {number}") is None

    assert named.search("Jane Doe/AFP") is not None


@pytest.mark.parametrize("form", CREDITS, ids=lambda form: form.name)
def test_no_form_keeps_a_name_in_its_looser_pattern(form) -> None:
    loose = loosened(form.pattern._pattern)

    assert "\0" not in loose
    assert ALIASES not in loose
    re.compile(loose)


def test_no_form_is_passed_over_where_it_would_find_a_credit() -> None:
    for row in csv.DictReader(STYLES, delimiter="\t", quoting=csv.QUOTE_NONE):
        work = read_text(row["caption"]).work
        fitting = {form.name for form in CREDITS if form.pattern.search(work)}
        unhinted = {name for name in fitting if not may_hold(name, " ".join(work.lower().split()))}
        assert not unhinted, work


def test_every_form_has_its_hints() -> None:
    assert set(HINTS) == {form.name for form in CREDITS}
