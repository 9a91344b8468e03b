"""``photocat undo``."""

import click

from photocat.cli import options
from photocat.cli.log import write_log
from photocat.cli.output import write_json, write_jsonl


@click.command(
    help="Take back an edit, a merge, a decision or an ingest.\n\n"
    "Without a number: the last that a person made and that stands. By its number, as photocat\n"
    "log tells it, an ingest too, an undo, or what was written into sidecars. What was changed\n"
    "since is not taken back."
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
