"""Texts that are no EDTF, and where they go wrong."""

from __future__ import annotations

import pytest

from photocat.dates import Edtf
from photocat.errors import BadDate


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("2016-13", 6),
        ("2016-00", 6),
        ("2016-20", 6),
        ("2016-42", 6),
        ("2016-01-00", 9),
        ("2016-02-30", 9),
        ("1900-02-29", 9),
        ("2016-21-01", 6),
        ("2016-1", 5),
        ("2016-03-5", 8),
        ("16", 1),
        ("-0000", 1),
        ("20160305", 5),
        ("2016-075", 8),
        ("2016W05", 5),
        ("٢٠١٦", 1),
        ("2016-03T10:00:00", 8),
        ("2016-03-05Z", 11),
        ("2016-03-05T24:00:00", 12),
        ("2016-03-05T23:60:00", 15),
        ("2016-03-05T23:59:60", 18),
        ("2016-03-05T10:00:00+24:00", 20),
        ("2016-03-05T10:00:00+0200", 23),
        ("2016-03-XXT10:00:00", 12),
        ("2016-03~-05T10:00:00", 1),
        ("2016-03-05T10:00:00~", 20),
        ("2008/1964", 6),
        ("2016-03-05/2016-03-01", 12),
        ("2016//2017", 6),
        ("2015/2016/2017", 10),
        ("/", 1),
        ("2016/13", 6),
        ("2016/2016-13", 11),
        ("Y1985", 1),
        ("Y0", 1),
        ("1950S5", 1),
        ("1950S0", 1),
        ("1984?~", 6),
        ("?2004?", 6),
        ("1985-02-3X", 1),
        ("XXX1-02-29", 1),
        ("-000X-13", 1),
        ("201X-21", 1),
        ("199u", 1),
        ("open/1984", 1),
        ("[]", 2),
        ("[1667,]", 7),
        ("[1667,1668", 10),
        ("[1667,1668}", 11),
        ("[1667..1660]", 8),
        ("[1667....]", 6),
        ("[1667...1668]", 6),
        ("[1667, 1668-13]", 13),
        ("[..]", 2),
        ("[1667,..1668]", 7),
        ("[1667..,1668]", 2),
        ("[1667/1668]", 6),
        ("garbage", 1),
    ],
)
def test_a_text_that_is_no_date_is_refused_where_it_goes_wrong(text: str, position: int) -> None:
    with pytest.raises(BadDate) as caught:
        Edtf.parse(text)
    assert caught.value.text == text
    assert caught.value.reason.endswith(f", at position {position}")


@pytest.mark.parametrize("text", ["", "  ", "\t\n"])
def test_a_blank_is_no_date(text: str) -> None:
    with pytest.raises(BadDate, match="blank"):
        Edtf.parse(text)


def test_a_text_of_absurd_length_is_not_even_looked_at() -> None:
    with pytest.raises(BadDate, match="longer than 1000 characters") as caught:
        Edtf.parse("[" + ",".join(["2016"] * 1_000_000) + "]")
    assert len(caught.value.text) < 50


def test_a_text_that_grows_too_long_when_written_out_is_refused() -> None:
    with pytest.raises(BadDate, match="longer than 1000 characters"):
        Edtf.parse("[" + ",".join(["195"] * 249) + "]")


def test_a_long_set_is_a_set() -> None:
    assert Edtf.parse("[" + ",".join(["2016"] * 190) + "]").precision == "set"
