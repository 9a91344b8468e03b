"""What machines say, said anew: the old withdrawn, never deleted, so that it can stand again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from photocat.store.changes import STATEMENTS, Change, log
from photocat.store.rows import Row
from photocat.store.said import add_said, packed, read_said, turn


class Anew(NamedTuple):
    """What is said of a photo in one place, before and after."""

    photo: int
    file: int | None
    key: str
    """How the log names the place: a path as stored, or ``caption``."""
    old: tuple[tuple[int, Row], ...]
    """With the ids of the statements."""
    new: tuple[Row, ...]


def say_anew(connection: Connection, txn_id: int, said: Sequence[Anew]) -> None:
    """Withdraw what was said, store what is said now, and log both."""
    withdrawn = {id: "withdrawn" for each in said for id, _ in each.old}
    turn(connection, {each.photo for each in said}, withdrawn)
    firsts = add_said(connection, txn_id, [(s.photo, s.file, packed(s.new)) for s in said])
    changed = [
        Change(s.photo, STATEMENTS, s.key, _told(s.old), _told(list(enumerate(s.new, first))))
        for s, first in zip(said, firsts, strict=True)
    ]
    log(connection, txn_id, changed)


def stands(connection: Connection, change: Change) -> bool:
    """Whether what was said anew is what is said still."""
    status = {said.id: said.status for said in read_said(connection, [change.photo])}
    now, then = (_ids(side) for side in (change.new, change.old))
    return all(status.get(id) == "stated" for id in now) and all(
        status.get(id) == "withdrawn" for id in then
    )


def take_back(connection: Connection, undone: Sequence[Change]) -> list[Change]:
    """Let stand again what stood before some changes; returns what that changes."""
    back = [change._replace(old=change.new, new=change.old) for change in undone]
    for change in back:
        statuses = dict.fromkeys(_ids(change.old), "withdrawn")
        turn(connection, [change.photo], statuses | dict.fromkeys(_ids(change.new), "stated"))
    return back


def _told(said: Sequence[tuple[int, Row]]) -> dict[str, list[object]]:
    """The ids, and field and text: enough to read the log by."""
    return {"ids": [id for id, _ in said], "value": [[row[0], row[2]] for _, row in said]}


def _ids(side: dict[str, list[int]] | None) -> list[int]:
    return side["ids"] if side else []
