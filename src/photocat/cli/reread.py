"""``photocat reread``."""

import click

from photocat.cli import options
from photocat.cli.changes import told
from photocat.cli.output import write_json, write_jsonl, write_table


@click.command(
    cls=options.QueryCommand,
    help="Read captions again, by the rules of today: those of a query, or all.\n\n"
    "Captions are taken from the catalog, no file is opened. What people said and decided stays,\n"
    "and nothing is written where a caption still says what it said.",
)
@options.query
@options.note
@options.who
@options.dry_run
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(
    address: str,
    query: tuple[str, ...],
    note: str | None,
    who: str | None,
    dry_run: bool,
    form: str,
) -> None:
    from photocat.catalog import Catalog

    with Catalog(address, who=who) as catalog:
        made = catalog.reread(" ".join(query), note=note, dry_run=dry_run)
    changes = made["changes"]
    if form == "json":
        write_json(made)
    elif form == "jsonl":
        write_jsonl(changes)
    elif changes:
        rows = ([str(c["photo"]), c["field"], told(c["old"]), told(c["new"])] for c in changes)
        write_table(["photo", "field", "was", "is"], rows)
    photos = len({change["photo"] for change in changes})
    said = "would say" if dry_run else "say"
    click.echo(
        f"captions of {photos:,} {'photo' if photos == 1 else 'photos'} {said} else", err=True
    )
