"""The named files and folders, and whether they are what they were."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from photocat.errors import SourceRefused
from photocat.ingest.walk import Found, walk

if TYPE_CHECKING:
    from photocat.ingest.options import IngestOptions
    from photocat.store import Store


def roots_of(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths made absolute, each named once."""
    return tuple(dict.fromkeys("/" + os.path.abspath(path).lstrip("/") for path in paths))


def devices_of(roots: Sequence[str]) -> dict[str, list[int]]:
    """The number of the device that each root lies on, and the id that its file system has."""
    return {
        root: [os.stat(root).st_dev, os.statvfs(root).f_fsid]
        for root in roots
        if os.path.exists(root)
    }


def refuse_the_unexpected(store: Store, roots: Sequence[str], options: IngestOptions) -> None:
    """Raise ``SourceRefused`` for a root that is absent, or empty where the catalog knows files.

    So it is for one that lies on another device than when it was read last. That is how a drive
    looks which is not mounted. With ``accept_missing``, files that the catalog knows there count
    as gone; a root that it knows nothing of is refused all the same.
    """
    for root in roots:
        absent = not os.path.exists(root)
        moved = not absent and not options.accept_missing and _has_moved(store, root)
        held = not absent and (not os.path.isdir(root) or _holds_files(root, options))
        if held and not moved:
            continue
        known = sum(file.state == "present" for file in store.known_files([root]).values())
        if absent and not (known and options.accept_missing):
            raise SourceRefused(f"{root} is not there: is its drive mounted?{_hint(known)}")
        if known and moved:
            raise SourceRefused(
                f"{root} is on another device than before: is the right drive mounted?"
                f"{_hint(known)}"
            )
        if known and not options.accept_missing:
            raise SourceRefused(f"{root} holds no files: is its drive mounted?{_hint(known)}")


def _has_moved(store: Store, root: str) -> bool:
    """Whether a root lies elsewhere than when it was read last.

    Numbers of devices change when a machine starts, ids of file systems when a disk is replaced.
    Both differ only where another one is mounted, or none.
    """
    before = store.last_device(root)
    now = devices_of([root])[root]
    return before is not None and not any(a == b for a, b in zip(before, now, strict=True))


def _holds_files(root: str, options: IngestOptions) -> bool:
    entries = walk([root], hidden=options.hidden, follow_symlinks=options.follow_symlinks)
    return any(isinstance(entry, Found) for entry in entries)


def _hint(known: int) -> str:
    if not known:
        return ""
    return f" The catalog knows {known:,} files there; --accept-missing says that they are gone."
