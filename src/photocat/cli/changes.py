"""How changes are shown before they are made, asked about, and told afterwards."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from photocat.cli.output import safe, write_json, write_jsonl, write_table
from photocat.errors import UsageError

Shape = dict[str, Any]

MOST_SHOWN = 20
"""Changes shown before a question; the rest are counted."""


def make(change: Callable[[bool], Shape], form: str, *, yes: bool, dry_run: bool) -> int:
    """Show what ``change(dry_run)`` would do, ask, do it, and tell; the exit status."""
    if dry_run or yes:
        made = change(dry_run)
    else:
        planned = change(True)
        if planned["changes"]:
            _ask(planned["changes"])
        made = change(False) if planned["changes"] else planned
    write_changes(made, form)
    return 0 if made["changes"] else 1


def write_changes(made: Shape, form: str) -> None:
    """What was changed, or would be."""
    if form == "json":
        write_json(made)
    elif form == "jsonl":
        write_jsonl(change | {"txn": made["txn"]} for change in made["changes"])
    elif made["changes"]:
        write_table(
            ["photo", "field", "was", "is"],
            (
                [str(change["photo"]), change["field"], told(change["old"]), told(change["new"])]
                for change in made["changes"]
            ),
        )
    if made["txn"] is not None:
        number = len(made["changes"])
        click.echo(
            f"{number} {'change' if number == 1 else 'changes'}; to take back:"
            f" photocat undo {made['txn']}",
            err=True,
        )


def told(values: Any) -> str:
    """The old or new side of a change, for people."""
    if isinstance(values, list):
        return "; ".join(str(value) for value in values)
    if isinstance(values, dict) and "relation" in values:
        return "{first} {relation} of {second}, {status}".format(**values)
    if isinstance(values, dict):
        return ", ".join(f"{key} {value}" for key, value in values.items() if value is not None)
    return "nothing" if values is None else str(values)


def _ask(changes: list[Shape]) -> None:
    if not _is_someone_there():
        raise UsageError(f"{len(changes)} changes, and nobody to ask: pass --yes or --dry-run")
    for change in changes[:MOST_SHOWN]:
        click.echo(f"photo {change['photo']}, {change['field']}", err=True)
        for sign, side in (("-", "old"), ("+", "new")):
            click.echo(f"  {sign} {safe(told(change[side])) or '(nothing)'}", err=True)
    if len(changes) > MOST_SHOWN:
        click.echo(f"… and {len(changes) - MOST_SHOWN:,} more", err=True)
    photos = len({change["photo"] for change in changes})
    click.confirm(f"Change {photos} {'photo' if photos == 1 else 'photos'}?", abort=True, err=True)


def _is_someone_there() -> bool:
    return sys.stdin.isatty()
