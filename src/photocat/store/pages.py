"""Sums of pages: the CRC-32 of every 64 KB of a SQLite catalog that lies still.

Seals find what is wrong in rows; these find the rest, down to bytes that nothing uses. They stand
in the catalog itself, so that a copy has them too. The last act of whoever wrote is to make them,
and the first write afterwards unmakes them: its transaction empties the first block. So they are
compared only with what they were made of, whatever was cut off and whoever wrote meanwhile.

The pages that hold the sums are left out, and so is the header of the file, which SQLite changes
as it opens it (``check_pages`` looks at it field by field).
"""

from __future__ import annotations

import os
import struct
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import ClassVar, Final
from zlib import crc32

from sqlalchemy import DDL, Connection, event

from photocat.store.tables import metadata

PAGE_SUMS_DDL: Final = (
    "CREATE TABLE page_sums (block INTEGER PRIMARY KEY, sums BLOB NOT NULL) STRICT"
)
event.listen(metadata, "after_create", DDL(PAGE_SUMS_DDL).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

PIECE: Final = 64 * 1024
"""Bytes that one sum is made of."""
IN_BLOCK: Final = 1_010
"""Sums in one row: as many as fit on a page of 4 KB."""
HEADER: Final = 100
AT_ONCE: Final = 64
"""Pieces read together."""

_UNMAKE = (
    "UPDATE page_sums SET sums = zeroblob(length(sums))"
    " WHERE block = 0 AND substr(sums, 1, 4) <> zeroblob(4)"
)
_TABLE_LEAF, _TABLE_INTERIOR = 13, 5


File = tuple[int, int]
"""Its device and its number there."""


class Pages:
    """The bytes of a SQLite file that may be open in this process.

    To close a file drops every lock that the process has on it, those of SQLite too: so it is
    opened once for all of a process, and closed when nobody there needs it any more.
    """

    _users: ClassVar[Counter[File]] = Counter()
    _opened: ClassVar[dict[File, int]] = {}

    def __init__(self, path: Path) -> None:
        found = path.stat()
        self._path = path
        self._file = found.st_dev, found.st_ino
        self._users[self._file] += 1
        self._closed = False
        self.wrote = False
        """Whether something was changed since the sums were made."""
        self.written = 0
        """Bytes that were carried over from the log since."""

    def close(self) -> None:
        """Need it no more; a second time does nothing."""
        if self._closed:
            return
        self._closed, self.wrote = True, False
        self._users[self._file] -= 1
        if not self._users[self._file]:
            del self._users[self._file]
            if self._file in self._opened:
                os.close(self._opened.pop(self._file))

    def size(self) -> int:
        return os.fstat(self._descriptor()).st_size

    def read(self, at: int, size: int) -> bytes:
        return os.pread(self._descriptor(), size, at)

    def _descriptor(self) -> int:
        if self._file not in self._opened:
            self._opened[self._file] = os.open(self._path, os.O_RDONLY | os.O_CLOEXEC)
        return self._opened[self._file]


def unmake(connection: Connection) -> None:
    """Have no sums any more, in a transaction that changes something."""
    connection.exec_driver_sql(_UNMAKE)


def make_room(connection: Connection) -> None:
    """Rows for as many sums as the file has pieces, these rows included; empty as yet."""
    while (rows := _blocks(connection)) < -(-_pieces(connection) // IN_BLOCK):
        row = (rows, 4 * IN_BLOCK)
        connection.exec_driver_sql("INSERT INTO page_sums VALUES (?, zeroblob(?))", row)


def make(connection: Connection, pages: Pages) -> None:
    """Make the sums, of a file into which every change was carried over and nobody writes."""
    sums = list(sums_now(connection, pages))
    for block in range(_blocks(connection)):
        some = sums[block * IN_BLOCK : (block + 1) * IN_BLOCK]
        packed = struct.pack(f">{IN_BLOCK}I", *some, *[0] * (IN_BLOCK - len(some)))
        connection.exec_driver_sql("UPDATE page_sums SET sums = ? WHERE block = ?", (packed, block))


def made(connection: Connection) -> list[int] | None:
    """The sums of the pieces, in order; None where there are none, as somebody wrote since."""
    rows = connection.exec_driver_sql("SELECT sums FROM page_sums ORDER BY block").scalars()
    packed = b"".join(rows)
    if not any(packed[:4]):
        return None
    return list(struct.unpack(f">{len(packed) // 4}I", packed[: len(packed) // 4 * 4]))


def sums_now(connection: Connection, pages: Pages) -> Iterator[int]:
    """The sums of the pieces as they are."""
    size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    out = set(_own_pages(connection, pages, size))
    whole = pages.size()
    for start in range(0, whole, AT_ONCE * PIECE):
        data = memoryview(pages.read(start, AT_ONCE * PIECE))
        for at in range(0, len(data), PIECE):
            yield _sum(data[at : at + PIECE], start + at, size, out)


def _sum(piece: memoryview, at: int, size: int, out: Collection[int]) -> int:
    first = at // size
    left_out = [page for page in out if first <= page - 1 < first + PIECE // size]
    if at and not left_out:
        return crc32(piece)
    total = 0
    for start in range(0, len(piece), size):
        if first + start // size + 1 not in left_out:
            total = crc32(piece[HEADER if at + start == 0 else start : start + size], total)
    return total


def _own_pages(connection: Connection, pages: Pages, size: int) -> Iterator[int]:
    """The pages that hold the rows of the sums: leaves of a table, below its root."""
    root = int(
        connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'page_sums'"
        ).scalar_one()
    )
    page = pages.read((root - 1) * size, size)
    if page[0] != _TABLE_INTERIOR:
        yield root
        return
    (cells,) = struct.unpack_from(">H", page, 3)
    for at in struct.unpack_from(f">{cells}H", page, 12):
        yield struct.unpack_from(">I", page, at)[0]
    yield struct.unpack_from(">I", page, 8)[0]


def _blocks(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT count(*) FROM page_sums").scalar_one())


def _pieces(connection: Connection) -> int:
    count = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    return -(-count * size // PIECE)
