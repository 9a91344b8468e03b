"""``photocat conflicts``."""

from typing import Any

import click

from photocat.cli import options
from photocat.cli.output import write_json, write_jsonl, write_table
from photocat.dedup.conflicts import GRAVITIES, RULES

Shape = dict[str, Any]

RULES_HELP = "\b\nWhat counts, gravest first:\n" + "\n".join(
    f"  {rule.gravity:<8} {rule.field:<17} {rule.meaning}" for rule in RULES
)


@click.command(
    cls=options.QueryCommand,
    help="List pictures whose copies tell different stories, the gravest first: who delivered\n"
    "each, when, and what it says.\n\n" + RULES_HELP,
)
@options.query
@click.option(
    "--gravity",
    type=click.Choice(GRAVITIES),
    default=GRAVITIES[-1],
    show_default=True,
    help="At least so grave.",
)
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(address: str, query: tuple[str, ...], gravity: str, form: str) -> int:
    from photocat.catalog import Catalog

    wanted = GRAVITIES[: GRAVITIES.index(gravity) + 1]
    with Catalog(address) as catalog:
        found = [c for c in catalog.conflicts(" ".join(query)) if c["gravity"] in wanted]
    if form == "json":
        write_json(found)
    elif form == "jsonl":
        write_jsonl(found)
    else:
        write_table(
            ["work", "gravity", "of", "says", "photo", "supplier", "delivered"],
            (row for work in found for row in _rows(work, wanted)),
        )
    return 0 if found else 1


def _rows(work: Shape, wanted: tuple[str, ...]) -> list[list[str]]:
    """A line for each photo that speaks, what several of them say told once."""
    rows: list[list[str]] = []
    for conflict in work["conflicts"]:
        if conflict["gravity"] not in wanted:
            continue
        heading = [conflict["gravity"], conflict["rule"]]
        for value in dict.fromkeys(conflict["values"]):
            for delivery in _saying(value, conflict, work):
                rows.append(["" if rows else str(work["work"]), *heading, value, *delivery])
                heading, value = ["", ""], ""
    return rows


def _saying(value: str, conflict: Shape, work: Shape) -> list[list[str]]:
    """The photos that say one thing: id, supplier, and when it came."""
    return [
        [str(photo), by["supplier"] or "", by["delivered"][:16].replace("T", " ")]
        for photo, said in zip(conflict["photos"], conflict["values"], strict=True)
        if said == value
        for by in work["deliveries"]
        if by["photo"] == photo and by[conflict["field"]] == value
    ]
