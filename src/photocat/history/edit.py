"""Edits of photos: what they would change, and changing it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from photocat.history.read_edits import read_edits

if TYPE_CHECKING:
    from photocat.store import Store
    from photocat.store.spoken import Spoken

Shape = dict[str, Any]


def edit(
    store: Store,
    photos: Collection[int],
    edits: Iterable[str],
    *,
    note: str | None = None,
    dry_run: bool = False,
) -> Shape:
    """Say something of photos, in the words of ``read_edits``; the transaction and its changes.

    Without a transaction nothing was changed: it was a dry run, or all of it was said already.
    """
    from photocat.store import history

    wanted = dict.fromkeys(photos, read_edits(edits, store.who))
    if dry_run:
        return edited_shape(None, history.plan_edits(store, wanted))
    return edited_shape(*history.edit(store, wanted, note=note))


def edited_shape(txn: int | None, planned: Iterable[Spoken]) -> Shape:
    """``{txn, changes: [{photo, field, old, new}]}``: what is believed before and after."""
    return {
        "txn": txn,
        "changes": [
            {"photo": s.photo, "field": s.field, "old": s.old, "new": s.new} for s in planned
        ],
    }
