"""The flow: what is believed of each file is put beside it, and the catalog is told.

files of the photos ─ unchanged since they were read? ─ believed ─ edited sidecar ─ replaced
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from photocat.errors import FileProblem
from photocat.preferred import preferred
from photocat.readers import is_sidecar_for, read_sidecar
from photocat.records import ImageFile
from photocat.writing.outcomes import Refused, WriteOptions, Wrote
from photocat.writing.packet import BrokenPacket
from photocat.writing.sidecar import edited, extension_of, replace_file, sidecar_path
from photocat.writing.values import wanted

if TYPE_CHECKING:
    from photocat.store import Store
    from photocat.store.written import Told, Written

AT_A_TIME = 100
"""Photos whose statements are read together."""

MAX_SIDECAR_BYTES = 16 * 1024 * 1024


def write(store: Store, photo_ids: Collection[int], options: WriteOptions) -> Iterator[Wrote]:
    """Write what is believed of photos beside each of their files: what became of each.

    One file that cannot be written never stops the rest. Every one that is, is logged at once.
    """
    if options.embed:
        from photocat.writing.embed import find_exiftool

        tool = find_exiftool()
    else:
        tool = None
    ordered = sorted(photo_ids)
    catalog = store.identity()
    if options.dry_run:
        for start in range(0, len(ordered), AT_A_TIME):
            for told in store.told_by_file(ordered[start : start + AT_A_TIME]):
                yield _write_one(told, catalog, options, tool)[0]
        return
    run_id = store.begin_run("write", options={"style": options.style, "embed": options.embed})
    counts: dict[str, int] = {}
    finished = False
    try:
        for start in range(0, len(ordered), AT_A_TIME):
            for told in store.told_by_file(ordered[start : start + AT_A_TIME]):
                wrote, record = _write_one(told, catalog, options, tool)
                if record is not None:
                    store.add_written(run_id, [record])
                counts[wrote.outcome] = counts.get(wrote.outcome, 0) + 1
                yield wrote
        finished = True
    finally:
        store.end_run(run_id, counts, "done" if finished else "interrupted")


def _write_one(
    told: Told, catalog: str, options: WriteOptions, tool: str | None
) -> tuple[Wrote, Written | None]:
    path = told.file.path
    target = path if options.embed else sidecar_path(path, options.style)
    try:
        if not options.force:
            _refuse_the_changed(told.file, "the file")
        if tool is not None:
            from photocat.writing.embed import embed

            return embed(told, tool, catalog, dry_run=options.dry_run)
        return _write_sidecar(told, target, catalog, options)
    except (Refused, FileProblem) as refused:
        return Wrote(path, target, "refused", reason=str(refused)), None
    except OSError as error:
        reason = f"{error.strerror or error}: {os.path.dirname(target)}"
        return Wrote(path, target, "refused", reason=reason), None


def _write_sidecar(
    told: Told, target: str, catalog: str, options: WriteOptions
) -> tuple[Wrote, Written | None]:
    from photocat.store.written import Written

    path = told.file.path
    known = {file.path: file for file in told.sidecars}
    before = _regular_file(target)
    if before is not None and not options.force:
        if target not in known:
            raise Refused("there is a sidecar that was never read; run ingest first")
        _refuse_the_changed(known[target], "its sidecar")
    existing = _read(target) if before is not None else None
    if existing and not is_sidecar_for(path, target, read_sidecar(existing, target, path)[0]):
        raise Refused("the sidecar of this name is that of another photo")
    extension = extension_of(path) if options.style == "stem" else ""
    try:
        new = edited(
            existing,
            wanted(preferred(told.statements)),
            catalog=catalog,
            extension=extension,
        )
    except (BrokenPacket, RecursionError) as broken:
        raise Refused(f"its sidecar is damaged and cannot be edited: {broken}") from broken
    if not new.changed:
        return Wrote(path, target, "unchanged"), None
    if options.dry_run:
        return Wrote(path, target, "would write", new.changed), None
    if _regular_file(target) != before:
        raise Refused("its sidecar is being changed by another program")
    replace_file(target, new.data, mode=_mode(target if before else path))
    now = _regular_file(target)
    if now is None:
        raise Refused("its sidecar is gone as soon as it was written")
    sidecars = tuple((known | {target: now}).values())
    return Wrote(path, target, "written", new.changed), Written(
        told.file_id,
        told.photo_id,
        target,
        hashlib.sha256(existing).hexdigest() if existing is not None else None,
        hashlib.sha256(new.data).hexdigest(),
        new.changed,
        sidecars,
        existing,
    )


def _refuse_the_changed(known: ImageFile, what: str) -> None:
    now = _regular_file(known.path)
    if now is None:
        raise Refused(f"{what} is not there; run ingest")
    if (now.size, now.mtime_ns) != (known.size, known.mtime_ns):
        raise Refused(f"{what} has changed since it was read; run ingest first, or pass --force")


def _regular_file(path: str) -> ImageFile | None:
    """A file as it is now; refuses what is no regular file and so must not be replaced."""
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise Refused("it is no regular file")
    return ImageFile(path, status.st_size, status.st_mtime_ns)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        data = file.read(MAX_SIDECAR_BYTES + 1)
    if len(data) > MAX_SIDECAR_BYTES:
        raise Refused("its sidecar is too large")
    return data


def _mode(path: str) -> int:
    """The permissions of a file: a sidecar may be read by whom its photo may."""
    return stat.S_IMODE(os.stat(path).st_mode) & 0o666 | stat.S_IWUSR
