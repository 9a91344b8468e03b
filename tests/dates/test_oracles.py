"""Two other implementations of EDTF as oracles, and all that we disagree on, with the reasons.

``edtf`` 5 answers with values, ``edtf-validate`` 1 and 2 with yes or no.
"""

from __future__ import annotations

import contextlib
import time
import warnings
from datetime import date
from functools import cache

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photocat.dates import Edtf, format_moment
from photocat.errors import BadDate

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it calls its parser library by outdated names
    from edtf_validate.valid_edtf import is_valid

# --- which texts are dates ------------------------------------------------------------------------

TEXTS = """
    1985-04-12 1985-04 1985 0000 9999 2000-02-29 2016-13 2016-00 2016-01-00 2016-02-30 2016-04-31
    20160 2016-1 16 2016-03-1 20160305 2016-075 2016W05 abc 19
    1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30
    1985-04-12T23:60:30 1985-04-12T23:20:60 1985-04-12T23:20:30+25:00 1985-04-12T23:20:30?
    1985-04-12T23:20:30+0430 2016-03-05Z
    1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005
    2005/2006-02 2016-03/2016-03 2016-03/2016-03-05
    Y170000002 Y-170000002 Y1985 Y17E7 Y-17E7 Y2E3 Y3388E2S3 Y171010000S3 1950S2 1950S4 -1950S2
    Y20001 Y0 Y-985
    2001-21 2001-24 2003-20 2001-25 2001-34 2001-41 2001-42 2001-21/2003 2001-21/2003-23
    1984? 2004-06~ 2004-06-11% 1984?~ 1984~? 201X 20XX 2XXX XXXX 2004-XX 1985-04-XX 1985-XX-XX
    2XX4 X984 1XXX-12 156X-12-25 15XX-12-25 XXXX-12-XX XXXX-12-13 1XXX-XX 1560-XX-25
    1985-04-3X 1985-04-X1 XXXX-XX-XX XXXX-XX-25 201X-21 2004-2X
    1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/
    /1985-04-12 /1985-04 /1985 ../.. / ..
    -1985 -0000 -0001 -9999 -1985-04 -1985-04-12 -19XX -1985/-1980 ?2004?
    2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03
    2004~-06-?11 1984~/2004-06 1984/2004~ 1984?/2004% ~1984/~2004
    [1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-02,1760-12..] [1667,1760-12]
    [..1984] {1667,1668,1670..1672} {1960,1961-12} {..1984} [] [1667,] [1667?,1668] [1667/1668]
    [-0100,0100] [1667,1668 [2016..2015-12-31] u2004 199u open/1984
"""
AGREED = TEXTS.split()

DISPUTED = {
    # We refuse, they accept.
    "1900-02-29": ("edtf edtf-validate", "1900 was no leap year"),
    "1985-04-12T24:00:00": ("edtf edtf-validate", "ISO 8601-1:2019 ends the day before 24:00"),
    "1985-04T10:00:00": ("edtf edtf-validate", "a time needs a day"),
    "2008/1964": ("edtf", "it ends before it begins"),
    "2016-03-05/2016-03-01": ("edtf", "it ends before it begins"),
    "-1980/-1985": ("edtf", "it ends before it begins"),
    "{1667..1660}": ("edtf edtf-validate", "it ends before it begins"),
    "1950S5": ("edtf edtf-validate", "four digits have no fifth significant one"),
    "1985-02-3X": ("edtf edtf-validate", "February has no such day"),
    # We accept, they refuse: what the texts of the specification allow.
    "2016-03-05/2016": ("edtf-validate", "a day in 2016 to some time in 2016 is in order"),
    "2001-21?": ("edtf", "a season may be uncertain"),
    "1984-1X": ("edtf", "digits may be unspecified anywhere"),
    "2004-0X": ("edtf", "digits may be unspecified anywhere"),
    "2004-X1": ("edtf", "digits may be unspecified anywhere"),
    "{2004-XX,2005}": ("edtf", "digits may be unspecified in a set as well"),
    "1950S2~": ("edtf-validate", "an estimated year may be approximate"),
    "/..": ("edtf", "unknown and open ends may meet"),
    "../": ("edtf", "unknown and open ends may meet"),
    "[1667]": ("edtf edtf-validate", "a set of one is a set"),
    "[1667-21,1668]": ("edtf edtf-validate", "a season is a date like others"),
    # We accept what lies beyond the profile: ISO 8601 has it, and files carry it.
    "1985-04-12T23:20": ("edtf edtf-validate", "ISO 8601-1 reduced precision; XMP has minutes"),
    "1985-04-12T23": ("edtf edtf-validate", "ISO 8601-1 reduced precision"),
    "1985-04-12T23:20:30.5": ("edtf edtf-validate", "ISO 8601-1 decimal fraction; EXIF, XMP"),
    "1985-04-12T23:20:30-00:00": ("edtf edtf-validate", "a common way to write +00:00"),
    "1985-04-12T23:20:30/1985-04-13T23:20:30": ("edtf edtf-validate", "ISO 8601-1 interval"),
    "195": ("edtf edtf-validate", "ISO 8601-1 decade"),
}  # fmt: skip


