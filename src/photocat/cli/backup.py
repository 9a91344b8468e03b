"""``photocat backup``."""

import click

from photocat.cli import options
from photocat.cli.output import safe


@click.command(
    help="Write the whole catalog into one file.\n\n"
    "Others may go on using it meanwhile. The file is verified before it gets its name; it is a\n"
    "catalog itself, on SQLite whatever database this one is on. Pictures are not in it."
)
@click.argument("file", type=click.Path())
@options.catalog_address
def command(address: str, file: str) -> None:
    from photocat.catalog import Catalog

    with Catalog(address) as catalog:
        catalog.backup(file)
    click.echo(f"{safe(file)}: written and verified", err=True)
