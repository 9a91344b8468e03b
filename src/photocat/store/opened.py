"""A catalog that was opened: its database, its transactions, and the folder beside it."""

from __future__ import annotations

import getpass
import hashlib
import os
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from photocat.store import wal
from photocat.store.engine import Database


class Opened:
    """What every part of ``Store`` stands on."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.address = database.address
        self.who = os.environ.get("PHOTOCAT_WHO") or _user()
        """Under whose name changes are logged."""

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the catalog."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """The one write transaction, committed at the end of the ``with``."""
        return self._database.writing()

    @property
    def kept_by_readers(self) -> int:
        """Bytes of changes beside a SQLite catalog, where who reads an older state keeps many."""
        size = self._database.log.size() if self._database.log else 0
        return size if size > 4 * wal.LONG else 0

    @property
    def cache_folder(self) -> Path:
        """For what can be made again: beside a SQLite catalog, else in the user's cache folder."""
        if self._database.path:
            path = self._database.path
            return path.with_name(f"{path.stem}.previews")
        from platformdirs import user_cache_path

        return user_cache_path("photocat") / hashlib.sha256(self.address.encode()).hexdigest()[:16]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, in a container for one
        return ""
