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
    # The words beside a day or a month tell its year.
    (
        "A bell tolls in Bremen on May 9, 2015. The pier opened on May 9 last year in heavy rain.",
        "2015-05-09",
        ["2014-05-09"],
    ),
    (
        "Clerks count votes in Porto, June 3, 2012. The mayor was ousted in April last year.",
        "2012-06-03",
        ["2011-04"],
    ),
    (
        "Clerks count votes in Porto, June 3, 2012. The mayor was ousted last August.",
        "2012-06-03",
        ["2011-08"],
    ),
    ("2020年7月28日，工人离开医院。今年6月，医院修好了屋顶。", "2020-07-28", ["2020-06"]),
    ("2020年7月28日，选手在街上赛跑。这项比赛始于1914年。", "2020-07-28", ["1914"]),
    # A weekday since which something lasts is over, one until which it does is to come.
    (
        "Dockers rest in Gdansk, Monday, May 14, 2012. The port has been shut since Friday.",
        "2012-05-14",
        ["2012-05-11/.."],
    ),
    (
        "Dockers rest in Gdansk, Monday, May 14, 2012. The strike lasts until Saturday.",
        "2012-05-14",
        ["2012-05-19"],
    ),
    (
        "Dockers rest in Gdansk, Monday, May 14, 2012. The port was shut three days ago.",
        "2012-05-14",
        ["2012-05-11"],
    ),
    # The text of a file photo is dated by the day that it tells of as news.
    (
        (
            "FILE - A clerk bows, Sept. 30, 2023, in Lyon. On Wednesday, Nov. 8, the office"
            " replied. The letter was signed Oct. 21."
        ),
        "2023-09-30",
        ["2023-11-08", "2023-10-21"],
    ),
    (
        (
            "FILE - In this July 7, 2006, file photo, a man rests in Leeds. A court ruled Tuesday,"
            " March 3, 2009, that the trial may begin on April 4."
        ),
        "2006-07-07",
        ["2009-03-03", "2009-04-04"],
    ),
    (
        (
            "FILE - In this July 7, 2006, file photo, a man rests in Leeds. The trial may begin on"
            " April 4."
        ),
        "2006-07-07",
        ["XXXX-04-04"],
    ),
    # The same day twice in a sentence is one, and the one with its year tells it.
    (
        (
            "BREMEN, GERMANY - NOVEMBER 08: Visitors walk a day before the anniversary of the"
            " opening of the harbour on November 8, 2014 in Bremen, Germany."
        ),
        "2014-11-08",
        [],
    ),
    (
        (
            "A nurse stands in ruins in Kobe, Japan, September 8, 1945 after the harbour was"
            " shelled by the U.S. on August 6, 1945."
        ),
        "1945-09-08",
        ["1945-08-06"],
    ),
    (
        "This file photo dated 1945 shows the harbour days after it was shelled, 06 August 1945.",
        "1945",
        ["1945-08-06"],
    ),
    (
        "A baker opens his shop Tuesday, Jan. 18, 2005, in Dover. (Jane Doe, Baltimore Sun)",
        "2005-01-18",
        [],
    ),
    # A weekday of what is done is over, but for the next day, on which captions are written.
    (
        "Dockers rest in Gdansk, Monday, May 14, 2012. A crane collapsed on Wednesday morning.",
        "2012-05-14",
        ["2012-05-09"],
    ),
    (
        "Dockers rest in Gdansk, Monday, May 14, 2012. Police said Tuesday nobody was hurt.",
        "2012-05-14",
        ["2012-05-15"],
    ),
    (
        "Dockers rest in Gdansk, Monday, May 14, 2012. The crane will be mended on Saturday.",
        "2012-05-14",
        ["2012-05-19"],
    ),
    (
        "A runner rests at a Marathon Monday sale in Dover, Delaware April 16, 2013.",
        "2013-04-16",
        [],
    ),
    (
        "A widow of a miner who died in the fire in 1986 visits the grave, Kiev, April 26, 2016.",
        "2016-04-26",
        ["1986"],
    ),
    (
        "The Iron Pier, built for the 1889 World's Fair, is seen in Dover, Friday, May 22, 2015.",
        "2015-05-22",
        [],
    ),
    (
        "FILE - In this Friday March 21, 2014 file photo a ring that was bought in 1239 is shown.",
        "2014-03-21",
        ["1239"],
    ),
    ("The leader, shown in a file photo dated 1957 posing with his wife.", "1957", []),
    (
        (
            "People cheer after word that the army will rule for a time on July 3, 2013 in Cairo."
            " It was the worst day since its 2011 revolt."
        ),
        "2013-07-03",
        ["2011"],
    ),
    (
        'Men kneel in Cairo, July 5, 2013. Clubs called it a "Friday of Rage" on posters.',
        "2013-07-05",
        [],
    ),
    (
        "A man reads a newspaper dated Sept. 12, 2001, in Kabul, Sept. 11, 2011.",
        "2011-09-11",
        ["2001-09-12"],
    ),
    (  # a weekday that is one off is wrong, not the year
        "Workers build a studio, Sunday, Jan. 26, 2014, in New York. The game is Sunday, Feb. 3.",
        "2014-01-26",
        ["2014-02-03"],
    ),
    (
        "Signs are seen, May 4, 2023, in Aldan, Pa. They held it for 12 years until this January.",
        "2023-05-04",
        ["2023-01"],
    ),
    (
        "A cow drinks at a dam in Managua April 26, 2013. It has been dry since last February.",
        "2013-04-26",
        ["2013-02/.."],
    ),
    (
        "Fans wait, June 15, 2020, in Boston. The union says that it violated a March agreement.",
        "2020-06-15",
        ["2020-03"],
    ),
    (
        "A house by an artist seen Sept. 13, 2021, who rented it in the 1960s (Jane Doe/AFP Photo)",
        "2021-09-13",
        ["196X"],
    ),
    (  # the weekday of the photo's own day
        "Men pray at Friday prayers in Algiers, Algeria, 29 March 2019.",
        "2019-03-29",
        [],
    ),
    (
        "Men wait after Thursday prayers in Algiers, Algeria, 29 March 2019.",
        "2019-03-29",
        ["2019-03-28"],
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


def test_the_publication_tells_the_day_of_an_election_to_come() -> None:
    text = "Posters cover a wall. A runoff will be held if nobody wins in Sunday's election."
    caption = read_caption(text, Context(published=Edtf.parse("2010-11-26")))
    assert [date.edtf.text for date in caption.mentioned_dates] == ["2010-11-28"]
