"""A write taken back: sidecars that were there before are put back, others removed.

Only where every one of them still is what was written; else nothing is touched.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from typing import TYPE_CHECKING

from photocat.errors import UsageError
from photocat.records import ImageFile
from photocat.writing.sidecar import replace_file, sync_folder

if TYPE_CHECKING:
    from photocat.store import Store
    from photocat.store.written import ToPutBack

ABSENT = ""
"""The digest of no file."""


def put_back(store: Store, txn: int, *, note: str | None = None) -> int:
    """Let stand again what stood before a transaction wrote sidecars; the new transaction.

    Raises ``UsageError`` where something has been changed since, or was written into the photos
    themselves; then nothing is touched. What is back already, from a run that was cut off, is left.
    """
    written = store.read_written(txn)
    if not written:
        raise UsageError(f"transaction {txn} wrote nothing")
    _refuse_what_cannot_be(txn, written)
    back: list[tuple[ToPutBack, ImageFile | None]] = []
    for each in reversed(written):
        if _digest(each.path) != (each.old or ABSENT):
            if each.before is None:
                os.unlink(each.path)
                sync_folder(os.path.dirname(each.path) or ".")
            else:
                mode = stat.S_IMODE(os.stat(each.path).st_mode)
                replace_file(each.path, each.before, mode=mode)
        back.append((each, _file(each.path)))
    return store.add_put_back(txn, back, note)


def _refuse_what_cannot_be(txn: int, written: Sequence[ToPutBack]) -> None:
    for each in written:
        if each.old and each.before is None:
            raise UsageError(
                f"transaction {txn} wrote into the photos themselves, of which no copy is kept:"
                f" {each.path}; undo what was said, and write --embed again"
            )
        if _digest(each.path) not in (each.new, each.old or ABSENT):
            raise UsageError(
                f"{each.path} is not what transaction {txn} wrote; nothing is put back"
            )


def _digest(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ABSENT


def _file(path: str) -> ImageFile | None:
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return None
    return ImageFile(path, status.st_size, status.st_mtime_ns)
