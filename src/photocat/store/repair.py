"""Indexes and all that is derived, made anew from the facts."""

from __future__ import annotations

from photocat.store import derived, versions
from photocat.store.decisions import rejoin
from photocat.store.engine import Database
from photocat.store.relations import Join, is_related
from photocat.store.tables_derived import (
    POINTS_INDEX_DDL,
    WORDS_INDEX_DDL,
    points_index,
    words_index,
)


def repair(database: Database, join: Join) -> None:
    """Work out again whatever follows from the facts, after a copy of a SQLite catalog.

    Raises ``CatalogDamaged`` where the facts themselves are.
    """
    if database.path:
        versions.copy_beside(database.path, "before-repair")
    with database.writing() as connection:
        if connection.dialect.name == "sqlite":
            # An index may be too damaged to be emptied, but not to be dropped.
            for index, made in ((words_index, WORDS_INDEX_DDL), (points_index, POINTS_INDEX_DDL)):
                connection.exec_driver_sql(f"DROP TABLE {index.name}")
                for sql in made:
                    connection.exec_driver_sql(sql)
            connection.exec_driver_sql("REINDEX")
        derived.rebuild(connection)
        if is_related(connection):
            rejoin(connection, join)
