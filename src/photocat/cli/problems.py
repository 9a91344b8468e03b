"""``photocat problems``."""

import os
from contextlib import closing
from typing import TYPE_CHECKING

import click

from photocat.cli import options
from photocat.cli.ingest import told
from photocat.cli.output import write_json, write_jsonl, write_table
from photocat.errors import REASON

if TYPE_CHECKING:
    from photocat.catalog import Catalog


@click.command(
    help="List the files that could not be catalogued, with the reason.\n\n"
    "With --retry: read those that are still there again, as ingest --retry does, and tell what"
    " became of each."
)
@click.option("--retry", is_flag=True, help="Read them again first.")
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(address: str, form: str, retry: bool) -> int:
    from photocat.catalog import Catalog

    with Catalog(address) as catalog:
        if retry:
            return _read_again(catalog, form)
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


def _read_again(catalog: "Catalog", form: str) -> int:
    from photocat.exporting.names import path_of
    from photocat.ingest import IngestOptions

    listed = dict.fromkeys(path_of(problem) for problem in catalog.problems())
    there = [path for path in listed if os.path.lexists(path)]
    if len(there) < len(listed):
        click.echo(f"{len(listed) - len(there):,} listed files are gone", err=True)
    if not there:
        return 1
    with closing(catalog.add(there, options=IngestOptions(retry=True))) as stream:
        return told(catalog, stream, form)
