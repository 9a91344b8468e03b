# ruff: noqa: E501 (a caption is one line)
"""Where a photo was made: homes of units, flights, distances, headings of archives, rivers."""

from __future__ import annotations

import pytest

from photocat.captions import read_caption
from photocat.gazetteer import Gazetteer, open_gazetteer

CLASSES: tuple[tuple[str, str | None, str | None], ...] = (
    # What tells how far and where a town lies is not where the photo was made.
    ("Women sort fish in Cuddalore, some 180 km (112 miles) south of the southern Indian city of Chennai, May 4, 2016.", "Cuddalore", "IN"),
    ("A woman votes in Tanta, about 90 kilometers (56 miles) north of the Egyptian capital Cairo, May 4, 2016.", "Tanta", "EG"),
    ("A boy walks in Banda Aceh, some 1,700 km (1,056 miles) northwest of Jakarta, May 4, 2016.", "Banda Aceh", "ID"),
    ("Houses stand in Breezy Point, a neighborhood located in the New York City borough of Queens, Oct. 31, 2012.", "Breezy Point", "US"),
    ("Children play in Kibera, a slum in Nairobi, Kenya, May 4, 2016.", "Kibera", "KE"),
    ("A tent stands in Kutupalong, a camp located in Cox's Bazar, Bangladesh, May 4, 2018.", "Kutupalong", "BD"),
    ("Pines burn in the village of Gouves, on the island of Evia, Greece, May 4, 2016.", "Gouves", "GR"),
    # Whose unit it is says where it is at home.
    ("An F-16 Fighting Falcon, from the 510th Fighter Squadron, Aviano Air Base, Italy, flies over Afghanistan, May 4, 2010.", "Afghanistan", "AF"),
    ("A jet lands. The jet, from the 9th Bomb Wing at Ellsworth Air Force Base, S.D., is new.", None, None),
    ("A bomber flies over the Pacific Ocean on May 4, 2006. It is one from the 28th Bomb Wing at Ellsworth Air Force Base, S.D., and it is old.", "Pacific Ocean", None),
    ("Airmen from the 31st Fighter Wing load a jet at Aviano Air Base, Italy, May 4, 2016.", "Aviano Air Base", "IT"),
    ("Soldiers from the 2nd Infantry Division, Joint Base Lewis-McChord, Wash., fire a gun at Yakima Training Center, Wash., May 4, 2016.", "Yakima Training Center", "US"),
    # What was flown over, and what was done elsewhere before.
    ("Two F-15E Strike Eagles fly over northern Iraq early in the day, after conducting airstrikes in Syria.", "northern Iraq", "IQ"),
    ("A pair of jets refuel over eastern Syria after strikes in Iraq, May 4, 2015.", "eastern Syria", "SY"),
    ("A C-17 drops bundles over Afghanistan in support of an operation.", "Afghanistan", "AF"),
    ("A rocket soars after launching from Cape Canaveral, Fla., May 4, 2016.", "Cape Canaveral", "US"),
    ("Runners rest after completing a race in Boston, May 4, 2016.", "Boston", "US"),
    ("Smoke rises after airstrikes in Aleppo, Syria, May 4, 2016.", "Aleppo", "SY"),
    ("Police stand in Kabul, a day after the attack in Kunduz, May 4, 2016.", "Kabul", "AF"),
    ("Police stand guard a day after the attack in Kunduz, Afghanistan, May 4, 2016.", "Kunduz", "AF"),
    ("A wave approaches Kamaishi from an unnamed bay in Iwate Prefecture, March 11, 2011.", "Kamaishi", "JP"),
    # Rivers run through towns, and bridges from one to the other.
    ("A ferry sails on the Hudson River in New York, May 4, 2016.", "New York City", "US"),
    ("Cars lie on the broken bridge between Minneapolis and St. Paul over the Mississippi River, Aug. 2, 2007.", "Minneapolis", "US"),
    ("A barge on the Mississippi River in Louisiana, May 4, 2016.", "Louisiana", "US"),
    # Headings of archives; but not whoever bears the name of a battle.
    ("Battle of Midway, June 1942. A bomber burns on deck.", "Midway Atoll", "UM"),
    ("Photo #: 80-G-12345 Pearl Harbor Attack, 7 December 1941. A ship burns.", "Pearl Harbor", "US"),
    ("Inchon Invasion, September 1950. Marines climb a wall.", "Incheon", "KR"),
    ("Guadalcanal Campaign, August 1942. Marines rest on the beach.", "Guadalcanal", "SB"),
    ("Battle of the Coral Sea, May 1942. A carrier burns.", "Coral Sea", None),
    ("Invasion of Saipan, 15 June 1944. Troops wade ashore.", "Saipan", "MP"),
    ("Battle of Midway veterans gather in Washington, D.C., June 4, 2012.", "Washington", "US"),
    # Names that end in small letters, what opens, camps with a name of their own, capitals.
    ("A crowd sings at the Brandenburg gate, November 9, 1989.", "Brandenburg Gate", "DE"),
    ("A girl throws the ball at the opening of Ebbets Field, April 5, 1913.", "Ebbets Field", "US"),
    ("A man waits at the Ifo 2 refugee camp in Dadaab, near the border.", "Dadaab", "KE"),
    ("U.S. 66 CROSSES THE RIVER AT TOPOCK, 05/1972.", "Topock", "US"),
    ("Boats pass the flooded streets of New Orleans, in the wake of a storm, in Louisiana, May 4, 2016.", "New Orleans", "US"),
    # Russian names of bases, and what lies in what.
    ("Самолет взлетает с авиабазы Хмеймим в Сирии. 3 октября 2015.", "Hmeimim air base", "SY"),
    ("Migrants wait near Grodno, Belarus, May 4, 2021.", "near Hrodna", "BY"),
    ("People walk near the village of Grabovo, Ukraine, May 4, 2016.", "near the village of Hrabove", "UA"),
)  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(("text", "name", "country"), CLASSES)
def test_where_a_photo_was_made(
    gazetteer: Gazetteer, text: str, name: str | None, country: str | None
) -> None:
    created = read_caption(text, gazetteer=gazetteer).location_created

    assert (created and created.name.name, created and created.name.country_code) == (name, country)
