"""Renames every file of a catalog, and counts what is lost of it: nothing may be.

    python scripts/bench/renames.py [--files N]

Draws small pictures, some with words beside them, ingests them, edits and decides on some, renames
all of them into another folder, and ingests that. Then the first folder is emptied, and refused;
its return decodes nothing either. Digests, times and modes of the files are compared throughout.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from small import read_options

from photocat import Catalog
from photocat.errors import SourceRefused
from photocat.ingest import IngestOptions, read

SIDECAR = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Headline="Number {}"/>'
    "</rdf:RDF></x:xmpmeta>"
)
EDITED, DECIDED = 10, 25
"""Every so many photos are edited, and decided on."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="where to work")
    chosen = read_options(parser, files=500)
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        return moved(Path(folder), chosen.files)


def moved(folder: Path, files: int) -> int:
    """Do all of it; the exit status."""
    drop, away = folder / "photos/drop", folder / "photos/away"
    draw(drop, files)
    originals = facts(drop)
    decoded = counted_decodes()
    with Catalog.init(folder / "catalog.db") as catalog:
        print(f"first ingest:  {ingest(catalog, drop)}, {decoded.total():,} decoded")
        for id in range(1, files + 1, EDITED):
            catalog.edit([id], [f"caption=Photo {id}.", "keywords+=seen"])
        for id in range(1, files, DECIDED):
            catalog.decide(id, id + 1, "different")
        said, decisions = everything(catalog, files), catalog.decisions()

        drop.rename(away)
        for path in sorted(away.iterdir()):
            path.rename(path.with_name(f"another {path.name}"))
        decoded.clear()
        print(f"after renames: {ingest(catalog, away.parent)}, {decoded.total():,} decoded")
        now_said = everything(catalog, files)
        lost = sum(not then <= now for then, now in zip(said, now_said, strict=True))
        lost_decisions = len(decisions) - len([d for d in catalog.decisions() if d in decisions])
        wrong = decoded.total() + lost + lost_decisions
        print(
            f"lost: statements of {lost:,} photos, {lost_decisions:,} of {len(decisions):,}"
            f" decisions"
        )

        gone = folder / "gone"
        away.rename(gone)
        states = []
        for absent in (True, False):
            if not absent:
                away.mkdir()
            try:
                ingest(catalog, away)
                states.append("ingested")
            except SourceRefused:
                states.append("refused")
        away.rmdir()
        gone.rename(away)
        present = catalog.stats()["photos"]
        back = ingest(catalog, away)
        print(
            f"absent: {states[0]}, empty: {states[1]}, {files - present:,} photos lost;"
            f" back: {back}, {decoded.total():,} decoded"
        )
        wrong += decoded.total() + files - present + states.count("ingested")
        changed = len(set(originals) ^ set(facts(away)))
        print(f"files with another digest, time or mode: {changed:,}")
        unsound = [found for found in catalog.check() if not found["ok"]]
        print(f"check: {len(unsound)} faults")
    return 1 if wrong + changed + len(unsound) else 0


def draw(folder: Path, files: int) -> None:
    folder.mkdir(parents=True)
    for n in range(files):
        coarse = np.random.default_rng(n).integers(0, 256, (9, 12, 3), np.uint8)
        Image.fromarray(coarse).resize((48, 36)).save(folder / f"{n:06}.png", compress_level=1)
        if n % 3 == 0:
            (folder / f"{n:06}.png.xmp").write_text(SIDECAR.format(n))


def facts(folder: Path) -> list[tuple[str, int, int]]:
    """Digest, time and mode of every file."""
    return [
        (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
            path.stat().st_mode,
        )
        for path in sorted(folder.iterdir())
    ]


def counted_decodes() -> Counter[str]:
    """Count from now on what is decoded in this process, by format."""
    counts: Counter[str] = Counter()
    decode = vars(read)["decode_reduced"]

    def counted(data: bytes, format: str, *rest: Any) -> Any:
        counts[format] += 1
        return decode(data, format, *rest)

    vars(read)["decode_reduced"] = counted
    return counts


def ingest(catalog: Catalog, folder: Path) -> dict[str, Any]:
    start = time.process_time()
    options = IngestOptions(jobs=0, features=False)
    counts = Counter(added.outcome for added in catalog.add([folder], options=options))
    return dict(counts) | {"CPU s": round(time.process_time() - start, 1)}


def everything(catalog: Catalog, files: int) -> list[set[str]]:
    """All that is said of each photo. What stands beside a file is said again of where it went."""
    return [
        {json.dumps(statement, sort_keys=True) for statement in catalog.show(id)["statements"]}
        for id in range(1, files + 1)
    ]


if __name__ == "__main__":
    raise SystemExit(main())
