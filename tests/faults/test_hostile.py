"""The hostile folder goes in as a person would expect, leaves no trace, and comes out harmless.

A few hundred of its files at other times, all of them with ``--faults=2000``.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import pty
import random
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from crafted.case import Case
from crafted.words import PAYLOADS
from hostile import CASES, FAMILIES, FEW, make

from photocat import Catalog
from photocat.errors import BadQuery

AFew = Callable[..., Sequence[int]]
Told = Mapping[str, Mapping[str, Any]]

MIB = 1024 * 1024

MEASURED = """
import pathlib, resource, sys
from photocat.cli import main
status = main(sys.argv[1:])
# Not its own ru_maxrss, which a process inherits from the one that starts it.
own = pathlib.Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
its = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print("PEAKS", own, its, file=sys.stderr)
sys.exit(status)
"""
"""``photocat``, and how much memory it and the largest of its workers had, in KiB."""


@pytest.fixture(scope="module")
def cases(a_few: AFew) -> tuple[Case, ...]:
    return CASES if len(a_few(range(len(CASES)), 1)) > len(FEW) else FEW


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, cases: tuple[Case, ...]) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "folder"
    folder.mkdir()
    make(folder, cases)
    return folder


def below(folder: Path) -> list[Path]:
    """Everything in a folder; ``rglob`` of Python 3.11.2 fails at a link that leads too far."""
    return [
        Path(at) / name for at, folders, names in os.walk(folder) for name in (*folders, *names)
    ]


@pytest.fixture(scope="module")
def states(folder: Path) -> dict[str, tuple[Any, ...]]:
    """Everything in it as it was before."""
    return {str(path): state(path) for path in below(folder)}


def state(path: Path) -> tuple[Any, ...]:
    status = path.lstat()
    small = stat.S_ISREG(status.st_mode) and status.st_size < 10**8
    digest = hashlib.sha256(path.read_bytes()).hexdigest() if small else None
    return digest, status.st_size, status.st_mtime_ns, status.st_mode, status.st_ino


@pytest.fixture(scope="module")
def ingested(
    folder: Path, states: dict[str, tuple[Any, ...]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, subprocess.CompletedProcess[bytes]]:
    """The catalog, and the command that made it."""
    catalog = tmp_path_factory.mktemp("catalog") / "catalog.db"
    options = ["ingest", str(folder), "--jobs", "2", "--no-features", "--format", "jsonl"]
    command = [sys.executable, "-c", MEASURED, "--catalog", str(catalog), *options]
    return catalog, subprocess.run(command, capture_output=True, check=False)


@pytest.fixture(scope="module")
def told(ingested: tuple[Path, subprocess.CompletedProcess[bytes]], folder: Path) -> Told:
    lines = [json.loads(line) for line in ingested[1].stdout.splitlines()]
    return {os.path.relpath(path_of(line), folder): line for line in lines if "path" in line}


@pytest.fixture(scope="module")
def catalog(ingested: tuple[Path, subprocess.CompletedProcess[bytes]]) -> Iterator[Catalog]:
    with Catalog(ingested[0]) as catalog:
        yield catalog


@pytest.fixture(scope="module")
def records(catalog: Catalog, folder: Path) -> dict[str, Mapping[str, Any]]:
    """What the catalog tells of each file."""
    return {
        os.path.relpath(path_of(file), folder): match.record
        for match in catalog.search()
        for file in match.record["files"]
    }


def path_of(shape: Mapping[str, Any]) -> str:
    raw = shape.get("path_base64")
    return os.fsdecode(base64.b64decode(raw)) if raw else str(shape["path"])


# --- in -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", FAMILIES)
def test_each_file_is_stored_or_listed_as_expected(
    family: str,
    cases: tuple[Case, ...],
    told: Told,
    records: dict[str, Mapping[str, Any]],
) -> None:
    mine = [case for case in FAMILIES[family] if case in cases]
    assert len(mine) > 10
    wrong = {case.name: what for case in mine if (what := differing(case, told, records))}
    assert wrong == {}


def differing(case: Case, told: Told, records: Mapping[str, Mapping[str, Any]]) -> object:
    """What is not as expected; nothing where all is."""
    if case.name not in told:
        return "not told of"
    line = told[case.name]
    outcome = "stored" if line["outcome"] == "known" else line["outcome"]
    if outcome not in case.outcome.split("|") or case.code not in (None, line["code"]):
        return outcome, line["code"], line["reason"]
    if outcome == "failed" and line["code"] in ("crashed", "timeout", "memory"):
        return line["code"], line["reason"]
    said = {field: believed(records[case.name], field) for field in case.says}
    return said if said != dict(case.says) else None


def believed(record: Mapping[str, Any], field: str) -> str | None:
    value = record[field]
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return]
    if field == "date_created":
        return str(value["edtf"])
    return None if value["lat"] is None else f"{value['lat']:.4f},{value['lon']:.4f}"


def test_nothing_else_is_told_and_nothing_is_touched(
    told: Told, cases: tuple[Case, ...], folder: Path, states: dict[str, tuple[Any, ...]]
) -> None:
    more = told.keys() - {case.name for case in cases}
    assert {told[name]["outcome"] for name in more} == {"skipped"}
    assert all(re.search(r"\.(xmp|json|csv|jsonl)$", name) for name in more)
    assert {str(path): state(path) for path in below(folder)} == states


def test_neither_the_parent_nor_a_worker_takes_more_memory_than_it_may(
    ingested: tuple[Path, subprocess.CompletedProcess[bytes]],
) -> None:
    peaks = re.search(rb"PEAKS (\d+) (\d+)", ingested[1].stderr)
    assert peaks, ingested[1].stderr
    parent, worker = (int(peak) * 1024 for peak in peaks.groups())
    assert parent < 300 * MIB
    assert worker < 1536 * MIB


def test_no_two_of_them_are_the_same_picture(catalog: Catalog, folder: Path) -> None:
    """Flat, tiny, 16-bit and see-through pictures have hashes that say nothing."""
    joined = [[photo["path"] for photo in work["photos"]] for work in catalog.duplicates()]
    unlike = [paths for paths in joined if not all(is_meant(path) for path in paths)]
    assert unlike == []


def is_meant(path: str) -> bool:
    """Whether a picture was made like others: cut ones, and such as are nothing but black."""
    return bool(re.search(r"/(cut after|flat |pixels that|palette |no end|resources)", path))


def test_a_record_depends_on_nothing_but_its_file(
    catalog: Catalog, told: Told, folder: Path, tmp_path: Path
) -> None:
    """Not on others, their order, workers, time zone, language or what a worker read before."""
    stored = sorted(name for name, line in told.items() if line["outcome"] == "stored")
    some = stored if len(stored) > len(FEW) else stored[::8]
    random.Random(7).shuffle(some)
    changed = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "tr_TR", "PYTHONHASHSEED": "7"}
    for start in range(0, len(some), 60):
        paths = [str(folder / name) for name in some[start : start + 60]]
        options = ["ingest", *paths, "--hidden", "--jobs", "1", "--no-features"]
        photocat(tmp_path / "other.db", *options, environment=changed)
    with Catalog(tmp_path / "other.db") as other:
        again = facts(other)
    assert len(again) > len(some) // 2
    before = facts(catalog)
    assert {digest: before[digest] for digest in again} == again


def facts(catalog: Catalog) -> dict[str, str]:
    """What is said of each photo, by its digest; files of the same bytes may be told in one."""
    lines = (line for line in catalog.dump_normalised() if "sha256" in line)
    return {
        line["sha256"]: json.dumps(line | {"files": len(line["files"]) > 0}, sort_keys=True)
        for line in lines
    }


# --- out again ------------------------------------------------------------------------------------

ACTS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069\u200b\ufeff]")
"""What does something to a terminal; of these only the newline is of ours."""

OURS = re.compile("\x1b\\[[0-9;]*m|\r\n")
"""What we say to a terminal ourselves: how letters look, and where lines end."""

THEIRS = ("\x1b[31;5m", "\x1b[2J", "\x1b]")
"""What stands in names and captions."""


@pytest.mark.parametrize("command", ["search --limit 0", "show", "problems"])
def test_what_is_printed_does_nothing_to_a_terminal(
    command: str, catalog: Catalog, records: Mapping[str, Mapping[str, Any]]
) -> None:
    some = [str(record["id"]) for record in list(records.values())[::20]]
    arguments = [*command.split(), *(some if command == "show" else ())]
    shown = on_a_terminal(catalog, *arguments)
    assert len(shown) > 20
    assert [mark for mark in THEIRS if mark in shown] == []
    assert ACTS.findall(OURS.sub("", shown)) == []


def on_a_terminal(catalog: Catalog, *arguments: str) -> str:
    """What a command writes to a terminal: to its output, and to that for complaints."""
    ours, its = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "120"}
    command = [sys.executable, "-m", "photocat", "--catalog", catalog.address, *arguments]
    running = subprocess.Popen(command, stdin=its, stdout=its, stderr=its, env=environment)
    os.close(its)
    parts = []
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:  # nobody has it open any more
            break
        if not part:
            break
        parts.append(part)
    os.close(ours)
    running.wait(timeout=60)
    return b"".join(parts).decode()


def test_json_is_strict(catalog: Catalog) -> None:
    done = photocat(catalog.address, "search", "--limit", "0", "--format", "json")
    assert json.loads(done.stdout.decode("utf-8"), parse_constant=pytest.fail)


def test_no_cell_is_a_formula(catalog: Catalog) -> None:
    done = photocat(catalog.address, "search", "--limit", "0", "--format", "csv")
    csv.field_size_limit(10 * MIB)
    rows = csv.reader(io.StringIO(done.stdout.decode("utf-8"), newline=""))
    cells = [cell for row in rows for cell in row]
    assert len(cells) > 100
    assert [cell for cell in cells if re.match(r"[=+@\t\r]|-[^\d]", cell)] == []


def test_a_name_is_a_name_to_every_command(catalog: Catalog, told: Told, folder: Path) -> None:
    names = [case.name for case in FAMILIES["names"] if told[case.name]["outcome"] == "stored"]
    paths = [str(folder / name) for name in names]
    done = photocat(catalog.address, "show", "--format", "jsonl", "--", *paths)
    assert done.returncode == 0
    shown = [json.loads(line) for line in done.stdout.splitlines()]
    assert [path_of(photo["files"][0]) for photo in shown] == paths


@pytest.mark.parametrize(("name", "words"), PAYLOADS, ids=[name for name, _ in PAYLOADS])
def test_what_was_said_can_be_asked_for(name: str, words: str, catalog: Catalog) -> None:
    """As a query it is understood or refused in our words; as a phrase it finds what said it."""
    for query in (words, f"caption:{words}", f'"{words}"', f"-{words}"):
        with suppress(BadQuery):
            assert len(catalog.search(query[:1_000], limit=5)) <= 5


QUERIES = (
    *(f"{name}:{'9' * 3_000}" for name in ("in", "place", "near", "width", "rating", "date", "id")),
    *(f"{name}:\ud800" for name in ("in", "near", "caption", "file", "supplier", "by", "date")),
    *(f"{name}:\0" for name in ("in", "near", "caption", "file", "supplier", "by", "date")),
    f"in:-{'9' * 3_000}",
    f"in:{'a' * 4_000}",
    "in:" + "\u0663" * 3_000,
    f"bbox:{'9' * 900},{'9' * 900},1,2",
    f"similar:1~{'9' * 3_000}",
    f"@{'a' * 4_000}",
    "\ud800",
)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: ascii(query[:12]))
def test_no_query_ends_in_anything_but_an_answer_or_a_refusal(query: str, catalog: Catalog) -> None:
    with suppress(BadQuery):
        assert len(catalog.search(query, limit=5)) <= 5


def photocat(
    catalog: object, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "photocat", "--catalog", str(catalog), *arguments]
    return subprocess.run(
        command,
        capture_output=True,
        check=False,
        timeout=300,
        env=os.environ | (environment or {}),
    )
