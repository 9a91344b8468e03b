"""What is going on when a fault strikes: a table of what a desk does to a catalog.

Each scenario begins with a folder, acts on it, and tells what it was told; done again, it comes to
the same end, whatever happened the first time.
"""

from __future__ import annotations

import functools
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from photocat import Catalog
from photocat.dedup.join import join
from photocat.errors import UsageError
from photocat.ingest import IngestOptions, batch, read
from photocat.records import Photo
from photocat.store import Store, open_store, versions, wal
from photocat.store.engine import APPLICATION_ID, reach

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One line of ``SCENARIOS``."""

    name: str
    begin: Callable[[Path, Path], None]
    """Prepare an empty folder, given that of the pictures."""
    act: Callable[[Path, Path, Tell], None]
    """Do it; what is told must outlive anything."""
    keeps: Callable[[Store, str], bool]
    """Whether a catalog holds what was told."""


def dump(path: Path) -> str:
    """Everything that a catalog says; nothing where there is none."""
    if not path.exists() or not path.stat().st_size:
        return ""
    with open_store(path, mode="create") as store:
        return "\n".join(json.dumps(line, sort_keys=True) for line in store.dump_normalised())


def faults(store: Store) -> list[object]:
    """What a full check finds."""
    return [found for found in store.check(full=True, join=join) if not found["ok"]]


def read_once() -> None:
    """Read every picture once in this process and those it forks: decoding is not under test."""
    reading = read.read_photo

    @functools.cache
    def remembered(path: str) -> Photo:
        return reading(path)

    def read_photo(path: str, **_options: object) -> Photo:
        return remembered(path)

    read.read_photo = read_photo


@contextmanager
def _little_at_once() -> Iterator[None]:
    """Two photos are committed together, and the log is carried over as soon as it holds any."""
    before = batch.PHOTOS, wal.SHORT
    batch.PHOTOS, wal.SHORT = 2, 40_000
    try:
        yield
    finally:
        batch.PHOTOS, wal.SHORT = before


def _ingest(folder: Path, drop: Path, tell: Tell) -> None:
    options = IngestOptions(jobs=0)
    with _little_at_once(), Catalog.init(folder / "catalog.db") as catalog:
        for added in catalog.add([drop], options=options):
            if added.id is not None:
                tell(added.path)


def _nothing(folder: Path, drop: Path) -> None:
    pass


def _ingested(folder: Path, drop: Path) -> None:
    made = drop.with_name("ingested.db")
    if not made.exists():
        with Catalog.init(made) as catalog:
            list(catalog.add([drop], options=IngestOptions(jobs=0)))
    shutil.copy(made, folder / "catalog.db")


def _edit(folder: Path, drop: Path, tell: Tell) -> None:
    with Catalog(folder / "catalog.db") as catalog:
        for photo in (1, 2):
            catalog.edit([photo], [f"caption=Photo {photo}.", "keywords+=a"])
            tell(f"edit {photo}")
        catalog.decide(1, 2, "different")
        tell("decide 1")


def _undo(folder: Path, drop: Path, tell: Tell) -> None:
    with Catalog(folder / "catalog.db") as catalog:
        with suppress(UsageError):  # done already
            catalog.undo(1)
        tell("undo 1")


def _old(folder: Path, drop: Path) -> None:
    """A catalog of the first revision, with a photo in it."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", versions.MIGRATIONS)
    database = reach(folder / "catalog.db", "create")
    with database.migrating() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        for sql in (
            "INSERT INTO runs VALUES (1, 'ingest', '0.1', NULL, '[]', '{}', 1, 1, 'done', '{}')",
            f"INSERT INTO photos VALUES (1, '{'0' * 64}', NULL, 'JPEG', 4, 3, 1, 9, 1, 1)",
            "INSERT INTO files VALUES (1, 1, '/1.jpg', 'AP', 9, 1, '[]', 'present', 1, 1, 1)",
        ):
            connection.exec_driver_sql(sql)
    database.close()


def _migrate(folder: Path, drop: Path, tell: Tell) -> None:
    with open_store(folder / "catalog.db", mode="create"):
        tell("0" * 64)


def _backup(folder: Path, drop: Path, tell: Tell) -> None:
    with Catalog(folder / "catalog.db") as catalog:
        with suppress(UsageError):  # there already
            catalog.backup(folder / "backup.db")
        tell("backup")


def _backed_up(folder: Path, drop: Path) -> None:
    _ingested(folder, drop)
    shutil.copy(folder / "catalog.db", folder / "backup.db")
    with Catalog(folder / "catalog.db") as catalog:
        catalog.edit([1], ["caption=Later."])


def _restore(folder: Path, drop: Path, tell: Tell) -> None:
    Catalog.restore(folder / "backup.db", folder / "catalog.db", replace=True)
    tell("restore")


def _repair(folder: Path, drop: Path, tell: Tell) -> None:
    with open_store(folder / "catalog.db") as store:
        store.repair(join)
        tell("repair")


def _holds_photo(store: Store, told: str) -> bool:
    return store.find_photo(told) is not None


def _holds_change(store: Store, told: str) -> bool:
    from photocat.store import history

    verb, number = told.split()
    return [txn["verb"] for txn in history.read_log(store)].count(verb) >= int(number)


def _is_there(store: Store, told: str) -> bool:
    path = Path(store.address)
    if told == "backup":
        return dump(path.with_name("backup.db")) == dump(path)
    return told != "restore" or dump(path) == dump(path.with_name("backup.db"))


SCENARIOS = (
    Scenario("ingest", _nothing, _ingest, _holds_photo),
    Scenario("edit", _ingested, _edit, _holds_change),
    Scenario("undo", _ingested, _undo, _holds_change),
    Scenario("migration", _old, _migrate, _holds_photo),
    Scenario("backup", _ingested, _backup, _is_there),
    Scenario("restore", _backed_up, _restore, _is_there),
    Scenario("repair", _ingested, _repair, _is_there),
)
