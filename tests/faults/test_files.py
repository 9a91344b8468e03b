"""What happens to the files, and to those who use a catalog at once, while it is made."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from scenarios import dump
from vfs import SQLITE_OK, Call, install

from photocat import Catalog
from photocat.errors import FileProblem
from photocat.ingest import IngestOptions, batch, read, read_photo
from photocat.ingest.workers import Limits, read_many

ALONE = IngestOptions(jobs=0, features=False)


def forked(act: Callable[[], object]) -> int:
    """A process that does something, and ends with 0 if that raised nothing."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            act()
            status = 0
        except BaseException:  # noqa: BLE001  pytest goes on in its own process alone
            import traceback

            traceback.print_exc()
        finally:
            os._exit(status)
    return child


def ended(*children: int) -> list[int]:
    """How processes ended."""
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


@pytest.fixture
def folder(drop: Path, tmp_path: Path) -> Path:
    """The pictures, in a folder that may be written to."""
    return Path(shutil.copytree(drop, tmp_path / "photos"))


@pytest.fixture
def truth(folder: Path, tmp_path: Path) -> str:
    """What an undisturbed catalog says of them."""
    ingest(tmp_path / "truth.db", folder)
    return dump(tmp_path / "truth.db")


def ingest(catalog: Path, *folders: Path) -> list[str]:
    """The outcome of each file."""
    with Catalog.init(catalog) as opened:
        return [added.outcome for added in opened.add(folders, options=ALONE)]


# --- files that change (F10) ----------------------------------------------------------------------


def test_a_file_that_never_rests_is_read_whole_or_not_at_all(drop: Path, tmp_path: Path) -> None:
    """It is replaced, written over, cut short, and taken away, as fast as it goes."""
    states = [(drop / name).read_bytes() for name in ("0.jpg", "1.jpg", "2.jpg")]
    whole = {hashlib.sha256(state).hexdigest() for state in states}
    path, beside = tmp_path / "restless.jpg", tmp_path / "beside"

    def change() -> None:
        chance = random.Random(20160320)
        while True:
            state = chance.choice(states)
            match chance.randrange(4):
                case 0:
                    beside.write_bytes(state)
                    beside.replace(path)
                case 1:
                    path.write_bytes(state)
                case 2:
                    path.write_bytes(state[: chance.randrange(len(state))])
                case _:
                    path.unlink(missing_ok=True)
            time.sleep(0.0005)

    changing = forked(change)
    seen, codes = set(), set()
    try:
        end = time.monotonic() + 2
        while time.monotonic() < end:
            try:
                seen.add(read_photo(str(path)).sha256)
            except FileProblem as problem:
                codes.add(problem.code)
    finally:
        os.kill(changing, signal.SIGKILL)
        assert ended(changing) == [-signal.SIGKILL]
    assert len(seen & whole) > 1
    assert codes <= {"changed-while-reading", "vanished", "not-a-photo", "undecodable", "empty"}
    # What was cut short and lay still for as long as it takes to read it was a state of its own.
    halves = {hashlib.sha256(s[:n]).hexdigest() for s in states for n in range(len(s))}
    assert seen <= whole | halves


def test_what_changed_while_it_was_read_is_listed_and_read_by_the_next_run(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, truth: str
) -> None:
    reading = vars(read)["read_bytes"]

    def disturbed(path: str, **options: Any) -> object:
        judge = options["judge"]

        def change(head: bytes) -> object:
            if path.endswith("0.jpg"):
                os.utime(path, ns=(1, time.time_ns()))
            elif path.endswith("1.jpg"):
                os.rename(path, f"{path}.away")
            return judge(head)

        return reading(path, **options | {"judge": change})

    with Catalog.init(tmp_path / "catalog.db") as catalog:
        monkeypatch.setattr(read, "read_bytes", disturbed)
        codes = {
            os.path.basename(added.path): added.code
            for added in catalog.add([folder], options=ALONE)
            if added.outcome in ("failed", "skipped")
        }
        assert codes.keys() >= {"0.jpg", "1.jpg"}
        assert (codes["0.jpg"], codes["1.jpg"]) == ("changed-while-reading", "vanished")
        monkeypatch.undo()
        (folder / "1.jpg.away").rename(folder / "1.jpg")
        list(catalog.add([folder], options=ALONE))
    assert dump(tmp_path / "catalog.db") == truth


# --- several at once (F11) ------------------------------------------------------------------------


def test_four_ingests_and_searches_at_once_make_the_catalog_of_one(
    folder: Path, tmp_path: Path, truth: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "PHOTOS", 2)
    path = tmp_path / "catalog.db"
    Catalog.init(path).close()

    def search() -> None:
        seen = 0
        with Catalog(path) as catalog:
            while seen < 5:
                found = list(catalog.search("has:caption OR is:duplicate OR format:jpeg"))
                assert len(found) >= seen, "what was there is there no longer"
                seen = len(found)
                time.sleep(0.01)

    searching = forked(search)
    ingesting = [forked(lambda: ingest(path, folder)) for _ in range(3)]
    ingesting.append(forked(lambda: ingest(path, *sorted(folder.iterdir())[2:])))
    assert ended(*ingesting, searching) == [0] * 5
    ingest(path, folder)
    assert dump(path) == truth
    with Catalog(path) as catalog:
        assert [found for found in catalog.check(full=True) if not found["ok"]] == []


