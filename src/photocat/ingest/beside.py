"""What stands beside a photo: its sidecars, found among the names of a folder, and read."""

from __future__ import annotations

import os
import stat
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from photocat.errors import FileProblem
from photocat.ingest.opening import read_bytes
from photocat.readers import is_sidecar_for, read_sidecar, sidecars_of, state
from photocat.readers.sidecar import SIDECARS
from photocat.records import ImageFile, Note, Statement, Tag

MAX_SIDECAR_BYTES = 16 * 1024 * 1024

_ENDINGS = tuple(ending for ending, _ in SIDECARS)


def is_sidecar(name: str) -> bool:
    """Whether a file is a sidecar by its name."""
    return name.lower().endswith(_ENDINGS)


class Folder:
    """The names in one folder, listed when they are first needed."""

    def __init__(self, path: str, names: Collection[str] | None = None) -> None:
        self.path = path
        self._names = names

    def sidecars_of(self, name: str) -> tuple[ImageFile, ...]:
        """The sidecars of one photo that are there to be read."""
        paths = (os.path.join(self.path, sidecar) for sidecar in self._beside(name))
        return tuple(file for path in paths if (file := _regular_file(path)) is not None)

    @cached_property
    def claimed(self) -> frozenset[str]:
        """The names of sidecars that have a photo beside them."""
        photos = [] if not self._sidecars else self._listed
        return frozenset(
            sidecar for name in photos if not is_sidecar(name) for sidecar in self._beside(name)
        )

    @cached_property
    def _listed(self) -> Collection[str]:
        if self._names is not None:
            return self._names
        try:
            return os.listdir(self.path)
        except OSError:
            return ()

    @cached_property
    def _sidecars(self) -> list[tuple[str, str]]:
        """Every sidecar's name in lower case, in order, and as it stands."""
        return sorted((name.lower(), name) for name in self._listed if is_sidecar(name))

    def _beside(self, name: str) -> tuple[str, ...]:
        """The sidecars of one photo; only names that begin like its own are looked at."""
        if not self._sidecars:
            return ()
        stem = PurePath(name.lower()).stem
        start = bisect_left(self._sidecars, (stem,))
        candidates = []
        for lower, sidecar in self._sidecars[start:]:
            if not lower.startswith(stem):
                break
            candidates.append(sidecar)
        return sidecars_of(name, candidates)


@dataclass(frozen=True, slots=True)
class Beside:
    """What the sidecars of one photo say."""

    files: tuple[ImageFile, ...] = ()
    tags: tuple[Tag, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[Note, ...] = ()


def read_beside(path: str, files: Sequence[ImageFile]) -> Beside:
    """Read the sidecars of a photo; one that cannot be read becomes a note."""
    seen: list[ImageFile] = []
    tags: list[Tag] = []
    notes: list[Note] = []
    for file in files:
        name = os.path.basename(file.path)
        try:
            file, data = read_bytes(file.path, max_bytes=MAX_SIDECAR_BYTES, follow=False)
        except FileProblem as problem:
            notes.append(Note("metadata-damaged", f"{name}: {problem}"))
        else:
            said, doubts = read_sidecar(data, name)
            if is_sidecar_for(path, name, said):
                tags += said
                notes += doubts
        seen.append(file)
    statements, doubts = state(tags)
    return Beside(tuple(seen), tuple(tags), statements, (*notes, *doubts))


def _regular_file(path: str) -> ImageFile | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return ImageFile(path, status.st_size, status.st_mtime_ns)