@cache
def parse_as_edtf(text: str) -> edtf.EDTFObject | None:
    """What ``edtf`` makes of a text; for some it raises whatever happens to go wrong."""
    try:
        return edtf.parse_edtf(text)
    except (edtf.EDTFParseException, TypeError, AttributeError):
        return None


def verdicts(text: str) -> dict[str, bool]:
    ours = False
    with contextlib.suppress(BadDate):
        ours = bool(Edtf.parse(text))
    theirs = parse_as_edtf(text) is not None
    return {"photocat": ours, "edtf": theirs, "edtf-validate": bool(is_valid(text))}


@pytest.mark.parametrize("text", AGREED)
def test_all_agree_on_whether_it_is_a_date(text: str) -> None:
    assert len(set(verdicts(text).values())) == 1, verdicts(text)


@pytest.mark.parametrize("text", DISPUTED)
def test_a_dispute_is_the_one_we_know_of(text: str) -> None:
    against, _reason = DISPUTED[text]
    given = verdicts(text)
    differing = {name for name, verdict in given.items() if verdict != given["photocat"]}
    assert differing == set(against.split())


# --- what the texts cover -------------------------------------------------------------------------

OTHER_BOUNDS = {
    "2001-24": "winter ends in December, without its January and February",
    "1950S2": "significant digits are read and then ignored",
    "-1950S2": "significant digits are read and then ignored",
    "1950S2~": "significant digits are read and then ignored",
    "Y3388E2S3": "significant digits are read and then ignored",
    "Y171010000S3": "significant digits are read and then ignored",
    "1985-04-12/": "an unknown end is put ten years after the beginning",
    "1985-04/": "an unknown end is put ten years after the beginning",
    "1985/": "an unknown end is put ten years after the beginning",
    "/1985-04-12": "an unknown beginning is put ten years before the end",
    "/1985-04": "an unknown beginning is put ten years before the end",
    "/1985": "an unknown beginning is put ten years before the end",
    "1985-04-3X": "it has no bounds: it raises ValueError",
    "1985-04-X1": "it has no bounds: it raises ValueError",
}
"""What ``edtf`` says otherwise, and why we do not."""

PAST_64_BITS = {"Y170000002", "Y-170000002", "Y17E7", "Y-17E7"}


def their_bounds(text: str) -> tuple[str | None, str | None] | None:
    parsed = parse_as_edtf(text)
    assert parsed is not None
    try:
        return day_text(parsed.lower_strict()), day_text(parsed.upper_strict())
    except ValueError:
        return None


def day_text(moment: time.struct_time | float) -> str | None:
    if isinstance(moment, float):
        return None
    sign, year = "-" if moment.tm_year < 0 else "", abs(moment.tm_year)
    prefix = "Y" if year > 9999 else ""
    return f"{prefix}{sign}{year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"


def our_bounds(text: str) -> tuple[str | None, ...]:
    parsed = Edtf.parse(text)
    bounds = (format_moment(parsed.earliest), format_moment(parsed.latest))
    return tuple(bound and bound.partition("T")[0] for bound in bounds)


@pytest.mark.parametrize("text", [*AGREED, *DISPUTED])
def test_bounds_are_those_of_edtf_or_better(text: str) -> None:
    both = verdicts(text)["photocat"] and verdicts(text)["edtf"]
    if both and text not in PAST_64_BITS:
        assert (our_bounds(text) == their_bounds(text)) == (text not in OTHER_BOUNDS)


DAYS = st.dates(date(1, 1, 1)).map(date.isoformat)
DATES = st.tuples(DAYS, st.sampled_from([4, 7, 10])).map(lambda p: p[0][: p[1]])
MASKED = st.tuples(DAYS, st.sampled_from([3, 2, 1])).map(lambda p: p[0][: p[1]].ljust(4, "X"))
SEASONS = st.tuples(DAYS, st.integers(21, 23)).map(lambda p: f"{p[0][:4]}-{p[1]}")
PAIRS = st.tuples(DATES, DATES).map(sorted)
DAY_PAIRS = st.tuples(DAYS, DAYS).map(sorted)


@settings(max_examples=40)
@given(
    st.one_of(
        DATES,
        MASKED,
        SEASONS,
        DAYS.map(lambda day: day[:8] + "XX"),
        DATES.map(lambda text: f"{text}~"),
        PAIRS.map("/".join),
        DAY_PAIRS.map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
        PAIRS.map(lambda pair: "{" + ",".join(pair) + "}"),
    )
)
def test_generated_dates_have_the_bounds_of_edtf(text: str) -> None:
    assert our_bounds(text) == their_bounds(text)
