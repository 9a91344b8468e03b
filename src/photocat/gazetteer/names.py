"""From a name to the places that bear it: a ladder that ends at the first step that finds any.

The name itself, the name without articles, without its generic word; then, within a country alone,
spellings with the same consonants, and last such as are one or two letters off.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from photocat.gazetteer.containment import OVERSEAS, Containment
from photocat.gazetteer.generic import core, kind_announced
from photocat.gazetteer.keys import TRANSLITERATED, bare_key, edits, key, skeleton
from photocat.gazetteer.place import WATERS, Named, Place
from photocat.gazetteer.rows import COLUMNS, place_of

HOW = ("own", "name", "alias", "historical", "core", "article", "other")
"""How a stored name belongs to its place, by the number in the file."""

MOST_NAMESAKES = 500
"""Places of one name that are looked at, the best known of a file first."""

_LOSS = {"own": -4.0, "name": 0.0, "alias": 0.7, "historical": 0.7, "core": 2.0, "article": 1.0,
         "skeleton": 1.5, "fuzzy": 2.5, "other": 2.0}  # fmt: skip
_BY_KEY = (
    f"SELECT {COLUMNS}, p.weight, n.how, n.since, n.until FROM names n"  # noqa: S608
    " JOIN places p ON p.id = n.place WHERE n.key = ?"
    f" ORDER BY p.weight DESC LIMIT {MOST_NAMESAKES}"
)
_BY_SKELETON = (
    f"SELECT {COLUMNS}, p.weight, s.key FROM skeletons s"  # noqa: S608
    " JOIN places p ON p.id = s.place"
    " WHERE s.country = ? AND s.skeleton >= ? AND s.skeleton < ?"
    " AND length(s.key) BETWEEN ? AND ?"
)


class Names:
    """Answers from the tables ``names`` and ``skeletons`` of several files."""

    def __init__(self, files: Sequence[sqlite3.Connection], containment: Containment) -> None:
        self._files = files
        self._containment = containment
        self.named = lru_cache(maxsize=20_000)(self._named)
        """``named(key)``: see ``Gazetteer.named``."""
        self.alike = lru_cache(maxsize=5_000)(self._alike)
        """``alike(key, country, fuzzy)``: places of a country that spell this key otherwise."""

    def candidates(
        self, name: str, country: str | None, container: Place | None, *, fuzzy: bool
    ) -> list[Named]:
        """See ``Gazetteer.candidates``."""
        of_name = key(name)
        of_core, announced = core(of_name), kind_announced(of_name)
        found = [n for n in self.named(of_name) if self._lies(n, country, container)]
        whole = {n.place.id for n in found if n.how != "core"}
        for step in (bare_key(of_name), of_core, bare_key(of_core)):
            if found and (announced is None or any(n.place.kind == announced for n in found)):
                break
            known = {n.place.id for n in found}
            found += [
                n
                for n in self.named(step)
                if n.place.id not in known and self._lies(n, country, container)
            ]
        if found:
            # The Gulf of Oman is called so, and Oman is not.
            return sorted(
                found,
                key=lambda n: (n.place.id not in whole, n.place.kind != announced, *_likeliest(n)),
            )
        inside = country or (container.country if container else None)
        if not inside:
            return []
        # Petion-Ville: the generic word may be a part of the name.
        spelt = (self.alike(each, inside, fuzzy) for each in dict.fromkeys((of_core, of_name)))
        lying = ([n for n in found if self._lies(n, country, container)] for found in spelt)
        return next(filter(None, lying), [])

    def _lies(self, named: Named, country: str | None, container: Place | None) -> bool:
        place = named.place
        if country and country not in {place.country, OVERSEAS.get(place.country or "")}:
            # A sea belongs to no country; the strait of Singapore is no Singapore in Ukraine.
            at_sea = place.country is None and place.kind in WATERS
            if not at_sea or named.how in {"core", "article"}:
                return False
        return container is None or self._containment.contains(container, place)

    def _alike(self, of_name: str, country: str, fuzzy: bool) -> tuple[Named, ...]:
        bones = skeleton(of_name)
        spelt = country in TRANSLITERATED
        if not bones or (not spelt and len(of_name) < 8):
            return ()
        found: list[Named] = []
        if spelt:
            found = self._of_skeletons(country, bones, bones + "\0", "skeleton", of_name)
        if not found and fuzzy and len(of_name) > 5:
            start = bones[: 1 if spelt else 2]
            found = self._of_skeletons(country, start, start + "\uffff", "fuzzy", of_name)
        return tuple(found)

    def _named(self, of_key: str) -> tuple[Named, ...]:
        found: dict[int, Named] = {}
        for file in self._files:
            for row in file.execute(_BY_KEY, (of_key,)):
                how = HOW[row[10]]
                if row[0] not in found:
                    weight = row[9] - _LOSS[how]
                    place = place_of(row, self._containment.outwards(row[2], row[3], row[4]))
                    found[row[0]] = Named(place, how, weight, row[11], row[12])
        return tuple(sorted(found.values(), key=_likeliest))

    def _of_skeletons(
        self, country: str, low: str, high: str, how: str, of_name: str
    ) -> list[Named]:
        bare = bare_key(of_name)
        most = max(1, len(bare) // 4) if how == "skeleton" else 1
        letters = set(bare)
        closest: dict[int, tuple[int, Named]] = {}
        for file in self._files:
            rows = file.execute(
                _BY_SKELETON, (country, low, high, len(bare) - most, len(of_name) + most + 4)
            )
            for row in rows:
                other = bare_key(row[10])
                if len(letters.symmetric_difference(other)) > 2 * most:
                    continue
                away = edits(bare, other, most)
                if away > most:
                    continue
                if row[0] not in closest or away < closest[row[0]][0]:
                    loss = _LOSS[how] + away + 1.5 * (row[2] == "admin2")
                    loss += _LOSS["alias"] * (row[10] != key(row[1]))
                    closest[row[0]] = away, Named(place_of(row), how, row[9] - loss)
        kept = sorted((named for _, named in closest.values()), key=_likeliest)[:10]
        return [replace(named, place=self._containment.placed(named.place)) for named in kept]


def in_year(named: Named, year: int | None) -> bool:
    """Whether a name was in use that year; a name without years always was."""
    if year is None:
        return True
    return (named.since or year) <= year <= (named.until or year)


def _likeliest(named: Named) -> tuple[float, int]:
    return -named.weight, named.place.id
