"""The command line as a whole: its table, its help, its exit statuses, its formats."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from photocat import Catalog
from photocat.cli.commands import COMMANDS


def photocat(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "photocat", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


@pytest.fixture(scope="module")
def catalog(gallery_catalog: Catalog) -> str:
    return gallery_catalog.address


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help_that_begins_as_the_table_says(command: object) -> None:
    from importlib import import_module

    module = import_module(f"photocat.cli.{command.name}")  # type: ignore[attr-defined]

    assert module.command.help.startswith(command.help.rstrip("."))  # type: ignore[attr-defined]


def test_a_pipe_gets_json_lines(catalog: str) -> None:
    done = photocat("--catalog", catalog, "search", "date:2016-03")
    found = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 0
    assert found
    assert {match["match"] for match in found} == {"certain"}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "geojson", "paths"])
def test_every_format_tells_of_the_same_photos(catalog: str, form: str) -> None:
    done = photocat("--catalog", catalog, "search", "in:Tartus", "--format", form)
    expected = len(Catalog(catalog).search("in:Tartus"))

    counted = {
        "table": lambda out: sum(line[:4].strip().isdigit() for line in out.splitlines()),
        "json": lambda out: len(json.loads(out)),
        "jsonl": lambda out: len(out.splitlines()),
        "csv": lambda out: len(list(csv.DictReader(out.splitlines()))),
        "geojson": lambda out: len(json.loads(out)["features"]),
        "paths": lambda out: sum(Path(line).exists() for line in out.splitlines()),
    }
    assert counted[form](done.stdout) == expected


def test_geojson_puts_longitude_first(catalog: str) -> None:
    done = photocat("--catalog", catalog, "search", "bbox:35,34,37,36", "--format", "geojson")
    points = [
        feature["geometry"]["coordinates"]
        for feature in json.loads(done.stdout)["features"]
        if feature["geometry"]
    ]

    assert points
    assert all(35 < lon < 37 and 34 < lat < 36 and lon > lat for lon, lat in points)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["search", "zeppelin"], 1, ""),
        (["search", "dat:2016"], 2, "did you mean date:?"),
        (["search", "date:2016-13"], 2, "at position 6"),
        (["serach"], 2, "Did you mean 'search'?"),
        (["show", "999"], 2, "no photo has the id"),
        (["ingest", "/no/such/folder"], 6, "/no/such/folder"),
    ],
)
def test_what_goes_wrong_says_so_and_has_a_status(
    catalog: str, arguments: list[str], status: int, said: str
) -> None:
    done = photocat("--catalog", catalog, *arguments)

    assert done.returncode == status, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_catalog_that_is_not_there_is_status_4_and_named(tmp_path: Path) -> None:
    done = photocat("--catalog", tmp_path / "none.db", "search")

    assert done.returncode == 4
    assert "none.db" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_counting_prints_one_number(catalog: str) -> None:
    assert photocat("--catalog", catalog, "search", "--count").stdout == "26\n"


def test_a_reader_that_has_seen_enough_is_no_error(catalog: str) -> None:
    command = f"{sys.executable} -m photocat --catalog {catalog} dump --normalised | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_a_file_is_read_without_a_catalog(gallery: list[object], tmp_path: Path) -> None:
    file = gallery[0].path  # type: ignore[attr-defined]
    done = photocat("read", file, "--format", "json", cwd=tmp_path)
    shape = json.loads(done.stdout)

    assert "id" not in shape
    assert shape["files"][0]["path"] == str(file)
    assert shape["statements"]
    assert shape["tags"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_does_not_hide_the_others(
    gallery: list[object], tmp_path: Path
) -> None:
    (tmp_path / "noise.jpg").write_bytes(b"no picture at all")
    file = gallery[0].path  # type: ignore[attr-defined]
    done = photocat("read", tmp_path / "noise.jpg", file)

    assert done.returncode == 3
    assert "noise.jpg" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_ingest_tells_of_every_file_and_sums_up(gallery: list[object], tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "notes.txt").write_text("not a photo")
    (tmp_path / "photos" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0broken")
    good = gallery[0].path  # type: ignore[attr-defined]
    (tmp_path / "photos" / "good.jpg").write_bytes(good.read_bytes())
    done = photocat("ingest", "photos", "--jobs", "1", cwd=tmp_path)
    *files, summary = map(json.loads, done.stdout.splitlines())

    assert done.returncode == 3
    assert {Path(file["path"]).name: file["outcome"] for file in files} == {
        "notes.txt": "skipped",
        "broken.jpg": "failed",
        "good.jpg": "stored",
    }
    assert summary["summary"] == {"stored": 1, "known": 0, "skipped": 1, "failed": 1}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    assert "_PHOTOCAT_COMPLETE" in photocat("completion", shell).stdout
