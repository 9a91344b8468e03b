"""Districts under the names that English captions give them: ``South Aceh`` for ``Kabupaten Aceh
Selatan``, ``Hadong`` for ``Hadong-gun``.

Lists name the districts of many countries with the word of the country's own language for district.
"""

from __future__ import annotations

import re

BEFORE: dict[str, str] = {
    "AL": "bashkia",
    "AR": "departamento de|departamento|partido de|partido",
    "AT": "politischer bezirk",
    "BG": "obshtina",
    "BJ": "commune of|commune de|commune",
    "CH": "bezirk|wahlkreis|verwaltungskreis",
    "CU": "municipio de",
    "CZ": "okres",
    "DE": "landkreis",
    "DZ": "daira de|daira d|daira",
    "ES": "provincia de",
    "FR": "departement (?:de la|des|du|de l|de|d)",
    "GR": "nomos",
    "GT": "municipio de",
    "HR": "opcina|grad",
    "HT": "arrondissement (?:de la|des|du|de l|de|d)",
    "ID": "kabupaten|kota",
    "IR": "shahrestan e",
    "IT": "provincia di|province of|metropolitan city of",
    "KH": "srok|krong|khan",
    "MY": "daerah",
    "NI": "municipio de",
    "NL": "gemeente",
    "PA": "distrito de",
    "PH": "province of|city of",
    "PL": "powiat",
    "RO": "municipiul|comuna|oras",
    "SK": "okres",
    "TH": "amphoe",
    "VE": "municipio autonomo|municipio",
    "VN": "huyen|thanh pho|thi xa|quan",
    "XK": "komuna e",
}
"""Words (folded) before a district's name, by country."""

BEHIND: dict[str, str] = {
    "CN": "shi|diqu|xian|zizhizhou",
    "DK": "kommune",
    "EE": "vald|linn",
    "HU": "jaras|jarasi",
    "JP": "shi|gun|ku|cho|machi|mura|son",
    "KR": "si|gun|gu",
    "LV": "pagasts|novads",
    "NO": "kommune",
    "RU": "gorodskoy okrug|okrug",
    "SE": "kommun",
    "TR": "ilcesi",
}
"""Words behind it."""

COMPASS: dict[str, dict[str, str]] = {
    "ID": {"barat daya": "southwest", "timur laut": "northeast", "tenggara": "southeast",
           "utara": "north", "selatan": "south", "barat": "west", "timur": "east",
           "tengah": "central"},
    "PH": {"del norte": "north", "del sur": "south"},
}  # fmt: skip
"""Compass words behind the name, which English writes before it."""

_BEFORE = {country: re.compile(rf"(?:{words}) (?=\S{{3}})") for country, words in BEFORE.items()}
_BEHIND = {country: re.compile(rf"(?<=\S{{3}}) (?:{words})$") for country, words in BEHIND.items()}


def english_names(of_name: str, country: str) -> list[str]:
    """Other keys by which a district of a country is known, of its own key."""
    found = []
    bare = of_name
    if (before := _BEFORE.get(country)) and (match := before.match(bare)):
        bare = bare[match.end() :]
    if behind := _BEHIND.get(country):
        bare = behind.sub("", bare)
    if bare != of_name:
        found.append(bare)
    if country == "IE":
        found.append(f"county {bare}")
    for native, english in COMPASS.get(country, {}).items():
        if bare.endswith(f" {native}"):
            found.append(f"{english} {bare.removesuffix(f' {native}')}")
            break
    return found
