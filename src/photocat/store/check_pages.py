"""Whether a SQLite file is what it was when it was closed, byte for byte."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from photocat.store import pages, versions
from photocat.store.pages import Pages

HEADER: Final[tuple[tuple[str, int, str, Callable[[Any], bool]], ...]] = (
    ("the versions for writing and reading", 18, "2s", lambda v: v in (b"\1\1", b"\2\2")),
    ("the reserved space", 20, "B", lambda v: v == 0),
    ("the fractions of payload", 21, "3s", lambda v: v == bytes((64, 32, 32))),
    ("the format of the schema", 44, "I", lambda v: v == 4),
    ("the size of the cache", 48, "I", lambda v: v == 0),
    ("the largest root page", 52, "I", lambda v: v == 0),
    ("the encoding", 56, "I", lambda v: v == 1),
    ("the revision", 60, "I", lambda v: v == len(versions.REVISIONS)),
    ("the way to vacuum", 64, "I", lambda v: v == 0),
    ("what is reserved", 72, "20s", lambda v: not any(v)),
    ("the version of SQLite", 96, "I", lambda v: 3_000_000 <= v < 4_000_000),
)
"""The fields of the header that SQLite itself lets pass: name, place, form, and what they may hold
(file format, section 1.3). It looks at the others itself, or they are compared below."""


def differing_pages(connection: Connection) -> list[str] | None:
    """What is not as it was when the file was closed; None where it was written to since.

    The transaction must have read something: as long as it stands, nobody changes the file.
    """
    stood = pages.made(connection)
    if stood is None:
        return None
    file = connection.exec_driver_sql("PRAGMA database_list").all()[0][2]
    size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    with closing(Pages(Path(file))) as there:
        head = there.read(0, pages.HEADER)
        now = list(pages.sums_now(connection, there))
        wrong = [*_header(head, there.size() // size)]
    if any(stood[len(now) :]):
        wrong.append("the file is shorter than it was")
    for at, (was, is_) in enumerate(zip(stood, now, strict=False)):
        if was != is_:
            first = at * pages.PIECE // size + 1
            wrong.append(f"pages {first} to {first + pages.PIECE // size - 1}")
    return wrong


def _header(head: bytes, count: int) -> Iterator[str]:
    for name, at, form, holds in HEADER:
        if not holds(struct.unpack_from(f">{form}", head, at)[0]):
            yield f"{name} in the header"
    changed, pages_then, valid = (struct.unpack_from(">I", head, at)[0] for at in (24, 28, 92))
    if changed != valid:
        yield "the number of changes in the header"
    if pages_then != count:
        yield "the number of pages in the header"
