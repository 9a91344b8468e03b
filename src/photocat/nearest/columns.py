"""Columns of numbers in one file: written once, whole or not at all, and mapped to be read.

    photocat columns 1 <bytes of the head> <CRC-32 of the head>⏎ head (JSON) … column … column …

A file is never changed. It gets its name when all of it is on the medium, so whoever finds it finds
all of it; whoever has mapped it keeps it, though its name is gone. What is in a file costs memory
only as far as it is looked at, and the system takes that memory back when it wants to.
"""

from __future__ import annotations

import json
import math
import mmap
import os
import secrets
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

_FIRST = "photocat columns 1 {} {}\n"
_HEAD = 8192
"""Bytes before the first column."""
_ALIGNED = 64
_READ_AT_ONCE = 1 << 22


class Unsound(ValueError):
    """A file that is not what was written."""


class Columns:
    """The columns of a file, by name. Raises ``Unsound`` or ``OSError``."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            head = _read_head(file)
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.about: dict[str, Any] = head["about"]
        self._columns: dict[str, dict[str, Any]] = head["columns"]
        ends = [_end(column) for column in self._columns.values()]
        if len(self._map) != max([_HEAD, *ends]):
            raise Unsound(f"{path}: {len(self._map)} bytes")

    def __getitem__(self, name: str) -> NDArray[Any]:
        """A column, ``[rows]`` or ``[rows, width]``."""
        column = self._columns[name]
        shape, dtype = column["shape"], np.dtype(column["dtype"])
        count = math.prod(shape)
        if not count:
            return np.empty(shape, dtype)
        return np.frombuffer(self._map, dtype, count, column["at"]).reshape(shape)

    def let_go(self) -> None:
        """Give the memory back that looking at the columns took; they can be looked at again."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def is_sound(self) -> bool:
        """Whether every byte is as it was written."""
        return all(self._sum(column) == column["crc"] for column in self._columns.values())

    def _sum(self, column: Mapping[str, Any]) -> int:
        crc, end = 0, _end(column)
        for begin in range(column["at"], end, _READ_AT_ONCE):
            crc = zlib.crc32(self._map[begin : min(end, begin + _READ_AT_ONCE)], crc)
            self.let_go()
        return crc


class Writing:
    """A file of columns that is being written, each from its beginning to its end."""

    def __init__(
        self, file: BinaryIO, shapes: Mapping[str, tuple[str, tuple[int, ...]]], about: Any
    ) -> None:
        self._file, self._about = file, about
        self._columns: dict[str, dict[str, Any]] = {}
        at = _HEAD
        for name, (dtype, shape) in shapes.items():
            self._columns[name] = {"dtype": dtype, "shape": shape, "at": at, "crc": 0, "done": 0}
            at = -(-_end(self._columns[name]) // _ALIGNED) * _ALIGNED
        file.truncate(max([_HEAD, *map(_end, self._columns.values())]))

    def add(self, name: str, rows: NDArray[Any]) -> None:
        """The next rows of a column."""
        column = self._columns[name]
        data = np.ascontiguousarray(rows, column["dtype"]).tobytes()
        self._file.seek(column["at"] + column["done"])
        self._file.write(data)
        column["done"] += len(data)
        column["crc"] = zlib.crc32(data, column["crc"])

    def finish(self) -> None:
        """Write the head, and wait until everything is on the medium."""
        for name, column in self._columns.items():
            if column["at"] + column.pop("done") != _end(column):
                raise ValueError(f"column {name} is not as long as was said")
        head = json.dumps({"about": self._about, "columns": self._columns}).encode()
        first = _FIRST.format(len(head), zlib.crc32(head)).encode()
        if len(first) + len(head) > _HEAD:
            raise ValueError(f"a head of {len(head)} bytes")
        self._file.seek(0)
        self._file.write(first + head)
        self._file.flush()
        os.fsync(self._file.fileno())


@contextmanager
def new_columns(
    path: Path, shapes: Mapping[str, tuple[str, tuple[int, ...]]], about: Any
) -> Iterator[Writing]:
    """Write a file: ``shapes`` are the dtype and shape of each column, ``about`` is any JSON.

    It is there at the end of the ``with``, and not at all where that ends with an exception.
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        with open(handle, "w+b") as file:
            writing = Writing(file, shapes, about)
            yield writing
            writing.finish()
        os.replace(unfinished, path)
        _settle(path.parent)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


_BINARY = getattr(os, "O_BINARY", 0)


def _settle(folder: Path) -> None:
    """Wait until the new name is on the medium, where the system can tell."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _read_head(file: BinaryIO) -> dict[str, Any]:
    words = file.readline(_HEAD).split()
    try:
        *_, length, _crc = words
        head = file.read(int(length))
        if _FIRST.format(len(head), zlib.crc32(head)).encode().split() != words:
            raise Unsound(f"{file.name}: not a head")
        told: dict[str, Any] = json.loads(head)
    except ValueError as problem:
        raise Unsound(f"{file.name}: {problem}") from problem
    return told


def _end(column: Mapping[str, Any]) -> int:
    size: int = math.prod(column["shape"]) * np.dtype(column["dtype"]).itemsize
    return int(column["at"]) + size
