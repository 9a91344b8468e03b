"""Build ``catalog.db.example``: the catalog of the sample gallery.

    python scripts/example.py [FILE]

The gallery is drawn and catalogued in a temporary folder; the example names ``/photocat-demo``
instead, so that it is the same wherever it is built.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from photocat import Catalog, IngestOptions
from photocat.sample import write_gallery

HOME = "/photocat-demo"
EXAMPLE = Path(__file__).resolve().parent.parent / "catalog.db.example"


def build(example: Path) -> None:
    """Draw, catalogue, and put the one file in place."""
    with TemporaryDirectory(prefix="photocat-") as name:
        folder = Path(name).resolve()
        delivered = write_gallery(folder / "photos")
        with Catalog.init(folder / "catalog.db") as catalog:
            for supplier, home in {d.supplier: d.path.parent for d in delivered}.items():
                for _ in catalog.add([home], supplier=supplier, options=IngestOptions(jobs=1)):
                    pass
        move_home(folder / "catalog.db", str(folder))
        shutil.copyfile(folder / "catalog.db", example)


def move_home(path: Path, folder: str) -> None:
    """Let every text of the catalog name ``HOME`` for the folder it was built in."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        texts = database.execute(
            "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
            " WHERE t.type = 'table' AND t.schema = 'main' AND c.type = 'TEXT'"
            " AND t.name NOT LIKE 'sqlite%'"
        ).fetchall()
        for table, column in texts:
            database.execute(
                f'UPDATE "{table}" SET "{column}" = replace("{column}", ?, ?)'  # noqa: S608
                f' WHERE instr("{column}", ?)',
                (folder, HOME, folder),
            )
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("VACUUM")


if __name__ == "__main__":
    os.environ["LOGNAME"] = "photocat"  # who the log names, wherever this is run
    parser = argparse.ArgumentParser(description="Build the catalog of the sample gallery.")
    parser.add_argument("file", type=Path, nargs="?", default=EXAMPLE)
    build(parser.parse_args().file)
