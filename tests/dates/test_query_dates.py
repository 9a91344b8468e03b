"""What people type into a search, and the date it stands for."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import Edtf, format_moment, parse_query_date
from photocat.errors import BadDate

TODAY = date(2024, 3, 31)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # EDTF
        ("2016-03", "2016-03"),
        (" 2016-03 ", "2016-03"),
        ("2016-03~", "2016-03~"),
        ("201x", "201X"),
        ("xxxx-12-13", "XXXX-12-13"),
        ("2016-03-05t10:00z", "2016-03-05T10:00Z"),
        ("2015/2016", "2015/2016"),
        ("2016-21", "2016-21"),
        ("[2015,2016]", "[2015,2016]"),
        ("[2012..2014,2016]", "[2012..2014,2016]"),
        ("-0044", "-0044"),
        ("-2016", "-2016"),
        # without the zeros
        ("2016-3", "2016-03"),
        ("2016-3-5", "2016-03-05"),
        # ranges
        ("2015..2016", "2015/2016"),
        ("2016-3..2016-05-02", "2016-03/2016-05-02"),
        ("2015 .. 2016", "2015/2016"),
        ("..2016", "../2016"),
        ("2016-03..", "2016-03/.."),
        ("201x..", "201X/.."),
        # days and months of any year
        ("12-13", "XXXX-12-13"),
        ("--12-13", "XXXX-12-13"),
        ("2-9", "XXXX-02-09"),
        ("--12", "XXXX-12"),
        ("12-24..01-06", "XXXX-12-24/XXXX-01-06"),
        # relative
        ("today", "2024-03-31"),
        ("Yesterday..", "2024-03-30/.."),
        ("-2w", "2024-03-17"),
        ("-2w..", "2024-03-17/.."),
        ("-2W..-1w", "2024-03-17/2024-03-24"),
        ("-1m..today", "2024-02-29/2024-03-31"),
        ("-13m", "2023-02-28"),
        ("-1y", "2023-03-31"),
        ("-0d", "2024-03-31"),
        ("..-10y", "../2014-03-31"),
    ],
)
def test_what_is_typed_and_what_is_meant(typed: str, meant: str) -> None:
    assert parse_query_date(typed, TODAY) == Edtf.parse(meant)


def test_a_year_after_29_february_is_28_february() -> None:
    assert parse_query_date("-1y", date(2024, 2, 29)).text == "2023-02-28"


def test_both_ends_of_a_range_are_included_whole() -> None:
    asked = parse_query_date("2015-06..2016")
    assert format_moment(asked.earliest) == "2015-06-01T00:00:00"
    assert format_moment(asked.latest) == "2016-12-31T23:59:59.999999"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "blank"),
        ("..", "first or a last date"),
        (" .. ", "first or a last date"),
        ("2016-13", "no month or season 13, at position 6"),
        ("2016-02-30", "no day 30, at position 9"),
        ("2016-2-30", "2016-02-30: 2016-02 has no day 30"),
        ("2015..2016-13", "2016-13: there is no month or season 13"),
        ("2017..2016", "ends before it begins"),
        ("2015...2016", ".2016"),
        ("12-32", "no day fits"),
        ("02-30", "no day fits"),
        ("12-13..", "at both ends or at neither"),
        ("2016..12-13", "at both ends or at neither"),
        ("-9999y", "before the year 1"),
        ("-2025y..", "before the year 1"),
        ("last week", "not EDTF"),
        ("2016..2017..2018", "not EDTF"),
    ],
)
def test_what_is_no_date_is_refused_as_it_was_typed(typed: str, reason: str) -> None:
    with pytest.raises(BadDate) as caught:
        parse_query_date(typed, TODAY)
    assert caught.value.text == typed.strip()
    assert reason in caught.value.reason


@pytest.mark.parametrize("typed", ["-2w..", "today", "..yesterday"])
def test_a_relative_date_needs_to_be_told_what_day_it_is(typed: str) -> None:
    with pytest.raises(BadDate, match="what day it is"):
        parse_query_date(typed)


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_edtf_is_taken_as_it_stands(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    assert parse_query_date(text) == Edtf.parse(text)


@given(st.text(alphabet="0123456789-./xXdwmy todaY[],", max_size=30))
def test_whatever_is_typed_is_a_date_or_a_bad_date(typed: str) -> None:
    with suppress(BadDate):
        assert isinstance(parse_query_date(typed, TODAY), Edtf)
