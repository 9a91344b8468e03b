"""Copies of a SQLite catalog: whole, or not there at all."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from photocat.errors import CatalogError
from photocat.store.complaints import explained
from photocat.store.engine import readable

BESIDE = ("-wal", "-shm", "-journal")
"""How the names of the files end that SQLite keeps beside its own."""


@contextmanager
def made_whole(file: Path) -> Iterator[Path]:
    """A name to write under; what is written there gets the real name once it is on the disk."""
    part = file.with_name(f".{file.name}.part")
    try:
        _clear(part)
        yield part
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(file)
        folder = os.open(file.absolute().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise CatalogError(f"{file} cannot be written ({reason})") from problem
    finally:
        _clear(part)


def _clear(part: Path) -> None:
    with suppress(OSError):
        for name in (part, *(part.with_name(part.name + end) for end in BESIDE)):
            name.unlink(missing_ok=True)


def copy_file(source: Path, target: Path) -> None:
    """SQLite's own backup: one state of the source, whoever writes to it meanwhile.

    Who may read the source may read the copy; its owner may write to it, too.
    """
    target.touch(0o600)
    target.chmod(stat.S_IMODE(source.stat().st_mode) | 0o600)
    with (
        explained(f"copying {source}"),
        closing(sqlite3.connect(readable(source), uri=True)) as before,
        closing(sqlite3.connect(target)) as copy,
    ):
        before.backup(copy)


def into_one_file(path: Path) -> None:
    """Needing no file beside it, it can be read on any medium; the first writer changes that."""
    with explained(str(path)), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
