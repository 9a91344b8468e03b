#!/usr/bin/env python3
"""Set up this checkout and run its everyday commands, with nothing but Python and pip.

    python3 scripts/run.py demo      ingest the sample gallery, search it, find its near-duplicates
    python3 scripts/run.py test      check style, types and imports, and run every test
    python3 scripts/run.py check     the same without the tests
    python3 scripts/run.py setup     only build .venv
    python3 scripts/run.py bench X   run scripts/bench/X.py
    python3 scripts/run.py lock      pin the versions anew (see scripts/lock.py)

Every verb but `lock` builds `.venv` first where it is missing or out of date. The packages come from
requirements.lock, each checked against its hash, through pip as this machine has configured it.
Arguments after `test` go to pytest, arguments after `demo`, `bench X` and `lock` to that program.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "photocat-setup"
OLDEST = (3, 11)

# Inside a virtual environment this is the Python it was made from, so that .venv/bin/python may call us too.
BASE_PYTHON = getattr(sys, "_base_executable", sys.executable)


class SetupError(Exception):
    """The environment cannot be built; the message says why and what to do."""


# --- set-up ---------------------------------------------------------------------------------------


def packages_wanted() -> str:
    """What the installed packages depend on: another Python, place or lock needs a new environment."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"python {sys.version}\nbase {BASE_PYTHON}\nroot {ROOT}\nlock {lock}\n"


def project_wanted() -> str:
    """What the installed project itself depends on."""
    return f"pyproject {hashlib.sha256((ROOT / 'pyproject.toml').read_bytes()).hexdigest()}\n"


def is_usable() -> bool:
    return (
        PYTHON.exists()
        and subprocess.run([PYTHON, "-c", ""], capture_output=True, check=False).returncode == 0
    )


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold off a second set-up of the same checkout until the first is done."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with open(__file__, "rb") as this_file:
        fcntl.flock(this_file, fcntl.LOCK_EX)
        yield


def set_up() -> None:
    """Build or complete `.venv`. Quick when nothing changed.

    The stamp is written last, one line of work at a time: an interrupted set-up leaves none and is started afresh.
    """
    with one_at_a_time():
        stamp = STAMP.read_text() if STAMP.exists() else ""
        packages, project = packages_wanted(), project_wanted()
        if not is_usable() or not stamp.startswith(packages):
            build_environment()
            STAMP.write_text(packages)
        elif stamp == packages + project:
            return
        pip_install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        STAMP.write_text(packages + project)


def build_environment() -> None:
    say(f"setting up {VENV.name} with Python {'.'.join(map(str, sys.version_info[:3]))}")
    if importlib.util.find_spec("pip") is None:
        raise SetupError(
            f"{BASE_PYTHON} has no pip.\nInstall it (Debian and Ubuntu: apt install python3-pip;"
            " elsewhere: python3 -m ensurepip) and run this again."
        )
    shutil.rmtree(VENV, ignore_errors=True)
    # Debian ships venv without ensurepip: pip stays outside and is pointed at the new environment.
    venv.create(VENV, with_pip=False, symlinks=os.name != "nt")
    pip_install("--require-hashes", "--requirement", str(LOCK))


def pip_install(*arguments: str) -> None:
    """Install into `.venv` with the pip outside it; its output is shown only where it failed."""
    command = [BASE_PYTHON, "-m", "pip", "--python", str(PYTHON), "install", "--no-user"]
    # Build backends look for their own programs on the search path.
    environment = {**os.environ, "PATH": f"{PYTHON.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    pip = subprocess.run(
        [*command, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if pip.returncode:
        last_words = "\n".join(pip.stdout.splitlines()[-20:])
        raise SetupError(
            f"pip could not install the packages. Its last words:\n\n{last_words}\n\n"
            "No connection, or no version found: check the network and the registry that pip is configured for"
            " (python3 -m pip config list).\n"
            "A hash that does not match: the registry serves another file than requirements.lock pins.\n"
            "No such option --python: this pip is older than 22.3; upgrade it."
        )


# --- verbs ----------------------------------------------------------------------------------------

CHECKS = (
    ("ruff check", [str(PYTHON), "-m", "ruff", "check", "."]),
    ("ruff format", [str(PYTHON), "-m", "ruff", "format", "--check", "."]),
    ("mypy", [str(PYTHON), "-m", "mypy"]),
    ("import-linter", [str(VENV / "bin" / "lint-imports")]),
)


def run_steps(steps: list[tuple[str, list[str]]]) -> int:
    """Run every step, even after one failed, and name those that did."""
    failed = []
    for name, command in steps:
        say(name)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    say(f"failed: {', '.join(failed)}" if failed else "all passed")
    return 1 if failed else 0


def check(arguments: list[str]) -> int:
    if arguments:
        return usage()
    set_up()
    return run_steps(list(CHECKS))


def test(arguments: list[str]) -> int:
    set_up()
    return run_steps([*CHECKS, ("pytest", [str(PYTHON), "-m", "pytest", *arguments])])


def demo(arguments: list[str]) -> int:
    set_up()
    return subprocess.run([PYTHON, "-m", "photocat", "demo", *arguments], check=False).returncode


def setup(arguments: list[str]) -> int:
    if arguments:
        return usage()
    set_up()
    say(f"ready: {PYTHON}")
    return 0


def bench(arguments: list[str]) -> int:
    benches = sorted(path.stem for path in (ROOT / "scripts" / "bench").glob("*.py"))
    if not arguments or arguments[0] not in benches:
        print(f"bench what? one of: {', '.join(benches)}", file=sys.stderr)
        return 2
    set_up()
    name, *rest = arguments
    command = [PYTHON, ROOT / "scripts" / "bench" / f"{name}.py", *rest]
    return subprocess.run(command, check=False).returncode


def lock(arguments: list[str]) -> int:
    command = [BASE_PYTHON, ROOT / "scripts" / "lock.py", *arguments]
    return subprocess.run(command, check=False).returncode


VERBS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "setup": setup,
    "bench": bench,
    "lock": lock,
}


def usage() -> int:
    print(__doc__.strip(), file=sys.stderr)
    return 2


def say(text: str) -> None:
    print(f"-- {text}", file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__.strip())
        return 0
    verb = VERBS.get(arguments[0])
    if verb is None:
        return usage()
    if sys.version_info < OLDEST:
        print("photocat needs Python 3.11 or newer.", file=sys.stderr)
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
