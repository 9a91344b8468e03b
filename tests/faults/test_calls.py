"""What the system is asked for by an ingest and a search: nothing that writes, runs or connects.

Every call of every process is looked at, as strace tells it: of those that name something in the
folder of the pictures only such as read are allowed.
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
from hostile import FEW, make

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="no strace here")

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
