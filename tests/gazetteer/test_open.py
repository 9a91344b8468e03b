"""The embedded gazetteer is built once, by one process, in a folder that can be written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from photocat.cli import main
from photocat.gazetteer import open as opening
from photocat.gazetteer.build import build
from photocat.gazetteer.entry import NAME, Entry
from photocat.places import Point


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh cache folder, and sources of a single town, so that a build takes no time."""

    def one_town() -> Iterator[Entry]:
        names = [("Only Town", NAME, None, None)]
        yield Entry(1, "Only Town", "town", "SY", None, 35.0, 36.0, 1e3, 9, 2.0, list(names))

    monkeypatch.setenv(opening.CACHE, str(tmp_path / "cache"))
    monkeypatch.setenv(opening.DATA, str(tmp_path / "data"))
    monkeypatch.setattr("photocat.gazetteer.sources.embedded", one_town)
    return tmp_path / "cache"


def test_it_is_built_once_and_said_once(cache: Path) -> None:
    said: list[str] = []
    first = opening.embedded_file(said.append)
    told = len(said)

    assert said[0].startswith("building the gazetteer (once on this machine")
    assert str(first) in said[0]
    assert opening.embedded_file(said.append) == first
    assert len(said) == told


def test_a_build_that_was_killed_half_way_counts_for_nothing(cache: Path) -> None:
    path = opening.embedded_file(str)
    path.unlink()
    half_made = cache / f".{path.name}-killed"
    half_made.mkdir()
    (half_made / "part.sqlite").write_bytes(b"half")

    assert opening.embedded_file(str) == path
    assert opening.open_gazetteer().find("Only Town")[0].point.distance_m(Point(35, 36)) < 1
    assert not half_made.exists()


def test_who_comes_second_waits_and_takes_what_the_first_built(cache: Path) -> None:
    import threading

    said: list[str] = []
    cache.mkdir()
    built = threading.Event()

    def second() -> None:
        opening.embedded_file(said.append)
        built.set()

    with opening.one_at_a_time(cache / "gazetteer.lock", str):
        thread = threading.Thread(target=second)
        thread.start()
        assert not built.wait(0.2)
    thread.join(20)

    assert said[0] == "another photocat is building the gazetteer; waiting"
    assert built.is_set()


def test_where_the_cache_cannot_be_written_it_lies_with_the_temporary_files(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.write_text("a file where a folder should be")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert opening.embedded_file(str).parent.parent == tmp_path


def test_where_nothing_can_be_written_it_says_so_and_what_to_do(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cache.write_text("a file where a folder should be")
    blocked = tmp_path / "blocked"
    blocked.write_text("another")
    monkeypatch.setattr("tempfile.tempdir", str(blocked))

    assert main(["place", "find", "Only Town"]) == 4
    told = capsys.readouterr().err
    assert "name one in PHOTOCAT_CACHE" in told
    assert str(cache) in told


def test_a_file_of_another_version_is_passed_over_and_told(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "data" / "places-old.sqlite"
    old.parent.mkdir()
    build(old, [], {})
    with sqlite3.connect(old) as file:
        file.execute("PRAGMA user_version = 1")

    assert opening.imported_files() == []
    assert "import it again" in capsys.readouterr().err
