"""What photos are to each other, in the store: fingerprints, relations and works."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from photocat.records import Picture, Relation
from photocat.store import anchors, fingerprints, pairs, relations
from photocat.store.anchors import Anchors
from photocat.store.opened import Opened
from photocat.store.relations import Join

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
        self, kind: str, *, after: int = 0, upto: int | None = None
    ) -> list[tuple[int, bytes]]:
        """Photos and their fingerprints of a kind of any length, by id: after one, up to one."""
        with self.reading() as connection:
            return fingerprints.read_between(connection, kind, after=after, upto=upto)

    def read_some_fingerprints(self, kind: str, photo_ids: Collection[int]) -> dict[int, bytes]:
        """The fingerprint of a kind of each of some photos that has one."""
        with self.reading() as connection:
            return fingerprints.read_some(connection, kind, photo_ids)

    def read_pictures(self, photo_ids: Collection[int] | None = None) -> list[Picture]:
        """Photos as far as comparing needs them, by id: every one, or some."""
        with self.reading() as connection:
            return relations.read_pictures(connection, photo_ids)

    def read_equal(
        self, *, bytes_: Collection[str] = (), pixels: Collection[str] = ()
    ) -> list[Picture]:
        """The photos with one of these digests of their bytes, or of their pixels, by id."""
        with self.reading() as connection:
            return relations.read_equal(connection, bytes_=bytes_, pixels=pixels)

    def read_ids(self, *, after: int, most: int) -> list[int]:
        """The ids of photos from the one after ``after`` on, ``most`` of them, in order."""
        with self.reading() as connection:
            return anchors.read_ids(connection, after=after, most=most)

    def read_anchors(self, wanted: Collection[int] = (), *, since: int = 0) -> Anchors:
        """What tells the photos of some ids from those that another catalog gave them to."""
        with self.reading() as connection:
            return anchors.read_anchors(connection, wanted, since=since)

    def read_unrelated(self, *, after: int = 0, most: int) -> list[int]:
        """The photos that belong to no work, ``most`` of them, by id."""
        with self.reading() as connection:
            return relations.read_unrelated(connection, after=after, most=most)

    def is_related(self) -> bool:
        """Whether every photo belongs to a work, if only to one of its own."""
        with self.reading() as connection:
            return relations.is_related(connection)

    def photos_in_several_files(self, photo_ids: Collection[int] | None = None) -> set[int]:
        """The photos, of all or of some, whose bytes lie, or lay, at more than one path."""
        with self.reading() as connection:
            return relations.photos_in_several_files(connection, photo_ids)

    def has_raws(self) -> bool:
        """Whether there is any raw file."""
        with self.reading() as connection:
            return pairs.has_raws(connection)

    def raw_pairs(self, photo_ids: Collection[int]) -> list[tuple[int, int]]:
        """Photos ``(raw, other)``, one of them among some, whose files share folder and stem."""
        with self.reading() as connection:
            return pairs.raw_pairs(connection, photo_ids)

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

    def relate(
        self,
        photo_ids: Collection[int],
        found: Iterable[Relation],
        dropped: Collection[tuple[int, int]],
        join: Join,
    ) -> None:
        """Store what was found of some photos, and the works that follow, in one transaction."""
        with self.writing() as connection:
            relations.relate(connection, photo_ids, found, dropped, join)

    def read_works(self, photo_ids: Collection[int] | None = None) -> dict[int, int]:
        """The work of each photo that belongs to one."""
        with self.reading() as connection:
            return relations.read_works(connection, photo_ids)

    def read_members(self, work_ids: Collection[int]) -> dict[int, int]:
        """The photos of some works, each with its work."""
        with self.reading() as connection:
            return relations.read_members(connection, work_ids)

    def replace_works(self, work_of: Mapping[int, int]) -> None:
        """Store which photo belongs to which work, in place of all that was stored."""
        with self.writing() as connection:
            relations.replace_works(connection, work_of)
