"""What may have been then, and what certainly was: whole dates, dates with gaps, a plain twin."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, reduce
from operator import and_, or_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import Edtf


def may(one: str, other: str) -> bool:
    first, second = Edtf.parse(one), Edtf.parse(other)
    assert first.overlaps(second) == second.overlaps(first)
    return first.overlaps(second)


def certainly(one: str, other: str) -> bool:
    first, second = Edtf.parse(one), Edtf.parse(other)
    assert first.overlaps(second) or not first.within(second)
    return first.within(second)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "within"),
    [
        ("2016-03", "2016", True, True),
        ("2016", "2016-03", True, False),
        ("2016-03", "2016-03", True, True),
        ("2016-03-31T23:59:59.999999", "2016-03", True, True),
        ("2016-04-01T00:00:00", "2016-03", False, False),
        ("2016-03-31T23:00:00-07:00", "2016-03", True, True),
        ("201X", "2016", True, False),
        ("2015-24", "2016", True, False),
        ("2015/..", "2016", True, False),
        ("2015/..", "2014/..", True, True),
        ("2015/", "2014/..", True, True),
        ("../2014", "2015", False, False),
        ("../..", "2016", True, False),
        ("2016", "../..", True, True),
        ("2016-03?", "2016", True, True),
        # A day of any year.
        ("2016-12-13", "XXXX-12-13", True, True),
        ("2016-12-13T10:00", "XXXX-12-13", True, True),
        ("2016-12-13/2016-12-14", "XXXX-12-13", True, False),
        ("2016-12", "XXXX-12-13", True, False),
        ("2016", "XXXX-12-13", True, False),
        ("2016-11", "XXXX-12-13", False, False),
        ("2016-12-14/2017-12-12", "XXXX-12-13", False, False),
        ("../2016", "XXXX-12-13", True, False),
        ("../-0001", "XXXX-12-13", False, False),
        ("Y20000", "XXXX-12-13", False, False),
        ("XXXX-12-13", "2016", True, False),
        ("XXXX-12-13", "XXXX-12", True, True),
        ("XXXX-12-13", "XXXX-12-13", True, True),
        ("XXXX-12-13", "XXXX", True, True),
        ("XXXX-12", "XXXX-12-13", True, False),
        ("XXXX-12-13", "XXXX-12-14", False, False),
        ("201X-12-13", "XXXX-12-13", True, True),
        ("201X-12-13", "20XX-XX-13", True, True),
        ("201X-12-13", "202X-12-13", False, False),
        ("-1985-12-13", "XXXX-12-13", False, False),
        ("-1985-12-13", "-XXXX-12-13", True, True),
        ("-19XX-12-13", "19XX-12-13", False, False),
        # 29 February comes in leap years only.
        ("XXXX-02-29", "2015", False, False),
        ("XXXX-02-29", "2016", True, False),
        ("201X-02-29", "XXX2-02-29", True, False),
        ("201X-02-29", "XX1X-02", True, True),
        ("201X-02-29", "XXX4-02", False, False),
        # Days of any year, over the New Year.
        ("2016-12-31", "XXXX-12-28/XXXX-01-03", True, True),
        ("2016-12-31/2017-01-01", "XXXX-12-28/XXXX-01-03", True, True),
        ("2016-06", "XXXX-12-28/XXXX-01-03", False, False),
        ("2016-12-15", "[XXXX-12-13..XXXX-12-20]", True, True),
        # Sets: their members, not what lies between.
        ("1700", "[1667,1760-12]", False, False),
        ("1760-12-24", "[1667,1760-12]", True, True),
        ("1667-06/1668-06", "[1667,1668]", True, True),
        ("1667-06/1668-06", "[1667,1669]", True, False),
        ("[1667,1760-12]", "1667", True, False),
        ("[1667,1760-12]", "1667/1760", True, True),
        ("[1667,1760-12]", "[1667,1760,1800]", True, True),
        ("{1960,1961-12}", "[1960..1961]", True, True),
        ("[2016-04-03,2016-03-04]", "2016-03", True, False),
        ("1671", "[1667,1670..1672]", True, True),
        ("1500", "[..1600,1700]", True, True),
        ("1560-03-25", "1560-XX-25", True, True),
        ("1560-03-26/1560-04-24", "1560-XX-25", False, False),
    ],
)
def test_may_and_certainly(one: str, other: str, overlaps: bool, within: bool) -> None:
    assert (may(one, other), certainly(one, other)) == (overlaps, within)


# --- the plain twin: the days from 2000 to 2009, told apart by their digits -----------------------

DAYS = [(date(2000, 1, 1) + timedelta(days=n)).isoformat() for n in range(3653)]
HAVING = {
    (place, digit): sum(1 << n for n, day in enumerate(DAYS) if day[place] == digit)
    for place in range(10)
    for digit in "-0123456789"
}


@cache
def days_of(text: str) -> int:
    """One bit for each day that a text without times allows."""
    if text[0] in "[{":
        return reduce(or_, map(days_of, text[1:-1].split(",")))
    if "/" in text or ".." in text:
        first, last = (days_of(end) for end in re.split(r"/|\.\.", text))
        return (1 << last.bit_length()) - (first & -first)
    known = (HAVING[place, digit] for place, digit in enumerate(text) if digit != "X")
    return reduce(and_, known, (1 << len(DAYS)) - 1)


YEARS = st.sampled_from(["200X", *(f"{year}" for year in range(2000, 2010))])
MONTHS = st.sampled_from(["XX", "0X", "1X", "X1", "X2", "01", "02", "03", "04", "11", "12"])
DAY_DIGITS = st.sampled_from(
    ["XX", "0X", "2X", "3X", "X1", "X9", "01", "13", "28", "29", "30", "31"]
)
SINGLE = st.one_of(
    YEARS,
    st.tuples(YEARS, MONTHS).map("-".join),
    st.tuples(YEARS, MONTHS, DAY_DIGITS).map("-".join),
).filter(days_of)
ORDERED = st.tuples(SINGLE, SINGLE).filter(
    lambda ends: days_of(ends[0]) & -days_of(ends[0]) <= days_of(ends[1])
)
MEMBERS = st.lists(SINGLE | ORDERED.map("..".join), min_size=1, max_size=4)
DATES = st.one_of(
    SINGLE,
    ORDERED.map("/".join),
    MEMBERS.map(lambda members: f"[{','.join(members)}]"),
)


@given(DATES, DATES)
def test_overlap_agrees_with_comparing_day_by_day(one: str, other: str) -> None:
    assert may(one, other) == bool(days_of(one) & days_of(other))


@given(DATES, SINGLE)
def test_within_one_date_agrees_with_comparing_day_by_day(one: str, other: str) -> None:
    assert certainly(one, other) == (not days_of(one) & ~days_of(other))


@given(DATES, DATES)
def test_what_is_called_certain_is_certain(one: str, other: str) -> None:
    if certainly(one, other):
        assert not days_of(one) & ~days_of(other)


@given(DATES)
def test_bounds_are_the_first_and_the_last_day(text: str) -> None:
    bits = days_of(text)
    first, last = DAYS[(bits & -bits).bit_length() - 1], DAYS[bits.bit_length() - 1]
    assert Edtf.parse(text).earliest == Edtf.parse(first).earliest
    assert Edtf.parse(text).latest == Edtf.parse(last).latest
