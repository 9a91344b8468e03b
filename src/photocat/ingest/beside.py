"""What stands beside a photo: its sidecars, found among the names of a folder, and read."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from photocat.errors import FileProblem
from photocat.ingest.gallery import DOCUMENT, gallery_tags, is_gallery, read_gallery_file
from photocat.ingest.opening import read_bytes
from photocat.readers import (
    SIDECARS,
    Sidecar,
    is_sidecar_for,
    read_sidecar,
    sidecar_of_name,
    sidecars_among,
    state,
)
from photocat.readers.blocks import damaged
from photocat.readers.manifest import Manifest, read_manifest, row_tags
from photocat.readers.ours import theirs
from photocat.readers.read import MAX_CHARACTERS, MAX_TAGS
from photocat.records import ImageFile, Note, Statement, Tag

MAX_SIDECAR_BYTES = 16 * 1024 * 1024
MAX_MANIFEST_BYTES = 64 * 1024 * 1024


def is_manifest(name: str) -> bool:
    """Whether a file may be a manifest by its name."""
    line = sidecar_of_name(name)
    return line is not None and line.is_shared


def speaks_for_many(name: str) -> bool:
    """Whether a file that is given by hand may speak for photos, by its name."""
    return is_manifest(name) or is_gallery(name)


class Folder:
    """The names in one folder, listed when they are first needed."""

    def __init__(self, path: str, names: Collection[str] | None = None) -> None:
        self.path = path
        self._names = names
        self._found: dict[str, tuple[str, ...]] = {}

    def sidecars_of(self, name: str) -> tuple[ImageFile, ...]:
        """The sidecars of one photo that are there to be read."""
        paths = (os.path.join(self.path, each) for each in self._beside(name))
        return tuple(file for path in paths if (file := regular_file(path)) is not None)

    @cached_property
    def claimed(self) -> frozenset[str]:
        """The names of sidecars that have a photo beside them."""
        if not self._sidecars:
            return frozenset()
        photos = (name for name in self._listed if sidecar_of_name(name) is None)
        return frozenset(sidecar for photo in photos for sidecar in self._beside(photo))

    @cached_property
    def _listed(self) -> Collection[str]:
        if self._names is not None:
            return self._names
        try:
            return os.listdir(self.path)
        except OSError:
            return ()

    @cached_property
    def _sidecars(self) -> dict[str, list[str]]:
        """Names of what may be a sidecar, by their lower case."""
        by_lower: dict[str, list[str]] = {}
        for name in self._listed:
            if sidecar_of_name(name) is not None:
                by_lower.setdefault(name.lower(), []).append(name)
        return by_lower

    @cached_property
    def _lines(self) -> list[Sidecar]:
        """The kinds of sidecars that there are."""
        return [line for line in SIDECARS if any(n.endswith(line.endings) for n in self._sidecars)]

    def _beside(self, name: str) -> tuple[str, ...]:
        if name not in self._found:
            beside = sidecars_among(name, self._sidecars, self._lines) if self._sidecars else ()
            self._found[name] = beside
        return self._found[name]


@dataclass(frozen=True, slots=True)
class Beside:
    """What the sidecars of one photo say."""

    files: tuple[ImageFile, ...] = ()
    tags: tuple[Tag, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[Note, ...] = ()


def read_beside(path: str, files: Sequence[ImageFile], catalog: str = "") -> Beside:
    """Read the sidecars of a photo; one that cannot be read becomes a note.

    What ``catalog`` wrote into them itself is kept as tags, but states nothing.
    """
    seen: list[ImageFile] = []
    tags: list[Tag] = []
    evidence: list[Tag] = []
    notes: list[Note] = []
    for file in files:
        name = os.path.basename(file.path)
        try:
            if is_gallery(name):
                file, gallery = read_gallery_file(file.path, file.size, file.mtime_ns)
                said, doubts = gallery_tags(gallery, path, name)
            elif is_manifest(name):
                file, manifest = _read_shared(file.path, file.size, file.mtime_ns)
                said, doubts = row_tags(manifest, path, name)
                doubts = doubts if said else manifest.notes
            else:
                file, data = read_bytes(file.path, max_bytes=MAX_SIDECAR_BYTES, follow=False)
                said, doubts = read_sidecar(data, name, path)
        except FileProblem as problem:
            notes.append(damaged(f"{name}: {problem}"))
        except MemoryError:
            notes.append(damaged(f"{name}: it takes more memory than it may"))
        else:
            if is_sidecar_for(path, name, said):
                heard = _bounded(said)
                if len(heard) < len(said):
                    notes.append(damaged(f"{name}: says too much, the rest is not read"))
                tags += heard
                evidence += theirs(heard, catalog)
                notes += doubts
        seen.append(file)
    statements, doubts = state(evidence)
    return Beside(tuple(seen), tuple(tags), statements, (*notes, *doubts))


def _bounded(tags: Sequence[Tag]) -> tuple[Tag, ...]:
    """As many tags of one sidecar as of one carrier inside a file."""
    sizes = accumulate(len(tag.origin) + len(tag.value) for tag in tags[:MAX_TAGS])
    return tuple(tag for tag, size in zip(tags, sizes, strict=False) if size <= MAX_CHARACTERS)


def document_of(tags: Sequence[Tag]) -> str:
    """The text of the gallery that speaks for a photo, as its tags keep it."""
    return next((tag.value for tag in tags if tag.origin == DOCUMENT), "")


@lru_cache(maxsize=4)
def _read_shared(path: str, _size: int, _mtime_ns: int) -> tuple[ImageFile, Manifest]:
    """A manifest, read once by each process for all the photos that it speaks for."""
    file, data = read_bytes(path, max_bytes=MAX_MANIFEST_BYTES, follow=True)
    return file, read_manifest(data, os.path.basename(path))


def regular_file(path: str) -> ImageFile | None:
    """A regular file as it is now, not yet opened; None where there is none."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return ImageFile(path, status.st_size, status.st_mtime_ns)
