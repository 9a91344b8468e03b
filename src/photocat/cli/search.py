"""``photocat search``."""

from typing import get_args

import click

from photocat.cli import options
from photocat.cli.output import PHOTO_FORMATS, write_photos
from photocat.query import SEARCH_FIELDS, Sort

FIELDS_HELP = "\b\nSearch fields:\n" + "\n".join(
    f"  {field.example:<26} {field.help}" for field in SEARCH_FIELDS
)


@click.command(
    help="Find photos by words, date, place and more.\n\n"
    'Words and "phrases" are looked for in captions, headlines and keywords; -word excludes,\n'
    "OR and parentheses combine. An empty query finds everything.\n\n" + FIELDS_HELP
)
@options.query
@options.limit
@click.option("--offset", type=click.IntRange(min=0), default=0, help="Skip so many.")
@click.option("--sort", type=click.Choice(get_args(Sort)), default="date")
@click.option("--count", is_flag=True, help="Print only how many there are.")
@options.format_option(*PHOTO_FORMATS)
@options.catalog_address
def command(
    address: str,
    query: tuple[str, ...],
    limit: int,
    offset: int,
    sort: Sort,
    count: bool,
    form: str,
) -> int:
    from photocat.catalog import Catalog

    text = " ".join(query)
    with Catalog(address) as catalog:
        if count:
            number = catalog.count(text)
            click.echo(number)
            return 0 if number else 1
        found = catalog.search(text, sort=sort, limit=limit or None, offset=offset)
        write_photos((dict(match.record) for match in found), form)
        return 0 if found else 1
