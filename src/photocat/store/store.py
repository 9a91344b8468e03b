"""The one object of this room: a catalog, opened."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib.metadata import version
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from photocat.records import Added, ImageFile, Photo
from photocat.store import (
    add,
    check,
    derived,
    dump,
    files,
    problems,
    read,
    repair,
    runs,
    stats,
    versions,
    written,
)
from photocat.store.answers import Answers
from photocat.store.engine import Mode, reach
from photocat.store.files import KnownFile, Vanished
from photocat.store.prepare import prepare
from photocat.store.problems import Problem
from photocat.store.related import Related
from photocat.store.relations import Join
from photocat.store.runs import RunState
from photocat.store.written import Told, ToPutBack, Written

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


class Store(Answers, Related):
    """A catalog on either database. Every method is one transaction; use it in a ``with``."""

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

    def last_device(self, root: str) -> list[int] | None:
        """The device that a folder lay on when it was ingested last, if that was noted."""
        with self.reading() as connection:
            return runs.last_device(connection, root)

    def roots_of_ingests(self) -> dict[str, dict[str, Any]]:
        """Every folder or file that an ingest was told to read, with the options of the last."""
        with self.reading() as connection:
            return runs.roots_of_ingests(connection)

    def sizes(self) -> tuple[array[int], array[int]]:
        """The size in bytes of every photo, in order, and their ids."""
        with self.reading() as connection:
            return files.sizes(connection)

    def sound_digests(self, photo_ids: Collection[int]) -> tuple[str, ...]:
        """The digests of those of some photos whose pictures were read without a problem."""
        with self.reading() as connection:
            return files.sound_digests(connection, photo_ids)

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

    def forget_failures(self, run_id: int, paths: Collection[str]) -> None:
        """List files no longer: they are gone, and were never read."""
        with self.writing() as connection:
            problems.forget(connection, runs.run_of(connection, run_id), paths)

    def known_problems(self, prefixes: Sequence[str]) -> list[Problem]:
        """What is listed for files under some folders, by path and code."""
        with self.reading() as connection:
            return problems.read_problems(connection, prefixes)

    # --- answers --------------------------------------------------------------------------------

    def find_photo(self, name: str) -> int | None:
        """The photo of an id, a path, or the start of a SHA-256 digest (6 digits or more)."""
        with self.reading() as connection:
            return read.find_photo(connection, name)

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

    def read_written(self, txn: int) -> list[ToPutBack]:
        """What a transaction wrote. Raises ``UsageError`` where it is undone already."""
        with self.reading() as connection:
            return written.read_written(connection, txn)

    def verb_of(self, txn: int) -> str | None:
        """What made a transaction; None where there is none of this number."""
        with self.reading() as connection:
            return written.verb_of(connection, txn)

    def add_put_back(
        self, txn: int, back: Sequence[tuple[ToPutBack, ImageFile | None]], note: str | None
    ) -> int:
        """Log that what a transaction wrote was put back; the new transaction."""
        with self.writing() as connection:
            return written.add_put_back(connection, txn, back, self.who, note)

    # --- care -----------------------------------------------------------------------------------

    def check(self, *, full: bool = False, join: Join | None = None) -> list[Shape]:
        """Findings as ``{check, ok, detail}``; ``full`` works out every derived row again.

        With ``join`` works are compared with what follows from the relations.
        """
        found = check.check(self._database, full=full, join=join)
        return [finding._asdict() for finding in found]

    def repair(self, join: Join) -> None:
        """Make indexes and all that is derived anew, after a copy of a SQLite catalog."""
        repair.repair(self._database, join)

    def back_up(self, file: Path) -> None:
        """Write the whole catalog into a new SQLite file (``photocat.store.backup``)."""
        from photocat.store import backup

        backup.back_up(self._database, file)

    def rebuild_derived(self) -> None:
        """Forget everything derived from statements, and work it out again."""
        with self.writing() as connection:
            derived.rebuild(connection)
