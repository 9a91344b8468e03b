"""``photocat export`` from the shell: data to stdout, words to stderr, a status that says how."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from photocat import Catalog
from photocat.cli import main, photocat
from photocat.errors import UsageError
from photocat.exporting import FORMATS
from photocat.records import Evidence, ImageFile, Photo, Statement


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    folder = tmp_path_factory.mktemp("catalog")
    with Catalog.init(folder / "catalog.db") as catalog:
        read = []
        for number in range(4):
            path = folder / "drop" / f"{number}.jpg"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"%d" % number)
            said = Statement("caption", f"Jets {number}", Evidence("IIM 2:120", "Jets", "text"), 0)
            file = ImageFile(str(path), 1, path.stat().st_mtime_ns, "AP")
            read.append(Photo(file, f"{number:064x}", "JPEG", 4, 3, statements=(said,)))
        store = catalog._store
        store.add_photos(store.begin_run("ingest"), read)
        yield catalog


def run(catalog: Catalog, *arguments: str) -> Result:
    command = ["--catalog", catalog.address, "export", *arguments]
    return CliRunner().invoke(photocat, command, standalone_mode=False)


def test_a_format_alone_goes_to_standard_output_and_says_nothing_else(catalog: Catalog) -> None:
    done = run(catalog, "jets", "--to", "csv", "--columns", "id,caption", "--limit", "2")

    assert done.stdout_bytes == b"id,caption\r\n1,Jets 0\r\n2,Jets 1\r\n"
    assert done.stderr == ""
    assert done.return_value == 0
    dash = run(catalog, "jets", "--to", "-", "--format", "csv", "--fields", "id,caption")
    assert dash.stdout.startswith(done.stdout)


def test_a_file_is_told_of_on_stderr(catalog: Catalog, tmp_path: Path) -> None:
    done = run(catalog, "--to", str(tmp_path / "all.jsonl"))

    assert done.stdout == ""
    assert done.stderr == f"4 photos in {tmp_path}/all.jsonl\n"
    lines = (tmp_path / "all.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == [1, 2, 3, 4]


def test_a_folder_is_for_sidecars(catalog: Catalog, tmp_path: Path) -> None:
    done = run(catalog, "jets", "--to", f"{tmp_path}/side/")

    assert done.stderr == f"4 photos as 4 sidecars in {tmp_path}/side/\n"
    assert sorted(os.listdir(tmp_path / "side")) == [f"{n}.jpg.xmp" for n in range(4)]
    (tmp_path / "side" / "2.jpg.xmp").write_text("mine")

    again = run(catalog, "jets", "--to", f"{tmp_path}/side/")
    assert again.return_value == 3
    assert "refused: " in again.stderr
    assert "there already; pass --force" in again.stderr
    assert "4 photos as 3 sidecars, 1 refused" in again.stderr


def test_nothing_found_is_an_empty_file_and_status_1(catalog: Catalog, tmp_path: Path) -> None:
    done = run(catalog, "zeppelin", "--to", str(tmp_path / "none.geojson"))

    assert done.return_value == 1
    assert json.loads((tmp_path / "none.geojson").read_text())["features"] == []


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--to", "-"], "say in which format"),
        (["--to", "pictures.doc"], "does not tell its format"),
        (["--to", "xmp"], "need a folder"),
        (["--to", "csv", "--columns", "captoin"], "did you mean caption"),
    ],
)
def test_what_makes_no_sense_is_told(
    arguments: list[str], complaint: str, catalog: Catalog
) -> None:
    done = run(catalog, *arguments)

    assert isinstance(done.exception, UsageError)
    assert complaint in str(done.exception)


def test_a_file_that_is_there_is_status_2_and_stays(
    catalog: Catalog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "all.csv").write_text("mine")
    command = ["--catalog", catalog.address, "export", "--to", str(tmp_path / "all.csv")]

    assert main(command) == 2
    assert "pass --force" in capsys.readouterr().err
    assert (tmp_path / "all.csv").read_text() == "mine"
    assert main([*command, "--force"]) == 0


def test_parquet_is_not_printed_on_a_terminal(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photocat.cli.export._is_terminal", lambda: True)

    assert "name a file" in str(run(catalog, "--to", "parquet").exception)
    assert run(catalog, "--to", "jsonl").return_value == 0


def test_help_names_every_format_and_its_endings(catalog: Catalog) -> None:
    told = run(catalog, "--help").stdout

    for format in FORMATS:
        assert format.help in told
        assert " ".join(format.endings) in told


def test_on_a_terminal_a_line_counts_and_is_gone_in_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from photocat.cli.progress import progress

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as show:
        show("1,234 photos")

    told = capsys.readouterr()
    assert "1,234 photos" in told.err
    assert told.err.rstrip().endswith("\x1b[2K")
    assert told.out == ""
