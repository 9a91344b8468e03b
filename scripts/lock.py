#!/usr/bin/env python3
"""Pin every version anew: write requirements.lock from pyproject.toml.

    python3 scripts/run.py lock                    move as little as pyproject.toml allows
    python3 scripts/run.py lock --upgrade          take the newest of everything
    python3 scripts/run.py lock --upgrade-package NAME

One lock for everything a test run needs: the core, the extras, the development tools and the build
backend, for every Python and system that pyproject.toml admits, each file by its SHA-256. uv
resolves it, from a throw-away environment and against the registry that uv is configured for;
other arguments go to `uv pip compile`. No address is written: whoever installs has their own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = "uv>=0.13,<0.14"


def compile_command(uv: Path, pyproject: Path) -> list[str]:
    """Every extra and every dependency group, on the oldest Python supported and all newer ones."""
    declared = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    extras = [f"--extra={name}" for name in declared["project"]["optional-dependencies"]]
    groups = [f"--group={name}" for name in declared["dependency-groups"]]
    oldest = declared["project"]["requires-python"].removeprefix(">=")
    return [
        str(uv),
        "pip",
        "compile",
        pyproject.name,
        *extras,
        *groups,
        "--universal",
        f"--python-version={oldest}",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--quiet",
        "--output-file=requirements.lock",
    ]


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "uv"
        venv.create(environment, with_pip=False)
        python = environment / "bin" / "python"
        pip = [sys.executable, "-m", "pip", "--python", str(python)]
        subprocess.run([*pip, "install", "--no-user", "--quiet", UV], check=True)
        compile_ = compile_command(python.with_name("uv"), ROOT / "pyproject.toml")
        return subprocess.run([*compile_, *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
