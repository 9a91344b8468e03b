"""Worker processes that read files, where a bad file costs itself and nothing else.

A pool of the standard library loses what its dying worker's neighbours were doing, and cannot end
a worker that hangs inside a decoder. This one hands each worker a few files ahead over a pipe of
its own, answered in order, so the file that a worker died on is always known. It is ended and
replaced when it exceeds the time or the memory of one file; the files behind the culprit are
handed out again. A file that killed a worker which had read others before is tried once more in a
fresh one, so no file pays for what an earlier one left behind.

The processes are started anew rather than forked: no thread, lock or database connection of the
parent is copied, and a calling script needs no ``if __name__ == "__main__"``.
"""

from __future__ import annotations

import functools
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from types import TracebackType
from typing import Generic, TypeVar

from photocat.errors import FileProblem, PhotocatError
from photocat.ingest.child import attempt
from photocat.ingest.process import (
    Worker,
    cause_of_death,
    end,
    give,
    resident_bytes,
    start_worker,
)

Item = TypeVar("Item")
Value = TypeVar("Value")

AHEAD = 8
"""Files handed to a worker beyond the one it reads: it never waits while the parent commits."""

RECYCLE_AFTER = 1000
"""Files read by one process before it is replaced; bounds whatever a decoder leaks."""

START_LIMIT = 120.0
"""Seconds a new process may take to import its readers on a machine under load."""

LOOK = 0.25
"""Seconds between two looks at the workers' clocks and memory."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost before its worker is ended."""

    timeout: float = 20.0
    """Seconds of wall time."""
    memory: int = 1536 * 1024 * 1024
    """Bytes of the whole worker process."""


class Workers(Generic[Item, Value]):
    """``jobs`` processes that read every item put in; with 0, this process does.

    ``reader`` gives the function that reads, and is asked when the first item is put in: what
    reading needs is not imported for nothing. Function and items travel by pickle, so it is a
    function of a module, or a ``functools.partial`` of one. To be used in a ``with`` statement:
    leaving it ends every process at once, whatever it is doing.
    """

    def __init__(
        self, reader: Callable[[], Callable[[Item], Value]], *, jobs: int, limits: Limits = Limits()
    ) -> None:
        self._reader = reader
        self._jobs = jobs
        self._limits = limits
        self._workers: list[Worker[Item]] = []
        self._unassigned: deque[Item] = deque()
        self._results: deque[tuple[Item, Value | FileProblem]] = deque()
        self._looked = 0.0

    def __enter__(self) -> Workers[Item, Value]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        while self._workers:
            end(self._workers.pop())

    @property
    def room(self) -> bool:
        """Whether to put in another item; heeding it keeps the queues, and the memory, bounded."""
        return not (self._unassigned or self._results)

    @property
    def busy(self) -> bool:
        """Whether anything that was put in has not come out."""
        return not self.room or any(worker.waiting for worker in self._workers)

    def put(self, item: Item) -> None:
        """Have ``item`` read."""
        if self._jobs == 0:
            self._results.append((item, attempt(self._read, item)))
        else:
            self._unassigned.append(item)
            self._assign()

    def finished(self, timeout: float = 0.0) -> Iterator[tuple[Item, Value | FileProblem]]:
        """What has been read since the last call, waiting up to ``timeout`` seconds for some."""
        deadline = time.monotonic() + timeout
        while not self._results and self._workers:
            left = max(0.0, deadline - time.monotonic())
            speaking = wait([worker.channel for worker in self._workers], min(left, LOOK))
            for worker in [w for w in self._workers if w.channel in speaking]:
                self._receive(worker)
            self._enforce_limits()
            self._assign()
            if left == 0.0:
                break
        while self._results:
            yield self._results.popleft()

    @functools.cached_property
    def _read(self) -> Callable[[Item], Value]:
        return self._reader()

    def _assign(self) -> None:
        """Hand out what is unassigned, to the shortest queue or to a process started for it."""
        while self._unassigned:
            fit = [w for w in self._workers if w.given < RECYCLE_AFTER and len(w.waiting) <= AHEAD]
            worker = min(fit, key=lambda worker: len(worker.waiting), default=None)
            if (worker is None or worker.waiting) and len(self._workers) < self._jobs:
                worker = self._start()
            if worker is None:
                return
            give(worker, self._unassigned.popleft())

    def _start(self) -> Worker[Item]:
        worker: Worker[Item] = start_worker()
        self._workers.append(worker)
        worker.channel.send((self._read, self._limits.memory))
        return worker

    def _receive(self, worker: Worker[Item]) -> None:
        """Take the next answer of a worker that speaks, or note that it died."""
        try:
            answer = worker.channel.recv()
        except (EOFError, OSError):
            self._lose(worker, cause_of_death(worker))
            return
        worker.since = time.monotonic()
        if not worker.ready:
            if answer is not None:
                raise PhotocatError(f"a reading process could not start:\n{answer}")
            worker.ready = True
        elif isinstance(answer, FileProblem) and answer.code == "memory":
            self._lose(worker, answer)
        else:
            worker.done += 1
            self._results.append((worker.waiting.popleft(), answer))
            if worker.given >= RECYCLE_AFTER and not worker.waiting:
                self._workers.remove(worker)
                end(worker)

    def _enforce_limits(self) -> None:
        """End every worker that has spent too long on one file, or holds too much memory."""
        now = time.monotonic()
        if now - self._looked < LOOK:
            return
        self._looked = now
        for worker in [w for w in self._workers if w.waiting and not w.channel.poll()]:
            timeout = self._limits.timeout if worker.ready else START_LIMIT
            if now - worker.since > timeout:
                self._lose(worker, FileProblem("timeout", f"{timeout:g} seconds"))
            elif resident_bytes(worker) > self._limits.memory * 1.1:
                self._lose(worker, FileProblem("memory", f"{self._limits.memory >> 20} MiB"))

    def _lose(self, worker: Worker[Item], problem: FileProblem) -> None:
        """Part with a worker for what its current file did; the files behind it are innocent."""
        self._workers.remove(worker)
        end(worker)
        if not worker.ready:
            raise PhotocatError(f"a reading process could not start: {problem.detail}")
        if not worker.waiting:
            return
        culprit = worker.waiting.popleft()
        self._unassigned.extendleft(reversed(worker.waiting))
        if worker.done and problem.code != "timeout":
            give(self._start(), culprit)
        else:
            self._results.append((culprit, problem))


def read_many(
    items: Iterable[Item],
    read: Callable[[Item], Value],
    *,
    jobs: int,
    limits: Limits = Limits(),
) -> Iterator[tuple[Item, Value | FileProblem]]:
    """Every item with what ``read`` made of it or the problem it met, in the order of completion.

    Takes no more from ``items`` than the workers can hold.
    """
    with Workers(lambda: read, jobs=jobs, limits=limits) as workers:
        for item in items:
            workers.put(item)
            yield from workers.finished()
            while not workers.room:
                yield from workers.finished(LOOK)
        while workers.busy:
            yield from workers.finished(LOOK)
