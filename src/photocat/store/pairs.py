"""Files that lie together under one name: a raw file and what was made of it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath

from sqlalchemy import Connection, and_, or_, select

from photocat.store.paths import escape, unescape
from photocat.store.sql import one_of
from photocat.store.tables import files, photos

RAW = "RAW/"


def has_raws(connection: Connection) -> bool:
    """Whether there is any raw file."""
    raws = select(photos.c.id).where(photos.c.format.startswith(RAW)).limit(1)
    return connection.scalar(raws) is not None


def raw_pairs(connection: Connection, photo_ids: Collection[int]) -> list[tuple[int, int]]:
    """Photos ``(raw, other)``, one of them among some, with files of one stem in one folder.

    Each pair once, in order. A stem may be written in small letters or in capitals beside the other
    one: ``IMG_1.CR2`` and ``img_1.jpg``.
    """
    rows = (
        select(files.c.path, files.c.photo_id, photos.c.format)
        .join(photos, photos.c.id == files.c.photo_id)
        .where(files.c.state == "present")
    )
    pairs = set()
    for path, photo, format in connection.execute(
        rows.where(one_of(connection, files.c.photo_id, photo_ids))
    ).all():
        name = PurePath(unescape(path))
        wanted = [escape(str(name.with_name(stem))) for stem in sorted(_written(name.stem))]
        beside = [and_(files.c.path > stem, files.c.path < f"{stem}/") for stem in wanted]
        found = connection.execute(rows.where(or_(files.c.path.in_(wanted), *beside)))
        for other_path, other, other_format in found:
            stem = PurePath(unescape(other_path)).stem
            if stem in _written(name.stem) and name.stem in _written(stem):
                if format.startswith(RAW) and not other_format.startswith(RAW):
                    pairs.add((photo, other))
                elif other_format.startswith(RAW) and not format.startswith(RAW):
                    pairs.add((other, photo))
    return sorted(pairs)


def _written(stem: str) -> set[str]:
    return {stem, stem.lower(), stem.upper()}
