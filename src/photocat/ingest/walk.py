"""From paths to files: everything that lies under them, each exactly once, opened by nobody yet.

The order is that of the path names' bytes, whatever the file system answers. A folder or file that
is not looked into is listed with the reason; what is named on the command line is looked into even
if it is hidden or a symbolic link.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from photocat.errors import FileProblem
from photocat.ingest.beside import Folder
from photocat.ingest.listed import Listed, problem_of
from photocat.readers.sidecar import sidecar_of_name
from photocat.records import ImageFile

SYSTEM_FOLDERS = frozenset(
    ("@eaDir", "#recycle", "$RECYCLE.BIN", "System Volume Information", "__MACOSX", "lost+found")
)
"""Folders that a network drive or an operating system keeps for itself: hidden, but by no dot."""


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file with bytes in it, not yet opened."""

    file: ImageFile
    sidecars: tuple[ImageFile, ...] = ()
    """The files beside it that belong to it, by their names."""
    linked: bool = False
    """Whether the path is a symbolic link that is to be followed."""
    known: tuple[str, ...] = ()
    """SHA-256 digests of catalogued photos of this size, whose pictures need not be seen again."""


def walk(
    roots: Sequence[str],
    *,
    hidden: bool = False,
    follow_symlinks: bool = False,
    own: Collection[str] = (),
) -> Iterator[Found | Listed]:
    """Everything under ``roots``: files to read, and what is listed instead.

    ``roots`` are absolute and each named once (see ``roots.roots_of``). ``own`` are files and
    folders of photocat itself, never looked into wherever they are met.
    """
    trip = _Trip(
        hidden,
        follow_symlinks,
        frozenset(roots),
        tuple(os.path.realpath(root) for root in roots),
        {_identity(os.stat(path)) for path in own if os.path.exists(path)},
    )
    siblings = Folder("")
    for root in roots:
        folder = os.path.dirname(root)
        if siblings.path != folder:
            siblings = Folder(folder)
        yield from _walk_below(root, siblings, trip)


@dataclass(frozen=True, slots=True)
class _Trip:
    hidden: bool
    follow_symlinks: bool
    named: frozenset[str]
    real_roots: tuple[str, ...]
    own: set[tuple[int, int]]
    entered: set[tuple[int, int]] = field(default_factory=set)
    """Folders entered so far, where links are followed: they alone can lead in circles."""


def _walk_below(root: str, siblings: Folder, trip: _Trip) -> Iterator[Found | Listed]:
    """One root and everything under it. Its own stack: folders nest deeper than calls may."""
    pending = [(siblings, [os.path.basename(root)])]
    while pending:
        folder, names = pending[-1]
        if not names:
            pending.pop()
            continue
        path = os.path.join(folder.path, names.pop())
        if path in trip.named and path != root:
            continue
        try:
            entry = _look_at(path, folder, trip)
        except OSError as error:
            yield Listed(path, problem_of(error))
            continue
        if not isinstance(entry, _Enter):
            yield entry
            continue
        if entry.link is not None:
            yield entry.link
        try:
            inside = _names_in_order(path, trip.follow_symlinks)
        except OSError as error:
            yield Listed(path, problem_of(error))
            continue
        pending.append((Folder(path, tuple(inside)), inside[::-1]))


@dataclass(frozen=True, slots=True)
class _Enter:
    """To be entered; ``link`` is what is said of the link that led here, if one did."""

    link: Listed | None = None


def _look_at(path: str, siblings: Folder, trip: _Trip) -> Found | Listed | _Enter:
    name = os.path.basename(path)
    named = path in trip.named
    if not (named or trip.hidden) and (name.startswith(".") or name in SYSTEM_FOLDERS):
        return Listed(path, FileProblem("hidden", ""))
    status = os.lstat(path)
    link = None
    if linked := stat.S_ISLNK(status.st_mode):
        if not (named or trip.follow_symlinks):
            return Listed(path, FileProblem("symlink", f"to {os.readlink(path)}"))
        target = os.path.realpath(path)
        if not os.path.exists(target):
            return Listed(path, FileProblem("symlink", f"leads nowhere: {target}"))
        status = os.stat(path)
        if not named and (_lies_in(target, trip.real_roots) or _identity(status) in trip.entered):
            return Listed(path, FileProblem("symlink-loop", target))
        link = None if named else Listed(path, FileProblem("symlink", f"followed to {target}"))
    if _identity(status) in trip.own:
        return Listed(path, FileProblem("not-a-photo", "photocat's own"))
    if stat.S_ISDIR(status.st_mode):
        if trip.follow_symlinks:
            trip.entered.add(_identity(status))
        return _Enter(link)
    if not stat.S_ISREG(status.st_mode):
        return Listed(path, FileProblem("special-file", ""))
    if (sidecar := sidecar_of_name(name)) is not None:
        if name in siblings.claimed:
            return Listed(path, FileProblem("sidecar", ""))
        if sidecar.is_nothing_else:
            return Listed(path, FileProblem("orphan-sidecar", ""))
    if status.st_size == 0:
        return Listed(path, FileProblem("empty", ""))
    file = ImageFile(path, status.st_size, status.st_mtime_ns)
    return Found(file, siblings.sidecars_of(name), linked)


def _names_in_order(folder: str, follow_symlinks: bool) -> list[str]:
    """The names in a folder, so that the paths below come in the order of their bytes."""

    def key(entry: os.DirEntry[str]) -> bytes:
        leads_on = follow_symlinks and entry.is_symlink() and os.path.isdir(entry.path)
        is_folder = leads_on or entry.is_dir(follow_symlinks=False)
        return os.fsencode(entry.name) + (b"/" if is_folder else b"")

    with os.scandir(folder) as entries:
        return [name for _, name in sorted((key(entry), entry.name) for entry in entries)]


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _lies_in(path: str, folders: Sequence[str]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip("/") + "/") for folder in folders)
