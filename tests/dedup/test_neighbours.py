"""What is kept beside a catalog says what the catalog says, or is not asked."""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from photocat import Catalog
from photocat.dedup import copies, segments
from photocat.dedup import neighbours as room
from photocat.dedup.check import check_index
from photocat.dedup.neighbours import ABANDONED, FOLDER, neighbours
from photocat.dedup.segments import SUFFIX
from photocat.fingerprints.features import KIND
from photocat.records import Fingerprint, ImageFile, Photo
from photocat.store import Store, open_store


def photo(number: int) -> Photo:
    """Fingerprints of nothing, 30 features among them; each eleventh says nothing."""
    random = np.random.default_rng(number)
    quality = 0.0 if number % 11 == 0 else 1.0
    prints = ((copies.KIND, 8), (copies.SECOND_KIND, 32), (KIND, 22 * 30))
    return Photo(
        ImageFile(f"/{number}.jpg", 1000, 1),
        hashlib.sha256(str(number).encode()).hexdigest(),
        "JPEG",
        400,
        300,
        fingerprints=tuple(Fingerprint(k, random.bytes(size), quality) for k, size in prints),
    )


def add(store: Store, numbers: Sequence[int]) -> int:
    """The run that added them."""
    run = store.begin_run("ingest")
    store.add_photos(run, [photo(number) for number in numbers])
    store.end_run(run, {})
    return run


def content(store: Store) -> tuple[list[int], list[int], list[list[int]], set[tuple[int, int]]]:
    """Everything that the neighbours of a catalog say."""
    with neighbours(store) as others:
        parts = [segment.filed for segment in others.segments]
        filed = {
            (key, entry)
            for part in parts
            for key, entry in zip(part.keys.tolist(), part.entries.tolist(), strict=True)
        }
        second = others.second(others.ids)
        return others.ids.tolist(), others.codes.tolist(), second.tolist(), filed


def fresh(store: Store) -> tuple[list[int], list[int], list[list[int]], set[tuple[int, int]]]:
    """The same, made anew of the catalog alone."""
    shutil.rmtree(folder_of(store), ignore_errors=True)
    return content(store)


def folder_of(store: Store) -> Path:
    return store.cache_folder / FOLDER


