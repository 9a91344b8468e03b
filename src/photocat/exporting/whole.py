"""Files that are there whole or not at all, and never in the place of another unasked."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress

from photocat.errors import UsageError


def write_whole(path: str, pieces: Iterable[bytes], *, force: bool, lasting: bool = True) -> None:
    """Write a file beside its place, and put it there once it is whole.

    ``lasting``: once it is on the disk, so that it stays whole at a power cut.

    Raises ``UsageError`` where there is one already and it may not be replaced, or where it cannot
    be written; then what was there is as it was.
    """
    target = os.path.realpath(path)
    mode = _mode_of(path, target, force=force)
    temporary = os.path.join(os.path.dirname(target), f".photocat-{secrets.token_hex(6)}.tmp")
    try:
        # Made as any new file is: who may read it is for the user's mask to say.
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
                file.flush()
                if mode is not None:
                    os.fchmod(handle, mode)
                if lasting:
                    os.fsync(handle)
            _mode_of(path, target, force=force)
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except OSError as problem:
        raise UsageError(f"{path} cannot be written: {problem.strerror or problem}") from problem


def _mode_of(path: str, target: str, *, force: bool) -> int | None:
    """The permissions of what will be replaced; refuses what must not be."""
    try:
        there = os.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(there.st_mode):
        raise UsageError(f"{path} is no regular file; write to - and lead it there")
    if not force:
        raise UsageError(f"{path} is there already; pass --force to replace it")
    return stat.S_IMODE(there.st_mode)
