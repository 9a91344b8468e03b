"""Changing things from the command line: shown, asked about, done, told, and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from photocat import Catalog, IngestOptions
from photocat.cli import photocat
from photocat.sample import Delivered

Call = Callable[..., Result]


@pytest.fixture
def catalog(tmp_path: Path, gallery: list[Delivered]) -> str:
    address = str(tmp_path / "catalog.db")
    files = [d.path for d in gallery if d.scene.name in ("jet", "corvette")]
    with Catalog.init(address) as opened:
        list(opened.add(files, supplier="AP", options=IngestOptions(jobs=0)))
    return address


@pytest.fixture
def call(catalog: str) -> Call:
    """``call(*arguments, input=…)``: one command on the catalog."""

    def call(*arguments: str, **options: Any) -> Result:
        command = ["--catalog", catalog, *arguments]
        return CliRunner(env={"PHOTOCAT_WHO": "ada"}).invoke(photocat, command, **options)

    return call


def read(catalog: str, photo: int = 1) -> Any:
    with Catalog(catalog) as opened:
        return opened.show(photo)


def test_an_edit_is_made_told_and_taken_back(call: Call, catalog: str) -> None:
    before = read(catalog)
    done = call("edit", "--photo", "1", "headline=New", "-y", "--format", "json")

    assert json.loads(done.stdout)["changes"] == [
        {"photo": 1, "field": "headline", "old": [before["headline"]], "new": ["New"]}
    ]
    assert "photocat undo" in done.stderr
    assert read(catalog)["headline"] == "New"
    logged = json.loads(call("log", "1", "--format", "jsonl").stdout.splitlines()[0])
    assert (logged["who"], logged["verb"]) == ("ada", "edit")
    call("undo")
    assert read(catalog)["headline"] == before["headline"]


def test_nothing_is_changed_when_nobody_can_be_asked(call: Call, catalog: str) -> None:
    before = read(catalog)
    done = call("edit", "--photo", "1", "headline=New")

    assert "nobody to ask" in str(done.exception)
    assert read(catalog) == before


@pytest.mark.parametrize(("answer", "changed"), [("y", True), ("n", False), ("", False)])
def test_a_person_is_shown_the_change_and_asked(
    call: Call,
    catalog: str,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    changed: bool,
) -> None:
    monkeypatch.setattr("photocat.cli.changes._is_someone_there", lambda: True)
    done = call("edit", "--photo", "1", "headline=New\x1b[31m", input=answer)

    assert "+ New\\x1b[31m" in done.stderr
    assert "Change 1 photo?" in done.stderr
    assert (read(catalog)["headline"] == "New\x1b[31m") is changed


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["edit", "caption=x"], "say which photos"),
        (["edit", "--all", "jet", "caption=x"], "only one of them"),
        (["edit", "jet"], "nothing to say"),
        (["edit", "jet", "captoin=x", "-y"], "did you mean caption"),
        (["decide", "1", "99", "same"], "no photo"),
        (["undo"], "nothing to undo"),
        (["duplicates", "--plan", "--pairs"], "ask for one"),
        (["duplicates", "--best", "lager"], "did you mean larger"),
    ],
)
def test_what_makes_no_sense_is_refused(call: Call, arguments: list[str], complaint: str) -> None:
    refused = call(*arguments)

    assert complaint in str(refused.exception)
    assert getattr(refused.exception, "exit_status", None) == 2


def test_decisions_are_listed_exported_and_imported(call: Call, tmp_path: Path) -> None:
    call("decide", "1", "2", "different", "--note", "not the same")
    exported = call("decisions", "--format", "jsonl").stdout
    (tmp_path / "decisions.jsonl").write_text(exported, "utf-8")
    call("undo")
    assert call("decisions", "--format", "jsonl").stdout == ""

    taken = call("decisions", "--import", str(tmp_path / "decisions.jsonl"), "--format", "json")
    assert json.loads(taken.stdout)["imported"] == 1
    assert call("decisions", "--format", "jsonl").stdout == exported


def test_conflicts_name_who_said_what(call: Call) -> None:
    (work,) = json.loads(call("conflicts", "--gravity", "grave", "--format", "json").stdout)

    assert work["conflicts"][0]["values"] == ["2019-09", "2018-08"]
    assert "years-apart" in call("conflicts", "--format", "table").stdout


def test_an_ingest_warns_of_a_picture_with_another_story(
    gallery: list[Delivered], tmp_path: Path
) -> None:
    files = [str(d.path) for d in gallery if d.scene.name == "corvette"]
    command = ["--catalog", str(tmp_path / "c.db"), "ingest", *files, "--jobs", "1"]
    done = CliRunner().invoke(photocat, [*command, "--format", "jsonl"])
    lines = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.stderr.startswith("conflict: work 1: date_created ")
    assert [next(iter(line)) for line in lines] == ["path", "path", "conflict", "summary"]
    assert lines[-2]["conflict"]["gravity"] == "grave"
    again = CliRunner().invoke(photocat, [*command, "--format", "json"])
    assert json.loads(again.stdout)["conflicts"] == []


def test_captions_are_read_again_and_nothing_is_said_twice(call: Call, catalog: str) -> None:
    before = read(catalog)
    done = call("reread", "--format", "json")

    assert json.loads(done.stdout) == {"txns": [], "changes": []}
    assert done.stderr == "captions of 0 photos say else\n"
    assert read(catalog) == before
