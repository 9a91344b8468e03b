"""A command that may write in some folders only, run no other program, and connect to nothing.

By Landlock, which Linux has had since 5.13 and which needs neither privileges nor packages
(https://docs.kernel.org/userspace-api/landlock.html).
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Callable, Sequence
from glob import glob
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_VERSION = 1
_BENEATH = 1
_NO_NEW_PRIVILEGES = 38

_EXECUTE, _WRITE = 1 << 0, 1 << 1
_REMOVE_OR_MAKE = sum(1 << bit for bit in range(4, 13))
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_TCP = 0b11
_OF_A_FILE = _EXECUTE | _WRITE | _TRUNCATE

_libc = ctypes.CDLL(None, use_errno=True)


def version() -> int:
    """Which Landlock the kernel has; 0: none."""
    return max(0, int(_libc.syscall(_CREATE, None, 0, _VERSION)))


def confining(writable: Sequence[Path]) -> Callable[[], None]:
    """What a process has to call before it becomes the command: it may write beneath these.

    Programs are this Python and what loads it; reading is not restricted.
    """
    kernel = version()
    handled = _EXECUTE | _WRITE | _REMOVE_OR_MAKE
    handled |= (_REFER if kernel >= 2 else 0) | (_TRUNCATE if kernel >= 3 else 0)
    programs = [os.path.realpath(sys.executable), *glob("/lib*/ld-*.so*")]
    rules = [(str(path), handled & ~_EXECUTE) for path in writable]
    rules += [(program, _EXECUTE) for program in programs]
    rules += [(os.devnull, (_WRITE | _TRUNCATE) & handled)]

    def confine() -> None:
        wanted = struct.pack("QQ", handled, _TCP) if kernel >= 4 else struct.pack("Q", handled)
        ruleset = _called(_CREATE, wanted, len(wanted), 0)
        for path, access in rules:
            where = os.open(path, os.O_PATH | os.O_CLOEXEC)
            allowed = access if os.path.isdir(path) else access & _OF_A_FILE
            _called(_ADD, ruleset, _BENEATH, struct.pack("=Qi", allowed, where), 0)
            os.close(where)
        _libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        _called(_RESTRICT, ruleset, 0)

    return confine


def _called(number: int, *arguments: int | bytes) -> int:
    result = int(_libc.syscall(number, *arguments))
    if result < 0:
        raise OSError(ctypes.get_errno(), f"system call {number}")
    return result
