"""What becomes of files on their way into a catalog, and what later runs make of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from photocat.errors import SourceRefused
from photocat.fingerprints import PreviewCache
from photocat.ingest import IngestOptions, add
from photocat.ingest import workers as supervisor
from photocat.records import Added
from photocat.store import Store, open_store

Draw = Callable[..., Path]
Outcomes = dict[str, str]


def ingest(
    store: Store, *paths: Path, supplier: str | None = None, **options: Any
) -> dict[Path, Added]:
    """Add with no processes, unless ``jobs`` asks for some; every file is told of exactly once."""
    chosen = IngestOptions(**{"jobs": 0} | options)
    told = list(add(store, [str(path) for path in paths], supplier=supplier, options=chosen))

    assert len({added.path for added in told}) == len(told)
    return {Path(added.path): added for added in told}


def outcomes(told: dict[Path, Added]) -> Outcomes:
    """By name: the outcome, or the code of what was skipped or failed."""
    return {
        path.name: added.outcome if added.outcome in ("stored", "known") else str(added.code)
        for path, added in told.items()
    }


def files_of(store: Store) -> dict[str, tuple[int, str, str | None]]:
    """By name: which photo lies there, its state and supplier."""
    return {
        Path(path).name: (file.photo_id, file.state, file.supplier)
        for path, file in store.known_files(["/"]).items()
    }


def dump(store: Store) -> list[dict[str, Any]]:
    return list(store.dump_normalised())


@pytest.fixture
def drop(tmp_path: Path, draw: Draw) -> Path:
    """A folder as it is delivered: three photos in two folders, and what lies about."""
    folder = tmp_path / "drop"
    draw(folder / "a.jpg", 1)
    draw(folder / "b.jpg", 2)
    draw(folder / "sub/c.jpg", 3)
    (folder / "readme.txt").write_text("three photos")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0nothing else")
    (folder / "empty.jpg").touch()
    (folder / ".hidden.jpg").write_bytes(b"x")
    return folder


FIRST = {
    "a.jpg": "stored",
    "b.jpg": "stored",
    "c.jpg": "stored",
    "readme.txt": "not-a-photo",
    "broken.jpg": "undecodable",
    "empty.jpg": "empty",
    ".hidden.jpg": "hidden",
}
AGAIN = FIRST | dict.fromkeys(["a.jpg", "b.jpg", "c.jpg"], "known")


def test_every_file_is_stored_or_listed_with_a_reason(store: Store, drop: Path) -> None:
    told = ingest(store, drop)

    assert outcomes(told) == FIRST
    assert all(added.reason for added in told.values() if added.outcome in ("skipped", "failed"))
    assert told[drop / "readme.txt"].outcome == "skipped"
    assert told[drop / "broken.jpg"].outcome == "failed"
    listed = {Path(problem["path"]).name: problem["code"] for problem in store.problems()}
    assert listed == {name: FIRST[name] for name in ("readme.txt", "broken.jpg", "empty.jpg")}


def test_what_is_told_is_in_the_catalog_already(store: Store, drop: Path) -> None:
    options = IngestOptions(jobs=0)
    for added in add(store, [str(drop)], options=options):
        if added.outcome == "stored":
            assert store.find_photo(added.path) == added.id


def test_processes_and_their_number_make_no_difference(
    tmp_path: Path, store: Store, drop: Path
) -> None:
    with open_store(str(tmp_path / "other.db"), mode="create") as other:
        assert outcomes(ingest(other, drop, jobs=2)) == outcomes(ingest(store, drop))
        assert dump(other) == dump(store)


# --- the second run -------------------------------------------------------------------------------


@pytest.fixture
def nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any process that is started, and any file that is read, fails the test."""

    def never(*arguments: object) -> None:
        pytest.fail("something was read")

    monkeypatch.setattr(supervisor, "start_worker", never)
    monkeypatch.setattr(supervisor, "attempt", never)


@pytest.fixture
def ingested(store: Store, drop: Path) -> Store:
    ingest(store, drop)
    return store


def test_a_second_run_reads_nothing_and_changes_nothing(
    ingested: Store, drop: Path, nothing_is_read: None
) -> None:
    before = dump(ingested)

    assert outcomes(ingest(ingested, drop, jobs=2)) == AGAIN
    assert dump(ingested) == before


def test_what_failed_is_read_again_when_asked_or_changed(
    ingested: Store, drop: Path, draw: Draw
) -> None:
    assert outcomes(ingest(ingested, drop, retry=True)) == AGAIN

    draw(drop / "broken.jpg", 9)
    assert outcomes(ingest(ingested, drop)) == AGAIN | {"broken.jpg": "stored"}
    assert "broken.jpg" not in {Path(problem["path"]).name for problem in ingested.problems()}


def test_what_failed_and_is_gone_is_listed_no_longer(ingested: Store, drop: Path) -> None:
    (drop / "broken.jpg").unlink()
    (drop / "readme.txt").rename(drop / ".readme.txt")
    ingest(ingested, drop)

    assert [Path(problem["path"]).name for problem in ingested.problems()] == ["empty.jpg"]


