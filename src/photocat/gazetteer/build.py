"""Places into one indexed SQLite file, and no file at all when that fails.

places      one row each, with what contains it resolved once
names       key -> places, in the order in which a name is looked up
skeletons   country and consonants -> places: spellings of one name within a country
members     codes and places of which a region is made
parents     child -> parent, as a dump's hierarchy has them
points      an R*Tree over the places that are small enough to be near something
about       what the file was built from
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from photocat.gazetteer.keys import bare_key, key, skeleton
from photocat.gazetteer.place import WIDE
from photocat.gazetteer.sources import ALIAS, ARTICLE, CORE, OTHER, Entry

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
CREATE INDEX containers ON places (kind, country, admin1) WHERE kind IN ('country', 'admin1');
CREATE TABLE members (
    part TEXT NOT NULL, region INTEGER NOT NULL, PRIMARY KEY (part, region)
) STRICT, WITHOUT ROWID;
CREATE TABLE parents (
    child INTEGER NOT NULL, parent INTEGER NOT NULL, PRIMARY KEY (child, parent)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE points USING rtree(id, south, north, west, east);
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""
VERSION = 7
"""Of the schema and of what the keys are made of; a new one makes every file be built anew."""

LONGEST_KEY = 60
CHUNK = 50_000
"""Places that are held in memory at once."""
CACHE_KB = 200_000

Progress = Callable[[str], None]


def build(
    path: Path,
    entries: Iterable[Entry],
    about: dict[str, str],
    say: Progress | None = None,
    *,
    members: Iterable[tuple[str, int]] = (),
) -> None:
    """Write the file, whole or not at all; of two places with one id the first is kept.

    ``members`` are the parts of regions (see ``sources.regions``).
    """
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        connection = sqlite3.connect(part, isolation_level=None)
        try:
            _fill(connection, entries, about, say, members)
        finally:
            connection.close()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _fill(
    connection: sqlite3.Connection,
    entries: Iterable[Entry],
    about: dict[str, str],
    say: Progress | None,
    members: Iterable[tuple[str, int]],
) -> None:
    connection.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
        f"PRAGMA cache_size = -{CACHE_KB}; {SCHEMA} BEGIN;"
    )
    written, rest = 0, iter(entries)
    while chunk := list(islice(rest, CHUNK)):
        written += _add(connection, chunk)
        if say:
            say(f"{written:,} places written")
    _say_provinces(connection)
    connection.executemany("INSERT INTO members VALUES (?,?)", sorted(set(members)))
    connection.executemany("INSERT INTO about VALUES (?,?)", sorted(about.items()))
    connection.execute("COMMIT")


def _add(connection: sqlite3.Connection, chunk: list[Entry]) -> int:
    """Write a chunk, each table in the order of its own key; give the number of new places."""
    names: dict[tuple[str, int], tuple[int, int | None, int | None]] = {}
    skeletons: set[tuple[str, str, int, str]] = set()
    places: dict[int, Entry] = {}
    for entry in chunk:
        known = connection.execute("SELECT 1 FROM places WHERE id = ?", (entry.id,)).fetchone()
        if not known and entry.id not in places:
            places[entry.id] = entry
            _add_names(entry, names, skeletons)
    rows = [places[id] for id in sorted(places)]
    connection.executemany(
        "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            (e.id, e.name, e.kind, e.country, e.admin1, e.lat, e.lon, e.radius_m, e.population,
             e.weight)
            for e in rows
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO names VALUES (?,?,?,?,?)", ((*k, *names[k]) for k in sorted(names))
    )
    connection.executemany("INSERT INTO skeletons VALUES (?,?,?,?)", sorted(skeletons))
    connection.executemany(
        "INSERT INTO points VALUES (?,?,?,?,?)",
        ((e.id, e.lat, e.lat, e.lon, e.lon) for e in rows if e.kind not in WIDE),
    )
    return len(rows)


def _say_provinces(connection: sqlite3.Connection) -> None:
    """Give places whose source names no province that of the nearest town of their country."""
    without = connection.execute(
        "SELECT id, country, lat, lon FROM places WHERE admin1 IS NULL AND country IS NOT NULL"
        " AND radius_m < 60000 AND kind NOT IN ('country', 'admin1', 'admin2')"
    ).fetchall()
    found = []
    for id, country, lat, lon in without:
        nearest = connection.execute(
            "SELECT p.admin1 FROM points r JOIN places p ON p.id = r.id"
            " WHERE r.south BETWEEN ? AND ? AND r.west BETWEEN ? AND ?"
            " AND p.kind = 'town' AND p.country = ? AND p.admin1 IS NOT NULL"
            " ORDER BY (p.lat - ?) * (p.lat - ?) + (p.lon - ?) * (p.lon - ?) LIMIT 1",
            (lat - 0.4, lat + 0.4, lon - 0.5, lon + 0.5, country, lat, lat, lon, lon),
        ).fetchone()
        if nearest:
            found.append((nearest[0], id))
    connection.executemany("UPDATE places SET admin1 = ? WHERE id = ?", found)


def _add_names(
    entry: Entry,
    names: dict[tuple[str, int], tuple[int, int | None, int | None]],
    skeletons: set[tuple[str, str, int, str]],
) -> None:
    place, country = entry.id, entry.country or ""
    for written, how, since, until in entry.names:
        of_name = key(written)
        if not of_name or len(of_name) > LONGEST_KEY:
            continue
        known = names.get((of_name, place))
        if known is None or how < known[0] or since or until:
            names[of_name, place] = (how, since, until)
        if how <= ALIAS or how in {CORE, OTHER}:
            bare = bare_key(of_name)
            if bare != of_name and len(bare) > 2:
                names.setdefault((bare, place), (ARTICLE, None, None))
        if country and (bones := skeleton(of_name)):
            skeletons.add((country, bones, place, of_name))
