"""Runs: every command that changes the catalog, and its transaction in the log."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, select, update

from photocat.store.clock import now
from photocat.store.paths import escape, unescape
from photocat.store.rows import clean, to_json
from photocat.store.seals import reseal
from photocat.store.sql import insert_many, new_ids, one_of
from photocat.store.tables import runs, txns

RunState = Literal["running", "done", "interrupted", "failed"]


class Run(NamedTuple):
    """A run and the transaction under which its changes are logged."""

    id: int
    txn: int


def begin_run(
    connection: Connection,
    *,
    command: str,
    version: str,
    supplier: str | None,
    roots: Sequence[str],
    options: Mapping[str, Any],
    who: str,
) -> Run:
    """Note that a run has begun.

    One that is still running was killed, or goes on beside this one and will say so at its end.
    """
    _update(connection, runs.c.state == "running", state="interrupted")
    run = Run(next(new_ids(connection, runs)), next(new_ids(connection, txns)))
    at = now()
    begun = {
        "id": run.id,
        "command": command,
        "version": version,
        "supplier": clean(supplier) if supplier else None,
        "roots": to_json([escape(root) for root in roots]),
        "options": clean(to_json(dict(options))),
        "started_at": at,
        "state": "running",
        "counts": "{}",
    }
    insert_many(connection, runs, tuple(begun), [tuple(begun.values())])
    columns = ("id", "run_id", "at", "who", "verb")
    insert_many(connection, txns, columns, [(run.txn, run.id, at, clean(who), command)])
    return run


def last_device(connection: Connection, root: str) -> list[int] | None:
    """The device that a root of an ingest lay on, by the last one that noted it."""
    named = to_json(escape(root))
    rows = select(runs.c.options).where(runs.c.roots.contains(named, autoescape=True))
    for options in connection.scalars(rows.order_by(runs.c.id.desc())):
        device = json.loads(options).get("devices", {}).get(clean(root))
        if device is not None:
            return list(device)
    return None


def roots_of_ingests(connection: Connection) -> dict[str, dict[str, Any]]:
    """Every folder or file that an ingest was told to read, with the options of the last one."""
    rows = select(runs.c.roots, runs.c.options).where(runs.c.command == "ingest")
    found: dict[str, dict[str, Any]] = {}
    for roots, options in connection.execute(rows.order_by(runs.c.id)):
        found |= dict.fromkeys(map(unescape, json.loads(roots)), json.loads(options))
    return found


def end_run(
    connection: Connection, run_id: int, counts: Mapping[str, int], state: RunState
) -> None:
    """Note how a run ended."""
    _update(
        connection,
        runs.c.id == run_id,
        ended_at=now(),
        counts=to_json(dict(counts)),
        state=state,
    )


def run_of(connection: Connection, run_id: int) -> Run:
    """The run of an id, with its transaction."""
    txn = connection.scalar(select(txns.c.id).where(txns.c.run_id == run_id))
    if txn is None:
        raise LookupError(f"no run {run_id}")
    return Run(run_id, txn)


def _update(connection: Connection, which: ColumnElement[bool], **values: Any) -> None:
    ids = list(connection.scalars(select(runs.c.id).where(which)))
    these = one_of(connection, runs.c.id, ids)
    connection.execute(update(runs).where(these).values(values))
    reseal(connection, runs, these)
