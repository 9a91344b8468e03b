"""Starting photocat is cheap: the big packages are imported where they are used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from photocat.cli.commands import COMMANDS

HEAVY = ("sqlalchemy", "alembic", "numpy", "scipy", "PIL", "imagehash", "exifread", "rich")


def heavy_modules_after(program: str) -> list[str]:
    """Which of HEAVY a fresh Python has loaded after it ran the program."""
    report = f"\nimport sys; print('', *(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program + report], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return sorted(done.stderr.splitlines()[-1].split())


def test_a_heavy_module_would_be_noticed() -> None:
    assert heavy_modules_after("import exifread") == ["exifread"]


@pytest.mark.parametrize(
    "room",
    ["errors", "words", "dates", "places", "fields", "records", "query", "cli", "catalog"],
)
def test_importing_a_room_above_or_below_the_heavy_ones_is_light(room: str) -> None:
    assert heavy_modules_after(f"import photocat.{room}") == []


def test_importing_photocat_and_its_catalog_class_is_light() -> None:
    assert heavy_modules_after("import photocat; photocat.Catalog") == []


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], *([command.name, "--help"] for command in COMMANDS)],
    ids=" ".join,
)
def test_help_and_version_are_light(arguments: list[str]) -> None:
    call = f"from photocat.cli import main; assert main({arguments!r}) == 0"
    assert heavy_modules_after(call) == []
