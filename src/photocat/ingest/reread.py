"""Captions read again by the rules of today, from what the catalog keeps of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from photocat.gazetteer import gazetteer_files
from photocat.ingest.spoken import DOUBTED, read_spoken
from photocat.records import Statement, Tag
from photocat.store import history

if TYPE_CHECKING:
    from photocat.store import Store
    from photocat.store.reread import Redoubted, Retold

Shape = dict[str, Any]

AT_A_TIME = 500
"""Photos whose captions are read in one transaction."""


def reread(
    store: Store, photo_ids: Sequence[int], *, note: str | None = None, dry_run: bool = False
) -> Shape:
    """Make anew what captions say; ``{txns, changes: [{photo, field, old, new}]}``.

    What is listed of captions that contradict themselves is made anew too (``field`` problems).
    Nothing is written of photos of which the captions say what they said.
    """
    places = tuple(map(str, gazetteer_files()))

    def read(
        stated: Sequence[Statement], tags: Sequence[Tag]
    ) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
        return read_spoken(stated, tags, places)

    txns: list[int] = []
    changes: list[Shape] = []
    for start in range(0, len(photo_ids), AT_A_TIME):
        some = photo_ids[start : start + AT_A_TIME]
        planned = history.plan_reread(store, some, read, DOUBTED)
        if planned.photos and not dry_run:
            differing = sorted(planned.photos)
            txn, planned = history.retell(store, differing, read, DOUBTED, note=note)
            txns += [] if txn is None else [txn]
        changes += (change for one in planned.retold for change in _told(one))
        changes += map(_listed, planned.redoubted)
    return {"txns": txns, "changes": changes}


def _listed(doubted: Redoubted) -> Shape:
    """What is listed otherwise for a file."""
    old, new = ([text] if text else [] for text in (doubted.old, doubted.new))
    return {"photo": doubted.photo, "field": "problems", "old": old, "new": new}


def _told(retold: Retold) -> Iterator[Shape]:
    """What changes, by field; the texts may be the same, and what they rest on another."""
    for field in dict.fromkeys(row[0] for row in (*retold.old, *retold.new)):
        old = [row for row in retold.old if row[0] == field]
        new = [row for row in retold.new if row[0] == field]
        if old != new:
            texts = {"old": [row[2] for row in old], "new": [row[2] for row in new]}
            yield {"photo": retold.photo, "field": field} | texts
