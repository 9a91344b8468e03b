"""Reading a GeoNames dump (https://download.geonames.org/export/dump/readme.txt, CC BY 4.0).

| file (.txt or .zip)                 | gives                                                 |
|-------------------------------------|-------------------------------------------------------|
| ``allCountries``, else ``SY``       | places                                                |
| ``alternateNamesV2``                | names in every language, with the years of their use  |
| ``admin1CodesASCII``, ``admin2Codes`` | names of provinces and districts                    |
| ``countryInfo``                     | names of countries                                    |
| ``hierarchy``                       | what lies in what                                     |

Only the first is needed. Every file is read once, line by line: memory holds one byte for each id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from photocat.gazetteer.build import MoreName, Progress
from photocat.gazetteer.dump_files import Refused, lines_of, main_name
from photocat.gazetteer.entry import ALIAS, CORE, HISTORICAL, NAME, OTHER, Entry, NameRow
from photocat.gazetteer.generic import core
from photocat.gazetteer.geonames_codes import kind_weight_radius
from photocat.gazetteer.keys import key
from photocat.gazetteer.sources import is_spelling

_NO_NAMES = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon"})
"""Pseudo languages of links and codes."""

_NAMES_OF_CODES = (("admin1CodesASCII", 3, 1), ("admin2Codes", 3, 1), ("countryInfo", 16, 4))
"""Files of codes, with the columns of the id and of the name."""

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
HIGHEST_ID = 1 << 28


class GeoNames:
    """A dump, to be read in this order: its places, more names of them, what lies in what."""

    def __init__(self, source: Path, refused: Refused, say: Progress) -> None:
        self._folder, self._main = main_name(source)
        self._refused, self._say = refused, say
        self._countries: list[str | None] = [None, None]
        self._country_of = bytearray(1 << 24)
        """By id the number of the country: 0 where the place is not kept, 1 where it has none."""

    def places(self) -> Iterator[Entry]:
        """Every place worth naming."""
        numbers: dict[str | None, int] = {None: 1}
        for number, columns in lines_of(self._folder, self._main, self._say):
            try:
                entry = _entry(columns)
            except (ValueError, IndexError) as error:
                self._refused.add(number, _reason(columns, error), self._main)
                continue
            if entry is None:
                continue
            if entry.country not in numbers:
                numbers[entry.country] = len(self._countries)
                self._countries.append(entry.country)
            if entry.id >= len(self._country_of):
                self._country_of.extend(bytes(entry.id))
            self._country_of[entry.id] = min(numbers[entry.country], 255)
            yield entry

    def names(self) -> Iterator[MoreName]:
        """Further names of the places that are kept."""
        for number, row in lines_of(self._folder, "alternateNamesV2", self._say):
            if len(row) < 8 or not row[1].isdecimal():
                self._refused.add(number, f"{len(row)} columns of 10", "alternateNamesV2")
            elif row[2] not in _NO_NAMES and self._kept(id := int(row[1])):
                since, until = (_year(row[at]) if len(row) > at else None for at in (8, 9))
                yield id, self._country(id), row[3], _how(row), since, until
        for name, id_at, name_at in _NAMES_OF_CODES:
            for number, row in lines_of(self._folder, name, self._say):
                if len(row) <= max(id_at, name_at):
                    self._refused.add(number, f"{len(row)} columns", name)
                elif row[id_at].isdecimal() and self._kept(id := int(row[id_at])):
                    yield id, self._country(id), row[name_at], NAME, None, None
                    yield id, self._country(id), core(key(row[name_at])), CORE, None, None

    def parents(self) -> Iterator[tuple[int, int]]:
        """Pairs of a child and what contains it, of places that are kept."""
        for number, row in lines_of(self._folder, "hierarchy", self._say):
            if len(row) < 2 or not (row[0].isdecimal() and row[1].isdecimal()):
                self._refused.add(number, "no two ids", "hierarchy")
            elif self._kept(parent := int(row[0])) and self._kept(child := int(row[1])):
                yield child, parent

    def _kept(self, id: int) -> bool:
        return id < len(self._country_of) and self._country_of[id] > 0

    def _country(self, id: int) -> str | None:
        return self._countries[self._country_of[id]]


def _entry(columns: list[str]) -> Entry | None:
    """A place of a line; ValueError and IndexError where the line is none."""
    written, name, _, others, lat, lon, feature, code, country, _, admin1 = columns[:11]
    population = int(columns[14] or 0)
    kept = kind_weight_radius(feature, code, population)
    if kept is None:
        return None
    kind, weight, radius_m = kept
    id, of_name = int(written), key(name)
    if not (name and 0 < id < HIGHEST_ID and abs(float(lat)) <= 90 and abs(float(lon)) <= 180):
        raise ValueError
    names: list[NameRow] = [(name, NAME, None, None)]
    names += [
        (other, ALIAS if is_spelling(other, of_name) else OTHER, None, None)
        for other in others.split(",")
        if len(other) > 2
    ]
    if (bare := core(of_name)) != of_name:
        names.append((bare, NAME if kind == "admin1" else CORE, None, None))
    return Entry(
        id=id,
        name=name,
        kind=kind,
        country=country or None,
        admin1=admin1 if admin1 not in {"", "00"} else None,
        lat=float(lat),
        lon=float(lon),
        radius_m=radius_m,
        population=population,
        weight=weight,
        names=names,
    )


def _how(row: list[str]) -> int:
    """How an alternate name belongs to its place.

    A Latin name that nothing speaks for may be quite another word; where it is another spelling,
    the main file says so as well.
    """
    if row[7] == "1":
        return HISTORICAL
    if row[6] == "1" or (row[4] != "1" and _LATIN.match(row[3])):
        return OTHER
    return ALIAS


def _reason(columns: list[str], error: Exception) -> str:
    if len(columns) < 15:
        return f"{len(columns)} columns of 19"
    lat, lon = columns[4:6]
    return str(error) or f"no id, no name, or not on Earth: {columns[0]!r} {lat!r}, {lon!r}"


def _year(text: str) -> int | None:
    """``1924`` of ``1924``, ``19240126``, ``1924-01-26`` or ``26.1.1924``; else none."""
    found = re.match(r"(\d{4})(?!\d)|(\d{4})\d{4}$", text) or re.search(r"()\b(\d{4})$", text)
    return int(found[1] or found[2]) if found else None
