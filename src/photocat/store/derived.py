"""What is shown of a photo, and found by: worked out from its statements, never stored alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from photocat.preferred import point_of, preferred, standing
from photocat.query.meaning import number
from photocat.records import Statement
from photocat.store import facet_values
from photocat.store.index_terms import Header, terms
from photocat.store.index_text import index_text
from photocat.store.packed_words import pack_words, unpack_words
from photocat.store.positions import position
from photocat.store.rows import Row
from photocat.store.sql import insert_many, new_ids, one_of
from photocat.store.tables import files, photos
from photocat.store.tables_derived import (
    points_index,
    shown,
    shown_points,
    shown_words,
    words_index,
)
from photocat.store.told import read_statements
from photocat.store.whereabouts import PLACE_FIELDS, lies
from photocat.store.words_aside import COLUMNS, Spelled, spelled, telling

_AT_ONCE = 2_000


class Shown(NamedTuple):
    """The rows of one photo in the derived tables, without ids."""

    facts: Row
    """First its position, less the photo."""
    words: Spelled
    packed: bytes
    """The same words (``packed_words``)."""
    points: tuple[Row, ...]
    values: tuple[str, ...]
    """What it is counted by (``facet_values``)."""


def work_out(
    statements: Collection[Statement], suppliers: Collection[str], header: Header
) -> Shown:
    """What follows from the statements of a photo, whoever delivered it."""
    statements = standing(statements)
    believed = preferred(statements)
    stated = believed.get("date_created")
    date = stated[0].date if stated else None
    located = point_of(believed, "location_created") or point_of(believed, "location_shown")
    point = located.point if located else None
    earliest, latest = (date.earliest, date.latest) if date else (None, None)
    precision = date.precision.value if date else None
    rating = believed.get("rating")
    there = lies(statements)
    told = terms(statements, believed, header, date, there)
    words = index_text(statements, suppliers, header.format, told, there)
    return Shown(
        (
            position(earliest, latest),
            *(date.text if date else None, earliest, latest, precision),
            *((point.lat, point.lon, point.radius_m) if point else (None,) * 3),
            number(rating[0].text) if rating else None,
        ),
        spelled(words),
        pack_words(words),
        tuple(
            sorted(
                {
                    (s.field, s.point.lat, s.point.lon, s.point.radius_m)
                    for s in statements
                    if s.point and s.field in PLACE_FIELDS
                }
            )
        ),
        facet_values.values_of(believed, suppliers, header, date),
    )


def words_of(rows: Mapping[int, Shown]) -> list[tuple[int, Spelled]]:
    """The words of photos, in the order of their positions."""
    return sorted((row.facts[0] | photo, row.words) for photo, row in rows.items())


def add(connection: Connection, rows: Mapping[int, Shown]) -> None:
    """Add the rows of photos that have none."""
    with telling(connection, words_of(rows)) as tell:
        add_shown(connection, rows)
        tell()


def add_shown(connection: Connection, rows: Mapping[int, Shown]) -> None:
    """Add the rows of photos whose words are told already."""
    facts = ((photo, row.facts[0] | photo, *row.facts[1:]) for photo, row in rows.items())
    insert_many(connection, shown, shown.c.keys(), facts)
    packed = ((photo, row.packed) for photo, row in rows.items())
    insert_many(connection, shown_words, shown_words.c.keys(), packed)
    ids = new_ids(connection, shown_points)
    points = [(next(ids), photo, *p) for photo, row in rows.items() for p in row.points]
    insert_many(connection, shown_points, shown_points.c.keys(), points)
    facet_values.put(connection, {photo: row.values for photo, row in rows.items()})
    if connection.dialect.name == "sqlite":
        boxes = ((id, lat, lat, lon, lon) for id, _, _, lat, lon, _ in points)
        insert_many(connection, points_index, points_index.c.keys(), boxes)


def refresh(connection: Connection, photo_ids: Collection[int]) -> None:
    """Work out anew what follows from the statements of some photos."""
    if photo_ids:
        _remove(connection, photo_ids)
        add(connection, recompute(connection, photo_ids))


def recompute(connection: Connection, photo_ids: Collection[int]) -> dict[int, Shown]:
    """What the derived rows of some photos ought to be."""
    told = read_statements(connection, photo_ids)
    suppliers: dict[int, set[str]] = {}
    rows = select(files.c.photo_id, files.c.supplier).where(
        one_of(connection, files.c.photo_id, photo_ids), files.c.supplier.is_not(None)
    )
    for photo, supplier in connection.execute(rows):
        suppliers.setdefault(photo, set()).add(supplier)
    headers = select(photos.c.id, *(photos.c[name] for name in Header._fields))
    of_these = one_of(connection, photos.c.id, photo_ids)
    return {
        photo: work_out(told.get(photo, []), suppliers.get(photo, ()), Header(*header))
        for photo, *header in connection.execute(headers.where(of_these).order_by(photos.c.id))
    }


def rebuild(connection: Connection) -> None:
    """Forget every derived row and work all of them out again."""
    sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql(
        "INSERT INTO words_index (words_index) VALUES ('delete-all')"
        if sqlite
        else "DELETE FROM words_index"
    )
    if sqlite:
        connection.execute(delete(points_index))
    facet_values.forget_all(connection)
    for table in (shown_points, shown_words, shown):
        connection.execute(delete(table))
    for batch in batches_of_photos(connection):
        add(connection, recompute(connection, batch))


def batches_of_photos(connection: Connection, *, every: int = 1) -> Iterator[list[int]]:
    """The ids of all photos, or of one in ``every``, in order, a few at a time."""
    last = 0
    while True:
        ids = select(photos.c.id).where(photos.c.id > last, photos.c.id % every == 0)
        batch = list(connection.scalars(ids.order_by(photos.c.id).limit(_AT_ONCE)))
        if not batch:
            return
        yield batch
        last = batch[-1]


def _remove(connection: Connection, photo_ids: Collection[int]) -> None:
    these = one_of(connection, shown.c.photo_id, photo_ids)
    if connection.dialect.name == "sqlite":
        # The full-text index holds no text of its own: it is told what to forget.
        held = select(shown.c.position, shown_words.c.words).where(these)
        held = held.join(shown_words, shown_words.c.photo_id == shown.c.photo_id)
        forgotten = [
            ("delete", position, *unpack_words(packed))
            for position, packed in connection.execute(held.order_by(shown.c.position))
        ]
        insert_many(connection, words_index, (words_index.name, *COLUMNS), forgotten)
        points = select(shown_points.c.id).where(
            one_of(connection, shown_points.c.photo_id, photo_ids)
        )
        connection.execute(delete(points_index).where(points_index.c.id.in_(points)))
    else:
        positions = select(shown.c.position).where(these)
        connection.execute(delete(words_index).where(words_index.c.position.in_(positions)))
    facet_values.forget(connection, photo_ids)
    for table in (shown_points, shown_words, shown):
        connection.execute(delete(table).where(one_of(connection, table.c.photo_id, photo_ids)))
