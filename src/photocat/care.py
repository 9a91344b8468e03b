"""The part of ``Catalog`` that looks after it: checked, repaired, backed up and restored."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from photocat.store import Store

Shape = dict[str, Any]
Address = str | os.PathLike[str]

REPAIRED = frozenset(("database", "derived", "map index", "word index", "works"))
"""Checks of what follows from the facts, and so can be made anew."""


class Care:
    """What keeps a catalog sound for years."""

    _store: Store

    if TYPE_CHECKING:  # of the other parts of the catalog

        def find(self, query: str = "", *, limit: int | None = None) -> list[int]: ...

    def check(self, query: str = "", *, full: bool = False, repair: bool = False) -> list[Shape]:
        """Findings ``{check, ok, detail}`` on database, rows, derived values, indexes and files.

        ``full`` reads every file and compares its digest. With ``repair``, indexes and derived
        values that are at fault are made anew from the facts, after a copy of a SQLite catalog is
        put beside it; the findings are those of afterwards. What people said and files hold is
        never repaired: that is what a backup is for. With a query, only the files of the photos
        that answer it are looked at.
        """
        from photocat.dedup.join import join

        if query.strip():
            photos = set(self.find(query))
            return _tried("files", lambda full: self._files(full, photos), full)
        found = self._store.check(full=full, join=join)
        if repair and any(not f["ok"] and f["check"] in REPAIRED for f in found):
            self._store.repair(join)
            found = self._store.check(full=full, join=join)
        return [*found, *_tried("files", self._files, full), *_tried("index", self._index, full)]

    @property
    def kept_by_readers(self) -> int:
        """Bytes of changes that stand beside a SQLite catalog until a long reader has ended; 0
        where they are few, as they are unless somebody reads one state of it for long."""
        return self._store.kept_by_readers

    def backup(self, file: Address) -> None:
        """Write the whole catalog as it is now into a new file, verified, while others use it.

        The file is a SQLite catalog, whatever database this one is on. Raises ``UsageError`` where
        it is there already, ``CatalogDamaged`` where this catalog is not sound.
        """
        self._store.back_up(Path(file))

    @staticmethod
    def restore(file: Address, address: Address = "catalog.db", *, replace: bool = False) -> None:
        """Make a backup the catalog at an address, verified; an empty database, or a new file.

        With ``replace`` a SQLite catalog that is there is set aside, under a name with ``replaced``
        in it. Raises ``UsageError``, ``CatalogDamaged`` and ``CatalogLocked``.
        """
        from photocat.store.backup import restore

        restore(Path(file), os.fspath(address), replace=replace)

    def _files(self, full: bool, photos: set[int] | None = None) -> list[Shape]:
        from photocat.ingest import check_files

        return check_files(self._store, full=full, photos=photos)

    def _index(self, full: bool) -> list[Shape]:
        from photocat.dedup.check import check_index

        return check_index(self._store, full=full)


def _tried(name: str, look: Callable[[bool], list[Shape]], full: bool) -> list[Shape]:
    """Findings; damage that makes looking impossible is one."""
    try:
        return look(full)
    except Exception as problem:  # noqa: BLE001  a damaged row raises anything at all where it is read
        return [{"check": name, "ok": False, "detail": f"{type(problem).__name__}: {problem}"}]
