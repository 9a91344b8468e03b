"""Answers counted: by facet, and by where they lie on the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, LargeBinary, func, literal, or_, select

from photocat.errors import UsageError
from photocat.query import All, Node
from photocat.store.facet_values import BLOCK, FACETS, blocks, decoded
from photocat.store.positions import PHOTO, PHOTO_BITS
from photocat.store.rows import to_json
from photocat.store.search_rows import questions_to_count
from photocat.store.sql import one_of, rows_of_bytes
from photocat.store.tables import relations
from photocat.store.tables_derived import facet_values, shown

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RELATION = "relation"
ALL_FACETS = (*FACETS, RELATION)
"""Everything that answers may be counted by."""

MOST_LOOKED_UP = 20_000
"""Photos whose rows are looked up one by one; of more, all rows are read."""


def facets(
    connection: Connection, node: Node, names: Sequence[str], most: int | None
) -> dict[str, dict[str, int]]:
    """How many answers have each value of some facets, the most frequent first.

    A photo counts for each of its values; of no value it counts nowhere. Raises ``UsageError``.
    """
    for name in names:
        if name not in ALL_FACETS:
            raise UsageError(f"{name!r} is no facet; {nearest(name)}")
    photos = None if node == All(()) else answering(connection, node)
    held = None if photos is None else _blocks_of(photos)
    several = _several(connection)
    counted = {}
    for name in names:
        if name == RELATION:
            counts = _relations(connection, photos)
        else:
            codes = _codes(connection, FACETS.index(name), held)
            counts = _values(connection, codes if photos is None else codes[photos], several, most)
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        counted[name] = dict(ordered[:most])
    return counted


def nearest(name: str) -> str:
    """What is told to somebody who asks for a facet that there is not."""
    from difflib import get_close_matches

    if close := get_close_matches(name, ALL_FACETS, n=1, cutoff=0.75):
        return f"did you mean {close[0]}?"
    return f"there are {', '.join(ALL_FACETS)}"


def answering(connection: Connection, node: Node) -> NDArray[np.int64]:
    """The ids of all photos that answer a query, certainly or possibly."""
    return _positions(connection, node) & PHOTO


def dates_of(connection: Connection, node: Node) -> NDArray[np.int64]:
    """Their positions without the photo (``positions.reach``)."""
    return _positions(connection, node) >> PHOTO_BITS


def _positions(connection: Connection, node: Node) -> NDArray[np.int64]:
    """A million rows are read several times as fast as one value as they are one by one."""
    import numpy as np

    found = [np.empty(0, np.int64)]
    for question in questions_to_count(connection, node):
        if connection.dialect.name == "sqlite":
            asked = question.rows(func.group_concat(question.position))
            text: str | None = connection.scalar(asked)
            found.append(np.fromstring(text or "", np.int64, sep=","))
        else:
            sent = func.int8send(question.position, type_=LargeBinary)
            asked = question.rows(func.string_agg(sent, literal(b"", LargeBinary)))
            for (packed,) in rows_of_bytes(connection, asked):
                found.append(np.frombuffer(packed or b"", ">i8").astype(np.int64))
    return np.concatenate(found)


def _blocks_of(photos: NDArray[np.int64]) -> list[int]:
    """The numbers of the blocks that hold photos."""
    import numpy as np

    return np.flatnonzero(np.bincount(photos // BLOCK)).tolist()


def _codes(connection: Connection, facet: int, wanted: list[int] | None) -> NDArray[np.uint32]:
    """What the values of photos are called in ``facet_values``, by the ids of the photos: of those
    in some blocks, else of all."""
    import numpy as np

    held = blocks(connection, [facet], wanted)
    last = max((number for _, number in held), default=0)
    codes = np.zeros((max([last, *(wanted or ())]) + 1) * BLOCK, np.uint32)
    for (_, number), block in held.items():
        codes[number * BLOCK : (number + 1) * BLOCK] = np.frombuffer(block, "<u4")
    return codes


def _several(connection: Connection) -> dict[int, list[str]]:
    """The values of those rows of ``facet_values`` that have more than one."""
    columns = facet_values.c["id", "value"]
    rows = select(*columns).where(facet_values.c.value.like('%","%'))
    return {id: decoded(value) for id, value in connection.execute(rows)}


def _values(
    connection: Connection,
    codes: NDArray[np.uint32],
    several: dict[int, list[str]],
    most: int | None,
) -> Counter[str]:
    """The values of photos, counted; of many values, those that may be among the most frequent.

    Those are what most photos have alone, and whatever some have beside others.
    """
    import numpy as np

    counts = np.bincount(codes, minlength=1)
    counts[0] = 0
    counted: Counter[str] = Counter()
    for code in np.flatnonzero(counts).tolist():
        for value in several.get(code, ()):
            counted[value] += int(counts[code])
    counts[[code for code in several if code < len(counts)]] = 0
    least = 1
    if most is not None and np.count_nonzero(counts) > most:
        least = max(1, int(np.partition(counts, -most)[-most])) if most else 1
    alone = [to_json([value]) for value in counted]
    wanted = or_(
        one_of(connection, facet_values.c.id, np.flatnonzero(counts >= least).tolist()),
        one_of(connection, facet_values.c.value, alone),
    )
    for code, text in connection.execute(select(*facet_values.c["id", "value"]).where(wanted)):
        if code < len(counts) and counts[code]:
            counted[decoded(text)[0]] += int(counts[code])
    return counted


def _relations(connection: Connection, photos: NDArray[np.int64] | None) -> Counter[str]:
    import numpy as np

    columns = (relations.c.relation, relations.c.first_id, relations.c.second_id)
    rows = connection.execute(select(*columns).where(relations.c.status == "accepted")).all()
    counted: Counter[str] = Counter()
    for name in sorted({row.relation for row in rows}):
        those = {id for row in rows if row.relation == name for id in (row.first_id, row.second_id)}
        of_these = len(those) if photos is None else np.isin(photos, list(those)).sum()
        counted[name] = int(of_these)
    return Counter({name: count for name, count in counted.items() if count})


def points(connection: Connection, node: Node) -> tuple[list[tuple[float, float, int]], int]:
    """Where answers lie, as latitude, longitude and photo in order of id, and how many nowhere."""
    import numpy as np

    photos = answering(connection, node)
    rows = select(shown.c.lat, shown.c.lon, shown.c.photo_id).where(shown.c.lat.is_not(None))
    few = len(photos) <= MOST_LOOKED_UP
    if few:
        rows = rows.where(one_of(connection, shown.c.photo_id, photos.tolist()))
    there = np.zeros(1 + (connection.scalar(select(func.max(shown.c.photo_id))) or 0), bool)
    there[photos] = True
    cursor: Any = connection.execute(rows).cursor
    found = [row for row in sorted(cursor.fetchall(), key=itemgetter(2)) if there[row[2]]]
    return found, len(photos) - len(found)
