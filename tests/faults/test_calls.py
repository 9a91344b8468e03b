"""What the system is asked for by an ingest and a search: nothing that writes, runs or connects.

Every call of every process is looked at, as strace tells it: of those that name something in the
folder of the pictures only such as read are allowed. Where there is no strace, Landlock takes the
right to the others away, and nothing else comes of it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from confined import confining, version
from hostile import FEW, make

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="no strace here")

READING = frozenset(
    (
        *("open", "openat", "close", "read", "pread64", "readv", "preadv", "lseek", "mmap"),
        *("stat", "lstat", "fstat", "newfstatat", "statx", "statfs", "fstatfs"),
        *("access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents64"),
        *("fcntl", "fadvise64", "ioctl", "dup", "execve"),
    )
)
"""Calls that may name something in the folder; ``execve`` does in its arguments."""

_CALL = re.compile(r"^\d+ +(?:<\.\.\. )?(\w+)")
_WRITABLE = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)|PROT_WRITE.*MAP_SHARED")
_RUN = re.compile(r'execve(?:at)?\((?:[^"]*, )?"([^"]+)"')
_REACHED = re.compile(r"\b(?:AF_|sin6?_)(?!UNIX)\w+")


class Trace:
    """What the calls of one command and of all its processes did."""

    def __init__(self, lines: Iterable[str], folder: Path) -> None:
        self.calls = self.seen = 0
        self.writes: list[str] = []
        self.programs: set[str] = set()
        self.reached: list[str] = []
        for line in lines:
            self.calls += 1
            if run := _RUN.search(line):
                self.programs.add(os.path.realpath(run[1]))
            if _REACHED.search(line):
                self.reached.append(line)
            if str(folder) in line:
                self.seen += 1
                call = _CALL.match(line)
                if call and (call[1] not in READING or _WRITABLE.search(line)):
                    self.writes.append(line)


def traced(command: list[str], folder: Path, tmp_path: Path) -> Trace:
    trace = tmp_path / "trace"
    watched = "trace=%file,%desc,%network,%process,io_uring_setup"
    strace = [
        "strace",
        "-f",
        "-qq",
        "-y",
        "-s",
        "9",
        "--seccomp-bpf",
        "-e",
        watched,
        "-o",
        str(trace),
    ]
    done = subprocess.run([*strace, *command], capture_output=True, check=False)
    if b"ptrace" in done.stderr.lower():
        pytest.skip("processes may not be traced here")
    return Trace(trace.read_text(errors="replace").splitlines(), folder)


@needs_strace
@pytest.mark.parametrize(
    ("act", "found"),
    [
        ("open(path, 'r+').close()", "writes"),
        ("open(path, 'w').close()", "writes"),
        ("os.utime(path)", "writes"),
        ("os.chmod(path, 0o644)", "writes"),
        ("os.rename(path, path + 'x')", "writes"),
        ("os.setxattr(path, 'user.x', b'')", "writes"),
        ("open(path + 'x', 'w')", "writes"),
        ("os.system('true')", "programs"),
        ("socket.socket().connect_ex(('127.0.0.1', 9))", "reached"),
        ("socket.socket(socket.AF_INET6)", "reached"),
    ],
)
def test_the_trace_sees_what_it_should_not_find(act: str, found: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"a")
    code = f"import os, socket; path = {str(folder / 'a.jpg')!r}; {act}"
    trace = traced([sys.executable, "-S", "-c", code], folder, tmp_path)
    assert len(getattr(trace, found)) > (found == "programs")


@needs_strace
def test_no_call_writes_runs_a_program_or_reaches_the_network(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    make(folder, FEW[::15])
    run = [sys.executable, "-m", "photocat", "--catalog", str(tmp_path / "catalog.db")]
    for arguments in (
        ["ingest", str(folder), "--jobs", "2", "--no-features"],
        ["search", "man OR in:Syria"],
        ["check", "--full"],
    ):
        trace = traced([*run, *arguments], folder, tmp_path)
        assert trace.calls > 1000
        assert trace.seen > 100 or arguments[0] == "search"
        assert trace.writes == []
        assert trace.programs == {os.path.realpath(sys.executable)}
        assert trace.reached == []


# --- and without a trace --------------------------------------------------------------------------

FORBIDDEN = """
import os, socket, sys
folder = sys.argv[1]
for act in (
    lambda: open(f"{folder}/a.jpg", "r+"),
    lambda: open(f"{folder}/b.jpg", "w"),
    lambda: os.rename(f"{folder}/a.jpg", f"{folder}/c.jpg"),
    lambda: os.mkdir(f"{folder}/d"),
    lambda: os.execv("/bin/sh", ["sh", "-c", "true"]),
):
    try:
        act()
    except OSError as error:
        print(error.errno)
"""


@pytest.mark.skipif(not version(), reason="this kernel has no Landlock")
def test_neither_needs_to_write_to_the_folder_to_run_a_program_or_to_connect(
    tmp_path: Path,
) -> None:
    folder, mine = tmp_path / "folder", tmp_path / "mine"
    folder.mkdir()
    mine.mkdir()
    (folder / "a.jpg").write_bytes(b"a")
    assert confined(["-c", FORBIDDEN, str(folder)], mine).stdout.split() == [b"13"] * 5

    make(folder, FEW[5::40])
    told = []
    for name, run in (("free.db", free), ("confined.db", confined)):
        command = ["-m", "photocat", "--catalog", str(mine / name)]
        options = ["--no-features", "--jobs", "1", "--format", "jsonl"]
        done = run([*command, "ingest", str(folder), *options], mine)
        found = run([*command, "search", "man OR in:Syria", "--format", "paths"], mine)
        told.append((sorted(done.stdout.splitlines()), found.stdout, found.returncode))
    assert len(told[0][0]) > 15
    assert told[0] == told[1]


def free(arguments: list[str], writable: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, check=False)


def confined(arguments: list[str], writable: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        preexec_fn=confining([writable]),
        env=os.environ | {"TMPDIR": str(writable)},
    )
