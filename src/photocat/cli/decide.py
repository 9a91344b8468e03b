"""``photocat decide``."""

from typing import get_args

import click

from photocat.cli import options
from photocat.cli.output import write_json, write_jsonl, write_table
from photocat.records import DecisionName


@click.command(
    help="Decide what a photo is to another, for ever: what A is to B.\n\n"
    "\b\n"
    "  same        one picture, whatever else\n"
    "  crop        A shows part of B\n"
    "  copy        A is B re-encoded or resized\n"
    "  edit        A is B with other tones, a caption bar, a watermark\n"
    "  mirror      A is B mirrored\n"
    "  rotation    A is B turned by a quarter or two\n"
    "  embedded    A is a page, or a screen, that shows B\n"
    "  different   two pictures: never proposed again\n"
    "  sibling     two frames of one scene: never joined\n\n"
    "No ingest changes what was decided; photocat undo takes it back."
)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.argument("decision", type=click.Choice(get_args(DecisionName)))
@options.note
@options.who
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(
    address: str,
    one: str,
    other: str,
    decision: DecisionName,
    note: str | None,
    who: str | None,
    form: str,
) -> None:
    from photocat.catalog import Catalog

    with Catalog(address, who=who) as catalog:
        made = catalog.decide(one, other, decision, note=note)
    if form == "json":
        write_json(made)
    elif form == "jsonl":
        write_jsonl([made])
    else:
        first, second = (str(id) for id in made["ids"])
        works = ", ".join(str(work) for work in sorted(set(made["works"])))
        write_table(
            ["first", "is", "second", "works now"], [[first, made["decision"], second, works]]
        )
    click.echo(f"to take back: photocat undo {made['txn']}", err=True)
