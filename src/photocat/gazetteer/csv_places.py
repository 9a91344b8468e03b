"""Places and aliases out of a CSV: OurAirports' columns, and those of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from photocat.gazetteer.csv_rows import Table
from photocat.gazetteer.dump_files import Refused
from photocat.gazetteer.entry import ALIAS, CORE, NAME, OWN, Entry, NameRow, own_id
from photocat.gazetteer.gazetteer import Gazetteer
from photocat.gazetteer.generic import core
from photocat.gazetteer.keys import key
from photocat.gazetteer.place import KINDS, Place
from photocat.gazetteer.tables import country_facts
from photocat.places import Point

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "place_name", "title", "asciiname"),
    "lat": ("lat", "latitude", "latitude_deg", "y"),
    "lon": ("lon", "lng", "long", "longitude", "longitude_deg", "x"),
    "country": ("country", "iso_country", "country_code", "countrycode", "cc", "country_name"),
    "kind": ("kind", "type", "category"),
    "radius_km": ("radius_km", "radius"),
    "aliases": ("aliases", "alias", "keywords", "alternatenames", "alternate_names", "other_names"),
    "near": ("municipality", "city", "town"),
    "id": ("ident", "icao", "gps_code", "icao_code", "id"),
}
"""What a column of a CSV of places may be called; OurAirports' names are among them."""

ALIAS_COLUMNS: dict[str, tuple[str, ...]] = {
    "alias": ("alias", "called"),
    "place": ("place", "means", "place_id"),
    "within": ("within", "in"),
    "since": ("since", "from_year"),
    "until": ("until", "to_year"),
}
"""What a column of a CSV of aliases may be called; ``alias`` and ``place`` are needed."""

NEAREST_TOWN_M = 50_000.0


def read_places(table: Table, gazetteer: Gazetteer, refused: Refused) -> Iterator[Entry]:
    """Every row that is a place; its province is that of the nearest town of its country."""
    for number, row in table.rows():
        value = {column: row.get(column, "") for column in COLUMNS}
        try:
            point = _point(value)
            country = _country(value["country"], gazetteer)
            radius_km = _number(value["radius_km"] or "3", "radius")
            if not value["name"]:
                raise ValueError("no name")
        except ValueError as error:
            refused.add(number, str(error))
            continue
        kind = _kind(value["kind"])
        names: list[NameRow] = [
            (value["name"], NAME, None, None), (core(key(value["name"])), CORE, None, None)
        ]  # fmt: skip
        names += [(n.strip(), ALIAS, None, None) for n in re.split(r"[|;,]", value["aliases"])]
        if kind == "airfield" and value["near"]:
            names.append((value["near"], CORE, None, None))
        yield Entry(
            id=own_id(
                f"{table.path.name} {value['id'] or value['name']} {point.lat:.4f} {point.lon:.4f}"
            ),
            name=value["name"],
            kind=kind,
            country=country,
            admin1=_province(point, country, gazetteer),
            lat=point.lat,
            lon=point.lon,
            radius_m=radius_km * 1000,
            population=0,
            weight=4.0 if kind != "airfield" else 3.0,
            names=names,
        )


def read_aliases(table: Table, gazetteer: Gazetteer, refused: Refused) -> Iterator[Entry]:
    """Every place that is given names of one's own."""
    names: dict[int, list[NameRow]] = {}
    places: dict[int, Place] = {}
    for number, row in table.rows():
        try:
            since, until = (_year(row.get(column, "")) for column in ("since", "until"))
            found = _place_of(row["place"], row.get("within"), gazetteer)
            if not key(row["alias"]):
                raise ValueError("no alias")
        except ValueError as error:
            refused.add(number, str(error))
            continue
        places[found.id] = found
        names.setdefault(found.id, []).append((row["alias"], OWN, since, until))
    for id, place in places.items():
        yield Entry(
            id, place.name, place.kind, place.country, place.admin1, place.lat, place.lon,
            place.radius_m, place.population, 6.0, names[id],
        )  # fmt: skip


def _point(value: dict[str, str]) -> Point:
    lat, lon = _number(value["lat"], "latitude"), _number(value["lon"], "longitude")
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise ValueError(
            f"{lat:g}, {lon:g} is not on Earth (latitude -90..90, longitude -180..180)"
        )
    return Point(lat, lon)


def _number(written: str, what: str) -> float:
    if not written:
        raise ValueError(f"no {what}")
    try:
        number = float(written if "." in written else written.replace(",", "."))
    except ValueError:
        raise ValueError(f"{what} {written!r} is not a number") from None
    if what == "radius" and not 0 <= number <= 20_000:
        raise ValueError(f"radius {written!r} is not a number of kilometres")
    return number


def _year(written: str) -> int | None:
    if not written:
        return None
    if not re.fullmatch(r"\d{1,4}", written):
        raise ValueError(f"{written!r} is not a year")
    return int(written)


def _country(written: str, gazetteer: Gazetteer) -> str | None:
    """The code of a country written as a code of two or three letters, or as its name."""
    if not written:
        return None
    code = written.upper()
    if len(code) == 3:
        code = next((c for c, fact in country_facts().items() if fact["iso3"] == code), code)
    if gazetteer.country(code):
        return code
    named = [n.place for n in gazetteer.named(key(written)) if n.place.kind == "country"]
    if not named:
        raise ValueError(f"no country {written!r}")
    return named[0].country


def _province(point: Point, country: str | None, gazetteer: Gazetteer) -> str | None:
    for near in gazetteer.near(point, NEAREST_TOWN_M, 10):
        if near.place.country == country and near.place.admin1:
            return near.place.admin1
    return None


def _kind(written: str) -> str:
    """A kind of ours; OurAirports' types are airfields."""
    lowered = written.lower()
    if "airport" in lowered or lowered in {"heliport", "seaplane_base", "balloonport", "closed"}:
        return "airfield"
    return lowered if lowered in KINDS else "landmark"


def _place_of(written: str, within: str | None, gazetteer: Gazetteer) -> Place:
    if re.fullmatch(r"-?\d+", written):
        found = gazetteer.place(int(written))
        if found is None:
            raise ValueError(f"no place has the id {written}")
        return found
    places = gazetteer.find(written, within or None, limit=1)
    if not places:
        raise ValueError(f"no place called {written!r}" + (f" in {within!r}" if within else ""))
    return places[0]
