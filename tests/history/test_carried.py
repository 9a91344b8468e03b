"""What people said of a picture holds on when a program rewrites what its file says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from photocat import Catalog
from photocat.ingest import IngestOptions
from photocat.sample import Delivered

Ingest = Callable[[], None]


def commented(jpeg: bytes) -> bytes:
    """The same picture with a comment (T.81, B.2.4.5)."""
    return jpeg[:2] + b"\xff\xfe\x00\x07hello" + jpeg[2:]


@pytest.fixture
def folder(tmp_path: Path, few: list[Delivered]) -> Path:
    there = tmp_path / "desk"
    there.mkdir()
    for delivered in few:
        (there / delivered.path.name).write_bytes(delivered.path.read_bytes())
    return there


@pytest.fixture
def desk(catalog_url: str) -> Iterator[Catalog]:
    with Catalog.init(catalog_url, who="ada") as catalog:
        yield catalog


@pytest.fixture
def ingest(desk: Catalog, folder: Path) -> Ingest:
    def once() -> None:
        list(desk.add([folder], options=IngestOptions(jobs=0, features=False)))

    once()
    return once


@pytest.fixture
def jet(folder: Path) -> Path:
    return folder / "QH-0412207.jpg"


def by_people(catalog: Catalog, photo: Path) -> list[tuple[str, str]]:
    said = catalog.show(str(photo))["statements"]
    return sorted((s["field"], s["text"]) for s in said if s["origin"] == "person ada")


def test_words_of_people_go_on_with_the_picture(desk: Catalog, jet: Path, ingest: Ingest) -> None:
    before = desk.show(str(jet))
    desk.edit([str(jet)], ["headline=Said by Ada", "keywords+=checked", "keywords-=Su-25"])
    said = by_people(desk, jet)
    jet.write_bytes(commented(jet.read_bytes()))
    ingest()
    after = desk.show(str(jet))
    assert after["id"] != before["id"]
    assert after["work"] == before["work"]
    assert by_people(desk, jet) == said != []
    assert after["headline"] == "Said by Ada"
    assert "checked" in after["keywords"]
    assert "Su-25" not in after["keywords"]
    assert {match.id for match in desk.search("headline:Ada")} == {before["id"], after["id"]}
    (txn,) = [txn for txn in desk.log(after["id"]) if txn["verb"] == "ingest"]
    assert {c["key"] for c in desk.log(txn=txn["txn"])[0]["changes"]} >= {"headline", "keywords"}


def test_what_people_decided_about_it_is_not_asked_again(
    desk: Catalog, folder: Path, jet: Path, ingest: Ingest
) -> None:
    copy = str(folder / "hw1890042.jpg")
    desk.decide(copy, str(jet), "different", note="another plane")
    jet.write_bytes(commented(jet.read_bytes()))
    ingest()
    assert desk.show(str(jet))["work"] != desk.show(copy)["work"]
    assert {d["decision"] for d in desk.decisions()} == {"different"}
    assert len(desk.decisions()) == 2


def test_another_picture_in_the_same_file_is_another_story(
    desk: Catalog, jet: Path, ingest: Ingest
) -> None:
    desk.edit([str(jet)], ["headline=Said by Ada"])
    Image.effect_noise((640, 480), 60).save(jet)
    ingest()
    assert by_people(desk, jet) == []


def test_what_went_on_is_taken_back_with_the_ingest(
    desk: Catalog, folder: Path, jet: Path, ingest: Ingest
) -> None:
    def state() -> list[str]:
        return [json.dumps(line, sort_keys=True) for line in desk.dump_normalised()]

    desk.edit([str(jet)], ["headline=Said by Ada"])
    desk.decide(str(folder / "hw1890042.jpg"), str(jet), "different")
    before = state()
    jet.write_bytes(commented(jet.read_bytes()))
    ingest()
    after = state()
    desk.undo(next(txn["txn"] for txn in desk.log() if txn["verb"] == "ingest"))
    assert state() == before
    desk.undo(desk.log()[0]["txn"])
    assert state() == after
