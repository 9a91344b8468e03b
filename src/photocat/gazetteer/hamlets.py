"""Hamlets that no list of towns has, told by the airfield that bears their name.

Lists of towns begin at 500 people. ``airportsdata`` says of each airfield which community it
serves, and two thousand of these, most in North America, are in no such list. A hamlet is put where
its airfield is, a few miles off, and its radius says so.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator

from photocat.gazetteer.entry import NAME, Entry, own_id
from photocat.gazetteer.keys import key, spelt_out
from photocat.gazetteer.tables import folder_of

NEAR_DEGREES = 0.7
"""How far a town of the same name may be for it to be the same: 50 to 80 km."""
RADIUS_M = 8_000.0
WEIGHT = 1.2
"""Too light to be meant where no province stands beside the name."""

_COMMUNITY = re.compile(r"[^\W\d_][^\W\d_]+(?:[ '.-]{1,2}[^\W\d_]+){0,3}")
_NO_COMMUNITY = re.compile(
    r"\b(?:AFB|Air|Airport|Airfield|Base|Natl|National|Offshore|Platform|Island\(s\)|Rec|Area)\b"
)


class KnownTowns:
    """Where towns of a name lie, to see which communities are none of them."""

    def __init__(self) -> None:
        self._places: dict[tuple[str | None, str], list[tuple[float, float]]] = {}

    def add(self, town: Entry) -> None:
        """A town, by its name and every other name in Latin letters."""
        for name, *_ in town.names:
            if name.isascii() or name == town.name:
                self._places.setdefault((town.country, key(name)), []).append((town.lat, town.lon))

    def near(self, country: str, name: str, lat: float, lon: float) -> bool:
        """Whether one of this name lies near a point."""
        flat = math.cos(math.radians(lat))
        return any(
            abs(other_lat - lat) < NEAR_DEGREES and abs(other_lon - lon) * flat < NEAR_DEGREES
            for other_lat, other_lon in self._places.get((country, name), ())
        )


def hamlets(towns: KnownTowns, provinces: Iterable[Entry]) -> Iterator[Entry]:
    """Communities with an airfield that are no known town, each once in its province."""
    codes = {
        (p.country, key(name)): p.admin1
        for p in provinces
        if p.kind == "admin1"
        for name, *_ in p.names
    }
    seen: set[tuple[str, str, str]] = set()
    text = (folder_of("airportsdata") / "airports.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        name, country, province = row["city"].strip(), row["country"], row["subd"]
        if _COMMUNITY.fullmatch(name) is None or _NO_COMMUNITY.search(name):
            continue
        of_name, lat, lon = key(name), float(row["lat"]), float(row["lon"])
        admin1 = codes.get((country, key(province)))
        if (country, province, of_name) in seen or admin1 is None:
            continue
        seen.add((country, province, of_name))
        if any(towns.near(country, other, lat, lon) for other in (of_name, spelt_out(of_name))):
            continue
        yield Entry(
            id=own_id(f"community {country} {province} {of_name}"),
            name=name,
            kind="town",
            country=country,
            admin1=admin1,
            lat=lat,
            lon=lon,
            radius_m=RADIUS_M,
            population=0,
            weight=WEIGHT,
            names=[(name, NAME, None, None)],
        )
