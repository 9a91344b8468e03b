"""``photocat restore``."""

import click

from photocat.cli import options
from photocat.cli.output import safe


@click.command(
    help="Make a backup the catalog.\n\n"
    "It is verified first. A PostgreSQL database must be empty; a catalog file that is there\n"
    "is only replaced with --replace, and then kept beside under another name."
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="Set the catalog that is there aside.")
@options.catalog_address
def command(address: str, file: str, replace: bool) -> None:
    from photocat.catalog import Catalog

    Catalog.restore(file, address, replace=replace)
    click.echo(f"{safe(file)}: restored as {safe(address)}", err=True)
