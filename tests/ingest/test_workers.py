"""A bad file costs itself: nothing else is lost, whatever it does to the process that reads it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from photocat.errors import FileProblem, PhotocatError
from photocat.ingest.workers import AHEAD, Limits, Workers, read_many

HERE = Path(__file__).parent
LIMITS = Limits(timeout=4.0, memory=400 << 20)


@pytest.fixture(autouse=True)
def _culprits_importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))


def outcomes(items: list[str], jobs: int = 2) -> dict[str, str]:
    """What became of every item: the answer, or the code of its problem."""
    import culprits

    read = list(read_many(items, culprits.read, jobs=jobs, limits=LIMITS))

    assert sorted(item for item, _ in read) == sorted(items)
    return {item: got.code if isinstance(got, FileProblem) else got for item, got in read}


CULPRITS = {
    "segfault": "crashed",
    "abort": "crashed",
    "exit": "crashed",
    "system-exit": "crashed",
    "killed": "memory",
    "hang": "timeout",
    "hang-in-c": "timeout",
    "eat": "memory",
    "refuse": "undecodable",
    "stumble": "crashed",
}


def test_among_200_files_only_the_culprits_are_lost() -> None:
    innocent = [f"photo {number}" for number in range(200 - len(CULPRITS))]
    items = innocent.copy()
    for number, culprit in enumerate(CULPRITS):
        items.insert(number * 17, culprit)

    found = outcomes(items)

    assert {item: found[item] for item in CULPRITS} == CULPRITS
    assert {item: found[item] for item in innocent} == {item: item.upper() for item in innocent}


def test_memory_that_no_limit_of_the_process_counts_is_watched_from_outside() -> None:
    import culprits

    patient = Limits(timeout=60, memory=LIMITS.memory)
    read = dict(read_many(["a", "eat-shared", "b"], culprits.read, jobs=1, limits=patient))
    problem = read["eat-shared"]

    assert isinstance(problem, FileProblem)
    assert (problem.code, problem.detail) == ("memory", "400 MiB")
    assert (read["a"], read["b"]) == ("A", "B")


def test_one_process_is_enough_to_survive() -> None:
    found = outcomes(["a", "segfault", "b", "eat", "c"], jobs=1)

    assert found == {"a": "A", "segfault": "crashed", "b": "B", "eat": "memory", "c": "C"}


def test_nothing_but_culprits_still_ends() -> None:
    items = [f"abort {number}" for number in range(5)]

    assert set(outcomes(items).values()) == {"crashed"}


def test_a_file_does_not_pay_for_what_an_earlier_one_left_behind() -> None:
    found = outcomes(["leave-a-trap", "step-into-it"], jobs=1)

    assert found["step-into-it"] == "STEP-INTO-IT"


def test_a_problem_says_what_happened() -> None:
    import culprits

    read = read_many(["segfault", "exit", "stumble x"], culprits.read, jobs=1, limits=LIMITS)
    details = {item: got.detail for item, got in read if isinstance(got, FileProblem)}

    assert details["segfault"] == "Segmentation fault"
    assert details["exit"] == "its process ended with status 7"
    assert details["stumble x"].startswith("KeyError: 'stumble x' (culprits.py:")


def test_without_processes_the_answers_are_the_same() -> None:
    items = ["a", "refuse", "stumble", "b"]

    assert outcomes(items, jobs=0) == outcomes(items, jobs=1)


def test_items_are_taken_no_faster_than_they_are_read() -> None:
    import culprits

    taken = 0

    def items() -> Iterator[str]:
        nonlocal taken
        for number in range(300):
            taken += 1
            yield str(number)

    for done, _ in enumerate(read_many(items(), culprits.read, jobs=2), start=1):
        assert taken - done <= 2 * (AHEAD + 2)


def test_a_process_is_replaced_after_its_share_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    import culprits

    monkeypatch.setattr("photocat.ingest.workers.RECYCLE_AFTER", 20)
    items = [str(number) for number in range(60)]
    pids = [pid for _, pid in read_many(items, culprits.read_pid, jobs=1)]

    assert len(pids) == 60
    assert len(set(pids)) == 3


def test_no_process_is_started_for_nothing() -> None:
    import culprits

    with Workers(lambda: culprits.read, jobs=2) as workers:
        assert list(workers.finished()) == []
        assert children(os.getpid()) == []


def test_leaving_early_ends_every_process_at_once() -> None:
    import culprits

    with Workers(lambda: culprits.read, jobs=2) as workers:
        workers.put("hang-in-c")
        workers.put("hang-in-c")
        started = children(os.getpid())
        assert len(started) == 2

    assert not any(alive(pid) for pid in started)


def test_a_reader_that_cannot_be_imported_is_an_error_that_says_so() -> None:
    sys.path.remove(str(HERE))
    import culprits

    with pytest.raises(PhotocatError, match="No module named 'culprits'"):
        list(read_many(["a"], culprits.read, jobs=1))


PARENT = """
import sys; sys.path.insert(0, {here!r})
import culprits
from photocat.ingest.workers import Limits, Workers
with Workers(lambda: culprits.read, jobs=2, limits=Limits(timeout=500)) as workers:
    workers.put("a")
    workers.put("hang-in-c")
    workers.put("hang-in-c")
    for _ in workers.finished(60): print("reading", flush=True)
    for _ in workers.finished(500): pass
"""


def hanging_parent() -> subprocess.Popen[str]:
    """A program without ``if __name__ == "__main__"`` whose workers hang."""
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT.format(here=str(HERE))], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == "reading\n"
    return parent


def test_the_workers_of_a_killed_parent_die_with_it_even_inside_a_decoder() -> None:
    with hanging_parent() as parent:
        workers = children(parent.pid)
        parent.kill()
        parent.wait()

    assert len(workers) == 2
    assert wait_until(lambda: not any(alive(pid) for pid in workers))


def test_ctrl_c_reaches_the_parent_alone_which_ends_its_workers() -> None:
    with hanging_parent() as parent:
        workers = children(parent.pid)
        assert {os.getpgid(pid) for pid in workers}.isdisjoint({os.getpgid(parent.pid)})
        parent.send_signal(signal.SIGINT)
        parent.wait()

    assert parent.returncode == -signal.SIGINT
    assert not any(alive(pid) for pid in workers)


def children(pid: int) -> list[int]:
    """The processes that ``pid`` started."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    if not path.exists():
        pytest.skip("this system does not list the children of a process")
    return [int(child) for child in path.read_text().split()]


def alive(pid: int) -> bool:
    """Whether the process runs; one that ended and waits for its parent does not."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def wait_until(condition: object, seconds: float = 20.0) -> bool:
    """Whether the condition comes true in time."""
    assert callable(condition)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return False
