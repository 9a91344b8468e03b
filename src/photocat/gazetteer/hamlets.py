"""Hamlets that no list of towns has, told by a post office or an airfield.

Lists of towns begin at 500 people. ``data/post_offices.tsv`` has those of the United States with a
post office; ``airportsdata`` says of each airfield which community it serves, and two thousand of
these, most in North America, are in no such list. Such a hamlet is put where its airfield is, a few
miles off, and its radius says so.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from photocat.gazetteer.entry import NAME, Entry, own_id
from photocat.gazetteer.keys import key, spelt_out
from photocat.gazetteer.tables import folder_of, rows_of

NEAR_DEGREES = 0.7
"""How far a town of the same name may be for it to be the same: 50 to 80 km."""
AIRFIELD_M, POST_OFFICE_M = 8_000.0, 4_000.0
"""Radii: how far from a hamlet its airfield lies, and its post office."""

WEIGHT = 1.2
"""Too light to be meant where no province stands beside the name."""

_COMMUNITY = re.compile(r"[^\W\d_][^\W\d_]+(?:[ '.-]{1,2}[^\W\d_]+){0,3}")
_NO_COMMUNITY = re.compile(
    r"\b(?:AFB|Air|Airport|Airfield|Base|Natl|National|Offshore|Platform|Island\(s\)|Rec|Area)\b"
)


class KnownTowns:
    """Where towns of a name lie, to see which communities are none of them."""

    def __init__(self) -> None:
        self._places: dict[tuple[str | None, str], list[tuple[str | None, float, float]]] = {}

    def add(self, town: Entry) -> None:
        """A town, by its name and every other name in Latin letters."""
        for name, *_ in town.names:
            if name.isascii() or name == town.name:
                spot = town.admin1, town.lat, town.lon
                self._places.setdefault((town.country, key(name)), []).append(spot)

    def near(self, country: str, admin1: str, name: str, lat: float, lon: float) -> bool:
        """Whether one of this name lies near a point, or in the same province."""
        flat = math.cos(math.radians(lat))
        return any(
            province == admin1
            or (abs(other_lat - lat) < NEAR_DEGREES and abs(other_lon - lon) * flat < NEAR_DEGREES)
            for province, other_lat, other_lon in self._places.get((country, name), ())
        )


@dataclass(frozen=True, slots=True)
class Community:
    """A hamlet as a source tells it."""

    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    radius_m: float


def hamlets(towns: KnownTowns, provinces: Iterable[Entry]) -> Iterator[Entry]:
    """Communities that are no known town, each once in its province."""
    seen: set[tuple[str, str, str]] = set()
    for each in (*_post_offices(), *_at_airfields(provinces)):
        of_name = key(each.name)
        known = each.country, each.admin1, of_name
        if known in seen:
            continue
        seen.add(known)
        if any(
            towns.near(each.country, each.admin1, other, each.lat, each.lon)
            for other in (of_name, spelt_out(of_name))
        ):
            continue
        yield Entry(
            id=own_id(f"community {each.country} {each.admin1} {of_name}"),
            name=each.name,
            kind="town",
            country=each.country,
            admin1=each.admin1,
            lat=each.lat,
            lon=each.lon,
            radius_m=each.radius_m,
            population=0,
            weight=WEIGHT,
            names=[(each.name, NAME, None, None)],
        )


def _post_offices() -> Iterator[Community]:
    for row in rows_of("post_offices.tsv"):
        point = float(row["lat"]), float(row["lon"])
        yield Community(row["name"], "US", row["state"], *point, POST_OFFICE_M)


def _at_airfields(provinces: Iterable[Entry]) -> Iterator[Community]:
    codes = {
        (p.country, key(name)): p.admin1
        for p in provinces
        if p.kind == "admin1"
        for name, *_ in p.names
    }
    text = (folder_of("airportsdata") / "airports.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        name, country = row["city"].strip(), row["country"]
        if _COMMUNITY.fullmatch(name) is None or _NO_COMMUNITY.search(name):
            continue
        if admin1 := codes.get((country, key(row["subd"]))):
            point = float(row["lat"]), float(row["lon"])
            yield Community(name, country, admin1, *point, AIRFIELD_M)
