"""The part of ``Catalog`` that answers queries: photos, counts, facets, how it was understood."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from photocat.errors import UsageError
from photocat.places import Box, Point
from photocat.query import AskedPlace, Known, Query, Sort, read_query

if TYPE_CHECKING:
    from photocat.gazetteer import Gazetteer, Place
    from photocat.records import Match
    from photocat.store import Store

Shape = dict[str, Any]
Asked = str | int | float | Sequence[str | int | float]
"""The value of a search field given by name; of several any."""


_NAME = re.compile(r"[\w-]+")

_LONGEST_ID = 18
"""Digits of a place's id; more would be no 64-bit number."""

_LONGEST_PLACE = 200
"""Characters of a place's name, and of what it lies in; the longest name there is has 85."""


class Finding:
    """Queries and what answers them.

    A query is a text (``docs/search.md``), or what ``read_query`` has made of one. Search fields
    may be given by name besides, and have to be met as well: ``search("jets", date="2016-03",
    width=">=4000", supplier=["AP", "TASS"])``, of several values any. Where a name is a word of
    Python, add an underscore: ``in_="Latakia"``. Every method raises ``BadQuery`` with the position
    of what cannot be understood, and the nearest right spelling.
    """

    _store: Store

    if TYPE_CHECKING:  # of the other parts of the catalog

        def _id_of(self, photo: int | str) -> int: ...

        def similar(
            self, picture: int | str | os.PathLike[str], *, radius: int = 10
        ) -> list[Shape]: ...

    def search(
        self,
        query: str | Query = "",
        *,
        sort: Sort = "date",
        limit: int | None = None,
        offset: int = 0,
        following: int | None = None,
        today: datetime.date | None = None,
        **fields: Asked,
    ) -> list[Match]:
        """The photos that answer a query; those that certainly do before those that possibly do.

        ``photocat.query.SORTS`` tells the orders; photos alike in one follow in order of id, so
        that pages (``limit``, ``offset``) hold every photo once. Where photos are added meanwhile,
        let a page begin behind the last photo of the one before: ``following`` its id.
        """
        asked = self.read_query(query, today=today, **fields)
        return self._store.search(
            asked.node, sort=sort, limit=limit, offset=offset, following=following
        )

    def find(
        self,
        query: str | Query = "",
        *,
        limit: int | None = None,
        today: datetime.date | None = None,
        **fields: Asked,
    ) -> list[int]:
        """The ids of ``search``, the first ``limit`` or all of them."""
        return self._store.find(self.read_query(query, today=today, **fields).node, limit)

    def count(
        self, query: str | Query = "", *, today: datetime.date | None = None, **fields: Asked
    ) -> int:
        """How many photos answer a query."""
        return self._store.count(self.read_query(query, today=today, **fields).node)

    def facets(
        self,
        query: str | Query = "",
        names: Sequence[str] = ("supplier", "year", "country"),
        *,
        most: int | None = None,
        today: datetime.date | None = None,
        **fields: Asked,
    ) -> dict[str, dict[str, int]]:
        """How many answers have each value of some facets, the ``most`` frequent first.

        ``names``: supplier, year, country, place, creator, camera, format, relation.
        """
        asked = self.read_query(query, today=today, **fields)
        return self._store.facets(asked.node, names, most)

    def histogram(
        self, query: str | Query = "", *, today: datetime.date | None = None, **fields: Asked
    ) -> Shape:
        """Answers by date: ``{unit, counts, vague, undated}``.

        ``counts`` are those dated within a ``unit`` (day, month, year or decade, by how far apart
        they are), ``vague`` those dated within something longer, both by EDTF text.
        """
        return self._store.calendar(self.read_query(query, today=today, **fields).node)

    def points(
        self, query: str | Query = "", *, today: datetime.date | None = None, **fields: Asked
    ) -> tuple[list[tuple[float, float, int]], int]:
        """Where answers lie, as latitude, longitude and id, and how many have no coordinates."""
        return self._store.points(self.read_query(query, today=today, **fields).node)

    def explain(
        self, query: str | Query = "", *, today: datetime.date | None = None, **fields: Asked
    ) -> Shape:
        """How each term was understood, which place was meant and might have been, and what of the
        index answers it.

        ``{query, means, terms: [{text, position, within, means, served_by, places, photos}],
        photos}``; ``photos`` is how many answer, each term by itself.
        """
        asked = self.read_query(query, today=today, **fields)
        return self._store.explain(asked)

    def read_query(
        self, query: str | Query = "", *, today: datetime.date | None = None, **fields: Asked
    ) -> Query:
        """A query as it is understood here and today; every method takes it for its text."""
        if isinstance(query, Query):
            return query
        known = Known(
            today or datetime.date.today(),
            self._place_asked,
            self._spot_asked,
            self._similar_to,
            self._saved_search,
        )
        return read_query(query, known, fields)

    # --- saved searches -------------------------------------------------------------------------

    def save_search(self, name: str, query: str) -> None:
        """Keep a query, which has to be understood, as ``@name``; another so called is replaced."""
        if not _NAME.fullmatch(name):
            raise UsageError(f"a saved search is called by letters, digits, - and _, not {name!r}")
        if any(term.text == f"@{name}" for term in self.read_query(query).terms):
            raise UsageError(f"@{name} would lead back to itself")
        self._store.save_search(name, query)

    def saved_searches(self) -> list[Shape]:
        """``{name, query, who, at}`` of each, by name."""
        return self._store.saved_searches()

    def forget_search(self, name: str) -> None:
        """Keep a saved search no longer. Raises ``UsageError`` where there is none."""
        if not self._store.forget_search(name.removeprefix("@")):
            raise UsageError(f"there is no saved search {name!r}")

    # --- the map --------------------------------------------------------------------------------

    def inhabited(self, box: Box, step: float) -> list[tuple[float, float]]:
        """The middles of the cells of ``step`` degrees in a box in which there is a town."""
        from photocat.gazetteer.backdrop import inhabited

        return inhabited(self._gazetteer, box, step)

    def place_at(self, lat: float, lon: float) -> str:
        """What the nearest town is called, of those within 60 km; else nothing."""
        near = self._gazetteer.near(Point(lat, lon), 60_000, 20)
        towns = [n.place for n in near if n.place.kind == "town"] or [n.place for n in near]
        largest = max(towns, key=lambda place: place.population, default=None)
        return largest.name if largest else ""

    # --- what the language does not know --------------------------------------------------------

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        from photocat.gazetteer import open_gazetteer

        return open_gazetteer()

    def _place_asked(self, name: str) -> AskedPlace:
        return self._asked_place(name, *self._places_of(name))

    def _spot_asked(self, name: str) -> AskedPlace:
        places, others = self._places_of(name)
        return self._asked_place(name, places[:1], (*places[1:], *others))

    def _places_of(self, name: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """The places of a name, of ``name, what it lies in``, of a country code or of an id; and
        others of the name."""
        known = self._gazetteer
        first, _, around = (part.strip() for part in name.partition(","))
        country = known.country(name.upper()) if len(name) == 2 else None
        if country or name.removeprefix("-").isdecimal():
            one = country or known.place(int(name))
            return (one,) if one else (), ()
        meant = known.meant(first, around.partition(",")[0] or None)
        return meant.places, meant.others

    def _asked_place(
        self, name: str, places: tuple[Place, ...], others: tuple[Place, ...]
    ) -> AskedPlace:
        if not places:
            return AskedPlace(name, nearest=self._nearest_place(name.partition(",")[0]))
        return AskedPlace(
            name,
            tuple(place.id for place in places),
            "; ".join(f"{_written(place)} ({place.kind})" for place in places),
            places[0].point,
            tuple((place.id, f"{_written(place)} ({place.kind})") for place in others),
        )

    def _nearest_place(self, name: str) -> str:
        from photocat.gazetteer.misspelt import nearest_name

        near = nearest_name(self._gazetteer, name)
        return near.name if near else ""

    def _similar_to(self, photo: str, distance: int) -> tuple[int, ...]:
        try:
            found = self.similar(self._id_of(photo), radius=distance)
        except UsageError as error:
            raise ValueError(str(error)) from error
        near = [shape for shape in found if (shape["distance"] or 0) <= distance]
        return tuple(shape["id"] for shape in near if shape["distance"] is not None)

    def _saved_search(self, name: str) -> str:
        saved = {search["name"]: search["query"] for search in self.saved_searches()}
        if name not in saved:
            from difflib import get_close_matches

            raise LookupError(next(iter(get_close_matches(name, saved, n=1)), ""))
        return str(saved[name])


def _written(place: Place) -> str:
    """A place as a query may name it."""
    return ", ".join([place.name, *place.hierarchy])
