"""A scenario in a process of its own, to which something happens at its n-th write.

The process is forked, so a thousand of them take minutes; what it told came through a pipe after
the commit that holds it. A kill is a real one (SIGKILL). Whatever happened: the catalog passes its
check, holds what was told, and the same done again comes to the same end.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
from collections.abc import Callable, Iterator
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
        *(("fsync", "sync"), ("replace", "create"), ("rename", "create")),
        *(("link", "create"), ("unlink", "delete")),
    )
    for name, op in wanted:
        setattr(os, name, _asking(hand, getattr(os, name), op))


def _asking(hand: Hand, of: Callable[..., Any], op: Op) -> Callable[..., Any]:
    def asking(*given: Any, **options: Any) -> Any:
        code = hand.ask(Call(op, str(given[0])))
        if code:
            full = code == REFUSED["full"]["create"]
            raise OSError(errno.ENOSPC if full else errno.EIO, "refused by the test")
        return of(*given, **options)

    return asking


def undisturbed(scenario: Scenario, folder: Path, drop: Path) -> tuple[int, str]:
    """How many calls a scenario makes, and what the catalog says in the end.

    It is done in this process first: what that imports, those that are forked need not.
    """
    for act in (lambda: scenario.act(folder, drop, lambda _what: None), None):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        scenario.begin(folder, drop)
        if act:
            act()
    ended = run(scenario, folder, drop)
    assert ended.status == 0
    return ended.calls, dump(folder / "catalog.db")


@dataclass(frozen=True, slots=True)
class Survived:
    """What came of it."""

    ended: Ended
    wrong: tuple[str, ...]
    """What is not as it ought to be: ``lost``, ``unsound``, ``diverged``, each with the rest."""


def survive(scenario: Scenario, folder: Path, drop: Path, before: Before, truth: str) -> Survived:
    """Let something happen, and look what came of it, at once and when it is done again."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    scenario.begin(folder, drop)
    catalog = folder / "catalog.db"
    ended = run(scenario, folder, drop, before)
    wrong = list(amiss(scenario, catalog, ended.told))
    if ended.status not in (0, REFUSAL, KILLED):
        wrong.append(f"unsaid: it ended with {ended.status}")
    if ended.status == 0 and dump(catalog) != truth:
        wrong.append("diverged: it said that it was done")
    again = run(scenario, folder, drop)
    if again.status != 0 or dump(catalog) != truth:
        wrong.append(f"diverged: done again it ended with {again.status}, or with something else")
    wrong += amiss(scenario, catalog, again.told)
    wrong += [f"left: {p.name}" for p in folder.iterdir() if p.name.startswith(".")]
    return Survived(ended, tuple(wrong))


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
