"""What dates a photo, what is only mentioned, and what is inferred."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.captions import Context, read_caption
from photocat.dates import Edtf

# --- nothing is invented --------------------------------------------------------------------------

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@given(
    st.integers(1900, 2024), st.sampled_from(MONTHS), st.sampled_from(["in", "In", "early", "late"])
)
def test_a_month_never_becomes_a_day(year: int, month: str, word: str) -> None:
    caption = read_caption(f"A sailor stands on deck {word} {month} {year}.")
    assert caption.date_created is not None
    assert caption.date_created.edtf.text == f"{year}-{MONTHS.index(month) + 1:02}"


@given(st.text(max_size=300))
def test_no_figure_is_told_that_no_word_says(text: str) -> None:
    caption = read_caption(text)
    for date in (caption.date_created, *caption.mentioned_dates):
        if date is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", date.edtf.text):
            assert re.search(r"\d", date.quote)


def test_an_impossible_day_is_no_date_and_is_noted() -> None:
    caption = read_caption("Soldiers rest in Kuwait on Feb. 30, 2015.")
    assert caption.date_created is None
    assert [(note.code, note.quote) for note in caption.notes] == [
        ("no-such-day", "on Feb. 30, 2015")
    ]


def test_a_weekday_that_contradicts_its_date_is_noted_and_the_date_kept() -> None:
    caption = read_caption("A crowd in Washington, Sunday, Jan. 11, 2017.")
    assert caption.date_created is not None
    assert caption.date_created.edtf.text == "2017-01-11"
    assert [(note.code, note.detail) for note in caption.notes] == [
        ("weekday-contradicts", "2017-01-11 was a Wednesday")
    ]


def test_a_caption_that_says_it_has_no_date_is_noted() -> None:
    assert [note.code for note in read_caption("Boy in a camp, Doe, Jane n.d.").notes] == [
        "undated"
    ]


def test_an_image_id_that_contradicts_the_caption_is_noted() -> None:
    caption = read_caption("200610-A-XB890-1021 Soldiers cross a bridge, June 6, 2020.")
    assert caption.date_created is not None
    assert caption.date_created.edtf.text == "2020-06-06"
    assert [note.code for note in caption.notes] == ["id-contradicts"]


# --- years ----------------------------------------------------------------------------------------


def created(text: str, context: Context) -> tuple[str, str | None] | None:
    date = read_caption(text, context).date_created
    return (date.edtf.text, date.inferred_from) if date else None


def published(text: str) -> Context:
    return Context(published=Edtf.parse(text))


@pytest.mark.parametrize(
    ("text", "context", "date"),
    [
        ("A truck on December 15.", Context(), ("XXXX-12-15", None)),
        ("A truck on December 15.", published("2024-12"), ("2024-12-15", "published 2024-12")),
        (
            "A truck on December 15.",
            published("2025-01-03"),
            ("2024-12-15", "published 2025-01-03"),
        ),
        (
            "A truck on December 13.",
            Context(document="The base on December 13, 2024."),
            ("2024-12-13", "document 2024-12-13"),
        ),
        (
            "180313-A-AB123-0042 A truck on March 13.",
            Context(),
            ("2018-03-13", "image id 2018-03-13"),
        ),
        (
            "A truck on March 13.",
            Context(ids=("180313-A-AB123-0042",)),
            ("2018-03-13", "image id 2018-03-13"),
        ),
        ("A wave in Havana on Thursday.", Context(), None),
        ("A wave in Havana on Thursday.", published("2012-10"), None),
        (
            "A wave in Havana on Thursday.",
            published("2012-10-26"),
            ("2012-10-25", "published 2012-10-26"),
        ),
        (
            "A wave on Friday, Sept. 7.",
            published("2019"),
            ("2018-09-07", "published 2019"),
        ),
    ],
)
def test_a_year_comes_from_stated_context_only_and_is_told(
    text: str, context: Context, date: tuple[str, str | None] | None
) -> None:
    assert created(text, context) == date


def test_a_mentioned_day_takes_the_year_that_brings_it_near_the_photo() -> None:
    caption = read_caption("A rally in Miami, Jan. 3, 2017. The vote was on Nov. 8.")
    assert [(d.edtf.text, d.inferred_from) for d in caption.mentioned_dates] == [
        ("2016-11-08", "photo 2017-01-03")
    ]


def test_a_file_photo_lends_no_year_to_its_text() -> None:
    caption = read_caption("FILE - A rally in Miami, Jan. 3, 2009. The vote is on Nov. 8.")
    assert [date.edtf.text for date in caption.mentioned_dates] == ["XXXX-11-08"]


def test_body_text_dates_no_photo() -> None:
    caption = read_caption(
        "Satellite images made on December 13, 2024 show it.", Context(body=True)
    )
    assert caption.date_created is None
    assert [date.edtf.text for date in caption.mentioned_dates] == ["2024-12-13"]


@pytest.mark.parametrize(
    ("language", "edtf"),
    [
        (None, "[2016-03-04,2016-04-03]"),
        ("en-US", "2016-03-04"),
        ("en-GB", "2016-04-03"),
        ("de", "2016-04-03"),
    ],
)
def test_a_numeric_date_is_as_ambiguous_as_its_language(language: str | None, edtf: str) -> None:
    assert created("A girl waves on 03/04/2016.", Context(language=language)) == (edtf, None)


def test_another_numeric_date_of_the_caption_shows_the_order() -> None:
    caption = read_caption("A girl waves on 03/04/2016. The camp opened 25/12/2015.")
    assert caption.date_created is not None
    assert caption.date_created.edtf.text == "2016-04-03"


def test_a_credit_said_first_is_no_description() -> None:
    caption = read_caption(
        "Photo: Petty Officer 2nd Class Jane Doe, USCG\nA cutter sails to Maine on May 7, 2021."
    )
    assert caption.date_created is not None
    assert caption.date_created.edtf.text == "2021-05-07"


def test_what_took_the_picture_tells_its_day() -> None:
    caption = read_caption(
        "On October 22, 2005, the volcano began erupting. On October 26, a satellite captured this "
        "image as it erupted for its fourth straight day."
    )
    assert caption.date_created is not None
    assert caption.date_created.edtf.text == "2005-10-26"
    assert [date.edtf.text for date in caption.mentioned_dates] == ["2005-10-22"]


def test_a_release_bounds_the_photo_from_above() -> None:
    caption = read_caption("Children play in a camp, 30 January 2024 (issued 26 February 2024).")
    assert caption.date_created is not None
    assert caption.released is not None
    assert caption.date_created.edtf.text == "2024-01-30"
    assert caption.released.edtf.text == "2024-02-26"


@pytest.mark.parametrize(
    ("text", "edtf", "source"),
    [
        (
            "Cricket - A v B - Cuttack, India - 05/03/17. A batsman waves. REUTERS/Jane Doe",
            "2017-03-05",
            "Reuters since 1985",
        ),
        (
            "A bus in Leeds, 05/03/17. REUTERS/Jane Doe",
            "[2017-03-05,2017-05-03]",
            "Reuters since 1985",
        ),
        (
            "PHOTO DATE: 07-09-13 LOCATION: Bldg. 30, ISS flight controllers",
            "2013-07-09",
            "ISS since 1998",
        ),
        ("Ann Roe aboard the ISS, 05/03/2014. ESA/Jane Doe", "[2014-03-05,2014-05-03]", None),
        ("A bus in Leeds, 05/03/17.", "[1917-03-05,1917-05-03,2017-03-05,2017-05-03]", None),
    ],
)
def test_who_is_named_tells_the_century_of_two_figures(
    text: str, edtf: str, source: str | None
) -> None:
    assert created(text, Context()) == (edtf, source)
