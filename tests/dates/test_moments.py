"""Moments are whole microseconds of a calendar without end, and their texts read back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import MAX_MOMENT, MIN_MOMENT, format_moment, parse_moment
from photocat.dates.moments import DAY, day_start, days_in_month, year_month_day
from photocat.errors import BadDate

MOMENTS = st.integers(MIN_MOMENT + 1, MAX_MOMENT - 1)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (0, "0001-01-01T00:00:00"),
        (-1, "0000-12-31T23:59:59.999999"),
        (1, "0001-01-01T00:00:00.000001"),
        (day_start(2016, 4, 1) - 1, "2016-03-31T23:59:59.999999"),
        (day_start(2016, 2, 29), "2016-02-29T00:00:00"),
        (day_start(0, 1, 1), "0000-01-01T00:00:00"),
        (day_start(0, 1, 1) - DAY, "-0001-12-31T00:00:00"),
        (day_start(10_000, 1, 1), "Y10000-01-01T00:00:00"),
        (day_start(-10_000, 1, 1), "Y-10000-01-01T00:00:00"),
    ],
)
def test_a_moment_and_its_text(moment: int, text: str) -> None:
    assert format_moment(moment) == text
    assert parse_moment(text) == moment


@pytest.mark.parametrize("edge", [MIN_MOMENT, MAX_MOMENT])
def test_an_open_bound_has_no_text(edge: int) -> None:
    assert format_moment(edge) is None


@pytest.mark.parametrize(
    "text",
    [
        "2016-03-31",
        "2016-02-30T00:00:00",
        "2016-13-01T00:00:00",
        "2016-03-31T24:00:00",
        "2016-03-31T23:59:59.9",
        "-0000-01-01T00:00:00",
        "Y2016-01-01T00:00:00",
        "Y999999-01-01T00:00:00",
        "..",
    ],
)
def test_no_other_text_is_a_moment(text: str) -> None:
    with pytest.raises(BadDate):
        parse_moment(text)


@given(MOMENTS)
def test_every_moment_reads_back(moment: int) -> None:
    text = format_moment(moment)
    assert text is not None
    assert parse_moment(text) == moment


@given(st.datetimes())
def test_moments_count_as_datetime_does(when: datetime) -> None:
    moment = (when - datetime(1, 1, 1)) // timedelta(microseconds=1)
    assert format_moment(moment) == when.isoformat()
    assert day_start(when.year, when.month, when.day) == moment // DAY * DAY


@given(st.lists(st.datetimes(), min_size=2, max_size=2))
def test_texts_sort_as_their_moments_do(pair: list[datetime]) -> None:
    one, other = (d.isoformat() for d in pair)
    assert (parse_moment(one) < parse_moment(other)) == (one < other)


@given(st.integers(-290_000, 290_000), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_begins(year: int, month: int) -> None:
    last = day_start(year, month, days_in_month(year, month))
    assert year_month_day(last) == (year, month, days_in_month(year, month))
    assert year_month_day(last + DAY) == (year + month // 12, month % 12 + 1, 1)
