"""SQLite's own door to the disk, with a hand on it: every write can be counted, refused or cut.

SQLite reaches files through a ``sqlite3_vfs``; ``install`` puts one of ours before the system's, in
this process and those that it forks. Each write, truncation, sync, deletion and creation of a file
is a numbered call that ``Hand.before`` is asked about. No compiler, no tracer, no privileges.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Op = Literal["write", "truncate", "sync", "delete", "create", "rename"]

SQLITE_OK = 0
REFUSED = {
    "full": dict.fromkeys(("write", "truncate", "sync", "delete", "create", "rename"), 13),
    "io": {
        "write": 778,
        "truncate": 1546,
        "sync": 1034,
        "delete": 2570,
        "create": 14,
        "rename": 14,
    },
}
"""What SQLite is told when a call fails: the disk is full, or the medium is broken."""


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that SQLite does to a file."""

    op: Op
    path: str
    at: int = 0
    data: bytes = b""
    """What is written, or the new name; of a truncation ``at`` is the length that is left."""


@dataclass(slots=True)
class Hand:
    """What is done about the calls, from now on."""

    before: Callable[[int, Call], int] = lambda _number, _call: SQLITE_OK
    """Asked before each call, by number: 0 lets it be, another code is what SQLite is told."""
    calls: int = 0
    log: list[Call] | None = None
    """Every call that was made, if a list is given."""
    keep: list[Any] = field(default_factory=list)
    """What C points to."""

    def ask(self, call: Call) -> int:
        self.calls += 1
        code = self.before(self.calls, call)
        if code == SQLITE_OK and self.log is not None:
            self.log.append(call)
        return code


class _Vfs(ctypes.Structure):
    pass


_Open = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.POINTER(_Vfs),
    ctypes.c_void_p,  # SQLite goes on using the name: no copy of it will do
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_void_p,
)
_Delete = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Vfs), ctypes.c_void_p, ctypes.c_int)
_Vfs._fields_ = [
    ("version", ctypes.c_int),
    ("file_size", ctypes.c_int),
    ("longest_path", ctypes.c_int),
    ("next", ctypes.c_void_p),
    ("name", ctypes.c_char_p),
    ("data", ctypes.c_void_p),
    ("open", _Open),
    ("delete", _Delete),
    *((f"other_{n}", ctypes.c_void_p) for n in range(14)),
]

_Write = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
)
_Truncate = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int64)
_Sync = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)


class _Methods(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("close", ctypes.c_void_p),
        ("read", ctypes.c_void_p),
        ("write", _Write),
        ("truncate", _Truncate),
        ("sync", _Sync),
        *((f"other_{n}", ctypes.c_void_p) for n in range(13)),
    )


_CREATE = 0x4


def install() -> Hand:
    """Put a hand on every SQLite file that this process opens as long as the hand is kept."""
    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    system = library.sqlite3_vfs_find(None)
    ours = _Vfs.from_buffer_copy(system.contents)
    hand = Hand()
    names: dict[int, str] = {}
    tables: dict[int, _Methods] = {}

    def open_(vfs: Any, name: int | None, file: int, flags: int, out: int | None) -> int:
        path = os.fsdecode(ctypes.string_at(name)) if name else ""
        if path and flags & _CREATE and not os.path.exists(path):
            code = hand.ask(Call("create", path))
            if code:
                return code
        code = system.contents.open(system, name, file, flags, out)
        if code == SQLITE_OK and path:
            names[file] = path
            methods = ctypes.cast(file, ctypes.POINTER(ctypes.c_void_p))
            of = methods[0]
            if of not in tables:
                tables[of] = _held(of, hand, names)
            methods[0] = ctypes.addressof(tables[of])
        return int(code)

    def delete(vfs: Any, name: int, sync: int) -> int:
        code = hand.ask(Call("delete", os.fsdecode(ctypes.string_at(name))))
        return code or int(system.contents.delete(system, name, sync))

    ours.next, ours.name = None, b"photocat-faults"
    ours.open, ours.delete = _Open(open_), _Delete(delete)
    hand.keep += [ours, library, system, tables]
    library.sqlite3_vfs_register(ctypes.byref(ours), 1)
    return hand


def _held(methods: int, hand: Hand, names: dict[int, str]) -> _Methods:
    """The methods of a kind of file, with ours in place of those that write."""
    theirs = _Methods.from_address(methods)
    ours = _Methods.from_buffer_copy(theirs)

    def write(file: int, data: int, size: int, at: int) -> int:
        code = hand.ask(Call("write", names[file], at, ctypes.string_at(data, size)))
        return code or int(theirs.write(file, data, size, at))

    def truncate(file: int, size: int) -> int:
        return hand.ask(Call("truncate", names[file], size)) or int(theirs.truncate(file, size))

    def sync(file: int, flags: int) -> int:
        return hand.ask(Call("sync", names[file])) or int(theirs.sync(file, flags))

    ours.write, ours.truncate, ours.sync = _Write(write), _Truncate(truncate), _Sync(sync)
    return ours
