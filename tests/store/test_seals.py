"""Every row is sealed, and a byte that flips in one does not go unseen."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from photocat.errors import PhotocatError
from photocat.places import Point
from photocat.records import Photo, Statement, Tag
from photocat.store import Store, open_store, seals, tables
from photocat.store.rows import said_data
from photocat.store.tables import SEAL

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]


def fill(store: Store, photo: MakePhoto, said: Said) -> None:
    photos = [
        photo(
            f"/drop/{n}.jpg",
            said("caption", f"The bridge of Mostar, seen from the river, {n}."),
            said("date_created", f"200{n}", date=f"200{n}"),
            said("location_created", "Mostar", point=Point(43, -0.0, 100)),
            said("caption", "Beside.", scope="file"),
            tags=(Tag("XMP dc:description", "The bridge of Mostar"),),
        )
        for n in range(4)
    ]
    store.add_photos(store.begin_run("ingest", "AP"), photos)
    store.mark_missing(store.begin_run("ingest"), ["/drop/1.jpg"], set())
    store.touch_files(store.begin_run("ingest"), ["/drop/1.jpg", "/drop/2.jpg"], "AFP")


def test_every_table_of_facts_is_sealed() -> None:
    facts = [table for table in vars(tables).values() if isinstance(table, Table)]
    assert [table.name for table in facts if SEAL not in table.c] == ["photocat_version"]
    assert len(facts) > 10


def test_whatever_is_written_the_seals_hold(store: Store, photo: MakePhoto, said: Said) -> None:
    fill(store, photo, said)
    with store.reading() as connection:
        for table in seals.sealed_tables():
            assert list(seals.broken(connection, table)) == [], table.name
            assert not connection.execute(select(table).where(table.c[SEAL].is_(None))).all()


VALUES = {
    "what was said": ("statements", "said", "1", said_data([("caption", 0, "A bridge.")])),
    "what stands of it": ("statements", "status", "4", "ssw"),
    "who said it": ("txns", "who", "1", "somebody else"),
    "a digest": ("photos", "sha256", "2", "0" * 64),
    "a name": ("files", "path", "3", "/drop/x.jpg"),
    "the seal": ("runs", "crc32", "1", "1"),
}


@pytest.mark.parametrize("what", VALUES)
def test_a_row_that_somebody_else_changed_is_named(
    tmp_path: Path, photo: MakePhoto, said: Said, what: str
) -> None:
    path = tmp_path / "catalog.db"
    with open_store(path, mode="create") as store:
        fill(store, photo, said)
    table, column, id, value = VALUES[what]
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, id))
    with open_store(path) as store:
        found = [f["detail"] for f in store.check() if f["check"] == "rows"]
        assert found == [f"{table}: not as written: {id}"]


def test_a_flipped_byte_is_found_or_changes_nothing(
    tmp_path: Path, photo: MakePhoto, said: Said, hasty: None
) -> None:
    """``scripts/bench/flips.py`` does the same to a larger catalog, and counts."""
    path, copy = tmp_path / "catalog.db", tmp_path / "copy.db"
    with open_store(path, mode="create") as store:
        fill(store, photo, said)
        truth = list(store.dump_normalised())
    whole = path.read_bytes()
    used = [at for at in range(len(whole)) if whole[at]]  # most of so small a catalog is empty
    chance = random.Random(20160320)
    for at in chance.sample(used, 40):
        flipped = bytes([whole[at] ^ 1 << chance.randrange(8)])
        copy.write_bytes(whole[:at] + flipped + whole[at + 1 :])
        try:
            with open_store(copy) as store:
                if all(finding["ok"] for finding in store.check()):
                    assert list(store.dump_normalised()) == truth, f"byte {at}"
        except PhotocatError:
            continue


def test_a_catalog_from_before_there_were_seals_gets_them(
    catalog_url: str, photo: MakePhoto, said: Said
) -> None:
    with open_store(catalog_url, mode="create") as store:
        fill(store, photo, said)
        with store.writing() as connection:
            for table in seals.sealed_tables():
                connection.exec_driver_sql(f"UPDATE {table.name} SET {SEAL} = NULL")
        assert {f["check"] for f in store.check() if not f["ok"]} == {"rows"}
        with store.writing() as connection:
            seals.seal_the_unsealed(connection)
        assert all(finding["ok"] for finding in store.check(full=True))
