"""By what something kept beside a catalog is known to belong to it as it is now.

Ids are given out in order, and never twice; but a catalog that was restored from a backup gives
those again that it gave out since. A photo of one id, digest and moment of arrival is the same.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, select

from photocat.store.sql import new_ids, one_of
from photocat.store.tables import photos


class Anchors(NamedTuple):
    """Photos of some ids, as far as there are any."""

    last: int
    """The last id that was given out; 0 where none was."""
    photos: dict[int, str]
    """By id what no other photo of this id has."""


def read_ids(connection: Connection, *, after: int, most: int) -> list[int]:
    """The ids of photos from the one after ``after`` on, ``most`` of them, in order."""
    rows = select(photos.c.id).where(photos.c.id > after).order_by(photos.c.id).limit(most)
    return list(connection.scalars(rows))


def read_anchors(connection: Connection, wanted: Collection[int]) -> Anchors:
    """The anchors of some ids, all as the catalog is at one moment."""
    rows = select(photos.c.id, photos.c.sha256, photos.c.added_at)
    found = connection.execute(rows.where(one_of(connection, photos.c.id, wanted)))
    last = next(new_ids(connection, photos)) - 1
    return Anchors(last, {id: f"{sha256[:16]} {added_at:x}" for id, sha256, added_at in found})
