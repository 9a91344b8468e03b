"""The values that answers are counted by, a small number to each, in blocks of photos.

For every facet a block holds one number for each of 1,024 photos, in order of id: 0 where there is
none, else the id of a row of ``facet_values``, which holds all values of one photo as a JSON list.
A million photos are counted by reading four megabytes.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import Connection, delete, select

from photocat.dates import Edtf
from photocat.records import Statement
from photocat.store.index_terms import Header
from photocat.store.positions import EVER, cell
from photocat.store.rows import clean, to_json
from photocat.store.sql import insert_many, new_ids, one_of, rows_of_bytes
from photocat.store.tables_derived import facet_blocks, facet_values
from photocat.store.whereabouts import country_of

FACETS: Final = ("supplier", "year", "country", "place", "creator", "camera", "format")
"""What a block is kept of, in order."""

BLOCK = 1_024
"""Photos in a block."""

NONE = "[]"
"""The values of a photo that has none."""


def values_of(
    believed: Mapping[str, Sequence[Statement]],
    suppliers: Collection[str],
    header: Header,
    date: Edtf | None,
) -> tuple[str, ...]:
    """The values of a photo for each of ``FACETS``, each a JSON list."""
    places = believed.get("location_created") or believed.get("location_shown") or ()
    named = next((s.place for s in places if s.place), None)
    country = country_of(named) if named else None
    told: dict[str, Iterable[str | None]] = {
        "supplier": sorted(suppliers),
        "year": [year_of(date)] if date else [],
        "country": [country],
        "place": [_joined(named.name, country)] if named else [],
        "creator": [s.text for s in believed.get("creator", ())],
        "camera": [s.text for s in believed.get("camera", ())[:1]],
        "format": [header.format],
    }
    return tuple(_listed(tuple(v for v in told[facet] if v)) for facet in FACETS)


@lru_cache(maxsize=10_000)
def _listed(values: tuple[str, ...]) -> str:
    """Kept, as many photos have the same: the writer then meets one text, not thousands."""
    return to_json([clean(value) for value in values])


def _joined(*parts: str | None) -> str:
    return ", ".join(dict.fromkeys(part for part in parts if part))


def year_of(date: Edtf) -> str | None:
    """``2016``, else the decade ``201X`` or the century ``20XX`` that holds all of a date."""
    within = cell(date.earliest, date.latest)
    return None if within == EVER else within[:4].upper()


# --- writing --------------------------------------------------------------------------------------


def put(connection: Connection, values: Mapping[int, Sequence[str]]) -> None:
    """Note the values of photos, which had none."""
    if values:
        told = list(zip(*values.values(), strict=True))
        ids = _ids(connection, [set(column) - {NONE} for column in told])
        codes = [
            array("I", map(known.__getitem__, column))
            for known, column in zip(ids, told, strict=True)
        ]
        _write(connection, list(values), codes)


def forget(connection: Connection, photo_ids: Collection[int]) -> None:
    """Note that photos have no values any more."""
    none = array("I", bytes(4 * len(photo_ids)))
    _write(connection, list(photo_ids), [none] * len(FACETS))


def forget_all(connection: Connection) -> None:
    """Empty the blocks, and forget every value."""
    connection.execute(delete(facet_blocks))
    connection.execute(delete(facet_values))


def _ids(connection: Connection, wanted: Sequence[set[str]]) -> list[dict[str, int]]:
    """The ids of the values of each facet, those that are new given one."""
    known: list[dict[str, int]] = [{NONE: 0} for _ in FACETS]
    named = one_of(connection, facet_values.c.value, set().union(*wanted))
    rows = select(facet_values.c.facet, facet_values.c.value, facet_values.c.id)
    for facet, value, id in connection.execute(rows.where(named)):
        known[FACETS.index(facet)][value] = id
    ids = new_ids(connection, facet_values)
    fresh = [
        (next(ids), facet, value)
        for facet, values, there in zip(FACETS, wanted, known, strict=True)
        for value in sorted(values - there.keys())
    ]
    insert_many(connection, facet_values, ("id", "facet", "value"), fresh)
    for id, facet, value in fresh:
        known[FACETS.index(facet)][value] = id
    return known


def _write(connection: Connection, photos: Sequence[int], codes: Sequence[array[int]]) -> None:
    """Note the codes of photos, in an array for each facet."""
    runs = list(_runs(photos))
    touched = {photos[start] // BLOCK for start, _ in runs}
    held = blocks(connection, range(len(FACETS)), touched)
    rows: list[tuple[int, int, bytes]] = []
    for facet, column in enumerate(codes):
        now = {block: codes_of(held.get((facet, block), bytes(4 * BLOCK))) for block in touched}
        for start, end in runs:
            block, at = divmod(photos[start], BLOCK)
            now[block][at : at + end - start] = column[start:end]
        rows += [(facet, block, _bytes(written)) for block, written in now.items()]
    stale = one_of(connection, facet_blocks.c.block, touched)
    connection.execute(delete(facet_blocks).where(stale))
    insert_many(connection, facet_blocks, ("facet", "block", "codes"), rows)


def _runs(photos: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where photos follow each other within one block: each first, and where the next begins."""
    start = 0
    for n, (photo, next) in enumerate(pairwise(photos), 1):
        if next != photo + 1 or next % BLOCK == 0:
            yield start, n
            start = n
    if photos:
        yield start, len(photos)


def codes_of(block: bytes) -> array[int]:
    """The numbers of a block, which are little-endian wherever it is read."""
    codes = array("I", block)
    if sys.byteorder == "big":
        codes.byteswap()
    return codes


def _bytes(codes: array[int]) -> bytes:
    return codes_of(codes.tobytes()).tobytes()


# --- reading --------------------------------------------------------------------------------------


def blocks(
    connection: Connection, facets: Collection[int], wanted: Collection[int] | None = None
) -> dict[tuple[int, int], bytes]:
    """Blocks by facet and number: some, or all."""
    rows = select(facet_blocks).where(facet_blocks.c.facet.in_(list(facets)))
    if wanted is not None:
        rows = rows.where(one_of(connection, facet_blocks.c.block, wanted))
    return {(facet, block): codes for facet, block, codes in rows_of_bytes(connection, rows)}


def read_values(connection: Connection, photo_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """What ``values_of`` gave of photos."""
    held = blocks(connection, range(len(FACETS)), {photo // BLOCK for photo in photo_ids})
    codes = {key: codes_of(block) for key, block in held.items()}
    texts: dict[int, str] = {0: NONE}
    rows = select(facet_values.c.id, facet_values.c.value)
    used = {code for block in codes.values() for code in block}
    texts |= dict(connection.execute(rows.where(one_of(connection, facet_values.c.id, used))).all())
    return {
        photo: tuple(
            texts.get(codes[facet, photo // BLOCK][photo % BLOCK], "?")
            if (facet, photo // BLOCK) in codes
            else NONE
            for facet in range(len(FACETS))
        )
        for photo in photo_ids
    }


def decoded(value: str) -> list[Any]:
    """The values of one row of ``facet_values``."""
    return list(json.loads(value))
