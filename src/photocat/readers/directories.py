"""The directories of a TIFF stream, entry by entry, with the raw bytes of every value.

exifread walks the directories; the values are decoded by ourselves, since its own decoding drops
long values, cuts texts at the first NUL and turns 0/0 into a number. It reads through a
``BoundedFile``, because forged counts and offsets keep it busy for hours.
"""

from __future__ import annotations

import logging
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, cast

from exifread.core.exif_header import ExifHeader

from photocat.readers.blocks import Data, damaged
from photocat.records import Note

MAX_READS = 50_000
"""Thirty times what the busiest of 418 real files of 30 formats needs."""

MAX_BYTES = 32_000_000
HEADER = 8
"""Bytes of the TIFF header, in which no value lies."""

MAX_DIRECTORIES = 8
"""Pages of a TIFF file that are looked at for tags."""

logging.getLogger("exifread").addHandler(logging.NullHandler())

_POINTERS = {0x8769: "Exif", 0x8825: "GPS", 0xA005: "Interop"}
_FORMATS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I"}


class BudgetSpent(Exception):
    """A TIFF stream made its reader do more work than any honest one does."""


class BoundedFile:
    """Bytes as a file that may be read so often and so much, and no more."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.position = self.reads = self.taken = self.shown = 0

    def seek(self, offset: int, whence: int = 0) -> int:
        """Move; nothing is checked before something is read."""
        start = (0, self.position, len(self.data))[whence]
        self.position = start + offset
        return self.position

    def tell(self) -> int:
        """Where the next read starts."""
        return self.position

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes; raises ``BudgetSpent`` when the budget is gone."""
        end = len(self.data) if size < 0 else self.position + min(size, MAX_BYTES + 1)
        chunk = bytes(self.data[self.position : end])
        self.position += len(chunk)
        self.reads += 1
        self.taken += len(chunk)
        if self.reads > MAX_READS or self.taken > MAX_BYTES:
            raise BudgetSpent(f"{self.reads} reads, {self.taken} bytes")
        return chunk

    def part(self, start: int, size: int) -> bytes:
        """Bytes at a position, on a budget of their own; fewer when it is gone."""
        chunk = bytes(self.data[start : start + min(size, MAX_BYTES - self.shown)])
        self.shown += len(chunk)
        return chunk


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a directory."""

    directory: str
    """``IFD0``, ``IFD1`` …, ``Exif``, ``GPS`` or ``Interop``."""
    number: int
    type: int
    """1 BYTE, 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL, 7 UNDEFINED … (TIFF 6.0, section 2)."""
    raw: bytes
    order: str
    """``<`` or ``>``, as ``struct`` writes byte order."""

    def numbers(self) -> tuple[int | float, ...]:
        """The value as plain numbers; empty for texts, rationals and undefined bytes."""
        code = _FORMATS.get(self.type)
        if code is None:
            return ()
        count = len(self.raw) // struct.calcsize(code)
        return struct.unpack_from(f"{self.order}{count}{code}", self.raw)

    def rationals(self) -> tuple[tuple[int, int], ...]:
        """The value as pairs of numerator and denominator, as they stand there."""
        code = {5: "I", 10: "i"}.get(self.type)
        if code is None:
            return ()
        count = len(self.raw) // 8
        flat = struct.unpack_from(f"{self.order}{count * 2}{code}", self.raw)
        return tuple(zip(flat[::2], flat[1::2], strict=True))


def read_directories(data: Data, first: str = "IFD0") -> Iterator[Entry | Note]:
    """Every entry of IFD0, the directories it points to, and the pages after it."""
    mark = bytes(data[:2])
    if mark not in (b"II", b"MM"):
        yield damaged(f"{first}: no TIFF header")
        return
    if data[2:4] in (b"+\0", b"\0+"):
        yield damaged(f"{first}: BigTIFF is not read")
        return
    file = BoundedFile(data)
    header = ExifHeader(cast(BinaryIO, file), mark[:1].decode(), 0, 0, strict=False)
    waiting, seen, pages = [(first, header.s2n(4, 4))], set[int](), 0
    while waiting:
        name, offset = waiting.pop(0)
        if not 0 < offset < len(data) or offset in seen:
            continue
        seen.add(offset)
        for item in _entries(header, file, name, offset):
            yield item
            if isinstance(item, Entry) and item.number in _POINTERS and item.numbers():
                waiting.append((_POINTERS[item.number], int(item.numbers()[0])))
        if name.startswith("IFD") and pages < MAX_DIRECTORIES:
            pages += 1
            with suppress(BudgetSpent):
                after = offset + 2 + 12 * header.s2n(offset, 2)
                waiting.append((f"IFD{pages}", header.s2n(after, 4)))


def _entries(
    header: ExifHeader, file: BoundedFile, name: str, offset: int
) -> Iterator[Entry | Note]:
    """The entries that could be read of one directory; names are ours to give, so no tag table."""
    header.tags.clear()
    problem: Exception | None = None
    try:
        header.dump_ifd(offset, name, tag_dict={})
    except Exception as raised:  # noqa: BLE001 (exifread raises anything on damaged entries)
        problem = raised
    order = "<" if header.endian == "I" else ">"
    for tag in header.tags.values():
        raw = file.part(tag.field_offset, tag.field_length)
        if len(raw) < tag.field_length or tag.field_offset < HEADER:
            yield damaged(f"EXIF {name} 0x{tag.tag:04X}: cut short, not read")
        else:
            yield Entry(name, tag.tag, int(tag.field_type), raw, order)
    if problem is not None:
        yield damaged(f"EXIF {name}: {type(problem).__name__} {problem}".rstrip())
