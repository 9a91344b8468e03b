"""``photocat demo``."""

import os
import shlex
from pathlib import Path

import click

STEPS = (
    ("What the catalog holds", "stats"),
    ("Photos of March 2016: a stated month is found as a month", "search date:2016-03"),
    ("Certainly made in 2024", "search during:2024"),
    ("Made in, or showing, Tartus", "search in:Tartus"),
    ("Words of the caption, with a date", "search 'priest OR chapel date:2018..2019'"),
    ("Within 30 km of a point", "search near:35.40,35.95~30km --limit 5"),
    ("The same picture from several agencies", "duplicates --cross-supplier"),
    ("Why one photo is dated as it is", "show 1 --evidence"),
)
"""What the demo shows, and the command that shows it."""


@click.command(help="Draw a sample gallery, catalogue it and search it.")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("photocat-demo"))
def command(folder: Path) -> None:
    from photocat.sample import write_gallery

    _say(f"Drawing the sample gallery into {folder}/")
    delivered = write_gallery(folder / "photos")
    suppliers = sorted({delivery.supplier for delivery in delivered})
    click.echo(f"{len(delivered)} files from {len(suppliers)} invented agencies")
    catalog = folder / "catalog.db"
    for supplier in suppliers:
        home = os.path.commonpath(
            [Path(d.path).parent for d in delivered if d.supplier == supplier]
        )
        _run(f"Ingest what {supplier} sent", catalog, ["ingest", home, "--supplier", supplier])
    for title, line in STEPS:
        _run(title, catalog, shlex.split(line))
    _say(f"All of it is in {folder}/. Try: photocat --catalog {catalog} search chapel")


def _run(title: str, catalog: Path, arguments: list[str]) -> None:
    from photocat.cli import photocat

    _say(title)
    click.echo(f"$ photocat {shlex.join(arguments)}")
    photocat.main(
        ["--catalog", str(catalog), *arguments, "--format", "table"],
        prog_name="photocat",
        standalone_mode=False,
    )


def _say(title: str) -> None:
    click.echo()
    click.secho(title, bold=True)
