"""Photos into the catalog: one transaction for a batch, each file told what became of it.

A photo is its bytes, so the same bytes at two paths or from two suppliers are one photo with two
files. What its bytes say is stored once; what was found beside a file belongs to that file. A path
whose bytes are others now gets another file row; the old one stays with its photo, as ``changed``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, select

from photocat.garbage import uncollected
from photocat.records import Added
from photocat.store import derived, problems
from photocat.store.beside import say_beside
from photocat.store.carried import carry
from photocat.store.clock import now
from photocat.store.paths import unescape
from photocat.store.prepare import Prepared
from photocat.store.runs import Run
from photocat.store.said import add_said
from photocat.store.seats import Seat, seat
from photocat.store.sql import insert_many, insert_parts, new_ids, one_of
from photocat.store.tables import files, fingerprints, kinds, photos, tags
from photocat.store.words_aside import telling


def add_photos(connection: Connection, run: Run, batch: Sequence[Prepared]) -> list[Added]:
    """Add what was read, in order, in a transaction of the one writer."""
    with uncollected():
        parts = _each_path_once(batch)
        return [added for part in parts for added in _add_files(connection, run, part)]


def _add_files(connection: Connection, run: Run, batch: Sequence[Prepared]) -> list[Added]:
    known = _known_photos(connection, batch)
    fresh = _new_photos(connection, batch, known)
    alone = _of_one_file(fresh, batch)
    with telling(connection, derived.words_of(alone)) as tell:
        _add_new_photos(connection, run, fresh)
        ids = known | {prepared.sha256: photo for photo, prepared in fresh.items()}
        before = _first_paths(connection, known.values())
        seats = seat(connection, run, [(ids[p.sha256], p) for p in batch])
        retold = say_beside(connection, run, list(zip(seats, batch, strict=True)))
        problems.settle(connection, run, batch)
        derived.add_shown(connection, alone)
        tell()
    derived.refresh(connection, _to_work_out(fresh, alone, seats, retold))
    carry(connection, run, {s.photo: s.before for s in seats if s.before and s.photo in fresh})
    return [
        _added(prepared, place, fresh, before, place.file in retold)
        for place, prepared in zip(seats, batch, strict=True)
    ]


def _added(
    prepared: Prepared,
    place: Seat,
    fresh: Mapping[int, Prepared],
    before: Mapping[int, str],
    retold: bool,
) -> Added:
    path = unescape(prepared.path)
    code, reason = prepared.notes[0] if prepared.notes else (None, None)
    if fresh.get(place.photo) is prepared:
        return Added(path, "stored", place.photo, code, reason)
    if place.new:
        first = fresh[place.photo].path if place.photo in fresh else before[place.photo]
        return Added(path, "known", place.photo, code, reason or f"same bytes as {unescape(first)}")
    if retold:
        return Added(
            path, "stored", place.photo, code, reason or "what stands beside it has changed"
        )
    return Added(path, "known", place.photo, code, reason)


def _each_path_once(batch: Sequence[Prepared]) -> Iterator[list[Prepared]]:
    """The batch in as few parts as leave no path twice in one."""
    part: dict[str, Prepared] = {}
    for prepared in batch:
        if prepared.path in part:
            yield list(part.values())
            part = {}
        part[prepared.path] = prepared
    if part:
        yield list(part.values())


def _known_photos(connection: Connection, batch: Sequence[Prepared]) -> dict[str, int]:
    digests = one_of(connection, photos.c.sha256, {p.sha256 for p in batch})
    rows = connection.execute(select(photos.c.sha256, photos.c.id).where(digests))
    return {row.sha256: row.id for row in rows}


def _first_paths(connection: Connection, photo_ids: Collection[int]) -> dict[int, str]:
    if not photo_ids:
        return {}
    rows = select(files.c.photo_id, func.min(files.c.path).label("path"))
    listed = one_of(connection, files.c.photo_id, photo_ids)
    found = connection.execute(rows.where(listed).group_by(files.c.photo_id))
    return {row.photo_id: row.path for row in found}


def _new_photos(
    connection: Connection, batch: Sequence[Prepared], known: Mapping[str, int]
) -> dict[int, Prepared]:
    """The photos that are not there yet, by the ids that they get."""
    new: dict[str, Prepared] = {}
    for prepared in batch:
        if prepared.sha256 not in known:
            new.setdefault(prepared.sha256, prepared)
    return dict(zip(new_ids(connection, photos), new.values(), strict=False))


def _of_one_file(
    fresh: Mapping[int, Prepared], batch: Sequence[Prepared]
) -> dict[int, derived.Shown]:
    """What is shown of new photos, where that is worked out already: nothing else tells of them."""
    met = Counter(prepared.sha256 for prepared in batch)
    return {photo: p.shown for photo, p in fresh.items() if met[p.sha256] == 1}


def _add_new_photos(connection: Connection, run: Run, fresh: Mapping[int, Prepared]) -> None:
    """Store what the bytes of new photos are, say and look like."""
    at = now()
    made = (((photo,), p.photo) for photo, p in fresh.items())
    insert_parts(connection, photos, made, (at, run.id))
    said = ((photo, None, p.said) for photo, p in fresh.items() if p.said)
    add_said(connection, run.txn, said)
    ids = new_ids(connection, tags)
    tagged = (((next(ids), photo, None), p.tags) for photo, p in fresh.items() if p.tags)
    insert_parts(connection, tags, tagged)
    _add_fingerprints(connection, fresh)


def _add_fingerprints(connection: Connection, fresh: Mapping[int, Prepared]) -> None:
    rows = [(kind, photo, bits) for photo, p in fresh.items() for kind, bits in p.fingerprints]
    known = {row.name: row.id for row in connection.execute(select(kinds))}
    missing = sorted({kind for kind, *_ in rows} - known.keys())
    if missing:
        new = list(zip(new_ids(connection, kinds), missing, strict=False))
        insert_many(connection, kinds, ("id", "name"), new)
        known |= {name: id for id, name in new}
    made = (((known[kind], photo), bits) for kind, photo, bits in rows)
    insert_parts(connection, fingerprints, made)


def _to_work_out(
    fresh: Mapping[int, Prepared],
    alone: Collection[int],
    seats: Sequence[Seat],
    retold: Collection[int],
) -> set[int]:
    """The photos of which more, or something else, is said than what their rows were made of."""
    new = {s.photo for s in seats if s.photo in fresh and s.photo not in alone}
    told_anew = {s.photo for s in seats if s.delivered or s.file in retold}
    return new | told_anew - fresh.keys()
