"""``photocat merge``."""

import click

from photocat.cli import options
from photocat.cli.changes import make


@click.command(
    help="Carry what is said of one photo to the others of its work, field by field.\n\n"
    "Keywords and people are added, other fields replaced. Nothing is lost: what was said before\n"
    "stays, and photocat undo takes the merge back."
)
@click.argument("work", type=int)
@click.option(
    "--field", "fields", multiple=True, required=True, help="Which field; may be repeated."
)
@click.option("--from", "source", required=True, metavar="ID|PATH|SHA256", help="Of which photo.")
@options.note
@options.who
@options.dry_run
@options.yes
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(
    address: str,
    work: int,
    fields: tuple[str, ...],
    source: str,
    note: str | None,
    who: str | None,
    dry_run: bool,
    yes: bool,
    form: str,
) -> int:
    from photocat.catalog import Catalog

    with Catalog(address, who=who) as catalog:
        return make(
            lambda rehearsing: catalog.merge(
                work, fields=fields, source=source, note=note, dry_run=rehearsing
            ),
            form,
            yes=yes,
            dry_run=dry_run,
        )
