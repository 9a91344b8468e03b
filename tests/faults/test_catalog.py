"""Whatever strikes a catalog while it is written, nothing that was told is lost of it."""

from __future__ import annotations

import pickle
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from harness import KILLED, REFUSAL, kill_at, refuse_at, run, survive, verify
from scenarios import SCENARIOS, Scenario, dump, faults, read_once
from vfs import Call

from photocat.errors import PhotocatError
from photocat.store import open_store

Undisturbed = Callable[[Scenario], tuple[int, str]]
AFew = Callable[..., Sequence[int]]

every_scenario = pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.name)


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    from photocat.ingest import batch, read

    before = read.read_photo, batch.PHOTOS
    read_once()
    yield
    read.read_photo, batch.PHOTOS = before


@pytest.fixture(scope="module")
def undisturbed(
    drop: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., tuple[int, str]]:
    """How many calls a scenario makes, and what the catalog says in the end."""
    known: dict[str, tuple[int, str]] = {}

    def undisturbed(scenario: Scenario) -> tuple[int, str]:
        if scenario.name not in known:
            folder = tmp_path_factory.mktemp(scenario.name)
            scenario.begin(folder, drop)
            ended = run(scenario, folder, drop)
            assert ended.status == 0
            known[scenario.name] = ended.calls, dump(folder / "catalog.db")
        return known[scenario.name]

    return undisturbed


@every_scenario
def test_killed_at_any_write_it_loses_nothing_and_converges(
    scenario: Scenario,
    drop: Path,
    tmp_path: Path,
    undisturbed: Undisturbed,
    a_few: AFew,
) -> None:
    calls, truth = undisturbed(scenario)
    assert calls > 10
    for n in a_few(range(1, calls + 1), 3, scenario.name):
        ended = survive(scenario, tmp_path / "killed", drop, kill_at(n, torn=n % 2 == 0), truth)
        assert ended.status == KILLED


@every_scenario
@pytest.mark.parametrize("sticky", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("why", ["full", "io"])
def test_a_disk_that_is_full_or_broken_is_said_and_nothing_is_lost(
    scenario: Scenario,
    drop: Path,
    tmp_path: Path,
    undisturbed: Undisturbed,
    a_few: AFew,
    why: str,
    sticky: bool,
) -> None:
    calls, truth = undisturbed(scenario)
    for n in a_few(range(1, calls + 1), 1, scenario.name, why, sticky):
        before = refuse_at(n, why, sticky=sticky)
        ended = survive(scenario, tmp_path / "refused", drop, before, truth)
        assert ended.status in (0, REFUSAL)


def test_killed_twice_or_on_a_full_disk_first_it_converges_all_the_same(
    drop: Path, tmp_path: Path, undisturbed: Undisturbed, a_few: AFew
) -> None:
    scenario = SCENARIOS[0]
    calls, truth = undisturbed(scenario)
    for n in a_few(range(1, calls + 1), 2):
        folder = tmp_path / str(n)
        folder.mkdir()
        first = run(scenario, folder, drop, refuse_at(n, "full", sticky=True))
        second = run(scenario, folder, drop, kill_at(calls - n + 1))
        verify(scenario, folder / "catalog.db", first.told + second.told)
        assert run(scenario, folder, drop).status == 0
        assert dump(folder / "catalog.db") == truth


# --- what lies beside the file --------------------------------------------------------------------


def test_a_catalog_that_lost_its_log_is_sound_as_it_was_before(drop: Path, tmp_path: Path) -> None:
    scenario = SCENARIOS[1]
    scenario.begin(tmp_path, drop)
    before = dump(tmp_path / "catalog.db")
    ended = run(scenario, tmp_path, drop, kill_at(40))
    assert ended.status == KILLED
    (tmp_path / "catalog.db-wal").unlink()
    (tmp_path / "catalog.db-shm").unlink(missing_ok=True)
    assert faults(tmp_path / "catalog.db") == []
    assert dump(tmp_path / "catalog.db") == before


def test_the_log_of_another_catalog_does_not_go_unseen(drop: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
    with open_store(one / "catalog.db", mode="create") as store:
        for number in range(300):
            store.begin_run("ingest", f"supplier {number}")
    SCENARIOS[1].begin(other, drop)
    assert run(SCENARIOS[1], other, drop, kill_at(60)).status == KILLED
    shutil.copy(other / "catalog.db-wal", one)
    with suppress(PhotocatError):  # it cannot even be opened
        assert faults(one / "catalog.db") != []


# --- power cuts -----------------------------------------------------------------------------------


@pytest.mark.parametrize("scenario", SCENARIOS[:4], ids=lambda s: s.name)
def test_a_power_cut_at_any_moment_loses_nothing_that_was_told(
    scenario: Scenario, drop: Path, tmp_path: Path, a_few: AFew
) -> None:
    """What was written since the last sync of a file may be there, or not, or by half."""
    start, noted = tmp_path / "start", tmp_path / "events"
    start.mkdir()
    scenario.begin(start, drop)
    begun = {path.name: path.read_bytes() for path in start.iterdir()}
    ended = run(scenario, start, drop, log=lambda events: noted.write_bytes(pickle.dumps(events)))
    assert ended.status == 0
    events = pickle.loads(noted.read_bytes())  # noqa: S301  our own, of a moment ago
    for n in a_few(range(5_000), 5, scenario.name):
        chance = random.Random(n)
        cut = chance.randrange(1, len(events) + 1)
        shutil.rmtree(start)
        start.mkdir()
        for name, data in after_a_cut(begun, events[:cut], chance).items():
            (start / name).write_bytes(data)
        told = tuple(event for event in events[:cut] if isinstance(event, str))
        verify(scenario, start / "catalog.db", told)


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
                apply(disk, name, call)
        else:
            waiting.setdefault(name, []).append(event)
    for name, calls in waiting.items():
        for call in calls:
            fate = chance.random()
            if fate < 0.5:
                apply(disk, name, call)
            elif fate < 0.7 and call.op == "write":
                half = call.data[: max(1, len(call.data) // 1024) * 512]
                apply(disk, name, Call("write", call.path, call.at, half))
    return {name: bytes(data) for name, data in disk.items()}


def apply(disk: dict[str, bytearray], name: str, call: Call) -> None:
    data = disk.setdefault(name, bytearray())
    if call.op == "truncate":
        del data[call.at :]
        return
    data.extend(bytes(max(0, call.at + len(call.data) - len(data))))
    data[call.at : call.at + len(call.data)] = call.data
