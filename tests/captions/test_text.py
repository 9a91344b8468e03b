"""Cleaning and sentences: what is read, and the way back to what was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.captions.text import LONGEST, MASKED, Span, masked, read_text


def sentences(text: str) -> list[str]:
    read = read_text(text)
    return [read.quote(span) for span in read.sentences]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Norfolk, Va. (Nov. 6, 2006) -- Sailors return. U.S. Navy photo by J. Doe",
            ["Norfolk, Va. (Nov. 6, 2006) -- Sailors return.", "U.S. Navy photo by J. Doe"],
        ),
        (
            "Soldiers land in the U.S. The flight was long.",
            ["Soldiers land in the U.S.", "The flight was long."],
        ),
        (
            "A truck burns on Aug. 27. Marines watch.",
            ["A truck burns on Aug. 27.", "Marines watch."],
        ),
        ("Am 25. August 2023 in Kiew. Es regnet.", ["Am 25. August 2023 in Kiew.", "Es regnet."]),
        ("A street in China.China's men walk.", ["A street in China.", "China's men walk."]),
        (
            "(U.S. Navy photo by Sgt. A. B. Doe/Released)",
            ["(U.S. Navy photo by Sgt. A. B. Doe/Released)"],
        ),
        ("4月16日,在首都。记者 摄", ["4月16日,在首都。", "记者 摄"]),
        ("One\nTwo", ["One", "Two"]),
        ("Sen. Jane Doe, Jr. (D-MI), speaks.", ["Sen. Jane Doe, Jr. (D-MI), speaks."]),
    ],
)
def test_a_dot_ends_a_sentence_only_where_it_ends_no_abbreviation(
    text: str, parts: list[str]
) -> None:
    assert sentences(text) == parts


def test_curly_quotes_dashes_and_control_characters_are_read_as_plain_ones() -> None:
    read = read_text("“Don’t” – \x00\u202eB\u00a0C，١٩٤٥")
    assert read.work == '"Don\'t" -   B C,1945'
    assert read.offsets is None


def test_entities_and_decomposed_letters_lead_back_to_what_was_given() -> None:
    given_text = "im Ma\u0308rz &amp; am 3. M&auml;rz"
    read = read_text(given_text)
    assert read.work == "im März & am 3. März"
    for word in ("März", "&", "3."):
        start = read.work.index(word)
        quote = read.quote(Span(start, start + len(word)))
        assert quote in ("Ma\u0308rz", "&amp;", "3.")


@pytest.mark.parametrize("blank", [" ", "\n", "\u00a0", "\x00", "&nbsp;", " \n"])
def test_of_many_blanks_few_are_read_and_the_words_lead_back(blank: str) -> None:
    given_text = f"A fire{blank * 40_000}in Ma\u0308rz 2016"
    read = read_text(given_text)
    assert len(read.work) < 100
    for word in ("fire", "März", "2016"):
        start = read.work.index(word)
        assert read.quote(Span(start, start + len(word))) in (word, "Ma\u0308rz")


def test_claimed_stretches_are_blotted_out_and_nothing_moves() -> None:
    assert masked("abcdef", [Span(1, 3), Span(2, 4)]) == f"a{MASKED * 3}ef"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_every_stretch_of_any_text_leads_back_to_the_given_text(text: str) -> None:
    read = read_text(text)
    for span in read.sentences:
        given_span = read.given_span(span)
        assert 0 <= given_span.start <= given_span.end <= len(text)
    ends = [0] + [end for span in read.sentences for end in (span.start, span.end)]
    assert ends == sorted(ends)


def test_what_stands_beyond_the_longest_caption_is_not_read() -> None:
    assert len(read_text("x" * (LONGEST + 10)).work) == LONGEST
