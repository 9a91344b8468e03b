"""Arguments and options that several commands share, each written once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from photocat.cli.query import QueryCommand as QueryCommand
from photocat.cli.query import argument

Function = TypeVar("Function", bound=Callable[..., Any])

query = argument()
"""Query words, of a ``QueryCommand``."""

catalog_address = click.pass_obj


def format_option(*formats: str) -> Callable[[Function], Function]:
    """``--format``, with a table on a terminal and JSON lines in a pipe as the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=None,
        envvar="PHOTOCAT_FORMAT",
        show_envvar=True,
        help="Default: table on a terminal, jsonl in a pipe.",
        callback=lambda _context, _option, value: value or default_format(),
    )


def default_format() -> str:
    """``table`` for people, ``jsonl`` for programs."""
    return "table" if sys.stdout.isatty() else "jsonl"


limit = click.option(
    "--limit", type=click.IntRange(min=0), default=50, show_default=True, help="0: no limit."
)

who = click.option(
    "--who",
    metavar="NAME",
    envvar="PHOTOCAT_WHO",
    show_envvar=True,
    help="Who signs the change.  [default: the user]",
)

note = click.option("--note", metavar="TEXT", help="Why, for the log.")

dry_run = click.option("--dry-run", is_flag=True, help="Say what would change; change nothing.")

yes = click.option("-y", "--yes", is_flag=True, help="Do not ask.")
