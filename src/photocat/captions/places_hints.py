"""Bodies, movements and feasts that belong to one country, and so tell which one a caption is of.

Weak evidence, as demonyms are: they are met abroad as well.
"""

from __future__ import annotations

import re

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
 | State Police | Republican | Thanksgiving | Juneteenth | Fourth of July | Mardi Gras
VE: Chavista | Bolivarian National Guard
YE: Houthi | Houthis
ZA: African National Congress | ANC | Economic Freedom Fighters
ZW: ZANU-PF | Movement for Democratic Change
"""


def _of_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in re.split(r"\n(?=[A-Z]{2}: )", _BODIES.strip()):
        code, _, names = line.partition(": ")
        found |= dict.fromkeys((" ".join(n.split()) for n in names.split("|")), code)
    return found


BODIES = _of_names()
"""Country codes by the name of the body."""

_PATTERN = re.compile(
    r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(BODIES, key=len, reverse=True))) + r")(?!\w)"
)


def countries_hinted(text: str) -> set[str]:
    """Codes of the countries whose bodies a caption names."""
    return {BODIES[match[0]] for match in _PATTERN.finditer(text)}
