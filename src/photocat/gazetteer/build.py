"""Places into one indexed SQLite file, and no file at all when that fails.

places      one row each
names       key -> places, in the order in which a name is looked up
skeletons   country and consonants -> places: spellings of one name within a country
members     codes and places of which a region is made
parents     child -> parent, as a dump's hierarchy has them
cells       what lies in each cell of half a degree (see ``points``)
about       what the file was built from

Rows are set down as they come, then sorted once by SQLite on disk: memory does not grow with them.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from photocat.garbage import uncollected
from photocat.gazetteer.entry import ARTICLE, HISTORICAL, NAME, OTHER, Entry
from photocat.gazetteer.keys import TRANSLITERATED, bare_key, key, skeleton
from photocat.gazetteer.place import WIDE
from photocat.gazetteer.points import cell_of, packed

SCHEMA = """
CREATE TABLE places (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 TEXT,
    lat REAL NOT NULL, lon REAL NOT NULL, radius_m REAL NOT NULL, population INTEGER NOT NULL,
    weight REAL NOT NULL
) STRICT;
CREATE TABLE names (
    key TEXT NOT NULL, place INTEGER NOT NULL, how INTEGER NOT NULL, since INTEGER, until INTEGER,
    PRIMARY KEY (key, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE skeletons (
    country TEXT NOT NULL, skeleton TEXT NOT NULL, place INTEGER NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (country, skeleton, place, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE members (
    part TEXT NOT NULL, region INTEGER NOT NULL, PRIMARY KEY (part, region)
) STRICT, WITHOUT ROWID;
CREATE TABLE parents (
    child INTEGER NOT NULL, parent INTEGER NOT NULL, PRIMARY KEY (child, parent)
) STRICT, WITHOUT ROWID;
CREATE TABLE cells (cell INTEGER PRIMARY KEY, spots BLOB NOT NULL) STRICT;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE staged.names (key, place, how, since, until);
CREATE TABLE staged.skeletons (country, skeleton, place, key);
CREATE TABLE staged.spots (cell, place, lat, lon);
"""
SORTED = (
    (
        "names",
        """INSERT OR IGNORE INTO names SELECT * FROM staged.names
        ORDER BY key, place, how > 1, since IS NULL AND until IS NULL, how""",
    ),
    (
        "spellings",
        "INSERT OR IGNORE INTO skeletons SELECT * FROM staged.skeletons ORDER BY 1, 2, 3, 4",
    ),
    (
        "countries and provinces",
        """CREATE INDEX containers ON places (kind, country, admin1, name)
        WHERE kind IN ('country', 'admin1')""",
    ),
)
"""What is made of the staged rows, as told to people and as SQL."""

VERSION = 12
"""Of the schema and of what the keys are made of; a new one makes every file be built anew."""

LONGEST_KEY = 60
CHUNK = 20_000
"""Places that are held in memory at once."""
CACHE_KB = 64_000
STAGED_CACHE_KB = 2_000
"""What is staged is written once and read once, in order."""

TOLD_EVERY = 100_000

MoreName = tuple[int, str | None, str, int, int | None, int | None]
"""A further name: of which place, in which country, as written, how, first and last year."""

Progress = Callable[[str], None]


def build(
    path: Path,
    entries: Iterable[Entry],
    about: dict[str, str],
    say: Progress | None = None,
    *,
    names: Iterable[MoreName] = (),
    members: Iterable[tuple[str, int]] = (),
    parents: Iterable[tuple[int, int]] = (),
) -> None:
    """Write the file, whole or not at all; of two places with one id the first is kept.

    ``names`` are further names of these places, asked for when every place was read; ``members``
    the parts of regions (see ``tables.regions``), ``parents`` pairs of a child and what contains
    it. Beside the file there must be room for twice its size while it is made.
    """
    folder = Path(tempfile.mkdtemp(prefix=unfinished(path), dir=path.parent))
    try:
        part = folder / "part.sqlite"
        with uncollected(), closing(sqlite3.connect(part, isolation_level=None)) as connection:
            connection.execute("ATTACH ? AS staged", (str(folder / "staged.sqlite"),))
            _fill(connection, entries, say or _silent, names)
            _relate(connection, members, parents)
            _finish(connection, about, say or _silent)
        with part.open("rb") as whole:
            os.fsync(whole.fileno())
        part.replace(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unfinished(path: Path) -> str:
    """How the names of folders begin in which this file is being made."""
    return f".{path.name}-"


def clear_unfinished(path: Path) -> None:
    """Remove what a build of this file left that was killed; nobody may be building it."""
    for folder in path.parent.glob(f"{unfinished(path)}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _fill(
    connection: sqlite3.Connection,
    entries: Iterable[Entry],
    say: Progress,
    names: Iterable[MoreName],
) -> None:
    """Set down places and their names as they come."""
    for schema, cache_kb in (("main", CACHE_KB), ("staged", STAGED_CACHE_KB)):
        connection.executescript(
            f"PRAGMA {schema}.journal_mode = OFF; PRAGMA {schema}.synchronous = OFF;"
            f"PRAGMA {schema}.locking_mode = EXCLUSIVE; PRAGMA {schema}.cache_size = -{cache_kb};"
        )
    connection.executescript(f"PRAGMA main.user_version = {VERSION}; {SCHEMA} BEGIN;")
    staged = _Staged()
    for read, entry in enumerate(entries, 1):
        staged.add(entry)
        if read % CHUNK == 0:
            staged.write(connection)
        if read % TOLD_EVERY == 0:
            say(f"{read:,} places")
    staged.write(connection)
    for read, name in enumerate(names, 1):
        staged.add_name(*name)
        if read % CHUNK == 0:
            staged.write(connection)
    staged.write(connection)


def _relate(
    connection: sqlite3.Connection,
    members: Iterable[tuple[str, int]],
    parents: Iterable[tuple[int, int]],
) -> None:
    connection.executemany("INSERT OR IGNORE INTO members VALUES (?,?)", members)
    connection.executemany("INSERT OR IGNORE INTO parents VALUES (?,?)", parents)


def _finish(connection: sqlite3.Connection, about: dict[str, str], say: Progress) -> None:
    """Sort what was set down into its tables."""
    for what, statement in SORTED:
        say(f"sorting {what}")
        connection.execute(statement)
    spots = connection.execute("SELECT * FROM staged.spots ORDER BY cell, place")
    connection.executemany("INSERT INTO cells VALUES (?,?)", packed(spots))
    connection.executemany("INSERT INTO about VALUES (?,?)", sorted(about.items()))
    connection.execute("COMMIT")


class _Staged:
    """Rows that wait to be set down together."""

    def __init__(self) -> None:
        self._rows: tuple[tuple[str, list[tuple[object, ...]]], ...] = (
            ("INSERT OR IGNORE INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", []),
            ("INSERT INTO staged.names VALUES (?,?,?,?,?)", []),
            ("INSERT INTO staged.skeletons VALUES (?,?,?,?)", []),
            ("INSERT INTO staged.spots VALUES (?,?,?,?)", []),
        )

    def add(self, e: Entry) -> None:
        (_, places), (_, names), (_, skeletons), (_, spots) = self._rows
        places.append(
            (e.id, e.name, e.kind, e.country, e.admin1, e.lat, e.lon, e.radius_m, e.population,
             e.weight)
        )  # fmt: skip
        if e.kind not in WIDE:
            spots.append((cell_of(e.lat, e.lon), e.id, e.lat, e.lon))
        known: dict[str, tuple[int, int | None, int | None]] = {}
        for written, how, since, until in e.names:
            of_name = key(written)
            if not of_name or len(of_name) > LONGEST_KEY:
                continue
            before = known.get(of_name)
            if before is None or _rank(how, since, until) < _rank(*before):
                known[of_name] = how, since, until
            if before is not None:
                continue
            if how != HISTORICAL:
                bare = bare_key(of_name)
                if bare is not of_name and len(bare) > 2:
                    known.setdefault(bare, (OTHER if how == OTHER else ARTICLE, None, None))
            if e.country and (bones := _bones(of_name, e.country)):
                skeletons.append((e.country, bones, e.id, of_name))
        names += [(k, e.id, how, since, until) for k, (how, since, until) in known.items()]

    def add_name(
        self, place: int, country: str | None, written: str, how: int, since: int | None,
        until: int | None,
    ) -> None:  # fmt: skip
        _, (_, names), (_, skeletons), _ = self._rows
        of_name = key(written)
        if not of_name or len(of_name) > LONGEST_KEY:
            return
        names.append((of_name, place, how, since, until))
        if how != HISTORICAL:
            bare = bare_key(of_name)
            if bare is not of_name and len(bare) > 2:
                names.append((bare, place, OTHER if how == OTHER else ARTICLE, None, None))
        if country and (bones := _bones(of_name, country)):
            skeletons.append((country, bones, place, of_name))

    def write(self, connection: sqlite3.Connection) -> None:
        for statement, rows in self._rows:
            connection.executemany(statement, rows)
            rows.clear()


def _bones(of_name: str, country: str) -> str:
    """The skeleton where anyone will ask for it: elsewhere short names are not compared by it."""
    return skeleton(of_name) if len(of_name) > 5 or country in TRANSLITERATED else ""


def _rank(how: int, since: int | None, until: int | None) -> tuple[bool, bool, int]:
    """Which of two rows for one name of one place is kept, the lower; ``SORTED`` does the same."""
    return how > NAME, since is None and until is None, how


def _silent(message: str) -> None:
    """Where nobody wants to be told."""
