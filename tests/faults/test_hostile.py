"""The hostile folder goes in as a person would expect, leaves no trace, and comes out harmless."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import CASES, Case

from photocat import Catalog
from photocat.ingest import IngestOptions
from photocat.records import Added


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "folder"
    folder.mkdir()
    for case in CASES:
        case.make(folder / case.name)
    return folder


@pytest.fixture(scope="module")
def catalog(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with Catalog.init(tmp_path_factory.mktemp("catalog") / "catalog.db") as catalog:
        yield catalog


@pytest.fixture(scope="module")
def states(folder: Path) -> dict[str, tuple[Any, ...]]:
    """Each file as it was before."""
    return {path.name: state(path) for path in folder.iterdir()}


def state(path: Path) -> tuple[Any, ...]:
    status = path.lstat()
    small = stat.S_ISREG(status.st_mode) and status.st_size < 10**8
    digest = hashlib.sha256(path.read_bytes()).hexdigest() if small else None
    return digest, status.st_size, status.st_mtime_ns, status.st_mode, status.st_ino


@pytest.fixture(scope="module")
def told(catalog: Catalog, folder: Path, states: dict[str, tuple[Any, ...]]) -> dict[str, Added]:
    options = IngestOptions(jobs=2, features=False)
    return {os.path.basename(a.path): a for a in catalog.add([folder], options=options)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case.name)[:40])
def test_each_file_is_stored_or_listed_as_expected(case: Case, told: dict[str, Added]) -> None:
    added = told[case.name]
    outcome = "stored" if added.outcome == "known" else added.outcome
    assert (outcome, added.reason) == (case.outcome, added.reason)
    assert case.code in (None, added.code)


def test_nothing_else_is_told_and_nothing_is_touched(
    told: dict[str, Added], folder: Path, states: dict[str, tuple[Any, ...]]
) -> None:
    assert told.keys() == {case.name for case in CASES}
    assert {path.name: state(path) for path in folder.iterdir()} == states


def test_no_two_of_them_are_the_same_picture(catalog: Catalog, told: dict[str, Added]) -> None:
    """Flat, tiny, 16-bit and see-through pictures have hashes that say nothing."""
    joined = [work for work in catalog.duplicates() if work["photos"]]
    assert [[photo["path"] for photo in work["photos"]] for work in joined] == []


def test_a_record_does_not_depend_on_order_neighbours_or_workers(
    catalog: Catalog, told: dict[str, Added], folder: Path, tmp_path: Path
) -> None:
    stored = sorted((case.name for case in CASES if case.outcome == "stored"), reverse=True)
    with Catalog.init(tmp_path / "catalog.db") as other:
        options = IngestOptions(jobs=1, features=False)
        for name in stored[::7]:
            list(other.add([folder / name], options=options))
        list(other.add([folder], options=options))
        assert facts(other) == facts(catalog)


def facts(catalog: Catalog) -> list[str]:
    return [json.dumps(line, sort_keys=True) for line in catalog.dump_normalised()]


def test_no_worker_takes_more_than_it_may(told: dict[str, Added]) -> None:
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak < 1.1 * 1536 * 1024  # KiB


# --- out again ------------------------------------------------------------------------------------

STORED = [str(n) for n in range(1, 6)]
ACTS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]")
"""What does something to a terminal; of these only the newline is of ours."""


def test_what_is_printed_does_nothing_to_a_terminal(
    catalog: Catalog, told: dict[str, Added]
) -> None:
    for arguments in (["search", "--limit", "0"], ["show", *STORED], ["problems"]):
        done = photocat(catalog, *arguments, "--format", "table")
        assert done.returncode == 0
        assert ACTS.findall(done.stdout.decode()) == []


@pytest.mark.parametrize("form", ["json", "geojson"])
def test_json_is_strict(catalog: Catalog, told: dict[str, Added], form: str) -> None:
    done = photocat(catalog, "search", "--limit", "0", "--format", form)
    assert json.loads(done.stdout.decode("utf-8"), parse_constant=pytest.fail)


def test_no_cell_is_a_formula(catalog: Catalog, told: dict[str, Added]) -> None:
    done = photocat(catalog, "search", "--limit", "0", "--format", "csv")
    rows = csv.reader(io.StringIO(done.stdout.decode("utf-8"), newline=""))
    cells = [cell for row in rows for cell in row]
    assert len(cells) > 100
    assert [cell for cell in cells if re.match(r"[=+@\t\r]|-[^\d]", cell)] == []


def test_a_name_is_a_name_to_every_command(
    catalog: Catalog, told: dict[str, Added], folder: Path
) -> None:
    paths = [str(folder / case.name) for case in CASES if case.outcome == "stored"]
    done = photocat(catalog, "show", "--format", "jsonl", "--", *paths)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == len(paths)


def photocat(catalog: Catalog, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "photocat", "--catalog", catalog.address, *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60)


# --- what the system sees -------------------------------------------------------------------------

WRITES = re.compile(
    r"\b(write|pwrite64|writev|truncate|ftruncate|unlink|unlinkat|rename\w*|chmod|fchmod\w*|chown"
    r"|utimensat|mkdir\w*|rmdir|link\w*|symlink\w*|setxattr|fallocate)\("
)


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace here")
def test_no_call_writes_to_the_folder_runs_a_program_or_reaches_the_network(
    folder: Path, tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    run = [sys.executable, "-m", "photocat", "--catalog", str(tmp_path / "catalog.db")]
    calls = "trace=%file,%desc,%network,execve"
    for arguments in (["ingest", str(folder), "--no-features"], ["search", "man"]):
        traced = ["strace", "-f", "-qq", "-y", "-s", "9", "-e", calls, "-o", str(trace)]
        done = subprocess.run([*traced, *run, *arguments], capture_output=True, check=False)
        if b"ptrace" in done.stderr.lower():
            pytest.skip("processes may not be traced here")
        lines = trace.read_text(errors="replace").splitlines()
        assert len(lines) > 1000
        seen = [line for line in lines if str(folder) in line]
        assert [line for line in seen if WRITES.search(line)] == []
        assert [line for line in seen if re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC)", line)] == []
        programs = {m[1] for line in lines if (m := re.search(r'execve\("([^"]+)', line))}
        assert {os.path.realpath(p) for p in programs} == {os.path.realpath(sys.executable)}
        assert [line for line in lines if "AF_INET" in line or "AF_NETLINK" in line] == []
