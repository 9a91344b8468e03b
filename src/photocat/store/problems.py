"""Files that are listed with a reason: skipped, failed, or stored with a warning.

The rows of a path say how its last reading went; a file that is read well loses them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select

from photocat.errors import REASON, FileProblem, Severity
from photocat.shapes import file_shape
from photocat.store.paths import escape, lies_under, unescape
from photocat.store.prepare import Prepared
from photocat.store.rows import Row, clamp, clean
from photocat.store.runs import Run
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
    _replace(connection, rows, {path for path, _ in rows})


def settle(connection: Connection, run: Run, batch: Sequence[Prepared]) -> None:
    """Forget what was listed for files that were read, except what is wrong with them now."""
    notes = {
        (p.path, code): (REASON[code].severity, detail, p.size, p.mtime_ns, run.id)
        for p in batch
        for code, detail in p.notes
    }
    _replace(connection, notes, {p.path for p in batch})


def forget(connection: Connection, paths: Collection[str]) -> None:
    """List some files no longer."""
    _replace(connection, {}, set(map(escape, paths)))


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


def _replace(connection: Connection, rows: Mapping[tuple[str, str], Row], paths: set[str]) -> None:
    connection.execute(delete(problems).where(one_of(connection, problems.c.path, paths)))
    columns = ("path", "code", "severity", "detail", "size", "mtime_ns", "run_id")
    insert_many(connection, problems, columns, [(*key, *row) for key, row in rows.items()])
