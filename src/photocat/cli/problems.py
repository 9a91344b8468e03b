"""``photocat problems``."""

import click

from photocat.cli import options
from photocat.cli.output import write_json, write_jsonl, write_table
from photocat.errors import REASON


@click.command(help="List the files that could not be catalogued, with the reason.")
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(address: str, form: str) -> int:
    from photocat.catalog import Catalog

    with Catalog(address) as catalog:
        found = catalog.problems()
    if form == "json":
        write_json(found)
    elif form == "jsonl":
        write_jsonl(found)
    else:
        write_table(
            ["what", "file", "why", "remedy"],
            ([p["code"], p["path"], p["reason"], REASON[p["code"]].remedy] for p in found),
        )
    return 0 if found else 1
