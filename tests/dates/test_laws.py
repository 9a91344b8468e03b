"""Laws that hold for every EDTF there is."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from photocat.dates import MAX_MOMENT, MIN_MOMENT, Edtf
from photocat.errors import BadDate

# --- dates of every kind --------------------------------------------------------------------------

QUALIFIERS = st.sampled_from(["", "", "", "?", "~", "%"])
YEARS = st.integers(0, 9999).map(lambda year: f"{year:04}")
DAYS = st.dates().map(date.isoformat)
MONTHS = DAYS.map(lambda day: day[:7])
SEASONS = st.tuples(YEARS, st.integers(21, 41)).map(lambda parts: f"{parts[0]}-{parts[1]}")
OFFSETS = st.sampled_from(["", "", "Z", "+02:00", "-09:30", "+00:00", "+14"])
TIMES = st.builds(
    lambda when, length, offset: when.isoformat(timespec="microseconds")[:length] + offset,
    st.datetimes(),
    st.sampled_from([13, 16, 19, 21, 23, 26]),
    OFFSETS,
)
COUNTED = st.one_of(
    st.integers(10_000, 10**18 - 1).map(lambda year: f"Y{year}"),
    st.tuples(st.integers(-999, -1), st.integers(0, 99)).map(lambda p: f"Y{p[0]}E{p[1]}"),
    st.tuples(YEARS, st.integers(1, 4)).map(lambda p: f"{p[0]}S{p[1]}"),
    st.integers(0, 999).map(lambda decade: f"{decade:03}"),
)


@st.composite
def masks(draw: st.DrawFn) -> str:
    """A day, a month or a year of which any digits are unknown."""
    text = draw(DAYS)[: draw(st.sampled_from([4, 7, 10]))]
    unknown = draw(st.sets(st.sampled_from([n for n, c in enumerate(text) if c != "-"])))
    return "".join("X" if n in unknown else c for n, c in enumerate(text))


SINGLE = st.one_of(
    st.tuples(st.one_of(YEARS, MONTHS, DAYS, SEASONS, masks()), QUALIFIERS).map("".join),
    st.tuples(st.sampled_from("?~%"), DAYS).map("".join),
    YEARS.filter(lambda year: year != "0000").map("-{}".format),
    TIMES,
    COUNTED,
)


def in_order(ends: tuple[str, str]) -> bool:
    return Edtf.parse(ends[0]).earliest <= Edtf.parse(ends[1]).latest


INTERVALS = st.one_of(
    st.tuples(SINGLE, SINGLE).filter(in_order).map("/".join),
    st.tuples(SINGLE, st.sampled_from(["/..", "/"])).map("".join),
    st.tuples(st.sampled_from(["../", "/"]), SINGLE).map("".join),
)
SETS = st.builds(
    lambda brackets, members: f"{brackets[0]}{','.join(members)}{brackets[1]}",
    st.sampled_from(["[]", "{}"]),
    st.lists(
        SINGLE | st.tuples(SINGLE, SINGLE).filter(in_order).map("..".join), min_size=1, max_size=4
    ),
)
DATES = st.one_of(SINGLE, INTERVALS, SETS)

# --- their laws -----------------------------------------------------------------------------------


@given(DATES)
def test_canonical_text_reads_back_as_the_same_value(text: str) -> None:
    parsed = Edtf.parse(text)
    assert Edtf.parse(parsed.text) == parsed


@given(DATES)
def test_bounds_are_in_order_and_fit_64_bits(text: str) -> None:
    parsed = Edtf.parse(text)
    assert MIN_MOMENT <= parsed.earliest <= parsed.latest <= MAX_MOMENT


@given(DATES)
def test_every_date_overlaps_itself_and_time_without_end(text: str) -> None:
    parsed = Edtf.parse(text)
    assert parsed.overlaps(parsed)
    assert parsed.within(Edtf.parse("../.."))


@given(DATES, DATES)
def test_overlap_is_symmetric_and_follows_from_within(one: str, other: str) -> None:
    first, second = Edtf.parse(one), Edtf.parse(other)
    assert first.overlaps(second) == second.overlaps(first)
    assert first.overlaps(second) or not first.within(second)


@given(DATES, DATES)
def test_bounds_never_hide_an_overlap(one: str, other: str) -> None:
    first, second = Edtf.parse(one), Edtf.parse(other)
    apart = first.latest < second.earliest or second.latest < first.earliest
    assert not (apart and first.overlaps(second))


@given(SINGLE, SINGLE)
def test_the_bounds_of_an_interval_are_those_of_its_ends(one: str, other: str) -> None:
    assume(not (one.startswith("XXXX-") and other.startswith("XXXX-")))
    start, end = Edtf.parse(one), Edtf.parse(other)
    if start.earliest > end.latest:
        with pytest.raises(BadDate, match="ends before it begins"):
            Edtf.parse(f"{one}/{other}")
    else:
        interval = Edtf.parse(f"{one}/{other}")
        assert (interval.earliest, interval.latest) == (start.earliest, end.latest)
    assert Edtf.parse(f"{one}/..").earliest == start.earliest
    assert Edtf.parse(f"../{other}").latest == end.latest


@given(st.datetimes(), st.sampled_from([4, 7, 10, 13, 16, 19, 21, 24, 26]))
def test_a_coarser_date_contains_every_finer_one(when: datetime, length: int) -> None:
    finest = when.isoformat(timespec="microseconds")
    coarse, fine = Edtf.parse(finest[:length]), Edtf.parse(finest)
    assert fine.within(coarse)
    assert coarse.latest - coarse.earliest >= fine.latest - fine.earliest


@given(st.dates(), st.data())
def test_knowing_a_digit_more_never_leaves_the_mask(day: date, data: st.DataObject) -> None:
    text = day.isoformat()
    places = [n for n, c in enumerate(text) if c != "-"]
    unknown = data.draw(st.sets(st.sampled_from(places)))
    fewer = data.draw(st.sets(st.sampled_from(sorted(unknown)))) if unknown else set()
    coarse, fine = (
        Edtf.parse("".join("X" if n in hidden else c for n, c in enumerate(text)))
        for hidden in (unknown, fewer)
    )
    assert coarse.earliest <= fine.earliest <= fine.latest <= coarse.latest
    assert fine.within(coarse)


@given(DAYS)
def test_a_day_is_never_more_than_was_said(text: str) -> None:
    for length in (4, 7):
        assert Edtf.parse(text[:length]).text == text[:length]
        assert Edtf.parse(text[:length]).precision == {4: "year", 7: "month"}[length]


@given(st.text(alphabet="0123456789-XYES?~%/.,[]{}T:Z+ ", max_size=40))
@example("٢٠١٦-٠٣")
def test_any_text_is_a_date_or_a_bad_date(text: str) -> None:
    with suppress(BadDate):
        parsed = Edtf.parse(text)
        assert Edtf.parse(parsed.text) == parsed
