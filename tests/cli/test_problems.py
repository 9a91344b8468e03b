"""Files that were listed are read again when one asks for that, and not before."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from photocat import Catalog, IngestOptions
from photocat.cli import photocat
from photocat.sample import Delivered


@pytest.fixture
def drop(tmp_path: Path, gallery: list[Delivered]) -> Path:
    """A photo, one that is damaged though its size and time will stay, and one that will go."""
    folder = tmp_path / "drop"
    folder.mkdir()
    good = shutil.copy(gallery[0].path, folder / "good.jpg")
    (folder / "caf\udce9.jpg").write_bytes(bytes(os.path.getsize(good)))
    (folder / "gone.jpg").write_bytes(b"nothing")
    return folder


def ingest(drop: Path) -> None:
    with Catalog.init(f"{drop}.db") as catalog:
        list(catalog.add([drop], options=IngestOptions(jobs=0)))


def call(drop: Path, *arguments: str) -> Result:
    command = ["--catalog", f"{drop}.db", *arguments]
    return CliRunner().invoke(photocat, command, standalone_mode=False)


def test_what_was_listed_is_read_again(drop: Path) -> None:
    ingest(drop)
    assert len(json.loads(call(drop, "problems", "--format", "json").stdout)) == 2
    damaged, good = drop / "caf\udce9.jpg", drop / "good.jpg"
    before = damaged.stat()
    damaged.write_bytes(good.read_bytes())
    os.utime(damaged, ns=(before.st_atime_ns, before.st_mtime_ns))
    (drop / "gone.jpg").unlink()
    ingest(drop)

    done = call(drop, "problems", "--retry", "--format", "jsonl")
    assert (done.return_value, json.loads(done.stdout.splitlines()[0])["outcome"]) == (0, "known")
    listed = json.loads(call(drop, "problems", "--format", "json").stdout)
    assert listed == [], listed
    assert call(drop, "problems", "--retry").return_value == 1
