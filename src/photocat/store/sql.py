"""The few things that are said differently, or faster, on each database."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    TableClause,
    Text,
    TextClause,
    any_,
    bindparam,
    false,
    func,
    literal,
    or_,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError

from photocat.store.paths import escape
from photocat.store.seals import Part, Row, completed, sealed
from photocat.store.tables import WHOLE, marks, statements


def one_of(
    connection: Connection, column: ColumnElement[Any], values: Collection[Any]
) -> ColumnElement[bool]:
    """``column IN (values)`` as one parameter, so any number of values is one statement."""
    if connection.dialect.name == "sqlite":
        listed = func.json_each(json.dumps(list(values))).table_valued("value")
        return column.in_(select(listed.c.value))
    whole = isinstance(column.type, Integer)
    return column == any_(literal(list(values), ARRAY(WHOLE if whole else Text(collation="C"))))


def written(sql: str, values: Mapping[str, int | str]) -> TextClause:
    """SQL written out, and the values of its ``:names``, which mean nothing elsewhere."""
    return text(sql).bindparams(
        *(
            bindparam(name, value, WHOLE if isinstance(value, int) else Text(), unique=True)
            for name, value in values.items()
        )
    )


def scalars(connection: Connection, sql: str, values: Mapping[str, int | str]) -> Sequence[Any]:
    """The first column of what PostgreSQL answers to SQL written out, which is sent as it is."""
    asked = _NAME.sub(r"%(\1)s", sql)
    return connection.exec_driver_sql(asked, dict(values)).scalars().all()


_NAME = re.compile(r":(\w+)")


def rows_of_bytes(connection: Connection, asked: Select[Any]) -> Iterable[Any]:
    """Rows that hold many bytes: PostgreSQL spells them in digits unless it is told not to."""
    if connection.dialect.name == "sqlite":
        return connection.execute(asked)
    compiled = asked.compile(connection, compile_kwargs={"render_postcompile": True})
    cursor: Any = connection.connection.cursor
    with cursor(binary=True) as rows:
        found: list[Any] = rows.execute(str(compiled), compiled.params).fetchall()
    return found


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
    last = last_id(connection, table)
    taken = connection.scalar(select(marks.c.value).where(marks.c.name == table.name))
    return count(max(last, taken or 0) + 1)


def last_id(connection: Connection, table: Table) -> int:
    """The last id of a table, 0 where it is empty; statements are numbered one by one."""
    more = func.length(table.c.status) - 1 if table is statements else 0
    last: int | None = connection.scalar(
        select(table.c.id + more).order_by(table.c.id.desc()).limit(1)
    )
    return last or 0


def insert_many(
    connection: Connection, table: TableClause, columns: Sequence[str], rows: Iterable[Row]
) -> None:
    """Insert tuples in the order of ``columns``, sealed: in bulk, by COPY on PostgreSQL."""
    _insert(connection, table, *sealed(table, columns, rows))


def insert_parts(
    connection: Connection, table: Table, rows: Iterable[tuple[Row, Part]], rest: Row = ()
) -> None:
    """Insert rows made of ids, of what was made ready for them, and of what all of them share."""
    _insert(connection, table, *completed(table, rows, rest))


def _insert(
    connection: Connection, table: TableClause, columns: Sequence[str], rows: Iterable[Row]
) -> None:
    """Each row is made when it is its turn: to hold them all costs more than to make them."""
    into = f"{table.name} ({', '.join(columns)})"
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {into} VALUES ({marks})"  # noqa: S608
        try:
            driver.executemany(sql, rows)
        except driver.IntegrityError as problem:
            raise IntegrityError(sql, None, problem) from problem
        return
    rows = iter(rows)
    first = next(rows, None)
    if first is not None:
        with driver.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
            for row in chain([first], rows):
                copy.write_row(row)
