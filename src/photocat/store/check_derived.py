"""Whether what is derived from the facts is what would be worked out from them now."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select, text

from photocat.store import derived, facet_values
from photocat.store.index_text import tsvector
from photocat.store.packed_words import unpack_words
from photocat.store.positions import PHOTO
from photocat.store.sql import one_of
from photocat.store.tables_derived import (
    points_index,
    shown,
    shown_points,
    shown_words,
)
from photocat.store.words_aside import in_letters, spelled


def differing(connection: Connection, photo_ids: Sequence[int]) -> list[int]:
    """The photos of some whose derived rows, or the indexes over them, are other than they ought
    to be."""
    expected = derived.recompute(connection, photo_ids)
    stored = _stored(connection, photo_ids)
    found = _indexed(connection, expected)
    same = {photo for photo, row in stored.items() if row == _unpacked(expected[photo])}
    return [photo for photo in photo_ids if photo not in same or photo not in found]


def _stored(connection: Connection, photo_ids: Sequence[int]) -> dict[int, derived.Shown]:
    """The derived rows of photos, as they stand."""

    def rows(table: Table) -> Iterator[tuple[int, tuple[Any, ...]]]:
        of_these = one_of(connection, table.c.photo_id, photo_ids)
        columns = [c for c in table.c if c.name not in ("id", "photo_id")]
        for photo, *row in connection.execute(select(table.c.photo_id, *columns).where(of_these)):
            yield photo, tuple(row)

    points: dict[int, list[tuple[Any, ...]]] = {}
    for photo, point in rows(shown_points):
        points.setdefault(photo, []).append(point)
    facts = dict(rows(shown))
    words = {photo: unpack_words(packed) for photo, (packed,) in rows(shown_words)}
    values = facet_values.read_values(connection, photo_ids)
    return {
        photo: derived.Shown(
            (position & ~PHOTO, *rest),
            spelled(words.get(photo, ("", "", ""))),
            b"",
            tuple(sorted(points.get(photo, ()))),
            values[photo],
        )
        for photo, (position, *rest) in facts.items()
        if position & PHOTO == photo
    }


def _unpacked(row: derived.Shown) -> derived.Shown:
    """Without the words packed, which another zlib packs otherwise."""
    return row._replace(packed=b"")


def _indexed(connection: Connection, expected: Mapping[int, derived.Shown]) -> set[int]:
    """The photos whose words and points stand in the indexes as they ought to.

    On SQLite the words are checked all at once (``_full_text``), on PostgreSQL the points need not
    be: they are an index of the server's own.
    """
    if connection.dialect.name == "sqlite":
        boxes = ("south", "north", "west", "east")
        rows = (
            select(shown_points, *(points_index.c[name] for name in boxes))
            .outerjoin(points_index, points_index.c.id == shown_points.c.id)
            .where(one_of(connection, shown_points.c.photo_id, expected))
        )
        lost = {
            row.photo_id
            for row in connection.execute(rows)
            if (row.south, row.west) != (_below(row.lat), _below(row.lon))
            or (row.north, row.east) != (_above(row.lat), _above(row.lon))
        }
        return set(expected) - lost
    same = text(
        "SELECT w.position FROM words_index w JOIN unnest("
        " CAST(:positions AS bigint[]), CAST(:captions AS text[]), CAST(:prose AS text[]),"
        " CAST(:stated AS text[])) AS e(position, caption, prose, stated) USING (position)"
        " WHERE w.caption = e.caption::tsvector AND w.prose = e.prose::tsvector"
        " AND w.stated = e.stated::tsvector"
    )
    columns = zip(
        *(map(tsvector, in_letters(shown.words)) for shown in expected.values()), strict=True
    )
    named = dict(zip(("captions", "prose", "stated"), map(list, columns), strict=True))
    positions = [row.facts[0] | photo for photo, row in expected.items()]
    found = connection.scalars(same, {"positions": positions, **named})
    return {position & PHOTO for position in found}


def _below(number: float) -> float:
    """The 32-bit float by which R*Tree stands for a number: not above it."""
    near = _single(number)
    return near if near <= number else _single(number * (1 + 2**-23 if number < 0 else 1 - 2**-23))


def _above(number: float) -> float:
    return -_below(-number)


def _single(number: float) -> float:
    (rounded,) = struct.unpack("f", struct.pack("f", number))
    return float(rounded)
