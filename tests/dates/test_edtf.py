"""What EDTF texts mean: the features of the specification, level by level.

Library of Congress, Extended Date/Time Format, 4 February 2019.
"""

from __future__ import annotations

import pickle

import pytest

from photocat.dates import MAX_MOMENT, MIN_MOMENT, Edtf, format_moment


def day_bounds(date: Edtf) -> tuple[str | None, str | None]:
    """The bounds as days, checked to be the first and the last microsecond of them."""
    first, last = format_moment(date.earliest), format_moment(date.latest)
    assert first is None or first.endswith("T00:00:00")
    assert last is None or last.endswith("T23:59:59.999999")
    return first and first[:-9], last and last[:-16]


# --- level 0 --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1985-04-12", "1985-04-12", "1985-04-12", "day"),
        ("1985-04", "1985-04-01", "1985-04-30", "month"),
        ("1985", "1985-01-01", "1985-12-31", "year"),
        ("2000-02-29", "2000-02-29", "2000-02-29", "day"),
        ("2000-02", "2000-02-01", "2000-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2016-12", "2016-12-01", "2016-12-31", "month"),
        ("0000", "0000-01-01", "0000-12-31", "year"),
        ("0000-02-29", "0000-02-29", "0000-02-29", "day"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
        ("1964/2008", "1964-01-01", "2008-12-31", "interval"),
        ("2004-06/2006-08", "2004-06-01", "2006-08-31", "interval"),
        ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "interval"),
        ("2004-02-01/2005-02", "2004-02-01", "2005-02-28", "interval"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31", "interval"),
        ("2005/2006-02", "2005-01-01", "2006-02-28", "interval"),
        ("2016-03/2016-03-05", "2016-03-01", "2016-03-05", "interval"),
        ("2016-03-05/2016", "2016-03-05", "2016-12-31", "interval"),
        # --- level 1
        ("Y20001", "Y20001-01-01", "Y20001-12-31", "year"),
        ("Y-20001", "Y-20001-01-01", "Y-20001-12-31", "year"),
        ("2001-21", "2001-03-01", "2001-05-31", "season"),
        ("2001-22", "2001-06-01", "2001-08-31", "season"),
        ("2001-23", "2001-09-01", "2001-11-30", "season"),
        ("2001-24", "2001-12-01", "2002-02-28", "season"),
        ("2003-24", "2003-12-01", "2004-02-29", "season"),
        ("1984?", "1984-01-01", "1984-12-31", "year"),
        ("2004-06~", "2004-06-01", "2004-06-30", "month"),
        ("2004-06-11%", "2004-06-11", "2004-06-11", "day"),
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("2XXX", "2000-01-01", "2999-12-31", "millennium"),
        ("XXXX", "0000-01-01", "9999-12-31", "millennium"),
        ("2004-XX", "2004-01-01", "2004-12-31", "year"),
        ("1985-04-XX", "1985-04-01", "1985-04-30", "month"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31", "year"),
        ("1985-04-12/..", "1985-04-12", None, "interval"),
        ("1985-04/..", "1985-04-01", None, "interval"),
        ("1985/..", "1985-01-01", None, "interval"),
        ("../1985-04-12", None, "1985-04-12", "interval"),
        ("../1985", None, "1985-12-31", "interval"),
        ("1985-04-12/", "1985-04-12", None, "interval"),
        ("1985/", "1985-01-01", None, "interval"),
        ("/1985-04-12", None, "1985-04-12", "interval"),
        ("/1985-04", None, "1985-04-30", "interval"),
        ("../..", None, None, "interval"),
        ("-1985", "-1985-01-01", "-1985-12-31", "year"),
        ("-0001-04-12", "-0001-04-12", "-0001-04-12", "day"),
        ("-1985/-1980", "-1985-01-01", "-1980-12-31", "interval"),
        # --- level 2
        ("Y2E3", "2000-01-01", "2000-12-31", "year"),
        ("Y2E5", "Y200000-01-01", "Y200000-12-31", "year"),
        ("Y123456S4", "Y123400-01-01", "Y123499-12-31", "century"),
        ("1950S2", "1900-01-01", "1999-12-31", "century"),
        ("1950S3", "1950-01-01", "1959-12-31", "decade"),
        ("1950S4", "1950-01-01", "1950-12-31", "year"),
        ("-1950S2", "-1999-01-01", "-1900-12-31", "century"),
        ("2001-25", "2001-03-01", "2001-05-31", "season"),
        ("2001-28", "2001-12-01", "2002-02-28", "season"),
        ("2001-29", "2001-09-01", "2001-11-30", "season"),
        ("2001-30", "2001-12-01", "2002-02-28", "season"),
        ("2001-31", "2001-03-01", "2001-05-31", "season"),
        ("2001-32", "2001-06-01", "2001-08-31", "season"),
        ("2001-33", "2001-01-01", "2001-03-31", "season"),
        ("2001-34", "2001-04-01", "2001-06-30", "season"),
        ("2001-36", "2001-10-01", "2001-12-31", "season"),
        ("2001-37", "2001-01-01", "2001-04-30", "season"),
        ("2001-39", "2001-09-01", "2001-12-31", "season"),
        ("2001-40", "2001-01-01", "2001-06-30", "season"),
        ("2001-41", "2001-07-01", "2001-12-31", "season"),
        ("2001-21/2002-24", "2001-03-01", "2003-02-28", "interval"),
        ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", "set"),
        ("[..1760-12-03]", None, "1760-12-03", "set"),
        ("[1760-12..]", "1760-12-01", None, "set"),
        ("[1760-01,1760-02,1760-12..]", "1760-01-01", None, "set"),
        ("[1667,1760-12]", "1667-01-01", "1760-12-31", "set"),
        ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31", "set"),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31", "set"),
        ("{..1984}", None, "1984-12-31", "set"),
        ("[2016-04-03,2016-03-04]", "2016-03-04", "2016-04-03", "set"),
        ("2004-06~-11", "2004-06-11", "2004-06-11", "day"),
        ("?2004-06-~11", "2004-06-11", "2004-06-11", "day"),
        ("2004-%06-11", "2004-06-11", "2004-06-11", "day"),
        ("2016-~03", "2016-03-01", "2016-03-31", "month"),
        ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20", "interval"),
        ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", "interval"),
        ("156X-12-25", "1560-12-25", "1569-12-25", "mask"),
        ("15XX-12-25", "1500-12-25", "1599-12-25", "mask"),
        ("XXXX-12-XX", "0000-12-01", "9999-12-31", "mask"),
        ("XXXX-12-13", "0000-12-13", "9999-12-13", "mask"),
        ("1XXX-12", "1000-12-01", "1999-12-31", "mask"),
        ("1XXX-XX", "1000-01-01", "1999-12-31", "millennium"),
        ("1984-1X", "1984-10-01", "1984-12-31", "mask"),
        ("1560-XX-25", "1560-01-25", "1560-12-25", "mask"),
        ("1560-XX-31", "1560-01-31", "1560-12-31", "mask"),
        ("1985-04-3X", "1985-04-30", "1985-04-30", "mask"),
        ("XXXX-02-29", "0000-02-29", "9996-02-29", "mask"),
        ("1X16", "1016-01-01", "1916-12-31", "mask"),
        ("-00XX", "-0099-01-01", "-0001-12-31", "century"),
    ],
)
def test_bounds_and_precision(
    text: str, first: str | None, last: str | None, precision: str
) -> None:
    date = Edtf.parse(text)
    assert (*day_bounds(date), date.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("text", "first", "last", "offset", "precision"),
    [
        ("1985-04-12T23:20:30", "23:20:30", "23:20:30.999999", None, "second"),
        ("1985-04-12T23:20:30Z", "23:20:30", "23:20:30.999999", 0, "second"),
        ("1985-04-12T23:20:30-04:00", "23:20:30", "23:20:30.999999", -240, "second"),
        ("1985-04-12T23:20:30+04:30", "23:20:30", "23:20:30.999999", 270, "second"),
        ("1985-04-12T23:20", "23:20:00", "23:20:59.999999", None, "minute"),
        ("1985-04-12T23", "23:00:00", "23:59:59.999999", None, "hour"),
        ("1985-04-12T23:20:30.5", "23:20:30.500000", "23:20:30.599999", None, "subsecond"),
        ("1985-04-12T23:20:30.00", "23:20:30", "23:20:30.009999", None, "subsecond"),
        ("1985-04-12T23:20:30.123456", "23:20:30.123456", "23:20:30.123456", None, "subsecond"),
        ("1985-04-12T23:20:30.1234569", "23:20:30.123456", "23:20:30.123456", None, "subsecond"),
    ],
)
def test_a_time_is_local_and_as_long_as_it_was_stated(
    text: str, first: str, last: str, offset: int | None, precision: str
) -> None:
    date = Edtf.parse(text)
    assert format_moment(date.earliest) == f"1985-04-12T{first}"
    assert format_moment(date.latest) == f"1985-04-12T{last}"
    assert (date.utc_offset, date.precision) == (offset, precision)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2016-03-05T10:00+02:00/2016-03-05T11:00+02:00", 120),
        ("2016-03-05T10:00+02:00/2016-03-05T11:00+03:00", None),
        ("2016-03-05T10:00+02:00/2016-03-05T11:00", None),
        ("2016-03-05T10:00+02:00/..", 120),
        ("[2016-03-05T10:00Z,2016-03-06T10:00Z]", 0),
    ],
)
def test_an_interval_has_an_offset_where_its_parts_agree(text: str, offset: int | None) -> None:
    assert Edtf.parse(text).utc_offset == offset


