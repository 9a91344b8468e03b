# ruff: noqa: E501 (a caption is one line)
"""Days that are called by a name, and what else a date is of: captions, invented.

Each is the caption, the photo's date, the dates that are only mentioned.
"""

from __future__ import annotations

import re

import pytest

from photocat.captions import read_caption
from photocat.captions.feasts import FEASTS

Said = tuple[str, str | None, tuple[str, ...]]

# fmt: off
NAMED: tuple[Said, ...] = (
    ("Fireworks over the harbour of Sydney on New Year's Eve 2019.", "2019-12-31", ()),
    ("A couple waits for a train, Christmas Eve 1944. Photo: Jane Doe/LIFE", "1944-12-24", ()),
    ("Children in costumes, Halloween 2017", "2017-10-31", ()),
    ("Nurses of the hospital in Neuilly, Fourth of July, 1917.", "1917-07-04", ()),
    ("Silvester 2021 am Brandenburger Tor. Foto: Jane Doe/dpa", "2021-12-31", ()),
    ("Nochevieja de 2018 en la Puerta del Sol. EFE/Jane Doe", "2018-12-31", ()),
    ("Jour de l'An 1945 à Bastogne.", "1945-01-01", ()),
    ("Troops wade ashore on D-Day, 1944.", "1944-06-06", ()),
    ("A ceremony on the beach on D-Day 2019.", "2019", ()),
    ("Veterans of the war salute on Veterans Day 1974.", "1974", ()),
    ("The President lays a wreath on Armistice Day 1910.", "1910", ()),
    ("A penitent carries a cross in Manila on Good Friday, 2012.", "2012", ()),
    ("A barbecue in Ridgway, Colorado, on Labor Day, 1940", "1940", ()),
    ("A man reads in Cairo during Ramadan 2015.", "2015", ()),
    ("Halloween weekend 2017 in Salem.", "2017", ()),
    ("A train on Thanksgiving Eve 2018.", "2018", ()),
    ("A priest at Orthodox Christmas Eve 2016 in Kyiv.", "2016", ()),
    ("A Coptic family in Cairo on Christmas Day 2016.", "2016", ()),
    ("Travellers on Lunar New Year's Eve 2011 in Beijing.", "2011", ()),
    ("Coptic Christmas Eve Mass in Cairo, January 6, 2018.", "2018-01-06", ()),
    ("Children hunt for eggs on Easter Monday, April 22, 2019.", "2019-04-22", ()),
    ("A couple kisses on New Year's Eve in Times Square.", None, ()),
    ("A memorial to the victims of the 2004 Boxing Day tsunami.", None, ("2004",)),
    ("A survivor of the Boxing Day 2004 tsunami prays in Hull, May 3, 2014.", "2014-05-03", ("2004-12-26",)),
    ("The attack on Bastille Day 2016 in Nice killed 86. A memorial is seen on July 13, 2017.", "2017-07-13", ("2016-07-14",)),
    ("A man, who was arrested on New Year's Day 2012, waits in court.", None, ("2012-01-01",)),
    ("Red crabs cross a road on Christmas Island 2021 metres from the sea.", None, ()),
)

