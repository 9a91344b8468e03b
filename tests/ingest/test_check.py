"""Files that are not what they were are found, one finding each."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from photocat.ingest import IngestOptions, add, check_files
from photocat.store import Store

Draw = Callable[..., Path]


@pytest.fixture
def drop(tmp_path: Path, store: Store, draw: Draw) -> Path:
    for seed, name in enumerate(("a.jpg", "b.jpg", "c.jpg")):
        draw(tmp_path / "drop" / name, seed)
    ingest(store, tmp_path / "drop")
    return tmp_path / "drop"


def ingest(store: Store, folder: Path) -> None:
    list(add(store, [str(folder)], options=IngestOptions(jobs=0)))


def faults(store: Store, *, full: bool = False) -> list[str]:
    return [finding["detail"] for finding in check_files(store, full=full) if not finding["ok"]]


def test_untouched_files_are_as_they_were(store: Store, drop: Path) -> None:
    assert drop.is_dir()
    for full in (False, True):
        assert check_files(store, full=full) == [
            {"check": "files", "ok": True, "detail": "3 as they were"},
            {"check": "untracked", "ok": True, "detail": "every file was met"},
        ]


def test_what_no_ingest_has_met_is_named(store: Store, drop: Path, draw: Draw) -> None:
    ours = draw(drop.parent / "not dropped" / "a.jpg", 4)
    (drop / "a.jpg.xmp").write_text("no sidecar that means anything")
    (drop / "b.txt").write_text("no photo")
    (drop / ".hidden").write_text("hidden")
    ingest(store, drop)
    assert untracked(store) == "every file was met"

    draw(drop / "new" / "d.jpg", 5)
    (drop / "c.jpg.xmp").write_text("a sidecar that came later")
    assert untracked(store) == f"1 that no ingest has met: {drop}/new/d.jpg"
    for n in range(20):
        (drop / f"{n}.jpg").write_text("new")
    assert untracked(store).startswith(f"21 that no ingest has met: {drop}/0.jpg, {drop}/1.jpg,")
    assert untracked(store).endswith(f"{drop}/17.jpg, …")
    assert str(ours) not in untracked(store)


def untracked(store: Store) -> str:
    (finding,) = (found for found in check_files(store) if found["check"] == "untracked")
    assert finding["ok"]
    return str(finding["detail"])


def test_another_time_alone_is_no_fault_where_every_file_is_read(store: Store, drop: Path) -> None:
    os.utime(drop / "a.jpg", ns=(0, 10**18))
    assert faults(store) == [f"{drop}/a.jpg: has changed since it was read", "2 as they were"]
    assert faults(store, full=True) == []


def test_each_file_that_is_gone_or_other_is_named(store: Store, drop: Path, draw: Draw) -> None:
    (drop / "a.jpg").unlink()
    draw(drop / "b.jpg", 7)

    assert faults(store) == [
        f"{drop}/a.jpg: is not there",
        f"{drop}/b.jpg: has changed since it was read",
        "1 as they were",
    ]


def test_other_bytes_of_the_same_size_and_time_are_found_by_reading(
    store: Store, drop: Path
) -> None:
    path = drop / "a.jpg"
    status = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert faults(store) == []
    assert faults(store, full=True)[0] == (
        f"{path}: its bytes are others, though size and time are not"
    )


def test_what_an_ingest_has_marked_as_missing_is_no_fault(store: Store, drop: Path) -> None:
    (drop / "a.jpg").unlink()
    ingest(store, drop)

    assert check_files(store)[0] == {
        "check": "files",
        "ok": True,
        "detail": "2 as they were; 1 marked as missing",
    }


def test_a_path_that_became_something_else_is_named_and_never_waited_for(
    store: Store, drop: Path
) -> None:
    (drop / "a.jpg").unlink()
    os.mkfifo(drop / "a.jpg")

    assert faults(store, full=True)[0] == f"{drop}/a.jpg: not a regular file"
