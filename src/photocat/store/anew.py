"""What machines say, said anew: the old withdrawn, never deleted, so that it can stand again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select, update

from photocat.store.changes import STATEMENTS, Change, log
from photocat.store.rows import STATEMENT, Row
from photocat.store.seals import reseal
from photocat.store.sql import insert_many, new_ids, one_of
from photocat.store.tables import statements

STATEMENT_COLUMNS = ("id", "photo_id", "file_id", *STATEMENT, "status", "txn_id")


class Anew(NamedTuple):
    """What is said of a photo in one place, before and after."""

    photo: int
    file: int | None
    key: str
    """How the log names the place: a path as stored, or ``caption``."""
    old: tuple[tuple[int, Row], ...]
    """With the ids of the statements."""
    new: tuple[Row, ...]
    logged: bool = True
    """Not where the file itself is new: what is said with it goes where it goes."""


def say_anew(connection: Connection, txn_id: int, said: Sequence[Anew]) -> None:
    """Withdraw what was said, store what is said now, and log both."""
    _turn(connection, [id for each in said for id, _ in each.old], "withdrawn")
    ids = new_ids(connection, statements)
    rows: list[Row] = []
    changes: list[Change] = []
    for photo, file, key, old, new, logged in said:
        given = [next(ids) for _ in new]
        rows += [
            (id, photo, file, *row, "stated", txn_id) for id, row in zip(given, new, strict=True)
        ]
        if logged:
            sides = (_told(old), _told(list(zip(given, new, strict=True))))
            changes.append(Change(photo, STATEMENTS, key, *sides))
    insert_many(connection, statements, STATEMENT_COLUMNS, rows)
    log(connection, txn_id, changes)


def stands(connection: Connection, change: Change) -> bool:
    """Whether what was said anew is what is said still."""
    now, then = (_ids(side) for side in (change.new, change.old))
    return _count(connection, now, "stated") == len(now) and _count(
        connection, then, "withdrawn"
    ) == len(then)


def take_back(connection: Connection, undone: Sequence[Change]) -> list[Change]:
    """Let stand again what stood before some changes; returns what that changes."""
    back = [change._replace(old=change.new, new=change.old) for change in undone]
    for change in back:
        _turn(connection, _ids(change.old), "withdrawn")
        _turn(connection, _ids(change.new), "stated")
    return back


def _turn(connection: Connection, ids: Sequence[int], status: str) -> None:
    if ids:
        these = one_of(connection, statements.c.id, ids)
        connection.execute(update(statements).where(these).values(status=status))
        reseal(connection, statements, these)


def _count(connection: Connection, ids: Sequence[int], status: str) -> int:
    rows = select(func.count()).select_from(statements)
    these = one_of(connection, statements.c.id, ids)
    return connection.scalar(rows.where(these, statements.c.status == status)) or 0


def _told(said: Sequence[tuple[int, Row]]) -> dict[str, list[object]]:
    """The ids, and field and text: enough to read the log by."""
    return {"ids": [id for id, _ in said], "value": [[row[0], row[2]] for _, row in said]}


def _ids(side: dict[str, list[int]] | None) -> list[int]:
    return side["ids"] if side else []
