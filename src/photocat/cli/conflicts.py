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
    rows = []
    for conflict in work["conflicts"]:
        if conflict["gravity"] not in wanted:
            continue
        for value, photo in zip(conflict["values"], conflict["photos"], strict=True):
            by = next(
                d
                for d in work["deliveries"]
                if d["photo"] == photo and d[conflict["field"]] == value
            )
            rows.append(
                [
                    *("", "", "", value, str(photo)),
                    by["supplier"] or "",
                    by["delivered"][:16].replace("T", " "),
                ]
            )
        rows[-len(conflict["values"])][1:3] = [conflict["gravity"], conflict["rule"]]
    rows[0][0] = str(work["work"])
    return rows
