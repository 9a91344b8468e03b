"""``photocat duplicates``."""

from typing import Any, TextIO, get_args

import click

from photocat.cli import options
from photocat.cli.output import from_here, write_json, write_jsonl, write_table
from photocat.dedup.best import CRITERIA
from photocat.dedup.plan import plan as plan_of
from photocat.errors import UsageError
from photocat.records import RelationName

Shape = dict[str, Any]

CRITERIA_HELP = "\b\nThe best copy is, in this order:\n" + "\n".join(
    f"  {criterion.name:<17} {criterion.meaning}" for criterion in CRITERIA
)


@click.command(
    cls=options.QueryCommand,
    help="List works: the same picture, whoever delivered it.\n\n"
    "With a query: the works that one of its photos belongs to.\n\n" + CRITERIA_HELP,
)
@options.query
@click.option(
    "--relation",
    "relations",
    multiple=True,
    type=click.Choice(get_args(RelationName)),
    help="Only works joined by such a relation; may be repeated.",
)
@click.option("--cross-supplier", is_flag=True, help="Only works that several suppliers delivered.")
@click.option("--best", metavar="NAME,…", help="By what the best copy is told, first things first.")
@click.option("--pairs", is_flag=True, help="One row for each relation, proposed ones too.")
@click.option("--plan", is_flag=True, help="What could be freed; nothing is deleted.")
@click.option(
    "--html",
    type=click.File("w", encoding="utf-8", lazy=True, atomic=True),
    metavar="FILE",
    help="Write a contact sheet: copies side by side, crops, differences, disagreements.",
)
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(
    address: str,
    query: tuple[str, ...],
    relations: tuple[str, ...],
    cross_supplier: bool,
    best: str | None,
    pairs: bool,
    plan: bool,
    html: TextIO | None,
    form: str,
) -> int:
    from photocat.catalog import Catalog
    from photocat.cli.sheet import sheet

    if pairs + plan + (html is not None) > 1:
        raise UsageError("--pairs, --plan and --html are three answers; ask for one")
    text = " ".join(query)
    with Catalog(address) as catalog:
        if pairs:
            answer = catalog.pairs(text, relations=relations, cross_supplier=cross_supplier)
        else:
            answer = catalog.duplicates(
                text,
                relations=relations,
                cross_supplier=cross_supplier,
                best=best.split(",") if best else (),
            )
        if html is not None:
            html.writelines(sheet(catalog, answer))
            return 0 if answer else 1
    if plan:
        answer = plan_of(answer, relations)
    if form == "json":
        write_json(answer)
    elif form == "jsonl":
        write_jsonl(answer)
    elif pairs:
        _write_pairs(answer)
    elif plan:
        _write_plan(answer)
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
        if work["best_reason"]:
            rows.append(["", "", "", "best:", work["best_reason"]])
        rows += [
            [
                "",
                "",
                f"{c['gravity']}:",
                f"{c['field']} differs",
                " | ".join(dict.fromkeys(c["values"])),
            ]
            for c in work["conflicts"]
            if c["gravity"] != "slight"
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


def _write_plan(plan: list[Shape]) -> None:
    rows = []
    for work in plan:
        rows.append([str(work["work"]), "keep", "", from_here(work["keep"]["path"])])
        rows += [
            ["", f"free ({file['relation']})", f"{file['bytes']:,}", from_here(file["path"])]
            for file in work["free"]
        ]
    write_table(["work", "what", "bytes", "file"], rows)
    total = sum(work["bytes"] for work in plan)
    number = sum(len(work["free"]) for work in plan)
    click.echo(f"{total:,} bytes in {number:,} files could be freed; nothing was deleted", err=True)
