"""Names that a state, a street, a body or a larger town bears as well, and names written in part
in small letters: what a caption means by them."""

from __future__ import annotations

import pytest

from photocat.captions import read_caption
from photocat.gazetteer import Gazetteer, open_gazetteer
from photocat.gazetteer.keys import key
from photocat.gazetteer.tables import rows_of

STATES = """
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah
Vermont Virginia Wisconsin Wyoming
"""

MEANT: tuple[tuple[str, str, str | None], ...] = (
    # A town's own name goes before what another language calls one.
    ("Tourists walk in Cancun, May 4, 2016.", "Cancún", "MX"),
    ("Sailors wave in Odessa, May 4, 2016.", "Odesa", "UA"),
    ("Smoke rises in Gaza, May 4, 2016.", "Gaza", "PS"),
    ("Men pray in Niger, May 4, 2016.", "Niger", "NE"),
    ("A submarine surrenders in St. John's, Nfld., in 1945.", "St. John's", "CA"),
    # What a day is called in Spanish is a part of a name.
    ("Men repair a roof in Santo Domingo, May 4, 2016.", "Santo Domingo", "DO"),
    # Called like a street, a body, a fire, or after a university.
    ("The minister waves in Downing Street, May 4, 2016.", "Downing Street", "GB"),
    ("Players warm up at Bank of America Stadium, May 4, 2016.", "Bank of America Stadium", "US"),
    ("Guards stand at the Washington Navy Yard, May 4, 2016.", "Washington Navy Yard", "US"),
    ("Men read at the American University of Beirut.", "American University of Beirut", "LB"),
    # Named in part in small letters, or over a sign.
    ("Men arrive at the Arak heavy water reactor.", "Arak heavy water reactor", "IR"),
    ("Players warm up at AT&T Stadium, May 4, 2016.", "AT&T Stadium", "US"),
    ("Cyclists climb the Alpe d'Huez, May 4, 2016.", "Alpe d'Huez", "FR"),
    # Counties, lands overseas, the states around a town.
    ("Women fetch water in Garissa County, Kenya, May 4, 2016.", "Garissa County", "KE"),
    ("Men walk in Longyearbyen, Svalbard, Norway, May 4, 2016.", "Longyearbyen", "SJ"),
    ("Boys fish. Little Falls, New York, October 1941", "Little Falls", "US"),
    ("A farm. Liberal vicinity, Kansas, June 1937", "Liberal", "US"),
    ("Wagons pass. Culpeper Court House, Virginia, August 1862", "Culpeper", "US"),
    # A state's letters need no comma behind a base; a heading may stand before a dash.
    ("Soldiers run at Fort Bragg N.C., Jan. 11, 2021.", "Fort Bragg", "US"),
    ("KENYA - Nairobi - 4 May 2016 - Boys play with a ball.", "Nairobi", "KE"),
    ("Pacific Ocean - Ships sail in formation.", "Pacific Ocean", None),
    ("LEYTE, PHILIPPINES - MAY 04: Men rest on May 4, 2016 in Tacloban.", "Tacloban", "PH"),
    ("Smoke 60km (37 miles) north east of Aleppo.", "60km (37 miles) north east of Aleppo", "SY"),
    ("Women sit in the middle of New York's Tenth Avenue, May 4, 2016.", "New York City", "US"),
    ("A house burns during heavy bombardment of Baghdad, May 4, 2016.", "Baghdad", "IQ"),
    # A country's champion is no town of it.
    ("Britain's Mark Roe wins a race from Nice, in Marseille, France.", "Marseille", "FR"),
    # Who lives there is where he lives; a march and a home are elsewhere.
    ("Residents of Carentan, France, raise a stone.", "Carentan", "FR"),
    ("Men meet in New York to plan the march on Washington, D.C.", "New York City", "US"),
    ("Pvt. John Roe of Kankakee, Illinois, stands on watch in Hagenau, France.", "Haguenau", "FR"),
    ("Men wait for the largest ship in the United States, in Rota, Spain.", "Rota", "ES"),
)  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize("row", MEANT, ids=[row[0][:50] for row in MEANT])
def test_a_name_means_what_its_caption_means(
    row: tuple[str, str, str | None], gazetteer: Gazetteer
) -> None:
    text, name, country = row
    place = read_caption(text, gazetteer=gazetteer).location_created
    assert place is not None
    assert (key(place.name.name), place.name.country_code) == (key(name), country)


@pytest.mark.parametrize("state", STATES.split())
def test_a_state_of_america_stands_alone(state: str, gazetteer: Gazetteer) -> None:
    text = f"People walk through a flooded street in {state} on May 3, 2020. (AP Photo/Jane Doe)"
    place = read_caption(text, gazetteer=gazetteer).location_created
    assert place is not None
    assert (place.name.name, place.name.country_code) == (state, "US")


def test_a_sight_is_read_by_its_full_name(gazetteer: Gazetteer) -> None:
    sights = [r for r in rows_of("sites.tsv") if r["kind"] in {"landmark", "base", "camp"}][::12]
    missed = []
    for row in sights:
        text = f"People stand at {row['name']} on May 3, 2020. (AP Photo/Jane Doe)"
        place = read_caption(text, gazetteer=gazetteer).location_created
        if place is None or place.name.country_code != (row["country"] or None):
            missed.append(row["name"])
    assert len(missed) <= len(sights) * 0.03, missed


def test_a_person_from_a_place_is_not_there(gazetteer: Gazetteer) -> None:
    text = "Ann Roe, from Spring Lake, North Carolina, assigned to the carrier, sorts mail."
    assert read_caption(text, gazetteer=gazetteer).location_created is None


def test_a_rocket_that_starts_from_a_pad_was_not_seen_by_a_satellite(gazetteer: Gazetteer) -> None:
    text = "A rocket rises from Space Launch Complex 40 at Cape Canaveral, Florida, May 4, 2016."
    caption = read_caption(text, gazetteer=gazetteer)
    assert caption.location_created is not None
    assert caption.location_shown is None


def test_a_photographer_who_is_not_known_is_no_town(gazetteer: Gazetteer) -> None:
    text = "Ferns on the porch of an office, Brisbane, Queensland, 1904, photographer unknown."
    caption = read_caption(text, gazetteer=gazetteer)
    assert caption.creator == ()
    assert caption.location_created is not None
    assert caption.location_created.name.name == "Brisbane"
