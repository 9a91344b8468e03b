"""What photos are to each other, in the store: fingerprints, relations and works."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from photocat.records import Picture, Relation
from photocat.store import fingerprints, pairs, relations
from photocat.store.opened import Opened

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Related(Opened):
    """The part of ``Store`` that comparing pictures needs."""

    def read_fingerprints(self, kind: str, *, after: int = 0) -> tuple[NDArray[np.int64], bytes]:
        """The photos with a comparable fingerprint of a kind, and the bits of each, joined.

        In order of id, from the one after ``after`` on.
        """
        with self.reading() as connection:
            return fingerprints.read_fingerprints(connection, kind, after=after)

    def read_long_fingerprints(
        self, kind: str, *, after: int = 0, most: int = 5_000
    ) -> list[tuple[int, bytes]]:
        """Photos and their fingerprints of a kind of any length, ``most`` of them, by id."""
        with self.reading() as connection:
            return fingerprints.read_long(connection, kind, after=after, most=most)

    def read_some_fingerprints(self, kind: str, photo_ids: Collection[int]) -> dict[int, bytes]:
        """The fingerprint of a kind of each of some photos that has one."""
        with self.reading() as connection:
            return fingerprints.read_some(connection, kind, photo_ids)

    def read_pictures(self) -> list[Picture]:
        """Every photo as far as comparing needs it, by id."""
        with self.reading() as connection:
            return relations.read_pictures(connection)

    def is_related(self) -> bool:
        """Whether every photo belongs to a work, if only to one of its own."""
        with self.reading() as connection:
            return relations.is_related(connection)

    def photos_in_several_files(self) -> set[int]:
        """The photos whose bytes lie, or lay, at more than one path."""
        with self.reading() as connection:
            return relations.photos_in_several_files(connection)

    def raw_pairs(self) -> list[tuple[int, int]]:
        """Photos ``(raw, other)`` whose files lie in one folder under one stem."""
        with self.reading() as connection:
            return pairs.raw_pairs(connection)

    def read_relations(self, photo_ids: Collection[int] | None = None) -> list[Relation]:
        """Relations: all, or those of some photos."""
        with self.reading() as connection:
            return relations.read_relations(connection, photo_ids)

    def replace_relations(
        self, found: Iterable[Relation], photo_ids: Collection[int] | None = None
    ) -> None:
        """Store relations in place of every undecided one, or of those of some photos."""
        with self.writing() as connection:
            relations.replace_relations(connection, found, photo_ids)

    def read_works(self, photo_ids: Collection[int] | None = None) -> dict[int, int]:
        """The work of each photo that belongs to one."""
        with self.reading() as connection:
            return relations.read_works(connection, photo_ids)

    def replace_works(self, work_of: Mapping[int, int]) -> None:
        """Store which photo belongs to which work, in place of all that was stored."""
        with self.writing() as connection:
            relations.replace_works(connection, work_of)
