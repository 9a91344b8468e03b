"""Every fault that the documents speak of has a test, and the test is there."""

from __future__ import annotations

import re
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
WRITTEN = (REPOSITORY / "docs" / "care.md").read_text(encoding="utf-8")


def test_every_fault_is_proved_by_a_test_that_is_there() -> None:
    rows = [line for line in WRITTEN.splitlines() if line.startswith("| F")]
    named = [number for row in rows for number in re.findall(r"F(\d+)", row.split("|")[1])]
    assert named == [str(number) for number in range(1, 29)]
    for row in rows:
        tests = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", row)
        assert tests, row
        for path, name in tests:
            assert f"def {name}" in (REPOSITORY / path).read_text(encoding="utf-8"), name
