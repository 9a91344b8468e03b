"""``photocat ingest``."""

import os
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from photocat.cli import options
from photocat.cli.output import safe, to_json, write_json, write_jsonl
from photocat.cli.progress import progress

if TYPE_CHECKING:
    from photocat.catalog import Catalog
    from photocat.records import Added

OUTCOMES = ("stored", "known", "skipped", "failed")


@click.command(
    help="Add files and folders to the catalog, which is made if there is none.\n\n"
    "Originals are only read. What is known already is recognised by size and time, and not\n"
    "read again. Every file ends as stored, known, skipped or failed, the last two with a reason."
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH…")
@click.option("--supplier", help="Who delivered these files: AP, Reuters, a desk.")
@click.option(
    "--captions",
    multiple=True,
    type=click.Path(),
    metavar="FILE",
    help="Captions of the photos: CSV, TSV or JSON lines with a row for each, or a gallery's text.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="one a core",
    help="Processes that read.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen; store nothing.")
@click.option("--hidden", is_flag=True, help="Hidden files and folders too.")
@click.option("--follow-symlinks", is_flag=True, help="Follow symbolic links.")
@click.option("--retry", is_flag=True, help="Read again what failed before.")
@click.option("--accept-missing", is_flag=True, help="A folder is meant to be gone, or moved.")
@click.option(
    "--max-pixels", type=int, default=250_000_000, show_default=True, help="Largest picture read."
)
@click.option(
    "--max-bytes", type=int, default=512 * 1024**2, show_default=True, help="Largest file read."
)
@click.option(
    "--features/--no-features", default=True, help="Look for what crops and edits are found by."
)
@click.option("--previews/--no-previews", default=True, help="Keep previews beside the catalog.")
@click.option(
    "--pixels/--no-pixels",
    default=True,
    help="Take the digest that proves files with other tags to be the same picture.",
)
@click.option("--timeout", type=float, default=20.0, show_default=True, help="Seconds a file.")
@click.option("--memory", type=int, default=1536, show_default=True, help="MiB a process.")
@options.who
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(
    address: str,
    /,
    paths: tuple[str, ...],
    supplier: str | None,
    who: str | None,
    form: str,
    **choices: Any,
) -> int:
    from photocat.catalog import Catalog
    from photocat.ingest import IngestOptions

    reading = IngestOptions(**choices)
    # Closed at once when interrupted, so that what was read by then is committed.
    with (
        Catalog.init(address, who=who) as catalog,
        closing(catalog.add(paths, supplier=supplier, options=reading)) as stream,
    ):
        return told(catalog, stream, form)


def told(catalog: "Catalog", stream: "Iterable[Added]", form: str) -> int:
    """Tell what becomes of files, and where stories of copies differ; the exit status."""
    counts, files = _report(stream, form)
    for alarm in catalog.alarms:
        _warn(alarm)
    if kept := catalog.kept_by_readers:
        click.echo(
            f"{kept / 1e6:,.0f} MB of changes stand beside the catalog (-wal), as somebody has"
            " been reading it all the while; they are carried over when that has ended",
            err=True,
        )
    if form == "jsonl":
        write_jsonl({"conflict": alarm} for alarm in catalog.alarms)
        click.echo(to_json({"summary": counts}))
    elif form == "json":
        write_json({"files": files, "conflicts": catalog.alarms, "summary": counts})
    else:
        click.echo(", ".join(f"{counts[outcome]:,} {outcome}" for outcome in OUTCOMES))
    return 3 if counts["failed"] else 0


def _report(stream: "Iterable[Added]", form: str) -> tuple[dict[str, int], list[object]]:
    """The counts, and for ``json`` every file."""
    counts: Counter[str] = Counter(dict.fromkeys(OUTCOMES, 0))
    collected: list[object] = []
    with progress() as show:
        for added in stream:
            counts[added.outcome] += 1
            show(", ".join(f"{counts[outcome]:,} {outcome}" for outcome in OUTCOMES))
            if form == "jsonl":
                click.echo(to_json(added_shape(added)))
            elif form == "json":
                collected.append(added_shape(added))
            elif added.outcome == "failed" or (added.outcome == "stored" and added.code):
                outcome = "failed" if added.outcome == "failed" else "stored with a warning"
                click.echo(f"{outcome}: {safe(added.path)}: {safe(added.reason or '')}", err=True)
    return dict(counts), collected


def _warn(alarm: dict[str, Any]) -> None:
    """One line on a picture that comes with another story than it had."""
    stories = "; ".join(
        f"{conflict['field']} {' | '.join(dict.fromkeys(conflict['values']))}"
        for conflict in alarm["conflicts"]
        if conflict["gravity"] == "grave"
    )
    first = alarm["first"]
    here = f"first here {first['delivered'][:10]} as photo {first['photo']}"
    by = f" from {first['supplier']}" if first["supplier"] else ""
    click.echo(safe(f"conflict: work {alarm['work']}: {stories} ({here}{by})"), err=True)


def added_shape(added: "Added") -> dict[str, object]:
    """What became of one file, as a JSON line."""
    from photocat.shapes import file_shape

    where = file_shape(added.path, None, "")
    named = {key: where[key] for key in ("path", "path_base64") if key in where}
    return named | {
        "outcome": added.outcome,
        "id": added.id,
        "code": added.code,
        "reason": added.reason,
    }
