"""What EDTF texts are in the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.captions.days import (
    days_before,
    full_day,
    in_year,
    last_day,
    middle_of,
    next_day,
    weekday_of,
)

DAYS = st.dates(min_value=date(1826, 1, 1), max_value=date(2099, 12, 31))


@given(DAYS, st.integers(min_value=0, max_value=400))
def test_days_before_a_day_are_counted_as_the_calendar_does(day: date, back: int) -> None:
    assert days_before(day.isoformat(), back) == (day - timedelta(days=back)).isoformat()
    assert weekday_of(day.isoformat()) == day.weekday()


@given(DAYS)
def test_a_day_without_its_year_is_itself_in_the_year_it_was(day: date) -> None:
    assert in_year(f"XXXX{day.isoformat()[4:]}", day.year) == day


@given(DAYS, DAYS)
def test_the_next_day_of_a_weekday_is_within_a_year_and_on_that_weekday(
    day: date, after: date
) -> None:
    found = next_day(f"XXXX{day.isoformat()[4:]}", day.weekday(), after)
    if found is not None:
        near = date.fromisoformat(found)
        assert after <= near <= after + timedelta(days=365)
        assert near.weekday() == day.weekday()


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2012-02", date(2012, 2, 29)),
        ("2012", date(2012, 12, 31)),
        ("2012-12-03T10:00:00", date(2012, 12, 3)),
        ("0000", None),
        ("201X", None),
    ],
)
def test_the_last_day_of_a_month_or_a_year(edtf: str, day: date | None) -> None:
    assert last_day(edtf) == day


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2012-02-03", date(2012, 2, 3)),
        ("2012-02", date(2012, 2, 15)),
        ("2012-22", date(2012, 7, 15)),
        ("2012", None),
    ],
)
def test_a_day_amid_a_month_or_a_season(edtf: str, day: date | None) -> None:
    assert middle_of(edtf) == day


@pytest.mark.parametrize("edtf", ["2013-02-29", "2013-02", "XXXX-02-03", "2012-02-03~"])
def test_what_is_no_full_day_is_none(edtf: str) -> None:
    assert full_day(edtf) is None
    assert weekday_of(edtf) is None
