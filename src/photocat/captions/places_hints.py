"""Bodies, movements and feasts that belong to one country, and so tell which one a caption is of.

Weak evidence, as demonyms are: they are met abroad as well. Those of ``_HOME`` are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from photocat.captions.places_evidence import AT_HOME, BODY, HINTED, NAMED, OLD
from photocat.captions.places_papers import papers_named

_BODIES = """
BD: Awami League | Jatiya Sangsad
CN: Communist Party of China | National People's Congress | People's Liberation Army
CO: FARC | Revolutionary Armed Forces of Colombia
DE: Bundestag | Bundeswehr | Bundesliga | CDU | CSU
ES: Guardia Civil | Civil Guard | Mossos d'Esquadra | La Liga | Ertzaintza
FR: Elysee | Élysée | Front National | National Front | Tour de France
GB: House of Commons | Tory | Scotland Yard | Labour Party | Premier League | Royal Ascot
IE: Garda | Fine Gael | Fianna Fail | Taoiseach
IL: Knesset | Likud | Israel Defense Forces | IDF | Magen David Adom
IN: Bharatiya Janata Party | Bharatiya Janta Party | BJP | Lok Sabha | Rajya Sabha | Shiv Sena
 | Aam Aadmi | Kumbh Mela | Ganesh Chaturthi
IQ: Peshmerga | Popular Mobilization | Hashd al-Shaabi
IR: Revolutionary Guard | Basij | Guardian Council
IT: Carabinieri | Serie A | Guardia di Finanza | Five Star Movement
JP: Self-Defense Force | Liberal Democratic Party | Diet members | sumo
KP: KCNA | Korean Central News Agency | Kim Jong Un | Kim Jong-un | Kim Jong Il
LB: Hezbollah | Hizbollah
LK: LTTE | Tamil Tigers
MM: National League for Democracy | Tatmadaw | Aung San Suu Kyi
MX: PRI | Institutional Revolutionary Party | Day of the Dead
NG: Boko Haram | Super Eagles
NI: Sandinista
NP: Tihar festival | Indra Jatra | Teej festival
PH: New People's Army | Abu Sayyaf | Black Nazarene
PK: Tehreek-e-Insaf | Tehrik-e-Taliban | Muslim League-Nawaz | Pakistan Peoples Party
PL: Sejm | Law and Justice
PS: Hamas | Fatah | Islamic Jihad
RU: State Duma | Kremlin | Spetsnaz | Wagner mercenary
SO: al-Shabab | al-Shabaab | al Shabaab | AMISOM
SS: SPLA
SY: Free Syrian Army | White Helmets | Jabhat al-Nusra
TH: Red Shirts | red shirt | Pheu Thai | Loy Krathong | Songkran
TR: PKK | AK Party | Kurdistan Workers' Party
UA: Verkhovna Rada | Euromaidan | Azov
US: Super Bowl | Major League Baseball | NFL | NBA | MLB | NHL | NCAA | FBI | Border Patrol
 | Dorothea Lange | Walker Evans | Russell Lee | Ben Shahn | Marion Post Wolcott | John Vachon
 | Arthur Rothstein | Jack Delano | Carl Mydans | Lewis Hine | Esther Bubley | Alfred Palmer
 | Library of Congress | State Police | Republican | Thanksgiving | Juneteenth
 | Fourth of July | Mardi Gras
