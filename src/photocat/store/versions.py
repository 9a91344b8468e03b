"""Which schema a catalog has: made new, found good, brought up to date, or refused.

``REVISIONS`` are the names of the Alembic migrations, oldest first. A new catalog is made straight
from ``tables``; a test proves that this is what the migrations lead to.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from photocat.errors import (
    CatalogDamaged,
    CatalogError,
    CatalogMissing,
    CatalogNeedsUpgrade,
    CatalogTooNew,
)
from photocat.store import derived
from photocat.store.copies import copy_file, made_whole
from photocat.store.engine import APPLICATION_ID, Database
from photocat.store.schema import strangers
from photocat.store.seals import seal_the_unsealed
from photocat.store.tables import metadata, version

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
MIGRATIONS = "photocat.store:migrations"


def make_ready(database: Database) -> None:
    """Make a catalog where there is none, and bring an older one up to date.

    A SQLite catalog is copied beside itself before it is changed. Raises ``CatalogDamaged`` where
    something else is.
    """
    with database.reading() as connection:
        revision = revision_of(connection, database.address)
    if revision is None:
        with database.writing() as connection:
            # Another process may have been quicker.
            if revision_of(connection, database.address) is None:
                _refuse_other_encodings(connection, database.address)
                metadata.create_all(connection, checkfirst=False)
                connection.execute(insert(version).values(version_num=REVISIONS[-1]))
                _mark(connection)
        # Connections made from now on find a catalog, and change it to WAL.
        database.engine.dispose()
    elif revision < REVISIONS[-1]:
        if database.path:
            copy_beside(database.path, f"before-{REVISIONS[-1]}")
        upgrade(database)


def _refuse_other_encodings(connection: Connection, address: str) -> None:
    if connection.dialect.name == "postgresql":
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise CatalogError(
                f"{address} is encoded in {encoding}; create a database with ENCODING 'UTF8'"
            )


def _mark(connection: Connection) -> None:
    """Write into the file itself that it is a catalog, and of which revision."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {len(REVISIONS)}")


def check(connection: Connection, address: str) -> None:
    """Raise what stands in the way of using the catalog, if anything does."""
    revision = revision_of(connection, address)
    if revision is None:
        raise CatalogMissing(f"there is no catalog at {address}; make one with photocat init")
    if revision > REVISIONS[-1]:
        raise CatalogTooNew(
            f"{address} was written by a newer photocat (schema {revision}, this one knows"
            f" {REVISIONS[-1]}); install that version"
        )
    if revision != REVISIONS[-1]:
        raise CatalogNeedsUpgrade(
            f"{address} was written by an older photocat; bring it up to date with photocat init"
        )
    if connection.dialect.name == "sqlite" and (found := strangers(connection)):
        raise CatalogDamaged(
            f"{address} holds what photocat did not put there, and what would act when it is used:"
            f" {', '.join(found)}; take its photos in anew"
        )


def revision_of(connection: Connection, address: str) -> str | None:
    """The revision that a catalog states; None where there is no catalog.

    Raises ``CatalogDamaged`` for a SQLite file that is something else.
    """
    tables = inspect(connection)
    if not tables.has_table(version.name):
        if connection.dialect.name == "sqlite" and tables.get_table_names():
            raise CatalogDamaged(f"{address} is a database, but not a catalog; name another file")
        return None
    revision: str | None = connection.scalar(select(version.c.version_num))
    return revision


def upgrade(database: Database) -> None:
    """Run the migrations that the catalog lacks, all in one transaction.

    What is derived is not migrated: it is worked out again.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    with database.migrating() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        seal_the_unsealed(connection)
        derived.rebuild(connection)
        _mark(connection)
        database.unsum(connection)
    if database.pages is not None:
        database.pages.wrote = True


def copy_beside(path: Path, why: str) -> None:
    """A copy beside a SQLite catalog, by SQLite's own backup."""
    with made_whole(path.with_name(f"{path.name}.{why}")) as part:
        copy_file(path, part)
