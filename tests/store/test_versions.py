"""A new catalog is what the migrations lead to; any other is refused or brought there."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, update

from photocat.errors import (
    CatalogDamaged,
    CatalogError,
    CatalogMissing,
    CatalogNeedsUpgrade,
    CatalogTooNew,
)
from photocat.records import Photo
from photocat.store import migrations, open_store, schema, versions
from photocat.store.engine import APPLICATION_ID, reach
from photocat.store.tables import version
from photocat.store.versions import upgrade

MakePhoto = Callable[..., Photo]


def schema_of(connection: Connection) -> list[Any]:
    """Everything a database knows of its tables, as it tells it itself."""
    if connection.dialect.name == "sqlite":
        return sorted(schema.schema_of(connection))
    columns = connection.exec_driver_sql(
        "SELECT table_name, column_name, data_type, is_nullable, collation_name, column_default"
        " FROM information_schema.columns WHERE table_schema = 'public'"
    )
    indexes = connection.exec_driver_sql(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    )
    constraints = connection.exec_driver_sql(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace"
    )
    return [row for rows in (columns, indexes, constraints) for row in sorted(map(tuple, rows))]


def test_a_new_catalog_is_what_the_migrations_lead_to(catalog_url: str, tmp_path: Path) -> None:
    with open_store(catalog_url, mode="create") as store, store.reading() as connection:
        made = schema_of(connection)
    other = str(tmp_path / "migrated.db")
    if catalog_url.startswith("postgresql"):
        other = catalog_url
        with store.writing() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
    database = reach(other, "create")
    upgrade(database)
    with database.reading() as connection:
        migrated = schema_of(connection)
        if "://" not in other:
            assert set(migrated) == schema.expected_schema()
    database.close()
    # The version table is Alembic's own, with names and lengths of its own.
    assert without_version(migrated) == without_version(made)
    assert len(without_version(made)) > 30


def without_version(schema: list[Any]) -> list[Any]:
    return [row for row in schema if "photocat_version" not in str(row)]


def test_making_a_catalog_twice_keeps_what_is_in_it(catalog_url: str) -> None:
    with open_store(catalog_url, mode="create") as store:
        run = store.begin_run("ingest")
    with open_store(catalog_url, mode="create") as store:
        assert store.begin_run("ingest") == run + 1


def test_a_catalog_states_in_its_header_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    open_store(path, mode="create").close()
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (len(versions.REVISIONS),)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("mode", ["read", "write"])
def test_where_there_is_no_catalog_none_is_made(catalog_url: str, mode: Any) -> None:
    with pytest.raises(CatalogMissing, match="photocat init"):
        open_store(catalog_url, mode=mode)
    assert "://" in catalog_url or not Path(catalog_url).exists()


@pytest.mark.parametrize(
    ("revision", "error", "remedy"),
    [
        ("0000", CatalogNeedsUpgrade, "photocat init"),
        ("9999", CatalogTooNew, "install that version"),
    ],
)
def test_another_schema_is_refused_with_the_remedy(
    catalog_url: str, revision: str, error: type[Exception], remedy: str
) -> None:
    with open_store(catalog_url, mode="create") as store, store.writing() as connection:
        connection.execute(update(version).values(version_num=revision))
    with pytest.raises(error, match=remedy):
        open_store(catalog_url, mode="write")


def test_a_newer_catalog_is_not_touched_by_making_one(catalog_url: str) -> None:
    with open_store(catalog_url, mode="create") as store, store.writing() as connection:
        connection.execute(update(version).values(version_num="9999"))
    with pytest.raises(CatalogTooNew):
        open_store(catalog_url, mode="create")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    for mode in ("create", "write", "read"):
        with pytest.raises(CatalogDamaged, match=r"other\.db is a database, but not a catalog"):
            open_store(path, mode=mode)  # type: ignore[arg-type]
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("a shopping list, longer than the header of a database\n" * 20)
    for mode in ("create", "write", "read"):
        with pytest.raises(CatalogDamaged, match=r"notes\.txt.*not a catalog"):
            open_store(path, mode=mode)  # type: ignore[arg-type]


def test_an_empty_file_becomes_a_catalog_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    path.touch()
    with pytest.raises(CatalogMissing):
        open_store(path, mode="write")
    open_store(path, mode="create").close()
    open_store(path, mode="read").close()


def test_a_new_catalog_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    open_store(path, mode="create").close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_path_and_a_url_name_the_same_catalog(tmp_path: Path) -> None:
    path = tmp_path / "my catalog?.db"
    with open_store(path, mode="create") as store:
        run = store.begin_run("ingest")
    with open_store(str(path)) as store:
        assert store.begin_run("ingest") == run + 1
    plain = path.rename(tmp_path / "plain.db")
    with open_store(f"sqlite:///{plain}") as store:
        assert store.begin_run("ingest") == run + 2


def test_a_database_that_cannot_hold_every_script_is_refused(postgres_url: str) -> None:
    import psycopg

    with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as raw:
        name = raw.info.dbname + "_latin"
        raw.execute(f"CREATE DATABASE {name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
        try:
            with pytest.raises(CatalogError, match="is encoded in LATIN1"):
                open_store(postgres_url.replace(raw.info.dbname, name), mode="create")
        finally:
            raw.execute(f"DROP DATABASE {name} WITH (FORCE)")


# --- an older catalog -----------------------------------------------------------------------------

NEXT = """
from alembic import op
from sqlalchemy import Column, Text

