"""Captions whose dates the words beside them settle: names, weekdays, credits, a publication."""

from __future__ import annotations

import pytest

from photocat.captions import Context, read_caption
from photocat.dates import Edtf

READ: tuple[tuple[str, str | None, list[str]], ...] = (
    # Laws, prizes and seasons are called by a year.
    ("A dam in Idaho, May 3, 1961, built under the Water Act of 1946.", "1961-05-03", []),
    ("A nun in Rome, May 3, 1968. She wrote of the 1964 Fair Bread Act.", "1968-05-03", []),
    ("A ship in Kiel, May 3, 1968. Winner of the 1969 Lens Prize for News.", "1968-05-03", []),
    ("A tug in ice, Tornio, May 3, 2013. The 2013 ice season is long.", "2013-05-03", []),
    ("A tug in ice, Tornio, May 3, 2013. The 2011 ice season was long.", "2013-05-03", ["2011"]),
    (
        "A clerk in Oslo, May 3, 2011, as the town prepares for the upcoming 2014 Games.",
        "2011-05-03",
        [],
    ),
    # What happens every year happened in none.
    (
        "Rain in Kochi, June 17, 2011. It comes at the end of May or in the first week of June.",
        "2011-06-17",
        [],
    ),
    (
        "Sailors sit an exam, Sept. 4, 2003. Exams are held twice a year in March and September.",
        "2003-09-04",
        [],
    ),
    (
        "Wells are dry in Evora, June 11, 2012. No rain fell during the month of May.",
        "2012-06-11",
        ["2012-05"],
    ),
    # A picture that was sent again later.
    (
        "WAX123 - 16 JANUARY 1999 - OSLO, NORWAY: A poet reads to a crowd in Oslo May 3, 1963.",
        "1963-05-03",
        ["1999-01-16"],
    ),
    # The only date with its year, though in a clause: the days after it are of the same year.
    (
        (
            "Nurses unload a truck that arrived at the Port Hospital on May 13, 2013. "
            "Two men died on May 12."
        ),
        "2013-05-13",
        ["2013-05-12"],
    ),
    ("A rider waits before the race starts on May 13, 2013.", "2013-05-13", []),
    # What goes on after something was is older than the picture.
    (
        "Women pray in Tulsa, Sunday, May 26, 2013. Repair continues after a storm hit Monday.",
        "2013-05-26",
        ["2013-05-20"],
    ),
    # Who handed the picture out is told of afterwards.
    (
        (
            "In this photo provided by a sailor, a boat drifts off Cebu on Jan. 12, 2023. "
            "A captain said Tuesday that it was rammed."
        ),
        "2023-01-12",
        ["2023-01-17"],
    ),
    # Days of a month, the month last.
    (
        "Tanks in Tver, 22 September 2020. The drill lasts from 21 to 26 September.",
        "2020-09-22",
        ["2020-09-21/2020-09-26"],
    ),
    # Years that are none.
    ("RETREAT (C 1720) Ships off a beach, c. 3 June 1940. © IWM", "1940-06-03~", []),
    ("A plant, Kursk, May 3, 2022. Satellite image 2023 Maxar Technologies.", "2022-05-03", []),
    # A line of place and date, whoever is credited in it.
    (
        (
            "Strike. A cart under guard - between ca. 1910 and ca. 1915 (Doe Collection - "
            "Library of Congress archive)"
        ),
        "1910~/1915~",
        [],
    ),
    (
        '"Two boys. Newton, NC" By Jane Doe, December 21, 1908 National Archives (102-XX-440)',
        "1908-12-21",
        [],
    ),
    (
        '"A woman at home." CREDIT Jane Doe Courtesy of Echo Archive DATE April/May 1942',
        "1942-04/1942-05",
        [],
    ),
    ("Dust on a farm photographer Jane Doe 1937 – This looks like a desert", "1937", []),
    ("View of the 1963 March on Oslo at the castle. (AP)", "1963", []),
    ('["A mill in the foreground, 06/1972" - photo by Jane Doe]', "1972-06", []),
    ("A girl goes home. UN Photo/Jane Doe 25 July 2012 Kutum Photo # 5217", "2012-07-25", []),
    ("Miembros del Movimiento 23 de Marzo esperan.", None, []),
    ("Nuns in Oslo, May 3, 2013. A vote is set for December this year.", "2013-05-03", ["2013-12"]),
    ("Nuns in Oslo, May 3, 2013, ahead of February polls.", "2013-05-03", ["2014-02"]),
    ("Nuns in Oslo, May 3, 2013. Three days ago, the mill shut.", "2013-05-03", ["2013-04-30"]),
    (
        "Nuns in Oslo, Thursday, May 25, 2017, ahead of a feast on Monday.",
        "2017-05-25",
        ["2017-05-29"],
    ),
    ("Nuns in Oslo, May 3, 2013. The mill will not open before June.", "2013-05-03", ["2013-06"]),
    ("Nuns in Oslo, May 3, 2013. The pier was shut after May spoke.", "2013-05-03", []),
    ("Nuns in Oslo, May 3, 2014, held in a camp since the 1974 invasion.", "2014-05-03", ["1974"]),
    ("Nuns in Oslo, May 3, 2014, who live there since 1974.", "2014-05-03", ["1974/.."]),
    ("A skier in Oslo, Oct. 22, 2011. It opens the 2011-12 Echo Cup season.", "2011-10-22", []),
    ("A fish pond near Loa, Utah. Photo by Jane Doe 09/04/2003", "2003-09-04", []),
    ("A fish pond near Loa. Photo by Jane Doe 09/04/2003", "[2003-04-09,2003-09-04]", []),
    ("A fish pond near Loa, Utah, 09/04/2003. REUTERS/Jane Doe", "[2003-04-09,2003-09-04]", []),
    ("Rct. Jane Doe climbs a wall on Oct. 2, 2014, in Beaufort, S.C.", "2014-10-02", []),
)


@pytest.mark.parametrize(("text", "photo", "mentioned"), READ)
def test_the_words_beside_a_date_say_what_it_is_of(
    text: str, photo: str | None, mentioned: list[str]
) -> None:
    caption = read_caption(text)
    assert (caption.date_created.edtf.text if caption.date_created else None) == photo
    assert [date.edtf.text for date in caption.mentioned_dates] == mentioned


@pytest.mark.parametrize(
    ("words", "published", "day"),
    [
        ("The photo was taken yesterday.", "2020-03-01", "2020-02-29"),
        ("This picture was taken at the port today.", "2020-03-01", "2020-03-01"),
        ("The photo was taken yesterday.", "2020-03", None),
        ("He came yesterday.", "2020-03-01", None),
    ],
)
def test_yesterday_is_the_day_before_a_known_publication(
    words: str, published: str, day: str | None
) -> None:
    caption = read_caption(f"A bus in Dhaka. {words}", Context(published=Edtf.parse(published)))
    created = caption.date_created
    assert (created.edtf.text if created else None) == day
    assert created is None or created.inferred_from == f"published {published}"
