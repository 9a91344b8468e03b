"""The documents are true: examples print what they say, tables hold what the code holds."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from photocat.cli.commands import COMMANDS
from photocat.query import SEARCH_FIELDS

REPOSITORY = Path(__file__).resolve().parent.parent
DOCUMENTS = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]


@pytest.fixture(scope="module")
def written() -> str:
    return "\n".join(document.read_text() for document in DOCUMENTS)


def test_every_example_prints_what_it_says_and_every_table_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, REPOSITORY / "scripts" / "docs.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == "", "run python scripts/docs.py"
    assert done.returncode == 0


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_documented(command: str, written: str) -> None:
    assert f"photocat {command}" in written


@pytest.mark.parametrize("field", SEARCH_FIELDS, ids=lambda field: field.name)
def test_every_search_field_is_documented(field: object, written: str) -> None:
    assert f"`{field.name}:`" in written  # type: ignore[attr-defined]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text()):
        assert "://" in target or (document.parent / target).exists(), target
