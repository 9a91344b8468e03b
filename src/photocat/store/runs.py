"""Runs: every command that changes the catalog, and its transaction in the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, insert, select, update

from photocat.store.clock import now
from photocat.store.paths import escape
from photocat.store.rows import clean, to_json
from photocat.store.sql import new_ids
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
    connection.execute(update(runs).where(runs.c.state == "running").values(state="interrupted"))
    run = Run(next(new_ids(connection, runs)), next(new_ids(connection, txns)))
    at = now()
    connection.execute(
        insert(runs).values(
            id=run.id,
            command=command,
            version=version,
            supplier=clean(supplier) if supplier else None,
            roots=to_json([escape(root) for root in roots]),
            options=clean(to_json(dict(options))),
            started_at=at,
            state="running",
            counts="{}",
        )
    )
    connection.execute(
        insert(txns).values(id=run.txn, run_id=run.id, at=at, who=clean(who), verb=command)
    )
    return run


def end_run(
    connection: Connection, run_id: int, counts: Mapping[str, int], state: RunState
) -> None:
    """Note how a run ended."""
    connection.execute(
        update(runs)
        .where(runs.c.id == run_id)
        .values(ended_at=now(), counts=to_json(dict(counts)), state=state)
    )


def run_of(connection: Connection, run_id: int) -> Run:
    """The run of an id, with its transaction."""
    txn = connection.scalar(select(txns.c.id).where(txns.c.run_id == run_id))
    if txn is None:
        raise LookupError(f"no run {run_id}")
    return Run(run_id, txn)
