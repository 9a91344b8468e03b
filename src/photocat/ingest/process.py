"""One worker process, seen from the parent: started, given files, watched and ended."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe
from typing import Any, Generic, TypeVar

from photocat.errors import FileProblem

Item = TypeVar("Item")

BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from photocat.ingest.child import serve; serve(int(sys.argv[2]), int(sys.argv[3]))"
)


SETTINGS = {
    # One thread each: the files are what is done side by side.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    # glibc gives memory back after every picture and takes it anew for the next: a millisecond or
    # two of page faults each. Let it keep 64 MiB.
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(64 << 20),
    "MALLOC_TOP_PAD_": str(16 << 20),
}
"""What every worker is told by its environment."""


@dataclass(slots=True)
class Worker(Generic[Item]):
    """A process, the two pipes that lead to it, and what it was given."""

    process: subprocess.Popen[bytes]
    channel: Connection[Any, Any]
    lifeline: int
    since: float
    """When it began what it does now, on the monotonic clock, or later: never earlier."""
    ready: bool = False
    given: int = 0
    done: int = 0
    waiting: deque[Item] = field(default_factory=deque)
    """In the order in which they were given; it is reading the first."""


def start_worker() -> Worker[Item]:
    """A new process with a channel to it."""
    channel, child_channel = Pipe()
    child_lifeline, lifeline = os.pipe()
    passed = (child_channel.fileno(), child_lifeline)
    python = (sys.executable, "-P", "-X", f"utf8={sys.flags.utf8_mode}", "-c", BOOT)
    try:
        process = subprocess.Popen(
            [*python, json.dumps(sys.path), *map(str, passed)],
            pass_fds=passed,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **SETTINGS},
            start_new_session=True,  # a Ctrl-C in the terminal is the parent's to answer
        )
    finally:
        child_channel.close()
        os.close(child_lifeline)
    return Worker(process, channel, lifeline, since=time.monotonic())


def give(worker: Worker[Item], item: Item) -> None:
    """Queue one more item; one that died in the meantime is found out by its silence."""
    if not worker.waiting and worker.ready:
        worker.since = time.monotonic()
    worker.waiting.append(item)
    worker.given += 1
    with contextlib.suppress(OSError):
        worker.channel.send(item)


def end(worker: Worker[Item]) -> None:
    """End the process whatever it does; one stuck in the kernel is left to the kernel."""
    worker.channel.close()
    os.close(worker.lifeline)
    worker.process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        worker.process.wait(timeout=1)


def cause_of_death(worker: Worker[Item]) -> FileProblem:
    """What its end says about the file that it was reading."""
    try:
        status = worker.process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return FileProblem("crashed", "its process closed the channel")
    if status == -signal.SIGKILL:
        return FileProblem("memory", "its process was killed, most likely by the system")
    if status < 0:
        return FileProblem("crashed", signal.strsignal(-status) or f"signal {-status}")
    return FileProblem("crashed", f"its process ended with status {status}")


def resident_bytes(worker: Worker[Item]) -> int:
    """Physical memory of a process; 0 where the system has no ``/proc``."""
    try:
        with open(f"/proc/{worker.process.pid}/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