@pytest.mark.parametrize("text", ["Y170000002", "Y17E7", "Y171010000S3", "Y3388E2S3"])
def test_a_year_past_the_last_moment_lies_at_its_edge(text: str) -> None:
    date = Edtf.parse(text)
    assert (date.text, date.earliest, date.latest) == (text, MAX_MOMENT, MAX_MOMENT)
    assert Edtf.parse(text.replace("Y", "Y-")).latest == MIN_MOMENT


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2016", False, False),
        ("2016?", True, False),
        ("2016~", False, True),
        ("2016%", True, True),
        ("2016?-~03", True, True),
        ("2016/2017~", False, True),
        ("[2016?,2017]", True, False),
    ],
)
def test_qualifiers_are_told_and_never_widen(text: str, uncertain: bool, approximate: bool) -> None:
    date = Edtf.parse(text)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)
    bare = Edtf.parse(text.replace("?", "").replace("~", "").replace("%", ""))
    assert (date.earliest, date.latest) == (bare.earliest, bare.latest)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (" 2016-03 \n", "2016-03"),
        ("195", "195X"),
        ("-195?", "-195X?"),
        ("195/196", "195X/196X"),
        ("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00"),
        ("1985-04-12T23:20:30-00:00", "1985-04-12T23:20:30+00:00"),
        ("1985-04-12T23:20:30,5", "1985-04-12T23:20:30.5"),
        ("[1667, 1668 , 1670..1672]", "[1667,1668,1670..1672]"),
    ],
)
def test_what_may_be_written_in_two_ways_has_one_canonical_text(text: str, canonical: str) -> None:
    assert Edtf.parse(text).text == canonical
    assert Edtf.parse(text) == Edtf.parse(canonical)


def test_a_date_is_a_value() -> None:
    date = Edtf.parse("2016-03")
    assert date == Edtf.parse("2016-03")
    assert len({date, Edtf.parse("2016-03"), Edtf.parse("2016-03~")}) == 2
    assert pickle.loads(pickle.dumps(date)) == date  # noqa: S301
    assert f"{date}" == "2016-03"
    with pytest.raises(AttributeError):
        date.text = "2017"  # type: ignore[misc]
