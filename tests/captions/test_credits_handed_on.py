# ruff: noqa: E501 (a caption is one line)
"""Credits of navies, makers and archives, and of agencies that hand on what others took."""

from __future__ import annotations

import pytest

from photocat.captions import read_caption

SHIP = "A ship at sea, 1 May 1942. "
STREET = "Workers dig in a street, May 3, 2021. "


# fmt: off
CREDITED: tuple[tuple[str, str | None, str | None], ...] = (
    (f"{SHIP}Official U.S. Navy Photograph, National Archives Collection.", "U.S. Navy", None),
    (f"{SHIP}Official U.S. Navy Photograph, now in the collections of the National Archives. (#99-X-12345).", "U.S. Navy", None),
    (f"{SHIP}Courtesy of Jane Doe, 1975. NHHC Photograph.", "Naval History and Heritage Command", None),
    (f"{SHIP}Courtesy of the Naval Historical Foundation. U.S. Naval Historical Center Photograph.", "Naval Historical Center", None),
    ("A ship burns. Photographed by Photographer's Mate 2nd Class Jane G. Doe from the flight deck. Official U.S. Navy Photograph.", "U.S. Navy", "Jane G. Doe"),
    ("Men in a hedgerow. Saint-Lo, July 1944. T/5 Jane Doe. (Army)", "U.S. Army", "Jane Doe"),
    ("Men by a gun, at sea, 1943. Lt. Jane Doe, USNR. (Navy)", "U.S. Navy", "Jane Doe"),
    ("Men at work. Lt. Comdr. Jane J. Doe, May 1943. (Navy)", "U.S. Navy", "Jane J. Doe"),
    ("Men serve under Gen. Jane Doe, May 1943. (Army)", "U.S. Army", None),
    ("Spinner in a mill. By Jane Doe, Whitnel, North Carolina, May 2, 1908. National Archives, Records of the Example Bureau", "National Archives", "Jane Doe"),
    ("Sunday at the mine. Russell Lee, Echo, Kentucky, May 3, 1946. National Archives", "National Archives", "Russell Lee"),
    ("A turret is searched. Lt. Jane Doe, May 1943. 99-X-123456.", None, "Jane Doe"),
    ("Fireworks, 1932. State Library of New South Wales", "State Library of New South Wales", None),
    ("A bridge, May 27, 1937. Example History Center, Example Public Library", "Example Public Library", None),
    ("Circa 1905. Example Publishing Company glass negative.", "Example Publishing Company", None),
    ("A boy at a pier. (Jane Doe, Staff Photographer)", None, "Jane Doe"),
    (f"{SHIP}Photograph from the Bureau of Ships Collection in the U.S. National Archives.", "National Archives", None),
    ("Image source, EPA\nImage caption, A man in Cairo on January 25, 2011", "EPA", None),
    (f"{STREET}Image source, Getty Images", "Getty Images", None),
    (f"{STREET}Pic: AP", "AP", None),
    (f"{STREET}Jane Doe for NPR", "NPR", "Jane Doe"),
    (f"{STREET}(POIS Jane Doe/Example Navy via AP)", "Example Navy", "Jane Doe"),
    ("Пожежники гасять вогонь. Фото: ДСНС", "ДСНС", None),
    ("A parade. Example News Service, publisher. 1 negative", "Example News Service", None),
    ("A picket line, 1917. Harris & Ewing, Washington, D.C.", "Harris & Ewing", None),
    ("A picket line, 1917. Harris & Ewing, Washington, D.C. Library of Congress", "Library of Congress", "Harris & Ewing"),
    ("A lighthouse in Maine, 2017. Carol M. Highsmith Archive, Library of Congress, Prints and Photographs Division.", "Library of Congress", "Carol M. Highsmith"),
    ("A farm, Georgia. Photo by Jane Doe, 1941 June? Library of Congress, Prints & Photographs Division, FSA/OWI Collection.", "Library of Congress", "Jane Doe"),
    ("Breaker boys at work. S. Example, Pa., 01/10/1911", None, None),
    (f"{STREET}© RIA Novosti. Ivan Doe", "RIA Novosti", "Ivan Doe"),
    (f"{STREET}© Sputnik. Ivan Doe", "Sputnik", "Ivan Doe"),
    (f"{STREET}RIA Novosti archive, image #12 / Ivan Doe", "RIA Novosti", "Ivan Doe"),
    (f"{STREET}(AP Photo/SANA)", "AP", "SANA"),
    (f"{STREET}(AP Photo/Xinhua, Li Ming)", "AP", "Li Ming"),
    (f"{STREET}REUTERS/KYODO", "Kyodo", None),
    (f"{STREET}EPA/SANA HANDOUT", "SANA", None),
    (f"{STREET}EPA/Keystone", "EPA", None),
    (f"{STREET}(U.S. Customs and Border Protection's Example Sector via AP)", "U.S. Customs and Border Protection", None),
    (f"{STREET}(Example Fire Department via AP)", "AP", "Example Fire Department"),
    (f"{STREET}— Reuters pic", "Reuters", None),
    (f"{STREET}| Jane Doe/Reuters", "Reuters", "Jane Doe"),
    (f"{STREET}# Jane Doe / AP", "AP", "Jane Doe"),
    (f"{STREET}[File: Jane Doe/AP Photo]", "AP", "Jane Doe"),
)
# fmt: on


@pytest.mark.parametrize(("text", "agency", "photographer"), CREDITED)
def test_a_credit_is_read(text: str, agency: str | None, photographer: str | None) -> None:
    caption = read_caption(text)
    assert (caption.agency.value if caption.agency else None) == agency
    assert (caption.creator[0].value if caption.creator else None) == photographer
