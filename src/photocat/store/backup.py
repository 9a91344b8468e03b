"""A catalog into one file, while others use it, and back; verified both ways.

A backup is a catalog itself, on SQLite whatever database it comes from: it can be searched, and
opened by any SQLite. On PostgreSQL the rows of fact are copied, and what is derived is worked out
anew; so a backup is also the way from one database to the other.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import select

from photocat.errors import CatalogDamaged, CatalogLocked, UsageError
from photocat.store import check, derived, versions
from photocat.store.copies import BESIDE, copy_file, into_one_file, made_whole
from photocat.store.engine import Database, reach
from photocat.store.seals import columns_of, sealed_tables
from photocat.store.sql import insert_many
from photocat.store.tables import runs
from photocat.store.tables_derived import works

_AT_ONCE = 2_000


def back_up(database: Database, file: Path) -> None:
    """Write a whole catalog, as it is at one moment, into a new file; verified before it is named.

    Raises ``UsageError`` where the file is there already, ``CatalogDamaged`` where the catalog is.
    """
    if file.exists():
        raise UsageError(f"{file} is there already; name another file")
    with made_whole(file) as part:
        if database.path:
            copy_file(database.path, part)
            with closing(reach(part, "write")) as copy:
                copy.sum_pages()
        else:
            with closing(reach(part, "create")) as copy:
                versions.make_ready(copy)
                _copy_rows(database, copy)
        into_one_file(part)
        _verify(part)


def restore(file: Path, address: str, *, replace: bool = False) -> None:
    """Make a backup the catalog at an address; with ``replace`` in place of the one there.

    A SQLite catalog that is replaced stays beside it, under a name with ``replaced`` in it. Raises
    ``UsageError`` where a catalog is there, ``CatalogLocked`` where another process has it open.
    """
    _verify(file)
    if "://" not in address or address.startswith("sqlite:"):
        path = Path(address.removeprefix("sqlite:///"))
        if path.exists() and not replace:
            raise UsageError(f"{path} is there already; pass --replace, which keeps it beside")
        with made_whole(path) as part:
            copy_file(file, part)
            into_one_file(part)
            if path.exists():
                _set_aside(path)
        return
    with closing(reach(address, "create")) as target, closing(reach(file, "read")) as source:
        versions.make_ready(target)
        with target.reading() as connection:
            if connection.scalar(select(runs.c.id).limit(1)) is not None:
                raise UsageError(f"{target.address} is in use; name an empty database")
        _copy_rows(source, target)
        _raise_faults(target)


def _copy_rows(source: Database, target: Database) -> None:
    _raise_faults(source)
    with source.reading() as before, target.writing() as copy:
        for table in (*sealed_tables(), works):
            columns = columns_of(table)
            rows = before.execution_options(stream_results=True, yield_per=_AT_ONCE).execute(
                select(*(table.c[name] for name in columns))
            )
            for some in rows.partitions(_AT_ONCE):
                insert_many(copy, table, columns, [tuple(row) for row in some])
        derived.rebuild(copy)


def _verify(path: Path) -> None:
    with closing(reach(path, "read")) as database:
        with database.reading() as connection:
            versions.check(connection, database.address)
        _raise_faults(database)


def _raise_faults(database: Database) -> None:
    faults = [found for found in check.check(database, full=True) if not found.ok]
    if faults:
        named = "; ".join(f"{found.check}: {found.detail}" for found in faults[:5])
        raise CatalogDamaged(f"{database.address} is not sound: {named}")


def _set_aside(path: Path) -> None:
    """Rename a catalog, with what lies beside it, if nobody has it open."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path, timeout=0)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise CatalogLocked(f"{path} is open elsewhere; close it first") from problem
    for number in range(1, 1_000):
        aside = path.with_name(f"{path.name}.replaced-{number}")
        if not aside.exists():
            break
    for end in BESIDE:
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + end))
    # A second name: the first one never stops naming a whole catalog.
    aside.hardlink_to(path)
