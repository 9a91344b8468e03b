"""Power cuts: what a machine may find on its disk, made from what was done to files before.

What was written since the last sync of a file may be there, or not, or by half: a disk keeps its
own order. What was synced is there.
"""

from __future__ import annotations

import pickle
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness import amiss, run
from scenarios import Scenario, dump
from vfs import Call

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Recorded:
    """A scenario as it went undisturbed."""

    scenario: Scenario
    begun: dict[str, bytes]
    """The files it began with."""
    events: Sequence[Call | str]
    """What was done to files, and what was told, in order."""


def record(scenario: Scenario, folder: Path, drop: Path) -> Recorded:
    """Act once in an empty folder, and note everything."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    noted = folder.with_name(f"{folder.name}.events")
    scenario.begin(folder, drop)
    begun = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    def note(events: list[Call | str]) -> None:
        noted.write_bytes(pickle.dumps(events))

    ended = run(scenario, folder, drop, log=note)
    assert ended.status == 0
    return Recorded(scenario, begun, pickle.loads(noted.read_bytes()))  # noqa: S301  our own


def cut(of: Recorded, folder: Path, number: int) -> tuple[str, ...]:
    """Cut the power at a moment that the number chooses; what a folder then holds, and what of it
    was told before."""
    chance = random.Random(number)
    events = of.events[: chance.randrange(1, len(of.events) + 1)]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in after_a_cut(of.begun, events, chance).items():
        (folder / name).write_bytes(data)
    return tuple(event for event in events if isinstance(event, str))


def survive_cut(of: Recorded, folder: Path, drop: Path, number: int, truth: str) -> tuple[str, ...]:
    """What is amiss after a cut; and, of one in three, when it is done again."""
    told = cut(of, folder, number)
    catalog = folder / "catalog.db"
    wrong = list(amiss(of.scenario, catalog, told))
    if number % 3:
        return tuple(wrong)
    again = run(of.scenario, folder, drop)
    if again.status != 0 or dump(catalog) != truth:
        wrong.append(f"diverged: done again it ended with {again.status}, or with something else")
    return tuple(wrong)


def after_a_cut(
    begun: dict[str, bytes], events: Sequence[Call | str], chance: random.Random
) -> dict[str, bytes]:
    """The files that a machine may find when it starts again."""
    disk = {name: bytearray(data) for name, data in begun.items()}
    waiting: dict[str, list[Call]] = {}
    for event in events:
        if isinstance(event, str):
            continue
        name = Path(event.path).name
        if event.op == "create":
            disk.setdefault(name, bytearray())
        elif event.op == "delete":
            disk.pop(name, None)
            waiting.pop(name, None)
        elif event.op == "sync":
            for call in waiting.pop(name, ()):
                _apply(disk, name, call)
        else:
            waiting.setdefault(name, []).append(event)
    for name, calls in waiting.items():
        for call in calls:
            fate = chance.random()
            if fate < 0.5:
                _apply(disk, name, call)
            elif fate < 0.7 and call.op == "write":
                half = call.data[: max(1, len(call.data) // SECTOR // 2) * SECTOR]
                _apply(disk, name, Call("write", call.path, call.at, half))
    return {name: bytes(data) for name, data in disk.items()}


def _apply(disk: dict[str, bytearray], name: str, call: Call) -> None:
    data = disk.setdefault(name, bytearray())
    if call.op == "truncate":
        del data[call.at :]
        return
    data.extend(bytes(max(0, call.at + len(call.data) - len(data))))
    data[call.at : call.at + len(call.data)] = call.data
