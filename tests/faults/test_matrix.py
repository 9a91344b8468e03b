"""Every fault that the documents speak of has a test, what must hold too, and it is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
WRITTEN = (REPOSITORY / "docs" / "care.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("letter", "last"), [("F", 28), ("I", 11)])
def test_every_row_is_proved_by_a_test_that_is_there(letter: str, last: int) -> None:
    rows = [line for line in WRITTEN.splitlines() if re.match(rf"\| {letter}\d", line)]
    named = [n for row in rows for n in re.findall(rf"{letter}(\d+)", row.split("|")[1])]
    assert named == [str(number) for number in range(1, last + 1)]
    for row in rows:
        tests = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", row)
        assert tests, row
        for path, name in tests:
            assert f"def {name}" in (REPOSITORY / path).read_text(encoding="utf-8"), name
