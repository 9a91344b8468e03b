"""``photocat undo``."""

import click

from photocat.cli import options
from photocat.cli.log import write_log
from photocat.cli.output import write_json, write_jsonl


@click.command(
    help="Take back an edit, a merge or a decision; by its number, an ingest, an undo\n"
    "or what was written into sidecars, too.\n\n"
    "Without a number: the last that a person made and that stands. What was changed since is\n"
    "not taken back. photocat log lists the numbers."
)
@click.argument("txn", type=int, required=False)
@options.note
@options.who
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(address: str, txn: int | None, note: str | None, who: str | None, form: str) -> None:
    from photocat.catalog import Catalog

    with Catalog(address, who=who) as catalog:
        undone = catalog.undo(txn, note=note)
    if form == "json":
        write_json(undone)
    elif form == "jsonl":
        write_jsonl([undone])
    else:
        write_log([undone])
