"""Whether a catalog is sound: the database itself, its rows, and what is derived from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, func, select, text

from photocat.errors import CatalogDamaged, CatalogError
from photocat.store import derived, seals
from photocat.store.check_derived import differing
from photocat.store.check_pages import differing_pages
from photocat.store.check_words import differing_words
from photocat.store.engine import APPLICATION_ID, Database
from photocat.store.relations import Join, is_related, read_pictures, read_relations, read_works
from photocat.store.schema import expected_schema, schema_of
from photocat.store.tables import photos

SAMPLE = 2_000
"""Photos whose rows are looked at, unless all are wanted: of a catalog of fewer, all are."""

NOT_SUMMED = "not summed since somebody wrote; check --full sums them where nothing is wrong"

_MOST_NAMED = 10


class Finding(NamedTuple):
    """What one check found."""

    check: str
    ok: bool
    detail: str


Check = Callable[[Connection, int], Iterator[Finding]]
"""Looks at every photo whose id this number divides."""


def check(database: Database, *, full: bool, join: Join | None = None) -> list[Finding]:
    """Every check of the store, one finding each, or one for every fault.

    Works are compared with what ``join`` makes of relations, if it is given. Damage that makes a
    check impossible is what it found.
    """
    findings: list[Finding] = []
    every = 1
    checks = CHECKS
    try:
        with database.reading() as connection:
            sqlite = connection.dialect.name == "sqlite"
            checks = (*SQLITE_CHECKS, *CHECKS) if sqlite else CHECKS
            count = connection.scalar(select(func.count()).select_from(photos)) or 0
            every = 1 if full else max(1, count // SAMPLE)
    except CatalogError as problem:
        return [Finding("database", False, str(problem))]
    for name, look in checks:
        findings += _tried(name, _in_one_state, database, look, every)
    if join is not None:
        findings += _tried("works", _works, database, join)
    if sqlite:
        findings += _tried("word index", _full_text, database, every)
    if full and all(finding.ok for finding in findings):
        database.sum_pages()
    return findings


def _tried(name: str, look: Callable[..., list[Finding]], *arguments: object) -> list[Finding]:
    try:
        return look(*arguments)
    except Exception as problem:  # noqa: BLE001  a damaged row raises anything at all where it is read
        return [Finding(name, False, f"{type(problem).__name__}: {problem}")]


def _in_one_state(database: Database, look: Check, every: int) -> list[Finding]:
    with database.reading() as connection:
        return list(look(connection, every))


def _database(connection: Connection, every: int) -> Iterator[Finding]:
    pragma = "integrity_check" if every == 1 else "quick_check"
    faults = list(connection.exec_driver_sql(f"PRAGMA {pragma}").scalars())
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        faults.append("its header does not say that it is a catalog")
    if faults == ["ok"]:
        yield Finding("database", True, f"{pragma}: ok")
    else:
        yield from (Finding("database", False, fault) for fault in faults if fault != "ok")


def _pages(connection: Connection, _every: int) -> Iterator[Finding]:
    wrong = differing_pages(connection)
    if wrong is None:
        yield Finding("pages", True, NOT_SUMMED)
    elif wrong:
        yield Finding("pages", False, f"not as they were when it was closed: {_named(wrong)}")
    else:
        yield Finding("pages", True, "every byte as it was when it was closed")


def _schema(connection: Connection, _every: int) -> Iterator[Finding]:
    expected, found = expected_schema(), schema_of(connection)
    names = sorted({name for _, name, _ in found ^ expected})
    detail = f"not as photocat makes them: {', '.join(names)}"
    yield Finding("schema", not names, detail if names else "as photocat makes it")


def _references(connection: Connection, _every: int) -> Iterator[Finding]:
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    tables = sorted({row[0] for row in orphans})
    detail = f"{len(orphans)} rows without what they belong to: {', '.join(tables)}"
    yield Finding("references", not orphans, detail if orphans else "every row has what it needs")


def _map_index(connection: Connection, _every: int) -> Iterator[Finding]:
    tree = str(connection.scalar(text("SELECT rtreecheck('points_index')")))
    yield Finding("map index", tree == "ok", tree)


def _rows(connection: Connection, every: int) -> Iterator[Finding]:
    """Whether rows are what was written: their seals hold."""
    sound = True
    for table in seals.sealed_tables():
        broken = list(seals.broken(connection, table, _one_in(table, every)))
        if broken:
            sound = False
            keys = (" ".join(map(str, key)) for key in broken)
            yield Finding("rows", False, f"{table.name}: not as written: {_named(list(keys))}")
    if sound:
        which = "every row" if every == 1 else f"the rows of one photo in {every}"
        yield Finding("rows", True, f"{which} as written")


def _one_in(table: Table, every: int) -> ColumnElement[bool] | None:
    names = [name for name in ("photo_id", "first_id", "id") if name in table.c]
    return table.c[names[0]] % every == 0 if names and every > 1 else None


def _derived(connection: Connection, every: int) -> Iterator[Finding]:
    checked, wrong = 0, []
    for batch in derived.batches_of_photos(connection, every=every):
        wrong += differing(connection, batch)
        checked += len(batch)
    if wrong:
        named = _named(list(map(str, wrong)))
        yield Finding("derived", False, f"{len(wrong)} photos differ: {named}")
    else:
        count = connection.scalar(select(func.count()).select_from(photos)) or 0
        yield Finding("derived", True, f"equal to what {checked} of {count} photos give anew")


SQLITE_CHECKS: tuple[tuple[str, Check], ...] = (
    ("database", _database),
    ("pages", _pages),
    ("schema", _schema),
    ("references", _references),
    ("map index", _map_index),
)
CHECKS: tuple[tuple[str, Check], ...] = (("rows", _rows), ("derived", _derived))


def _works(database: Database, join: Join) -> list[Finding]:
    with database.reading() as connection:
        if not is_related(connection):
            return [Finding("works", True, "not checked: some photos are not compared yet")]
        expected = join(read_pictures(connection), read_relations(connection))
        differ = expected.items() ^ read_works(connection).items()
    if differ:
        named = _named(list(map(str, sorted({photo for photo, _ in differ}))))
        return [Finding("works", False, f"other than their relations say: photos {named}")]
    return [Finding("works", True, "equal to what their relations say")]


def _named(names: list[str]) -> str:
    more = " …" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _full_text(database: Database, every: int) -> list[Finding]:
    """FTS5 looks at its index itself, and asks for a write transaction to do so."""
    try:
        with database.alone() as connection:
            connection.exec_driver_sql(
                "INSERT INTO words_index (words_index) VALUES ('integrity-check')"
            )
    except CatalogDamaged as problem:
        return [Finding("word index", False, f"{problem}")]
    except CatalogError:
        pass  # It can be compared all the same.
    with database.reading() as connection:
        wrong = differing_words(connection, every)
    if wrong:
        named = _named(wrong)
        return [Finding("word index", False, f"has other words than its photos: {named}")]
    of = "every photo" if every == 1 else f"one photo in {every}"
    return [Finding("word index", True, f"equal to the words of {of}")]
