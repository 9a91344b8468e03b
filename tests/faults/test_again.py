"""A catalog made again, at another time, from what it was made of, says the same."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest

from photocat import Catalog
from photocat.ingest import IngestOptions
from photocat.sample import Delivered
from photocat.store import clock

OPTIONS = IngestOptions(jobs=1, features=False)


@pytest.fixture
def folder(gallery: list[Delivered], tmp_path: Path) -> Path:
    """A folder of our own, in which sidecars may be written."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for delivered in gallery[:8]:
        shutil.copy2(delivered.path, folder)
    return folder


def believed(catalog: Catalog) -> dict[str, tuple[object, ...]]:
    """By digest, what is believed of each photo as far as people said something."""
    return {
        match.record["sha256"]: tuple(
            json.dumps(match.record[field]) for field in ("caption", "keywords", "headline")
        )
        for match in catalog.search("")
    }


def test_it_is_made_again_from_files_sidecars_and_decisions(folder: Path, tmp_path: Path) -> None:
    with Catalog.init(tmp_path / "one.db", who="ada") as one:
        list(one.add([folder], options=OPTIONS))
        one.edit([1, 2], ["caption=Ada was there.", "keywords+=seen"])
        one.edit([3], ["headline=Another headline"])
        one.decide(1, 2, "same")
        assert {wrote.outcome for wrote in one.write()} <= {"written", "unchanged"}
        decisions = one.decisions()
        said, works = believed(one), one.show(1)["work"] == one.show(2)["work"]
    with Catalog.init(tmp_path / "again.db") as again:
        list(again.add([folder], options=OPTIONS))
        again.import_decisions(decisions)
        assert believed(again) == said
        digests = [decisions[0]["first"], decisions[0]["second"]]
        joined = {again.show(digest)["work"] for digest in digests}
        assert (len(joined) == 1) == works
        assert works


def test_a_clock_that_jumps_changes_no_fact(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dumps = []
    chance = random.Random(20160320)
    for name in ("steady", "jumping"):
        if name == "jumping":
            monkeypatch.setattr(clock.time, "time_ns", lambda: chance.randrange(4 * 10**18))
        with Catalog.init(tmp_path / f"{name}.db") as catalog:
            for start in (0, 4):
                paths = sorted(folder.glob("*.*"))[start : start + 4]
                list(catalog.add(paths, options=OPTIONS))
            catalog.edit([1], ["caption=Ada was there."])
            catalog.edit([1], ["caption=No, Bea."])
            catalog.undo()
            assert catalog.show(1)["caption"] == "Ada was there."
            dumps.append(list(catalog.dump_normalised()))
            assert [f for f in catalog.check(full=True) if not f["ok"]] == []
    assert dumps[0] == dumps[1]
