"""Indexes and all that is derived, made anew from the facts."""

from __future__ import annotations

from photocat.errors import CatalogDamaged
from photocat.store import derived, versions
from photocat.store.decisions import rejoin
from photocat.store.engine import Database
from photocat.store.relations import Join, is_related
from photocat.store.tables_derived import SQLITE_DDL, points_index, words_index


def repair(database: Database, join: Join) -> None:
    """Work out again whatever follows from the facts, after a copy of a SQLite catalog."""
    if database.path:
        versions.copy_beside(database.path, "before-repair")
        with database.writing() as connection:
            # An index may be too damaged to be emptied, never to be made.
            for index, ddl in zip((words_index, points_index), SQLITE_DDL, strict=True):
                connection.exec_driver_sql(f"DROP TABLE {index.name}")
                connection.exec_driver_sql(ddl)
        _reindex(database)
    with database.writing() as connection:
        derived.rebuild(connection)
        if is_related(connection):
            rejoin(connection, join)


def _reindex(database: Database) -> None:
    try:
        with database.writing() as connection:
            connection.exec_driver_sql("REINDEX")
    except CatalogDamaged as problem:
        raise CatalogDamaged(f"{problem}; only what is derived can be repaired") from problem
