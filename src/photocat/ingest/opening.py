"""The bytes of a file, read once, and only if nothing about it is wrong."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable

from photocat.errors import FileProblem
from photocat.ingest.listed import problem_of
from photocat.records import ImageFile

HEAD = 65_536
"""Bytes from the beginning by which a file is judged before it is read."""


def read_bytes(
    path: str,
    *,
    max_bytes: int,
    follow: bool,
    judge: Callable[[bytes], object] = len,
) -> tuple[ImageFile, bytes]:
    """All bytes of a regular file, and the file as it was when they were read.

    ``judge`` sees the first bytes and may raise; ``follow`` allows ``path`` to be a symbolic link.
    Nothing that would block or act is ever opened: no pipe, no device, no terminal. Raises
    ``FileProblem``; ``changed-while-reading`` where the bytes may be of no one state of the file.
    """
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
    try:
        with open(os.open(path, flags if follow else flags | os.O_NOFOLLOW), "rb") as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise FileProblem("special-file", "")
            if before.st_size == 0:
                raise FileProblem("empty", "")
            judge(os.pread(file.fileno(), HEAD, 0))
            if before.st_size > max_bytes:
                raise FileProblem("too-many-bytes", f"{before.st_size:,} of at most {max_bytes:,}")
            data = file.read(before.st_size + 1)
            after = os.stat(path, follow_symlinks=follow)
    except OSError as error:
        raise problem_of(error) from error
    if _state(before) != _state(after) or len(data) != before.st_size:
        raise FileProblem("changed-while-reading", "")
    return ImageFile(path, before.st_size, before.st_mtime_ns), data


def _state(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
