"""``AGENCIES``: names and habits, each with what is sent and what it becomes.

``sent`` are credits as the agency writes them, invented names in real forms, with the agency and
the photographer that they mean: they are tests. Adding an agency is adding a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["agency", "military", "government", "archive", "press", "company"]
Sent = tuple[str, str | None, str | None]
"""A credit, the agency it means, the photographer it names."""


@dataclass(frozen=True, slots=True)
class Agency:
    """One line of ``AGENCIES``."""

    name: str
    aliases: str = ""
    """Other names in credits, ``|`` between; compared without case."""
    kind: Kind = "agency"
    sent: tuple[Sent, ...] = ()


AGENCIES: tuple[Agency, ...] = (
    Agency(
        "AP",
        "Associated Press|The Associated Press|AP Photo|AP Images|AP Photos|Invision|AP Newsroom",
        sent=(
            ("(AP Photo/Jane Q. Doe)", "AP", "Jane Q. Doe"),
            ("(AP Photo/Jane Doe, File)", "AP", "Jane Doe"),
            ("(Photo by Jane Doe/Invision/AP, File)", "AP", "Jane Doe"),
            ("(Civil Defence Volunteers via AP, File)", "AP", "Civil Defence Volunteers"),
            ("(AP Photo)", "AP", None),
        ),
    ),
    Agency(
        "Reuters",
        "REUTERS|Thomson Reuters|Reuters Photo|Reuters Pictures|Reuters/Handout|Reuters Handout",
        sent=(
            ("REUTERS/Jane Doe", "Reuters", "Jane Doe"),
            ("REUTERS/Jane Doe/File Photo", "Reuters", "Jane Doe"),
            ("REUTERS/Stringer", "Reuters", None),
            ("KCNA via REUTERS", "KCNA", None),
            ("(Photo by Jane Doe/Reuters)", "Reuters", "Jane Doe"),
        ),
    ),
    Agency(
        "AFP",
        "Agence France-Presse|Agence France Presse|AFP Photo|AFP/Getty Images|AFP Forum|AFP-JIJI"
        "|AFP-Yonhap",
        sent=(
            ("(Photo by Jane DOE / AFP)", "AFP", "Jane Doe"),
            ("AFP PHOTO/JANE DOE", "AFP", "Jane Doe"),
            ("(Photo by Jane Doe/AFP via Getty Images)", "AFP", "Jane Doe"),
        ),
    ),
    Agency(
        "EPA",
        "EPA-EFE|epa-efe|European Pressphoto Agency|epa/efe|EPA Images",
        sent=(("EPA/JANE DE LA DOE", "EPA", "Jane De La Doe"),),
    ),
    Agency(
        "Getty Images",
        "Getty|Getty Images Europe|Getty Images North America|Getty Images AsiaPac"
        "|Getty Images News"
        "|Getty Images for|Getty Images Entertainment|Gettyimages",
        sent=(("(Photo by Jane Doe/Getty Images)", "Getty Images", "Jane Doe"),),
    ),
    Agency("Xinhua", "Xinhua News Agency|新华社|新華社|Xinhuanet",
           sent=(("(Xinhua/Doe Jane)", "Xinhua", "Doe Jane"),
                 ("新华社记者 李明 摄", "Xinhua", "李明"))),
    Agency("TASS", "ТАСС|ITAR-TASS|ИТАР-ТАСС|TASS News Agency",
           sent=(("Фото: Иван Иванов/ТАСС", "TASS", "Иван Иванов"),)),
    Agency("Sputnik", "РИА Новости|RIA Novosti|Ria Novosti|Sputnik News|МИА Россия сегодня",
           sent=(("(Jane Doe, Sputnik, Kremlin Pool Photo via AP)", "Sputnik", "Jane Doe"),)),
    Agency("Interfax", "Интерфакс"),
    Agency("Ukrinform", "Укрінформ|Укринформ",
           sent=(("Фото: Іван Іваненко, Укрінформ", "Ukrinform", "Іван Іваненко"),)),
    Agency("UNIAN", "УНІАН|УНИАН"),
    Agency("KCNA", "Korean Central News Agency|Korea News Service|KNS",
           sent=(("(Korean Central News Agency/Korea News Service via AP, File)", "KCNA", None),)),
    Agency("SANA", "Syrian Arab News Agency|الوكالة العربية السورية للأنباء",
           sent=(("(Photo: Syrian Arab News Agency)", "SANA", None),)),
    Agency("dpa", "Deutsche Presse-Agentur|dpa/picture alliance|dpa-Bildfunk|dpa-Zentralbild",
           sent=(("Foto: Jana Muster/dpa", "dpa", "Jana Muster"),
                 ("(picture alliance / dpa / Jana Muster)", "dpa", "Jana Muster"))),
    Agency("picture alliance", "picture-alliance|Picture Alliance",
           sent=(("(Foto: picture alliance / Jane Doe)", "picture alliance", "Jane Doe"),)),
    Agency("imago", "imago images|imago-images.de|www.imago-images.de|imago stock&people",
           sent=(("(imago / Jane Doe)", "imago", "Jane Doe"),)),
    Agency("ddp", "ddp images"),
    Agency("epd", "epd-bild"),
    Agency("APA", "Austria Presse Agentur|APA-Images"),
    Agency("Keystone", "KEYSTONE|Keystone-SDA",
           sent=(("(KEYSTONE/Jane Doe)", "Keystone", "Jane Doe"),)),
    Agency("ANSA", "",
           sent=(("ANSA/JANE DOE", "ANSA", "Jane Doe"),)),
    Agency("EFE", "Agencia EFE|EFE/EPA",
           sent=(("Foto: EFE/Jane Doe", "EFE", "Jane Doe"),)),
    Agency("Europa Press", ""),
    Agency("Lusa", "LUSA",
           sent=(("LUSA/Jane Doe", "Lusa", "Jane Doe"),)),
    Agency("Belga", "BELGA|Belga Photo",
           sent=(("© BELGA", "Belga", None),)),
    Agency("ANP", ""),
    Agency("NTB", "NTB scanpix|NTB Scanpix|Scanpix",
           sent=(("Foto: Jane Doe / NTB scanpix", "NTB", "Jane Doe"),)),
    Agency("TT", "TT News Agency|TT Nyhetsbyrån",
           sent=(("Foto: Jane Doe/TT", "TT", "Jane Doe"),)),
    Agency("Ritzau Scanpix", "Ritzau"),
    Agency("Lehtikuva", ""),
    Agency("CTK", "ČTK|CTK Photo"),
    Agency("PAP", ""),
    Agency("MTI", ""),
    Agency("STA", ""),
    Agency("BTA", ""),
    Agency("ANA-MPA", "AMNA"),
    Agency("Anadolu", "Anadolu Agency|Anadolu Images|AA Photo",
           sent=(("(Photo by Jane Doe/Anadolu Agency via Getty Images)", "Anadolu",
                  "Jane Doe"),
                 ("Jane Doe / Anadolu Agency", "Anadolu", "Jane Doe"),)),
    Agency("DHA", "Dogan News Agency|Demirören News Agency",
           sent=(("(DHA via AP, File)", "DHA", None),)),
    Agency("IRNA", "Islamic Republic News Agency"),
    Agency("Tasnim", "Tasnim News Agency"),
    Agency("Fars", "Fars News Agency"),
    Agency("ISNA", ""),
    Agency("WAFA", ""),
    Agency("Petra", "Petra News Agency"),
    Agency("SPA", "Saudi Press Agency"),
    Agency("WAM", ""),
    Agency("Kyodo", "Kyodo News|共同",
           sent=(("(Kyodo News via AP)", "Kyodo", None),)),
    Agency("Jiji", "Jiji Press"),
    Agency("Yonhap", "Yonhap News|Yonhap News Agency|연합뉴스",
           sent=(("(Jane Doe/Yonhap via AP)", "Yonhap", "Jane Doe"),)),
    Agency("Newsis", ""),
    Agency("PTI", "Press Trust of India|PTI Photo",
           sent=(("(PTI Photo/Jane Doe)", "PTI", "Jane Doe"),)),
    Agency("ANI", ""),
    Agency("VNA", "Vietnam News Agency"),
    Agency("Antara", "Antara Foto"),
    Agency("AAP", "AAP Image|Australian Associated Press",
           sent=(("(Jane Doe/AAP Image via AP)", "AAP", "Jane Doe"),)),
    Agency("CP", "The Canadian Press|Canadian Press|La Presse Canadienne|THE CANADIAN PRESS",
           sent=(("THE CANADIAN PRESS/Jane Doe", "CP", "Jane Doe"),)),
    Agency("PA", "Press Association|PA Wire|PA Images|PA Media|Press Association Images",
           sent=(("(Photo by Jane Doe/PA Wire)", "PA", "Jane Doe"),)),
    Agency("UPI", "United Press International|UPI Photo",
           sent=(("Photo by Jane Doe/UPI", "UPI", "Jane Doe"),)),
    Agency("Agencia Brasil", "Agência Brasil"),
    Agency("SIPA", "Sipa USA|SIPA Press|Sipa Press|SIPAPRE"),
    Agency("Abaca", "Abaca Press|ABACAPRESS|ABACAPRESS.COM"),
    Agency("Magnum", "Magnum Photos"),
    Agency("VII", "VII Photo"),
    Agency("Redux", "Redux Pictures"),
    Agency("Polaris", "Polaris Images"),
    Agency("ZUMA", "ZUMA Press|Zuma Wire|ZUMAPRESS.com|ZUMAPRESS",
           sent=(("(Photo by Jane Doe/ZUMA Wire)", "ZUMA", "Jane Doe"),)),
    Agency("NurPhoto", "",
           sent=(("(Photo by Jane Doe/NurPhoto via Getty Images)", "NurPhoto", "Jane Doe"),)),
    Agency("LightRocket", ""),
    Agency("SOPA Images", "",
           sent=(("(Photo by Jane Doe/SOPA Images/LightRocket via Getty Images)",
                  "LightRocket", "Jane Doe"),)),
    Agency("Pacific Press", ""),
    Agency("Barcroft", "Barcroft Media|Barcroft Images|Barcroft Media via Getty Images"),
    Agency("Rex Features", "REX|Rex|REX/Shutterstock|Rex/Shutterstock"),
    Agency("SWNS", "South West News Service|SWNS.com"),
    Agency("Caters", "Caters News|Caters News Agency|Caters Clips"),
    Agency("Solent News", "Solent News & Photo Agency"),
    Agency("Bloomberg", "Bloomberg News",
           sent=(("Photographer: Jane Doe/Bloomberg", "Bloomberg", "Jane Doe"),)),
    Agency("Shutterstock", "",
           sent=(("(Jane Doe/Shutterstock)", "Shutterstock", "Jane Doe"),)),
    Agency("Adobe Stock", "stock.adobe.com"),
    Agency("Alamy", "Alamy Stock Photo"),
    Agency("iStock", "iStockphoto|istock"),
    Agency("Pixabay", "pixabay.com"),
    Agency("Unsplash", "unsplash.com"),
    Agency("Corbis", "Bettmann|Bettmann Archive|Bettmann/Corbis"),
    Agency("WireImage", ""),
    Agency("FilmMagic", ""),
    Agency("Postmedia", "Postmedia News|Postmedia Network"),
    Agency("RFE/RL", "Radio Free Europe/Radio Liberty|RFERL|Радіо Свобода|Радио Свобода",
           sent=(("Photo by Jane Doe (RFE/RL)", "RFE/RL", "Jane Doe"),)),
    Agency("VOA", "Voice of America|VOA Photo",
           sent=(("(Jane Doe/VOA)", "VOA", "Jane Doe"),)),
    Agency("Flash90", "FLASH90|Flash 90",
           sent=(("(Photo by Jane Doe/Flash90)", "Flash90", "Jane Doe"),)),
    Agency("Maxar Technologies", "Maxar", "company",
           sent=(("Kuva: MAXAR TECHNOLOGIES HANDOUT", "Maxar Technologies", None),)),
    Agency("Planet Labs", "Planet Labs PBC|Planet Labs Inc.|Planet Labs Inc", "company"),
    Agency("NASA", "", "government",
           sent=(("(NASA via AP)", "NASA", None),)),
    Agency("ESA", "European Space Agency", "government"),
    Agency("SpaceX", "", "company"),
    Agency("White House", "The White House|Official White House|Official White House Photo",
           "government",
           sent=(("(Official White House Photo by Jane Doe)", "White House", "Jane Doe"),)),
    Agency("U.S. Navy", "US Navy|United States Navy|Navy|USN", "military",
           sent=(("(U.S. Navy photo by Mass Communication Specialist 1st Class Jane Doe/Released)",
                  "U.S. Navy", "Jane Doe"),)),
    Agency("U.S. Army", "US Army|United States Army|Army|USA Army", "military",
           sent=(("Army photo by Sgt. Jane Doe", "U.S. Army", "Jane Doe"),)),
    Agency("U.S. Army National Guard", "US Army National Guard|Army National Guard", "military"),
    Agency("U.S. Army Reserve", "US Army Reserve|Army Reserve", "military"),
    Agency("U.S. Air National Guard", "US Air National Guard|Air National Guard", "military"),
    Agency("U.S. National Guard", "US National Guard|National Guard", "military"),
    Agency("U.S. Air Force", "US Air Force|United States Air Force|Air Force|USAF", "military",
           sent=(("(U.S. Air Force photo/Staff Sgt. Jane Doe)", "U.S. Air Force", "Jane Doe"),)),
    Agency("U.S. Space Force", "US Space Force|Space Force", "military"),
    Agency("U.S. Marine Corps", "US Marine Corps|United States Marine Corps|Marine Corps|USMC"
                                "|U.S. Marine",
           "military"),
    Agency("U.S. Coast Guard", "US Coast Guard|United States Coast Guard|Coast Guard|USCG",
           "military",
           sent=(("Photo: Petty Officer 2nd Class Jane Doe, USCG", "U.S. Coast Guard",
                  "Jane Doe"),)),
    Agency("U.S. Department of Defense", "DoD|DOD|Department of Defense|U.S. Dept. of Defense"
                                         "|DVIDS", "military"),
    Agency("NATO", "", "military"),
    Agency("ISAF", "", "military"),
    Agency("Royal Navy", "", "military"),
    Agency("Ministry of Defence", "MoD|Crown Copyright|UK MOD", "military"),
    Agency("Russian Defense Ministry",
           "Russian Defence Ministry|Russian Defense Ministry Press Service|Минобороны России"
           "|Russian Ministry of Defence", "military"),
    Agency("IDF", "Israel Defense Forces|IDF Spokesperson's Unit", "military"),
    Agency("U.S. State Department", "State Department|US State Department"
                                    "|U.S. Department of State", "government"),
    Agency("FEMA", "", "government"),
    Agency("NOAA", "", "government"),
    Agency("USGS", "", "government"),
    Agency("UN Photo", "United Nations", "government"),
    Agency("UNICEF", "", "government"),
    Agency("UNHCR", "", "government"),
    Agency("Library of Congress", "LOC|Library of Congress, Prints and Photographs Division",
           "archive",
           sent=(("Courtesy Library of Congress", "Library of Congress", None),)),
    Agency("National Archives", "NARA|U.S. National Archives"
                                "|National Archives and Records Administration", "archive"),
    Agency("Bundesarchiv", "", "archive"),
    Agency("Imperial War Museum", "IWM|Imperial War Museums", "archive"),
    Agency("Hulton Archive", "", "archive"),
    Agency("akg-images", "", "archive"),
    Agency("ullstein bild", "", "archive"),
    Agency("The New York Times", "New York Times|NYT", "press"),
    Agency("The Washington Post", "Washington Post", "press"),
    Agency("Los Angeles Times", "LA Times", "press"),
    Agency("Chicago Tribune", "", "press"),
    Agency("The Guardian", "Guardian", "press"),
    Agency("USA Today", "USA TODAY Sports|USA TODAY", "press"),
    Agency("BBC", "", "press"),
    Agency("ABC", "", "press"),
    Agency("Global Times", "", "press"),
    Agency("China Daily", "", "press"),
    Agency("VCG", "Visual China Group", "agency"),
    Agency("China News Service", "CNS|中新社|China News Service/VCG"),
    Agency("Tribune News Service", "TNS|MCT"),
    Agency("MediaNews Group", "", "press"),
    Agency("Kommersant", "Коммерсантъ|Коммерсант", "press",
           sent=(("Фото: Иван Иванов, Коммерсантъ", "Kommersant", "Иван Иванов"),)),
    Agency("SZ Photo", "Süddeutsche Zeitung Photo|SZ",
           sent=(("Foto: Jana Muster / SZ Photo", "SZ Photo", "Jana Muster"),)),
    Agency("photothek", "photothek.net",
           sent=(("© Jana Muster/photothek.net", "photothek", "Jana Muster"),)),
    Agency("laif", ""),
    Agency("Hans Lucas", ""),
    Agency("Action Images", "Action Images via Reuters"),
    Agency("Imagn", "Imagn Images"),
    Agency("Icon Sportswire", ""),
    Agency("Costfoto", ""),
    Agency("Kremlin", "Kremlin Press Service|Kremlin.ru|Presidential Press Service", "government"),
    Agency("Royal Air Force", "RAF", "military"),
    Agency("British Army", "", "military"),
    Agency("ICRC", "International Committee of the Red Cross", "government"),
    Agency("CDC", "Centers for Disease Control and Prevention", "government"),
)  # fmt: skip
"""Everyone, agencies first."""

_BY_NAME = {
    re.sub(r"\s+", " ", name).strip().lower(): agency
    for agency in reversed(AGENCIES)
    for name in (agency.name, *agency.aliases.split("|"))
    if name
}


def agency_named(name: str) -> Agency | None:
    """The agency that goes by this name or alias, whatever its case."""
    return _BY_NAME.get(re.sub(r"\s+", " ", name).strip(" .,;:()[]").lower())
