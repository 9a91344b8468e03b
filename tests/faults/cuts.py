"""Power cuts: what a machine may find on its disk, made from what was done to files before.

What was written since the last sync of a file may be there, or not, or by half: a disk keeps its
own order. A file has its new name once its folder was synced, before perhaps. What was synced is
there.
"""

from __future__ import annotations

import os
import pickle
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness import KILLED, Trial, run
from vfs import Call

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Recorded:
    """A scenario as it went undisturbed."""

    trial: Trial
    begun: dict[str, bytes]
    """The files it began with."""
    events: Sequence[Call | str]
    """What was done to files, and what was told, in order."""


def record(trial: Trial) -> Recorded:
    """Act once, and note everything."""
    noted = trial.place.with_name("events")
    trial.begin()
    begun = {path.name: path.read_bytes() for path in trial.place.iterdir() if path.is_file()}

    def note(events: list[Call | str]) -> None:
        noted.write_bytes(pickle.dumps(events))

    ended = run(trial.scenario, trial.place, trial.drop, log=note)
    assert ended.status == 0
    return Recorded(trial, begun, pickle.loads(noted.read_bytes()))  # noqa: S301  our own


def survive_cut(of: Recorded, number: int) -> tuple[str, ...]:
    """Cut the power at a moment that the number chooses; what is amiss, as of ``Trial.survive``."""
    chance = random.Random(number)
    events = of.events[: chance.randrange(1, len(of.events) + 1)]
    shutil.rmtree(of.trial.place, ignore_errors=True)
    of.trial.place.mkdir()
    for name, data in after_a_cut(of.trial.place, of.begun, events, chance).items():
        (of.trial.place / name).write_bytes(data)
    return of.trial.look(tuple(event for event in events if isinstance(event, str)), KILLED)


def after_a_cut(
    folder: Path, begun: dict[str, bytes], events: Sequence[Call | str], chance: random.Random
) -> dict[str, bytes]:
    """The files that a machine may find in a folder when it starts again."""
    disk = {name: bytearray(data) for name, data in begun.items()}
    waiting: dict[str, list[Call]] = {}
    renamed: list[tuple[str, str]] = []
    for event in events:
        if isinstance(event, str):
            continue
        if Path(event.path) == folder and event.op == "sync":
            while renamed:
                _rename(disk, waiting, *renamed.pop(0))
        if Path(event.path).parent != folder:
            continue  # what lies deeper is never believed
        name = Path(event.path).name
        if event.op == "create":
            disk.setdefault(name, bytearray())
        elif event.op == "delete":
            disk.pop(name, None)
            waiting.pop(name, None)
        elif event.op == "rename":
            renamed.append((name, Path(os.fsdecode(event.data)).name))
        elif event.op == "sync":
            for call in waiting.pop(name, ()):
                _apply(disk, name, call)
        else:
            waiting.setdefault(name, []).append(event)
    for pair in renamed:
        if chance.random() < 0.5:
            _rename(disk, waiting, *pair)
    for name, calls in waiting.items():
        for call in calls:
            fate = chance.random()
            if fate < 0.5:
                _apply(disk, name, call)
            elif fate < 0.7 and call.op == "write":
                half = call.data[: max(1, len(call.data) // SECTOR // 2) * SECTOR]
                _apply(disk, name, Call("write", call.path, call.at, half))
    return {name: bytes(data) for name, data in disk.items()}


def _rename(
    disk: dict[str, bytearray], waiting: dict[str, list[Call]], before: str, after: str
) -> None:
    if before in disk:
        disk[after] = disk.pop(before)
        waiting[after] = waiting.pop(before, [])


def _apply(disk: dict[str, bytearray], name: str, call: Call) -> None:
    data = disk.setdefault(name, bytearray())
    if call.op == "truncate":
        del data[call.at :]
        return
    data.extend(bytes(max(0, call.at + len(call.data) - len(data))))
    data[call.at : call.at + len(call.data)] = call.data
