"""What a program cost: CPU and wall seconds, its children's included; and where peers are found.

Peers are other people's programs and libraries. They live in a throw-away environment that
``--peers FOLDER`` names (made and filled with ``--install``), never in the project's lock; programs
of the system are found on the search path. What is missing is printed with how to get it.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INSTALLED = ("exifread", "pillow", "imagehash", "pdqhash", "difPy", "faiss-cpu")
"""What ``--install`` puts into the environment of the peers."""

WITHOUT_DEPENDENCIES = ("imagededup", "tqdm")
"""imagededup asks for PyTorch and more, which its hashes never use: it comes without."""

APART = ("fastdup",)
"""What asks for older libraries than the others: each in an environment of its own, inside."""

STAND_INS = """
import sys
from unittest.mock import MagicMock
for absent in ("matplotlib", "matplotlib.gridspec", "matplotlib.pyplot", "sklearn.metrics.pairwise",
    "sklearn", "sklearn.metrics", "torch", "torch.nn", "torch.utils", "torch.utils.data",
    "torchvision", "torchvision.models", "torchvision.models.vision_transformer",
    "torchvision.transforms", "torchvision.transforms.transforms"):
    sys.modules[absent] = MagicMock()
"""
"""Stands for what imagededup imports beside its hashes and trees, which use none of it."""

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Spent:
    """What one run took."""

    cpu: float
    wall: float


class NotThere(Exception):
    """A peer is missing; the message says how it is installed."""


def spent(
    command: Sequence[str],
    *,
    accepts: Sequence[int] = (0,),
    settings: Mapping[str, str] = ONE_THREAD,
) -> Spent:
    """Run a program to its end, told ``settings`` by its environment; what it prints is lost."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
        env={**os.environ, **settings},
    )
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in accepts:
        sys.exit(f"{command[0]} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(cpu, wall)


def median(runs: Sequence[Spent]) -> Spent:
    """The middle of several runs."""
    return Spent(
        statistics.median(run.cpu for run in runs), statistics.median(run.wall for run in runs)
    )


def interleaved(
    works: dict[str, Callable[[], Spent]], rounds: int
) -> tuple[dict[str, Spent], dict[str, str]]:
    """The medians of works that are run in turn, and what is missing by name."""
    runs: dict[str, list[Spent]] = {}
    missing: dict[str, str] = {}
    for _ in range(rounds):
        for name, work in works.items():
            if name not in missing:
                try:
                    runs.setdefault(name, []).append(work())
                except NotThere as how:
                    missing[name] = str(how)
    return {name: median(all_) for name, all_ in runs.items() if all_}, missing


def program(name: str, how: str) -> str:
    """A program of the system."""
    found = shutil.which(name)
    if found is None:
        raise NotThere(how)
    return found


def python_of(peers: Path | None, module: str) -> str:
    """The Python of the peers' environment, where ``module`` is installed there."""
    how = f"{module}: --peers FOLDER --install makes an environment with it"
    python = peers / "bin" / "python" if peers else None
    if python is None or not python.exists():
        raise NotThere(how)
    looked = subprocess.run(
        [
            python,
            "-c",
            f"import importlib.util as u; raise SystemExit(not u.find_spec({module!r}))",
        ],
        check=False,
    )
    if looked.returncode:
        raise NotThere(how)
    return str(python)


def add_peers(parser: argparse.ArgumentParser) -> None:
    """The options by which a benchmark finds its peers."""
    parser.add_argument("--peers", type=Path, help="the environment that other tools live in")
    parser.add_argument("--install", action="store_true", help="make that environment first")


def install(asked: argparse.Namespace) -> Path | None:
    """The environment that was asked for, made if that was asked too."""
    peers: Path | None = asked.peers
    if peers and asked.install:
        filled(peers, INSTALLED, ["--no-deps", *WITHOUT_DEPENDENCIES])
        for name in APART:
            filled(peers / name, [name])
    return peers


def filled(environment: Path, *packages: Sequence[str]) -> None:
    """Make an environment and install into it."""
    venv.create(environment, with_pip=False)
    python = str(environment / "bin" / "python")
    pip = [getattr(sys, "_base_executable", sys.executable), "-m", "pip", "--python", python]
    for some in packages:
        subprocess.run([*pip, "install", "--quiet", "--no-user", *some], check=True)
