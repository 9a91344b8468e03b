"""``photocat export``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO

import click

from photocat.cli import options
from photocat.cli.output import safe
from photocat.cli.progress import progress
from photocat.errors import UsageError
from photocat.exporting.columns import COLUMN
from photocat.exporting.formats import FORMAT, FORMATS, STANDARD_OUTPUT, format_of

if TYPE_CHECKING:
    from photocat.exporting import Exported

FORMATS_HELP = "\b\nFormats:\n" + "\n".join(
    f"  {format.name:<8} {format.help:<46} {' '.join(format.endings)}" for format in FORMATS
)
COLUMNS_HELP = "Columns, as they are named in the first row:\n" + " ".join(COLUMN)


@click.command(
    cls=options.QueryCommand,
    help="Hand on photos as a table, JSON, a map, news items, sidecars or a contact sheet.\n\n"
    "Photos that certainly answer come before those that possibly do, each by date; an empty\n"
    "query is everything, @name a saved search. A file is there whole or not at all, and replaces\n"
    "no other unless --force is given. Without its evidence nothing doubtful is handed on.\n\n"
    + FORMATS_HELP
    + "\n\n"
    + COLUMNS_HELP,
)
@options.query
@click.option(
    "--to",
    metavar="FORMAT|FILE|-",
    required=True,
    help="The file, whose ending tells the format; or a format, written to standard output.",
)
@click.option("--format", "form", type=click.Choice(list(FORMAT)), help="Whatever the ending says.")
@click.option(
    "--columns", "--fields", metavar="NAME,…", help="Of csv and parquet: which, in this order."
)
@click.option("--bom", is_flag=True, help="Begin csv with the mark by which Excel knows UTF-8.")
@click.option("--force", is_flag=True, help="Replace what is there.")
@click.option("--limit", type=click.IntRange(min=0), default=0, help="Only the first so many.")
@options.catalog_address
def command(
    address: str,
    /,
    query: tuple[str, ...],
    to: str,
    form: str | None,
    columns: str | None,
    bom: bool,
    force: bool,
    limit: int,
) -> int:
    from photocat.catalog import Catalog

    target, form = _meant(to, form)
    with Catalog(address) as catalog, progress() as show:
        exported = catalog.export(
            " ".join(query),
            target,
            format=form,
            columns=columns.split(",") if columns else (),
            bom=bom,
            force=force,
            limit=limit or None,
            tell=lambda photos: show(f"{photos:,} photos"),
        )
    _report(exported, safe(to) if isinstance(target, str) else None)
    if exported.refused:
        return 3
    return 0 if exported.photos else 1


def _meant(to: str, form: str | None) -> tuple[str | BinaryIO, str]:
    """Where to, and in which format."""
    if to in FORMAT and form in (None, to):
        to, form = STANDARD_OUTPUT, to
    if to != STANDARD_OUTPUT:
        return to, form or format_of(to).name
    if form is None:
        raise UsageError(f"say in which format: --to {'|'.join(FORMAT)}")
    if FORMAT[form].binary and _is_terminal():
        raise UsageError(f"{form} is nothing for a terminal; name a file")
    return sys.stdout.buffer, form


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _report(exported: Exported, to: str | None) -> None:
    """What became of it; what went to standard output speaks for itself."""
    for wrote in exported.reasons:
        click.echo(f"refused: {safe(wrote.target)}: {safe(wrote.reason or '')}", err=True)
    more = exported.refused - len(exported.reasons)
    if more:
        click.echo(f"… and {more:,} more", err=True)
    if to is None:
        return
    possible = f", {exported.possible:,} only possibly" if exported.possible else ""
    sidecars = f" as {exported.files:,} sidecars" if exported.files or exported.refused else ""
    refused = f", {exported.refused:,} refused" if exported.refused else ""
    photos = "1 photo" if exported.photos == 1 else f"{exported.photos:,} photos"
    click.echo(f"{photos}{possible}{sidecars}{refused} in {to}", err=True)
