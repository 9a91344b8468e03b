"""What files say, and what becomes of it: two columns per carrier."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dates import Edtf, Refused, read_exif_date, read_iim_date, read_xmp_date
from photocat.dates.clocks import CLOCK_DEFAULTS


def told(answer: Edtf | Refused) -> str:
    """The EDTF, or the code of the refusal."""
    if isinstance(answer, Refused):
        assert answer.reason
        return answer.code
    return answer.text


# --- EXIF -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "becomes"),
    [
        ("2010:07:28 11:02:12", "2010-07-28T11:02:12"),
        ("2010:07:28 00:00:00", "2010-07-28T00:00:00"),
        # Blank and zero parts are unknown.
        ("2010:  :     :  :  ", "2010"),
        ("2010:  :  ", "2010"),
        ("2010:07:     :  :  ", "2010-07"),
        ("2010:07:28   :  :  ", "2010-07-28"),
        ("2010:07:28 11:02:  ", "2010-07-28T11:02"),
        ("2010:07:00 10:00:00", "2010-07"),
        ("2010:00:00 00:00:00", "2010"),
        ("2010:00:28", "2010-XX-28"),
        ("    :  :     :  :  ", "blank"),
        ("                   ", "blank"),
        ("", "blank"),
        ("\0" * 20, "blank"),
        ("----:--:-- --:--:--", "blank"),
        ("0000:00:00 00:00:00", "zero-date"),
        ("0000-00-00T00:00:00Z", "zero-date"),
        ("0", "zero-date"),
        ("0000:07:28 10:00:00", "zero-date"),
        # Other hands.
        ("2010-07-28 11:02:12", "2010-07-28T11:02:12"),
        ("2010-07-28T11:02:12", "2010-07-28T11:02:12"),
        ("2010/07/28", "2010-07-28"),
        ("2010.07.28 11:02", "2010-07-28T11:02"),
        ("2010:7:8 9:3:2", "2010-07-08T09:03:02"),
        ("2010: 7: 8  9: 3: 2", "2010-07-08T09:03:02"),
        ("2010:07:28:11:02:12", "2010-07-28T11:02:12"),
        ("20100728110212", "2010-07-28T11:02:12"),
        ("2010:07:28 11:02:12\0\0", "2010-07-28T11:02:12"),
        ("2010:07:28 11:02:12\0junk", "2010-07-28T11:02:12"),
        ("2010:07:28 11:02:12.345", "2010-07-28T11:02:12.345"),
        ("2010:07:28 11:02:12Z", "2010-07-28T11:02:12Z"),
        ("2010:07:28 11:02:12+02:00", "2010-07-28T11:02:12+02:00"),
        ("2010:07:28 11:02:12 -0700", "2010-07-28T11:02:12-07:00"),
        ("2010:07:28 11:02:12+99:00", "2010-07-28T11:02:12"),
        ("2010:07:28 11:02:12 PM", "2010-07-28T23:02:12"),
        ("2010:07:28 12:02:12 a.m.", "2010-07-28T00:02:12"),
        ("2010:07:28 11:02:12.000CEST", "2010-07-28T11:02:12.000"),
        ("2010:07:28 下午11:02:12", "2010-07-28"),
        # A clock that cannot be.
        ("2010:07:28 24:00:00", "2010-07-28"),
        ("2010:07:28 99:99:99", "2010-07-28"),
        ("2010:07:28 11:75:00", "2010-07-28T11"),
        ("2010:07:28 11:02:60", "2010-07-28T11:02"),
        # A day that cannot be.
        ("2010:02:30 10:00:00", "impossible"),
        ("2010:13:01 10:00:00", "impossible"),
        ("2010:24:01 10:00:00", "impossible"),
        ("9999:99:99 99:99:99", "impossible"),
        # No date, or more than one, or one whose order nobody stated.
        ("garbage", "not-a-date"),
        ("10:07:28 11:02:12", "not-a-date"),
        ("07/28/2010", "not-a-date"),
        ("28.07.2010", "not-a-date"),
        ("Wed Jul 28 11:02:12 2010", "not-a-date"),
        ("2010-07-28 to 2010-08-01", "not-a-date"),
        ("2010:07:281", "not-a-date"),
        ("2010:071", "not-a-date"),
        ("20107", "not-a-date"),
        ("1280314932", "not-a-date"),
        ("٢٠١٠:٠٧:٢٨", "not-a-date"),
        # Clocks that nobody set.
        ("1970:01:01 00:00:00", "epoch-default"),
        ("1970:01:01 01:00:00", "epoch-default"),
        ("1969:12:31 16:00:00", "epoch-default"),
        ("1904:01:01 00:00:00", "epoch-default"),
        ("1980:01:01 00:00:00", "epoch-default"),
        ("2000:01:01 00:00:00", "epoch-default"),
        ("2002:12:08 12:00:00", "epoch-default"),
        ("2000:01:01 00:00:01", "2000-01-01T00:00:01"),
        ("2000:01:01", "2000-01-01"),
        ("1970:01:01", "1970-01-01"),
        ("1970:01:02 00:00:00", "1970-01-02T00:00:00"),
    ],
)
def test_exif_dates(sent: str, becomes: str) -> None:
    assert told(read_exif_date(sent)) == becomes
    assert told(read_exif_date(sent.encode("utf-8"))) == becomes


@pytest.mark.parametrize(
    ("subsec", "offset", "becomes"),
    [
        ("86", "+02:00", "2010-07-28T11:02:12.86+02:00"),
        ("864 ", None, "2010-07-28T11:02:12.864"),
        ("00", None, "2010-07-28T11:02:12.00"),
        ("", "", "2010-07-28T11:02:12"),
        ("  ", "   :  ", "2010-07-28T11:02:12"),
        ("\0", "\0", "2010-07-28T11:02:12"),
        ("ab", "Z", "2010-07-28T11:02:12Z"),
        ("-5", "-7:00", "2010-07-28T11:02:12-07:00"),
        ("1234567890123", None, "2010-07-28T11:02:12.123456789012"),
        (None, "+0530", "2010-07-28T11:02:12+05:30"),
        (None, "Europe/Berlin", "2010-07-28T11:02:12"),
    ],
)
def test_exif_keeps_fractions_and_offsets_in_tags_of_their_own(
    subsec: str | None, offset: str | None, becomes: str
) -> None:
    assert told(read_exif_date("2010:07:28 11:02:12", subsec, offset)) == becomes


def test_what_is_stated_in_the_date_goes_before_the_tags() -> None:
    assert told(read_exif_date("2010:07:28 11:02:12.5Z", "86", "+02:00")) == (
        "2010-07-28T11:02:12.5Z"
    )


def test_tags_add_nothing_to_a_date_that_has_no_time() -> None:
    assert told(read_exif_date("2010:07:28", "86", "+02:00")) == "2010-07-28"
    assert told(read_exif_date("2010:07:28 11:02", "86", "+02:00")) == "2010-07-28T11:02+02:00"


# --- IIM ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "time", "becomes"),
    [
        ("20160331", None, "2016-03-31"),
        ("20160300", None, "2016-03"),
        ("20160000", None, "2016"),
        ("20160031", None, "2016-XX-31"),
        ("00001213", None, "XXXX-12-13"),
        ("00001200", None, "XXXX-12"),
        ("00000000", None, "zero-date"),
        ("20160331", "235959+0200", "2016-03-31T23:59:59+02:00"),
        ("20160331", "000000+0000", "2016-03-31T00:00:00+00:00"),
        ("20160331", "235959", "2016-03-31T23:59:59"),
        ("20160331", "2359", "2016-03-31T23:59"),
        ("20160331", "", "2016-03-31"),
        ("20160331", "      ", "2016-03-31"),
        ("20160331", "240000+0000", "2016-03-31"),
        ("20160331", "not known", "2016-03-31"),
        ("20160300", "120000+0000", "2016-03"),
        ("00001213", "120000+0000", "XXXX-12-13"),
        ("2016-03-31", "23:59:59-05:00", "2016-03-31T23:59:59-05:00"),
        ("2016:03:31", "23:59:59", "2016-03-31T23:59:59"),
        ("2016-03-31T10:11:12", None, "2016-03-31T10:11:12"),
        ("20160331\0", None, "2016-03-31"),
        ("201603", None, "2016-03"),
        ("2016", None, "2016"),
        ("20160332", None, "impossible"),
        ("20161300", None, "impossible"),
        ("20162100", None, "impossible"),
        ("160331", None, "impossible"),
        ("2016033", None, "not-a-date"),
        ("March 2016", None, "not-a-date"),
        ("        ", None, "blank"),
        ("19700101", "000000+0000", "epoch-default"),
        ("19700101", "010000+0100", "epoch-default"),
        ("19700101", None, "1970-01-01"),
    ],
)
def test_iim_dates(sent: str, time: str | None, becomes: str) -> None:
    assert told(read_iim_date(sent, time)) == becomes


# --- XMP ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "becomes"),
    [
        ("2016", "2016"),
        ("2016-03", "2016-03"),
        ("2016-03-31", "2016-03-31"),
        ("2016-03-31T10:11", "2016-03-31T10:11"),
        ("2016-03-31T10:11Z", "2016-03-31T10:11Z"),
        ("2016-03-31T10:11:12-07:00", "2016-03-31T10:11:12-07:00"),
        ("2016-03-31T10:11:12.123456789+02:00", "2016-03-31T10:11:12.123456789+02:00"),
        # Dirt.
        ("2016-03-00", "2016-03"),
        ("2016-00-00T00:00:00", "2016"),
        ("2016-03-31T10:11:12+0200", "2016-03-31T10:11:12+02:00"),
        ("2016-03-31 10:11:12", "2016-03-31T10:11:12"),
        ("2016-03-31t10:11:12z", "2016-03-31T10:11:12Z"),
        ("2016-03-31T10:11:12 UTC", "2016-03-31T10:11:12Z"),
        ("2016:03:31 10:11:12.000CEST", "2016-03-31T10:11:12.000"),
        ("2016-03-31T24:00:00", "2016-03-31"),
        ("20160331T101112", "2016-03-31T10:11:12"),
        # EDTF in its place.
        ("2016-03~", "2016-03~"),
        ("1936/1939", "1936/1939"),
        ("[1936,1938]", "[1936,1938]"),
        ("193X", "193X"),
        # No dates.
        ("0000", "zero-date"),
        ("0000-00-00T00:00:00Z", "zero-date"),
        ("0000-03-31", "zero-date"),
        ("", "blank"),
        ("2016-02-30", "impossible"),
        ("2016-02-30T10:00:00Z", "impossible"),
        ("c. 1936", "not-a-date"),
        ("1904-01-01T00:00:00Z", "epoch-default"),
        ("1970-01-01T05:30:00+05:30", "epoch-default"),
    ],
)
def test_xmp_dates(sent: str, becomes: str) -> None:
    assert told(read_xmp_date(sent)) == becomes


# --- all of them ----------------------------------------------------------------------------------


def test_a_refusal_says_what_was_there_and_why() -> None:
    assert read_exif_date("2010:02:30 10:00:00\0") == Refused(
        "impossible", "2010-02 has no day 30", "2010:02:30 10:00:00"
    )


@pytest.mark.parametrize("default", CLOCK_DEFAULTS)
def test_every_clock_default_is_refused_to_the_second(default: tuple[str, str, bool]) -> None:
    moment = default[0]
    for text in (moment, f"{moment}.000", f"{moment}Z"):
        assert told(read_xmp_date(text)) == "epoch-default"
    assert told(read_xmp_date(moment[:10])) == moment[:10]


@pytest.mark.parametrize(
    ("sent", "becomes"),
    [
        ("2024-06-15T23:00:00", "2024-06-15T23:00:00"),
        ("2024-06-16T13:00:00+14:00", "2024-06-16T13:00:00+14:00"),
        ("2024-06-17", "future"),
        ("2024-06", "2024-06"),
        ("2024", "2024"),
        ("2025", "future"),
        ("2099-01-01T00:00:00", "future"),
    ],
)
def test_the_future_begins_the_day_after_tomorrow_where_today_is_known(
    sent: str, becomes: str
) -> None:
    today = date(2024, 6, 15)
    assert told(read_xmp_date(sent, today=today)) == becomes
    assert told(read_exif_date(sent, today=today)) == becomes
    assert told(read_iim_date(sent, today=today)) == becomes
    assert told(read_xmp_date(sent)) == sent


@given(st.text(alphabet="0123456789:-/. TZ+X\0apm", max_size=40) | st.text(max_size=20))
def test_any_text_is_a_date_or_a_reason(text: str) -> None:
    for answer in (
        read_exif_date(text, text, text),
        read_iim_date(text, text),
        read_xmp_date(text),
        read_exif_date(text.encode(), today=date(2024, 6, 15)),
    ):
        assert told(answer)


@given(st.datetimes(), st.sampled_from([4, 7, 10, 16, 19]))
def test_no_carrier_adds_to_what_was_stated(when: object, length: int) -> None:
    text = str(when)[:length].replace(" ", "T")
    for sent in (text, text.replace("-", ":"), text.replace("T", " ")):
        for answer in (read_exif_date(sent), read_iim_date(sent), read_xmp_date(sent)):
            assert isinstance(answer, Refused) or answer.text == text


@pytest.mark.parametrize(
    "unit", ["2010:", "2010 ", " ", "0", "9", "-", ":", "2010:07:28 11:02:12 "]
)
def test_a_megabyte_is_refused_as_quickly_as_a_line(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    for answer in (
        read_exif_date(text, text, text),
        read_iim_date(text, text),
        read_xmp_date(text),
    ):
        assert isinstance(answer, Refused)
