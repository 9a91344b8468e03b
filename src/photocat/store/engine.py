"""How a catalog is reached: an address becomes a database that is opened safely, or a clear error.

SQLite: WAL with synchronous=FULL (what is committed survives a power cut), foreign keys on, every
write transaction BEGIN IMMEDIATE (a deferred one fails at once when another writer comes first),
nothing in the file trusted to run code, and the log of changes carried over into the file only
while nobody can write (``_checkpoint``). PostgreSQL: one writer at a time by an advisory lock, so
that both databases give out ids and meet the same photo twice in the same way.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, Literal, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from photocat.errors import CatalogDamaged, CatalogError, CatalogMissing, PhotocatError
from photocat.places import Point
from photocat.store import pages, wal
from photocat.store.complaints import explained
from photocat.store.pages import Pages
from photocat.store.wal import Log

Mode = Literal["create", "write", "read"]

APPLICATION_ID = 0x50484341
"""``PHCA``, in the header of every SQLite catalog."""

WAIT_MS = 30_000
"""How long to wait for another writer."""

SUMMED_AT_CLOSE = 128 * 1024 * 1024
"""Up to which size of a catalog its pages are summed whenever something was written. Those of a
larger one are where a tenth of it or more was."""

_WRITER = 0x70686F746F636174  # "photocat", the advisory lock of the one writer

PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "cache_size = -64000",
    "secure_delete = FAST",
    "wal_autocheckpoint = 0",
    "journal_size_limit = 1048576",
)
"""What every SQLite connection is told first; ``busy_timeout`` comes with the connection."""

WRITERS_CACHE = "cache_size = -256000"
"""What a writer is told as well. Digests and dates come in no order, so twenty thousand photos
change most pages of the indexes of a million: those that found no room would be written twice."""


@dataclass(frozen=True, slots=True)
class Database:
    """An opened database, and how to speak of it."""

    engine: Engine
    address: str
    """Without a password: fit for messages."""
    path: Path | None
    """Of a SQLite catalog."""
    pages: Pages | None = None
    """Of a SQLite catalog."""
    log: Log | None = None
    """Of a SQLite catalog."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the catalog and changes nothing."""
        with self._transaction(postgresql_readonly=True) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one write transaction: committed at the end, rolled back by any exception.

        Raises ``CatalogLocked`` when another writer keeps it for longer than ``WAIT_MS``.
        """
        self._settle()
        with self._transaction(photocat_writes=True) as connection:
            yield connection
            self.unsum(connection)
        if self.pages is not None and self.log is not None:
            self.pages.wrote = True
            size = self.log.size()
            if size > wal.SHORT:
                self.pages.written += size
                if size > wal.LONG:  # while the next batch is made ready
                    self.log.carrier = Thread(target=self._checkpoint, args=(self.log,))
                    self.log.carrier.start()
                else:
                    self._checkpoint(self.log)

    def unsum(self, connection: Connection) -> None:
        """Have the sums of pages hold no longer, as a transaction changes something."""
        if self.pages is not None:
            pages.unmake(connection)

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """As ``writing``, for what changes nothing but may be asked of a writer alone."""
        with self._transaction(photocat_writes=True) as connection:
            yield connection

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """As ``writing``, with tables free to be copied: references are looked at in the end."""
        try:
            with self._transaction(photocat_writes=True, photocat_migrates=True) as connection:
                yield connection
                if connection.dialect.name == "sqlite":
                    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                    if lost:
                        raise CatalogDamaged(f"{self.address}: {len(lost)} rows refer to nothing")
        finally:
            self.engine.dispose()

    def close(self) -> None:
        """Let go of every connection; what was written is summed first, where that costs little."""
        self._settle()
        if self.pages is not None:
            little = max(SUMMED_AT_CLOSE, 10 * self.pages.written)
            if self.pages.wrote and self.pages.size() <= little:
                self.sum_pages()
            self.engine.dispose()
            self.pages.close()
        else:
            self.engine.dispose()

    def sum_pages(self) -> None:
        """Make the sums of pages, unless somebody else reads or writes: who closes last does it."""
        if self.pages is None or self.log is None:
            return
        with suppress(PhotocatError, OSError):
            with self._transaction(photocat_writes=True) as connection:
                pages.make_room(connection)
            with self._transaction(photocat_writes=True) as connection:
                if self.log.carry_over(self.engine):
                    pages.make(connection, self.pages)
                    self.pages.wrote = False

    def _settle(self) -> None:
        """Wait until what was written last is carried over."""
        if self.log is not None and self.log.carrier is not None:
            self.log.carrier.join()
            self.log.carrier = None

    def _checkpoint(self, log: Log) -> None:
        """Carry the log over into the file, while this connection keeps every writer out.

        Left to itself, SQLite before 3.51.3 does this beside other writers, and may then take
        changes for carried over that are not, and lose them (the WAL-reset bug). A log that cannot
        be carried over now, because of a full disk for one, is by the next writer.
        """
        with suppress(PhotocatError), self._transaction(photocat_writes=True):
            log.shorten(self.engine)

    @contextmanager
    def _transaction(self, **options: Any) -> Iterator[Connection]:
        if self.engine.dialect.name == "postgresql":
            # A writer sees what was committed while it waited; a reader one state throughout.
            writes = "photocat_writes" in options
            options["isolation_level"] = "READ COMMITTED" if writes else "REPEATABLE READ"
        with explained(self.address), self.engine.connect() as connection:
            connection = connection.execution_options(**options)
            with connection.begin():
                if options.get("photocat_writes") and connection.dialect.name == "postgresql":
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {WAIT_MS}")
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")
                yield connection


def reach(address: str | Path, mode: Mode) -> Database:
    """The database at an address: a path, ``sqlite:///path`` or ``postgresql+psycopg://…``.

    Does not look whether a catalog is there, only whether there could be one. Where a SQLite file
    cannot be written to, it can still be read in every mode.
    """
    url = _url(address)
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "catalog.db")
        if mode == "create":
            _make_room(path)
        if not path.exists():
            raise CatalogMissing(f"there is no catalog at {path}; make one with photocat init")
        with explained(str(path)):
            return Database(_sqlite(path, mode), str(path), path, Pages(path), Log(path))
    name = url.render_as_string(hide_password=True)
    try:
        # A plan made once for every word is a bad plan for most: prepare nothing.
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"), connect_args={"prepare_threshold": None}
        )
    except ModuleNotFoundError as problem:
        raise CatalogError(f"{name} needs psycopg: pip install 'photocat[postgres]'") from problem
    return Database(engine, name, None)


def _url(address: str | Path) -> URL:
    if isinstance(address, Path) or "://" not in address:
        return URL.create("sqlite", database=str(address))
    try:
        url = make_url(address)
        backend = url.get_backend_name()
    except ArgumentError as problem:
        raise CatalogError(f"not an address of a catalog: {address}: {problem}") from problem
    if backend not in ("sqlite", "postgresql"):
        raise CatalogError(f"a catalog is kept in SQLite or PostgreSQL, not in {backend}")
    return url


def _sqlite(path: Path, mode: Mode) -> Engine:
    writable = mode != "read" and _is_writable(path) and _is_writable(path.parent)
    uri = path.absolute().as_uri() + "?mode=rw" if writable else readable(path)

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=WAIT_MS / 1000
        )
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("photocat_distance_m", 4, _distance_m, deterministic=True)
        if mode == "create":
            _into_wal(connection)
        return connection

    engine = create_engine("sqlite:///catalog", creator=connect)
    event.listen(engine, "begin", _begin)
    return engine


def _distance_m(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Not every build of SQLite has the sines to work it out in SQL."""
    return Point(lat, lon).distance_m(Point(other_lat, other_lon))


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _make_room(path: Path) -> None:
    """An empty file that only its owner may read, where there is none."""
    if path.exists():
        return
    try:
        path.touch(0o600)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise CatalogError(f"{path}: a catalog cannot be made here ({reason})") from problem


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("photocat_migrates"):
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    if not options.get("photocat_writes"):
        connection.exec_driver_sql("BEGIN")  # and leave a file that is only read as it is
        return
    _into_wal(cast(sqlite3.Connection, connection.connection.dbapi_connection))
    connection.exec_driver_sql(f"PRAGMA {WRITERS_CACHE}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def readable(path: Path) -> str:
    """The URI to read by: on a read-only medium a WAL catalog has no place for its shared index."""
    uri = path.absolute().as_uri()
    try:
        with closing(sqlite3.connect(uri + "?mode=ro", uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
        return uri + "?mode=ro"
    except sqlite3.OperationalError as problem:
        if not problem.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
            raise
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise CatalogError(f"{path} has changes in {wal.name}: copy both to a folder of yours")
    return uri + "?immutable=1"


def _into_wal(connection: sqlite3.Connection) -> None:
    """Change a catalog, and nothing else, to WAL, unless someone else is at it: then later."""
    if connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,):
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
