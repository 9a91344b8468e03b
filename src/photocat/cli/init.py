"""``photocat init``."""

import click

from photocat.cli.options import catalog_address
from photocat.cli.output import complain


@click.command(help="Make an empty catalog, or bring an older one up to date.")
@catalog_address
def command(address: str) -> None:
    from photocat.catalog import Catalog

    with Catalog.init(address) as catalog:
        complain(f"{catalog.address}: ready")
