"""A catalog is opened safely: two writers wait for each other, readers for nobody."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, func, select

from photocat.errors import CatalogDamaged, CatalogError, CatalogLocked, CatalogMissing
from photocat.records import Photo, Statement
from photocat.store import Store, engine, open_store, wal
from photocat.store.copies import into_one_file
from photocat.store.tables import photos
from photocat.store.wal import Log

MakePhoto = Callable[..., Photo]


def pragma(store: Store, name: str) -> object:
    with store.reading() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


# --- SQLite as it should be -----------------------------------------------------------------------


def test_sqlite_keeps_what_was_committed_and_trusts_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        names = ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "mmap_size"]
        assert [pragma(store, name) for name in names] == ["wal", 2, 1, 0, 0]
        assert pragma(store, "busy_timeout") == engine.WAIT_MS == 30_000


def test_the_log_is_carried_over_by_a_lone_writer_and_stays_short(
    tmp_path: Path,
    photo: MakePhoto,
    said: Callable[..., Statement],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wal, "SHORT", 100_000)
    path = tmp_path / "catalog.db"
    with open_store(path, mode="create") as store, open_store(path) as other:
        run = store.begin_run("ingest")
        size = path.stat().st_size
        for n in range(20):
            store.add_photos(run, [photo(f"/{n}.jpg", said("caption", "river " * 2000))])
            assert pragma(other, "wal_autocheckpoint") == 0
        assert path.stat().st_size > size
        assert Log(path).size() < 1_200_000
        assert other.stats()["photos"] == 20
        assert all(finding["ok"] for finding in other.check(full=True))


def test_a_long_log_is_carried_over_while_its_writer_does_something_else(
    tmp_path: Path, photo: MakePhoto, monkeypatch: pytest.MonkeyPatch
) -> None:
    may, begun = threading.Event(), threading.Event()

    def shorten(log: Log, engine: Engine) -> None:
        begun.set()
        assert may.wait(10)
        log.carry_over(engine)

    with open_store(tmp_path / "catalog.db", mode="create") as store:
        run = store.begin_run("ingest")
        monkeypatch.setattr(wal, "SHORT", 10_000)
        monkeypatch.setattr(wal, "LONG", 20_000)
        monkeypatch.setattr(Log, "shorten", shorten)
        (added,) = store.add_photos(run, [photo("/drop/1.jpg")])
        assert begun.wait(10)  # and cannot be done yet
        assert store.read_full(added.id or 0)["id"] == added.id
        may.set()
        store.add_photos(run, [photo("/drop/2.jpg")])
    assert [path.name for path in tmp_path.iterdir()] == ["catalog.db"]


def test_the_log_stays_short_where_somebody_always_reads(
    tmp_path: Path,
    photo: MakePhoto,
    said: Callable[..., Statement],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wal, "SHORT", 100_000)
    monkeypatch.setattr(wal, "LONG", 1_500_000)
    monkeypatch.setattr(wal, "PATIENCE", 4.0)
    path, done = tmp_path / "catalog.db", threading.Event()

    def read(store: Store) -> None:
        while not done.is_set():
            with store.reading() as connection:
                connection.scalar(select(func.count()).select_from(photos))
                time.sleep(0.05)

    with open_store(path, mode="create") as store, ExitStack() as stack:
        run = store.begin_run("ingest")
        others = [stack.enter_context(open_store(path)) for _ in range(4)]
        readers = [threading.Thread(target=read, args=(other,)) for other in others]
        for reader in readers:
            reader.start()
            time.sleep(0.0125)
        longest = 0
        for n in range(80):
            store.add_photos(run, [photo(f"/{n}.jpg", said("caption", f"river {n} " * 2000))])
            longest = max(longest, Log(path).size())
        done.set()
        for reader in readers:
            reader.join()
    assert longest < 5_000_000


def test_every_table_of_our_own_is_strict(tmp_path: Path) -> None:
    with open_store(tmp_path / "catalog.db", mode="create") as store, store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT name, type, strict FROM pragma_table_list")
        ours = {name: strict for name, type_, strict in rows if type_ == "table"}
        loose = {name for name, strict in ours.items() if not strict}
        assert loose == {"sqlite_schema", "sqlite_temp_schema"}


def test_a_closed_catalog_is_one_file(tmp_path: Path, photo: MakePhoto) -> None:
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        store.add_photos(store.begin_run("ingest"), [photo("/1.jpg")])
    assert [path.name for path in tmp_path.iterdir()] == ["catalog.db"]


# --- two at once ----------------------------------------------------------------------------------

INGEST = """
import hashlib, sys
from photocat.records import ImageFile, Photo
from photocat.store import open_store
address, supplier = sys.argv[1:]
with open_store(address, mode="create") as store:
    run = store.begin_run("ingest", supplier)
    for start in range(0, 120, 10):
        store.add_photos(run, [
            Photo(ImageFile(f"/{supplier}/{n}.jpg", 1, 1, supplier),
                  hashlib.sha256(str(n).encode()).hexdigest(), "JPEG", 4, 3)
            for n in range(start, start + 10)
        ])
    store.end_run(run, {"stored": 120})
