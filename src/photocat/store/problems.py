"""Files that are listed with a reason: skipped, failed, or stored with a warning.

The rows of a path say how its last reading went; a file that is read well loses them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select

from photocat.errors import REASON, FileProblem, Severity
from photocat.shapes import file_shape
from photocat.store.changes import PROBLEMS, Change, log
from photocat.store.paths import escape, lies_under, unescape
from photocat.store.prepare import Prepared
from photocat.store.rows import Row, clamp, clean
from photocat.store.runs import Run
from photocat.store.seals import columns_of
from photocat.store.sql import insert_many, one_of, under
from photocat.store.tables import problems, runs


class Problem(NamedTuple):
    """Why a file was not stored, or what is wrong with one that was."""

    path: str
    code: str
    """A key of ``photocat.errors.REASONS``."""
    detail: str = ""
    size: int | None = None
    """Of the file when it was tried, so that a later run need not try the same again."""
    mtime_ns: int | None = None
    version: str | None = None
    """Of the photocat that tried; given back, never asked for."""

    @property
    def severity(self) -> Severity:
        """Whether the file was skipped, failed, or stored with a warning."""
        return REASON[self.code].severity


def add_problems(connection: Connection, run: Run, found: Sequence[Problem]) -> None:
    """List files with their reasons, in place of what was listed for them before."""
    rows = {
        (escape(p.path), p.code): (
            p.severity,
            clean(p.detail),
            p.size,
            None if p.mtime_ns is None else clamp(p.mtime_ns),
            run.id,
        )
        for p in found
    }
    _replace(connection, run, rows, {path for path, _ in rows})


def settle(connection: Connection, run: Run, batch: Sequence[Prepared]) -> None:
    """Forget what was listed for files that were read, except what is wrong with them now."""
    notes = {
        (path, code): (REASON[code].severity, detail, size, mtime_ns, run.id)
        for p in batch
        for path, _, size, mtime_ns, _ in [p.file.row]
        for code, detail in p.notes
    }
    _replace(connection, run, notes, {p.path for p in batch})


def forget(connection: Connection, run: Run, paths: Collection[str]) -> None:
    """List some files no longer."""
    _replace(connection, run, {}, set(map(escape, paths)))


def relist(
    connection: Connection, txn_id: int, code: str, details: Mapping[str, tuple[str, Row]]
) -> None:
    """List some paths under one code with other details, or with none no longer; log both.

    A path, escaped, with its detail and what follows it in a row: size, moment and run.
    """
    before = _listed(connection, details)
    rows: dict[tuple[str, str], Row] = {}
    changed: list[Change] = []
    for path, (detail, rest) in sorted(details.items()):
        listed = before.get(path)
        now = [row for row in listed or () if row[0] != code]
        if detail:
            now = sorted([*now, [code, REASON[code].severity, clean(detail), *rest]])
        changed.append(Change(0, PROBLEMS, path, listed, now or None))
        rows |= {(path, row[0]): tuple(row[1:]) for row in now}
    log(connection, txn_id, changed)
    _put(connection, rows, set(details))


def stands(connection: Connection, change: Change) -> bool:
    """Whether what is listed for a path is what a change left there."""
    return _plain(_listed(connection, {change.key}).get(change.key)) == _plain(change.new)


def take_back(connection: Connection, undone: Sequence[Change]) -> list[Change]:
    """List again what was listed before some changes; returns what that changes."""
    back = [change._replace(old=change.new, new=change.old) for change in undone]
    last = {change.key: change.new or () for change in back}
    rows = {(path, code): tuple(rest) for path, listed in last.items() for code, *rest in listed}
    _put(connection, rows, set(last))
    return back


def read_problems(connection: Connection, prefixes: Sequence[str] | None = None) -> list[Problem]:
    """What is listed, by path and code; of some folders and files, or of all."""
    columns = ("path", "code", "detail", "size", "mtime_ns")
    rows = (
        select(*(problems.c[name] for name in columns), runs.c.version)
        .join(runs, runs.c.id == problems.c.run_id)
        .order_by(problems.c.path, problems.c.code)
    )
    if prefixes is not None:
        rows = rows.where(under(problems.c.path, prefixes))
    found = [Problem(unescape(path), *rest) for path, *rest in connection.execute(rows)]
    lies_there = lies_under(prefixes or ())
    return [p for p in found if prefixes is None or lies_there(p.path)]


def problem_shape(problem: Problem) -> dict[str, Any]:
    """A listed file, as JSON shows it."""
    where = file_shape(problem.path, None, "")
    named = {key: where[key] for key in ("path", "path_base64") if key in where}
    return named | {
        "code": problem.code,
        "severity": problem.severity,
        "reason": str(FileProblem(problem.code, problem.detail)),
    }


def _replace(
    connection: Connection, run: Run, rows: Mapping[tuple[str, str], Row], paths: set[str]
) -> None:
    if not rows and not _any_listed(connection):
        return
    before = _listed(connection, paths)
    if not before and not rows:
        return
    now: dict[str, list[Any]] = {}
    for (path, code), row in sorted(rows.items()):
        now.setdefault(path, []).append([code, *row])
    log(
        connection,
        run.txn,
        [
            Change(0, PROBLEMS, path, before.get(path), now.get(path))
            for path in sorted(before.keys() | now.keys())
            if _plain(before.get(path)) != _plain(now.get(path))
        ],
    )
    _put(connection, rows, paths)


def _put(connection: Connection, rows: Mapping[tuple[str, str], Row], paths: set[str]) -> None:
    connection.execute(delete(problems).where(one_of(connection, problems.c.path, paths)))
    insert_many(
        connection, problems, columns_of(problems), [(*key, *row) for key, row in rows.items()]
    )


def _any_listed(connection: Connection) -> bool:
    return connection.scalar(select(problems.c.path).limit(1)) is not None


def _listed(connection: Connection, paths: Collection[str]) -> dict[str, list[Any]]:
    """What is listed for paths: by path, the columns after it."""
    columns = [problems.c[name] for name in columns_of(problems)]
    rows = select(*columns).where(one_of(connection, problems.c.path, paths))
    listed: dict[str, list[Any]] = {}
    for path, *row in connection.execute(rows.order_by(problems.c.path, problems.c.code)):
        listed.setdefault(path, []).append(row)
    return listed


def _plain(rows: Sequence[Sequence[Any]] | None) -> list[list[Any]]:
    """Rows without the run that found them."""
    return [list(row[:-1]) for row in rows or ()]
