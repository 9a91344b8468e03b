"""``photocat write``."""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from photocat.cli import options
from photocat.cli.output import safe, to_json, write_json, write_table
from photocat.errors import UsageError

if TYPE_CHECKING:
    from photocat.writing import Wrote

MOST_SHOWN = 20
"""Files shown before the question; the rest are counted."""


@click.command(
    cls=options.QueryCommand,
    help="Write what is believed into XMP sidecars, or into the files.\n\n"
    "A sidecar lies beside its photo and holds the properties of IPTC Core and Extension. What\n"
    "others wrote into it stays; originals are not touched. What would be written is shown, and\n"
    "you are asked.\n\n"
    "A date that XMP cannot hold (about 1936, the 1980s) is written as EDTF alone, in a namespace\n"
    "of photocat; nothing is ever made more precise. What is doubtful is not written.\n\n"
    "With --embed the files themselves are written, by ExifTool, on a copy that takes the file's\n"
    "place only if its pixels are proved to be the same.",
)
@options.query
@click.option("--photo", "photos", multiple=True, metavar="ID|PATH|SHA256", help="This photo.")
@click.option("--all", "everything", is_flag=True, help="Every photo there is.")
@click.option(
    "--sidecar-style",
    "style",
    type=click.Choice(("name", "stem")),
    default="name",
    show_default=True,
    help="photo.jpg.xmp, or photo.xmp as Adobe has it.",
)
@click.option("--embed", is_flag=True, help="Into the files, by ExifTool.")
@click.option("--force", is_flag=True, help="Even where a file has changed since it was read.")
@options.dry_run
@options.yes
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(
    address: str,
    /,
    query: tuple[str, ...],
    photos: tuple[str, ...],
    everything: bool,
    dry_run: bool,
    yes: bool,
    form: str,
    **choices: Any,
) -> int:
    from photocat.catalog import Catalog
    from photocat.writing import WriteOptions

    if bool(query) + bool(photos) + everything != 1:
        raise UsageError("say which photos: a query, --photo, or --all, and only one of them")
    with Catalog(address) as catalog:
        asked = photos or " ".join(query)
        planned = list(catalog.write(asked, options=WriteOptions(dry_run=True, **choices)))
        to_write = sum(wrote.outcome == "would write" for wrote in planned)
        if dry_run or not to_write:
            return _report(planned, form)
        if not yes:
            _ask(planned, f"{to_write:,} {'file' if choices['embed'] else 'sidecar'}")
        return _report(catalog.write(asked, options=WriteOptions(**choices)), form)


def _ask(planned: Iterable["Wrote"], what: str) -> None:
    """Show what would be done, and ask whether it should be."""
    if not sys.stdin.isatty():
        raise UsageError(f"{what} to write, and nobody to ask: pass --yes or --dry-run")
    worth_showing = [wrote for wrote in planned if wrote.outcome != "unchanged"]
    for wrote in worth_showing[:MOST_SHOWN]:
        click.echo(f"{wrote.outcome}: {safe(wrote.target)}: {_what(wrote)}", err=True)
    if len(worth_showing) > MOST_SHOWN:
        click.echo(f"… and {len(worth_showing) - MOST_SHOWN:,} more", err=True)
    click.confirm(f"Write {what}{'' if what.startswith('1 ') else 's'}?", abort=True, err=True)


def _report(stream: Iterable["Wrote"], form: str) -> int:
    counts: Counter[str] = Counter()
    met = []
    for wrote in stream:
        counts[wrote.outcome] += 1
        if form == "jsonl":
            click.echo(to_json(_shape(wrote)))
        else:
            met.append(wrote)
    if form == "json":
        write_json([_shape(wrote) for wrote in met])
    elif form == "table":
        write_table(["outcome", "file", "what"], ([w.outcome, w.target, _what(w)] for w in met))
    if counts["refused"]:
        return 3
    return 0 if counts else 1


def _what(wrote: "Wrote") -> str:
    return safe(wrote.reason) if wrote.reason else ", ".join(wrote.changed)


def _shape(wrote: "Wrote") -> dict[str, Any]:
    return asdict(wrote) | {"changed": list(wrote.changed)}
