"""The part of ``Catalog`` that tells which photos are one picture, and shows them side by side."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from photocat.dedup.pictures import Difference
    from photocat.fingerprints import PreviewCache
    from photocat.store import Store

Shape = dict[str, Any]
Address = str | os.PathLike[str]


class Works:
    """Works and their conflicts, pairs, and what looks like a photo."""

    _store: Store

    @property
    def previews(self) -> PreviewCache:
        """The disposable cache of previews beside the catalog."""
        raise NotImplementedError

    def find(self, query: str = "", *, limit: int | None = None) -> list[int]:
        """The ids of the photos that answer a query."""
        raise NotImplementedError

    def _id_of(self, photo: int | str) -> int:
        raise NotImplementedError

    def duplicates(
        self,
        query: str = "",
        *,
        relations: Sequence[str] = (),
        cross_supplier: bool = False,
        best: Sequence[str] = (),
    ) -> list[Shape]:
        """Works of more than one photo or file, with their relations and conflicts.

        Only those that a photo of the query belongs to, in which one of the relations stands, and
        that several suppliers delivered, where that is asked for. ``best``: by what the best copy
        is told (``photocat.dedup.best.CRITERIA``), first things first.
        """
        from photocat.dedup.works import works

        return works(
            self._store,
            photos=self._asked(query),
            relations=relations,
            cross_supplier=cross_supplier,
            best=best,
        )

    def conflicts(self, query: str = "") -> list[Shape]:
        """Works whose copies tell different stories, the gravest first: who said what, and when."""
        from photocat.dedup.works import disagreements

        return disagreements(self._store, photos=self._asked(query))

    def pairs(
        self, query: str = "", *, relations: Sequence[str] = (), cross_supplier: bool = False
    ) -> list[Shape]:
        """Every relation by itself, proposed ones too, narrowed as in ``duplicates``."""
        from photocat.dedup.works import pairs

        return pairs(
            self._store,
            photos=self._asked(query),
            relations=relations,
            cross_supplier=cross_supplier,
        )

    def similar(self, picture: int | Address, *, radius: int = 10) -> list[Shape]:
        """Photos that look like a file, or a photo of the catalog by id; nothing is stored.

        Surest first, each with its distance, relation and confidence. Raises ``FileProblem``.
        """
        from tempfile import TemporaryDirectory

        from photocat.dedup.similar import similar
        from photocat.fingerprints import PreviewCache
        from photocat.ingest import read_photo

        if isinstance(picture, int):
            return similar(self._store, self._id_of(picture), self.previews, radius=radius)
        with TemporaryDirectory(prefix="photocat-") as folder:
            own = PreviewCache(folder)
            photo = read_photo(os.fspath(picture), cache=own)
            return similar(self._store, photo, own, self.previews, radius=radius)

    def picture(self, photo: int | str) -> bytes | None:
        """A small JPEG of a photo; None where its preview is gone."""
        from photocat.dedup.pictures import small

        return small(self.previews, self._digest_of(photo))

    def difference(
        self, first: int | str, second: int | str, geometry: Mapping[str, Any]
    ) -> Difference | None:
        """A photo in pale grey with everything in red that another shows otherwise.

        ``geometry``: the ``box`` of the other that is compared, whether it is ``mirrored``, and its
        ``rotation``, as in a relation. None where a preview is gone.
        """
        from photocat.dedup.pictures import difference

        return difference(self.previews, self._digest_of(first), self._digest_of(second), geometry)

    def _asked(self, query: str) -> set[int] | None:
        return set(self.find(query)) if query.strip() else None

    def _digest_of(self, photo: int | str) -> str:
        digest: str = self._store.read_shapes([self._id_of(photo)])[0]["sha256"]
        return digest
