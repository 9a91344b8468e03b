"""Photos out of the catalog, in the JSON shapes of ``photocat.shapes``."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from photocat.records import Statement
from photocat.shapes import (
    file_shape,
    fingerprint_shape,
    photo_shape,
    relation_shape,
    statement_shape,
    tag_shape,
)
from photocat.store.files import read_path
from photocat.store.fingerprints import fingerprints_of
from photocat.store.paths import unescape
from photocat.store.relations import read_relations, read_works
from photocat.store.sql import one_of
from photocat.store.tables import files, photos, problems
from photocat.store.told import read_statements, tags_by_file

Shape = dict[str, Any]

SHORTEST_DIGEST = 6
"""Hexadecimal digits that may stand for a whole SHA-256."""

_LONGEST_ID = 18  # decimal digits: more do not fit into 64 bits


def find_photo(connection: Connection, name: str) -> int | None:
    """The photo of an id, a path, or the start of a digest that no other photo's digest has."""
    if name.isascii() and name.isdecimal() and len(name) <= _LONGEST_ID:
        found: int | None = connection.scalar(select(photos.c.id).where(photos.c.id == int(name)))
        if found is not None:
            return found
    found = read_path(connection, os.path.abspath(name))
    if found is not None:
        return found
    start = name.lower()
    if len(start) < SHORTEST_DIGEST or set(start) - set("0123456789abcdef"):
        return None
    digests = (photos.c.sha256 >= start) & (photos.c.sha256 < start + "g")
    rows = connection.scalars(select(photos.c.id).where(digests).limit(2)).all()
    return rows[0] if len(rows) == 1 else None


def read_shapes(
    connection: Connection, ids: Sequence[int], match: Mapping[int, str] | None = None
) -> list[Shape]:
    """Photos as answers show them, in the order of ``ids``; ``match`` says how surely each fits."""
    return [shape for shape, _ in read_described(connection, ids, match)]


def read_described(
    connection: Connection, ids: Sequence[int], match: Mapping[int, str] | None = None
) -> list[tuple[Shape, list[Statement]]]:
    """The same, each with all that is said of it."""
    if not ids:
        return []
    rows = select(photos).where(one_of(connection, photos.c.id, ids))
    facts = {row.id: row for row in connection.execute(rows)}
    told = read_statements(connection, ids)
    lying = _files(connection, ids)
    works = read_works(connection, ids)
    shapes = [
        photo_shape(
            id=id,
            sha256=facts[id].sha256,
            format=facts[id].format,
            width=facts[id].width,
            height=facts[id].height,
            files=lying.get(id, []),
            statements=told.get(id, []),
            work=works.get(id),
            match=match[id] if match else None,
        )
        for id in ids
    ]
    return [(shape, told.get(id, [])) for id, shape in zip(ids, shapes, strict=True)]


def read_full(connection: Connection, id: int) -> Shape:
    """Everything about one photo, with every statement. Raises ``LookupError`` for another id."""
    facts = connection.execute(select(photos).where(photos.c.id == id)).one_or_none()
    if facts is None:
        raise LookupError(f"no photo {id}")
    return read_shapes(connection, [id])[0] | {
        "orientation": facts.orientation,
        "byte_size": facts.byte_size,
        "pixel_digest": facts.pixel_digest,
        "statements": [
            statement_shape(statement)
            for statement in read_statements(connection, [id]).get(id, [])
        ],
        "fingerprints": [
            fingerprint_shape(f) for f in fingerprints_of(connection, [id]).get(id, [])
        ],
        "relations": [relation_shape(r) for r in read_relations(connection, [id])],
        "tags": [
            tag_shape(tag) for tags in tags_by_file(connection, [id]).values() for tag in tags
        ],
        "notes": _notes(connection, id),
    }


def _notes(connection: Connection, id: int) -> list[Shape]:
    """What is listed for the files of a photo although they were stored."""
    rows = (
        select(problems.c.code, problems.c.detail)
        .join(files, files.c.path == problems.c.path)
        .where(files.c.photo_id == id, problems.c.severity == "warned")
        .order_by(problems.c.code, problems.c.detail)
        .distinct()
    )
    return [{"code": code, "detail": detail} for code, detail in connection.execute(rows)]


def _files(connection: Connection, ids: Collection[int]) -> dict[int, list[Shape]]:
    """The files of photos, those that are there first, then by path."""
    lying: dict[int, list[Shape]] = {}
    rows = (
        select(files.c.photo_id, files.c.path, files.c.supplier, files.c.state)
        .where(one_of(connection, files.c.photo_id, ids))
        .order_by(files.c.state != "present", files.c.path)
    )
    for photo, path, supplier, state in connection.execute(rows):
        lying.setdefault(photo, []).append(file_shape(unescape(path), supplier, state))
    return lying
