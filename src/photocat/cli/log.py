"""``photocat log``."""

from typing import Any

import click

from photocat.cli import options
from photocat.cli.changes import told
from photocat.cli.output import write_json, write_jsonl, write_table

Shape = dict[str, Any]


@click.command(
    help="Tell who changed what, and when, latest first.\n\n"
    "With a photo: everything that ever changed what is said of it."
)
@click.argument("photo", required=False, metavar="[ID|PATH|SHA256]")
@click.option("--txn", type=int, help="One transaction, with all its changes.")
@options.limit
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(address: str, photo: str | None, txn: int | None, limit: int, form: str) -> int:
    from photocat.catalog import Catalog

    with Catalog(address) as catalog:
        found = catalog.log(photo, txn=txn, limit=limit or None)
    if form == "json":
        write_json(found)
    elif form == "jsonl":
        write_jsonl(found)
    else:
        write_log(found)
    return 0 if found else 1


def write_log(transactions: list[Shape]) -> None:
    """A row for each transaction, and where they are in full one for each change."""
    rows = []
    for txn in transactions:
        rows.append(
            [
                str(txn["txn"]),
                txn["at"][:19].replace("T", " "),
                txn["who"],
                txn["verb"] + (f" {txn['undoes']}" if txn["undoes"] else ""),
                _what(txn),
            ]
        )
        rows += [
            [
                *("", "", ""),
                f"  photo {c['photo']}" if c["photo"] else "",
                f"{_key(c)}: {told(c['old'])} → {told(c['new'])}",
            ]
            for c in txn.get("changes", ())
        ]
    write_table(["txn", "when (UTC)", "who", "did", "what"], rows)


def _what(txn: Shape) -> str:
    parts = [txn["note"]] if txn["note"] else []
    if txn["counts"]:
        parts += [f"{number:,} {what}" for what, number in txn["counts"].items() if number]
    elif txn["photos"]:
        parts.append(f"{txn['photos']:,} {'photo' if txn['photos'] == 1 else 'photos'}")
    if txn["undone_by"]:
        parts.append(f"undone by {txn['undone_by']}")
    return "; ".join(parts)


def _key(change: Shape) -> str:
    return f"with {change['key']}" if change["what"] == "relation" else str(change["key"])
