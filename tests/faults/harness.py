"""A scenario in a process of its own, to which something happens at its n-th write.

The process is forked, so a thousand of them take minutes; what it told came through a pipe after
the commit that holds it. A kill is a real one (SIGKILL). Whatever happened: the catalog passes its
check, holds what was told, and the same done again comes to the same end.
"""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios import Scenario, dump, faults
from vfs import REFUSED, SQLITE_OK, Call, Hand, Op, install

from photocat.errors import PhotocatError

Before = Callable[[int, Call], int]

KILLED = -signal.SIGKILL
REFUSAL = 3
"""The exit status of a process that ended with an error of photocat's own."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended, and what it had told."""

    status: int
    told: tuple[str, ...]
    calls: int
    """0 where it was killed."""


def kill_at(n: int, *, torn: bool = False) -> Before:
    """Kill the process at its n-th call; a write may be done by half."""

    def before(number: int, call: Call) -> int:
        if number == n:
            if torn and call.op == "write":
                with open(call.path, "rb+") as file:
                    file.seek(call.at)
                    file.write(call.data[: len(call.data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return SQLITE_OK

    return before


def refuse_at(n: int, why: str, *, sticky: bool) -> Before:
    """Refuse the n-th call, or it and all that follow: ``full`` or ``io``."""

    def before(number: int, call: Call) -> int:
        hit = number >= n if sticky else number == n
        # A full disk still deletes.
        spared = why == "full" and call.op in ("delete", "truncate", "sync")
        return REFUSED[why][call.op] if hit and not spared else SQLITE_OK

    return before


def nothing(_number: int, _call: Call) -> int:
    return SQLITE_OK


def run(
    scenario: Scenario,
    folder: Path,
    drop: Path,
    before: Before = nothing,
    log: Callable[[list[Call | str]], None] | None = None,
) -> Ended:
    """Act in a forked process, with a hand on its writes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _act(scenario, folder, drop, before, writing, log)
    os.close(writing)
    with open(reading, encoding="utf-8", errors="surrogateescape") as pipe:
        *told, last = pipe.read().split("\n")
    _, status = os.waitpid(child, 0)
    calls = int(told.pop().removeprefix("calls ")) if told and told[-1].startswith("calls ") else 0
    assert last == ""
    return Ended(os.waitstatus_to_exitcode(status), tuple(told), calls)


def _act(
    scenario: Scenario,
    folder: Path,
    drop: Path,
    before: Before,
    pipe: int,
    log: Callable[[list[Call | str]], None] | None,
) -> None:
    """Never returns: whatever happens, pytest goes on in its own process alone."""
    status = 1
    try:
        hand = install()
        hand.before = before
        _reach_out(hand)
        moments = itertools.count(1_458_432_000 * 10**9, 10**6)
        time.time_ns = lambda: next(moments)
        events: list[Any] = []
        hand.log = events if log else None

        def tell(what: str) -> None:
            events.append(what)
            os.write(pipe, os.fsencode(what) + b"\n")

        try:
            scenario.act(folder, drop, tell)
            status = 0
        except PhotocatError:
            status = REFUSAL
        if log:
            log(events)
        os.write(pipe, f"calls {hand.calls}\n".encode())
    except BaseException:  # noqa: BLE001
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)


def _reach_out(hand: Hand) -> None:
    """Have the hand on what Python itself does to files, too."""
    wanted: tuple[tuple[str, Op], ...] = (
        *(("fsync", "sync"), ("replace", "rename"), ("rename", "rename")),
        *(("link", "create"), ("unlink", "delete")),
    )
    for name, op in wanted:
        setattr(os, name, _asking(hand, getattr(os, name), op))


def _asking(hand: Hand, of: Callable[..., Any], op: Op) -> Callable[..., Any]:
    def asking(*given: Any, **options: Any) -> Any:
        path = os.readlink(f"/proc/self/fd/{given[0]}") if op == "sync" else os.fspath(given[0])
        code = hand.ask(Call(op, path, data=os.fsencode(given[1]) if op == "rename" else b""))
        if code:
            full = code == REFUSED["full"]["create"]
            raise OSError(errno.ENOSPC if full else errno.EIO, "refused by the test")
        return of(*given, **options)

    return asking


@dataclass(frozen=True, slots=True)
class Survived:
    """What came of a fault."""

    ended: Ended
    wrong: tuple[str, ...]
    """What is not as it ought to be: ``lost``, ``unsound``, ``diverged``, each with the rest."""


class Trial:
    """A scenario that is struck again and again.

    Whatever is left is recovered by SQLite and passes its check. What photocat makes of it, at once
    and when it is done again, is looked at once for each state that is left: the clock is the same
    in every run, so that two that hold the same are the same, byte for byte.
    """

    def __init__(self, scenario: Scenario, folder: Path, drop: Path) -> None:
        self.scenario, self.drop = scenario, drop
        self.begun, self.place = folder / "begun", folder / "struck"
        self.seen: dict[tuple[object, ...], tuple[str, ...]] = {}
        self.begun.mkdir(parents=True)
        scenario.begin(self.begun, drop)
        # It is done in this process first: what that imports, those that are forked need not.
        self.begin()
        scenario.act(self.place, drop, lambda _what: None)
        self.begin()
        ended = run(scenario, self.place, drop)
        assert ended.status == 0
        self.calls, self.truth = ended.calls, dump(self.place / "catalog.db")

    def begin(self) -> None:
        """Have everything as it was at first."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.begun, self.place)

    def survive(self, before: Before) -> Survived:
        """Let something happen, and look what came of it, at once and when it is done again."""
        self.begin()
        ended = run(self.scenario, self.place, self.drop, before)
        return Survived(ended, self.look(ended.told, ended.status))

    def look(self, told: tuple[str, ...], status: int) -> tuple[str, ...]:
        """What is amiss with what was left."""
        state = state_of(self.place)
        known = (state, told, status)
        if state is None or known not in self.seen:
            self.seen[known] = tuple(self._amiss(told, status))
        return self.seen[known]

    def _amiss(self, told: tuple[str, ...], status: int) -> Iterator[str]:
        catalog = self.place / "catalog.db"
        yield from amiss(self.scenario, catalog, told)
        if status not in (0, REFUSAL, KILLED):
            yield f"unsaid: it ended with {status}"
        if status == 0 and dump(catalog) != self.truth:
            yield "diverged: it said that it was done"
        again = run(self.scenario, self.place, self.drop)
        if again.status != 0 or dump(catalog) != self.truth:
            yield f"diverged: done again it ended with {again.status}, or with something else"
        yield from amiss(self.scenario, catalog, again.told)
        yield from (f"left: {p.name}" for p in self.place.iterdir() if p.name.startswith("."))


def state_of(folder: Path) -> str | None:
    """A digest of what a folder holds, catalogs as SQLite recovers them; None where it cannot."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.name.endswith(("-wal", "-shm")):
            continue
        digest.update(f"{path.relative_to(folder)}\n".encode())
        if path.suffix == ".part":
            continue  # what was begun is begun anew, whatever is in it
        if path.suffix != ".db" or not path.stat().st_size:
            digest.update(path.read_bytes())
            continue
        try:
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as raw:
                if raw.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    return None
                digest.update(raw.serialize())
        except sqlite3.Error:
            return None
    return digest.hexdigest()


def amiss(scenario: Scenario, catalog: Path, told: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with a catalog: it is not sound, or does not hold what was told."""
    from photocat.store import open_store

    if not told and not catalog.exists():
        return
    try:
        with open_store(catalog, mode="create") as store:
            yield from (f"unsound: {found}" for found in faults(store))
            yield from (f"lost: {what}" for what in told if not scenario.keeps(store, what))
    except PhotocatError as problem:
        yield f"unsound: {problem}"
