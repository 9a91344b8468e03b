"""``Gazetteer``: names to places, points to places, and what lies in what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from photocat.gazetteer.containment import Containment
from photocat.gazetteer.generic import kind_announced
from photocat.gazetteer.keys import key, spelt_out
from photocat.gazetteer.names import Names, in_year
from photocat.gazetteer.place import AREAS, WATERS, Meant, Named, Near, Place
from photocat.gazetteer.points import nearest_ids
from photocat.gazetteer.rows import connect
from photocat.gazetteer.waters import waters_around
from photocat.places import Point

HALFWAY_ROUND_M = 20_040_000.0
RINGS_M = (6_000.0, 25_000.0, 100_000.0, 400_000.0, 1_600_000.0, 6_400_000.0, HALFWAY_ROUND_M)
"""Circles that are searched one after the other, until there are places enough."""

NAMESAKE_TOWN = 10_000
"""People of a town that is meant by its name rather than the province called after it."""

RIVAL = 2.0
"""Two places of a name are rivals where their weights (logarithms) differ by less."""

ASHORE = frozenset({"town", "airfield", "admin2", "admin1", "base", "camp"})
"""Kinds of places that are on land."""

SMALL_WATER_M = 60_000.0
"""Bays and straits no wider than this are circles; larger waters have outlines."""


class Gazetteer:
    """Looks places up in one or several files; an earlier file is believed before a later one.

    Not for several threads at once. Reads only, so that any number of processes may.
    """

    def __init__(self, *paths: Path) -> None:
        self.paths = paths
        self._files = [connect(path) for path in paths]
        self._containment = Containment(self._files)
        self._names = Names(self._files, self._containment)
        self.named = self._names.named
        """``named(key)``: every place of exactly this key, the likeliest first."""

    def close(self) -> None:
        """Close the files."""
        for file in self._files:
            file.close()

    def about(self) -> dict[str, str]:
        """What the first file was built from."""
        return dict(self._files[-1].execute("SELECT name, value FROM about"))

    def place(self, id: int) -> Place | None:
        """The place with this id."""
        place = self._containment.place(id)
        return place and self._containment.placed(place)

    def find(
        self, name: str, within: str | None = None, limit: int = 10, year: int | None = None
    ) -> list[Place]:
        """Places of this name, the likeliest first; ``within`` is a country code or a place name.

        Exact names first, then names without articles; only within a country, spellings with the
        same consonants, and last such as are one or two letters off. ``year`` prefers the
        historical names of that time. A town comes before the province that is called after it,
        unless the name says province.
        """
        country, container = self._within(within)
        if within and not (country or container):
            return []
        found = [n for n in self.candidates(name, country, container) if in_year(n, year)]
        if not found and (written := spelt_out(key(name))) != key(name):
            found = [n for n in self.candidates(written, country, container) if in_year(n, year)]
        places = [named.place for named in found]
        if kind_announced(key(name)) is None:
            places = self._towns_first(places)
        return places[:limit]

    def _towns_first(self, places: list[Place]) -> list[Place]:
        """The same places, each province behind the town that it is called after."""
        ranks: dict[int, float] = {place.id: rank for rank, place in enumerate(places)}
        towns = [p for p in places if p.kind == "town" and p.population >= NAMESAKE_TOWN]
        for place in places:
            if place.kind in {"admin1", "admin2"}:
                inside = [ranks[t.id] + 0.5 for t in towns if self.contains(place, t)]
                ranks[place.id] = max(ranks[place.id], min(inside, default=0))
        return sorted(places, key=lambda place: ranks[place.id])

    def candidates(
        self,
        name: str,
        country: str | None = None,
        container: Place | None = None,
        *,
        fuzzy: bool = True,
    ) -> list[Named]:
        """As ``find``, with how each place bears the name. The ladder ends where it finds any.

        Without ``fuzzy`` its last step is the skeleton.
        """
        return self._names.candidates(name, country, container, fuzzy=fuzzy)

    def near(self, point: Point, radius_m: float | None = 50_000, limit: int = 10) -> list[Near]:
        """Places whose middle lies within a radius, the nearest first.

        Without a radius the nearest ``limit`` there are, however far.
        """
        reach, rings = 0.0, iter(RINGS_M)
        widest = HALFWAY_ROUND_M if radius_m is None else radius_m
        found: list[Near] = []
        while len(found) < limit and reach < widest:
            reach = min(next(rings), widest)
            found = []
            for id in nearest_ids(self._files, point, reach, limit):
                place = self._containment.place(id)
                if place and (distance := point.distance_m(place.point)) <= reach:
                    found.append(Near(place, distance, place.point.direction_of(point)))
        found.sort(key=lambda near: (near.distance_m, near.place.id))
        return [replace(n, place=self._containment.placed(n.place)) for n in found[:limit]]

    def waters(self, point: Point) -> Place | None:
        """The sea, bay or strait that a point lies in, the smallest first; None on land.

        Shores are known coarsely (``data/waters.tsv``): within 12 km of a town or an airfield it is
        None, and the nearest places tell more.
        """
        shore = self.near(point, 12_000, 20)
        if any(near.place.kind in ASHORE for near in shore):
            return None
        found = [
            named.place
            for name in waters_around(point)
            for named in self.named(key(name))
            if named.place.kind in WATERS
        ]
        found += [
            near.place
            for near in self.near(point, SMALL_WATER_M, 200)
            if near.place.kind in {"bay", "strait"} and near.distance_m <= near.place.radius_m
        ]
        return min(found, key=lambda place: place.radius_m, default=None)

    def lying_in(self, point: Point) -> tuple[Place, ...]:
        """What a bare point lies in, from near to far: the sea, else what the nearest town within
        50 km lies in (and that town, within 5 km of its edge). Empty where nothing is near."""
        if waters := self.waters(point):
            return (waters, *self.ancestors(waters.id))
        for near in self.near(point, 50_000, 20):
            if near.place.kind == "town":
                inside = near.distance_m <= near.place.radius_m + 5_000
                return (*((near.place,) if inside else ()), *self.ancestors(near.place.id))
        return ()

    def contains(self, ancestor: Place, descendant: Place) -> bool:
        """Whether one place lies in the other: by its codes or parts, else by its distance."""
        return self._containment.contains(ancestor, descendant)

    def ancestors(self, id: int) -> tuple[Place, ...]:
        """Every place that contains the one with this id, from near to far: province, country,
        regions, continent. Empty for an id that is not known."""
        return self._containment.ancestors(id)

    def meant(self, name: str, within: str | None = None) -> Meant:
        """Which places a name means as containers: ``in:Latakia`` is the town and its province.

        Of towns that bear a name about equally often each is meant: ``in:Springfield`` is any.
        """
        named = self.find(name, within, limit=50)
        if not named:
            return Meant((), ())
        best = named[0]
        weight = {n.place.id: n.weight for n in self.candidates(name, *self._within(within))}
        least = weight[best.id] - RIVAL
        also = [
            place
            for place in named[1:]
            if (place.kind in AREAS and self._overlap(best, place))
            or (key(place.name) == key(name) and weight[place.id] > least)
        ]
        others = [p for p in named[1:] if p not in also and p.kind != "airfield"]
        return Meant((best, *also), tuple(others[:10]))

    def _overlap(self, first: Place, second: Place) -> bool:
        return self.contains(first, second) or self.contains(second, first)

    def country(self, code: str) -> Place | None:
        """The country with this ISO 3166-1 alpha-2 code."""
        return self._containment.container("country", code, None)

    def _within(self, within: str | None) -> tuple[str | None, Place | None]:
        if not within:
            return None, None
        if len(within) == 2 and within.isalpha() and self.country(within.upper()):
            return within.upper(), None
        named = self.named(key(within))
        if not named:
            return None, None
        place = named[0].place
        return (place.country, None) if place.kind == "country" else (None, place)
