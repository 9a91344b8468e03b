"""The places of captions: chains and their container, relations, roles, and what is no place.

The captions are our own, written as agencies, archives and armed forces write.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.captions.caption_dates import read_dates
from photocat.captions.found import Context
from photocat.captions.places import PlacesFound, find_places
from photocat.captions.text import read_text
from photocat.gazetteer import Gazetteer, open_gazetteer
from photocat.places import Point


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


def read(caption: str, gazetteer: Gazetteer, *, body: bool = False) -> PlacesFound:
    text = read_text(caption)
    return find_places(text, gazetteer, dates=read_dates(text, Context()).claimed, body=body)


CREATED = [
    # a caption, the place it was made at, what contains that, the country
    ("Farmers load melons in Talent, Oregon, July 3, 2021.", "Talent", "Oregon", "US"),
    ("A man paints a fence in Detroit, Nevada, on May 4, 2019.", "Nevada", "United States", "US"),
    ("A boat is moored in Alexandria, VA, March 30, 2024.", "Alexandria", "Virginia", "US"),
    ("Students march in Norristown, Pa., June 8, 2017.", "Norristown", "Pennsylvania", "US"),
    ("Snow falls in Paris, Texas, January 5, 2014.", "Paris", "Texas", "US"),
    ("Snow falls in Paris, January 5, 2014.", "Paris", "Île-de-France", "FR"),
    ("Rain falls in Georgia's capital Tbilisi, May 2, 2012.", "Tbilisi", "Tbilisi", "GE"),
    ("SAN DIEGO (March 26, 2010) Sailors man the rails.", "San Diego", "California", "US"),
    ("KABUL, Afghanistan (May 1, 2011) - A girl flies a kite.", "Kabul", "Kabul", "AF"),
    ("ARABIAN SEA (April 28, 2021) The ship takes on fuel.", "Arabian Sea", "", None),
    ("A soldier rests at Bagram Air Field, Afghanistan, July 19, 2014.",
     "Bagram Airfield", "Parwan",
     "AF"),
    ("A soldier rests at the Hmeimim air base near Latakia, Syria, in May 2016.",
     "Hmeimim air base", "Latakia", "SY"),
    ("Police stand guard in Afghanistan's Helmand province, July 3, 2013.", "Helmand",
     "Afghanistan", "AF"),
    ("Children play in the Lebanese town of Tripoli on May 3, 2014.",
     "Tripoli", "North Lebanon", "LB"),
    ("Men push a car in Tripoli, Libya, on May 3, 2014.", "Tripoli", "Tripoli", "LY"),
    ("A dog runs in Kandahar province, Afghanistan, March 1, 2012.",
     "Kandahar", "Afghanistan", "AF"),
    ("A dog runs in Kandahar, Afghanistan, March 1, 2012.", "Kandahār", "Kandahar", "AF"),
    ("Voters queue in Baidoa, west of Mogadishu, Somalia, April 9, 2017.", "Baidoa", "Bay", "SO"),
    ("A stork nests on a temple of Bagan, 690 km (429 miles) north of Yangon, May 2, 2013.",
     "Bagan", "Mandalay Region", "MM"),
    ("Buffaloes graze in Hwange National Park, Zimbabwe, about 840 km south of Harare, May 2012",
     "Hwange National Park", "Zimbabwe", "ZW"),
    ("A girl sleds in Vorkuta, 1,900 km (1,180 miles) north of Moscow, in January 1998.",
     "Vorkuta", "Komi", "RU"),
    ("Steam rises from the slopes of Mount Etna, Jan. 5, 2015.", "Mount Etna", "Sicily", "IT"),
    ("Oregon. Josephine County, near Grants Pass. Hop yard. August 1939", "Josephine County",
     "Oregon", "US"),
    ("Child of a field worker. Crystal City, Texas, 1939, March.", "Crystal City", "Texas", "US"),
    ("Ein Kind spielt in Erfurt am 3. Mai 2015.", "Erfurt", "Thuringia", "DE"),
    ("Un homme marche à Genève le 3 mai 2015.", "Geneva", "Geneva", "CH"),
    ("Un niño juega en Sevilla el 3 de mayo de 2015.", "Sevilla", "Andalusia", "ES"),
    ("Люди идут по улице в Киеве, 3 мая 2015 года.", "Kyiv", "Kyiv City", "UA"),
    ("Люди на площі у Львові, 3 травня 2015 року.", "Lviv", "Lviv", "UA"),
    ("5月3日,在叙利亚首都大马士革,一名男孩在街上奔跑。", "Damascus", "Damascus Governorate", "SY"),
    ("رجل يسير في شارع في دمشق في 3 مايو 2015", "Damascus", "Damascus Governorate", "SY"),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "name", "within", "country"), CREATED)
def test_a_caption_says_where_it_was_made(
    gazetteer: Gazetteer, caption: str, name: str, within: str, country: str | None
) -> None:
    created = read(caption, gazetteer).created

    assert created is not None
    assert created.name.name == name
    assert created.name.country_code == country
    assert within in (*created.name.hierarchy, "")


NO_PLACE = [
    "The aircraft carrier USS Virginia sails on.",
    "Paris Hilton waves to her fans.",
    "The San Diego Padres celebrate a win.",
    "Hurricane Florence is seen on a chart.",
    "Jordan Smith, 24, of Dallas, holds a cup.",
    "A Russian pilot waves.",
    "The Duke of York smiles.",
    "The 82nd Airborne Division band plays.",
    "A woman reads The Washington Post.",
    "Sen. Mary Jones, R-Maine, speaks.",
    "President of Syria, Bashar al-Assad, speaks.",
    "Houses on Pennsylvania Avenue are painted.",
]


@pytest.mark.parametrize("caption", NO_PLACE)
def test_ships_teams_storms_titles_and_people_are_no_places(
    gazetteer: Gazetteer, caption: str
) -> None:
    found = read(caption, gazetteer)

    assert found.created is None
    assert found.shown is None


# --- relations ------------------------------------------------------------------------------------


def test_near_a_place_is_never_that_place(gazetteer: Gazetteer) -> None:
    created = read("Smoke rises near Mosul, Iraq, March 3, 2017.", gazetteer).created

    assert created is not None
    assert created.relation == "near"
    assert created.place_id is None
    assert created.name.hierarchy[-1] == "Iraq"
    assert created.point is not None
    assert created.point.radius_m >= 25_000


def test_a_distance_and_a_direction_move_the_circle(gazetteer: Gazetteer) -> None:
    created = read("A village 60 km north of Damascus, May 20, 2010.", gazetteer).created
    damascus = Point(33.51, 36.29)

    assert created is not None
    assert created.relation == "60 km north of"
    assert created.point is not None
    assert 50_000 < created.point.distance_m(damascus) < 70_000
    assert created.point.lat > damascus.lat
    assert created.point.distance_m(damascus) < created.point.radius_m + 40_000


def test_a_namesake_that_lies_elsewhere_is_not_what_is_told_by_a_distance(
    gazetteer: Gazetteer,
) -> None:
    created = read(
        "A heron wades in a river near the village of Khed, about 57 km (35 miles) north of Pune,"
        " September 27, 2012.",
        gazetteer,
    ).created

    assert created is not None
    assert created.relation == "about 57 km (35 miles) north of"


def test_thousands_of_kilometres_are_not_one_and_a_bit(gazetteer: Gazetteer) -> None:
    created = read("A mine 1,900 km north of Moscow, May 20, 2010.", gazetteer).created

    assert created is not None
    assert created.point is not None
    assert created.point.lat > 70


def test_a_part_of_a_country_is_a_circle_in_it(gazetteer: Gazetteer) -> None:
    created = read("Fields burn in eastern Ukraine, July 2, 2014.", gazetteer).created
    ukraine = gazetteer.country("UA")

    assert created is not None
    assert ukraine is not None
    assert created.point is not None
    assert created.relation == "eastern"
    assert created.point.lon > ukraine.lon
    assert created.point.radius_m < ukraine.radius_m


# --- ambiguity ------------------------------------------------------------------------------------


def test_a_name_of_several_places_is_ambiguous_and_none_is_chosen(gazetteer: Gazetteer) -> None:
    found = read("A parade is held in Springfield on July 4, 1955.", gazetteer)

    assert found.created is None
    assert len(found.ambiguous[0].candidates) > 3


def test_a_container_settles_it(gazetteer: Gazetteer) -> None:
    created = read("A parade is held in Springfield, Illinois, on July 4, 1955.", gazetteer).created

    assert created is not None
    assert created.name.hierarchy == ("Illinois", "United States")


def test_bare_georgia_is_a_state_and_a_country(gazetteer: Gazetteer) -> None:
    found = read("A church in Georgia, May 3, 2001.", gazetteer)

    assert found.created is None
    assert {place.country for place in found.ambiguous[0].candidates} == {"GE", "US"}


def test_of_several_villages_the_country_is_all_that_is_certain(gazetteer: Gazetteer) -> None:
    found = read(
        "A shell lies near the village of Dmytrivka in eastern Ukraine, May 1, 2014.", gazetteer
    )

    assert found.created is not None
    assert found.created.name.country_code == "UA"
    assert found.created.point is not None
    assert found.created.point.radius_m > 100_000
    assert len(found.ambiguous[0].candidates) > 1


# --- roles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "caption",
    [
        "A satellite image shows the naval facility in Tartus on May 3, 2019.",
        "The naval facility in Tartus, Syria, as a satellite saw it on May 3, 2019.",
        "The naval facility in Tartus, Syria, seen from a satellite on May 3, 2019.",
    ],
)
def test_a_satellite_image_shows_a_place_and_was_made_at_none(
    gazetteer: Gazetteer, caption: str
) -> None:
    found = read(caption, gazetteer)

    assert found.created is None
    assert found.shown is not None
    assert found.shown.name.name == "Tartus naval facility"


def test_body_text_places_no_photo(gazetteer: Gazetteer) -> None:
    found = read("Troops arrived at the Hmeimim air base in Syria.", gazetteer, body=True)

    assert found.created is None
    assert {m.name.name for m in found.mentioned} == {"Hmeimim air base"}


def test_what_is_pictured_is_shown(gazetteer: Gazetteer) -> None:
    found = read(
        "Ships use the Tartus naval facility (pictured) in Syria.", gazetteer, body=True
    )  # fmt: skip

    assert found.shown is not None
    assert found.shown.name.name == "Tartus naval facility"


def test_places_of_the_second_sentence_are_mentions(gazetteer: Gazetteer) -> None:
    found = read(
        "A nurse rests in Lagos, Nigeria, May 3, 2020. She was born in Kenya and lives in Ghana.",
        gazetteer,
    )

    assert found.created is not None
    assert found.created.name.name == "Lagos"
    assert {m.name.name for m in found.mentioned} == {"Kenya", "Ghana"}


# --- every caption --------------------------------------------------------------------------------


@pytest.mark.parametrize(("caption", "name", "within", "country"), CREATED)
def test_the_quote_is_what_stands_there(
    gazetteer: Gazetteer, caption: str, name: str, within: str, country: str | None
) -> None:
    found = read(caption, gazetteer)
    for place in filter(None, (found.created, found.shown, *found.mentioned, *found.ambiguous)):
        assert caption[place.start : place.end] == place.quote
        assert 0 < place.confidence < 1


@given(st.text(max_size=300))
def test_no_text_is_refused(text: str) -> None:
    opened = open_gazetteer()
    read(text, opened)
    opened.close()


@pytest.mark.parametrize(
    "unit", ["A-", "A.", "Paris, ", "of the ", "(", "the City of ", "1st A ", "北京", "Al-A "]
)
def test_no_text_is_slow(gazetteer: Gazetteer, unit: str) -> None:
    """Twice the text costs about twice as much: counted in names looked up, not in seconds."""
    asked: list[str] = []

    class Counting(Gazetteer):
        def __init__(self) -> None:
            super().__init__(*gazetteer.paths)
            known = self.named

            def named(of_key: str) -> object:
                asked.append(of_key)
                return known(of_key)

            self.named = named  # type: ignore[assignment]

    counting = Counting()
    find_places(read_text(unit * 200), counting)
    first = len(asked)
    find_places(read_text(unit * 400), counting)
    counting.close()

    assert len(asked) - first <= 2.5 * first + 50


def test_the_captions_of_the_seed_are_all_placed(corpus: Path, gazetteer: Gazetteer) -> None:
    lines = (corpus / "captions/seed-gold.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        found = read(row["text"], gazetteer, body=row["kind"] != "caption")
        place = found.created or found.shown
        if row["kind"] != "caption":
            assert found.created is None, row["line"]
            continue
        assert place is not None, row["line"]
        assert place.point is not None
        gold = row["place"]
        assert place.point.distance_m(Point(gold["lat"], gold["lon"])) < 3_000, row["line"]
        assert place.name.country_code == "SY"
        assert (found.created is None) == (row["line"] == 3)
