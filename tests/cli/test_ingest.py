"""``photocat ingest`` as it is called."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from photocat.cli import photocat
from photocat.sample import Delivered


@pytest.mark.parametrize("kept", [True, False])
def test_previews_and_the_digest_of_the_pixels_can_be_declined(
    kept: bool, tmp_path: Path, gallery: list[Delivered]
) -> None:
    def call(*arguments: str) -> str:
        command = ["--catalog", str(tmp_path / "catalog.db"), *arguments]
        done = CliRunner().invoke(photocat, command, standalone_mode=False)
        assert done.return_value == 0, done.output
        return done.stdout

    declined = () if kept else ("--no-previews", "--no-pixels", "--no-features")
    call("ingest", "--jobs", "1", *declined, os.fspath(gallery[0].path))
    photo = json.loads(call("show", "1", "--format", "json"))

    assert bool(photo["pixel_digest"]) is kept
    assert bool(list(tmp_path.glob("catalog.previews/*/*.jpg"))) is kept
    assert len(photo["fingerprints"]) == (4 if kept else 3)
