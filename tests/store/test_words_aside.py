"""Many photos are indexed aside; the index is as if they had been told to it one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from photocat.records import Photo, Statement
from photocat.store import Store, open_store, words_aside
from photocat.store.check_words import differing_words

MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]
Batch = list[Photo]
MakeBatch = Callable[..., Batch]

WORDS = ["jet", "lands", "over", "snow", "Хмеймим", "空军基地", "priest", "Ålesund", "—", "nave"]


@pytest.fixture(autouse=True)
def ten_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_aside, "MANY", 10)


@pytest.fixture
def batch(photo: MakePhoto, said: Said) -> MakeBatch:
    def made(first: int, count: int = 30) -> Batch:
        return [
            photo(
                f"/drop/{n}.jpg",
                said("caption", f"{WORDS[n % 10]} {WORDS[n % 7]} {WORDS[n % 4]} {n}", "IIM 2:120"),
                said("date_created", f"{1990 + n % 30}", date=f"{1990 + n % 30}"),
                supplier=f"Agency {n % 3}",
            )
            for n in range(first, first + count)
        ]

    return made


def segments(path: Path) -> int:
    with closing(sqlite3.connect(path)) as catalog:
        counted = "SELECT count(DISTINCT segid) FROM words_index_idx"
        return int(catalog.execute(counted).fetchone()[0])


def index_of(path: Path) -> tuple[list[Any], list[Any]]:
    """Every place of every word, and how long texts are."""
    with closing(sqlite3.connect(path)) as catalog:
        catalog.execute("INSERT INTO words_index (words_index) VALUES ('integrity-check')")
        catalog.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, words_index, instance)")
        places = catalog.execute('SELECT term, doc, col, "offset" FROM temp.v ORDER BY 1, 2, 3, 4')
        rated = catalog.execute(
            "SELECT rowid, bm25(words_index) FROM words_index('jet OR snow') ORDER BY 1"
        )
        return places.fetchall(), rated.fetchall()


def found(store: Store, word: str) -> int:
    with store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM words_index(?)", (f'"{word}"',))
        return int(rows.scalar_one())


def test_the_index_is_the_same_as_if_photos_were_told_one_by_one(
    tmp_path: Path, batch: MakeBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for many in (10, 1_000_000):
        monkeypatch.setattr(words_aside, "MANY", many)
        path = tmp_path / f"{many}.db"
        with open_store(path, mode="create") as store:
            run = store.begin_run("ingest")
            for first, count in ((0, 30), (30, 5), (35, 40), (75, 1), (76, 10)):
                store.add_photos(run, batch(first, count))
            assert all(finding["ok"] for finding in store.check(full=True))
        made.append(index_of(path))
    assert made[0] == made[1]


def test_words_are_told_and_forgotten_beside_those_that_are_aside(
    tmp_path: Path, batch: MakeBatch, photo: MakePhoto, said: Said
) -> None:
    """In one transaction: photos with two files, paths that come twice, words said anew."""
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        run = store.begin_run("ingest")
        store.add_photos(run, batch(0))
        again = [
            photo("/elsewhere/3.jpg", bytes_="/drop/3.jpg", supplier="Agency 9"),
            photo("/drop/40.jpg", said("caption", "mole"), bytes_="other"),
        ]
        store.add_photos(run, [*batch(30), *again, *batch(60), *batch(0)])
        assert (found(store, "supplier=9"), found(store, "mole")) == (1, 1)
        assert found(store, "jet") == sum("jet " in p.statements[0].text for p in batch(0, 90))
        with store.reading() as connection:
            assert differing_words(connection, 1) == []
        assert all(finding["ok"] for finding in store.check(full=True))


def test_a_batch_that_fails_leaves_nothing_in_the_index(
    tmp_path: Path, batch: MakeBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "catalog.db"
    with open_store(path, mode="create") as store:
        run = store.begin_run("ingest")
        store.add_photos(run, batch(0))
        before = index_of(path)
        with monkeypatch.context() as broken:
            broken.setattr("photocat.store.add._to_work_out", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                store.add_photos(run, batch(30))
        assert index_of(path) == before
        store.add_photos(run, batch(30))
        store.add_photos(run, batch(60, 3))
        assert all(finding["ok"] for finding in store.check(full=True))


def test_who_has_searched_before_finds_what_came_since(tmp_path: Path, batch: MakeBatch) -> None:
    path = tmp_path / "catalog.db"
    with open_store(path, mode="create") as store, open_store(path) as other:
        run = store.begin_run("ingest")
        for first in (0, 30, 60):
            store.add_photos(run, batch(first))
            expected = sum("jet " in p.statements[0].text for p in batch(0, first + 30))
            assert (found(store, "jet"), found(other, "jet")) == (expected, expected)


def test_segments_stay_few_however_many_batches_come(
    tmp_path: Path, batch: MakeBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words_aside, "MOST", 4)
    path = tmp_path / "catalog.db"
    with open_store(path, mode="create") as store:
        run = store.begin_run("ingest")
        for first in range(0, 300, 10):
            store.add_photos(run, batch(first, 10))
            assert segments(path) <= 6
        assert all(finding["ok"] for finding in store.check(full=True))


def test_a_small_edit_never_merges_what_many_photos_brought(
    tmp_path: Path, batch: MakeBatch
) -> None:
    path = tmp_path / "catalog.db"
    with open_store(path, mode="create") as store:
        run = store.begin_run("ingest")
        for first in range(0, 180, 10):
            store.add_photos(run, batch(first, 10))
        assert segments(path) == 18
        store.add_photos(run, batch(180, 1))
        assert segments(path) == 19
