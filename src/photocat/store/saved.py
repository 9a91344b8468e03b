"""Saved searches: queries under a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, select

from photocat.dates import format_moment
from photocat.store.changes import SEARCH, Change, log
from photocat.store.clock import now
from photocat.store.rows import clean
from photocat.store.sql import insert_many
from photocat.store.tables import saved_searches
from photocat.store.txns import begin

Shape = dict[str, Any]

_SAID: Final = ("query", "who", "at")


def save(connection: Connection, name: str, query: str, who: str) -> None:
    """Keep a query under a name, in place of another; a transaction in the log."""
    new = {"query": clean(query), "who": who, "at": now()}
    _change(connection, "save", Change(0, SEARCH, name, _read(connection, name), new), who)


def forget(connection: Connection, name: str, who: str) -> bool:
    """Keep it no longer; whether there was one."""
    old = _read(connection, name)
    if old is not None:
        _change(connection, "forget", Change(0, SEARCH, name, old, None), who)
    return old is not None


def stands(connection: Connection, change: Change) -> bool:
    """Whether a search is still what a change made it."""
    return bool(_read(connection, change.key) == change.new)


def take_back(connection: Connection, undone: Sequence[Change]) -> list[Change]:
    """Keep again what was kept before; returns what that changes."""
    back = [change._replace(old=change.new, new=change.old) for change in undone]
    for change in back:
        _put(connection, change)
    return back


def read_all(connection: Connection) -> list[Shape]:
    """``{name, query, who, at}`` of each, by name."""
    rows = connection.execute(select(saved_searches).order_by(saved_searches.c.name))
    return [
        {"name": row.name, "query": row.query, "who": row.who, "at": format_moment(row.at)}
        for row in rows
    ]


def _change(connection: Connection, verb: str, change: Change, who: str) -> None:
    _put(connection, change)
    log(connection, begin(connection, who, verb, None), [change])


def _put(connection: Connection, change: Change) -> None:
    connection.execute(delete(saved_searches).where(saved_searches.c.name == change.key))
    if change.new is not None:
        row = (change.key, *(change.new[name] for name in _SAID))
        insert_many(connection, saved_searches, ("name", *_SAID), [row])


def _read(connection: Connection, name: str) -> Shape | None:
    columns = [saved_searches.c[said] for said in _SAID]
    row = connection.execute(select(*columns).where(saved_searches.c.name == name)).one_or_none()
    return None if row is None else dict(row._mapping)