def test_a_new_file_is_all_that_is_read(ingested: Store, drop: Path, draw: Draw) -> None:
    draw(drop / "sub/d.jpg", 4)

    assert outcomes(ingest(ingested, drop)) == AGAIN | {"d.jpg": "stored"}


def test_other_bytes_under_the_same_name_are_another_photo(
    ingested: Store, drop: Path, draw: Draw
) -> None:
    before = files_of(ingested)["a.jpg"]
    draw(drop / "a.jpg", 10)

    assert outcomes(ingest(ingested, drop)) == AGAIN | {"a.jpg": "stored"}
    now = files_of(ingested)["a.jpg"]
    assert now[0] != before[0]
    assert now[1] == "present"


def test_other_bytes_that_are_no_photo_leave_the_old_one_missing(
    ingested: Store, drop: Path
) -> None:
    photo, _, _ = files_of(ingested)["a.jpg"]
    (drop / "a.jpg").write_bytes(b"no longer")

    assert outcomes(ingest(ingested, drop)) == AGAIN | {"a.jpg": "not-a-photo"}
    assert files_of(ingested)["a.jpg"] == (photo, "missing", None)


def test_a_sidecar_that_comes_changes_or_goes_is_noticed(ingested: Store, drop: Path) -> None:
    sidecar = drop / "a.xmp"
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Headline="{}"/>'
        "</rdf:RDF></x:xmpmeta>"
    )
    photo, _, _ = files_of(ingested)["a.jpg"]

    for headline in ("First", "Second longer"):
        sidecar.write_text(packet.format(headline))
        told = ingest(ingested, drop)
        assert outcomes(told) == AGAIN | {"a.jpg": "stored", "a.xmp": "sidecar"}
        assert ingested.read_full(photo)["headline"] == headline
        assert outcomes(ingest(ingested, drop)) == AGAIN | {"a.xmp": "sidecar"}
    sidecar.unlink()
    ingest(ingested, drop)
    assert not ingested.read_full(photo)["headline"]
    assert outcomes(ingest(ingested, drop)) == AGAIN


# --- one photo, several files ---------------------------------------------------------------------


def test_the_same_bytes_at_two_paths_are_one_photo(
    store: Store, tmp_path: Path, draw: Draw
) -> None:
    draw(tmp_path / "in/a.jpg")
    shutil.copy(tmp_path / "in/a.jpg", tmp_path / "in/copy.jpg")
    told = ingest(store, tmp_path / "in")

    assert outcomes(told) == {"a.jpg": "stored", "copy.jpg": "known"}
    assert len({added.id for added in told.values()}) == 1


def test_the_same_bytes_from_two_suppliers_are_one_photo(
    store: Store, tmp_path: Path, draw: Draw
) -> None:
    draw(tmp_path / "ap/a.jpg")
    draw(tmp_path / "tass/t.jpg")
    ingest(store, tmp_path / "ap", supplier="AP")
    told = ingest(store, tmp_path / "tass", supplier="TASS")

    assert outcomes(told) == {"t.jpg": "known"}
    photo, _, _ = files_of(store)["a.jpg"]
    assert files_of(store) == {
        "a.jpg": (photo, "present", "AP"),
        "t.jpg": (photo, "present", "TASS"),
    }


def test_a_supplier_may_be_told_later_and_is_not_forgotten(
    ingested: Store, drop: Path, nothing_is_read: None
) -> None:
    ingest(ingested, drop / "a.jpg", supplier="AP")
    ingest(ingested, drop)

    assert [supplier for _, _, supplier in files_of(ingested).values()].count("AP") == 1


# --- moved, gone, back ----------------------------------------------------------------------------


def test_a_moved_file_is_the_same_photo_elsewhere(ingested: Store, drop: Path) -> None:
    photo, _, _ = files_of(ingested)["a.jpg"]
    (drop / "a.jpg").rename(drop / "sub/moved.jpg")
    told = ingest(ingested, drop)

    assert told[drop / "sub/moved.jpg"].outcome == "known"
    assert told[drop / "sub/moved.jpg"].id == photo
    assert files_of(ingested)["a.jpg"] == (photo, "missing", None)
    assert files_of(ingested)["moved.jpg"] == (photo, "present", None)


def test_two_files_that_swap_names_keep_their_photos(ingested: Store, drop: Path) -> None:
    before = files_of(ingested)
    (drop / "a.jpg").rename(drop / "x")
    (drop / "b.jpg").rename(drop / "a.jpg")
    (drop / "x").rename(drop / "b.jpg")
    ingest(ingested, drop)
    after = files_of(ingested)

    assert (after["a.jpg"][0], after["b.jpg"][0]) == (before["b.jpg"][0], before["a.jpg"][0])
    assert outcomes(ingest(ingested, drop)) == AGAIN


