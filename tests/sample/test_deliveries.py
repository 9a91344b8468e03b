"""The sample gallery keeps its word: twelve facts in our own sentences, always the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from photocat.dates import Edtf
from photocat.sample import AGENCIES, DELIVERIES, GALLERY, Delivered
from photocat.sample.said import Words, words_of


def test_there_are_twelve_scenes_and_every_one_is_delivered_once_as_an_original(
    gallery: list[Delivered],
) -> None:
    originals = [d.scene.name for d in gallery if d.relation == "original"]

    assert sorted(originals) == sorted(scene.name for scene in GALLERY)
    assert len(GALLERY) == 12


def test_every_relation_and_every_core_format_is_there(gallery: list[Delivered]) -> None:
    assert {d.relation for d in gallery} == {
        "original", "copy", "same-bytes", "same-pixels", "crop", "mirror", "sibling", "edit",
    }  # fmt: skip
    assert {d.path.suffix for d in gallery} == {".jpg", ".png", ".tif", ".webp"}
    assert {d.supplier for d in gallery} == {agency.name for agency in AGENCIES}


def test_every_derived_file_comes_from_one_of_the_same_scene(gallery: list[Delivered]) -> None:
    by_path = {d.path: d for d in gallery}

    for d in gallery:
        assert (d.of is None) == (d.relation == "original"), d.path
        assert d.of is None or by_path[d.of].scene == d.scene, d.path


def test_exactly_one_file_contradicts_its_scene_about_the_date(gallery: list[Delivered]) -> None:
    def contradicts(d: Delivered) -> bool:
        truth = Edtf.parse(d.scene.date)
        dates = [Edtf.parse(text) for text in d.values("date_created")]
        return any(t.latest < truth.earliest or t.earliest > truth.latest for t in dates)

    odd = [d for d in gallery if contradicts(d)]

    assert [(d.scene.name, d.relation, d.values("date_created")) for d in odd] == [
        ("corvette", "copy", ["2018-08"])
    ]


def test_the_written_dates_are_no_finer_than_the_facts() -> None:
    assert all(len(d.date) <= len(s.date) for d in DELIVERIES for s in GALLERY if s.name == d.scene)


def test_another_process_writes_the_same_bytes_and_leaves_right_files_alone(
    folder: Path, gallery: list[Delivered]
) -> None:
    def state(path: Path) -> tuple[str, int]:
        return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns

    files = sorted(path for path in folder.rglob("*") if path.is_file())
    before = {path: state(path) for path in files}
    lost = gallery[0].path
    lost.unlink()
    script = (
        "import sys; from pathlib import Path; from photocat.sample import write_gallery;"
        "write_gallery(Path(sys.argv[1]))"
    )

    subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo"},
    )

    assert sorted(path for path in folder.rglob("*") if path.is_file()) == files
    assert {path for path in files if state(path)[0] != before[path][0]} == set()
    assert {path for path in files if state(path)[1] != before[path][1]} == {lost}


# --- beside the gallery whose facts are told ------------------------------------------------------


@pytest.fixture(scope="module")
def captions(corpus: Path) -> list[dict[str, Any]]:
    lines = (corpus / "captions" / "seed-gold.jsonl").read_text("utf-8").splitlines()
    return [line for line in map(json.loads, lines) if line["kind"] == "caption"]


def test_the_scenes_have_the_dates_and_places_of_the_gallery(
    captions: list[dict[str, Any]],
) -> None:
    told = [(c["photo_date"]["edtf"], c["place"]["lat"], c["place"]["lon"]) for c in captions]

    assert [(s.date, s.place.lat, s.place.lon) for s in GALLERY] == told


def test_no_sentence_of_the_gallery_is_repeated(shared: Path) -> None:
    def fours(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.casefold())
        return set(zip(words, words[1:], words[2:], words[3:], strict=False))

    def told(words: Words) -> str:
        return " / ".join(value for values in words.values() for value in values)

    seed = "\n".join(path.read_text("utf-8") for path in (shared / "seed").glob("*.txt"))
    ours = [told(words_of(delivery)) for delivery in DELIVERIES] + [s.seen for s in GALLERY]

    assert len(fours(seed)) > 300
    assert [phrase for text in ours for phrase in fours(text) & fours(seed)] == []


def test_no_two_files_tell_a_story_in_the_same_words() -> None:
    told = sorted(d.caption for d in DELIVERIES if d.caption)

    assert all(first != second for first, second in pairwise(told))
