"""``photocat similar``."""

import os
from typing import Any

import click

from photocat.cli import options
from photocat.cli.output import COLUMNS, write_json, write_jsonl, write_table


@click.command(help="Find photos that look like a file or a photo; stores nothing.")
@click.argument("picture", metavar="FILE|ID")
@click.option(
    "--radius",
    type=click.IntRange(0, 32),
    default=10,
    show_default=True,
    help="Largest Hamming distance, of 64 bits.",
)
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(address: str, picture: str, radius: int, form: str) -> int:
    from photocat.catalog import Catalog

    asked = int(picture) if picture.isdecimal() and not os.path.exists(picture) else picture
    with Catalog(address) as catalog:
        found = catalog.similar(asked, radius=radius)
    if form == "json":
        write_json(found)
    elif form == "jsonl":
        write_jsonl(found)
    else:
        # No caption: what looks alike is told apart by who sent it, when, from where.
        columns = [(heading, cell) for heading, cell in COLUMNS if heading != "caption"]
        write_table(
            ["relation", "sure", *(heading for heading, _ in columns)],
            (
                [
                    _relation(shape),
                    f"{shape['confidence']:.0%}" if shape["relation"] else "",
                    *(cell(shape) for _, cell in columns),
                ]
                for shape in found
            ),
        )
    return 0 if found else 1


def _relation(shape: dict[str, Any]) -> str:
    """What the picture that was asked about is to one that was found."""
    name = shape["relation"]
    if name is None:
        return "looks alike"
    turned = ["mirrored"] if shape.get("mirrored") and name != "mirror" else []
    turned += [f"turned {shape['rotation']}°"] if shape.get("rotation") else []
    return ", ".join(
        [f"{name} of it" if shape.get("derived", True) else f"it is a {name}", *turned]
    )