revision = "0006"
down_revision = "0005"


def upgrade():
    copied = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table(
        "runs", recreate=copied, table_kwargs={"sqlite_strict": True}
    ) as table:
        table.add_column(Column("host", Text))
    assert not FAILS
"""


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``next_version(fails=…)`` makes this the photocat after the one that wrote the catalog."""

    def install(*, fails: bool) -> None:
        folder = tmp_path / "migrations"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(Path(migrations.__path__[0]), folder)
        (folder / "versions" / "r0006_host.py").write_text(NEXT.replace("FAILS", str(fails)))
        monkeypatch.setattr(versions, "MIGRATIONS", str(folder))
        monkeypatch.setattr(versions, "REVISIONS", ("0001", "0002", "0003", "0004", "0005", "0006"))

    return install


def test_an_older_catalog_is_brought_up_to_date_with_all_that_is_in_it(
    catalog_url: str, photo: MakePhoto, next_version: Callable[..., None]
) -> None:
    with open_store(catalog_url, mode="create") as store:
        store.add_photos(store.begin_run("ingest"), [photo("/1.jpg")])
        before = list(store.dump_normalised())
    next_version(fails=False)
    with pytest.raises(CatalogNeedsUpgrade):
        open_store(catalog_url)
    with open_store(catalog_url, mode="create") as store:
        assert list(store.dump_normalised()) == before
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT host FROM runs").scalar_one() is None
        faults = [finding for finding in store.check(full=True) if not finding["ok"]]
        # The column of a version that is not this one.
        assert [fault["check"] for fault in faults if fault["check"] != "schema"] == []
    copy = Path(f"{catalog_url}.before-0006")
    assert "://" in catalog_url or copy.stat().st_mode & 0o777 == 0o600


def test_a_migration_that_fails_leaves_the_catalog_as_it_was(
    catalog_url: str, photo: MakePhoto, next_version: Callable[..., None]
) -> None:
    with open_store(catalog_url, mode="create") as store:
        store.add_photos(store.begin_run("ingest"), [photo("/1.jpg")])
    next_version(fails=True)
    with pytest.raises(AssertionError):
        open_store(catalog_url, mode="create")
    with pytest.raises(CatalogNeedsUpgrade):
        open_store(catalog_url)
    next_version(fails=False)
    with open_store(catalog_url, mode="create") as store:
        assert store.stats()["photos"] == 1
