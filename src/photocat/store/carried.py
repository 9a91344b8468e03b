"""What people said goes on with a picture whose file was rewritten.

A program that writes into a file leaves its pixels as they are: what lies there from then on is
another photo, by its digest, and the same picture. So what people said of the one holds of the
other, and what they decided about it too. The photo that lay there keeps its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from photocat.store import decisions, spoken
from photocat.store.runs import Run
from photocat.store.sql import one_of
from photocat.store.tables import photos


def carry(connection: Connection, run: Run, replaced: Mapping[int, int]) -> None:
    """Let new photos have what people said of those that lay in their files, if they look the same.

    ``replaced`` gives for each new photo the one that lay there until now.
    """
    same = dict(_same_picture(connection, replaced)) if replaced else {}
    if same:
        spoken.repeat(connection, run.txn, same)
        decisions.repeat(connection, run.txn, same)


def _same_picture(connection: Connection, replaced: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    ids = {*replaced, *replaced.values()}
    rows = select(photos.c.id, photos.c.pixel_digest).where(one_of(connection, photos.c.id, ids))
    digests = dict(map(tuple, connection.execute(rows)))
    for new, old in replaced.items():
        if digests[new] is not None and digests[new] == digests[old]:
            yield new, old
