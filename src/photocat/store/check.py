"""Whether a catalog is sound: the database itself, and what is derived against its facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select, text

from photocat.errors import CatalogDamaged, CatalogError
from photocat.store import derived
from photocat.store.engine import Database
from photocat.store.index_text import tsvector
from photocat.store.positions import PHOTO
from photocat.store.sql import one_of
from photocat.store.tables import photos
from photocat.store.tables_derived import (
    points_index,
    shown,
    shown_points,
    shown_words,
)

SAMPLE = 2_000
"""Photos whose derived rows are worked out again, unless all are wanted."""

_MOST_NAMED = 10


class Finding(NamedTuple):
    """What one check found."""

    check: str
    ok: bool
    detail: str


def check(database: Database, *, full: bool) -> list[Finding]:
    """Every check of the store, one finding each, or one for every fault."""
    with database.reading() as connection:
        sqlite = connection.dialect.name == "sqlite"
        findings = list(_sqlite_itself(connection, full=full)) if sqlite else []
        findings.append(_derived(connection, full=full))
    if sqlite:
        findings.append(_full_text(database))
    return findings


def _sqlite_itself(connection: Connection, *, full: bool) -> Iterator[Finding]:
    pragma = "integrity_check" if full else "quick_check"
    faults = list(connection.exec_driver_sql(f"PRAGMA {pragma}").scalars())
    if faults == ["ok"]:
        yield Finding("database", True, f"{pragma}: ok")
    else:
        yield from (Finding("database", False, fault) for fault in faults)
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    tables = sorted({row[0] for row in orphans})
    detail = f"{len(orphans)} rows without what they belong to: {', '.join(tables)}"
    yield Finding("references", not orphans, detail if orphans else "every row has what it needs")
    tree = str(connection.scalar(text("SELECT rtreecheck('points_index')")))
    yield Finding("map index", tree == "ok", tree)


def _derived(connection: Connection, *, full: bool) -> Finding:
    """Whether derived rows, and the indexes over them, are what would be worked out now."""
    count = connection.scalar(select(func.count()).select_from(photos)) or 0
    every = 1 if full else max(1, count // SAMPLE)
    differing: list[int] = []
    checked = 0
    for batch in derived.batches_of_photos(connection, every=every):
        expected = derived.recompute(connection, batch)
        stored = _stored(connection, batch)
        found = _indexed(connection, expected)
        differing += [p for p in batch if stored.get(p) != expected[p] or p not in found]
        checked += len(batch)
    if differing:
        named = ", ".join(map(str, differing[:_MOST_NAMED]))
        more = " …" if len(differing) > _MOST_NAMED else ""
        return Finding("derived", False, f"{len(differing)} photos differ: {named}{more}")
    return Finding("derived", True, f"equal to what {checked} of {count} photos give anew")


def _stored(connection: Connection, photo_ids: Sequence[int]) -> dict[int, derived.Shown]:
    """The derived rows of photos, as they stand."""

    def rows(table: Table) -> Iterator[tuple[int, tuple[Any, ...]]]:
        of_these = one_of(connection, table.c.photo_id, photo_ids)
        columns = [c for c in table.c if c.name not in ("id", "photo_id")]
        for photo, *row in connection.execute(select(table.c.photo_id, *columns).where(of_these)):
            yield photo, tuple(row)

    points: dict[int, list[tuple[Any, ...]]] = {}
    for photo, point in rows(shown_points):
        points.setdefault(photo, []).append(point)
    facts = dict(rows(shown))
    there = one_of(connection, shown_words.c.position, [row[0] for row in facts.values()])
    words = {
        position & PHOTO: tuple(columns)
        for position, *columns in connection.execute(select(shown_words).where(there))
    }
    return {
        photo: derived.Shown(
            (position & ~PHOTO, *rest), words.get(photo, ()), tuple(sorted(points.get(photo, ())))
        )
        for photo, (position, *rest) in facts.items()
        if position & PHOTO == photo
    }


def _indexed(connection: Connection, expected: Mapping[int, derived.Shown]) -> set[int]:
    """The photos whose words and points stand in the indexes as they ought to.

    On SQLite the words are checked all at once (``_full_text``), on PostgreSQL the points need not
    be: they are an index of the server's own.
    """
    if connection.dialect.name == "sqlite":
        out = select(shown_points.c.photo_id).outerjoin(
            points_index,
            (points_index.c.id == shown_points.c.id)
            & shown_points.c.lat.between(points_index.c.south, points_index.c.north)
            & shown_points.c.lon.between(points_index.c.west, points_index.c.east),
        )
        lost = out.where(
            one_of(connection, shown_points.c.photo_id, expected), points_index.c.id.is_(None)
        )
        return set(expected) - set(connection.scalars(lost))
    same = text(
        "SELECT w.position FROM words_index w JOIN unnest("
        " CAST(:positions AS bigint[]), CAST(:captions AS text[]), CAST(:prose AS text[]),"
        " CAST(:stated AS text[])) AS e(position, caption, prose, stated) USING (position)"
        " WHERE w.caption = e.caption::tsvector AND w.prose = e.prose::tsvector"
        " AND w.stated = e.stated::tsvector"
    )
    columns = zip(*(map(tsvector, shown.words) for shown in expected.values()), strict=True)
    named = dict(zip(("captions", "prose", "stated"), map(list, columns), strict=True))
    positions = [row.facts[0] | photo for photo, row in expected.items()]
    found = connection.scalars(same, {"positions": positions, **named})
    return {position & PHOTO for position in found}


def _full_text(database: Database) -> Finding:
    """FTS5 compares its index with the words itself; it asks for a write transaction to do so."""
    try:
        with database.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO words_index (words_index, rank) VALUES ('integrity-check', 1)"
            )
    except CatalogDamaged as problem:
        return Finding("word index", False, f"{problem}")
    except CatalogError:
        return Finding("word index", True, "not checked: the catalog cannot be written to")
    return Finding("word index", True, "equal to the words it indexes")
