"""Who took it, for whom."""

from __future__ import annotations

import pytest

from photocat.agencies import AGENCIES
from photocat.captions import read_caption
from photocat.captions.credit_joined import JOINTS, joined
from photocat.captions.names import person, without_rank

SENT = [(agency.name, *sent) for agency in AGENCIES for sent in agency.sent]


@pytest.mark.parametrize(("habit_of", "sent", "agency", "photographer"), SENT)
@pytest.mark.parametrize("story", ["", "Two men walk down a street in Duisburg, March 3, 2016. "])
def test_what_an_agency_sends_becomes_its_name_and_the_photographer(
    habit_of: str, sent: str, agency: str | None, photographer: str | None, story: str
) -> None:
    caption = read_caption(story + sent)
    assert (caption.agency.value if caption.agency else None) == agency
    assert (caption.creator[0].value if caption.creator else None) == photographer


@pytest.mark.parametrize(
    ("text", "agency", "photographers"),
    [
        (
            "A lemur. (Photo and caption by Jane Doe/The Daily Echo)",
            "The Daily Echo",
            ["Jane Doe"],
        ),
        (
            "A ballot at a home. (Jane Doe/Example Chronicle via AP)",
            "Example Chronicle",
            ["Jane Doe"],
        ),
        ("A ballot at a home. (Jane Doe/Volkskrant via AP)", "Volkskrant", ["Jane Doe"]),
        ("Boats in a bay. (Jane Doe — The Daily Echo)", "The Daily Echo", ["Jane Doe"]),
        ("Boats in a bay. (Photo by Reuters/China Stringer Network)", "Reuters", []),
        ("Boats in a bay. REUTERS/J. R. Doe", "Reuters", ["J. R. Doe"]),
        ("Boats in a bay. Photo by Jane Doe FEMA", "FEMA", ["Jane Doe"]),
        ("Boats in a bay. (Photo by Jane DoeAP Photo)", "AP", ["Jane Doe"]),
        ("Boats in a bay. (Phoot by Jane Doe/AFP Phoot)", "AFP", ["Jane Doe"]),
        ("Boats in a bay. (Photo by Sunday Roe/AP Photo)", "AP", ["Sunday Roe"]),
        ("Boats in a bay. (Photo by janedoe/Instagram)", "Instagram", ["janedoe"]),
        ("Boats in a bay. (Photo by Jane D./AP Photo)", "AP", ["Jane D."]),
        (
            "Boats in a bay. (Photo by Jane Doe/SOPA Images/Rex Features/Shutterstock)",
            "SOPA Images",
            ["Jane Doe"],
        ),
        ("Boats in a bay. (Photo by Jane Doe/Getty Images for echo)", "Getty Images", ["Jane Doe"]),
        ("Boats in a bay. J.R.Doe/FEMA", "FEMA", ["J.R. Doe"]),
        ("Boats in a bay. Jane Doe, Special to the Daily Example", "Daily Example", ["Jane Doe"]),
        ("A shuttle. Photo credit: NASA/Jane Doe KSC-2010-5032", "NASA", ["Jane Doe"]),
        (
            "A jet lands. REUTERS/Ministry of Defence of the Russian Federation",
            "Reuters",
            ["Ministry of Defence of the Russian Federation"],
        ),
        ("A tank in a street. (AP Photo) PA-1234567", "AP", []),
        (
            "Astronaut Jane Doe took this photograph of a bay on July 19, 2015. Image Credit: NASA",
            "NASA",
            ["Jane Doe"],
        ),
        (
            "Boats in a bay. Sgt. Jane Q. Doe/U.S. Air National Guard/Handout via REUTERS",
            "U.S. Air National Guard",
            ["Jane Q. Doe"],
        ),
        ("Boats in a bay. (Jane Doe/VOA Cantonese)", "VOA", ["Jane Doe"]),
        ("Boats in a bay. Picture: Supplied, Jane Doe/Reuters", "Reuters", ["Jane Doe"]),
        ("Boats in a bay. [State Department photo/ Public Domain]", "U.S. Department of State", []),
        ("Boats in a bay. (Jane Doe/The Daily Echo/AP)", "The Daily Echo", ["Jane Doe"]),
        ("Boats in a bay. (Jane Doe/Pool/AP)", "AP", ["Jane Doe"]),
        ("Boats in a bay. (Image: Example News screenshot)", "Example News", []),
        ("Jane Doe, The Associated Press\n\nBoats lie in a bay.", "AP", ["Jane Doe"]),
        ("Boats in a bay. Jane Doe/Ritzau Scanpix/via REUTERS", "Ritzau Scanpix", ["Jane Doe"]),
        ("Boats in a bay. — Image by © Jane Doe/CORBIS SABA", "Corbis", ["Jane Doe"]),
        ("Boats in a bay. (AP Photo) (Photo/Anonymous)", "AP", []),
        ("Boats in a bay. REUTERS/Jane Doe NO RESALES. NO ARCHIVES", "Reuters", ["Jane Doe"]),
        ("Boats in a bay.\nJane Doe | AFP | Getty Images", "AFP", ["Jane Doe"]),
        ("Boats in a bay in Ukraine\nJANE DOE/AP", "AP", ["Jane Doe"]),
        ("Boats. Photo: Cpl Jane Doe RLC/MOD", "UK Ministry of Defence", ["Jane Doe"]),
        ('A fire. Reuters Photographer Jane Doe: "I was at lunch."', "Reuters", ["Jane Doe"]),
        ("Boats. (Photo by: U.S. Army Sgt. 1st Class Jane Doe)", "U.S. Army", ["Jane Doe"]),
        (
            "一艘船。图片由第三方提供。Jane S. Doe/Courtesy U.S. Navy/Handout via REUTERS",
            "U.S. Navy",
            ["Jane S. Doe"],
        ),
        ("Boats in a bay. (Jane Doe - AMA/Getty Images)", "Getty Images", ["Jane Doe"]),
        ("Boats in a bay. | Getty Images via AFP/Jane Doe", "Getty Images", ["Jane Doe"]),
        ("Boats in a bay. (AP-Foto/Jane Doe)", "AP", ["Jane Doe"]),
        ("Boats in a bay. (AP-Foto)", "AP", []),
        ("Boats in a bay. [AFP]", "AFP", []),
        ("Boats in a bay. [Jane Doe/Example TV]", "Example TV", ["Jane Doe"]),
        ("Boats in a bay. ASSOCIATED PRESS", "AP", []),
        ("Boats in a bay. JANE DOE/ASSOCIATED PRESS", "AP", ["Jane Doe"]),
        ("Boats in a bay. Jane Doe, Getty Images", "Getty Images", ["Jane Doe"]),
        ("Boats in a bay. JANE DOE AFP/Getty Images", "AFP", ["Jane Doe"]),
        ("Boats in a bay. Jane Doe—Magnum Photos for TIME", "Magnum Photos", ["Jane Doe"]),
        ("Boats in a bay. Jane Doe/The Daily Echo", "The Daily Echo", ["Jane Doe"]),
        ("Boats in a bay. Photo: Jane Doe, The Chronicle", "The Chronicle", ["Jane Doe"]),
        ("Boats in a bay. Photo by J.Doe/AP", "AP", ["J. Doe"]),
        (
            "Boats in a bay. Photo: Petty Officer 2nd Class J. R. Doe, USCG",
            "U.S. Coast Guard",
            ["J. R. Doe"],
        ),
        ("Boats in a bay. (U.S.  Navy photo by Seaman  Jane Doe)", "U.S. Navy", ["Jane Doe"]),
        ("Boats in a bay. (AP Photo/Pat O’Doe)", "AP", ["Pat O’Doe"]),
        ("Boats in a bay. (AP Photo/Pat O'Doe)", "AP", ["Pat O'Doe"]),
        (
            "Boats in a bay. (Taiwan Centers for Health Care via AP)",
            "AP",
            ["Taiwan Centers for Health Care"],
        ),
        ("Boats in a bay. U.S. Coast Guard photo.", "U.S. Coast Guard", []),
        ("Boats in a bay. xTVA / Jane Doe", "xTVA", ["Jane Doe"]),
        (
            "A rose. (Photo by Jane Doe and John Roe/The Daily Echo)",
            "The Daily Echo",
            ["Jane Doe", "John Roe"],
        ),
        ("Drinkers in York. (Photo by Example press ltd)", "Example press ltd", []),
        ("A market in Hama. Jane Doe / Anadolu Agency", "Anadolu Agency", ["Jane Doe"]),
        ("Un pompier à Lyon © AFP / JANE DOE", "AFP", ["Jane Doe"]),
        ("Ein Zug in Ulm. | Bild: Reuters", "Reuters", []),
        ("Солдат у моря. Фото: Иван Иванов/ТАСС", "TASS", ["Иван Иванов"]),
        ("Stau auf der A1. © dpa | Jana Muster", "dpa", ["Jana Muster"]),
        ("Ein Zug. | Bild: picture alliance/dpa | Jana Muster", "dpa", ["Jana Muster"]),
        ("Eine Bühne. © ABC Foto: Jana Muster", "ABC", ["Jana Muster"]),
        ("Ein Hafen. - © Foto: APA / AFP / Jane Doe", "AFP", ["Jane Doe"]),
        ("Un couloir. © Jeanne Doe Université de Lyon", "Université de Lyon", ["Jeanne Doe"]),
        ("Una feria. Shutterstock/La Tribuna", "Shutterstock", []),
        ("Ein Netz. © Illustration: iStock/janedoe", "iStock", ["janedoe"]),
        ("Un acto. Foto: Estudios Ejemplo", "Estudios Ejemplo", []),
        ("Ein Spiel. © Copyright: AB Sportfoto / Jana Muster", "AB Sportfoto", ["Jana Muster"]),
        (
            "A road. (AP Photo/U.S. Coast Guard, Petty Officer 2nd Class Jane Doe)",
            "AP",
            ["Jane Doe"],
        ),
        ("A road. (AP Photo/The Press of Example City, Jane Doe)", "AP", ["Jane Doe"]),
        ("A road. Credit: Jane Doe,AP Photo/The Example-Herald", "AP", ["Jane Doe"]),
        ("A road. REUTERS/Library of Congress", "Reuters", ["Library of Congress"]),
        (
            "A storm nears the pier. — Jane Doe, AFP/Getty Images, Oct. 29, 2012",
            "AFP",
            ["Jane Doe"],
        ),
        ("A road. (Jane Doe, Pool Photo via AP)", "AP", ["Jane Doe"]),
        ("IMAGO / Example Photo / Jane Doe | A singer in Oslo.", "imago", ["Jane Doe"]),
        ("A road. (Jane Doe/The Daily Example via AP)", "The Daily Example", ["Jane Doe"]),
        ("(Jane Doe | The Daily Example) Hikers cross a creek.", "The Daily Example", ["Jane Doe"]),
        ("A road. Credit... Jane Doe/Echo Media for Echo.com", "Echo Media", ["Jane Doe"]),
        ("A road in Kyiv. (Jane Doe, AFP Getty)", "AFP", ["Jane Doe"]),
        (
            "A road. To match feature NORWAY-ROADS/ REUTERS/Jane Doe (NORWAY - Tags: SOCIETY)",
            "Reuters",
            ["Jane Doe"],
        ),
        ("A road. (Source:AP)", "AP", []),
        ("A road. (Source: Jane Doe/Reuters)", "Reuters", ["Jane Doe"]),
        ("A road. (AP Photo/Example Today, Jane Doe)", "AP", ["Jane Doe"]),
        ("A road. (Jane Doe/Getty Images for iExample)", "Getty Images", ["Jane Doe"]),
        ("A road, March 1968. (AP Photo/ARVN, Maj. Jane Van Doe)", "AP", ["Jane Van Doe"]),
        ("RFI / Jeanne Dupont | Une rue à Athènes, en 2016.", "RFI", ["Jeanne Dupont"]),
        (
            "A road. Jane Doe/U.S. Customs and Border Protection",
            "U.S. Customs and Border Protection",
            ["Jane Doe"],
        ),
        ("A road. (U.S. Army photo by Army photo by Sgt. Jane Doe)", "U.S. Army", ["Jane Doe"]),
        ("ASSOCIATED PRESS A man waves in Madrid on Wednesday.", "AP", []),
        ("Associated Press Sen. John Roe said he was pleased.", "AP", []),
        ("Una marcha en CaracasJANE DOE (AFP)", "AFP", ["Jane Doe"]),
        ("Una marcha.\nJane Doe/ AFP / Getty Images", "AFP", ["Jane Doe"]),
        ("Un hombre en la costa de México.Jane Doe (AFP)", "AFP", ["Jane Doe"]),
        (
            'A road. REUTERS/Jane Doe     SEARCH "DOE ROADS" FOR THIS STORY.',
            "Reuters",
            ["Jane Doe"],
        ),
    ],
)
def test_credits_of_every_kind(text: str, agency: str | None, photographers: list[str]) -> None:
    caption = read_caption(text)
    assert (caption.agency.value if caption.agency else None) == agency
    assert [creator.value for creator in caption.creator] == photographers


