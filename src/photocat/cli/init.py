"""``photocat init``."""

import click

from photocat.cli.options import catalog_address


@click.command(help="Make an empty catalog, or bring an older one up to date.")
@catalog_address
def command(address: str) -> None:
    from photocat.catalog import Catalog

    with Catalog.init(address) as catalog:
        click.echo(f"{catalog.address}: ready", err=True)
