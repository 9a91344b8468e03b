"""``catalog.db.example`` is what ``scripts/example.py`` builds."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from photocat import Catalog

REPOSITORY = Path(__file__).resolve().parent.parent


def facts(catalog: Path) -> list[dict[str, object]]:
    with Catalog(catalog) as opened:
        return list(opened.dump_normalised())


def test_the_example_catalog_is_what_the_script_builds(tmp_path: Path) -> None:
    example, built = tmp_path / "example.db", tmp_path / "built.db"
    shutil.copyfile(REPOSITORY / "catalog.db.example", example)
    script = REPOSITORY / "scripts" / "example.py"

    subprocess.run([sys.executable, script, built], check=True)

    assert facts(built) == facts(example)
    assert facts(example)
