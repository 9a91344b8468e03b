"""Who changed what, and when; and how it is taken back.

A transaction holds the changes of one command. To undo one is a transaction too: it lets stand
again what stood before each change, and can itself be undone (``undo``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from photocat.records import Edit, Statement
from photocat.store import decisions, log, reread, spoken
from photocat.store.decisions import Decided, Decision
from photocat.store.relations import Join
from photocat.store.reread import Reread
from photocat.store.spoken import Spoken
from photocat.store.told import read_statements
from photocat.store.txns import begin
from photocat.store.undo import undo as undo_it

if TYPE_CHECKING:
    from photocat.store import Store

Shape = dict[str, Any]


def plan_edits(store: Store, wanted: Mapping[int, Sequence[Edit]]) -> list[Spoken]:
    """What edits of photos would change; nothing is stored."""
    with store.reading() as connection:
        return spoken.plan(connection, wanted)


def edit(
    store: Store, wanted: Mapping[int, Sequence[Edit]], *, verb: str = "edit", note: str | None
) -> tuple[int | None, list[Spoken]]:
    """Store edits of photos; the transaction, if anything changes, and what it changed."""
    with store.writing() as connection:
        planned = spoken.plan(connection, wanted)
        if not planned:
            return None, []
        txn = begin(connection, store.who, verb, note)
        spoken.speak(connection, txn, planned)
        return txn, planned


def read_told(store: Store, photo: int) -> list[Statement]:
    """Everything that is said of a photo, and not withdrawn."""
    with store.reading() as connection:
        return read_statements(connection, [photo]).get(photo, [])


def decide(
    store: Store,
    decided: Sequence[Decided],
    join: Join,
    *,
    verb: str = "decide",
    note: str | None = None,
) -> int:
    """Store decisions and join works anew; the transaction."""
    with store.writing() as connection:
        txn = begin(connection, store.who, verb, note)
        decisions.decide(connection, txn, decided, join)
        return txn


def read_decisions(store: Store) -> list[Decision]:
    """Every decision in force, oldest first."""
    with store.reading() as connection:
        return decisions.read_decisions(connection)


def plan_reread(store: Store, photo_ids: Collection[int], read: reread.Read, code: str) -> Reread:
    """What reading the captions of photos again would change; nothing is stored."""
    with store.reading() as connection:
        return reread.plan(connection, photo_ids, read, code)


def retell(
    store: Store, photo_ids: Collection[int], read: reread.Read, code: str, *, note: str | None
) -> tuple[int | None, Reread]:
    """Store what the captions of photos say now; the transaction, and what it changed."""
    with store.writing() as connection:
        planned = reread.plan(connection, photo_ids, read, code)
        if not planned.photos:
            return None, planned
        txn = begin(connection, store.who, "reread", note)
        reread.retell(connection, txn, planned, code)
        return txn, planned


def undo(store: Store, txn: int | None, join: Join, *, note: str | None = None) -> Shape:
    """Take back a transaction, or the last of people that stands; the new one as ``read_log`` does.

    Raises ``UsageError`` where there is nothing to take back, or something has changed since.
    """
    with store.writing() as connection:
        undoing = undo_it(connection, txn, join, store.who, note)
        return log.read_log(connection, txn=undoing)[0]


def read_log(
    store: Store,
    *,
    photo: int | None = None,
    txn: int | None = None,
    limit: int | None = None,
) -> list[Shape]:
    """Transactions, latest first: all, those that touched a photo, or one; the latter in full.

    ``{txn, at, who, verb, note, undoes, undone_by, photos, counts}``, and in full ``changes``:
    ``{photo, what, key, old, new}`` each.
    """
    with store.reading() as connection:
        return log.read_log(connection, photo=photo, txn=txn, limit=limit)
