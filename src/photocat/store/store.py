"""The one object of this room: a catalog, opened."""

from __future__ import annotations

import getpass
import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib.metadata import version
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection

from photocat.records import Added, Match, Photo, Picture, Relation
from photocat.store import (
    add,
    check,
    derived,
    dump,
    files,
    fingerprints,
    pairs,
    problems,
    read,
    relations,
    runs,
    search,
    stats,
    versions,
    written,
)
from photocat.store.engine import Database, Mode, reach
from photocat.store.files import KnownFile, Vanished
from photocat.store.prepare import prepare
from photocat.store.problems import Problem
from photocat.store.runs import RunState
from photocat.store.written import Told, Written

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from photocat.query import Node, Sort

Shape = dict[str, Any]


def open_store(address: str | PathLike[str], *, mode: Mode = "write") -> Store:
    """Open the catalog at a path, ``sqlite:///path`` or ``postgresql+psycopg://…``.

    ``create`` makes it where there is none and brings an older one up to date; ``write`` and
    ``read`` take it as it is. A SQLite catalog that cannot be written to, on a read-only medium for
    one, can be read in any mode.

    Raises ``CatalogMissing``, ``CatalogNeedsUpgrade``, ``CatalogTooNew``, ``CatalogDamaged`` or
    ``CatalogLocked``, each with the address and what to do.
    """
    database = reach(fspath(address), mode)
    try:
        if mode == "create":
            versions.make_ready(database)
        with database.reading() as connection:
            versions.check(connection, database.address)
    except BaseException:
        database.close()
        raise
    return Store(database)