@pytest.mark.parametrize(
    "text",
    [
        "The office of the United Nations High Commissioner for Refugees (UNHCR) in Peshawar.",
        "The frigate USS Example (FFG 58) at the US/Mexico border.",
        "Astronauts talk via satellite to a school in Columbus.",
        "A reporter of The Associated Press walks in a street.",
        "Members of the U.S. Navy and the Coast Guard meet.",
        "AFP officials meet in Paris.",
        "A man waves in the street. (Grand Hotel)",
        "Associated Press photographer Jane Doe walks in a street.",
        "Reuters reporters walk past a wall in Kabul.",
    ],
)
def test_a_name_in_a_sentence_is_no_credit(text: str) -> None:
    caption = read_caption(text)
    assert caption.agency is None
    assert caption.creator == ()


def test_a_credit_quotes_its_words() -> None:
    text = "A “rose” &amp; a man. (AP Photo/Jane Doe)"
    credit = read_caption(text).credit_line
    assert credit is not None
    assert credit.value == "AP Photo/Jane Doe"
    assert text[credit.start : credit.end] == credit.quote == "AP Photo/Jane Doe"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A convoy. (Photo by Example ©2022 Sky Images / AFP)",
            "Photo by Example ©2022 Sky Images / AFP",
        ),
        ("Berlin. Rose im Schnee. ADN-ZB/Doe 3.2.88", "ADN-ZB/Doe"),
        ("Xinhua/Jane Doe: A rose in Brasilia, Nov. 20, 2024.", "Xinhua/Jane Doe"),
    ],
)
def test_a_credit_line_holds_the_years_inside_it_and_nothing_of_the_story(
    text: str, line: str
) -> None:
    credit = read_caption(text).credit_line
    assert credit is not None
    assert credit.value == line


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("JANE DE LA DOE", "Jane De La Doe"),
        ("Mass Communication Specialist 3rd Class Jane A. Doe", "Jane A. Doe"),
        ("Doe, Jane", "Jane Doe"),
        ("Jane O'DOE", "Jane O'Doe"),
        ("LM Otero", "LM Otero"),
        ("Spc. 5 Jane Doe", "Jane Doe"),
        ("STScI", None),
        ("STRINGER", None),
        ("", None),
    ],
)
def test_names_are_written_out(written: str, name: str | None) -> None:
    assert person(written) == name


def test_a_rank_alone_is_left_alone() -> None:
    assert without_rank("Sgt.") == "Sgt."


@pytest.mark.parametrize(("sent", "parted"), [joint.example for joint in JOINTS])
def test_parts_that_stand_side_by_side_are_parted(sent: str, parted: str) -> None:
    assert joined(sent) == parted


@pytest.mark.parametrize("words", ["Jane Doe, Oregon", "Jane Doe and John Roe", "Jane Doe/AP"])
def test_other_words_of_a_credit_stay_as_they_are(words: str) -> None:
    assert joined(words) == words
