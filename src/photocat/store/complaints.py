"""What a database complains of, in our words: which catalog, what happened, what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from photocat.errors import (
    CatalogDamaged,
    CatalogError,
    CatalogLocked,
    CatalogMissing,
    PhotocatError,
    UsageError,
)

_DAMAGED = "its contents are damaged; restore a backup"
_TOO_GREAT = "it has no number of more than 64 bits; ask for a smaller one"

_SQLITE: tuple[tuple[str, type[PhotocatError], str], ...] = (
    ("SQLITE_BUSY", CatalogLocked, "another process is writing to it; try again when it is done"),
    ("SQLITE_LOCKED", CatalogLocked, "another process is writing to it; try again when it is done"),
    ("SQLITE_NOTADB", CatalogDamaged, "it is not a catalog; name another file"),
    ("SQLITE_CORRUPT", CatalogDamaged, _DAMAGED),
    ("Could not decode to UTF-8", CatalogDamaged, _DAMAGED),
    ("unsupported file format", CatalogDamaged, _DAMAGED),
    ("SQLITE_FULL", CatalogError, "the disk is full; nothing of the last batch was stored"),
    ("SQLITE_READONLY", CatalogError, "it cannot be written to; change its mode or owner"),
    ("SQLITE_PERM", CatalogError, "it may not be opened; change its mode or owner"),
    ("SQLITE_CANTOPEN", CatalogError, "it cannot be opened; see that its folder may be written to"),
    ("SQLITE_IOERR", CatalogError, "the system could not read or write it; check the medium"),
)

_POSTGRESQL: tuple[tuple[str, type[PhotocatError], str], ...] = (
    ("55P03", CatalogLocked, "another process is writing to it; try again when it is done"),
    ("3D000", CatalogMissing, "there is no such database; create it with createdb"),
    ("28", CatalogError, "the server refuses this user; check name and password"),
    ("25006", CatalogError, "it cannot be written to: the server is read-only"),
    ("42501", CatalogError, "this user may not do that; ask the owner of the database"),
    ("53100", CatalogError, "the disk of the server is full; nothing of the last batch was stored"),
    ("08", CatalogError, "the server cannot be reached; start it or check the address"),
    ("57P", CatalogError, "the server is shutting down; try again later"),
    ("XX00", CatalogDamaged, _DAMAGED),
    ("22003", UsageError, _TOO_GREAT),
    ("2201W", UsageError, "a limit is no number below 0"),
)


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turn what the database raises into errors of ours; what is our own mistake stays as it is."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as problem:
        error = _ours(getattr(problem, "orig", problem), address)
        if error is None:
            raise
        raise error from problem
    except UnicodeDecodeError as problem:  # what SQLite says of a damaged name holds that name
        raise CatalogDamaged(f"{address}: {_DAMAGED} ({problem})") from problem
    except OverflowError as problem:
        if "SQLite" not in str(problem):
            raise
        raise UsageError(f"{address}: {_TOO_GREAT}") from problem
    except Exception as problem:
        if not type(problem).__module__.startswith("psycopg"):
            raise
        error = _ours(problem, address)
        if error is None:
            raise
        raise error from problem


def _ours(problem: BaseException, address: str) -> PhotocatError | None:
    if isinstance(problem, sqlite3.Error):
        # Python's own complaints of a value have no code, and SQLite's of a format only words.
        code, table = getattr(problem, "sqlite_errorname", "SQLITE_ERROR"), _SQLITE
        if code == "SQLITE_ERROR":
            code = str(problem)
    else:
        code, table = getattr(problem, "sqlstate", None) or _unstated(problem), _POSTGRESQL
    for start, error, advice in table:
        if code.startswith(start):
            first_line = (str(problem).strip() or type(problem).__name__).splitlines()[0]
            return error(f"{address}: {advice} ({first_line})")
    return None


def _unstated(problem: BaseException) -> str:
    """A connection that was never made, or broke, gives no state; nor do mistakes of ours."""
    if type(problem).__name__ not in ("OperationalError", "InterfaceError"):
        return ""
    words = str(problem)
    if 'database "' in words and "does not exist" in words:
        return "3D000"
    return "28" if "authentication failed" in words or 'role "' in words else "08"
