#!/usr/bin/env python3
"""Set up this checkout and run its everyday commands, with nothing but Python and pip.

    python3 scripts/run.py demo      ingest the sample gallery, search it, find its near-duplicates
    python3 scripts/run.py test      check style, types and imports, and run every test
    python3 scripts/run.py check     the same without the tests
    python3 scripts/run.py setup     only build .venv
    python3 scripts/run.py bench X   run scripts/bench/X.py
    python3 scripts/run.py lock      pin the versions anew (see scripts/lock.py)

Every verb but `lock` builds .venv first where it is missing or out of date. The packages come from
requirements.lock, each checked against its hash, through pip as this machine has configured it.
Arguments after `test` go to pytest; after `demo`, `bench X` and `lock` to that program.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "photocat-setup"

OLDEST_PYTHON = (3, 11)

# Within a virtual environment, the Python it was made from: .venv/bin/python may call us too.
BASE_PYTHON = getattr(sys, "_base_executable", sys.executable)

# What pip says where it fails, and what helps.
REMEDIES = {
    "No module named pip": (
        "Install pip (Debian, Ubuntu: apt install python3-pip; elsewhere: python3 -m ensurepip)"
    ),
    "no such option: --python": (
        "pip 22.3 or newer is needed: python3 -m pip install --upgrade pip"
    ),
    "DO NOT MATCH THE HASHES": (
        "The registry serves another file than requirements.lock pins: find out why before you"
        " trust it"
    ),
    "No matching distribution": (
        "See that the network is there and that the registry that pip is configured for answers"
        " (python3 -m pip config list)"
    ),
    "": "The reason is in what pip says above",
}


class SetupError(Exception):
    """The environment cannot be built; the message says why, and what to do."""


# --- set-up ---------------------------------------------------------------------------------------


def set_up() -> None:
    """Build or complete .venv; quick when nothing changed.

    The stamp is written last and says what stands: the packages, then the project itself. A set-up
    that was interrupted has written none, and the next one starts afresh.
    """
    with one_at_a_time():
        packages = f"{sys.version}\n{BASE_PYTHON}\n{ROOT}\n{digest('requirements.lock')}\n"
        project = digest("pyproject.toml")
        stamp = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
        if not stamp.startswith(packages) or not starts(PYTHON):
            build_environment()
            STAMP.write_text(packages, encoding="utf-8")
        elif stamp == packages + project:
            return
        pip_install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        STAMP.write_text(packages + project, encoding="utf-8")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold off a second set-up of the same checkout until the first is done."""
    import fcntl

    with Path(__file__).open("rb") as this_file:
        fcntl.flock(this_file, fcntl.LOCK_EX)
        yield


def digest(name: str) -> str:
    return f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()}\n"


def starts(python: Path) -> bool:
    return python.exists() and run([python, "-c", ""]) == 0


def build_environment() -> None:
    say(f"setting up {VENV.name} (the first time this may take a few minutes)")
    shutil.rmtree(VENV, ignore_errors=True)
    # Debian ships venv without ensurepip: pip stays outside and is pointed at the new environment.
    venv.create(VENV, with_pip=False, symlinks=True)
    pip_install("--require-hashes", "--requirement", str(ROOT / "requirements.lock"))


def pip_install(*arguments: str) -> None:
    """Install into .venv with the pip outside it; what pip prints is shown only where it failed."""
    command = [BASE_PYTHON, "-m", "pip", "--python", str(PYTHON), "install", "--no-user"]
    # The build backend looks for its own program on the search path.
    path = f"{PYTHON.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    pip = subprocess.run(
        [*command, *arguments],
        cwd=ROOT,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if pip.returncode:
        last_words = "\n".join(pip.stdout.splitlines()[-20:])
        remedy = next(remedy for words, remedy in REMEDIES.items() if words in pip.stdout)
        raise SetupError(f"pip failed.\n\n{last_words}\n\n{remedy}. Then run this again.")


# --- verbs ----------------------------------------------------------------------------------------

# A process a core; a file of tests stays in one, for what its tests share.
PYTEST = ("-m", "pytest", "-n", "auto", "--dist", "loadfile")
CHECKS: dict[str, Sequence[str | Path]] = {
    "ruff check": (PYTHON, "-m", "ruff", "check", "--quiet"),
    "ruff format": (PYTHON, "-m", "ruff", "format", "--check", "--quiet"),
    "mypy": (PYTHON, "-m", "mypy"),
    # Its cache does not notice that a module has become a package.
    "import contracts": (VENV / "bin" / "lint-imports", "--no-logo", "--no-cache"),
}


def demo(arguments: list[str]) -> int:
    set_up()
    return run([PYTHON, "-m", "photocat", "demo", *arguments])


def test(arguments: list[str]) -> int:
    set_up()
    return run_steps({**CHECKS, "pytest": (PYTHON, *PYTEST, *arguments)})


def check(arguments: list[str]) -> int:
    if arguments:
        return refuse(f"check takes no arguments: {' '.join(arguments)}")
    set_up()
    return run_steps(CHECKS)


def setup(arguments: list[str]) -> int:
    if arguments:
        return refuse(f"setup takes no arguments: {' '.join(arguments)}")
    set_up()
    say(f"ready: {PYTHON}")
    return 0


def bench(arguments: list[str]) -> int:
    folder = ROOT / "scripts" / "bench"
    programs = (path for path in folder.glob("*.py") if "__main__" in path.read_text("utf-8"))
    names = sorted(path.stem for path in programs)
    if not arguments or arguments[0] not in names:
        return refuse(f"bench what? One of: {', '.join(names)}")
    set_up()
    name, *rest = arguments
    return run([PYTHON, folder / f"{name}.py", *rest])


def lock(arguments: list[str]) -> int:
    return run([BASE_PYTHON, ROOT / "scripts" / "lock.py", *arguments])


VERBS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "setup": setup,
    "bench": bench,
    "lock": lock,
}


def run_steps(steps: dict[str, Sequence[str | Path]]) -> int:
    """Run every step, even after one failed, and name those that did."""
    failed = []
    for name, command in steps.items():
        say(name)
        if run(command, folder=ROOT):
            failed.append(name)
    say(f"failed: {', '.join(failed)}" if failed else "all passed")
    return 1 if failed else 0


def run(command: Sequence[str | Path], folder: Path | None = None) -> int:
    return subprocess.run(command, cwd=folder, check=False).returncode


def say(text: str) -> None:
    print(f"-- {text}", file=sys.stderr, flush=True)


def refuse(complaint: str) -> int:
    print(complaint, file=sys.stderr)
    return 2


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__.strip())
        return 0
    verb = VERBS.get(arguments[0])
    if verb is None:
        return refuse(f"no such command: {arguments[0]}. One of: {', '.join(VERBS)}")
    if sys.version_info < OLDEST_PYTHON:
        running = ".".join(map(str, sys.version_info[:3]))
        say(f"photocat needs Python 3.11 or newer; this is {running}: call it with a newer one")
        return 1
    try:
        return verb(arguments[1:])
    except SetupError as error:
        print(f"\nSet-up failed: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
