"""Whatever strikes a catalog while it is written, nothing that was told is lost of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from cuts import record, survive_cut
from harness import KILLED, REFUSAL, Trial, kill_at, refuse_at, run
from scenarios import SCENARIOS, Scenario, dump, faults, read_once
from vfs import REFUSED, SQLITE_OK, Call

from photocat.errors import PhotocatError
from photocat.store import open_store

Trials = Callable[[Scenario], Trial]
AFew = Callable[..., Sequence[int]]

every_scenario = pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.name)


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    from photocat.ingest import read

    before = read.read_photo
    read_once()
    yield
    read.read_photo = before


@pytest.fixture(scope="module")
def trial(drop: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Scenario], Trial]:
    """Each scenario, ready to be struck."""
    folder = tmp_path_factory.mktemp("trials")

    @cache
    def known(scenario: Scenario) -> Trial:
        return Trial(scenario, folder / scenario.name, drop)

    return known


@every_scenario
def test_killed_at_any_write_it_loses_nothing_and_converges(
    scenario: Scenario, trial: Trials, a_few: AFew
) -> None:
    struck = trial(scenario)
    assert struck.calls > 10
    for n in a_few(range(1, struck.calls + 1), 3, scenario.name):
        came = struck.survive(kill_at(n, torn=n % 2 == 0))
        assert (came.ended.status, came.wrong) == (KILLED, ()), n


@every_scenario
@pytest.mark.parametrize("sticky", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("why", ["full", "io"])
def test_a_disk_that_is_full_or_broken_is_said_and_nothing_is_lost(
    scenario: Scenario, trial: Trials, a_few: AFew, why: str, sticky: bool
) -> None:
    struck = trial(scenario)
    for n in a_few(range(1, struck.calls + 1), 1, scenario.name, why, sticky):
        came = struck.survive(refuse_at(n, why, sticky=sticky))
        assert came.ended.status in (0, REFUSAL)
        assert came.wrong == (), n


def test_a_disk_without_room_for_an_index_is_said(trial: Trials) -> None:
    """Neither beside the catalog nor in a temporary folder: what was stored stays so."""
    struck = trial(SCENARIOS[0])

    def before(_number: int, call: Call) -> int:
        return REFUSED["full"]["rename"] if call.op == "rename" else SQLITE_OK

    came = struck.survive(before)
    assert (came.ended.status, came.wrong) == (REFUSAL, ())
    assert len(came.ended.told) == 5


def test_killed_twice_or_on_a_full_disk_first_it_converges_all_the_same(
    trial: Trials, a_few: AFew
) -> None:
    struck = trial(SCENARIOS[0])
    for n in a_few(range(1, struck.calls + 1), 2):
        struck.begin()
        for before in (refuse_at(n, "full", sticky=True), kill_at(struck.calls - n + 1)):
            ended = run(struck.scenario, struck.place, struck.drop, before)
            assert struck.look(ended.told, ended.status) == (), n


# --- what lies beside the file --------------------------------------------------------------------


def test_a_catalog_that_lost_its_log_is_sound_as_it_was_before(drop: Path, tmp_path: Path) -> None:
    scenario = SCENARIOS[1]
    scenario.begin(tmp_path, drop)
    before = dump(tmp_path / "catalog.db")
    ended = run(scenario, tmp_path, drop, kill_at(40))
    assert ended.status == KILLED
    (tmp_path / "catalog.db-wal").unlink()
    (tmp_path / "catalog.db-shm").unlink(missing_ok=True)
    with open_store(tmp_path / "catalog.db") as store:
        assert faults(store) == []
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
    with suppress(PhotocatError), open_store(one / "catalog.db") as store:  # or it cannot be opened
        assert faults(store) != []


# --- power cuts -----------------------------------------------------------------------------------


@pytest.mark.parametrize("scenario", SCENARIOS[:4], ids=lambda s: s.name)
def test_a_power_cut_at_any_moment_loses_nothing_that_was_told(
    scenario: Scenario, trial: Trials, a_few: AFew
) -> None:
    recorded = record(trial(scenario))
    for n in a_few(range(5_000), 10, scenario.name):
        assert survive_cut(recorded, n) == (), n
