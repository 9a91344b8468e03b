"""Credits that no bracket holds: joined with slashes and dashes, behind a quotation, by a rank."""

from __future__ import annotations

import pytest

from photocat.captions import read_caption

CREDITED: tuple[tuple[str, str | None, list[str]], ...] = (
    ("A team wins in Gary. Jane Doe/EchoStar", "EchoStar", ["Jane Doe"]),
    ("A team wins in Gary. Jane Doe/for EchoStar", "EchoStar", ["Jane Doe"]),
    ("A fair in Essex, May 3, 2018. Jane Doe / Essex Star", "Essex Star", ["Jane Doe"]),
    ("A yard in snow. JANE DOE/SPECIAL TO THE ECHO NEWS", "THE ECHO NEWS", ["Jane Doe"]),
    ("A beach, May 3, 2010. JANE DOE JR. / ECHO HERALD STAFF", "ECHO HERALD", ["Jane Doe Jr."]),
    ("A rally in Tampa. [JANE DOE | Times]", "Times", ["Jane Doe"]),
    ("A field of flowers, May 3, 2017. # Jane Doe / AFP / Getty", "AFP", ["Jane Doe"]),
    ("A drill in Tver. © Jane Doe / AP / SIPA", "AP", ["Jane Doe"]),
    ("A street in Khulna. / AFP / Jane uz Doe", "AFP", ["Jane uz Doe"]),
    ("A camp in Dadaab. UNHCR / J. Doe / August 2009", "UNHCR", ["J. Doe"]),
    ("A park in Pune. (Photo | Jane Doe, EPS)", "EPS", ["Jane Doe"]),
    (
        "A beach. Echo Bay Picture – Jane Doe/Echo News Agency (ENA)",
        "Echo News Agency",
        ["Jane Doe"],
    ),
    ("A harbour. Picture Jane Doe.", None, ["Jane Doe"]),
    ("A boy sells fruit in Abeche, Chad, May 4, 2016.", None, []),
    ("Mothers wait for food near Goz Beida, Chad, May 4, 2016.", None, []),
    ("Soldiers rest on a beach east of Dover, Kent, May 4, 1940.", None, []),
    ("A farm. Clara Springs, May 1937", None, []),
    ("Farmers at a market in Dayton, Ohio n.d.", None, []),
    ("A woman feeds hens, Fergus, Kansas Doe, Jane May 1937", None, ["Jane Doe"]),
    ("FILE PHOTO: Families, driven out by what they call a raid, wait in Juba.", None, []),
    ("PHOTO: Nurses, most of them from abroad, rest in Oslo. (Jane Doe/AFP)", "AFP", ["Jane Doe"]),
    ("FILE PHOTO: Jane Doe/Reuters", "Reuters", ["Jane Doe"]),
    ("Smoke rises in Bago, May 3, 2021. Obtained by REUTERS", "Reuters", []),
    ("Smoke rises in Bago. Social Media/Obtained by REUTERS", "Reuters", []),
    ("A crowd in Kabul, May 3, 2021. (Verified UGC via AP)", "AP", []),
    ("Забастовка в Туле. Иван Волков / AP / Scanpix / LETA", "AP", ["Иван Волков"]),
    ("A glider in Ohio. Photo attributed to Jane T. Doe, 1903 Dec. 17.", None, ["Jane T. Doe"]),
    ("A statue attributed to Jane Doe stands in Oslo.", None, []),
    ("Doe, Jane T.,, photographer. A mill in Lowell, Mass.", None, ["Jane T. Doe"]),
    ("A lake, 05/1973. Photographer: St. Doe, Jane", None, ["Jane St. Doe"]),
    ("A base of U.S. Central Command", None, []),
    ("A ship. U.S. Navy photo by Chief Yeoman Jane Doe. (RELEASED)", "U.S. Navy", ["Jane Doe"]),
    ("A ship. U.S. Navy photo by Gunner's Mate 2nd Class Jane Doe", "U.S. Navy", ["Jane Doe"]),
    (
        "A ship. U.S. Navy photo by Information Systems Technician Seaman Jane Doe",
        "U.S. Navy",
        ["Jane Doe"],
    ),
    (
        "A drill. (U.S. Marine Corps photo by IIMEF Combat Camera Staff Sgt. Jane Doe/Released)",
        "U.S. Marine Corps",
        ["Jane Doe"],
    ),
    (
        "A drill. U.S. Air Force photo by 1st Combat Camera Squadron Airman 1st Class Jane Doe",
        "U.S. Air Force",
        ["Jane Doe"],
    ),
    (
        "Photo by Jane Doe / Echo Publishing Company Westhill runner John Roe falls.",
        "Echo Publishing Company",
        ["Jane Doe"],
    ),
    ("A shuttle. Photo credit: NASA_Jane Doe", "NASA", ["Jane Doe"]),
    ("A shuttle. Photo credit: NASA/Jane Doe KSC-07pd2693", "NASA", ["Jane Doe"]),
    ("A vigil. EPA-EFE/JANE DOE AUSTRALIA AND NEW ZEALAND OUT", "EPA", ["Jane Doe"]),
    (
        "A girl goes home. UN Photo/Jane Doe 25 July 2012 Kutum Photo # 5217",
        "UN Photo",
        ["Jane Doe"],
    ),
    ("A ball at the White House Feb. 22, 2009.Pete Doe", None, ["Pete Doe"]),
    # Ranks, and what a state calls its guard.
    ("(NATO photo by Sailor 1st Class Jane Doe, Royal Canadian Navy)", "NATO", ["Jane Doe"]),
    ("(U.S. Air Force photo by Staff. Sgt. Jane Doe)", "U.S. Air Force", ["Jane Doe"]),
    ("A hut. DoD photo by Spc. Jane Doe, U.S. Army.", "U.S. Department of Defense", ["Jane Doe"]),
    (
        "A hut. Photo: Jane Doe, Finnish Defence Forces, Combat Camera",
        "Finnish Defence Forces",
        ["Jane Doe"],
    ),
    ("Rubble. / U.S. Navy, Chief Petty Officer Robert J. Doe", "U.S. Navy", ["Robert J. Doe"]),
    ("A dam. U.S. Navy photo by Petty Officer 2nd Class Jane Doe Jr", "U.S. Navy", ["Jane Doe Jr"]),
    ("Ice. (Ohio National Guard photo by Sgt. Jane Doe)", "Ohio National Guard", ["Jane Doe"]),
    (
        "Ice. New York Air National Guard photo by Sgt. Jane Doe",
        "New York Air National Guard",
        ["Jane Doe"],
    ),
    # Archives, and who made what they keep.
    (
        "A hatch in May 2013. {Farm, 1940 Aug.; source: Library of Congress}",
        "Library of Congress",
        [],
    ),
    ("A fort, 1941. Source: Human Rights Watch", "Human Rights Watch", []),
    ("A shop in Rome, 1933.—Westhill Archive", "Westhill Archive", []),
    (
        "A child, circa 1942–43. —US Holocaust Memorial Museum, courtesy of Jane Doe",
        "U.S. Holocaust Memorial Museum",
        [],
    ),
    (
        "A road. National Archives, College Park, Maryland (26-G-2523). Brest, France, June 1944.",
        "National Archives",
        [],
    ),
    (
        '"A beach." National Example Company Collection glass negative.',
        "National Example Company",
        [],
    ),
    (
        (
            '"A pass at Echo." Jane O\'Doe, Echo County, Ohio, May 1972. National Archives, '
            "Records of the Example Agency"
        ),
        "National Archives",
        ["Jane O'Doe"],
    ),
    ("A farmer by photographer Jane Doe March 1936", None, ["Jane Doe"]),
    ("Farmers in town June 1937 photographer Jane Doe", None, ["Jane Doe"]),
    ("Dorothea Lange. San Francisco, California. A queue, April 1942.", None, ["Dorothea Lange"]),
    ("Source: Walker Evans, “A shed,” one of a suite of photographs.", None, ["Walker Evans"]),
    ("A shop in Rome, 1933. —Archive Westhill", "Archive Westhill", []),
    ("A pier. 5x7 glass negative, Echo Publishing Co.", "Echo Publishing Co.", []),
    ('"We grin." Comdr. Jane Doe, May 1943. National Archives', "National Archives", ["Jane Doe"]),
    ("A queue. [Sgt. Jane Doe, Jr./U.S. Navy/DoD]", "U.S. Navy", ["Jane Doe, Jr."]),
    ("A nurse at UNHCR. UNHCR/J. DOE/March 2008", "UNHCR", ["J. Doe"]),
    ("Soldados en Goma. Imagen: Jane Doe / Monusco", "MONUSCO", ["Jane Doe"]),
    (
        "Sod house, Kansas, 1886. Jane Doe. Kansas State Historical Society",
        "Kansas State Historical Society",
        ["Jane Doe"],
    ),
    ("A ship at Malta, 1915. Source: Example Collection", "Example Collection", []),
    ("A pier. Photochrom print, Echo Publishing Co.", "Echo Publishing Co.", []),
    ("A pier in 1902. Echo Photographic Co. glass negative.", "Echo Photographic Co.", []),
    ("A stadium. TED DOE / THE ECHO-HERALD ARCHIVE", "THE ECHO-HERALD", ["Ted Doe"]),
    ("A tape. JANE DOE, Essex World", "Essex World", ["Jane Doe"]),
    (
        "(U.S. Navy photo by Mass Communication Specialist 2nd Class (SW/AW) Jane Doe/Released)",
        "U.S. Navy",
        ["Jane Doe"],
    ),
    ("(U.S. Army photo by Visual Information Specialist Jane Doe)", "U.S. Army", ["Jane Doe"]),
    ("A hut. Photographed in July 1936 by Jane Doe near Moundville, Alabama.", None, ["Jane Doe"]),
    ("Workers rally in Lansing. Jane Doe | The Echo News", "The Echo News", ["Jane Doe"]),
    ("A portrait of Walker Evans.", None, []),
    (
        "Troops cross a river, March 24, 1945. Photo by Pfc. Jane Doe. 111-SC-1234",
        None,
        ["Jane Doe"],
    ),
    ("Dorothea Lange, a photographer for the government, in Kent, 1936.", None, []),
    (
        "A mill boy in Adams, Massachusetts Lewis W. Hine. Credit: LOC",
        "Library of Congress",
        ["Lewis W. Hine"],
    ),
    (
        "This photograph of a mayor greeting nurses was taken by Jane Doe on May 3, 2001.",
        None,
        ["Jane Doe"],
    ),
)


@pytest.mark.parametrize(("text", "agency", "photographers"), CREDITED)
def test_a_credit_is_known_by_how_it_is_joined(
    text: str, agency: str | None, photographers: list[str]
) -> None:
    caption = read_caption(text)
    assert (caption.agency.value if caption.agency else None) == agency
    assert [creator.value for creator in caption.creator] == photographers
