"""What the catalog knows of the files under some roots: what to read again, and what is gone."""

from __future__ import annotations

import functools
import os
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING

from photocat.errors import FileProblem
from photocat.ingest.beside import regular_file, speaks_for_many
from photocat.ingest.listed import Listed
from photocat.ingest.walk import Found
from photocat.records import Added, ImageFile

if TYPE_CHECKING:
    from photocat.store import KnownFile, Problem, Store

PASSING = frozenset(("unreadable", "io-error", "vanished", "changed-while-reading"))
"""Problems that may be over though the file's size and time are the same."""

AT_A_TIME = 200
"""Paths of vanished files that are marked in one transaction."""


class Known:
    """Files and problems under ``roots``, each forgotten as it is met again: what stays was not."""

    def __init__(self, store: Store, roots: Sequence[str], *, retry: bool = False) -> None:
        self._store = store
        self._files: dict[str, KnownFile] = store.known_files(roots)
        self._problems: dict[str, Problem] = {
            problem.path: problem
            for problem in store.known_problems(roots)
            if problem.severity != "warned"
        }
        self._retry = retry
        self._manifests: dict[str, ImageFile | None] = {}
        self._sizes: tuple[array[int], array[int]] | None = None

    def recall(self, found: Found) -> Added | Listed | None:
        """What became of a file when it was read as it is now, or None if it must be read."""
        path, file = found.file.path, found.file
        before = self._files.get(path)
        if (
            before is not None
            and before.state != "changed"
            and path not in self._problems
            and _is_same(before, file)
            and sorted(map(_state, before.sidecars)) == sorted(map(_state, found.sidecars))
        ):
            del self._files[path]
            return Added(path, "known", before.photo_id)
        problem = self._problems.pop(path, None)
        if (
            problem is not None
            and _is_same(problem, file)
            and problem.version == _our_version()
            and problem.code not in PASSING
            and not self._retry
        ):
            return Listed(path, FileProblem(problem.code, problem.detail), file)
        return None

    def digests_of(self, size: int) -> tuple[str, ...]:
        """The digests of the photos of a size that were catalogued before, without a problem."""
        if self._sizes is None:
            self._sizes = self._store.sizes()
        sizes, ids = self._sizes
        here = ids[bisect_left(sizes, size) : bisect_right(sizes, size)]
        return self._store.sound_digests(here) if here else ()

    def captions_of(self, path: str) -> tuple[ImageFile, ...]:
        """What spoke for a file among others when it was read last, as it is now."""
        before = self._files.get(path)
        files = (self._manifest(s.path) for s in before.sidecars) if before else ()
        return tuple(file for file in files if file is not None)

    def _manifest(self, path: str) -> ImageFile | None:
        if path not in self._manifests:
            self._manifests[path] = regular_file(path) if speaks_for_many(path) else None
        return self._manifests[path]

    def is_listed(self, entry: Listed) -> bool:
        """Whether a file or folder that is not read is listed so already."""
        problem = self._problems.pop(entry.path, None)
        return problem is not None and problem.code == entry.problem.code

    def confirm(self, path: str) -> None:
        """A file was read and stored: whatever was known of it is brought up to date."""
        self._files.pop(path, None)

    def forget_vanished(self, run_id: int) -> None:
        """List what was not met any more no longer, unless it is there and was not looked for."""
        gone = [
            path
            for path in self._problems
            if not os.path.lexists(path) or os.path.isdir(path)  # a folder that was entered
        ]
        if gone:
            self._store.forget_failures(run_id, gone)

    def mark_missing(self, run_id: int) -> int:
        """Date the absence of every known file that is not there any more; returns how many."""
        gone = [
            path
            for path, file in sorted(self._files.items())
            if file.state == "present" and not _is_there(path, file)
        ]
        for start in range(0, len(gone), AT_A_TIME):
            some = gone[start : start + AT_A_TIME]
            there = self._store.known_files(some).keys() - set(some)
            self._store.mark_missing(run_id, some, there)
        return len(gone)


@functools.cache
def _our_version() -> str:
    return version("photocat")


def _is_there(path: str, before: KnownFile) -> bool:
    """Whether a file lies where it was, as it was; one that cannot be looked at is not absent."""
    try:
        status = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return _is_same(before, ImageFile(path, status.st_size, status.st_mtime_ns))


def _is_same(before: KnownFile | Problem, now: ImageFile) -> bool:
    return (before.size, before.mtime_ns) == (now.size, now.mtime_ns)


def _state(file: ImageFile) -> tuple[str, int, int]:
    return file.path, file.size, file.mtime_ns