# --- files that do not answer (F14) ---------------------------------------------------------------


def stall(path: str) -> str:
    """Read a file on a medium that no longer answers: a stand-in, the process itself stands still.

    (A share that stalls leaves a reader in the kernel. What is shown is that the parent waits for
    no answer longer than it said, whatever the reason, and that others go on.)
    """
    if path.endswith("stalled.jpg"):
        os.kill(os.getpid(), signal.SIGSTOP)
    return path


def test_a_reader_that_gets_no_answer_costs_its_file_alone() -> None:
    paths = [f"{n}.jpg" for n in range(6)] + ["stalled.jpg"] + [f"{n}.png" for n in range(6)]
    start = time.monotonic()
    found = dict(read_many(paths, stall, jobs=2, limits=Limits(timeout=1.0)))
    assert time.monotonic() - start < 15
    problem = found.pop("stalled.jpg")
    assert isinstance(problem, FileProblem)
    assert problem.code == "timeout"
    assert found == {path: path for path in paths if path != "stalled.jpg"}


# --- names (F25) ----------------------------------------------------------------------------------


def test_names_that_look_alike_are_files_of_one_photo_and_stay_so(
    drop: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "alike"
    folder.mkdir()
    names = ["photo.jpg", "Photo.JPG", "caf\u00e9.jpg", "cafe\u0301.jpg"]
    for name in names:
        shutil.copy(drop / "0.jpg", folder / name)
    if len(list(folder.iterdir())) < len(names):
        pytest.skip("this file system takes some of these names for one")
    os.link(folder / "photo.jpg", folder / "linked.jpg")
    assert sorted(ingest(tmp_path / "catalog.db", folder)) == ["known"] * 4 + ["stored"]
    before = dump(tmp_path / "catalog.db")
    assert ingest(tmp_path / "catalog.db", folder) == ["known"] * 5
    assert dump(tmp_path / "catalog.db") == before
    with Catalog(tmp_path / "catalog.db") as catalog:
        (match,) = catalog.search("")
        assert {os.path.basename(file["path"]) for file in match.record["files"]} == {
            *names,
            "linked.jpg",
        }


# --- interrupted again and again (F27) ------------------------------------------------------------


def test_what_an_interruption_costs_is_one_batch(
    folder: Path, tmp_path: Path, truth: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at its tenth write, its twentieth, and so on, until it is done."""
    monkeypatch.setattr(batch, "PHOTOS", 2)
    path, noted = tmp_path / "catalog.db", tmp_path / "decoded"
    decode = vars(read)["decode_reduced"]

    def noting(*given: object) -> object:
        with noted.open("a") as file:
            file.write("decoded\n")
        return decode(*given)

    monkeypatch.setattr(read, "decode_reduced", noting)
    Catalog.init(path).close()

    def act(calls: int) -> None:
        def kill(number: int, _call: Call) -> int:
            if number == calls:
                os.kill(os.getpid(), signal.SIGKILL)
            return SQLITE_OK

        hand = install()
        hand.before = kill
        ingest(path, folder)

    runs = 0
    while ended(forked(partial(act, 10 * (runs + 1)))) == [-signal.SIGKILL]:
        runs += 1
    assert runs > 3
    decoded = len(noted.read_text().splitlines())
    pictures = len(list(folder.iterdir()))
    assert pictures <= decoded <= pictures + runs * 2
    assert dump(path) == truth


# --- originals (I6) -------------------------------------------------------------------------------


@pytest.fixture
def facts(folder: Path) -> Iterator[Callable[[], list[tuple[object, ...]]]]:
    """Digest, time, mode, owner and attributes of each file, and of the folder itself."""

    def facts() -> list[tuple[object, ...]]:
        return [
            (
                path.name,
                hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
                *(at.st_mtime_ns, at.st_mode, at.st_uid, at.st_nlink, at.st_ino),
                *(os.listxattr(path) if sys.platform == "linux" else ()),
            )
            for path in sorted([folder, *folder.iterdir()])
            for at in [path.stat()]
        ]

    for number, path in enumerate(sorted(folder.iterdir())):
        os.utime(path, ns=(10**18, 10**18 + number))
        path.chmod(0o400 | number)
    before = facts()
    yield facts
    assert facts() == before


def test_originals_are_as_they_were_after_everything(
    folder: Path, tmp_path: Path, facts: Callable[[], list[tuple[object, ...]]]
) -> None:
    before = facts()
    with Catalog.init(tmp_path / "catalog.db") as catalog:
        list(catalog.add([folder], options=IngestOptions(jobs=1)))
        list(catalog.add([folder], options=IngestOptions(jobs=0, retry=True)))
        catalog.edit([1, 2], ["caption=Ada was there."])
        catalog.decide(1, 2, "same")
        catalog.reread()
        catalog.undo()
        catalog.check(full=True, repair=True)
        catalog.backup(tmp_path / "backup.db")
        assert facts() == before
    Catalog.restore(tmp_path / "backup.db", tmp_path / "restored.db")
