"""Where photos lie: the file rows of a batch, found, moved on or made new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from photocat.store.changes import FILE, Change, log
from photocat.store.clock import now
from photocat.store.prepare import Prepared
from photocat.store.rows import Row
from photocat.store.runs import Run
from photocat.store.seals import Part, reseal
from photocat.store.sql import insert_parts, new_ids, one_of
from photocat.store.tables import files


class Seat(NamedTuple):
    """The file row that holds a photo at a path."""

    file: int
    photo: int
    new: bool
    """Whether there was none."""
    delivered: bool
    """Whether it has another supplier than before."""
    before: int | None = None
    """The photo that lay there until now, if it was another."""


class _Held(NamedTuple):
    id: int
    photo: int
    path: str
    supplier: str | None
    size: int
    mtime_ns: int
    sidecars: str
    state: str
    state_at: int


_LOGGED = ("supplier", "size", "mtime_ns", "sidecars", "state")
"""What of a file row may become other when the file is read again."""


def seat(connection: Connection, run: Run, wanted: Sequence[tuple[int, Prepared]]) -> list[Seat]:
    """A file row for each photo at its path; every path may be there once.

    A row that held another photo at one of the paths becomes ``changed``.
    """
    at = now()
    held = _held(connection, [prepared.path for _, prepared in wanted])
    ids = new_ids(connection, files)
    seats: list[Seat] = []
    added: list[tuple[Row, Part]] = []
    updated: list[dict[str, Any]] = []
    changed: list[Change] = []
    displaced: list[_Held] = []
    for photo, p in wanted:
        mine = before = None
        if here := held.get(p.path):
            mine = here.get(photo)
            others = [h for h in here.values() if h.photo != photo and h.state != "changed"]
            displaced += others
            before = others[0].photo if others else None
        if mine is None:
            file = next(ids)
            added.append(((file, photo), p.file))
            seats.append(Seat(file, photo, True, p.supplier is not None, before))
            continue
        _, supplier, size, mtime_ns, sidecars = p.file.row
        supplier = supplier or mine.supplier
        updated.append(
            {
                "of": mine.id,
                "supplier": supplier,
                "size": size,
                "mtime_ns": mtime_ns,
                "sidecars": sidecars,
                "state": "present",
                "state_at": mine.state_at if mine.state == "present" else at,
                "seen_at": at,
            }
        )
        changed += _changed(mine, updated[-1])
        seats.append(Seat(mine.id, photo, False, supplier != mine.supplier, before))
    _displace(connection, run, displaced, at)
    insert_parts(connection, files, added, ("present", at, at, run.id))
    if updated:
        columns: dict[str, Any] = {name: bindparam(name) for name in updated[0] if name != "of"}
        connection.execute(
            update(files).where(files.c.id == bindparam("of")).values(columns), updated
        )
        reseal(connection, files, one_of(connection, files.c.id, [row["of"] for row in updated]))
        log(connection, run.txn, changed)
    return seats


def _held(connection: Connection, paths: Sequence[str]) -> dict[str, dict[int, _Held]]:
    held: dict[str, dict[int, _Held]] = {}
    columns = ("id", "photo_id", "path", *_LOGGED, "state_at")
    rows = select(*(files.c[name] for name in columns)).where(
        one_of(connection, files.c.path, paths)
    )
    for row in connection.execute(rows):
        it = _Held(*row)
        held.setdefault(it.path, {})[it.photo] = it
    return held


def _changed(held: _Held, row: dict[str, Any]) -> list[Change]:
    old = held._asdict()
    names = [name for name in _LOGGED if old[name] != row[name]]
    if not names:
        return []
    sides = ({name: side[name] for name in names} for side in (old, row))
    return [Change(held.photo, FILE, held.path, *sides)]


def _displace(connection: Connection, run: Run, displaced: Sequence[_Held], at: int) -> None:
    if not displaced:
        return
    ids = one_of(connection, files.c.id, [h.id for h in displaced])
    connection.execute(update(files).where(ids).values(state="changed", state_at=at))
    reseal(connection, files, ids)
    log(
        connection,
        run.txn,
        [
            Change(h.photo, FILE, h.path, {"state": h.state}, {"state": "changed"})
            for h in displaced
        ],
    )
