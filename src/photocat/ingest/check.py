"""Whether the files that the catalog knows are there, are what they were, and are all there are."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from photocat.errors import FileProblem
from photocat.ingest.listed import problem_of
from photocat.ingest.opening import read_digest
from photocat.ingest.walk import Found, walk

if TYPE_CHECKING:
    from photocat.store import KnownFile, Store

Finding = dict[str, Any]

AT_A_TIME = 500
"""Photos whose digests are asked for together."""

MOST_NAMED = 10

CHANGED = "has changed since it was read"


def check_files(
    store: Store, *, full: bool = False, photos: Collection[int] | None = None
) -> list[Finding]:
    """Findings as ``{check, ok, detail}``: one for every file that is not as it was, and a summary.

    A file that an ingest has marked as missing is no fault, nor is one that no ingest has met. With
    ``full`` every file is read, and its digest compared; else its size and time are. Those of some
    ``photos``, or all.
    """
    known = sorted(
        (path, file)
        for path, file in store.known_files(["/"]).items()
        if photos is None or file.photo_id in photos
    )
    present = [(path, file) for path, file in known if file.state == "present"]
    faults = [
        {"check": "files", "ok": False, "detail": f"{path}: {fault}"}
        for path, fault in (_digests(store, present) if full else _states(present))
    ]
    missing = sum(file.state == "missing" for _, file in known)
    detail = f"{len(present) - len(faults):,} as they were"
    if missing:
        detail += f"; {missing:,} marked as missing"
    found = [*faults, {"check": "files", "ok": not faults, "detail": detail}]
    return [*found, _untracked(store, known)] if photos is None else found


def _untracked(store: Store, known: list[tuple[str, KnownFile]]) -> Finding:
    """Names files in the folders of ingests that the catalog neither knows nor lists."""
    paths = [path for path, _ in known]
    met = set(paths)
    met.update(sidecar.path for _, file in known for sidecar in file.sidecars)
    met.update(problem.path for problem in store.known_problems(["/"]))
    own = (store.address, str(store.cache_folder))
    new: dict[str, None] = {}
    for root, options in store.roots_of_ingests().items():
        inside = root.rstrip("/") + "/"
        at = bisect_left(paths, inside)
        if not (paths[at : at + 1] and paths[at].startswith(inside) and os.path.isdir(root)):
            continue  # nothing of it is known any more
        choices = {name: bool(options.get(name)) for name in ("hidden", "follow_symlinks")}
        for entry in walk([root], own=own, **choices):
            if isinstance(entry, Found) and entry.file.path not in met:
                new[entry.file.path] = None
    named = ", ".join([*new][:MOST_NAMED]) + (", …" if len(new) > MOST_NAMED else "")
    detail = f"{len(new):,} that no ingest has met: {named}" if new else "every file was met"
    return {"check": "untracked", "ok": True, "detail": detail}


def _states(files: list[tuple[str, KnownFile]]) -> Iterator[tuple[str, str]]:
    for path, file in files:
        fault = _fault(path, file)
        if fault is not None:
            yield path, fault


def _digests(store: Store, files: list[tuple[str, KnownFile]]) -> Iterator[tuple[str, str]]:
    for start in range(0, len(files), AT_A_TIME):
        some = files[start : start + AT_A_TIME]
        shapes = store.read_shapes(sorted({file.photo_id for _, file in some}))
        digests = {shape["id"]: shape["sha256"] for shape in shapes}
        for path, file in some:
            fault = _fault(path, file)
            if fault in (None, CHANGED):
                try:
                    same = read_digest(path) == digests[file.photo_id]
                except FileProblem as problem:
                    fault = str(problem)
                else:
                    other = fault or "its bytes are others, though size and time are not"
                    fault = None if same else other
            if fault is not None:
                yield path, fault


def _fault(path: str, file: KnownFile) -> str | None:
    """What is wrong with a file by its size and time."""
    try:
        status = os.stat(path)
    except OSError as error:
        return "is not there" if not os.path.lexists(path) else str(problem_of(error))
    if (status.st_size, status.st_mtime_ns) != (file.size, file.mtime_ns):
        return CHANGED
    return None