def files_of(store: Store) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in folder_of(store).iterdir()}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A catalog whose neighbours stand in several segments."""
    monkeypatch.setattr(room, "READ_AT_ONCE", 8)
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        for some in (range(40), range(40, 60), range(60, 66)):
            add(store, some)
            content(store)
        assert len(files_of(store)) == 2
        yield store


def test_new_photos_become_a_segment_of_their_own_and_leave_the_large_ones(store: Store) -> None:
    before = files_of(store)
    add(store, range(100, 103))
    now = content(store)

    assert len(before.items() & files_of(store).items()) == 1
    assert now == fresh(store)


def test_many_small_deliveries_leave_few_segments(store: Store) -> None:
    for number in range(100, 140):
        add(store, [number])
        content(store)

    assert len(files_of(store)) <= 5
    assert content(store) == fresh(store)


def test_photos_that_say_nothing_are_not_among_them(store: Store) -> None:
    ids, _, _, filed = content(store)

    assert ids == [id for id, _ in store.read_long_fingerprints(copies.KIND)]
    assert {entry & 0xFFFFFFFF for _, entry in filed} == set(ids)


def flip_last_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 255
    path.write_bytes(data)


def flip_first_byte(path: Path) -> None:
    path.write_bytes(b"x" + path.read_bytes()[1:])


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 8)


def empty(path: Path) -> None:
    path.write_bytes(b"")


SPOILT: dict[str, Callable[[Path], object]] = {
    "another first byte": flip_first_byte,
    "cut short": cut_short,
    "empty": empty,
    "deleted": Path.unlink,
}


@pytest.mark.parametrize("how", SPOILT)
@pytest.mark.parametrize("which", [0, 1])
def test_what_is_damaged_is_made_anew(store: Store, how: str, which: int) -> None:
    expected = content(store)
    SPOILT[how](sorted(folder_of(store).iterdir())[which])

    assert content(store) == expected
    assert all(finding["ok"] for finding in check_index(store))


def test_what_only_a_check_can_see_is_told_and_made_anew(store: Store) -> None:
    expected = content(store)
    flip_last_byte(max(folder_of(store).iterdir()))

    told, _ = check_index(store)
    assert not told["ok"]
    assert "made anew" in told["detail"]
    assert content(store) == expected
    assert all(finding["ok"] for finding in check_index(store, full=True))


def test_a_segment_that_says_otherwise_than_the_catalog_is_found_by_a_check(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE fingerprints SET bits = zeroblob(660) WHERE photo_id = 3 AND length(bits) = 660"
        )

    (told, _) = check_index(store, full=True)
    assert not told["ok"]
    assert content(store) == fresh(store)


def test_segments_of_another_catalog_are_passed_over(store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "other.db", mode="create") as other:
        add(other, range(1000, 1050))
        content(other)
        shutil.copytree(folder_of(store), folder_of(other), dirs_exist_ok=True)

        assert content(other) == fresh(other)
    assert content(store) == fresh(store)


def test_segments_made_otherwise_are_passed_over(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(store)
    monkeypatch.setattr(segments, "MADE_OF", [*segments.MADE_OF, "anew"])
    content(store)

    assert before.keys().isdisjoint(files_of(store))


def test_a_catalog_restored_from_a_backup_does_not_believe_what_came_after(
    store: Store, tmp_path: Path
) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE photos SET run_id = run_id")
    shutil.copy(tmp_path / "catalog.db", tmp_path / "backup.db")
    wal = tmp_path / "catalog.db-wal"
    if wal.exists():
        shutil.copy(wal, tmp_path / "backup.db-wal")
    add(store, range(200, 230))
    content(store)
    with open_store(tmp_path / "backup.db", mode="create") as restored:
        shutil.copytree(folder_of(store), folder_of(restored))
        for count in (1, 3, 40):  # other photos, of the same ids
            add(restored, range(300 + count, 300 + 2 * count))
            assert content(restored) == fresh(restored)


def test_photos_taken_out_are_no_candidates_and_put_back_are_again(tmp_path: Path) -> None:
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        store = catalog._store
        add(store, range(1, 10))
        run = add(store, range(20, 25))
        add(store, range(30, 35))
        everything = content(store)
        txn = next(e["txn"] for e in catalog.log() if e["counts"] is not None and _is_of(e, run))
        catalog.undo(txn)
        shutil.rmtree(folder_of(store))
        assert len(content(store)[0]) == len(everything[0]) - 4  # one of the five says nothing
        catalog.undo(catalog.log()[0]["txn"])

        assert content(store) == everything


def _is_of(entry: dict[str, object], run: int) -> bool:
    return entry["verb"] == "ingest" and entry["txn"] == run


def test_where_nothing_can_be_written_what_is_missing_is_made_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        add(store, range(20))
        store.cache_folder.write_text("in the way")

        with neighbours(store) as others:
            assert len(others.ids) == 18
            assert list(elsewhere.rglob(f"*{SUFFIX}"))
        assert list(elsewhere.iterdir()) == []


def test_two_at_once_do_each_other_no_harm(store: Store) -> None:
    add(store, range(100, 190))
    found: list[object] = []
    start = threading.Barrier(4)

    def ask() -> None:
        start.wait()
        found.append(content(store))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [fresh(store)] * 4


def test_what_was_left_unfinished_is_cleared_away_in_time(store: Store) -> None:
    old, young = (folder_of(store) / f".{name}{SUFFIX}.0123" for name in ("old", "young"))
    for path in (old, young):
        path.write_bytes(b"")
    os.utime(old, (0, time.time() - ABANDONED - 1))
    content(store)

    assert (old.exists(), young.exists()) == (False, True)


def test_a_catalog_without_photos_keeps_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "catalog.db", mode="create") as store:
        assert content(store) == ([], [], [], set())
        assert not folder_of(store).exists()
        assert all(finding["ok"] for finding in check_index(store))