VE: Chavista | Bolivarian National Guard
YE: Houthi | Houthis
ZA: African National Congress | ANC | Economic Freedom Fighters
ZW: ZANU-PF | Movement for Democratic Change
"""


_RULERS = """
AF: Hamid Karzai | Ashraf Ghani
AM: Nikol Pashinyan
BD: Sheikh Hasina | Khaleda Zia
BF: Blaise Compaore
BI: Pierre Nkurunziza
BO: Evo Morales
BR: Dilma Rousseff | Jair Bolsonaro | Lula da Silva
BY: Alexander Lukashenko
CD: Joseph Kabila | Felix Tshisekedi
CI: Laurent Gbagbo | Alassane Ouattara
CL: Augusto Pinochet
CU: Fidel Castro | Raul Castro
DZ: Abdelaziz Bouteflika
EG: Hosni Mubarak | Mohamed Mursi | Mohammed Morsi | Abdel Fattah al-Sisi | Muslim Brotherhood
ET: Abiy Ahmed
GE: Mikheil Saakashvili
GM: Yahya Jammeh
GN: Alpha Conde
HN: Manuel Zelaya | Juan Orlando Hernandez
HT: Michel Martelly | Jovenel Moise
IN: Arvind Kejriwal | Narendra Modi
IQ: Saddam Hussein | Nouri al-Maliki | Moqtada al-Sadr
KE: Uhuru Kenyatta | Raila Odinga | William Ruto
LK: Mahinda Rajapaksa
LR: Ellen Johnson Sirleaf | George Weah
LY: Muammar Gaddafi | Moammar Gadhafi | Khalifa Haftar
MY: Anwar Ibrahim | Najib Razak
NG: Goodluck Jonathan | Muhammadu Buhari
NI: Daniel Ortega
PE: Keiko Fujimori | Pedro Castillo
PH: Rodrigo Duterte
PK: Imran Khan | Nawaz Sharif
RU: Alexei Navalny
SD: Omar al-Bashir
SS: Salva Kiir | Riek Machar
SY: Bashar al-Assad | Bashar Assad
TH: Thaksin Shinawatra | Yingluck Shinawatra | Prayuth Chan-ocha
TN: Zine al-Abidine Ben Ali
UA: Viktor Yanukovich | Viktor Yanukovych | Petro Poroshenko
UG: Yoweri Museveni | Bobi Wine
VE: Hugo Chavez | Nicolas Maduro | Juan Guaido
YE: Ali Abdullah Saleh | Abd-Rabbu Mansour Hadi
ZA: Jacob Zuma | Cyril Ramaphosa
ZW: Robert Mugabe | Emmerson Mnangagwa
"""
"""Those for and against whom people are in the streets at home."""

_HOME = """
CA: Royal Canadian Mounted Police | RCMP | Surete du Quebec
FR: Gilets Jaunes
GB: RNLI | National Trust | Police Service of Northern Ireland | PSNI
 | London Fire Brigade | West Midlands Police | Greater Manchester Police
IN: National Disaster Response Force | NDRF | Border Security Force | Central Reserve Police
 | Rashtriya Swayamsevak Sangh | Trinamool Congress | Samajwadi Party
PH: Philippine National Police
US: FEMA | Federal Emergency Management Agency | Highway Patrol | State Troopers | State Trooper
 | National Forest | Cal Fire | CalFire | CAL FIRE | Farm Security Administration
 | Resettlement Administration | Works Progress Administration | U.S. Forest Service
 | Civilian Conservation Corps | Tennessee Valley Authority | National Park Service
 | Fish and Wildlife Service | Bureau of Land Management | Electoral College
 | Immigration and Customs Enforcement | Amtrak | Ku Klux Klan | Disaster Recovery Center
 | Union Pacific | Santa Fe Railroad | Pennsylvania Railroad | North Western Railroad
 | War Relocation Authority | National Youth Administration
"""
"""Bodies that are met at home alone."""

_HOME_FORMS: tuple[tuple[str, str], ...] = (
    ("US", r"\b(?:Interstate |I-|(?:U\.S\.|US) (?:Highway |Route )?)\d{1,3}\b(?!,\d)"),
    ("US", r"\b[Ss]heriff(?:'s|’s|s')? (?:[Dd]ep|[Oo]ff)\w+"),
    ("US", r"\bCounty (?:Fire|Sheriff|Police|Coroner|District Attorney|Commissioners?)\b"),
    ("GB", r"/PA(?: Wire| Images)?(?![\w-])"),
    ("US", r"\b(?:Republican|Democratic) (?:presidential|gubernatorial|congressional)\b"),
)
"""The same where their names have many forms."""


def _of_names(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in re.split(r"\n(?=[A-Z]{2}: )", written.strip()):
        code, _, names = line.partition(": ")
        found |= dict.fromkeys((" ".join(n.split()) for n in names.split("|")), code)
    return found


def _any(names: dict[str, str]) -> re.Pattern[str]:
    written = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{written})(?!\w)")


BODIES = _of_names(_BODIES) | _of_names(_RULERS)
"""Country codes by the name of the body."""

HOME = _of_names(_HOME)
"""The same of those that are met at home alone."""

_OLD_YEAR = re.compile(r"\b1(?:8\d\d|9[0-8]\d|990)\b")
_BODY, _AT_HOME = _any(BODIES), _any(HOME)
_FORMS = tuple((code, re.compile(form)) for code, form in _HOME_FORMS)


def at_home(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Codes of the countries whose bodies a caption names that are met there alone, and where."""
    found = [(HOME[match[0]], match.span()) for match in _AT_HOME.finditer(text)]
    for code, form in _FORMS:
        found += [(code, match.span()) for match in form.finditer(text)]
    return found


def hints_of(text: str) -> Iterator[tuple[str, float]]:
    """Codes of countries and provinces that a caption hints at otherwise than by naming them, with
    how much that weighs."""
    for match in _BODY.finditer(text):
        yield BODIES[match[0]], BODY
    for code, _ in at_home(text):
        yield code, AT_HOME
    for code in papers_named(text):
        yield code, NAMED if "." in code else HINTED
    if _OLD_YEAR.search(text):
        yield OLD, 1.0
