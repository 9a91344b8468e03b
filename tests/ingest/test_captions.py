"""Manifests and JSON sidecars on the road into a catalog."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from photocat.errors import UsageError
from photocat.ingest import IngestOptions, add
from photocat.ingest.read import read_photo
from photocat.store import Store

Draw = Callable[..., Path]


def ingest(store: Store, drop: Path, *captions: Path) -> dict[str, str]:
    """By name: the outcome, or the code of what was skipped or failed."""
    options = IngestOptions(jobs=0, captions=tuple(map(str, captions)))
    told = add(store, [str(drop)], options=options)
    return {
        Path(a.path).name: a.outcome if a.outcome in ("stored", "known") else str(a.code)
        for a in told
    }


def headlines(store: Store) -> dict[str, str | None]:
    known = store.known_files(["/"])
    shapes = {s["id"]: s for s in store.read_shapes([f.photo_id for f in known.values()])}
    return {Path(path).name: shapes[f.photo_id]["headline"] for path, f in known.items()}


def touch_later(path: Path, text: str) -> None:
    later = path.stat().st_mtime_ns + 10**9
    path.write_text(text)
    os.utime(path, ns=(later, later))


@pytest.fixture
def drop(tmp_path: Path, draw: Draw) -> Path:
    for seed, name in enumerate(("a.jpg", "b.jpg")):
        draw(tmp_path / "drop" / name, seed)
    return tmp_path / "drop"


def test_a_manifest_beside_the_photos_speaks_for_them(store: Store, drop: Path) -> None:
    manifest = drop / "captions.csv"
    manifest.write_text("file,headline\na.jpg,At sea\n")

    assert ingest(store, drop) == {"a.jpg": "stored", "b.jpg": "stored", "captions.csv": "sidecar"}
    assert headlines(store) == {"a.jpg": "At sea", "b.jpg": None}
    assert ingest(store, drop)["a.jpg"] == "known"
    touch_later(manifest, "file,headline\na.jpg,At home\nb.jpg,By land\n")
    assert ingest(store, drop)["a.jpg"] == "stored"
    assert headlines(store) == {"a.jpg": "At home", "b.jpg": "By land"}


def test_a_manifest_that_was_given_once_goes_on_speaking(
    store: Store, drop: Path, tmp_path: Path
) -> None:
    manifest = tmp_path / "desk" / "of today.tsv"
    manifest.parent.mkdir()
    manifest.write_text("file\theadline\ndrop/b.jpg\tAt sea\n")

    assert ingest(store, drop, manifest) == {"a.jpg": "stored", "b.jpg": "stored"}
    assert headlines(store)["b.jpg"] == "At sea"
    assert ingest(store, drop) == {"a.jpg": "known", "b.jpg": "known"}
    touch_later(manifest, "file\theadline\ndrop/b.jpg\tAt home\n")
    assert ingest(store, drop) == {"a.jpg": "known", "b.jpg": "stored"}
    assert headlines(store)["b.jpg"] == "At home"


def test_a_manifest_given_by_hand_is_no_photo_where_it_lies_among_them(
    store: Store, drop: Path
) -> None:
    (drop / "0321.csv").write_text("file,headline\na.jpg,At sea\n")

    assert ingest(store, drop, drop / "0321.csv")["0321.csv"] == "sidecar"
    assert headlines(store)["a.jpg"] == "At sea"


@pytest.mark.parametrize("name", ["absent.csv", "readme.md"])
def test_what_is_no_manifest_is_refused_before_anything_is_done(
    store: Store, drop: Path, name: str
) -> None:
    (drop / "readme.md").write_text("file,headline\n")

    with pytest.raises(UsageError, match=name):
        ingest(store, drop, drop / name)
    assert store.known_files(["/"]) == {}


def test_a_json_beside_a_photo_speaks_for_it_and_another_is_no_photo(
    store: Store, drop: Path
) -> None:
    item = {"uri": "x", "type": "picture", "headlines": [{"value": "At sea"}]}
    (drop / "a.jpg.json").write_text(json.dumps(item))
    (drop / "package.json").write_text("{}")

    told = ingest(store, drop)

    assert (told["a.jpg.json"], told["package.json"]) == ("sidecar", "not-a-photo")
    assert headlines(store)["a.jpg"] == "At sea"


def test_damage_in_a_manifest_is_noted_where_no_row_was_found(drop: Path) -> None:
    (drop / "photos.jsonl").write_text('{"file": "a.jpg", "headline": "At sea"}\n{"file": "b.j\n')

    assert read_photo(str(drop / "a.jpg")).notes == ()
    assert [n.code for n in read_photo(str(drop / "b.jpg")).notes] == ["metadata-damaged"]


def test_the_name_of_a_file_lends_its_year_to_a_caption_beside_it(
    tmp_path: Path, draw: Draw
) -> None:
    path = draw(tmp_path / "2016-03-19 quay.jpg", 1)
    (tmp_path / "captions.csv").write_text(
        "file,caption\n2016-03-19 quay.jpg,A ferry leaves Riga on March 19.\n"
    )
    photo = read_photo(str(path))
    told = [s for s in photo.statements if s.evidence.origin.startswith("caption")]
    assert [s.text for s in told if s.field == "date_created"] == ["2016-03-19"]
