"""``photocat search``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

import click

from photocat.cli import options
from photocat.cli.explained import write_explained
from photocat.cli.output import (
    PHOTO_FORMATS,
    safe,
    write_json,
    write_jsonl,
    write_photos,
    write_table,
)
from photocat.cli.query import FIELDS_HELP
from photocat.errors import UsageError
from photocat.query import SORTS, Query, Sort

if TYPE_CHECKING:
    from photocat.catalog import Catalog

SORTS_HELP = "\b\nOrders, behind certain before possible:\n" + "\n".join(
    f"  {sort:<12} {meaning}" for sort, meaning in SORTS.items()
)


@click.command(
    cls=options.QueryCommand,
    help="Find photos by words, date, place and more.\n\n"
    'Words and "phrases" are looked for in captions, headlines and keywords; -word excludes,\n'
    "OR and parentheses combine, @name is a saved search. An empty query finds everything.\n"
    "Every search field is an option as well: --in Latakia is in:Latakia.\n\n"
    + FIELDS_HELP
    + "\n\n"
    + SORTS_HELP,
)
@options.query
@options.limit
@click.option("--offset", type=click.IntRange(min=0), default=0, help="Skip so many.")
@click.option(
    "--following", type=int, metavar="ID", help="The answers behind this one: the next page."
)
@click.option("--sort", type=click.Choice(list(SORTS)), default="date", help="See below.")
@click.option("--count", is_flag=True, help="Print only how many there are.")
@click.option("--explain", is_flag=True, help="Tell how the query was understood.")
@click.option(
    "--facets",
    metavar="NAME,…",
    help="Count by supplier, year, country, place, creator, camera, format, relation.",
)
@click.option("--histogram", is_flag=True, help="Count by date.")
@click.option(
    "--html",
    type=click.File("w", encoding="utf-8", lazy=True, atomic=True),
    metavar="FILE",
    help="Write a page to look at: dates, map, facets and pictures.",
)
@click.option("--save", metavar="NAME", help="Keep the query as @NAME.")
@click.option("--saved", is_flag=True, help="List saved searches.")
@click.option("--forget", metavar="NAME", help="Keep a saved search no longer.")
@options.format_option(*PHOTO_FORMATS)
@options.catalog_address
def command(
    address: str,
    /,
    query: tuple[str, ...],
    limit: int,
    offset: int,
    following: int | None,
    sort: Sort,
    form: str,
    html: TextIO | None,
    save: str | None,
    forget: str | None,
    **asked: Any,
) -> int:
    from photocat.catalog import Catalog

    answers = [name for name in ("count", "explain", "facets", "histogram", "saved") if asked[name]]
    answers += ["html"] if html else []
    if len(answers) > 1:
        raise UsageError(f"--{answers[0]} and --{answers[1]} are two answers; ask for one")
    text = " ".join(query)
    with Catalog(address) as catalog:
        understood = catalog.read_query(text)
        _warn(understood)
        if forget is not None:
            catalog.forget_search(forget)
        if save is not None:
            catalog.save_search(save, text)
        if forget is not None or (save is not None and not answers):
            return 0
        match answers:
            case ["count"]:
                return _count(catalog, understood)
            case ["explain"]:
                return write_explained(catalog.explain(understood), form)
            case ["facets"]:
                names = asked["facets"].split(",")
                return _facets(catalog, understood, names, limit or None, form)
            case ["histogram"]:
                return _histogram(catalog, understood, form)
            case ["saved"]:
                return _saved(catalog, form)
            case ["html"]:
                from photocat.cli.page import page

                assert html is not None  # noqa: S101
                html.writelines(page(catalog, understood, sort, limit or None))
                return 0 if catalog.count(understood) else 1
        found = catalog.search(
            understood, sort=sort, limit=limit or None, offset=offset, following=following
        )
        write_photos((dict(match.record) for match in found), form)
        return 0 if found else 1


def _warn(query: Query) -> None:
    """Say which places the gazetteer does not know, and so are words among others."""
    for term in query.terms:
        for place in term.meant:
            if not place.ids:
                near = f" (did you mean {place.nearest}?)" if place.nearest else ""
                told = f"the gazetteer knows no place {place.asked!r}{near}"
                click.echo(safe(f"{told}; names as stated were searched"), err=True)


def _count(catalog: Catalog, query: Query) -> int:
    number = catalog.count(query)
    click.echo(number)
    return 0 if number else 1


def _facets(
    catalog: Catalog, query: Query, names: Sequence[str], most: int | None, form: str
) -> int:
    counted = catalog.facets(query, names, most=most)
    if form == "json":
        write_json(counted)
    else:
        rows = [
            {"facet": facet, "value": value, "photos": count}
            for facet, values in counted.items()
            for value, count in values.items()
        ]
        _write_rows(rows, ["facet", "value", "photos"], form)
    return 0 if any(counted.values()) else 1


def _histogram(catalog: Catalog, query: Query, form: str) -> int:
    told = catalog.histogram(query)
    if form == "json":
        write_json(told)
    else:
        counts = told["counts"] | told["vague"]
        rows = [{"date": date, "photos": count} for date, count in sorted(counts.items())]
        rows += [{"date": "undated", "photos": told["undated"]}] if told["undated"] else []
        _write_rows(rows, ["date", "photos"], form)
    return 0 if told["counts"] or told["vague"] or told["undated"] else 1


def _saved(catalog: Catalog, form: str) -> int:
    saved = catalog.saved_searches()
    if form == "json":
        write_json(saved)
    else:
        _write_rows(saved, ["name", "query", "who", "at"], form)
    return 0 if saved else 1


def _write_rows(rows: Sequence[dict[str, Any]], headings: list[str], form: str) -> None:
    if form == "table":
        write_table(headings, ([_cell(row[heading]) for heading in headings] for row in rows))
    elif form == "csv":
        from photocat.cli.output import write_csv

        write_csv(headings, ([row[heading] for heading in headings] for row in rows))
    else:
        write_jsonl(rows)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
