"""Readers for the worker tests: an item says what happens to the process that reads it."""

from __future__ import annotations

import ctypes
import mmap
import os
import signal
import time

from photocat.errors import FileProblem

HELD: list[object] = []


def read(item: str) -> str:
    """The item in capitals, unless its first word is one of the deeds below."""
    deed = item.split()[0]
    if deed in DEEDS:
        DEEDS[deed](item)
    return item.upper()


def read_pid(item: str) -> int:
    """Which process reads; every item costs a moment."""
    time.sleep(0.002)
    return os.getpid()


def _segfault(item: str) -> None:
    ctypes.string_at(0)


def _abort(item: str) -> None:
    os.abort()


def _exit(item: str) -> None:
    os._exit(7)


def _killed(item: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hang(item: str) -> None:
    time.sleep(600)


def _hang_in_c(item: str) -> None:
    """Holds the interpreter's lock, so that no thread of the process could do anything about it."""
    ctypes.PyDLL(None).sleep(600)


def _eat(item: str) -> None:
    HELD.extend(bytearray(32 << 20) for _ in range(1000))


def _eat_shared(item: str) -> None:
    """Shared memory, which no limit of the process itself counts."""
    block = mmap.mmap(-1, 500 << 20)
    for _ in range(500):
        block.write(bytes(1 << 20))
    time.sleep(600)


def _leave_a_trap(item: str) -> None:
    HELD.append("trap")


def _step_into_it(item: str) -> None:
    if "trap" in HELD:
        os.abort()


def _refuse(item: str) -> None:
    raise FileProblem("undecodable", item)


def _stumble(item: str) -> None:
    raise KeyError(item)


def _system_exit(item: str) -> None:
    """What a decoder's own command line might do; no ``Exception`` catches it."""
    raise SystemExit(3)


DEEDS = {
    "segfault": _segfault,
    "abort": _abort,
    "exit": _exit,
    "killed": _killed,
    "hang": _hang,
    "hang-in-c": _hang_in_c,
    "eat": _eat,
    "eat-shared": _eat_shared,
    "leave-a-trap": _leave_a_trap,
    "step-into-it": _step_into_it,
    "refuse": _refuse,
    "stumble": _stumble,
    "system-exit": _system_exit,
}
