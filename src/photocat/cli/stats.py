"""``photocat stats``."""

import click

from photocat.cli import options
from photocat.cli.output import write_json, write_jsonl, write_table


@click.command(help="Count what the catalog holds.")
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(address: str, form: str) -> None:
    from photocat.catalog import Catalog

    with Catalog(address) as catalog:
        counts = catalog.stats()
    if form == "json":
        write_json(counts)
    elif form == "jsonl":
        write_jsonl([counts])
    else:
        rows = []
        for name, value in counts.items():
            parts = value if isinstance(value, dict) else {"": value}
            rows += [[name, str(part), f"{count:,}"] for part, count in parts.items()]
        write_table(["of", "which", "count"], rows)
