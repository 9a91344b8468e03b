"""What captions say, said anew when they are read by newer rules; the old withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, select

from photocat.preferred import PERSON
from photocat.records import Statement, Tag
from photocat.store import derived
from photocat.store.anew import Anew, say_anew
from photocat.store.problems import relist
from photocat.store.rows import Row, clean, statement_row
from photocat.store.said import read_said
from photocat.store.sql import one_of
from photocat.store.tables import files, problems
from photocat.store.told import statements_by_file, tags_by_file

Read = Callable[[Sequence[Statement], Sequence[Tag]], tuple[tuple[Statement, ...], tuple[str, ...]]]
"""From what is said of a photo in one place, and the tags there, to what the captions say, and what
of that cannot be so."""

SPOKEN = "caption["
"""How the origin of every statement made of a caption begins."""


class Retold(NamedTuple):
    """What the captions of one photo say, in its bytes or beside one file, before and after."""

    photo: int
    file: int | None
    said: tuple[tuple[int, Row], ...]
    """With the ids of the statements."""
    new: tuple[Row, ...]

    @property
    def old(self) -> tuple[Row, ...]:
        """What is said, without ids."""
        return tuple(row for _, row in self.said)


class Redoubted(NamedTuple):
    """What the captions of one file cannot mean, as it is listed for it, before and after."""

    photo: int
    path: str
    """As stored."""
    old: str
    new: str
    rest: Row
    """What follows in its row: size, moment and run."""


class Reread(NamedTuple):
    """What reading captions again changes."""

    retold: list[Retold]
    redoubted: list[Redoubted]

    @property
    def photos(self) -> set[int]:
        """The photos of which anything changes."""
        return {r.photo for r in self.retold} | {r.photo for r in self.redoubted}


def plan(connection: Connection, photo_ids: Collection[int], read: Read, code: str) -> Reread:
    """What reading the captions of photos again would change; what it would not is left out.

    What cannot be so is listed under ``code``.
    """
    said = _said(connection, photo_ids)
    tagged = tags_by_file(connection, photo_ids)
    planned = []
    doubts: dict[tuple[int, int | None], tuple[str, ...]] = {}
    for place, told in statements_by_file(connection, photo_ids).items():
        stated = [s for s in told if s.rank > PERSON and not s.evidence.origin.startswith(SPOKEN)]
        spoken, doubts[place] = read(stated, tagged.get(place, ()))
        new = tuple(map(statement_row, spoken))
        if (retold := Retold(*place, said.get(place, ()), new)).old != new:
            planned.append(retold)
    return Reread(planned, list(_redoubted(connection, photo_ids, doubts, code)))


def _redoubted(
    connection: Connection,
    photo_ids: Collection[int],
    doubts: Mapping[tuple[int, int | None], tuple[str, ...]],
    code: str,
) -> Iterator[Redoubted]:
    """Files for which something else is listed than what their captions say now."""
    rows = (
        select(
            *(files.c[name] for name in ("id", "photo_id", "path", "size", "mtime_ns", "run_id")),
            func.coalesce(problems.c.detail, ""),
        )
        .outerjoin(problems, and_(problems.c.path == files.c.path, problems.c.code == code))
        .where(one_of(connection, files.c.photo_id, photo_ids), files.c.state != "changed")
        .order_by(files.c.path)
    )
    for file, photo, path, *rest, old in connection.execute(rows):
        told = (*doubts.get((photo, None), ()), *doubts.get((photo, file), ()))
        new = clean("; ".join(dict.fromkeys(told)))
        if new != old:
            yield Redoubted(photo, path, old, new, tuple(rest))


def retell(connection: Connection, txn_id: int, planned: Reread, code: str) -> None:
    """Withdraw what captions said, store what they say now, log it, and show it."""
    retold = planned.retold
    paths = _paths(connection, {r.file for r in retold if r.file is not None})
    said = [
        Anew(r.photo, r.file, "caption" if r.file is None else paths[r.file], r.said, r.new)
        for r in retold
    ]
    say_anew(connection, txn_id, said)
    listed = {each.path: (each.new, each.rest) for each in planned.redoubted}
    if listed:
        relist(connection, txn_id, code, listed)
    derived.refresh(connection, {r.photo for r in retold})


def _said(
    connection: Connection, photo_ids: Collection[int]
) -> dict[tuple[int, int | None], tuple[tuple[int, Row], ...]]:
    """Rows of what captions said, by photo and file, with their ids."""
    found: dict[tuple[int, int | None], tuple[tuple[int, Row], ...]] = {}
    for said in read_said(connection, photo_ids):
        if said.origin.startswith(SPOKEN) and said.rank > PERSON and said.status == "stated":
            place = said.photo, said.file
            found[place] = (*found.get(place, ()), (said.id, said.row))
    return found


def _paths(connection: Connection, file_ids: Collection[int]) -> dict[int, str]:
    rows = select(files.c.id, files.c.path).where(one_of(connection, files.c.id, file_ids))
    return {row.id: row.path for row in connection.execute(rows)}