"""


def test_two_ingests_of_the_same_pictures_at_once_store_each_photo_once(catalog_url: str) -> None:
    """Not even the catalog is there when they begin."""
    both = [
        subprocess.Popen([sys.executable, "-c", INGEST, catalog_url, supplier])
        for supplier in ("AP", "AFP")
    ]
    assert [process.wait(120) for process in both] == [0, 0]
    with open_store(catalog_url) as store:
        stats = store.stats()
        assert (stats["photos"], stats["files"], stats["runs"]) == (120, 240, 2)
        assert stats["supplier"] == {"AFP": 120, "AP": 120}
        assert all(finding["ok"] for finding in store.check(full=True))


@contextmanager
def another_writer(store: Store) -> Iterator[None]:
    """A write transaction held open by another thread."""
    holding, done = threading.Event(), threading.Event()

    def write() -> None:
        with store.writing():
            holding.set()
            done.wait(30)

    thread = threading.Thread(target=write)
    thread.start()
    assert holding.wait(30)
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_a_writer_that_waits_too_long_is_told_so(
    catalog_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "WAIT_MS", 100)
    with open_store(catalog_url, mode="create") as store:
        with another_writer(store), pytest.raises(CatalogLocked, match="another process"):
            store.begin_run("ingest")
        store.begin_run("ingest")


def test_readers_do_not_wait_for_a_writer(store: Store, photo: MakePhoto) -> None:
    store.add_photos(store.begin_run("ingest"), [photo("/1.jpg")])
    with another_writer(store):
        assert store.stats()["photos"] == 1
        assert list(store.known_files(["/"])) == ["/1.jpg"]


def test_a_reader_sees_one_state_from_beginning_to_end(store: Store, photo: MakePhoto) -> None:
    run = store.begin_run("ingest")
    store.add_photos(run, [photo("/1.jpg")])
    lines = store.dump_normalised()
    first = next(lines)
    store.add_photos(run, [photo(f"/{n}.jpg") for n in range(2, 9)])
    assert [first, *lines] == [first]


def write_and_fail(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO kinds (id, name) VALUES (1, 'phash')")
    raise CatalogDamaged("in the middle")


def test_a_failed_write_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(CatalogDamaged), store.writing() as connection:
        write_and_fail(connection)
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM kinds").scalar() == 0


# --- what cannot be written, or is no catalog any more --------------------------------------------


@pytest.fixture
def others_folder() -> Iterator[Path]:
    """A folder that everybody may look into and only its owner may change."""
    folder = Path(tempfile.mkdtemp(prefix="photocat-test-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write anywhere: be somebody else meanwhile."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_catalog_on_a_read_only_medium_can_be_read(
    others_folder: Path, photo: MakePhoto, mode: engine.Mode
) -> None:
    path = others_folder / "catalog.db"
    with open_store(path, mode="create") as store:
        store.add_photos(store.begin_run("ingest"), [photo("/1.jpg")])
    path.chmod(0o444)
    others_folder.chmod(0o555)
    with as_nobody(), open_store(path, mode=mode) as store:
        assert store.stats()["photos"] == 1
        assert list(store.known_files(["/"])) == ["/1.jpg"]
        assert all(finding["ok"] for finding in store.check(full=True))
        with tempfile.TemporaryDirectory() as elsewhere:
            store.back_up(Path(elsewhere) / "backup.db")
        with pytest.raises(CatalogError, match="cannot be written to"):
            store.begin_run("ingest")
    assert [p.name for p in others_folder.iterdir()] == ["catalog.db"]


def test_changes_that_lie_beside_a_read_only_catalog_are_not_overlooked(
    others_folder: Path, photo: MakePhoto
) -> None:
    path = others_folder / "catalog.db"
    open_store(path, mode="create").close()
    killed = others_folder / "copy.db"
    with open_store(path) as store:
        store.add_photos(store.begin_run("ingest"), [photo("/1.jpg")])
        shutil.copy(path, killed)
        shutil.copy(f"{path}-wal", f"{killed}-wal")
    for file in others_folder.iterdir():
        file.chmod(0o444)
    others_folder.chmod(0o555)
    with as_nobody(), pytest.raises(CatalogError, match=r"changes in copy\.db-wal"):
        open_store(killed, mode="read")


def test_where_nothing_may_be_made_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"nowhere/catalog\.db: a catalog cannot be made here"):
        open_store(tmp_path / "nowhere" / "catalog.db", mode="create")


def test_a_damaged_catalog_says_so(tmp_path: Path, photo: MakePhoto) -> None:
    path = tmp_path / "catalog.db"
    with open_store(path, mode="create") as store:
        store.add_photos(store.begin_run("ingest"), [photo(f"/{n}.jpg") for n in range(50)])
    with path.open("r+b") as raw:
        raw.seek(4096 * 3)
        raw.write(b"\xff" * (path.stat().st_size - 4096 * 3))
    with (
        pytest.raises(CatalogDamaged, match=r"catalog\.db.*restore a backup"),
        open_store(path) as s,
    ):
        list(s.dump_normalised())


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM photos; END",
        "CREATE VIEW t AS SELECT * FROM photos",
    ],
)
@pytest.mark.parametrize("mode", ["create", "write", "read"])
def test_a_catalog_in_which_a_stranger_left_what_acts_is_refused(
    tmp_path: Path, sql: str, mode: engine.Mode
) -> None:
    path = tmp_path / "catalog.db"
    open_store(path, mode="create").close()
    with sqlite3.connect(path) as raw:
        raw.execute(sql)
    with pytest.raises(CatalogDamaged, match=r"did not put there.*(trigger|view) t"):
        open_store(path, mode=mode)


def test_a_foreign_trigger_cannot_reach_outside(tmp_path: Path) -> None:
    """``trusted_schema=OFF``: what a stranger puts into an open file runs nothing with effects."""
    path = tmp_path / "catalog.db"
    with open_store(path, mode="create") as store:
        with sqlite3.connect(path) as raw:
            raw.execute(
                "CREATE TRIGGER t AFTER INSERT ON runs BEGIN"
                " INSERT INTO words_index (words_index) VALUES ('delete-all'); END"
            )
        with pytest.raises(Exception, match="unsafe use of virtual table"):
            store.begin_run("ingest")


@pytest.mark.parametrize(
    ("address", "error", "words"),
    [
        ("mysql://host/photos", CatalogError, "SQLite or PostgreSQL, not in mysql"),
        ("postgresql+psycopg://u:secret@127.0.0.1:1/x", CatalogError, "cannot be reached"),
        ("no such://", CatalogError, "not an address"),
    ],
)
def test_an_address_that_leads_nowhere_is_explained_without_its_password(
    address: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        open_store(address)
    assert "secret" not in str(caught.value)


def test_a_postgresql_database_that_is_not_there_is_missing(postgres_url: str) -> None:
    with pytest.raises(CatalogMissing, match="no such database"):
        open_store(postgres_url.replace("/photocat_", "/absent_"))


def test_previews_lie_beside_the_catalog(tmp_path: Path) -> None:
    with open_store(tmp_path / "news.db", mode="create") as store:
        assert store.cache_folder == tmp_path / "news.previews"


def test_reading_leaves_a_catalog_of_one_file_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    open_store(path, mode="create").close()
    into_one_file(path)  # as backups are
    before = path.read_bytes()
    with open_store(path) as store:
        store.stats()
        assert path.read_bytes() == before
        store.begin_run("ingest")
        assert pragma(store, "journal_mode") == "wal"
