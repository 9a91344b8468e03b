"""What a catalog is made of: its tables and indexes as they are, and as they ought to be."""

from __future__ import annotations

import re
from functools import cache

from sqlalchemy import Connection, create_engine

from photocat.store.tables import metadata, version

_NAMED = re.compile(r"CONSTRAINT \S+ ")
_WORD = re.compile(r"[^\s,()]+")


def schema_of(connection: Connection) -> set[tuple[str, str, str]]:
    """Everything that a SQLite catalog consists of: type, name, and the SQL that made it.

    The order of its words, names of constraints, spaces and quotes are left out: a table that a
    migration has copied differs in these. So is the table of the version, which is Alembic's own.
    """
    rows = connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return {(kind, name, _plain(sql or "")) for kind, name, of, sql in rows if of != version.name}


@cache
def expected_schema() -> frozenset[tuple[str, str, str]]:
    """What a new catalog consists of."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection, checkfirst=False)
        expected = schema_of(connection)
    engine.dispose()
    return frozenset(expected)


def strangers(connection: Connection) -> list[str]:
    """Triggers and views: a catalog has none, so somebody else put them there to act in it."""
    rows = connection.exec_driver_sql(
        "SELECT type || ' ' || name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    )
    return sorted(rows.scalars())


def _plain(sql: str) -> str:
    return " ".join(sorted(_WORD.findall(_NAMED.sub("", sql.replace('"', "")))))
