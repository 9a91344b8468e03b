"""How long faults are looked for: ``pytest tests/faults --faults=5000`` looks that often."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

sys.path.insert(0, os.path.dirname(__file__))

Item = TypeVar("Item")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--faults", type=int, help="how many faults of each kind; default: a few")


@pytest.fixture(scope="session")
def a_few(request: pytest.FixtureRequest) -> Callable[..., Sequence[Item]]:
    """``a_few(items, n, *of)``: n of them, or as many as ``--faults`` says.

    Always the same ones, but others ``of`` each thing that is named.
    """
    wanted = request.config.getoption("--faults", default=None)

    def chosen(items: Sequence[Item], few: int, *of: object) -> Sequence[Item]:
        number = min(wanted or few, len(items))
        return sorted(random.Random(f"2016-03-20 {of}").sample(items, number))  # type: ignore[type-var]

    return chosen


@pytest.fixture(scope="session")
def drop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from gallery import make_drop

    return make_drop(tmp_path_factory.mktemp("faults") / "drop")
