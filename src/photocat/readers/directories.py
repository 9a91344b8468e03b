"""The directories of a TIFF stream, entry by entry, with the raw bytes of every value.

TIFF 6.0 and BigTIFF, and type 129 of Exif 3.0. We walk them ourselves, on a budget: exifread, which
the tests hold beside this walk, drops long values and types it does not know, knows no BigTIFF, and
is kept busy for hours by forged counts.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from photocat.readers.blocks import Data, damaged
from photocat.records import Note

MAX_ENTRIES = 10_000
"""Of all directories together; the busiest of 418 real files of 30 formats has under a thousand."""

MAX_BYTES = 32_000_000
"""Of all values together."""

MAX_PAGES = 8
"""Pages of a TIFF file that are looked at for tags."""

MAX_PICTURES = 16
"""Further pictures that the pages point to, such as the mosaic of a raw file."""

TEXTS = (2, 129)
"""ASCII, and since Exif 3.0 UTF-8."""

_POINTERS = {0x8769: "Exif", 0x8825: "GPS", 0xA005: "Interop"}
_PICTURES = 0x014A
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_SIZES |= {16: 8, 17: 8, 18: 8, 129: 1}
_FORMATS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I"}
_FORMATS |= {16: "Q", 17: "q", 18: "Q"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a directory."""

    directory: str
    """``IFD0``, ``IFD1`` …, ``SubIFD0`` …, ``Exif``, ``GPS`` or ``Interop``."""
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


class _Stream:
    """A TIFF stream: how wide its numbers are, and how much more may be read of it."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.order = "<" if data[:2] == b"II" else ">"
        self.is_big = bytes(data[2:4]) in (b"+\0", b"\0+")
        self.header = 16 if self.is_big else 8
        self.count, self.entry, self.offset = (
            struct.Struct(self.order + code)
            for code in (("Q", "HHQ8s", "Q") if self.is_big else ("H", "HHI4s", "I"))
        )
        self.entries, self.bytes = MAX_ENTRIES, MAX_BYTES

    def first(self) -> int:
        return self._number(self.offset, self.header - self.offset.size)

    def after(self, directory: int) -> int:
        """Where the next page stands; 0 behind the last."""
        count = self._number(self.count, directory)
        return self._number(self.offset, directory + self.count.size + count * self.entry.size)

    def rows(self, directory: int) -> Iterator[tuple[int, int, int, bytes]]:
        """Number, type, count, and the bytes where the value or its offset stands."""
        start = directory + self.count.size
        count = min(self._number(self.count, directory), self.entries)
        self.entries -= count
        table = bytes(self.data[start : start + count * self.entry.size])
        yield from self.entry.iter_unpack(table[: len(table) // self.entry.size * self.entry.size])

    def value(self, size: int, held: bytes) -> bytes | None:
        """A value of this size; None where it is cut short, or the budget is gone."""
        if size <= len(held):
            return held[:size]
        start = self.offset.unpack(held)[0]
        if start < self.header or size > self.bytes or start + size > len(self.data):
            return None
        self.bytes -= size
        return bytes(self.data[start : start + size])

    def _number(self, code: struct.Struct, start: int) -> int:
        end = start + code.size
        return int(code.unpack_from(self.data, start)[0]) if end <= len(self.data) else 0


def read_directories(data: Data, first: str = "IFD0") -> Iterator[Entry | Note]:
    """Every entry of IFD0, the directories it points to, and the pages after it."""
    if bytes(data[:2]) not in (b"II", b"MM"):
        yield damaged(f"{first}: no TIFF header")
        return
    stream = _Stream(data)
    waiting, seen, pages, pictures = [(first, stream.first())], set[int](), 0, 0
    while waiting:
        name, offset = waiting.pop(0)
        if not 0 < offset < len(data) or offset in seen:
            continue
        if not stream.entries:
            yield damaged(f"EXIF {name}: more than {MAX_ENTRIES} entries, the rest is not read")
            return
        seen.add(offset)
        for item in _entries(stream, name, offset):
            yield item
            if not isinstance(item, Entry) or not (numbers := item.numbers()):
                continue
            if item.number in _POINTERS:
                waiting.append((_POINTERS[item.number], int(numbers[0])))
            elif item.number == _PICTURES:
                for number in numbers[: MAX_PICTURES - pictures]:
                    waiting.append((f"SubIFD{pictures}", int(number)))
                    pictures += 1
        if name.startswith("IFD") and pages < MAX_PAGES:
            pages += 1
            waiting.append((f"IFD{pages}", stream.after(offset)))


def _entries(stream: _Stream, name: str, offset: int) -> Iterator[Entry | Note]:
    """The entries of one directory; of two with one number, the latter."""
    found: dict[int, Entry | Note] = {}
    strange = []
    for number, kind, count, held in stream.rows(offset):
        if kind in _SIZES:
            raw = stream.value(count * _SIZES[kind], held)
            if raw is None:
                found[number] = damaged(f"EXIF {name} 0x{number:04X}: cut short, not read")
            else:
                found[number] = Entry(name, number, kind, raw, stream.order)
        elif kind or count or any(held):
            strange.append(f"0x{number:04X}")
    yield from found.values()
    if strange:
        yield damaged(f"EXIF {name}: of no known type: {', '.join(strange[:4])} ({len(strange)})")
