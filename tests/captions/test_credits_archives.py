"""Credits of archives, and of photographers whom no agency is named beside."""

from __future__ import annotations

import pytest

from photocat.captions import read_caption


@pytest.mark.parametrize(
    ("text", "agency", "photographers"),
    [
        ("Farm near Price, Utah. Doe, Jane, Photographer, 1938, November.", None, ["Jane Doe"]),
        (
            '"Cut-over area." - Jane Doe, August 1941. (Library of Congress image.)',
            "Library of Congress",
            ["Jane Doe"],
        ),
        ("Boy in the camp, Forrest City, Arkansas Doe, Jane n.d.", None, ["Jane Doe"]),
        ("Astoria hotel, photo by Jane Doe (1958)", None, ["Jane Doe"]),
        ("A hotel by the sea, May 1938. Photographer Jane Doe (1903-1986).", None, ["Jane Doe"]),
        (
            "Boats in a bay, May 1941. Acetate negative by Jane Post Doe for the Survey Office.",
            "Survey Office",
            ["Jane Post Doe"],
        ),
        ("Boats in a bay. LC-EX-123. By Jane Doe", None, ["Jane Doe"]),
        ("Boats in a bay, 28 Aug 2009/Jane Doe", None, ["Jane Doe"]),
        ("Boats in a bay, February 2009. Mary Doe", None, ["Mary Doe"]),
        ("Boats in a bay. Mary Doe, January 1909. NARA", "National Archives", ["Mary Doe"]),
        ("Boats in a bay. Doe, Jane, 1903-1986, photographer. 1940 June.", None, ["Jane Doe"]),
        ("Boats in a bay; May 6, 1937; Jane Doe, photographer", None, ["Jane Doe"]),
        ("Doe, Jane. “Boats in a bay.” Maine, August 1936.", None, ["Jane Doe"]),
        ("Chicago, Illinois. “Boats in a bay.” 1936", None, []),
        ("Prince William AFP", None, []),
        ("She was accused of impugning a fellow senator, Sen. Mary Doe, Feb. 8, 2017.", None, []),
        ("Ash rises. NASA image created by Jane Doe, Earth Observatory.", "NASA", ["Jane Doe"]),
        (
            "This image was taken on May 3, 2018, by astronaut Jane Doe. It shows a lake.",
            None,
            ["Jane Doe"],
        ),
        (
            "These rare photos were taken on a visit to Rome by photographer Jane Doe.",
            None,
            ["Jane Doe"],
        ),
        ("A boy at work. Silver gelatin print by Jane Doe. View full size.", None, ["Jane Doe"]),
        (
            "A valley, circa 1865. Jane Doe. Courtesy of the Library of Congress",
            "Library of Congress",
            ["Jane Doe"],
        ),
        ("A mother in a tent; 1936; by Jane Doe", None, ["Jane Doe"]),
        (
            "A man runs. National Archives, Records of the U.S. Marine Corps",
            "National Archives",
            [],
        ),
        ("Boats in a bay, 1917. Photo by Doe & Roe", "Doe & Roe", []),
        ("A bay. © Library of Congress, Washington, D.C.", "Library of Congress", []),
        ("A bay. Jane Doe (neg. no. LC-USW-1)", None, ["Jane Doe"]),
        ("Boats in a bay. 10/6/1967\n\nDoe, Jane C. , Photographer.", None, ["Jane C. Doe"]),
        ("Boats in a bay. This image was taken by Jane Doe, who lives there.", None, ["Jane Doe"]),
        (
            "Boats in a bay. Photograph retrieved from the Library of Congress, 1936.",
            "Library of Congress",
            [],
        ),
        (
            "Boats in a bay. 8x10 inch glass negative, Echo Publishing Company.",
            "Echo Publishing Company",
            [],
        ),
        ("Boats, Feb. 3. Photo by Master Sgt. Jane Doe Date: 02.03.2010", None, ["Jane Doe"]),
        ("Boats in a bay. JANE DOE / STAFF PHOTOGRAPHER", None, ["Jane Doe"]),
        ("Boats in a bay, 1938. Photographed by Jane Doe.", None, ["Jane Doe"]),
        ("Boats, 1938. National Archives photo no. 111-SC-12345", "National Archives", []),
        (
            "Boats. Photo by Jane Doe, courtesy of the Library of Congress",
            "Library of Congress",
            ["Jane Doe"],
        ),
        ("Ein Boot, 1938. ullstein bild - Jane Doe", "ullstein bild", ["Jane Doe"]),
        ("Лодки. Фото: Иван Иванов для «Примера»", None, ["Иван Иванов"]),
        ("Dust storm, May 1937; Library of Congress image.", "Library of Congress", []),
        (
            "A shack; January 1938; photo by Jane Doe; Library of Congress page.",
            "Library of Congress",
            ["Jane Doe"],
        ),
        ("A farm, 1938, Jane Doe, American, 1895-1965, silver print", None, ["Jane Doe"]),
        ("Boats in a bay. J. Scott Doe/Pool", None, ["J. Scott Doe"]),
        (
            "The flats at Southport, 1904. Example Publishing Co. Library of Congress",
            "Library of Congress",
            [],
        ),
        ("A field. Emmet County, Iowa, December 1936", None, []),
        ("She met the singer. John Roe, Chicago", None, []),
        ('"Boats in a bay." – Anna de Roe, photographer, May 1939.', None, ["Anna de Roe"]),
        ("Boote. Foto: Jane Doe Collection (Library of Congress)", "Library of Congress", []),
        ("Boats of the Coast Guard. Courtesy photo.", None, []),
        ("Boats in a bay (seen from the north - a fishing port).", None, []),
        ("A lake. Courtesy of Jane Doe", None, ["Jane Doe"]),
        ("A road. (Photo by Sgt Roe, 9th Example Division)", None, ["Roe"]),
        ("A road in Kyiv. (Jane D Doe)", None, ["Jane D Doe"]),
        ("A road. Taken on April 25, 2007 by Jane Doe", None, ["Jane Doe"]),
        ("A mess hall. Attu. May 20, 1943. T/5 Jane A. Doe. 111-SC-12345", None, ["Jane A. Doe"]),
        ("A mess hall. Attu. May 20, 1943. Pfc. Jane Doe. 111-SC-12345.", None, ["Jane Doe"]),
        ("In this photo by MC2 Jane Doe, a sailor looks at the sea.", None, ["Jane Doe"]),
    ],
)
def test_credits_of_archives_and_of_nobody_but_the_photographer(
    text: str, agency: str | None, photographers: list[str]
) -> None:
    caption = read_caption(text)
    assert (caption.agency.value if caption.agency else None) == agency
    assert [creator.value for creator in caption.creator] == photographers
