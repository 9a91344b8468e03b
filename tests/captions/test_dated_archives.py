# ruff: noqa: E501 (a caption is one line)
"""Captions of archives, navies and file photos, invented: headings, figures, makers, months."""

from __future__ import annotations

import pytest

from photocat.captions import Context, read_caption
from photocat.dates import Edtf

Said = tuple[str, str | None, list[str]]

# fmt: off
HEADINGS: tuple[Said, ...] = (
    ("Battle of the Straits, October 1944. USS Example (CVL-99) burns soon after she was hit by a bomb on 24 October 1944.", "1944-10-24", []),
    ("Battle of the Reef, May 1942. The crew leave USS Example (CV-99) during the afternoon of 8 May 1942, after a torpedo struck.", "1942-05-08", []),
    ("Example Islands Operation, November 1943. Boats head for the beach, 20 November 1943.", "1943-11-20", []),
    ("Example Landings, 1945. Boats head for the beach on D-Day, 19 February 1945. A hill is at the left.", "1945-02-19", []),
    ("Battle of the Atoll, 4-7 June 1942. USS Example (CV-99) under attack on 4 June 1942.", "1942-06-04", []),
    ("Spanish War, 1898. USS Example (BB-99) off Santiago. She was sunk on 4 June 1915.", "1898", ["1915-06-04"]),
    ("Raid on the Harbor, November 1943. A cruiser burns. She was repaired by March 1944.", "1943-11", ["1944-03"]),
    ("Raid on the Harbor, November 1943. A cruiser burns on 5 November 1943 and 11 November 1943.", "1943-11", ["1943-11-05", "1943-11-11"]),
    ("[Earthquake, 1906. View from a hill]. Doe, Jane, photographer. 1906 Apr. 18", "1906-04-18", []),
    ("Farm near Waco, Texas, June 1936. The barn burned on 4 June 1936.", "1936-06", ["1936-06-04"]),
)
FIGURES: tuple[Said, ...] = (
    ("Slate pickers at a breaker. E. Example, Pa., 03/04/1911", "1911-03-04", []),
    ("Glass works boys, Morgantown, W. Va., 10/08/1908", "1908-10-08", []),
    ("Cotton mill, Macon, Ga. 01/09/1909.", "1909-01-09", []),
    ("Photograph of President Doe Signing the Bill, 07/02/1964", "1964-07-02", []),
    ("A picture of a duke, 07/02/1964", "[1964-02-07,1964-07-02]", []),
    ("A Miner at Rhodell, West Virginia. He Was Disabled and Must Be Helped to Walk 06/1974. Photographer: Doe, Jane", "1974-06", []),
    ("Mrs. Jane Doe at the park, 5/6/12 (LOC) Bain News Service, publisher.", "1912-05-06", []),
    ("Harris & Ewing, photographer. Senator Doe at the Capitol, 1/7/38", "1938-01-07", []),
    ("Snow falls on the city. Washington, D.C., Dec. 3. A girl feeds a squirrel in the park, 12/3/37", "1937-12-03", []),
    ("File photo dated 05/04/11 of a duke who waves at Crathie. Jane Doe/PA Wire", "2011-04-05", []),
    ("File photo dated 03/12/86 of a prince. PA", "1986-12-03", []),
    ("Farm woman at a stove, Greene County. Photo by Jane Doe, 1941 June? Library of Congress", "1941-06?", []),
    ("Sharecropper's cabin, Missouri, 1938 Nov.?", "1938-11?", []),
    ("Example News Service, publisher. Suffrage parade, New York [between ca. 1912 and ca. 1914] 1 negative : glass", "1912~/1914~", []),
)
WIRES: tuple[Said, ...] = (
    ("This image, provided by the Coast Guard on Tuesday, June 4, 2019, shows a boat off Savannah, Ga.", "[..2019-06-04]", []),
    ("In this photo, released by the mayor's office Friday, Jan. 3, 2020, the mayor speaks in Oslo.", "[..2020-01-03]", []),
    ("Smoke rises in Sirte, Libya, in October 2011, days before the siege on October 20.", "2011-10", ["2011-10-20"]),
    ("Image source, EPA\nImage caption, A man in Cairo on January 25, 2011", "2011-01-25", []),
    ("A destroyer arrives in Rota, Feb. 11, 2014, the first to be based there through 2015.", "2014-02-11", ["2015"]),
    ("Visitors at what was the town hall of Oradour, France, in 2011.", "2011", []),
    ("Snow falls in Buffalo, New York, November 18, 2014. A ban is in force from Tuesday to Friday, police said.", "2014-11-18", ["2014-11-18", "2014-11-21"]),
    ("A man shovels snow in Boston, January 27, 2015. The warning runs from Monday night through Wednesday.", "2015-01-27", ["2015-01-26", "2015-01-28"]),
    ("A runner leaves an embassy in Tokyo, August 2, 2021. She had been taken to the airport on Monday to board a flight.", "2021-08-02", ["2021-08-02"]),
)
# fmt: on


@pytest.mark.parametrize(("text", "photo", "mentioned"), [*HEADINGS, *FIGURES, *WIRES])
def test_a_caption_is_dated(text: str, photo: str | None, mentioned: list[str]) -> None:
    caption = read_caption(text)
    assert (caption.date_created.edtf.text if caption.date_created else None) == photo
    assert [date.edtf.text for date in caption.mentioned_dates] == mentioned


@pytest.mark.parametrize(
    ("text", "published", "photo"),
    [
        ("Migrants wait at a fence near Melilla in March.", "2014-05-02", "2014-03"),
        ("A man walks past a mural in Caracas in August.", "2017-02-20", "2016-08"),
        ("The rebels seized a town near Melilla in March.", "2014-05-02", None),
        ("A crew, which sailed in March, rests in a harbour near Melilla.", "2014-05-02", None),
        (
            "This photo, released by the mayor on May 3, shows a school.",
            "2023-05",
            "[..2023-05-03]",
        ),
    ],
)
def test_what_is_shown_in_a_month_is_of_the_one_before_the_publication(
    text: str, published: str, photo: str | None
) -> None:
    date = read_caption(text, Context(published=Edtf.parse(published))).date_created
    assert (date.edtf.text if date else None) == photo
