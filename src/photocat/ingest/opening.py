"""The bytes of a file, read once, and only if nothing about it is wrong."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader

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
    Raises ``FileProblem``: ``changed-while-reading`` where the bytes may be of no one state of the
    file.
    """
    with _opened(path, follow) as (file, status):
        if status.st_size == 0:
            raise FileProblem("empty", "")
        judge(os.pread(file.fileno(), HEAD, 0))
        if status.st_size > max_bytes:
            raise FileProblem("too-many-bytes", f"{status.st_size:,} of at most {max_bytes:,}")
        data = file.read(status.st_size + 1)
    if len(data) != status.st_size:
        raise FileProblem("changed-while-reading", "")
    return ImageFile(path, status.st_size, status.st_mtime_ns), data


def read_digest(path: str) -> str:
    """SHA-256 of a regular file of any size, 64 hexadecimal digits. Raises ``FileProblem``."""
    with _opened(path, follow=True) as (file, _):
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _opened(path: str, follow: bool) -> Iterator[tuple[BufferedReader, os.stat_result]]:
    """A regular file, opened; raises if the path holds another file, or another state, at the end.

    Nothing that would block or act is ever opened: no pipe, no device, no terminal.
    """
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
    try:
        with open(os.open(path, flags if follow else flags | os.O_NOFOLLOW), "rb") as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise FileProblem("special-file", "")
            yield file, before
            after = os.stat(path, follow_symlinks=follow)
    except OSError as error:
        raise problem_of(error) from error
    if _state(before) != _state(after):
        raise FileProblem("changed-while-reading", "")


def _state(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
