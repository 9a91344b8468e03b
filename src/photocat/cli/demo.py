"""``photocat demo``."""

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
@click.option("--draw-only", is_flag=True, help="Draw the pictures; catalogue nothing.")
def command(folder: Path, draw_only: bool) -> None:
    from photocat.sample import write_gallery

    _say(f"Drawing the sample gallery into {folder}/")
    delivered = write_gallery(folder / "photos")
    homes = {delivery.supplier: delivery.path.parent for delivery in delivered}
    click.echo(f"{len(delivered)} files from {len(homes)} invented agencies")
    if draw_only:
        return
    catalog = folder / "catalog.db"
    for supplier, home in homes.items():
        _run(f"What {supplier} sent", catalog, ["ingest", str(home), "--supplier", supplier])
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
