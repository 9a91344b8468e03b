"""``photocat check``."""

import click

from photocat.cli import options
from photocat.cli.output import write_json, write_jsonl, write_table


@click.command(
    cls=options.QueryCommand,
    help="Check files, database and indexes, and repair what can be.\n\n"
    "The database is sound, every row is as it was written, what is derived equals what it is\n"
    "derived from, files are present and unchanged, and the index of fingerprints agrees with\n"
    "brute force. With a query, only the files of the photos that answer it.",
)
@options.query
@click.option("--full", is_flag=True, help="Every row, and every file by its digest.")
@click.option("--repair", is_flag=True, help="Make indexes and what is derived anew, after a copy.")
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(address: str, query: tuple[str, ...], full: bool, repair: bool, form: str) -> int:
    from photocat.catalog import Catalog

    with Catalog(address) as catalog:
        findings = catalog.check(" ".join(query), full=full, repair=repair)
    if form == "json":
        write_json(findings)
    elif form == "jsonl":
        write_jsonl(findings)
    else:
        write_table(
            ["check", "result", "what"],
            ([f["check"], "ok" if f["ok"] else "PROBLEM", f["detail"]] for f in findings),
        )
    return 0 if all(finding["ok"] for finding in findings) else 3
