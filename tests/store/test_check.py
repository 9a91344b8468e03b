"""What is derived equals what it is derived from, and a fault does not go unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from photocat.places import Point
from photocat.records import Photo, Statement
from photocat.store import Store, open_store
from photocat.store.packed_words import pack_words
from photocat.store.tables import fingerprints
from photocat.store.tables_derived import (
    points_index,
    shown,
    shown_points,
    shown_words,
    words_index,
)

OF_2 = select(shown.c.position).where(shown.c.photo_id == 2).scalar_subquery()
MakePhoto = Callable[..., Photo]
Said = Callable[..., Statement]


@pytest.fixture
def filled(store: Store, photo: MakePhoto, said: Said) -> Store:
    """Three photos with a caption, a date and a point each."""
    photos = [
        photo(
            f"/drop/{n}.jpg",
            said("caption", f"Bridge {n}"),
            said("date_created", f"200{n}", date=f"200{n}"),
            said("location_created", "1,2", point=Point(10.123456789 + n, 20.0 + n)),
        )
        for n in range(3)
    ]
    store.add_photos(store.begin_run("ingest"), photos)
    return store


def faults(store: Store) -> list[str]:
    return [finding["check"] for finding in store.check(full=True) if not finding["ok"]]


def test_a_sound_catalog_has_no_faults(filled: Store) -> None:
    findings = filled.check()
    assert findings
    assert all(set(finding) == {"check", "ok", "detail"} for finding in findings)
    assert [f["detail"] for f in findings if f["check"] == "derived"] == [
        "equal to what 3 of 3 photos give anew"
    ]
    assert faults(filled) == []


DAMAGE = {
    "a date": update(shown).where(shown.c.photo_id == 2).values(earliest=0),
    "a row": delete(shown_points).where(shown_points.c.photo_id == 2),
    "a word": update(shown_words)
    .where(shown_words.c.photo_id == 2)
    .values(words=pack_words(("¶ dam ¶", "", ""))),
    "a point": insert(shown_points).values(
        id=99, photo_id=2, field="location_shown", lat=1.0, lon=2.0, radius_m=0.0
    ),
    "an index row": delete(words_index).where(words_index.c.position == OF_2),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_a_derived_row_that_differs_is_named_and_rebuilt(filled: Store, what: str) -> None:
    with filled.writing() as connection:
        if what == "an index row" and connection.dialect.name == "sqlite":
            connection.execute(delete(points_index).where(points_index.c.id == 2))
        else:
            connection.execute(DAMAGE[what])
    assert "derived" in faults(filled)
    (derived,) = [f for f in filled.check() if f["check"] == "derived"]
    assert derived["detail"] == "1 photos differ: 2"
    filled.rebuild_derived()
    assert faults(filled) == []


def test_words_that_the_full_text_index_lost_are_missed(
    tmp_path: Path, photo: MakePhoto, said: Said
) -> None:
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        store.add_photos(store.begin_run("ingest"), [photo("/1.jpg", said("caption", "Bridge"))])
        with store.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO words_index (words_index) VALUES ('delete-all')"
            )
        assert faults(store) == ["word index"]
        store.rebuild_derived()
        assert faults(store) == []


INDEXED = {
    "a photo that is not there": (
        (7, "¶ mostar ¶", "", ""),
        "has other words than its photos: mostar, ¶",
    ),
    "one word more": (("position", "mostar", "", ""), "has other words than its photos: mostar"),
    "another column": (("position", "", "bridge", ""), "has other words than its photos: bridge"),
}


@pytest.mark.parametrize("what", INDEXED)
def test_words_that_the_full_text_index_should_not_have_are_named(
    tmp_path: Path, photo: MakePhoto, said: Said, what: str
) -> None:
    (rowid, *columns), named = INDEXED[what]
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        store.add_photos(store.begin_run("ingest"), [photo("/1.jpg", said("caption", "Bridge"))])
        with store.writing() as connection:
            position = connection.scalar(select(shown.c.position))
            connection.exec_driver_sql(
                "INSERT INTO words_index (rowid, caption, prose, stated) VALUES (?, ?, ?, ?)",
                (position if rowid == "position" else rowid, *columns),
            )
        (fault,) = [f for f in store.check(full=True) if not f["ok"]]
        assert (fault["check"], fault["detail"]) == ("word index", named)


def test_a_row_without_what_it_belongs_to_is_found(tmp_path: Path) -> None:
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        with store.reading() as connection:
            raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("INSERT INTO fingerprints VALUES (1, 404, x'00', 1.0, 0)")
        assert faults(store) == ["references", "rows"]
        assert fingerprints.name in next(f["detail"] for f in store.check() if not f["ok"])


def test_rebuilding_changes_nothing_that_is_right(filled: Store) -> None:
    def rows() -> list[list[tuple[object, ...]]]:
        with filled.reading() as connection:
            tables = ("shown", "shown_words")
            return [
                [tuple(r) for r in connection.exec_driver_sql(f"SELECT * FROM {t} ORDER BY 1")]
                for t in tables
            ]

    before = rows()
    filled.rebuild_derived()
    assert rows() == before
