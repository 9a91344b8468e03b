"""What lies in what: provinces and countries by their codes, regions by what they are made of.

A place of one's own word (``in:"Middle East"``) is found in three steps: ``Gazetteer.meant`` tells
which places a name means, ``Gazetteer.ancestors`` every place that contains a given one; a photo is
in the named place where one of the first is among its own place and that place's ancestors.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from photocat.gazetteer.place import Place
from photocat.gazetteer.rows import COLUMNS, place_of

CIRCLE = "o"
"""Marks a region that is known as a circle alone; other parts are codes (``SY``, ``UA.11``) or the
id of a smaller region (``#-17``)."""

_OVERSEAS = """
AX:FI BV:NO FO:DK GL:DK HK:CN MO:CN SJ:NO AW:NL BQ:NL CW:NL SX:NL AS:US GU:US MP:US PR:US UM:US
VI:US BL:FR GF:FR GP:FR MF:FR MQ:FR NC:FR PF:FR PM:FR RE:FR TF:FR WF:FR YT:FR CC:AU CX:AU HM:AU
NF:AU CK:NZ NU:NZ TK:NZ AI:GB BM:GB FK:GB GG:GB GI:GB GS:GB IM:GB IO:GB JE:GB KY:GB MS:GB PN:GB
SH:GB TC:GB VG:GB
"""
OVERSEAS = dict(pair.split(":") for pair in _OVERSEAS.split())
"""Lands with codes of their own (ISO 3166-1) by the country that they belong to."""

_BY_CODES = (
    "FROM places p"
    # The first condition lets SQLite use the partial index.
    " WHERE kind IN ('country', 'admin1') AND kind = ? AND country = ? AND admin1 IS ?"
)


class Containment:
    """Answers from the tables ``places``, ``members`` and ``parents`` of several files."""

    def __init__(self, files: Sequence[sqlite3.Connection]) -> None:
        self._files = files
        self.container = lru_cache(maxsize=5_000)(self._container)
        """``container(kind, country, admin1)``: the country or province with these codes."""
        self.outwards = lru_cache(maxsize=10_000)(self._outwards)
        """``outwards(kind, country, admin1)``: names of what such a place lies in."""
        self.ancestors = lru_cache(maxsize=5_000)(self._ancestors)
        """``ancestors(id)``: see ``Gazetteer.ancestors``."""
        self._members = lru_cache(maxsize=5_000)(self._find_members)
        self._divided = lru_cache(maxsize=1)(self._find_divided)
        self._circles = lru_cache(maxsize=1)(lambda: self._members(CIRCLE))

    def placed(self, place: Place) -> Place:
        """The place with the names of its province and country."""
        outwards = self.outwards(place.kind, place.country, place.admin1)
        return replace(place, hierarchy=outwards) if outwards else place

    def contains(self, ancestor: Place, descendant: Place) -> bool:
        """Whether one place lies in the other: by its codes or parts, else by its distance."""
        if ancestor.id == descendant.id:
            return True
        if ancestor.kind == "country":
            own = descendant.country or ""
            return ancestor.country in (own or None, OVERSEAS.get(own))
        if ancestor.country and descendant.country and ancestor.country != descendant.country:
            return False
        if ancestor.kind == "admin1" and descendant.admin1 and ancestor.admin1:
            return ancestor.admin1 == descendant.admin1
        in_state = ancestor.kind == "town" and ancestor.country == "US"
        if in_state and ancestor.admin1 != descendant.admin1:
            return False  # around New York City is New Jersey; of Damascus it is still Damascus
        if ancestor.kind in {"admin1", "admin2"} and descendant.kind in {"country", "admin1"}:
            return False
        if ancestor.id in self._divided():
            return any(place.id == ancestor.id for place in self.ancestors(descendant.id))
        reach = ancestor.radius_m * 1.25 + 10_000
        return (
            descendant.radius_m < ancestor.radius_m
            and ancestor.point.distance_m(descendant.point) <= reach
        )

    def _ancestors(self, id: int) -> tuple[Place, ...]:
        place = self.place(id)
        if place is None:
            return ()
        found: dict[int, Place] = {}
        waiting = [place]
        while waiting:
            for container in self._next(waiting.pop()):
                if container.id not in found and container.id != id:
                    found[container.id] = container
                    waiting.append(container)
        for overseas in [place, *found.values()]:
            # Svalbard is Norway's; but Greenland, which is Denmark's, is no part of Europe.
            mother = OVERSEAS.get(overseas.country or "") if overseas.kind == "country" else None
            if mother and (country := self.container("country", mother, None)):
                found[country.id] = country
        for circle in self._circles():
            if (
                circle.id not in found
                and circle.id != id
                and circle.country in {None, place.country}
                and circle.radius_m > place.radius_m
                and circle.point.distance_m(place.point) <= circle.radius_m
            ):
                found[circle.id] = circle
        return tuple(
            self.placed(p) for p in sorted(found.values(), key=lambda p: (p.radius_m, p.id))
        )

    def place(self, id: int) -> Place | None:
        """The place with this id, without the names of what contains it."""
        if id.bit_length() > 63:  # more than SQLite can be asked for
            return None
        for file in self._files:
            row = file.execute(f"SELECT {COLUMNS} FROM places p WHERE p.id = ?", (id,)).fetchone()  # noqa: S608
            if row:
                return place_of(row)
        return None

    def _next(self, place: Place) -> list[Place]:
        """What contains a place at the next step outwards."""
        parts = [f"#{place.id}"]
        if place.country:
            parts += [place.country, f"{place.country}.{place.admin1}"]
        found = [region for part in parts for region in self._members(part)]
        for file in self._files:
            for (parent,) in file.execute(
                "SELECT parent FROM parents WHERE child = ?", (place.id,)
            ):
                if (container := self.place(parent)) is not None:
                    found.append(container)
        return found + self._by_codes(place)

    def _by_codes(self, place: Place) -> list[Place]:
        codes = _codes_outwards(place.kind, place.country, place.admin1)
        containers = [self.container(*code) for code in codes]
        return [container for container in containers if container]

    def _outwards(self, kind: str, country: str | None, admin1: str | None) -> tuple[str, ...]:
        names = [self._name_of(*code) for code in _codes_outwards(kind, country, admin1)]
        return tuple(name for name in names if name)

    def _name_of(self, kind: str, country: str, admin1: str | None) -> str | None:
        """The name alone, which the index holds: a tenth of the cost of the whole place."""
        ask = f"SELECT p.name {_BY_CODES}", (kind, country, admin1)
        rows = (row for file in self._files for row in file.execute(*ask))
        name: str | None = next(rows, (None,))[0]
        return name

    def _find_divided(self) -> frozenset[int]:
        """Regions of which it is known what they are made of."""
        return frozenset(
            region
            for file in self._files
            for (region,) in file.execute("SELECT region FROM members WHERE part != ?", (CIRCLE,))
        )

    def _find_members(self, part: str) -> tuple[Place, ...]:
        found: dict[int, Place] = {}
        for file in self._files:
            for row in file.execute(
                f"SELECT {COLUMNS} FROM members m JOIN places p ON p.id = m.region"  # noqa: S608
                " WHERE m.part = ?",
                (part,),
            ):
                found.setdefault(row[0], place_of(row))
        return tuple(found.values())

    def _container(self, kind: str, country: str, admin1: str | None) -> Place | None:
        for file in self._files:
            row = file.execute(f"SELECT {COLUMNS} {_BY_CODES}", (kind, country, admin1)).fetchone()
            if row:
                return place_of(row)
        return None


def _codes_outwards(
    kind: str, country: str | None, admin1: str | None
) -> list[tuple[str, str, str | None]]:
    """What a place lies in by its codes: its province, then its country."""
    if kind == "country" or not country:
        return []
    province = [("admin1", country, admin1)] if admin1 and kind != "admin1" else []
    return [*province, ("country", country, None)]