class Store:
    """A catalog on either database. Every method is one transaction; use it in a ``with``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.address = database.address
        self.who = os.environ.get("PHOTOCAT_WHO") or _user()
        """Under whose name changes are logged."""

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the catalog."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """The one write transaction, committed at the end of the ``with``."""
        return self._database.writing()

    @property
    def cache_folder(self) -> Path:
        """For what can be made again: beside a SQLite catalog, else in the user's cache folder."""
        if self._database.path:
            path = self._database.path
            return path.with_name(f"{path.stem}.previews")
        from platformdirs import user_cache_path

        return user_cache_path("photocat") / hashlib.sha256(self.address.encode()).hexdigest()[:16]

    # --- runs and files -------------------------------------------------------------------------

    def begin_run(
        self,
        command: str,
        supplier: str | None = None,
        roots: Sequence[str] = (),
        options: Mapping[str, Any] | None = None,
        *,
        who: str | None = None,
    ) -> int:
        """Note that a run begins, for ``who`` (else ``Store.who``); returns its id."""
        with self.writing() as connection:
            run = runs.begin_run(
                connection,
                command=command,
                version=version("photocat"),
                supplier=supplier,
                roots=roots,
                options=options or {},
                who=who or self.who,
            )
        return run.id

    def end_run(self, run_id: int, counts: Mapping[str, int], state: RunState = "done") -> None:
        """Note how a run ended and what it counted."""
        with self.writing() as connection:
            runs.end_run(connection, run_id, counts, state)

    def known_files(self, prefixes: Sequence[str]) -> dict[str, KnownFile]:
        """Every known file under some folders (or named itself), by absolute path."""
        with self.reading() as connection:
            return files.known_files(connection, prefixes)

    def add_photos(self, run_id: int, photos: Sequence[Photo]) -> list[Added]:
        """Add what was read from files, in one transaction; what became of each, in order.

        ``stored``: a photo that was not there, or one of which more is said beside its file now.
        ``known``: its bytes were there; ``reason`` names the path where, if it was another.
        """
        prepared = [prepare(photo) for photo in photos]
        with self.writing() as connection:
            return add.add_photos(connection, runs.run_of(connection, run_id), prepared)

    def touch_files(self, run_id: int, paths: Collection[str], supplier: str | None = None) -> None:
        """Note that files were seen as they were; a ``supplier`` is taken over if given."""
        with self.writing() as connection:
            run = runs.run_of(connection, run_id)
            derived.refresh(connection, files.touch_files(connection, run, paths, supplier))

    def mark_missing(
        self, run_id: int, prefixes: Sequence[str], seen: Collection[str]
    ) -> list[Vanished]:
        """Date the absence of the known files under some folders that were not seen."""
        with self.writing() as connection:
            run = runs.run_of(connection, run_id)
            return files.mark_missing(connection, run, prefixes, seen)

    def add_failures(self, run_id: int, failures: Sequence[Problem]) -> None:
        """List files that were skipped or failed, until they are read well."""
        with self.writing() as connection:
            problems.add_problems(connection, runs.run_of(connection, run_id), failures)

    def forget_failures(self, paths: Collection[str]) -> None:
        """List files no longer: they are gone, and were never read."""
        with self.writing() as connection:
            problems.forget(connection, paths)

    def known_problems(self, prefixes: Sequence[str]) -> list[Problem]:
        """What is listed for files under some folders, by path and code."""
        with self.reading() as connection:
            return problems.read_problems(connection, prefixes)

    # --- answers --------------------------------------------------------------------------------

    def find_photo(self, name: str) -> int | None:
        """The photo of an id, a path, or the start of a SHA-256 digest (6 digits or more)."""
        with self.reading() as connection:
            return read.find_photo(connection, name)

    def search(
        self, node: Node, *, sort: Sort = "date", limit: int | None = None, offset: int = 0
    ) -> list[Match]:
        """The photos that answer a query, certain ones first; see ``search`` for the orders."""
        with self.reading() as connection:
            return search.search(connection, node, sort=sort, limit=limit, offset=offset)

    def count(self, node: Node) -> int:
        """How many photos answer a query, certainly or possibly."""
        with self.reading() as connection:
            return search.count(connection, node)

    def read_shapes(
        self, ids: Sequence[int], match: Mapping[int, str] | None = None
    ) -> list[Shape]:
        """Photos as answers show them, in the order of ``ids``."""
        with self.reading() as connection:
            return read.read_shapes(connection, ids, match)

    def read_full(self, id: int) -> Shape:
        """Everything about one photo. Raises ``LookupError`` where there is none of this id."""
        with self.reading() as connection:
            return read.read_full(connection, id)

    def problems(self) -> list[Shape]:
        """Every listed file: path, code, severity and reason."""
        with self.reading() as connection:
            return [problems.problem_shape(p) for p in problems.read_problems(connection)]

    def stats(self) -> Shape:
        """Totals as numbers, and counts by kind as ``{kind: number}``."""
        with self.reading() as connection:
            return stats.count_all(connection)

    def dump_normalised(self) -> Iterator[Shape]:
        """Every fact in a stable order, without row ids and moments."""
        with self.reading() as connection:
            yield from dump.dump_normalised(connection)

    # --- what photos are to each other ----------------------------------------------------------

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

    # --- writing beside files -------------------------------------------------------------------

    def identity(self) -> str:
        """What tells this catalog from every other; empty before its first run."""
        with self.reading() as connection:
            return written.identity(connection)

    def told_by_file(self, photo_ids: Collection[int]) -> list[Told]:
        """The present files of photos, each with all that is said of it, by path."""
        with self.reading() as connection:
            return written.told_by_file(connection, photo_ids)

    def add_written(self, run_id: int, records: Sequence[Written]) -> None:
        """Log what was written for files, and know their sidecars as they are now."""
        with self.writing() as connection:
            written.add_written(connection, runs.run_of(connection, run_id), records)

    # --- care -----------------------------------------------------------------------------------

    def check(self, *, full: bool = False) -> list[Shape]:
        """Findings as ``{check, ok, detail}``; ``full`` works out every derived row again."""
        return [finding._asdict() for finding in check.check(self._database, full=full)]

    def rebuild_derived(self) -> None:
        """Forget everything derived from statements, and work it out again."""
        with self.writing() as connection:
            derived.rebuild(connection)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, in a container for one
        return ""