IN_PASSING: tuple[Said, ...] = (
    ("A monument is inaugurated in Cairo on May 3, 2014.", "2014-05-03", ()),
    ("A statue in Chemnitz, unveiled October 9, 1971. Photograph by Jane Doe, summer 1994.", "1994-22", ("1971-10-09",)),
    ("Retrato de archivo, sin fecha, de un poeta fallecido en marzo de 1942.", None, ("1942-03",)),
    ("Crew of a bomber, lost 22 February 1944, in an undated photograph.", None, ("1944-02-22",)),
    ("Released on November 14, 2013: an aerial view of an islet.", "[..2013-11-14]", ()),
    ("A missile, in this photo taken in 2015 and released in March 2018.", "2015", ("2018-03",)),
    ("A mosque before it was blown up on June 21, 2017.", None, ("2017-06-21",)),
    ("Am 24. Februar 2022 begann der Angriff; diese Aufnahme zeigt Charkiw im Juli 2021.", "2021-07", ("2022-02-24",)),
    ("The army reached the town in October 1935; this photo is from 2016.", "2016", ("1935-10",)),
    ("Самолет, разбившийся 25 декабря 2016 года, в аэропорту. Фото 2015 года.", "2015", ("2016-12-25",)),
    ("Die Feuerwehr hatte gelöscht. Archivbild aus dem Jahr 2016. Foto: Jane Doe/dpa", "2016", ()),
    ("A bridge, opened for cars on May 16, 2018 and for trains on December 23, 2019.", None, ("2018-05-16", "2019-12-23")),
    ("A missile first deployed there after a jet was shot down on 24 November 2015.", None, ("2015-11-24",)),
    ("An Su-24 on 24 November 2015.", "2015-11-24", ()),
    ("Coins dated 1943 are displayed in Denver on Thursday, Feb. 7, 2013.", "2013-02-07", ("1943",)),
    ("A dam in satellite images taken May 28, 2023, left, and June 7, 2023.", "{2023-05-28,2023-06-07}", ()),
    ("Jersey No. 1983 of a rider's kit on display at a museum.", None, ()),
    ("Nick Moe (b. 1944) in London, 1971.", "1971", ()),
    ("Dancers of the company at the opera, 1961/62 season.", None, ()),
    ("Harbour of Smyrna, second half of the 1910s.", "191X", ()),
    ("A photo dated 12/05/11 of a train. Issue date: Wednesday August 15, 2018.", "[2011-05-12,2011-12-05]", ("2018-08-15",)),
    ("A poster of a girl last seen on May 3, 2014 hangs in Hull.", None, ("2014-05-03",)),
    ("A woman accused of a theft on June 3, 2011 arrives in court in Hull.", None, ("2011-06-03",)),
    ("A stamp issued on 9 May 1945 shows a soldier.", None, ("1945-05-09",)),
    ("A president, in office since her election on May 7, 2017, visits Lyon.", None, ("2017-05-07",)),
    ("A woman recalls the night of 13 February 1945, when the city was bombed.", None, ("1945-02-13",)),
    ("A monument bears the date May 18, 1944.", None, ("1944-05-18",)),
    ("Der Mann, der am 19. Dezember 2016 in Celle festgenommen wurde, im Gericht.", None, ("2016-12-19",)),
    ("A sergeant receives a medal in Hull, Jan. 9, 2012, for actions in Sangin on Oct. 14, 2010.", "2012-01-09", ("2010-10-14",)),
    ("SAN DIEGO (July 12, 2018) A sailor waves from a ship launched here, on July 28, 1998, by night.", "2018-07-12", ("1998-07-28",)),
    ("Ein Mann betrachtet ein Großfoto aus dem Jahr 1945, das Ruinen zeigt.", None, ("1945",)),
    ("Das undatierte Foto aus dem Jahr 1945 zeigt den Blick über die Ruinen.", "1945", ()),
    ("Aufgenommen 1945 beim Kampf um Celle: Ein Soldat flieht.", "1945", ()),
    ("Ein Soldat hisst 1945 über dem Tor eine Fahne.", "1945", ()),
    ("A polling station in Harare, ready for the July 30 vote, July 29, 2018.", "2018-07-29", ("2018-07-30",)),
)
# fmt: on


@pytest.mark.parametrize(
    ("text", "photo", "mentioned"), [*NAMED, *IN_PASSING], ids=lambda v: v[:40] if v else ""
)
def test_a_caption_is_dated(text: str, photo: str | None, mentioned: tuple[str, ...]) -> None:
    caption = read_caption(text)
    assert (caption.date_created.edtf.text if caption.date_created else None) == photo
    assert tuple(date.edtf.text for date in caption.mentioned_dates) == mentioned


@pytest.mark.parametrize(
    ("name", "day"), [(name, feast.day) for feast in FEASTS for name in feast.names.split("|")]
)
def test_every_feast_is_read_with_its_year(name: str, day: str) -> None:
    date = read_caption(f"A crowd in Hull, {name} 1999.").date_created
    if name == "d-day":
        day = ""
    assert date is not None
    assert date.edtf.text == ("1999-" + day).rstrip("-")


def test_a_feast_with_a_day_has_one_that_every_year_has() -> None:
    assert all(re.fullmatch(r"(?:\d\d-\d\d)?", feast.day) for feast in FEASTS)
    assert "02-29" not in [feast.day for feast in FEASTS]
