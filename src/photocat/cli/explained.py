"""How a query was understood, told to people."""

from __future__ import annotations

from typing import Any

import click

from photocat.cli.output import safe, write_json, write_jsonl

Shape = dict[str, Any]

MOST_NAMED = 5
"""Namesakes of a place that are listed."""


def write_explained(explained: Shape, form: str) -> int:
    """The answer of ``Catalog.explain``; the exit status."""
    if form == "json":
        write_json(explained)
    elif form != "table":
        write_jsonl([explained])
    else:
        for term in explained["terms"]:
            _write_term(term)
        if len(explained["terms"]) > 1:
            click.echo(safe(f"together: {explained['means']}"))
        click.echo(f"{explained['photos']:,} photos answer")
    return 0 if explained["photos"] else 1


def _unknown(place: Shape) -> str:
    near = f"; did you mean {place['nearest']}?" if place["nearest"] else ""
    return f"none of that name in the gazetteer: words alone{near}"


def _write_term(term: Shape) -> None:
    within = f" (in @{term['within']})" if term["within"] else ""
    click.secho(safe(f"{term['text']}{within}"), bold=True)
    lines = [("means", term["means"])]
    for place in term["places"]:
        lines.append(("place", place["name"] or _unknown(place)))
        lines += [
            ("not", f"{other['name']}: write in:{other['id']}")
            for other in place["others"][:MOST_NAMED]
        ]
    lines += [("found by", term["served_by"]), ("photos", f"{term['photos']:,}")]
    for name, value in lines:
        click.echo(f"  {name:<9} {safe(value)}")
