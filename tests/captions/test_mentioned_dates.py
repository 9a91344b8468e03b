"""Captions with dates besides their own, and what those are."""

from __future__ import annotations

import pytest

from photocat.captions import Context, read_caption
from photocat.dates import Edtf

MENTIONED: tuple[tuple[str, str | None, list[str]], ...] = (
    (
        "A clerk shows the 1961 ledger of the port at a museum in Rostock, June 3, 2017.",
        "2017-06-03",
        ["1961"],
    ),
    (
        "A senator speaks of meddling in the 2016 U.S. presidential election, Rome, June 8, 2017.",
        "2017-06-08",
        [],
    ),
    ("A court ruled, Feb. 2, 2017, that the club must repay its members.", None, ["2017-02-02"]),
    ("On Friday, April 7, 2017, the probe will reach the belt.", None, ["2017-04-07"]),
    (
        "People rally five years since the protest at May 6, 2012, that ended in clashes.",
        None,
        ["2012-05-06"],
    ),
    (
        "A nurse rests in a ward that has been full since the end of April, Rome, July 8, 2020.",
        "2020-07-08",
        ["2020-04/.."],
    ),
    (
        "A candidate for the November elections waves in Bridgewater, N.J., May 29, 2017.",
        "2017-05-29",
        ["2017-11"],
    ),
    (
        "Women rally at Independence Square on Dec. 7, 2013 in Kiev. They came since Nov. 21.",
        "2013-12-07",
        ["2013-11-21/.."],
    ),
    (
        "A rider falls in a race in Turin on May 25, 2013. In June, the course was closed.",
        "2013-05-25",
        ["2013-06"],
    ),
    ("Police block a street during a May Day march in Ankara, May 1, 2017.", "2017-05-01", []),
    ("A boy watches the Women's March rally in Washington, Jan. 21, 2017.", "2017-01-21", []),
    (
        "A soldier stands guard in Ramadi, Feb. 12, 2014. The camp was cleared in late December.",
        "2014-02-12",
        ["2013-12"],
    ),
)


@pytest.mark.parametrize(("text", "photo", "mentioned"), MENTIONED)
def test_what_is_mentioned_is_told_from_what_dates_the_photo(
    text: str, photo: str | None, mentioned: list[str]
) -> None:
    caption = read_caption(text)
    assert (caption.date_created.edtf.text if caption.date_created else None) == photo
    assert [date.edtf.text for date in caption.mentioned_dates] == mentioned


def test_the_weekday_of_a_handout_is_that_of_the_news() -> None:
    text = "This image provided by a broadcaster from Feb. 13, 2017, shows a woman who was arrested"
    caption = read_caption(f"{text} Wednesday.", Context(published=Edtf.parse("2017-02-16")))
    assert [date.edtf.text for date in caption.mentioned_dates] == ["2017-02-15"]


@pytest.mark.parametrize("given", ["2009-08-27", "090827-M-1234A-001", "20090827-abc-123"])
def test_an_id_outside_the_caption_lends_its_year(given: str) -> None:
    caption = read_caption("A plane lands in Herat on Aug. 27.", Context(ids=(given,)))
    assert caption.date_created is not None
    assert caption.date_created.edtf.text == "2009-08-27"
    assert caption.date_created.inferred_from == "image id 2009-08-27"


def test_an_id_of_no_day_lends_nothing() -> None:
    caption = read_caption("A plane lands in Herat on Aug. 27.", Context(ids=("2009-02-30",)))
    assert caption.date_created is not None
    assert caption.date_created.edtf.text == "XXXX-08-27"
