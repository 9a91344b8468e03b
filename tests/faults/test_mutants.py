"""Thousands of damaged files among sound ones: each is stored or listed, and none harms another."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from mutants import Seed, ingest, seeds_of, write_mutant

from photocat.sample import Delivered

AFew = Callable[..., Sequence[int]]

ALL = 30_000
AT_ONCE = 1_000


@pytest.fixture(scope="module")
def seeds(request: pytest.FixtureRequest, gallery: list[Delivered]) -> list[Seed]:
    """The files of the sample gallery, and small real ones where there are any."""
    paths = [delivered.path for delivered in gallery]
    try:
        corpora: Path = request.getfixturevalue("corpus")
    except pytest.skip.Exception:  # the gallery alone will do
        return seeds_of(paths)
    for folder in ("metadata", "hostile"):
        paths += sorted(path for path in (corpora / folder).rglob("*") if path.is_file())
    return seeds_of(paths)


def test_every_mutant_is_stored_or_listed_and_its_neighbours_are_stored(
    seeds: list[Seed], gallery: list[Delivered], tmp_path: Path, a_few: AFew
) -> None:
    assert len(seeds) > 5
    sound = gallery[0].path.read_bytes()
    chosen = a_few(range(ALL), 120)
    for start in range(0, len(chosen), AT_ONCE):
        folder, catalog = tmp_path / "mutants", tmp_path / "catalog"
        folder.mkdir()
        catalog.mkdir()
        for n in chosen[start : start + AT_ONCE]:
            write_mutant(folder, seeds, n, sound)
        neighbours = {folder / f"sound-{n}.jpg": gallery[n].path.read_bytes() for n in range(5)}
        for path, data in neighbours.items():
            path.write_bytes(data + b"behind it")
        ran = ingest(folder, catalog / "catalog.db", features=start % 10_000 == 0)

        assert sorted(a.path for a in ran.told) == sorted(map(str, folder.iterdir()))
        assert all(a.code for a in ran.told if a.outcome in ("skipped", "failed"))
        assert {Path(a.path) for a in ran.told if a.outcome == "stored"} >= neighbours.keys()
        assert ran.slowest < 25, "one file may take 20 seconds"
        shutil.rmtree(folder)
        shutil.rmtree(catalog)
