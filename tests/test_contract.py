"""The import contracts of pyproject.toml: who may import whom."""

from __future__ import annotations

import subprocess
import sysconfig
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def test_every_import_contract_is_kept() -> None:
    lint_imports = Path(sysconfig.get_path("scripts")) / "lint-imports"
    linted = subprocess.run(
        [lint_imports, "--no-logo", "--no-cache"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert "0 broken" in linted.stdout
