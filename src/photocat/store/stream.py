"""All that answers a query, a few photos at a time: whatever their number, none is held for long.

The order is that of ``search``: certain before possible, each by date. One transaction sees it all,
so that what is added meanwhile is either there or not.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from photocat.query import Node
from photocat.records import Statement, Tag
from photocat.store.paths import unescape
from photocat.store.read import read_described
from photocat.store.search import Found
from photocat.store.search_order import all_by_date
from photocat.store.search_rows import questions
from photocat.store.tables import files
from photocat.store.told import tags_by_file
from photocat.store.written import Told, told_by_file

Shape = dict[str, Any]

IDS_AT_A_TIME = 20_000
PHOTOS_AT_A_TIME = 200


class Described(NamedTuple):
    """A photo that answers a query, and all that is said of it."""

    shape: Shape
    """As answers show it."""
    statements: Sequence[Statement]
    tags: Sequence[Tag] = ()
    """Its raw tags, where they were asked for."""


def stream(
    connection: Connection, node: Node, limit: int | None = None
) -> Iterator[tuple[Found, ...]]:
    """The photos that answer, or the first of them, some at a time."""
    all_of_them = (
        Found(id, together[0].certainty)
        for together in questions(connection, node)
        for ids in all_by_date(connection, together, IDS_AT_A_TIME)
        for id in ids
    )
    wanted = islice(all_of_them, None if limit is None else min(limit, sys.maxsize))
    while some := tuple(islice(wanted, PHOTOS_AT_A_TIME)):
        yield some


def stream_described(
    connection: Connection, node: Node, limit: int | None = None, *, tags: bool = False
) -> Iterator[Described]:
    """The photos that answer, each with all that is said of it."""
    for some in stream(connection, node, limit):
        ids = [id for id, _ in some]
        tagged: dict[int, list[Tag]] = {}
        for (photo, _), told in tags_by_file(connection, ids).items() if tags else ():
            tagged.setdefault(photo, []).extend(told)
        for id, (shape, statements) in zip(
            ids, read_described(connection, ids, dict[int, str](some)), strict=True
        ):
            yield Described(shape, statements, tagged.get(id, ()))


def stream_files(
    connection: Connection, node: Node, limit: int | None = None
) -> Iterator[tuple[tuple[Found, ...], list[Told]]]:
    """Some photos that answer, and their present files with what is said of each, by path."""
    for some in stream(connection, node, limit):
        yield some, told_by_file(connection, [id for id, _ in some])


def common_folder(connection: Connection) -> str:
    """The deepest folder in which all present files lie."""
    ends = select(func.min(files.c.path), func.max(files.c.path)).where(files.c.state == "present")
    first, last = connection.execute(ends).one()
    if first is None:
        return os.sep
    # What the first and the last in order begin with, all between them begin with.
    folders = (os.path.dirname(unescape(path)) for path in (first, last))
    return os.path.commonpath(tuple(folders))
