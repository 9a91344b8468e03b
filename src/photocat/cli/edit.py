"""``photocat edit``."""

import click

from photocat.cli import options
from photocat.cli.changes import make
from photocat.cli.query import argument
from photocat.errors import UsageError
from photocat.fields import FIELDS

FIELDS_HELP = "\b\nFields:\n" + "\n".join(f"  {f.name:<22} {f.label}" for f in FIELDS)


@click.command(
    cls=options.QueryCommand,
    help="Say something of photos: what you say is believed before everything machines read,\n"
    "and no ingest ever overwrites it.\n\n"
    "\b\n"
    "  field=value    this and nothing else (repeat it for several values)\n"
    "  field+=value   this too\n"
    "  field-=value   not this\n"
    "  field!         nothing at all\n\n"
    "Everything else is the query, as in search. Dates are EDTF (2016, 2016-03, 2016-03-14);\n"
    "a place is 'name, what it lies in, country@latitude,longitude'. What would change is shown,\n"
    "and you are asked.\n\n" + FIELDS_HELP,
)
@argument("words", required=True, metavar="[QUERY] FIELD=VALUE…")
@click.option("--photo", "photos", multiple=True, metavar="ID|PATH|SHA256", help="This photo.")
@click.option("--all", "everything", is_flag=True, help="Every photo there is.")
@options.note
@options.who
@options.dry_run
@options.yes
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(
    address: str,
    words: tuple[str, ...],
    photos: tuple[str, ...],
    everything: bool,
    note: str | None,
    who: str | None,
    dry_run: bool,
    yes: bool,
    form: str,
) -> int:
    from photocat.catalog import Catalog
    from photocat.history import is_edit

    edits = [word for word in words if is_edit(word)]
    query = " ".join(word for word in words if not is_edit(word))
    if not edits:
        raise UsageError("nothing to say: write field=value, field+=value, field-=value or field!")
    if bool(query) + bool(photos) + everything != 1:
        raise UsageError("say which photos: a query, --photo, or --all, and only one of them")
    with Catalog(address, who=who) as catalog:
        asked = photos or query
        return make(
            lambda rehearsing: catalog.edit(asked, edits, note=note, dry_run=rehearsing),
            form,
            yes=yes,
            dry_run=dry_run,
        )