def test_a_file_that_vanished_is_missing_and_never_deleted(
    ingested: Store, drop: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    photo, _, _ = files_of(ingested)["c.jpg"]
    before = dump(ingested)
    (drop / "sub").rename(tmp_path / "away")
    ingest(ingested, drop)
    assert files_of(ingested)["c.jpg"] == (photo, "missing", None)
    assert ingested.read_full(photo)["width"] == 96

    (tmp_path / "away").rename(drop / "sub")
    request.getfixturevalue("nothing_is_read")
    assert outcomes(ingest(ingested, drop)) == AGAIN
    assert dump(ingested) == before


def test_what_lies_outside_the_named_folder_is_not_asked_for(ingested: Store, drop: Path) -> None:
    (drop / "a.jpg").unlink()
    ingest(ingested, drop / "sub")

    assert files_of(ingested)["a.jpg"][1] == "present"


def test_a_known_file_that_is_hidden_now_is_not_missing(ingested: Store, drop: Path) -> None:
    ingest(ingested, drop, hidden=True)
    (drop / "sub").rename(drop / ".sub")
    ingest(ingested, drop, hidden=True)
    ingest(ingested, drop)

    known = ingested.known_files(["/"])
    assert known[str(drop / ".sub/c.jpg")].state == "present"
    assert known[str(drop / "sub/c.jpg")].state == "missing"


@pytest.mark.parametrize("emptied", ["absent", "empty", "empty folders", "hidden leftovers"])
def test_a_folder_that_is_not_what_it_was_is_refused(
    ingested: Store, drop: Path, emptied: str
) -> None:
    before = dump(ingested)
    shutil.rmtree(drop)
    if emptied != "absent":
        drop.mkdir()
    if emptied == "empty folders":
        (drop / "sub").mkdir()
    if emptied == "hidden leftovers":
        (drop / ".DS_Store").touch()
    with pytest.raises(SourceRefused, match=r"catalog knows 3 files there; --accept-missing"):
        ingest(ingested, drop)
    assert dump(ingested) == before

    ingest(ingested, drop, accept_missing=True)
    assert {state for _, state, _ in files_of(ingested).values()} == {"missing"}


def test_a_path_that_never_was_is_refused_whatever_is_accepted(
    store: Store, tmp_path: Path
) -> None:
    for accept in (False, True):
        with pytest.raises(SourceRefused, match="absent is not there"):
            ingest(store, tmp_path / "absent", accept_missing=accept)
    assert ingest(store, tmp_path) is not None


# --- names, own files, dry runs -------------------------------------------------------------------


def test_any_file_name_goes_in_and_comes_back(store: Store, tmp_path: Path, draw: Draw) -> None:
    names = ["new\nline", "esc\x1b[31m", "\u202ertl", "%'\"", os.fsdecode(b"caf\xe9"), "ü" * 100]
    for seed, name in enumerate(names):
        draw(tmp_path / "in" / name, seed)

    assert outcomes(ingest(store, tmp_path / "in")) == dict.fromkeys(names, "stored")
    assert outcomes(ingest(store, tmp_path / "in")) == dict.fromkeys(names, "known")
    assert set(files_of(store)) == set(names)


def test_a_catalog_in_its_own_folder_is_not_ingested(tmp_path: Path, draw: Draw) -> None:
    draw(tmp_path / "a.jpg")
    with open_store(str(tmp_path / "catalog.db"), mode="create") as store:
        cache = PreviewCache(store.cache_folder)
        for _ in range(2):
            list(add(store, [str(tmp_path)], options=IngestOptions(jobs=0), cache=cache))

        assert list(cache.folder.rglob("*.jpg"))
        assert set(files_of(store)) == {"a.jpg"}


def test_a_dry_run_says_what_would_happen_and_writes_nothing(store: Store, drop: Path) -> None:
    shutil.copy(drop / "a.jpg", drop / "copy.jpg")
    before = dump(store)

    assert outcomes(ingest(store, drop, dry_run=True)) == FIRST | {"copy.jpg": "known"}
    assert dump(store) == before
    assert store.stats()["runs"] == 0


def test_a_file_that_kills_its_reader_is_listed_and_not_tried_again(
    store: Store, drop: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import lethal

    monkeypatch.setattr("photocat.ingest.read.read_found", lethal.read_found_but_die_of_b)
    expected = FIRST | {"b.jpg": "crashed"}

    assert outcomes(ingest(store, drop, jobs=1)) == expected
    request.getfixturevalue("nothing_is_read")
    assert outcomes(ingest(store, drop, jobs=1)) == AGAIN | {"b.jpg": "crashed"}


# --- runs that end early --------------------------------------------------------------------------


def test_a_caller_who_asks_no_further_leaves_what_the_next_run_completes(
    store: Store, drop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photocat.ingest.batch.PHOTOS", 1)
    told = add(store, [str(drop)], options=IngestOptions(jobs=0))
    assert next(added for added in told if added.outcome == "stored").path == str(drop / "a.jpg")
    told.close()

    assert outcomes(ingest(store, drop)) == FIRST | {"a.jpg": "known"}
    with open_store(str(tmp_path / "other.db"), mode="create") as other:
        ingest(other, drop)
        assert dump(store) == dump(other)
