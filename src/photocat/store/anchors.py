"""By what something kept beside a catalog is known to belong to it as it is now.

Ids are given out in order, and never twice; but a catalog that was restored from a backup gives
those again that it gave out since. A photo of one id, digest and moment of arrival is the same.
What was taken out of a catalog may be put back among older photos, which the log tells.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from photocat.store.changes import PHOTO
from photocat.store.sql import new_ids, one_of
from photocat.store.tables import changes, photos, txns
from photocat.store.txns import UNDO


class Anchors(NamedTuple):
    """A catalog at one moment."""

    last: int
    """The last id that was given out to a photo; 0 where none was."""
    txn: int
    """The last transaction."""
    photos: dict[int, str]
    """By id what no other photo of this id has, of those asked for that are there."""
    put_back: list[tuple[int, int]]
    """Photos that were put back, each with the transaction that did it."""


def read_ids(connection: Connection, *, after: int, most: int) -> list[int]:
    """The ids of photos from the one after ``after`` on, ``most`` of them, in order."""
    rows = select(photos.c.id).where(photos.c.id > after).order_by(photos.c.id).limit(most)
    return list(connection.scalars(rows))


def read_anchors(connection: Connection, wanted: Collection[int], *, since: int) -> Anchors:
    """The anchors of some ids, and what was put back by transactions after ``since``."""
    rows = select(photos.c.id, photos.c.sha256, photos.c.added_at)
    found = connection.execute(rows.where(one_of(connection, photos.c.id, wanted)))
    there = {id: f"{sha256[:16]} {added_at:x}" for id, sha256, added_at in found}
    back = (
        select(changes.c.photo_id, changes.c.txn_id)
        .join(txns, txns.c.id == changes.c.txn_id)
        .where(txns.c.verb == UNDO, txns.c.id > since)
        .where(changes.c.what == PHOTO, changes.c.new.is_not(None))
    )
    return Anchors(
        last=next(new_ids(connection, photos)) - 1,
        txn=connection.scalar(select(func.max(txns.c.id))) or 0,
        photos=there,
        put_back=[(photo, txn) for photo, txn in connection.execute(back)],
    )
