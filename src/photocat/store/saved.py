"""Saved searches: queries under a name."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, select

from photocat.dates import format_moment
from photocat.store.clock import now
from photocat.store.rows import clean
from photocat.store.sql import insert_many
from photocat.store.tables import saved_searches

Shape = dict[str, Any]


def save(connection: Connection, name: str, query: str, who: str) -> None:
    """Keep a query under a name, in place of another."""
    forget(connection, name)
    columns = ("name", "query", "who", "at")
    insert_many(connection, saved_searches, columns, [(name, clean(query), who, now())])


def forget(connection: Connection, name: str) -> bool:
    """Keep it no longer; whether there was one."""
    return bool(
        connection.execute(delete(saved_searches).where(saved_searches.c.name == name)).rowcount
    )


def read_all(connection: Connection) -> list[Shape]:
    """``{name, query, who, at}`` of each, by name."""
    rows = connection.execute(select(saved_searches).order_by(saved_searches.c.name))
    return [
        {"name": row.name, "query": row.query, "who": row.who, "at": format_moment(row.at)}
        for row in rows
    ]
