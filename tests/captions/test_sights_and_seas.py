# ruff: noqa: E501 (a caption is one line)
"""Where a photo was made: sights that open a caption, parts of oceans, pictures from orbit, namesakes."""

from __future__ import annotations

import pytest

from photocat.captions import read_caption
from photocat.gazetteer import Gazetteer, open_gazetteer

CLASSES: tuple[tuple[str, str | None, str | None], ...] = (
    # A sight that a caption begins with, to which no word leads.
    ("The Sydney Opera House is lit up in blue for a festival of light, May 24, 2019.", "Sydney Opera House", "AU"),
    ("Whitby Abbey is lit up at dusk, October 2016. Photograph: Jane Doe/Getty Images", "Whitby Abbey", "GB"),
    ("Gloucester Cathedral is seen across flooded fields, 24 July 2009.", "Gloucester Cathedral", "GB"),
    ("Warwick Castle is reflected in the river, July 2012. Photograph: Jane Doe/PA", "Warwick", "GB"),
    ("Lancaster Pier is damaged by a storm, July 2012, said Mr Doe of Warwick Castle Ltd.", None, None),
    # In a town and, told apart from it, in its province.
    ("Nurses move a patient at a hospital in Wuhan, the epicentre of the outbreak, in Hubei province, China January 30, 2020.", "Wuhan", "CN"),
    ("A view of the Nova Kakhovka dam that was breached in Kherson region, Ukraine June 8, 2023.", "Kakhovka Dam", "UA"),
    ("Men sit in suits in the Caucasus Mountains near the seaport of Batumi, 1912.", "near the seaport of Batumi", "GE"),
    ("Women queue for food at a centre in Renk, near the border crossing point in Renk County of Upper Nile State, South Sudan May 1, 2023.", "Renk", "SS"),
    # What has no name of its own sits in the capital.
    ("Protesters gather outside the Swedish parliament in September 2018.", "Stockholm", "SE"),
    ("Lawmakers fight inside the Ukrainian parliament, 12 May 2012.", "Kyiv", "UA"),
    ("A woman holds a flag in front of the Hungarian parliament, 16 December 2018.", "Budapest", "HU"),
    ("Jane Doe waves outside the Dutch parliament in Leiden, 16 December 2018.", "Leiden", "NL"),
    # Oceans and their parts.
    ("A cutter's crew boards a vessel in the Eastern Pacific Ocean, July 7, 2020. U.S. Coast Guard photo", "Eastern Pacific", None),
    ("Sailors stand watch in the eastern Pacific, July 7, 2020. (U.S. Navy photo by Jane Doe)", "Eastern Pacific", None),
    ("Arctic Circle (March 2011) -- The submarine USS Doe (SSN 718) surfaces through the ice.", "Arctic Ocean", None),
    ("A balloon drifts over the Central Continental United States February 3, 2023.", "United States", "US"),
    # Of namesakes the one beside what else is told.
    ("Migrants wait by the river in Matamoros, Mexico, across from Brownsville, Texas, June 24, 2019.", "Heroica Matamoros", "MX"),
    ("Revelers throw tomatoes in the village of Bunol, near Valencia, August 29, 2012.", "Buñol", "ES"),
    # Flights, series and lists of archives.
    ("A B-1B bomber from Andersen Air Force Base, Guam, conducted a flight in the vicinity of Osan, South Korea, Sept. 13, 2016.", "in the vicinity of Osan", "KR"),
    ("A boy with his dog near Leakey, Texas. One of Nine Pictures near San Antonio, 05/1973", "near Leakey", "US"),
    ('"Infantrymen wait to board their landing craft in England." Moore, June 4, 1944. 111-SC-190367.', "England", "GB"),
    ('"Two boys look at the ruins of their home. House bombed Feb. 10, Reading, Berks., England." Doe, February 11, 1943. 111-SC-178801.', "Reading", "GB"),
    ("Обвиняемый в Мосгорсуде, 2 февраля 2021 года", "Moscow City Court", "RU"),
)  # fmt: skip

FROM_ORBIT: tuple[tuple[str, str], ...] = (
    ("ISS036-E-1234 (3 June 2013) --- Clouds over the Pacific Ocean are seen in this image photographed by a crew member aboard the International Space Station.", "Pacific Ocean"),
    ("ISS005-E-19024 (30 October 2002) --- Mount Etna eruption, Sicily, is featured in this image photographed by an Expedition 5 crew member.", "Mount Etna"),
    ("Lake Chad, on the border of Chad and Niger, photographed by an astronaut on the International Space Station.", "Lake Chad"),
)  # fmt: skip


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(("caption", "name", "country"), CLASSES)
def test_a_caption_tells_where_its_photo_was_made(
    caption: str, name: str | None, country: str | None, places: Gazetteer
) -> None:
    found = read_caption(caption, gazetteer=places).location_created

    assert (found.name.name if found else None) == name
    assert (found.name.country_code if found else None) == country


@pytest.mark.parametrize(("caption", "name"), FROM_ORBIT)
def test_a_picture_from_orbit_shows_a_place_and_was_made_at_none(
    caption: str, name: str, places: Gazetteer
) -> None:
    found = read_caption(caption, gazetteer=places)

    assert found.location_created is None
    assert found.location_shown is not None
    assert found.location_shown.name.name == name


def test_a_post_office_has_a_point_of_its_own(places: Gazetteer) -> None:
    assert not [n for n in places.named("parcel return service") if n.place.point.lat == 0]
