"""Thousands of damaged files among sound ones: each is stored or listed, and none harms another."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from mutants import mutant

from photocat import Catalog
from photocat.dedup.join import join
from photocat.ingest import IngestOptions
from photocat.records import Added
from photocat.sample import Delivered

AFew = Callable[..., Sequence[int]]

AT_ONCE = 1_000
LARGEST = 150_000


def seeds(gallery: Sequence[Delivered], shared: Path | None) -> list[bytes]:
    """The files of the sample gallery, and small real ones where there are any."""
    paths = [delivered.path for delivered in gallery]
    if shared is not None:
        for folder in ("metadata", "hostile"):
            found = (shared / "corpora" / folder).rglob("*")
            paths += sorted(path for path in found if path.is_file())
    return [path.read_bytes() for path in paths if 0 < path.stat().st_size < LARGEST]


@pytest.fixture(scope="module")
def real(request: pytest.FixtureRequest) -> Path | None:
    try:
        folder: Path = request.getfixturevalue("shared")
    except pytest.skip.Exception:  # the gallery alone will do
        return None
    return folder


def test_every_mutant_is_stored_or_listed_and_its_neighbours_are_stored(
    gallery: list[Delivered], real: Path | None, tmp_path: Path, a_few: AFew
) -> None:
    files = seeds(gallery, real)
    assert len(files) > 5
    chosen = a_few(range(30_000), 120)
    for start in range(0, len(chosen), AT_ONCE):
        folder = tmp_path / str(start)
        folder.mkdir()
        for n in chosen[start : start + AT_ONCE]:
            (folder / f"{n}.jpg").write_bytes(mutant(files, n))
        sound = {folder / f"sound-{n}.jpg" for n in range(5)}
        for n, path in enumerate(sorted(sound)):
            path.write_bytes(gallery[n].path.read_bytes() + bytes([start // AT_ONCE % 256]))
        told, seconds = ingested(folder, tmp_path / "catalog.db")

        assert sorted(added.path for added in told) == sorted(map(str, folder.iterdir()))
        assert all(added.code for added in told if added.outcome in ("skipped", "failed"))
        assert {Path(a.path) for a in told if a.outcome == "stored"} >= sound
        assert max(seconds) < 25, "one file may take 20 seconds"


def ingested(folder: Path, catalog: Path) -> tuple[list[Added], list[float]]:
    """What was told, and how long each wait for it took."""
    told, waits, last = [], [0.0], time.monotonic()
    with Catalog.init(catalog) as opened:
        for added in opened.add([folder], options=IngestOptions(jobs=os.cpu_count() or 1)):
            told.append(added)
            now = time.monotonic()
            waits.append(now - last)
            last = now
        found = opened._store.check(full=True, join=join)
    assert [finding for finding in found if not finding["ok"]] == []
    return told, waits
