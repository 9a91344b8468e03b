"""``photocat place import``: a GeoNames dump, a CSV of places or one's own aliases, as a file.

Each import becomes a file of its own beside the embedded one, which it completes; importing a file
of the same name again replaces it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from photocat.errors import UsageError
from photocat.gazetteer.build import Progress, build
from photocat.gazetteer.gazetteer import Gazetteer
from photocat.gazetteer.generic import core
from photocat.gazetteer.geonames import read_geonames
from photocat.gazetteer.keys import key
from photocat.gazetteer.open import data_folder, open_gazetteer
from photocat.gazetteer.place import KINDS, Place
from photocat.gazetteer.sources import ALIAS, CORE, NAME, OWN, Entry, NameRow, own_id

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "lat": ("lat", "latitude", "latitude_deg"),
    "lon": ("lon", "lng", "long", "longitude", "longitude_deg"),
    "country": ("country", "iso_country", "country_code", "countrycode"),
    "kind": ("kind", "type"),
    "radius_km": ("radius_km",),
    "aliases": ("aliases", "keywords", "alternatenames"),
    "near": ("municipality", "city"),
    "id": ("ident", "icao", "gps_code", "id"),
}
"""What a column of a CSV may be called; OurAirports' names are among them."""

ALIAS_COLUMNS = ("alias", "place")
"""A CSV with these two (and perhaps ``within``) is a list of one's own aliases."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import gave."""

    path: Path
    places: int
    refused: tuple[str, ...]
    """Lines that could not be used, each with the reason."""


def import_places(source: Path, *, say: Progress | None = None) -> Imported:
    """Import a folder or main file of a GeoNames dump, a CSV of places, or a CSV of aliases."""
    refused: list[str] = []
    count = 0

    def counted(entries: Iterator[Entry]) -> Iterator[Entry]:
        nonlocal count
        for entry in entries:
            count += 1
            yield entry

    if source.is_dir() or source.suffix == ".txt":
        folder = source if source.is_dir() else source.parent
        kind, entries = "places", read_geonames(folder)
    else:
        header = _header(source)
        if set(ALIAS_COLUMNS) <= set(header):
            kind, entries = "aliases", _aliases(source, refused)
        else:
            kind, entries = "places", _places(source, refused)
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^\w-]+", "-", source.stem or "dump").strip("-") or "import"
    path = folder / f"{kind}-{stem}.sqlite"
    build(path, counted(entries), {"source": source.name}, say)
    return Imported(path, count, tuple(refused))


def _header(source: Path) -> list[str]:
    with source.open(encoding="utf-8-sig", newline="") as lines:
        return [name.strip().lower() for name in next(csv.reader(lines), [])]


def _rows(source: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with source.open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            yield number, {(k or "").strip().lower(): (v or "").strip() for k, v in row.items()}


def _places(source: Path, refused: list[str]) -> Iterator[Entry]:
    header = _header(source)
    if not all(any(c in header for c in COLUMNS[field]) for field in ("name", "lat", "lon")):
        raise UsageError(
            f"{source}: a CSV of places needs the columns name, lat and lon; "
            f"one of aliases needs {' and '.join(ALIAS_COLUMNS)}"
        )
    for number, row in _rows(source):
        value = {
            field: next((row[c] for c in columns if row.get(c)), "")
            for field, columns in COLUMNS.items()
        }
        try:
            lat, lon = float(value["lat"]), float(value["lon"])
        except ValueError:
            lat, lon = 999.0, 999.0
        if not value["name"] or not (-90 <= lat <= 90 and -180 <= lon <= 180):
            refused.append(f"line {number}: no name, or no coordinates on Earth")
            continue
        kind = _kind(value["kind"])
        names: list[NameRow] = [
            (value["name"], NAME, None, None), (core(key(value["name"])), CORE, None, None)
        ]  # fmt: skip
        names += [(n.strip(), ALIAS, None, None) for n in re.split(r"[|;,]", value["aliases"])]
        if kind == "airfield" and value["near"]:
            names.append((value["near"], CORE, None, None))
        yield Entry(
            id=own_id(f"{source.name} {value['id'] or value['name']} {lat:.4f} {lon:.4f}"),
            name=value["name"],
            kind=kind,
            country=value["country"].upper() or None,
            admin1=None,
            lat=lat,
            lon=lon,
            radius_m=float(value["radius_km"] or 3) * 1000,
            population=0,
            weight=4.0 if kind != "airfield" else 3.0,
            names=names,
        )


def _kind(written: str) -> str:
    """A kind of ours; OurAirports' types are airfields."""
    lowered = written.lower()
    if "airport" in lowered or lowered in {"heliport", "seaplane_base", "airfield"}:
        return "airfield"
    return lowered if lowered in KINDS else "landmark"


def _aliases(source: Path, refused: list[str]) -> Iterator[Entry]:
    gazetteer = open_gazetteer()
    names: dict[int, list[NameRow]] = {}
    places: dict[int, Place] = {}
    for number, row in _rows(source):
        found = _place_of(row["place"], row.get("within") or None, gazetteer)
        if not row["alias"] or found is None:
            refused.append(f"line {number}: no place called {row['place']!r}")
            continue
        places[found.id] = found
        names.setdefault(found.id, []).append((row["alias"], OWN, None, None))
    for id, place in places.items():
        yield Entry(
            id, place.name, place.kind, place.country, place.admin1, place.lat, place.lon,
            place.radius_m, place.population, 6.0, names[id],
        )  # fmt: skip
    gazetteer.close()


def _place_of(written: str, within: str | None, gazetteer: Gazetteer) -> Place | None:
    if re.fullmatch(r"-?\d+", written):
        return gazetteer.place(int(written))
    found = gazetteer.find(written, within, limit=1)
    return found[0] if found else None
