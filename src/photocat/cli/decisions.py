"""``photocat decisions``."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

import click

from photocat.cli import options
from photocat.cli.output import write_json, write_jsonl, write_table
from photocat.errors import UsageError


@click.command(
    help="List decisions, or take them over from another catalog.\n\n"
    "Photos are named by the digests of their bytes:\n\n"
    "\b\n"
    "  photocat decisions --format jsonl > decisions.jsonl\n"
    "  photocat --catalog other.db decisions --import decisions.jsonl\n\n"
    "Of two decisions on one pair the later holds."
)
@click.option("--import", "source", type=click.File(encoding="utf-8"), help="JSON lines to take.")
@options.who
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(address: str, source: TextIO | None, who: str | None, form: str) -> int:
    from photocat.catalog import Catalog

    with Catalog(address, who=who) as catalog:
        if source is not None:
            counts = catalog.import_decisions(_read_lines(source))
            _write_counts(counts, form)
            return 0
        found = catalog.decisions()
    if form == "json":
        write_json(found)
    elif form == "jsonl":
        write_jsonl(found)
    else:
        write_table(
            ["when", "who", "first", "is", "second", "note"],
            (
                [
                    d["at"][:16].replace("T", " "),
                    d["who"],
                    d["first"][:12],
                    d["decision"],
                    d["second"][:12],
                    d["note"] or "",
                ]
                for d in found
            ),
        )
    return 0 if found else 1


def _write_counts(counts: dict[str, Any], form: str) -> None:
    if form != "table":
        (write_json if form == "json" else lambda one: write_jsonl([one]))(counts)
    else:
        click.echo(
            f"{counts['imported']} imported, {counts['known']} known already or overruled,"
            f" {counts['absent']} on photos that are not here"
        )


def _read_lines(source: TextIO) -> Iterator[Any]:
    for number, line in enumerate(source, 1):
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError as problem:
                raise UsageError(f"line {number} is no JSON: {problem}") from problem
