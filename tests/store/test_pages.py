"""A catalog is what it was when it was closed, to the last byte, or ``check`` says so.

The sums in it are never compared with anything but what they were made of: no false alarm.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from photocat.errors import PhotocatError
from photocat.records import Photo
from photocat.store import Store, engine, open_store, pages, wal

MakePhoto = Callable[..., Photo]

WHOLE = "every byte as it was when it was closed"


@pytest.fixture
def closed(tmp_path: Path, photo: MakePhoto) -> Path:
    """A catalog of twenty photos that nobody has open."""
    path = tmp_path / "catalog.db"
    with open_store(path, mode="create") as store:
        run = store.begin_run("ingest")
        store.add_photos(run, [photo(f"/{n}.jpg") for n in range(20)])
        store.end_run(run, {})
    return path


def told(path: Path | Store) -> tuple[bool, str]:
    """What a check says of pages."""
    if isinstance(path, Store):
        (found,) = (found for found in path.check() if found["check"] == "pages")
        return found["ok"], found["detail"]
    with open_store(path) as store:
        return told(store)


def is_sound(path: Path) -> bool:
    try:
        with open_store(path) as store:
            return all(found["ok"] for found in store.check())
    except PhotocatError:
        return False


def flipped(whole: bytes, at: int, bit: int = 1) -> bytes:
    return whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :]


def test_a_flipped_byte_is_found_wherever_it_is(closed: Path) -> None:
    whole, chance = closed.read_bytes(), random.Random(20160320)
    assert told(closed) == (True, WHOLE)
    for at in sorted(chance.sample(range(100, len(whole)), 40)):
        closed.write_bytes(flipped(whole, at, 1 << chance.randrange(8)))
        assert not is_sound(closed), f"byte {at}, page {at // 4096 + 1}"


def test_a_flipped_byte_of_the_header_is_found(closed: Path) -> None:
    """But for those that count how often the schema was changed, which any number is right for."""
    whole = closed.read_bytes()
    for at in (*range(16, 40), *range(44, 97)):
        closed.write_bytes(flipped(whole, at))
        assert not is_sound(closed), at


def test_what_was_flipped_is_named(closed: Path) -> None:
    whole = closed.read_bytes()
    empty = whole.rindex(bytes(40))
    closed.write_bytes(flipped(whole, empty))
    first = empty // pages.PIECE * 16 + 1
    says = f"not as they were when it was closed: pages {first} to {first + 15}"
    assert told(closed) == (False, says)


def test_no_check_makes_damage_right(closed: Path) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(flipped(whole, whole.rindex(bytes(40))))
    for full in (False, True, False):
        with open_store(closed) as store:
            assert not all(found["ok"] for found in store.check(full=full))


def test_a_copy_is_as_good(closed: Path, tmp_path: Path) -> None:
    assert told(Path(shutil.copy(closed, tmp_path / "copy.db"))) == (True, WHOLE)
    with open_store(closed) as store:
        store.begin_run("ingest")
        store.back_up(tmp_path / "backup.db")
    assert told(tmp_path / "backup.db") == (True, WHOLE)


def test_the_first_write_says_that_nothing_is_known(closed: Path) -> None:
    with open_store(closed) as store:
        store.stats()
        assert told(store) == (True, WHOLE)
        store.begin_run("ingest")
        assert told(store)[1].startswith("not summed")
        assert told(closed)[1].startswith("not summed")
    assert told(closed) == (True, WHOLE)


def test_a_writer_that_was_killed_raises_no_false_alarm(closed: Path, tmp_path: Path) -> None:
    kill = """if True:
        import os, sys
        from photocat.store import open_store
        store = open_store(sys.argv[1])
        for number in range(50):
            store.begin_run("ingest", f"supplier {number}")
        os._exit(9)"""
    subprocess.run([sys.executable, "-c", kill, closed], check=False)
    assert Path(f"{closed}-wal").exists()
    assert told(closed)[0]
    assert told(closed)[1].startswith("not summed")  # what that left was carried over meanwhile
    with open_store(closed) as store:
        store.begin_run("ingest")
    assert told(closed) == (True, WHOLE)


def test_a_large_catalog_is_summed_only_where_much_of_it_was_written(
    closed: Path, monkeypatch: pytest.MonkeyPatch, photo: MakePhoto
) -> None:
    monkeypatch.setattr(engine, "SUMMED_AT_CLOSE", 0)
    monkeypatch.setattr(wal, "SHORT", 100_000)
    with open_store(closed) as store:
        run = store.begin_run("ingest")
    assert told(closed)[1].startswith("not summed")
    with open_store(closed) as store:
        store.add_photos(run, [photo(f"/{n}.jpg") for n in range(20, 60)])
        store.end_run(run, {})
    assert told(closed) == (True, WHOLE)


def test_a_full_check_of_a_sound_catalog_sums_it(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "SUMMED_AT_CLOSE", 0)
    with open_store(closed) as store:
        store.begin_run("ingest")
    assert told(closed)[1].startswith("not summed")
    with open_store(closed) as store:
        assert all(found["ok"] for found in store.check(full=True))
    assert told(closed) == (True, WHOLE)


def test_a_file_that_another_program_wrote_anew_is_told(closed: Path) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as raw:
        raw.execute("UPDATE runs SET supplier = 'another'")
    assert not told(closed)[0]


def test_a_read_only_catalog_is_looked_at_too(closed: Path) -> None:
    closed.chmod(0o400)
    assert told(closed) == (True, WHOLE)
    with open_store(closed, mode="read") as store:
        assert told(store) == (True, WHOLE)


def test_sums_of_a_large_catalog_take_several_rows(
    closed: Path, monkeypatch: pytest.MonkeyPatch, photo: MakePhoto
) -> None:
    monkeypatch.setattr(pages, "IN_BLOCK", 1)
    monkeypatch.setattr(pages, "PIECE", 4096)
    with open_store(closed) as store:
        run = store.begin_run("ingest")
        store.add_photos(run, [photo(f"/{n}.jpg") for n in range(20, 60)])
        store.end_run(run, {})
    assert told(closed) == (True, WHOLE)
    whole = closed.read_bytes()
    closed.write_bytes(flipped(whole, len(whole) // 2))
    assert not is_sound(closed)


# --- the file is open in SQLite, too --------------------------------------------------------------


@pytest.fixture
def locks(closed: Path) -> Iterator[Callable[[], bool]]:
    """Whether this process still holds its lock on the catalog, as another one sees it."""
    look = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute(sys.argv[2])"
    change = "PRAGMA journal_mode = DELETE"

    def locks() -> bool:
        command = [sys.executable, "-c", look, str(closed), change]
        return b"locked" in subprocess.run(command, check=False, capture_output=True).stderr

    yield locks
    assert not locks()


def test_to_look_at_the_bytes_gives_up_no_lock(closed: Path, locks: Callable[[], bool]) -> None:
    with open_store(closed) as store:
        store.begin_run("ingest")
        assert locks()
        with open_store(closed) as other:
            assert all(found["ok"] for found in other.check(full=True))
        assert locks()
        assert told(store)[0]
        assert locks()


def test_no_file_is_left_open(closed: Path) -> None:
    def opened() -> int:
        return sum(
            os.path.realpath(f"/proc/self/fd/{fd}") == str(closed)
            for fd in os.listdir("/proc/self/fd")
        )

    if not os.path.exists("/proc/self/fd"):
        pytest.skip("this system does not list open files")
    for _ in range(3):
        assert told(closed)[0]
    assert opened() == 0
