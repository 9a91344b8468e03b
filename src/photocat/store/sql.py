"""The few things that are said differently, or faster, on each database."""

from __future__ import annotations

import itertools
import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Integer,
    Table,
    TableClause,
    Text,
    any_,
    false,
    func,
    literal,
    or_,
    select,
)

from photocat.store.paths import escape
from photocat.store.seals import sealed
from photocat.store.tables import WHOLE, marks


def one_of(
    connection: Connection, column: ColumnElement[Any], values: Collection[Any]
) -> ColumnElement[bool]:
    """``column IN (values)`` as one parameter, so any number of values is one statement."""
    if connection.dialect.name == "sqlite":
        listed = func.json_each(json.dumps(list(values))).table_valued("value")
        return column.in_(select(listed.c.value))
    whole = isinstance(column.type, Integer)
    return column == any_(literal(list(values), ARRAY(WHOLE if whole else Text(collation="C"))))


def under(column: ColumnElement[str], prefixes: Collection[str]) -> ColumnElement[bool]:
    """Stored paths that are one of the prefixes, or lie in a folder that is.

    A few others may be among them (``/ab`` with an escape for the ``b``): see ``paths.lies_under``.
    """
    wanted: list[ColumnElement[bool]] = [false()]
    for prefix in map(escape, prefixes):
        folder = prefix.rstrip("/")
        inside = (column >= folder + "/") & (column < folder + "0")  # "0" follows "/"
        wanted.append((column == prefix) | inside)
    return or_(*wanted)


def new_ids(connection: Connection, table: Table) -> Iterator[int]:
    """The ids that no row has or had, in order. Only the one writer may ask."""
    last: int | None = connection.scalar(select(func.max(table.c.id)))
    taken = connection.scalar(select(marks.c.value).where(marks.c.name == table.name))
    return itertools.count(max(last or 0, taken or 0) + 1)


def insert_many(
    connection: Connection, table: TableClause, columns: Sequence[str], rows: Sequence[Any]
) -> None:
    """Insert tuples in the order of ``columns``, sealed: in bulk, by COPY on PostgreSQL."""
    if not rows:
        return
    columns, rows = sealed(table, columns, rows)
    into = f"{table.name} ({', '.join(columns)})"
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608
        return
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
