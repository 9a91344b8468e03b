"""What was found beside files: said anew when a file is read again, the old withdrawn."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, select

from photocat.store.anew import Anew, say_anew
from photocat.store.changes import TAGS, Change, log
from photocat.store.prepare import Prepared
from photocat.store.rows import Row
from photocat.store.runs import Run
from photocat.store.said import add_said, read_said, unpacked
from photocat.store.seals import Part, part
from photocat.store.seats import Seat
from photocat.store.sql import insert_parts, new_ids, one_of
from photocat.store.tables import files, tags


def say_beside(connection: Connection, run: Run, read: Sequence[tuple[Seat, Prepared]]) -> set[int]:
    """Store what was found beside files; returns the files where it is not what it was."""
    new = [(s.photo, s.file, p.beside) for s, p in read if s.new and p.beside]
    anew = list(_anew(connection, [(s, p) for s, p in read if not s.new]))
    if new:
        add_said(connection, run.txn, new)
    if anew:
        say_anew(connection, run.txn, anew)
    _replace_tags(connection, run, read)
    return {file for _, file, _ in new} | {each.file for each in anew if each.file is not None}


def _anew(connection: Connection, read: Sequence[tuple[Seat, Prepared]]) -> Iterator[Anew]:
    """What is said otherwise than before beside files that were known."""
    said = _said(connection, [seat for seat, _ in read]) if read else {}
    for s, p in read:
        old, now = said.get(s.file, ()), tuple(unpacked(p.beside)) if p.beside else ()
        if tuple(row for _, row in old) != now:
            yield Anew(s.photo, s.file, p.path, old, now)


def _said(connection: Connection, seats: Sequence[Seat]) -> dict[int, tuple[tuple[int, Row], ...]]:
    """What is said beside files, with the ids of the statements."""
    files = {seat.file for seat in seats}
    found: dict[int, tuple[tuple[int, Row], ...]] = {}
    for said in read_said(connection, {seat.photo for seat in seats}):
        if said.file in files and said.status == "stated":
            found[said.file] = (*found.get(said.file, ()), (said.id, said.row))
    return found


def _replace_tags(connection: Connection, run: Run, read: Sequence[tuple[Seat, Prepared]]) -> None:
    before = _tagged(connection, [seat for seat, _ in read if not seat.new])
    differing = [(s, p) for s, p in read if before.get(s.file) != _data(p.tags_beside)]
    put_tags(connection, [(s.photo, s.file, p.tags_beside) for s, p in differing])
    log(
        connection,
        run.txn,
        [
            Change(
                s.photo,
                TAGS,
                p.path,
                _written(before.get(s.file)),
                _written(_data(p.tags_beside)),
            )
            for s, p in differing
            if not s.new
        ],
    )


def put_tags(connection: Connection, tagged: Sequence[tuple[int, int, Part | None]]) -> None:
    """Store the tags beside files, given by photo and file, in place of those that were there."""
    if not tagged:
        return
    connection.execute(
        delete(tags)
        .where(one_of(connection, tags.c.photo_id, [photo for photo, _, _ in tagged]))
        .where(one_of(connection, tags.c.file_id, [file for _, file, _ in tagged]))
    )
    ids = new_ids(connection, tags)
    rows = [((next(ids), photo, file), data) for photo, file, data in tagged if data]
    insert_parts(connection, tags, rows)


def tags_stand(connection: Connection, change: Change) -> bool:
    """Whether the tags beside a file are still those that a change left there."""
    data = connection.scalar(
        select(tags.c.data)
        .join(files, files.c.id == tags.c.file_id)
        .where(files.c.path == change.key, files.c.photo_id == change.photo)
    )
    return bool(_written(data) == change.new)


def take_back_tags(connection: Connection, undone: Sequence[Change]) -> list[Change]:
    """Store the tags again that were there before some changes; returns what that changes."""
    for change in undone:
        same = (files.c.path == change.key) & (files.c.photo_id == change.photo)
        data = part(tags, ("data",), (b64decode(change.old),)) if change.old else None
        file = connection.scalars(select(files.c.id).where(same)).one()
        put_tags(connection, [(change.photo, file, data)])
    return [change._replace(old=change.new, new=change.old) for change in undone]


def _tagged(connection: Connection, seats: Sequence[Seat]) -> dict[int, bytes]:
    rows = (
        select(tags.c.file_id, tags.c.data)
        .where(one_of(connection, tags.c.photo_id, [s.photo for s in seats]))
        .where(one_of(connection, tags.c.file_id, [s.file for s in seats]))
    )
    return dict(map(tuple, connection.execute(rows))) if seats else {}


def _data(tagged: Part | None) -> bytes | None:
    return tagged.row[0] if tagged else None


def _written(data: bytes | None) -> str | None:
    return None if data is None else b64encode(data).decode()
