"""The part of ``Store`` that answers queries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from photocat.records import Match
from photocat.store import calendar, facets, saved, search, stream
from photocat.store.opened import Opened
from photocat.store.search import Found
from photocat.store.search_explain import explain
from photocat.store.stream import Described
from photocat.store.written import Told

if TYPE_CHECKING:
    from photocat.query import Node, Query, Sort

Shape = dict[str, Any]


class Answers(Opened):
    """Photos, ids, counts, facets, and how a query is answered."""

    def search(
        self,
        node: Node,
        *,
        sort: Sort = "date",
        limit: int | None = None,
        offset: int = 0,
        following: int | None = None,
    ) -> list[Match]:
        """The photos that answer a query, certain ones first; see ``search`` for the orders."""
        page: dict[str, Any] = {"limit": limit, "offset": offset, "following": following}
        with self.reading() as connection:
            return search.search(connection, node, sort=sort, **page)

    def find(self, node: Node, limit: int | None = None) -> list[int]:
        """The ids of the photos that answer a query, in the order of ``search``."""
        with self.reading() as connection:
            return [found.id for found in search.find(connection, node, limit=limit)]

    @contextmanager
    def stream(
        self, node: Node, limit: int | None = None, *, tags: bool = False
    ) -> Iterator[tuple[int, Iterator[Described]]]:
        """How many photos ``search`` finds, and all that is said of each, while few are held.

        Both in one state of the catalog, whoever writes to it until the ``with`` ends.
        """
        with self.reading() as connection:
            number = search.count(connection, node)
            photos = stream.stream_described(connection, node, limit, tags=tags)
            yield number if limit is None else min(number, limit), photos

    def stream_files(
        self, node: Node, limit: int | None = None
    ) -> Iterator[tuple[tuple[Found, ...], list[Told]]]:
        """The same by present file: some photos, and their files with what is said of each."""
        with self.reading() as connection:
            yield from stream.stream_files(connection, node, limit)

    def common_folder(self) -> str:
        """The deepest folder in which all present files lie."""
        with self.reading() as connection:
            return stream.common_folder(connection)

    def count(self, node: Node) -> int:
        """How many photos answer a query, certainly or possibly."""
        with self.reading() as connection:
            return search.count(connection, node)

    def facets(
        self, node: Node, names: Sequence[str], most: int | None
    ) -> dict[str, dict[str, int]]:
        """How many answers have each value of some facets, the most frequent first."""
        with self.reading() as connection:
            return facets.facets(connection, node, names, most)

    def calendar(self, node: Node) -> Shape:
        """Answers counted by day, month, year or decade: see ``calendar``."""
        with self.reading() as connection:
            return calendar.calendar(connection, node)

    def points(self, node: Node) -> tuple[list[tuple[float, float, int]], int]:
        """Where answers lie, as latitude, longitude and photo, and how many lie nowhere."""
        with self.reading() as connection:
            return facets.points(connection, node)

    def explain(self, query: Query) -> Shape:
        """How each term of a query was understood, and is answered."""
        with self.reading() as connection:
            return explain(connection, query)

    # --- saved searches -------------------------------------------------------------------------

    def save_search(self, name: str, query: str) -> None:
        """Keep a query under a name; another of that name is replaced."""
        with self.writing() as connection:
            saved.save(connection, name, query, self.who)

    def forget_search(self, name: str) -> bool:
        """Keep it no longer; whether there was one."""
        with self.writing() as connection:
            return saved.forget(connection, name, self.who)

    def saved_searches(self) -> list[Shape]:
        """``{name, query, who, at}`` of each, by name."""
        with self.reading() as connection:
            return saved.read_all(connection)
