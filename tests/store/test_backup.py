"""A backup is whole and verified, whatever goes on meanwhile; restored, it is the same catalog."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from photocat import Catalog
from photocat.errors import CatalogDamaged, CatalogLocked, UsageError
from photocat.records import Photo, Statement
from photocat.store import Store, open_store
from photocat.store.rows import said_data, said_of
from photocat.store.tables import statements

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]


@pytest.fixture
def catalog(catalog_url: str, photo: MakePhoto, said: Said) -> Iterator[Catalog]:
    with Catalog.init(catalog_url) as catalog:
        store = catalog._store
        photos = [photo(f"/{n}.jpg", said("caption", f"River {n}")) for n in range(20)]
        store.add_photos(store.begin_run("ingest"), photos)
        catalog.edit([1], ["caption=One."])
        yield catalog


def dump(catalog: Catalog | Store) -> list[str]:
    return [json.dumps(line, sort_keys=True) for line in catalog.dump_normalised()]


def faults(store: Store) -> list[object]:
    return [finding for finding in store.check(full=True) if not finding["ok"]]


def test_a_backup_is_a_catalog_in_one_file(catalog: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    catalog.backup(file)
    assert sorted(path.name for path in tmp_path.glob("*backup.db*")) == ["backup.db"]
    assert file.stat().st_mode & 0o777 == 0o600
    with Catalog(file) as copy:
        assert dump(copy) == dump(catalog)
        assert len(copy.search("river")) == 19
        assert copy.log() == catalog.log()
        assert faults(copy._store) == []


def test_it_is_restored_where_there_is_nothing(catalog: Catalog, tmp_path: Path) -> None:
    catalog.backup(tmp_path / "backup.db")
    Catalog.restore(tmp_path / "backup.db", tmp_path / "new.db")
    with Catalog(tmp_path / "new.db") as restored:
        assert dump(restored) == dump(catalog)
        restored.undo()
        assert len(restored.search("river")) == 20


def test_it_is_restored_into_an_empty_postgresql_database(
    catalog: Catalog, tmp_path: Path, postgres_url: str
) -> None:
    catalog.backup(tmp_path / "backup.db")
    before = dump(catalog)
    if catalog.address == postgres_url:
        with pytest.raises(UsageError, match="in use; name an empty database"):
            Catalog.restore(tmp_path / "backup.db", postgres_url)
        return
    Catalog.restore(tmp_path / "backup.db", postgres_url)
    with Catalog(postgres_url) as restored:
        assert dump(restored) == before
        assert faults(restored._store) == []


def test_nothing_is_overwritten_unasked(catalog: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    catalog.backup(file)
    before = file.read_bytes()
    with pytest.raises(UsageError, match="there already"):
        catalog.backup(file)
    with pytest.raises(UsageError, match="--replace"):
        Catalog.restore(file, file)
    assert file.read_bytes() == before


def test_what_is_replaced_is_kept_beside(tmp_path: Path) -> None:
    old, file = tmp_path / "catalog.db", tmp_path / "backup.db"
    with Catalog.init(old) as catalog:
        catalog.backup(file)
        catalog._store.begin_run("ingest")
        with pytest.raises(CatalogLocked, match="open elsewhere"):
            Catalog.restore(file, old, replace=True)
    Catalog.restore(file, old, replace=True)
    Catalog.restore(file, old, replace=True)
    with Catalog(old) as restored, Catalog(tmp_path / "catalog.db.replaced-1") as kept:
        assert (restored.log(), len(kept.log())) == ([], 1)
    assert (tmp_path / "catalog.db.replaced-2").exists()


def test_a_catalog_that_is_damaged_is_replaced_too(tmp_path: Path) -> None:
    old, file = tmp_path / "catalog.db", tmp_path / "backup.db"
    with Catalog.init(old) as catalog:
        catalog.backup(file)
    old.write_bytes(b"nothing of what it was" * 1000)
    Catalog.restore(file, old, replace=True)
    with Catalog(old) as restored:
        assert faults(restored._store) == []


def test_neither_a_damaged_catalog_nor_a_damaged_backup_passes(tmp_path: Path) -> None:
    path, file = tmp_path / "catalog.db", tmp_path / "backup.db"
    with Catalog.init(path) as catalog:
        catalog._store.begin_run("ingest")
        catalog.backup(file)
    for damaged in (path, file):
        with sqlite3.connect(damaged) as raw:
            raw.execute("UPDATE runs SET version = 'other'")
        raw.close()
    with Catalog(path) as catalog, pytest.raises(CatalogDamaged, match="rows: runs"):
        catalog.backup(tmp_path / "another.db")
    with pytest.raises(CatalogDamaged, match="rows: runs"):
        Catalog.restore(file, tmp_path / "new.db")
    assert {path.name for path in tmp_path.iterdir()} == {"catalog.db", "backup.db"}


def test_a_backup_taken_while_others_write_is_one_moment_of_the_catalog(
    tmp_path: Path, photo: MakePhoto, hasty: None
) -> None:
    path = tmp_path / "catalog.db"
    written = threading.Event()

    def write() -> None:
        with open_store(path) as store:
            run = store.begin_run("ingest")
            for n in range(40):
                store.add_photos(run, [photo(f"/{n}-{m}.jpg") for m in range(3)])
                written.set()

    with Catalog.init(path) as catalog:
        writer = threading.Thread(target=write)
        writer.start()
        written.wait(30)
        for n in range(3):
            catalog.backup(tmp_path / f"{n}.db")
        writer.join()
        for n in range(3):
            with open_store(tmp_path / f"{n}.db") as copy:
                assert faults(copy) == []
                assert copy.stats()["photos"] % 3 == 0
        assert catalog.stats()["photos"] == 120


REPAIRED = {
    "a date": "UPDATE shown SET earliest = 0 WHERE photo_id = 2",
    "the words": "INSERT INTO words_index (words_index) VALUES ('delete-all')",
    "what the words are kept in": "DELETE FROM words_index_data WHERE id > 10",
    "a work": "UPDATE works SET work_id = 1 WHERE photo_id = 2",
}


@pytest.mark.parametrize("what", REPAIRED)
def test_what_is_derived_is_repaired_after_a_copy(
    tmp_path: Path, photo: MakePhoto, said: Said, what: str
) -> None:
    path = tmp_path / "catalog.db"
    with Catalog.init(path) as catalog:
        store = catalog._store
        photos = [photo(f"/{n}.jpg", said("caption", f"River {n}")) for n in range(3)]
        store.add_photos(store.begin_run("ingest"), photos)
        catalog._relate(set())
        before = dump(catalog)
        with store.writing() as connection:
            connection.exec_driver_sql(REPAIRED[what])
        assert any(not f["ok"] and f["check"] != "files" for f in catalog.check())
        found = catalog.check(repair=True)
        assert {f["check"] for f in found if not f["ok"]} == {"files"}  # there are none
        assert dump(catalog) == before
    assert (tmp_path / "catalog.db.before-repair").exists()


def test_a_word_of_a_person_is_not_repaired_away(tmp_path: Path, photo: MakePhoto) -> None:
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        catalog._store.add_photos(catalog._store.begin_run("ingest"), [photo("/1.jpg")])
        catalog.edit([1], ["caption=One."])
        with catalog._store.writing() as connection:
            (said,) = connection.scalars(select(statements.c.said))
            two = [tuple("Two." if v == "One." else v for v in row) for row in said_of(said)]
            connection.execute(update(statements).values(said=said_data(two)))
        found = {f["check"] for f in catalog.check(repair=True) if not f["ok"]}
        assert "rows" in found
        assert catalog.show(1)["caption"] == "Two."
