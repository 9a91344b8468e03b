"""``photocat read``."""

import click

from photocat.cli import options
from photocat.cli.output import complain
from photocat.cli.show import write_shown


@click.command(help="Read files as JSON, without a catalog.")
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE…")
@click.option("--evidence", is_flag=True, help="In a table: every statement with its words.")
@click.option("--tags", is_flag=True, help="In a table: every raw tag, by origin.")
@options.format_option("table", "json", "jsonl")
def command(files: tuple[str, ...], evidence: bool, tags: bool, form: str) -> int:
    from photocat.catalog import read_shape
    from photocat.errors import FileProblem

    shapes, problems = [], 0
    for file in files:
        try:
            shapes.append(read_shape(file))
        except FileProblem as problem:
            problems += 1
            complain(f"{file}: {problem}")
    if shapes:
        write_shown(shapes, form, evidence=evidence, tags=tags)
    return 3 if problems else 0
