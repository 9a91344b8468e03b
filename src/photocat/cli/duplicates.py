"""``photocat duplicates``."""

from typing import Any

import click

from photocat.cli import options
from photocat.cli.output import from_here, write_json, write_jsonl, write_table

Shape = dict[str, Any]


@click.command(
    help="List works: the same picture, whoever delivered it.\n\n"
    "With a query: the works that one of its photos belongs to."
)
@options.query
@click.option(
    "--relation",
    "relations",
    multiple=True,
    type=click.Choice(["same-bytes", "same-pixels", "copy"]),
    help="Only works joined by such a relation; may be repeated.",
)
@click.option("--cross-supplier", is_flag=True, help="Only works that several suppliers delivered.")
@click.option("--pairs", is_flag=True, help="One row for each relation, proposed ones too.")
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(
    address: str,
    query: tuple[str, ...],
    relations: tuple[str, ...],
    cross_supplier: bool,
    pairs: bool,
    form: str,
) -> int:
    from photocat.catalog import Catalog

    with Catalog(address) as catalog:
        ask = catalog.pairs if pairs else catalog.duplicates
        answer = ask(" ".join(query), relations=relations, cross_supplier=cross_supplier)
    if form == "json":
        write_json(answer)
    elif form == "jsonl":
        write_jsonl(answer)
    elif pairs:
        _write_pairs(answer)
    else:
        _write_works(answer)
    return 0 if answer else 1


def _write_works(works: list[Shape]) -> None:
    rows = []
    for work in works:
        listed: set[int] = set()
        for photo in work["photos"]:
            id = photo["id"]
            again = f"same bytes as {id}" if id in listed else ""
            is_what = again or ("best" if id == work["best"] else _relation_of(id, work))
            listed.add(id)
            rows.append(
                [
                    str(work["work"]) if photo is work["photos"][0] else "",
                    str(photo["id"]),
                    is_what,
                    photo["supplier"] or "",
                    from_here(photo["path"]),
                ]
            )
        rows += [
            ["", "", f"{c['field']} differs:", "", " | ".join(map(str, c["values"]))]
            for c in work["conflicts"]
        ]
    write_table(["work", "id", "is", "supplier", "file"], rows)


def _relation_of(photo: int, work: Shape) -> str:
    accepted = [r for r in work["relations"] if r["status"] == "accepted"]
    for relation in accepted:
        if {photo, work["best"]} == {relation["first"], relation["second"]}:
            return f"{relation['relation']} of {work['best']}"
    return ""


def _write_pairs(relations: list[Shape]) -> None:
    headings = ["first", "relation", "second", "distance", "status", "confidence", "method"]
    write_table(
        headings,
        (
            [
                str(r["first"]),
                r["relation"],
                str(r["second"]),
                "" if r["distance"] is None else str(r["distance"]),
                r["status"],
                f"{r['confidence']:.2f}",
                r["method"],
            ]
            for r in relations
        ),
    )
