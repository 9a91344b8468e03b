"""Fingerprints out of the catalog: of a kind those of all photos, of a range, or of some."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sqlalchemy import Connection, ScalarSelect, select

from photocat.records import Fingerprint
from photocat.store.sql import one_of
from photocat.store.tables import fingerprints, kinds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def read_fingerprints(
    connection: Connection, kind: str, *, after: int = 0
) -> tuple[NDArray[np.int64], bytes]:
    """The photos that have a comparable fingerprint of a kind, and the bits of each, joined.

    In order of id, from the one after ``after`` on. Fingerprints of quality 0 say nothing and are
    left out. All of a kind are equally long, so that ``numpy.frombuffer(bits, ">u8")`` is the codes
    of a 64-bit kind.
    """
    import numpy as np

    rows = read_between(connection, kind, after=after)
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    return ids, b"".join(row[1] for row in rows)


def read_between(
    connection: Connection, kind: str, *, after: int = 0, upto: int | None = None
) -> list[tuple[int, bytes]]:
    """Photos and their fingerprints of a kind, of any length, in order of id.

    From the photo after ``after`` on, to ``upto``; fingerprints of quality 0 are left out.
    """
    rows = (
        select(fingerprints.c.photo_id, fingerprints.c.bits)
        .where(fingerprints.c.kind_id == _kind(kind))
        .where(fingerprints.c.photo_id > after, fingerprints.c.quality > 0)
        .order_by(fingerprints.c.photo_id)
    )
    if upto is not None:
        rows = rows.where(fingerprints.c.photo_id <= upto)
    return [(id, bits) for id, bits in connection.execute(rows)]


def read_some(connection: Connection, kind: str, photo_ids: Collection[int]) -> dict[int, bytes]:
    """The fingerprint of a kind of each of some photos that has one that says anything."""
    rows = connection.execute(
        select(fingerprints.c.photo_id, fingerprints.c.bits)
        .where(fingerprints.c.kind_id == _kind(kind), fingerprints.c.quality > 0)
        .where(one_of(connection, fingerprints.c.photo_id, photo_ids))
    )
    return {row[0]: row[1] for row in rows}


def fingerprints_of(
    connection: Connection, photo_ids: Collection[int]
) -> dict[int, list[Fingerprint]]:
    """Every fingerprint of some photos, by kind."""
    found: dict[int, list[Fingerprint]] = {}
    rows = (
        select(fingerprints.c.photo_id, kinds.c.name, fingerprints.c.bits, fingerprints.c.quality)
        .join(kinds, kinds.c.id == fingerprints.c.kind_id)
        # Naming every kind lets the primary key find the rows.
        .where(fingerprints.c.kind_id.in_(select(kinds.c.id)))
        .where(one_of(connection, fingerprints.c.photo_id, photo_ids))
        .order_by(kinds.c.name)
    )
    for photo, *fingerprint in connection.execute(rows):
        found.setdefault(photo, []).append(Fingerprint(*fingerprint))
    return found


def _kind(name: str) -> ScalarSelect[int]:
    return select(kinds.c.id).where(kinds.c.name == name).scalar_subquery()
