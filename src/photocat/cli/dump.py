"""``photocat dump``."""

import click

from photocat.cli import options
from photocat.cli.output import write_jsonl


@click.command(help="Write the whole catalog as JSON lines, in a stable order.")
@click.option(
    "--normalised",
    is_flag=True,
    required=True,
    expose_value=False,
    help="Without row ids or run times: the same files always dump the same.",
)
@options.catalog_address
def command(address: str) -> None:
    from photocat.catalog import Catalog

    with Catalog(address) as catalog:
        write_jsonl(catalog.dump_normalised())
