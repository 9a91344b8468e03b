"""How what was changed is taken back: by a transaction of its own, which can be taken back too.

``KINDS`` says of each kind of change how to see whether it still stands, and how to let stand again
what stood before. Only what nobody has changed since is taken back, so that no later word is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, or_, select
from sqlalchemy.exc import IntegrityError

from photocat.errors import UsageError
from photocat.store import anew, beside, decisions, derived, files, problems, saved, spoken, taken
from photocat.store.changes import (
    DELIVERY,
    FILE,
    PHOTO,
    PROBLEMS,
    SEARCH,
    STATEMENTS,
    TAGS,
    WRITTEN,
    Change,
    log,
)
from photocat.store.decisions import RELATION_CHANGE
from photocat.store.paths import unescape
from photocat.store.relations import Join, rejoin
from photocat.store.spoken import WORDS
from photocat.store.sql import one_of
from photocat.store.tables import changes, photos, runs, txns
from photocat.store.tables import files as files_table
from photocat.store.txns import UNDO, begin, read_changes, undone

BY_PEOPLE = ("edit", "merge", "decide", "import", "save", "forget")
"""The verbs of what ``undo`` takes back when it is not told what."""
UNDOABLE = (*BY_PEOPLE, "reread", "ingest", UNDO)

AT_A_TIME = 200
"""Changes that are taken back, and logged, together."""


class Kind(NamedTuple):
    """What can be done with one kind of change."""

    stands: Callable[[Connection, Change], bool]
    take_back: Callable[[Connection, Sequence[Change]], list[Change]]


KINDS: Mapping[str, Kind] = {
    WORDS: Kind(spoken.stands, spoken.take_back),
    RELATION_CHANGE: Kind(decisions.stands, decisions.take_back),
    STATEMENTS: Kind(anew.stands, anew.take_back),
    FILE: Kind(files.stands, files.take_back),
    TAGS: Kind(beside.tags_stand, beside.take_back_tags),
    PROBLEMS: Kind(problems.stands, problems.take_back),
    PHOTO: Kind(taken.stands, taken.take_back),
    DELIVERY: Kind(taken.stands, taken.take_back),
    SEARCH: Kind(saved.stands, saved.take_back),
}


def undo(connection: Connection, txn: int | None, join: Join, who: str, note: str | None) -> int:
    """Take back a transaction, or the last of people that stands; the one that does so.

    Raises ``UsageError`` where there is nothing to take back, or something has changed since.
    """
    already = undone(connection)
    target = _last_of_people(connection, already) if txn is None else txn
    made = _made(connection, target, already)
    _refuse_if_changed_since(connection, target, made, already)
    undoing = begin(connection, who, UNDO, note, undoes=target)
    touched: set[int] = set()
    related: set[int] = set()
    for what, alike in groupby(reversed(made), key=lambda change: change.what):
        for some in _a_few(list(alike)):
            try:
                back = KINDS[what].take_back(connection, some)
            except IntegrityError as problem:
                raise UsageError(
                    f"where photos of transaction {target} lay, others lie now; undo that first"
                ) from problem
            log(connection, undoing, back)
            touched |= {change.photo for change in some}
            related.update(*map(_related, back))
    derived.refresh(connection, _there(connection, touched))
    rejoin(connection, _there(connection, related), join)
    return undoing


def _related(change: Change) -> Iterator[int]:
    """The photos whose works may be others after a change."""
    if change.what == RELATION_CHANGE:
        yield from (change.photo, int(change.key))
    elif change.what == PHOTO:
        yield change.photo
        for side in (change.old, change.new):
            for row in (side or {}).get("relations", ()):
                yield from (row["first_id"], row["second_id"])


def _there(connection: Connection, photo_ids: set[int]) -> set[int]:
    rows = select(photos.c.id).where(one_of(connection, photos.c.id, photo_ids))
    return set(connection.scalars(rows))


def _made(connection: Connection, target: int, already: Mapping[int, int]) -> list[Change]:
    """The changes of a transaction that may be taken back."""
    rows = select(txns.c.verb, txns.c.run_id).where(txns.c.id == target)
    found = connection.execute(rows).one_or_none()
    if found is None:
        raise UsageError(f"there is no transaction {target}; photocat log lists them")
    verb, run = found
    if target in already:
        raise UsageError(
            f"transaction {target} is undone already, by {already[target]};"
            f" photocat undo {already[target]} does it again"
        )
    if verb not in UNDOABLE:
        raise UsageError(f"transaction {target} ({verb}) changed files, which undo does not")
    running = select(runs.c.id).where(runs.c.state == "running")
    if run is not None and connection.scalar(running.limit(1)) is not None:
        raise UsageError("an ingest goes on, or was killed: let it end, or begin it again first")
    made = [change for _, change in read_changes(connection, changes.c.txn_id == target)]
    if any(change.what == WRITTEN for change in made):
        raise UsageError(f"transaction {target} put sidecars back; photocat write makes them again")
    if run is None:
        return made
    # What was changed of something after it was added goes where that goes.
    added = list(taken.added_by(connection, run))
    new = {(change.photo, change.key if change.what == DELIVERY else None) for change in added}
    before = [c for c in made if not {(c.photo, None), (c.photo, c.key)} & new]
    return [*before, *added]


def _last_of_people(connection: Connection, already: Mapping[int, int]) -> int:
    rows = select(txns.c.id).where(txns.c.verb.in_(BY_PEOPLE)).order_by(txns.c.id.desc())
    last: int | None = next((id for id in connection.scalars(rows) if id not in already), None)
    if last is None:
        raise UsageError("there is nothing to undo: nothing that a person did stands")
    return last


def _refuse_if_changed_since(
    connection: Connection, target: int, made: Sequence[Change], already: Mapping[int, int]
) -> None:
    # Of several changes of one thing, the last is what ought to stand.
    last = {(change.photo, change.what, change.key): change for change in made}
    for change in last.values():
        if not KINDS[change.what].stands(connection, change):
            raise _refusal(change, _later(connection, target, change))
    added = [change for change in made if change.what == PHOTO and change.new is not None]
    for some in _a_few(added):
        since = _changed_since(connection, target, {change.photo for change in some}, already)
        if since is not None:
            raise UsageError(
                f"photos of transaction {target} were changed since, by transaction {since};"
                " undo that first"
            )


def _refusal(change: Change, later: int | None) -> UsageError:
    what = change.key if change.what == WORDS else change.what
    whose = f"photo {change.photo}" if change.photo else unescape(change.key)
    who = f"by transaction {later}" if later else "by another run"
    return UsageError(f"the {what} of {whose} was changed since, {who}; undo that first")


def _later(connection: Connection, target: int, change: Change) -> int | None:
    """The last transaction that changed the same, or saw the photo of it again."""
    logged: int | None = connection.scalar(
        select(func.max(changes.c.txn_id)).where(
            changes.c.txn_id > target,
            changes.c.photo_id.is_not_distinct_from(change.photo or None),
            changes.c.what == change.what,
            changes.c.key == change.key,
        )
    )
    if logged is not None or change.what != PHOTO:
        return logged
    seen: int | None = connection.scalar(
        select(func.max(txns.c.id))
        .join(files_table, files_table.c.run_id == txns.c.run_id)
        .where(files_table.c.photo_id == change.photo, txns.c.id > target)
    )
    return seen


def _changed_since(
    connection: Connection, target: int, photo_ids: set[int], already: Mapping[int, int]
) -> int | None:
    """The last transaction that changed what is said of photos, and stands."""
    touching = or_(
        one_of(connection, changes.c.photo_id, photo_ids),
        and_(
            changes.c.what == RELATION_CHANGE,
            one_of(connection, changes.c.key, [str(photo) for photo in photo_ids]),
        ),
    )
    later = (
        select(txns.c.id)
        .join(changes, changes.c.txn_id == txns.c.id)
        .where(txns.c.id > target, txns.c.verb != UNDO, touching)
        .order_by(txns.c.id.desc())
        .distinct()
    )
    return next((id for id in connection.scalars(later) if id not in already), None)


def _a_few(changed: Sequence[Change]) -> Iterator[Sequence[Change]]:
    for start in range(0, len(changed), AT_A_TIME):
        yield changed[start : start + AT_A_TIME]
