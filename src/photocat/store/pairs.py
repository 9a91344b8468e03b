"""Files that lie together under one name: a raw file and what was made of it."""

from __future__ import annotations

from pathlib import PurePath

from sqlalchemy import Connection, select

from photocat.store.paths import unescape
from photocat.store.tables import files, photos

RAW = "RAW/"


def raw_pairs(connection: Connection) -> list[tuple[int, int]]:
    """Photos ``(raw, other)`` with files of one stem in one folder; each pair once, in order."""
    raws = select(photos.c.id).where(photos.c.format.startswith(RAW)).limit(1)
    if connection.scalar(raws) is None:
        return []
    rows = (
        select(files.c.path, files.c.photo_id, photos.c.format)
        .join(photos, photos.c.id == files.c.photo_id)
        .where(files.c.state == "present")
    )
    together: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    for path, photo, format in connection.execute(rows):
        name = PurePath(unescape(path))
        raw, other = together.setdefault((str(name.parent), name.stem.lower()), ([], []))
        (raw if format.startswith(RAW) else other).append(photo)
    return sorted({(r, o) for raw, other in together.values() for r in raw for o in other})
