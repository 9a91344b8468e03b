"""The log beside a SQLite catalog, in which changes stand until they are carried over.

It begins anew when all of it is carried over and nobody reads in it. Where each reader begins
before another ends that would never be, and it would grow by all that is written. So once it is
long, readers are waited for a little, by who keeps every writer out. One who reads one state for
hours lets it grow all the same: it is emptied after that.
"""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from threading import Thread

from sqlalchemy import Engine

SHORT = 4 * 1024 * 1024
"""Bytes it may grow to before it is carried over."""

LONG = 64 * 1024 * 1024
"""Bytes it may grow by before readers are waited for."""

PATIENCE = 1.0
"""Seconds that those are waited for, at most, who read a state that is not the last."""


class Log:
    """The write-ahead log of one catalog. To carry it over, one must be its only writer."""

    def __init__(self, catalog: Path) -> None:
        self._path = catalog.with_name(catalog.name + "-wal")
        self._waited_at = 0
        """How long it was when readers were waited for; what they keep in it is no longer."""
        self.carrier: Thread | None = None
        """Who carries over what a long transaction wrote, while its writer does something else."""

    def size(self) -> int:
        try:
            return self._path.stat().st_size
        except FileNotFoundError:
            return 0

    def carry_over(self, engine: Engine) -> bool:
        """Carry over what nobody needs in it any more; whether that was all of it."""
        with closing(engine.raw_connection()) as beside:
            row = beside.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        busy, log, done = row or (1, 0, 0)
        return not busy and log == done

    def shorten(self, engine: Engine) -> None:
        """Carry it over, and where it has become long see that the next writer begins it anew.

        Who begins to read while nothing is added needs the last state alone, and nothing of the
        log once that is carried over: so all are waited for who began before.
        """
        size = self.size()
        self._waited_at = min(self._waited_at, size)
        begun = time.monotonic()
        carried = self.carry_over(engine)
        if size - self._waited_at < LONG:
            return
        self._waited_at = size
        while not carried and time.monotonic() - begun < PATIENCE:
            time.sleep(PATIENCE / 50)
            carried = self.carry_over(engine)
        if carried:
            time.sleep(2 * (time.monotonic() - begun))  # for who began to read in it meanwhile
