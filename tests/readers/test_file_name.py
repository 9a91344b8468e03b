"""Dates in file names: what a name says, and the many that say nothing."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.fields import FIELD
from photocat.readers import read_file_name
from photocat.readers.name_forms import NAME_FORMS, PLAIN, SILENT, WEAK
from photocat.records import Note, Statement

EXAMPLES = [(form.rule, *example) for form in NAME_FORMS for example in form.examples]


def stated(name: str) -> Statement:
    (statement,), notes = read_file_name(name)
    assert not notes
    return statement


@pytest.mark.parametrize(("rule", "name", "edtf"), EXAMPLES)
def test_the_examples_of_the_forms(rule: str, name: str, edtf: str) -> None:
    statement = stated(name)

    assert (statement.evidence.rule, statement.text) == (rule, edtf)


@pytest.mark.parametrize("name", SILENT)
def test_what_may_be_something_else_says_nothing(name: str) -> None:
    assert read_file_name(name) == ((), ())


def test_a_name_speaks_for_its_file_and_quotes_what_it_was_read_from() -> None:
    statement = stated("/drop/2016-03-12/IMG_20160312_101500.jpg")

    assert (statement.field, statement.scope) == ("date_created", "file")
    assert statement.evidence.origin == "file name[4:19]"
    assert statement.evidence.quote == "20160312_101500"
    assert statement.evidence.span == (4, 19)


@pytest.mark.parametrize(("rule", "name", "edtf"), EXAMPLES)
def test_the_quote_stands_where_the_span_says(rule: str, name: str, edtf: str) -> None:
    evidence = stated(name).evidence
    assert evidence.span is not None

    assert name[slice(*evidence.span)] == evidence.quote


def test_folders_say_nothing() -> None:
    assert read_file_name("/archive/2016-03-12 Latakia/DSC_0001.jpg") == ((), ())


def test_a_name_stands_behind_every_tag() -> None:
    assert stated("2016-03-12.jpg").rank == len(FIELD["date_created"].carriers) - 1
    assert {form.confidence for form in NAME_FORMS} == {PLAIN, WEAK}


def test_a_clock_that_was_never_set_and_the_future_are_notes() -> None:
    today = date(2016, 3, 12)

    assert read_file_name("IMG_20000101_000000.jpg", today) == (
        (),
        (
            Note(
                "date-refused",
                "file name[4:19] '20000101_000000': 2000-01-01T00:00:00 is "
                "the factory setting of many cameras",
            ),
        ),
    )
    (_, [note]) = read_file_name("20160314_101500.jpg", today)
    assert note.detail.endswith("2016-03-14T10:15:00 lies after 2016-03-12")
    assert read_file_name("20160313_101500.jpg", today)[0]
    assert read_file_name("2016-03-14 Latakia.jpg", today)[0] == ()


def test_a_bound_of_the_future_is_refused_too() -> None:
    statements, notes = read_file_name("IMG-20160314-WA0001.jpg", date(2016, 3, 12))

    assert (statements, [note.code for note in notes]) == ((), ["date-refused"])


@pytest.mark.parametrize(
    ("form", "edtf"),
    [
        ("IMG_%Y%m%d_%H%M%S.jpg", "%Y-%m-%dT%H:%M:%S"),
        ("Screen Shot %Y-%m-%d at %I.%M.%S %p.png", "%Y-%m-%dT%H:%M:%S"),
        ("IMG-%Y%m%d-WA0012.jpg", "[..%Y-%m-%d]"),
        ("AP_%y%j374837164.jpg", "[..%Y-%m-%d]"),
        ("%y%m%d-N-AB123-001.jpg", "%Y-%m-%d"),
        ("%Y-%m-%d Latakia.jpg", "%Y-%m-%d"),
        ("%Y Berlin 3.jpg", "%Y"),
    ],
)
@given(when=st.datetimes(datetime(2015, 1, 1), datetime(2035, 12, 31)))
def test_a_name_states_what_its_figures_do_and_no_more(
    form: str, edtf: str, when: datetime
) -> None:
    assert stated(when.strftime(form)).text == when.strftime(edtf)


@given(st.text(max_size=300))
def test_any_name_can_be_read(name: str) -> None:
    read_file_name(name, date(2026, 1, 1))
