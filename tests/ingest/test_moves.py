"""A file that moved is known by its bytes: nothing is decoded again, nothing said of it is lost.

A folder that is not what it was is refused.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from photocat import Catalog
from photocat.errors import SourceRefused
from photocat.ingest import IngestOptions, read, roots
from photocat.store import Store

Draw = Callable[..., Path]


@pytest.fixture
def catalog(store: Store, drop: Path) -> Catalog:
    catalog = Catalog(store.address, store=store)
    assert ingest(catalog, drop) == {"stored": 6}
    return catalog


@pytest.fixture
def drop(tmp_path: Path, draw: Draw) -> Path:
    for seed in range(6):
        draw(tmp_path / f"photos/drop/{seed}.jpg", seed)
    return tmp_path / "photos/drop"


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The formats of what was decoded, one for each picture."""
    formats: list[str] = []
    decode = read.decode_reduced

    def note(data: bytes, format: str, *rest: Any) -> Any:
        formats.append(format)
        return decode(data, format, *rest)

    monkeypatch.setattr(read, "decode_reduced", note)
    return formats


def ingest(catalog: Catalog, *paths: Path, **options: Any) -> dict[str, int]:
    told = catalog.add(paths, options=IngestOptions(jobs=0, **options))
    outcomes = [added.outcome for added in told]
    return {outcome: outcomes.count(outcome) for outcome in sorted(set(outcomes))}


def test_what_moved_keeps_all_that_is_said_of_it_and_is_not_decoded(
    catalog: Catalog, drop: Path, decoded: list[str]
) -> None:
    for photo in range(1, 7):
        catalog.edit([photo], [f"caption=Photo {photo}."])
    catalog.decide(1, 2, "different")
    before = {m.id: m.record["caption"] for m in catalog.search("")}
    (drop.parent / "moved/deeper").mkdir(parents=True)
    for path in drop.glob("*.jpg"):
        path.rename(drop.parent / "moved/deeper" / f"new {path.name}")

    assert ingest(catalog, drop.parent) == {"known": 6}
    assert decoded == []
    assert {m.id: m.record["caption"] for m in catalog.search("")} == before
    assert len(catalog.decisions()) == 1
    states = sorted(
        (os.path.basename(file["path"]), file["state"]) for file in catalog.show(1)["files"]
    )
    assert states == [("0.jpg", "missing"), ("new 0.jpg", "present")]


def test_two_that_change_names_are_told_apart(
    catalog: Catalog, drop: Path, decoded: list[str]
) -> None:
    one, other = drop / "0.jpg", drop / "1.jpg"
    ids = [catalog.show(str(path))["id"] for path in (one, other)]
    one.rename(drop / "between")
    other.rename(one)
    (drop / "between").rename(other)
    for path in (one, other):
        os.utime(path, ns=(1, path.stat().st_mtime_ns + 10**9))

    ingest(catalog, drop)
    assert [catalog.show(str(path))["id"] for path in (other, one)] == ids
    assert decoded == []


def test_a_copy_is_a_second_file_of_the_same_photo(
    catalog: Catalog, drop: Path, decoded: list[str]
) -> None:
    shutil.copy(drop / "0.jpg", drop / "A.JPG")
    assert ingest(catalog, drop) == {"known": 7}
    assert (catalog.stats()["photos"], catalog.stats()["files"], decoded) == (6, 7, [])


def test_what_was_recognised_is_catalogued_as_if_it_had_been_decoded(
    catalog: Catalog, drop: Path, tmp_path: Path
) -> None:
    shutil.copy(drop / "0.jpg", drop / "copy.jpg")
    ingest(catalog, drop)
    with Catalog.init(tmp_path / "other.db") as other:
        ingest(other, drop)
        assert list(other.dump_normalised()) == list(catalog.dump_normalised())


def test_a_picture_that_was_not_read_well_is_read_again(
    store: Store, drop: Path, decoded: list[str]
) -> None:
    catalog = Catalog(store.address, store=store)
    damaged = drop / "0.jpg"
    damaged.write_bytes(damaged.read_bytes()[:-300])
    ingest(catalog, drop)
    assert [p["code"] for p in catalog.problems()] == ["truncated"]
    decoded.clear()
    damaged.rename(drop / "renamed.jpg")
    ingest(catalog, drop)
    assert len(decoded) == 1
    assert {p["path"] for p in catalog.problems()} >= {str(drop / "renamed.jpg")}


# --- a folder that is not what it was -------------------------------------------------------------


def test_an_absent_or_empty_folder_is_refused_and_loses_nothing(
    catalog: Catalog, drop: Path, decoded: list[str]
) -> None:
    before = list(catalog.dump_normalised())
    away = drop.rename(drop.with_name("away"))
    with pytest.raises(SourceRefused, match=r"is not there.*knows 6 files there"):
        ingest(catalog, drop)
    drop.mkdir()
    with pytest.raises(SourceRefused, match="holds no files"):
        ingest(catalog, drop)
    drop.rmdir()
    away.rename(drop)

    assert ingest(catalog, drop) == {"known": 6}
    assert (list(catalog.dump_normalised()), decoded) == (before, [])


def test_a_folder_on_another_device_is_refused(
    catalog: Catalog, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(catalog.dump_normalised())
    monkeypatch.setattr(roots, "devices_of", lambda paths: {path: [1, 2] for path in paths})
    with pytest.raises(SourceRefused, match="on another device than before"):
        ingest(catalog, drop)
    assert list(catalog.dump_normalised()) == before
    assert ingest(catalog, drop, accept_missing=True) == {"known": 6}


@pytest.mark.parametrize("same", [0, 1])
def test_a_device_that_only_got_another_number_is_the_same(
    catalog: Catalog, drop: Path, monkeypatch: pytest.MonkeyPatch, same: int
) -> None:
    (now,) = roots.devices_of([str(drop)]).values()
    other = [number if n == same else number + 1 for n, number in enumerate(now)]
    monkeypatch.setattr(roots, "devices_of", lambda paths: dict.fromkeys(paths, other))
    assert ingest(catalog, drop) == {"known": 6}


def test_a_folder_that_leads_to_another_file_system_is_refused(
    store: Store, drop: Path, tmp_path: Path
) -> None:
    memory = Path("/dev/shm")  # noqa: S108
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is one file system for temporary files here")
    elsewhere = memory / f"photocat-{os.getpid()}"
    catalog = Catalog(store.address, store=store)
    root = tmp_path / "link"
    root.symlink_to(drop)
    try:
        shutil.copytree(drop, elsewhere)
        assert ingest(catalog, root) == {"stored": 6}
        root.unlink()
        root.symlink_to(elsewhere)
        with pytest.raises(SourceRefused, match="on another device"):
            ingest(catalog, root)
    finally:
        shutil.rmtree(elsewhere, ignore_errors=True)
