"""Positions follow dates and hold exactly what they say; cells hold their dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import MAX_MOMENT, MIN_MOMENT, Edtf
from photocat.store.positions import (
    DAY,
    MINUTE,
    PHOTO,
    UNDATED,
    alike,
    are_told,
    cell,
    cells_over,
    first_position,
    last_position,
    position,
)

EDGES = [MIN_MOMENT, MAX_MOMENT, 0] + [
    edge
    for text in ("2015", "2016-03", "2016-03-12", "201X", "9999", "-0044", "Y12016")
    for date in [Edtf.parse(text)]
    for edge in (date.earliest, date.latest, date.latest + 1)
]
moments = st.builds(
    lambda edge, days, more: max(MIN_MOMENT, min(MAX_MOMENT, edge + days * DAY + more)),
    st.sampled_from(EDGES),
    st.integers(-1, 1) | st.integers(-40_000, 40_000),
    st.sampled_from([-1, 0, 0, 0, 1, MINUTE, MINUTE - 1, 61 * MINUTE]),
)
dates = st.tuples(moments, moments).map(lambda pair: (min(pair), max(pair)))
photos = st.integers(1, PHOTO)


@given(one=dates, other=dates, photo=photos, another=photos)
def test_positions_follow_the_first_moment_then_the_last(
    one: tuple[int, int], other: tuple[int, int], photo: int, another: int
) -> None:
    first, second = sorted([one, other])
    before, after = position(*first), position(*second)
    assert before <= after <= UNDATED == position(None, None)
    if before == after and first != second:
        assert alike(before | photo) == alike(after | another) != (before | photo, before | photo)


@given(date=dates, first=moments, past=st.sampled_from([-MINUTE, -59, -1, 0, 1, 59, MINUTE]))
def test_only_whole_minutes_are_told(date: tuple[int, int], first: int, past: int) -> None:
    """As the law below says, of dates that begin close to the end of what is asked for."""
    last = min(MAX_MOMENT, date[0] + past)
    between = first_position(first) <= position(*date) <= last_position(last)
    assert between == (first <= date[0] <= last) or not are_told(first, last)


@given(date=dates, asked=dates, photo=photos)
def test_the_dates_that_begin_between_two_moments_stand_between_two_positions(
    date: tuple[int, int], asked: tuple[int, int], photo: int
) -> None:
    between = first_position(asked[0]) <= position(*date) | photo <= last_position(asked[1])
    if asked[0] <= date[0] <= asked[1]:
        assert between
    elif are_told(*asked):
        assert not between


@given(date=dates, moment=moments)
def test_a_date_that_goes_on_over_a_moment_has_one_of_its_cells(
    date: tuple[int, int], moment: int
) -> None:
    if date[0] < moment <= date[1]:
        assert cell(*date) in cells_over(moment)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-03-12T10:31", "2016-03-12"),
        ("2016-03-12", "2016-03-12"),
        ("2016-03-12/2016-03-13", "2016-03"),
        ("2016-03", "2016-03"),
        ("2016-21", "2016"),
        ("2015/2016", "201x"),
        ("199X", "199x"),
        ("1999/2000", "ever"),
        ("19XX", "19xx"),
        ("2016/..", "ever"),
        ("-0044", "ever"),
    ],
)
def test_the_cell_of_a_date_is_the_smallest_that_holds_it(text: str, expected: str) -> None:
    date = Edtf.parse(text)
    assert cell(date.earliest, date.latest) == expected


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("2016-03-12T10", ["2016-03-12", "2016-03", "2016", "201x", "20xx", "ever"]),
        ("2016-03-12", ["2016-03", "2016", "201x", "20xx", "ever"]),
        ("2016-03", ["2016", "201x", "20xx", "ever"]),
        ("2016", ["201x", "20xx", "ever"]),
        ("2010", ["20xx", "ever"]),
        ("2000", ["ever"]),
    ],
)
def test_few_cells_go_on_over_the_beginning_of_a_date(text: str, cells: list[str]) -> None:
    assert cells_over(Edtf.parse(text).earliest) == cells


@pytest.mark.parametrize("text", ["2016-03-12", "2016-03", "2016", "201X"])
def test_whole_days_months_years_and_decades_of_one_position_are_the_same(text: str) -> None:
    date = Edtf.parse(text)
    here = position(date.earliest, date.latest) | 7
    assert alike(here) == (here, here)
