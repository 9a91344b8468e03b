"""Seals: a check sum in every row of fact, so that a flipped byte in it does not go unseen.

A database finds damage to its own structure, but not to what it holds: nine flipped bytes in ten
lie in values. A row is sealed by the CRC-32 of its columns, each as text, in order; that misses no
single byte, nor two. A column that a migration adds breaks no seal as long as it is empty. What is
derived has no seals: it is worked out again and compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple
from zlib import crc32

from sqlalchemy import (
    ColumnElement,
    Connection,
    Double,
    LargeBinary,
    Table,
    TableClause,
    bindparam,
    select,
    true,
    update,
)

from photocat.store.tables import SEAL, metadata

Row = tuple[Any, ...]

UNSEALED: Final = frozenset(("seen_at", SEAL))
"""Columns that no seal covers: every run notes anew when it saw each file."""

_BETWEEN: Final = "\x1f"

_ALL_IDS: Final = tuple(b"%d\x1f" * count for count in range(5))

_AT_ONCE = 5_000


class Part(NamedTuple):
    """Columns of a row that follow each other, and what the seal of the row says of them.

    So a process without the catalog can make them ready for the writer.
    """

    row: Row
    text: bytes


def sealed_tables() -> list[Table]:
    """The tables whose rows are sealed."""
    return [table for table in metadata.sorted_tables if SEAL in table.c]


def columns_of(table: Table) -> list[str]:
    """The columns of a table but its seal."""
    return [column.name for column in table.c if column.name != SEAL]


def sealed(
    table: TableClause, columns: Sequence[str], rows: Iterable[Row]
) -> tuple[Sequence[str], Iterable[Row]]:
    """Rows about to be inserted, each with its seal where the table has them."""
    if not isinstance(table, Table) or SEAL not in table.c:
        return columns, rows
    parts = [
        (text_of, columns.index(name) if name in columns else None)
        for name, text_of in _parts(table)
    ]

    def seal(row: Row) -> int:
        return _sum("" if at is None else text_of(row[at]) for text_of, at in parts)

    return (*columns, SEAL), ((*row, seal(row)) for row in rows)


def part(table: Table, columns: Sequence[str], row: Row) -> Part:
    """Some columns of a row that is made ready before its ids are known."""
    writers = dict(_parts(table))
    texts = [writers[name](value) for name, value in zip(columns, row, strict=True)]
    return Part(row, _encoded(_BETWEEN.join(texts)))


def completed(
    table: Table, rows: Iterable[tuple[Row, Part]], rest: Row
) -> tuple[Sequence[str], Iterator[Row]]:
    """Whole rows with their seals: ids, then what was made ready, then what is the same for all.

    The last of what stands in a row must be sealed and not empty.
    """
    columns = columns_of(table)
    writers = dict(_parts(table))
    named = zip(columns[len(columns) - len(rest) :], rest, strict=True)
    texts = [writers[name](value) for name, value in named if name not in UNSEALED]
    tail = _encoded("".join(_BETWEEN + text for text in texts))
    return (*columns, SEAL), (
        ids + row + rest + (crc32(tail, crc32(text, crc32(_head(ids)))),)
        for ids, (row, text) in rows
    )


def reseal(connection: Connection, table: Table, which: ColumnElement[bool]) -> None:
    """Seal rows anew after they were changed."""
    key = [column.name for column in table.primary_key]
    same = [table.c[name] == bindparam(f"of_{name}") for name in key]
    seal = update(table).where(*same).values({SEAL: bindparam("seal")})
    rows = connection.execute(select(table).where(which)).mappings().all()
    for start in range(0, len(rows), _AT_ONCE):
        named = [
            {f"of_{name}": row[name] for name in key} | {"seal": _seal_of(table, row)}
            for row in rows[start : start + _AT_ONCE]
        ]
        connection.execute(seal, named)


def seal_the_unsealed(connection: Connection) -> None:
    """Seal the rows of a catalog that was made before there were seals."""
    for table in sealed_tables():
        reseal(connection, table, table.c[SEAL].is_(None))


def broken(
    connection: Connection, table: Table, which: ColumnElement[bool] | None = None
) -> Iterator[Row]:
    """The keys of the rows of a table whose seal is not that of their values."""
    rows = connection.execution_options(stream_results=True, yield_per=_AT_ONCE).execute(
        select(table).where(true() if which is None else which)
    )
    for row in rows.mappings():
        try:
            whole = row[SEAL] == _seal_of(table, row)
        except (TypeError, ValueError):  # a value of another type than its column's
            whole = False
        if not whole:
            yield tuple(row[column.name] for column in table.primary_key)


def _seal_of(table: Table, row: Any) -> int:
    return _sum(text_of(row[name]) for name, text_of in _parts(table))


def _sum(parts: Iterator[str]) -> int:
    return crc32(_encoded(_BETWEEN.join(parts).rstrip(_BETWEEN)))


def _head(ids: Row) -> bytes:
    if None in ids:
        return b"".join([b"\x1f" if id is None else b"%d\x1f" % id for id in ids])
    return _ALL_IDS[len(ids)] % ids


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@cache
def _parts(table: Table) -> tuple[tuple[str, Callable[[Any], str]], ...]:
    """Each column that is sealed, and how its values are written for that."""
    return tuple(
        (column.name, _writer(column.type)) for column in table.c if column.name not in UNSEALED
    )


def _writer(type_: Any) -> Callable[[Any], str]:
    if isinstance(type_, Double):
        return _real
    return _bytes if isinstance(type_, LargeBinary) else _plain


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _real(value: float | None) -> str:
    # As it is read back: 1 is 1.0, and -0.0 has lost its sign.
    return "" if value is None else str(float(value) + 0.0)


def _bytes(value: bytes | None) -> str:
    return "" if value is None else f"{len(value)}:{crc32(value)}"
