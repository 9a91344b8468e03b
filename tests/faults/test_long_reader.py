"""Somebody who reads one state of a catalog for hours is not disturbed, and is told of."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from photocat.cli import main
from photocat.store import open_store, wal
from photocat.store.tables import photos


def test_an_ingest_says_what_a_long_reader_keeps_beside_the_catalog(
    drop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(wal, "LONG", 10_000)
    path = tmp_path / "catalog.db"
    log = path.with_name("catalog.db-wal")
    count = select(func.count()).select_from(photos)
    assert main(["--catalog", str(path), "init"]) == 0
    with open_store(path) as store:
        with store.reading() as connection:
            assert connection.scalar(count) == 0
            assert main(["--catalog", str(path), "ingest", str(drop), "--jobs", "1"]) == 3
            assert connection.scalar(count) == 0
            assert log.stat().st_size > 40_000
        assert "MB of changes stand beside the catalog" in capsys.readouterr().err
        with store.reading() as connection:
            assert connection.scalar(count) == 5
    assert not log.exists()
    assert main(["--catalog", str(path), "ingest", str(drop), "--jobs", "1"]) == 3
    assert "MB of changes" not in capsys.readouterr().err
