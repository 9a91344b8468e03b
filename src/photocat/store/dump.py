"""The whole catalog as plain values in one order, whatever the order in which it came together.

Without row ids, moments and transactions: two catalogs of the same files dump the same. What the
bytes say stands with the photo, what was found beside a file with that file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from photocat.shapes import (
    file_shape,
    fingerprint_shape,
    relation_shape,
    statement_shape,
    tag_shape,
)
from photocat.store.fingerprints import fingerprints_of
from photocat.store.paths import unescape
from photocat.store.problems import problem_shape, read_problems
from photocat.store.relations import read_relations, read_works
from photocat.store.sql import one_of
from photocat.store.tables import files, photos
from photocat.store.told import statements_by_file, tags_by_file

Shape = dict[str, Any]

_AT_ONCE = 500
_OF_THE_BYTES = ("sha256", "pixel_digest", "format", "width", "height", "orientation", "byte_size")


def dump_normalised(connection: Connection) -> Iterator[Shape]:
    """Photos by digest, then relations and works between digests, then problems by path."""
    last = ""
    while True:
        after = select(photos).where(photos.c.sha256 > last).order_by(photos.c.sha256)
        batch = connection.execute(after.limit(_AT_ONCE)).all()
        if not batch:
            break
        yield from _photos(connection, batch)
        last = batch[-1].sha256
    rows = connection.execute(select(photos.c.id, photos.c.sha256))
    digests = {row.id: row.sha256 for row in rows}
    yield from _relations(connection, digests)
    yield from _works(connection, digests)
    for problem in read_problems(connection):
        yield {"problem": problem_shape(problem)}


def _photos(connection: Connection, batch: Sequence[Row[Any]]) -> Iterator[Shape]:
    ids = [row.id for row in batch]
    told = statements_by_file(connection, ids)
    tagged = tags_by_file(connection, ids)
    prints = fingerprints_of(connection, ids)

    def said(photo: int, file: int | None) -> Shape:
        return {
            "statements": [statement_shape(s) for s in told.get((photo, file), [])],
            "tags": [tag_shape(tag) for tag in tagged.get((photo, file), [])],
        }

    lying: dict[int, list[Shape]] = {}
    rows = select(files).where(one_of(connection, files.c.photo_id, ids)).order_by(files.c.path)
    for file in connection.execute(rows):
        shape = file_shape(unescape(file.path), file.supplier, file.state)
        lying.setdefault(file.photo_id, []).append(shape | said(file.photo_id, file.id))
    for row in batch:
        yield (
            {name: row._mapping[name] for name in _OF_THE_BYTES}
            | said(row.id, None)
            | {
                "fingerprints": [fingerprint_shape(f) for f in prints.get(row.id, [])],
                "files": lying.get(row.id, []),
            }
        )


def _relations(connection: Connection, digests: Mapping[int, str]) -> Iterator[Shape]:
    shapes = [
        relation_shape(relation)
        | {"first": digests[relation.first], "second": digests[relation.second]}
        for relation in read_relations(connection)
    ]
    for shape in sorted(shapes, key=lambda shape: (shape["first"], shape["second"])):
        yield {"relation": shape}


def _works(connection: Connection, digests: Mapping[int, str]) -> Iterator[Shape]:
    members: dict[int, list[str]] = {}
    for photo, work in read_works(connection).items():
        members.setdefault(work, []).append(digests[photo])
    for digests_of_work in sorted(map(sorted, members.values())):
        yield {"work": digests_of_work}
