"""The words of photos into the full-text index; those of many aside, while their rows are stored.

Full text takes about as long as all else that is stored of a photo, and what is done by one
connection of SQLite is done by one core. So many photos are indexed in memory, by another core.
That index is given the head of the one in the catalog, and takes the segments there for its own;
what it is told becomes one more, written by FTS5 itself. The rows of that are put to those in the
catalog by the transaction that holds the photos, and FTS5 there is told to read its head anew.
Nothing here knows what is in those rows.

Small transactions have FTS5 merge their segments as they go. Those of many photos do not: a search
through twenty takes little longer than through two. Only where there are more are they merged, by
twice as much each time as has come.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import Any, Final

from sqlalchemy import Connection

from photocat.store.index_text import tsvector
from photocat.store.packed_words import Words
from photocat.store.sql import insert_many
from photocat.store.tables_derived import WORDS_INDEX_DDL, words_index

Spelled = tuple[bytes, bytes, bytes]
"""The columns of words, encoded by who needs no catalog for it."""

Told = Sequence[tuple[int, Spelled]]
"""Positions, in their order, with their words."""

COLUMNS: Final = ("rowid", "caption", "prose", "stated")

MANY: Final = 20_000
"""Photos of which a segment is worth making, and whose segments stay few."""

MOST: Final = 20
"""Segments that are left as they are."""

_CRISIS: Final = 200
"""Segments of one level that FTS5 merges at once, whoever waits: 16, if nobody tells it."""

_FIRST_OF_A_SEGMENT: Final = 1 << 37
"""From this id on rows of ``words_index_data`` belong to segments; before it stands the head."""

_ASIDE: Final = (("hashsize", 1 << 28), ("automerge", 0), ("crisismerge", 1_999))
"""All that is told becomes one segment, and those that are not there are not asked for."""

_SET: Final = "INSERT INTO words_index (words_index, rank) VALUES (?, ?)"
"""``merge`` merges so many pages; and, be it none, FTS5 then forgets what it knew of its head."""

_AT: Final = "json_extract(value, '$[{}]')".format
_TELL: Final = (
    f"INSERT INTO words_index ({', '.join(COLUMNS)}) SELECT {_AT(0)}"  # noqa: S608
    + "".join(f", CAST(substr(?1, {_AT(n)}, {_AT(n + 1)} - {_AT(n)}) AS TEXT)" for n in (1, 2, 3))
    + " FROM json_each(?2)"
)
"""One statement for all photos: it asks nothing of Python, which has other things to do."""


def spelled(words: Words) -> Spelled:
    """Words as they are told to the index."""
    caption, prose, stated = words
    return caption.encode(), prose.encode(), stated.encode()


def in_letters(spelled: Spelled) -> Words:
    """The words of ``spelled``."""
    caption, prose, stated = spelled
    return caption.decode(), prose.decode(), stated.decode()


@contextmanager
def telling(connection: Connection, words: Told) -> Iterator[Callable[[], None]]:
    """Begin to index photos; what is given ends it, before more is told or anything forgotten."""
    if connection.dialect.name == "sqlite" and len(words) >= MANY:
        catalog: Any = connection.connection.driver_connection
        with closing(_emptied(catalog)) as aside, ThreadPoolExecutor(1) as other_core:
            told = other_core.submit(aside.execute, _TELL, _put_together(words))
            yield lambda: _carry_in(aside, catalog, told)
    else:
        yield lambda: _tell(connection, words)


def _tell(connection: Connection, words: Told) -> None:
    rows = ((position, *in_letters(columns)) for position, columns in words)
    if connection.dialect.name == "sqlite":
        insert_many(connection, words_index, COLUMNS, rows)
    else:
        cut = ((position, *map(tsvector, columns)) for position, *columns in rows)
        insert_many(connection, words_index, ("position", *COLUMNS[1:]), cut)


def _emptied(catalog: sqlite3.Connection) -> sqlite3.Connection:
    """An index in memory that has the head of the catalog's, and nothing else."""
    catalog.execute("SAVEPOINT told")  # whatever was told already is written
    catalog.execute("RELEASE told")
    if not catalog.execute("SELECT 1 FROM words_index_config WHERE k = 'crisismerge'").fetchone():
        catalog.execute(_SET, ("crisismerge", _CRISIS))
    aside = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    aside.execute("PRAGMA journal_mode = OFF")
    aside.execute(WORDS_INDEX_DDL[0])
    aside.executemany("INSERT INTO words_index_config VALUES (?, ?)", _ASIDE)
    head = "SELECT id, block FROM words_index_data WHERE id < ?"
    aside.executemany(
        "REPLACE INTO words_index_data VALUES (?, ?)", catalog.execute(head, (_FIRST_OF_A_SEGMENT,))
    )
    aside.execute(_SET, ("merge", 0))
    return aside


def _put_together(words: Told) -> tuple[bytes, str]:
    """All words one behind the other, and of each photo the position and where its columns lie."""
    pieces: list[bytes] = []
    places: list[str] = []
    end = 1
    for position, (caption, prose, stated) in words:
        pieces += caption, prose, stated
        first = end
        second = first + len(caption)
        third = second + len(prose)
        end = third + len(stated)
        places.append(f"[{position},{first},{second},{third},{end}]")
    return b"".join(pieces), f"[{','.join(places)}]"


def _carry_in(aside: sqlite3.Connection, catalog: sqlite3.Connection, told: Future[Any]) -> None:
    told.result()
    came = 0
    for shadow in ("docsize", "idx", "data"):
        rows = aside.execute(f"SELECT * FROM words_index_{shadow}")  # noqa: S608
        marks = ", ".join("?" * len(rows.description))
        into = f"REPLACE INTO words_index_{shadow} VALUES ({marks})"  # noqa: S608
        came = catalog.executemany(into, rows).rowcount
    (there,) = catalog.execute("SELECT count(DISTINCT segid) FROM words_index_idx").fetchone()
    catalog.execute(_SET, ("merge", 2 * came if there > MOST else 0))
