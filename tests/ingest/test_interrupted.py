"""An ingest may end at any moment: nothing told is lost, and the next run completes it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from photocat.ingest import IngestOptions, add
from photocat.store import Store, open_store

Draw = Callable[..., Path]

INGEST = """
import sys
from contextlib import closing
from photocat.ingest import IngestOptions, add, batch
from photocat.store import open_store

batch.PHOTOS = 2
try:
    with open_store(sys.argv[1], mode="create") as store:
        with closing(add(store, sys.argv[2:], options=IngestOptions(jobs=2))) as told:
            for added in told:
                print(added.outcome, added.path, flush=True)
except KeyboardInterrupt:
    sys.exit(130)
"""
"""A program that ingests in small batches and says what it was told."""

PHOTOS = 18


@pytest.fixture
def drop(tmp_path: Path, draw: Draw) -> Path:
    for seed in range(PHOTOS):
        draw(tmp_path / f"drop/{seed % 3}/{seed:02}.jpg", seed)
    (tmp_path / "drop/broken.jpg").write_bytes(b"\xff\xd8\xff\xe0nothing else")
    return tmp_path / "drop"


def started(url: str, drop: Path) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", INGEST, url, str(drop)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def complete(url: str, drop: Path) -> None:
    with started(url, drop) as process:
        process.communicate(timeout=120)
    assert process.returncode == 0


def told(process: subprocess.Popen[str], lines: int) -> list[str]:
    """The paths that the program has said it stored, up to so many lines."""
    assert process.stdout is not None
    said = [process.stdout.readline().rstrip("\n").partition(" ") for _ in range(lines)]
    return [path for outcome, _, path in said if outcome == "stored"]


def dump(url: str) -> list[dict[str, object]]:
    with open_store(url, mode="create") as store:
        return list(store.dump_normalised())


def undisturbed(tmp_path: Path, drop: Path) -> list[dict[str, object]]:
    """What a catalog of the same files holds if nothing happens."""
    url = str(tmp_path / "undisturbed.db")
    with open_store(url, mode="create") as store:
        list(add(store, [str(drop)], options=IngestOptions(jobs=0)))
    return dump(url)


def states(store: Store) -> list[str]:
    """How each run ended, in order."""
    from sqlalchemy import select

    from photocat.store.tables import runs

    with store.reading() as connection:
        return list(connection.scalars(select(runs.c.state).order_by(runs.c.id)))


def test_killed_at_any_moment_it_loses_nothing_and_converges(
    catalog_url: str, tmp_path: Path, drop: Path
) -> None:
    chance = random.Random(20160320)
    for _ in range(3):
        with started(catalog_url, drop) as process:
            stored = told(process, chance.randrange(10))
            time.sleep(chance.random() * 0.1)
            process.kill()
        with open_store(catalog_url, mode="create") as store:
            assert all(store.find_photo(path) is not None for path in stored)
    complete(catalog_url, drop)

    assert dump(catalog_url) == undisturbed(tmp_path, drop)
    with open_store(catalog_url) as store:
        assert all(finding["ok"] for finding in store.check())
        assert states(store)[-1] == "done"
        assert "running" not in states(store)


def test_a_run_that_nobody_ended_is_recognised_by_the_next(tmp_path: Path, drop: Path) -> None:
    with open_store(str(tmp_path / "catalog.db"), mode="create") as store:
        store.begin_run("ingest", None, [str(drop)])
        assert states(store) == ["running"]
        list(add(store, [str(drop)], options=IngestOptions(jobs=0)))

        assert states(store) == ["interrupted", "done"]


def test_ctrl_c_stores_what_was_read_and_says_so(tmp_path: Path, drop: Path) -> None:
    catalog_url = str(tmp_path / "catalog.db")
    with started(catalog_url, drop) as process:
        stored = told(process, 4)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)

    assert process.returncode == 130
    with open_store(catalog_url) as store:
        assert states(store) == ["interrupted"]
        assert all(store.find_photo(path) is not None for path in stored)
    complete(catalog_url, drop)
    assert dump(catalog_url) == undisturbed(tmp_path, drop)


def test_two_at_once_make_the_same_catalog_as_one(
    catalog_url: str, tmp_path: Path, drop: Path
) -> None:
    with open_store(catalog_url, mode="create"):
        pass
    with started(catalog_url, drop) as first, started(catalog_url, drop) as second:
        first.communicate(timeout=120)
        second.communicate(timeout=120)

    assert (first.returncode, second.returncode) == (0, 0)
    assert dump(catalog_url) == undisturbed(tmp_path, drop)
