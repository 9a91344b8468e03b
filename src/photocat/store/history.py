"""Who changed what, and when; and how it is taken back.

A transaction holds the changes of one command. To undo one is a transaction too: it lets stand
again what stood before each change, and can itself be undone. Only what nobody has changed since
can be taken back, so that no later word is lost. An ingest is not: it changed nobody's words.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, and_, func, insert, or_, select

from photocat.dates import format_moment
from photocat.errors import UsageError
from photocat.records import Edit, Statement
from photocat.store import decisions, reread, spoken
from photocat.store.changes import Change, log
from photocat.store.clock import now
from photocat.store.decisions import RELATION_CHANGE, Decided, Decision, Join
from photocat.store.reread import Retold
from photocat.store.rows import clean
from photocat.store.spoken import WORDS, Spoken
from photocat.store.sql import new_ids, one_of
from photocat.store.tables import changes, files, photos, runs, txns
from photocat.store.told import read_statements

if TYPE_CHECKING:
    from photocat.store import Store

Shape = dict[str, Any]

UNDO = "undo"
BY_PEOPLE = ("edit", "merge", "decide", "import")
"""The verbs of what ``undo`` takes back when it is not told what."""


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
        txn = _begin(connection, store.who, verb, note)
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
        txn = _begin(connection, store.who, verb, note)
        decisions.decide(connection, txn, decided, join)
        return txn


def read_decisions(store: Store) -> list[Decision]:
    """Every decision in force, oldest first."""
    with store.reading() as connection:
        return decisions.read_decisions(connection)


def plan_reread(store: Store, photo_ids: Collection[int], read: reread.Read) -> list[Retold]:
    """What reading the captions of photos again would change; nothing is stored."""
    with store.reading() as connection:
        return reread.plan(connection, photo_ids, read)


def retell(
    store: Store, photo_ids: Collection[int], read: reread.Read, *, note: str | None
) -> tuple[int | None, list[Retold]]:
    """Store what the captions of photos say now; the transaction, and what it changed."""
    with store.writing() as connection:
        planned = reread.plan(connection, photo_ids, read)
        if not planned:
            return None, []
        txn = _begin(connection, store.who, "reread", note)
        reread.retell(connection, txn, planned)
        return txn, planned


def undo(store: Store, txn: int | None, join: Join, *, note: str | None = None) -> Shape:
    """Take back a transaction, or the last of people that stands; the new one as ``read_log`` does.

    Raises ``UsageError`` where there is nothing to take back, or something has changed since.
    """
    with store.writing() as connection:
        undone_by = _undone(connection)
        target = _last_of_people(connection, undone_by) if txn is None else txn
        verb = connection.scalar(select(txns.c.verb).where(txns.c.id == target))
        if verb is None:
            raise UsageError(f"there is no transaction {target}; photocat log lists them")
        if target in undone_by:
            raise UsageError(
                f"transaction {target} is undone already, by {undone_by[target]};"
                f" photocat undo {undone_by[target]} does it again"
            )
        if verb not in (*BY_PEOPLE, UNDO):
            raise UsageError(
                f"transaction {target} ({verb}) is not undone: only what people say of photos is"
            )
        made = _changes(connection, changes.c.txn_id == target)
        _refuse_if_changed_since(connection, target, [change for _, change in made])
        latest_first = [change for _, change in reversed(made)]
        undoing = _begin(connection, store.who, UNDO, note, undoes=target)
        words = [change for change in latest_first if change.what == WORDS]
        related = [change for change in latest_first if change.what == RELATION_CHANGE]
        back = spoken.take_back(connection, words)
        back += decisions.take_back(connection, related, join)
        log(connection, undoing, back)
        return _shapes(connection, txns.c.id == undoing, in_full=True)[0]


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
        if txn is not None:
            return _shapes(connection, txns.c.id == txn, in_full=True)
        if photo is None:
            return _shapes(connection, limit=limit)
        touched = or_(
            txns.c.id.in_(select(changes.c.txn_id).where(_touching(photo))),
            txns.c.run_id.in_(select(photos.c.run_id).where(photos.c.id == photo)),
            txns.c.run_id.in_(select(files.c.run_id).where(files.c.photo_id == photo)),
        )
        return _shapes(connection, touched, photo=photo, in_full=True, limit=limit)


def _begin(
    connection: Connection, who: str, verb: str, note: str | None, *, undoes: int | None = None
) -> int:
    """A new transaction in the log."""
    txn = next(new_ids(connection, txns))
    connection.execute(
        insert(txns).values(
            id=txn,
            at=now(),
            who=clean(who),
            verb=verb,
            note=clean(note) if note else None,
            undoes=undoes,
        )
    )
    return txn


def _undone(connection: Connection) -> dict[int, int]:
    """The transactions that are undone, and by which; one whose undo was undone is not."""
    undone: dict[int, int] = {}
    rows = select(txns.c.id, txns.c.undoes).where(txns.c.undoes.is_not(None))
    for id, undoes in connection.execute(rows.order_by(txns.c.id.desc())):
        if id not in undone:
            undone[undoes] = id
    return undone


def _last_of_people(connection: Connection, undone: Mapping[int, int]) -> int:
    rows = select(txns.c.id).where(txns.c.verb.in_(BY_PEOPLE)).order_by(txns.c.id.desc())
    last: int | None = next((id for id in connection.scalars(rows) if id not in undone), None)
    if last is None:
        raise UsageError("there is nothing to undo: no edit, merge, decision or import stands")
    return last


def _refuse_if_changed_since(connection: Connection, target: int, made: Iterable[Change]) -> None:
    checks = {WORDS: spoken.stands, RELATION_CHANGE: decisions.stands}
    for change in made:
        if not checks[change.what](connection, change):
            later = connection.scalar(
                select(func.max(changes.c.txn_id)).where(
                    changes.c.txn_id > target,
                    changes.c.photo_id == change.photo,
                    changes.c.what == change.what,
                    changes.c.key == change.key,
                )
            )
            raise UsageError(
                f"the {change.key if change.what == WORDS else change.what} of photo"
                f" {change.photo} was changed since, by transaction {later}; undo that first"
            )


def _touching(photo: int) -> Any:
    related = and_(changes.c.what == RELATION_CHANGE, changes.c.key == str(photo))
    return or_(changes.c.photo_id == photo, related)


def _changes(connection: Connection, which: Any) -> list[tuple[int, Change]]:
    """Changes with their transactions, in the order in which they were made."""
    columns = [changes.c[name] for name in ("txn_id", "photo_id", "what", "key", "old", "new")]
    rows = connection.execute(select(*columns).where(which).order_by(changes.c.id))
    return [
        (txn, Change(photo, what, key, _value(old), _value(new)))
        for txn, photo, what, key, old, new in rows
    ]


def _shapes(
    connection: Connection,
    which: Any = None,
    *,
    photo: int | None = None,
    in_full: bool = False,
    limit: int | None = None,
) -> list[Shape]:
    rows = select(txns, runs.c.counts).outerjoin(runs, runs.c.id == txns.c.run_id)
    if which is not None:
        rows = rows.where(which)
    found = connection.execute(rows.order_by(txns.c.id.desc()).limit(limit)).all()
    undone = _undone(connection)
    ids = [row.id for row in found]
    counted = (
        select(changes.c.txn_id, func.count(changes.c.photo_id.distinct()))
        .where(one_of(connection, changes.c.txn_id, ids))
        .group_by(changes.c.txn_id)
    )
    touched = dict(map(tuple, connection.execute(counted)))
    made: dict[int, list[Shape]] = {}
    if in_full:
        listed = one_of(connection, changes.c.txn_id, ids)
        for txn, change in _changes(
            connection, listed if photo is None else and_(listed, _touching(photo))
        ):
            made.setdefault(txn, []).append(_change_shape(change))
    return [
        {
            "txn": row.id,
            "at": f"{format_moment(row.at)}Z",
            "who": row.who,
            "verb": row.verb,
            "note": row.note,
            "undoes": row.undoes,
            "undone_by": undone.get(row.id),
            "photos": touched.get(row.id, 0),
            "counts": json.loads(row.counts) if row.counts else None,
        }
        | ({"changes": made.get(row.id, [])} if in_full else {})
        for row in found
    ]


def _change_shape(change: Change) -> Shape:
    """What was so before and what is so now, without the ids of rows."""

    def told(value: Any) -> Any:
        if value is None:
            return None
        if change.what == WORDS:
            return value["value"]
        if change.what == RELATION_CHANGE:
            row = value["row"]
            names = ("first_id", "second_id", "relation", "status", "decided_by")
            return {name.removesuffix("_id"): row[name] for name in names}
        return value

    shape = change._asdict() | {"old": told(change.old), "new": told(change.new)}
    if change.what == RELATION_CHANGE:
        shape["key"] = int(change.key)
    return shape


def _value(text: str | None) -> Any:
    return None if text is None else json.loads(text)
