"""``photocat show``."""

import re
from typing import Any

import click

from photocat.cli import options
from photocat.cli.output import Cell, Quoted, from_here, write_json, write_jsonl, write_table
from photocat.cli.query import argument
from photocat.fields import FIELDS, Kind

Shape = dict[str, Any]

AROUND = 40
"""Characters of a caption that are shown on either side of the words that say so."""


@click.command(
    cls=options.QueryCommand,
    help="Show everything known about photos, named by id, path or digest, or found by a query.\n\n"
    "Where every argument names a photo, these are shown; else the arguments are a query, as in\n"
    "search.",
)
@argument("photos", required=True, metavar="ID|PATH|SHA256…|QUERY")
@options.limit
@click.option("--evidence", is_flag=True, help="Every statement, with the words that say so.")
@click.option("--tags", is_flag=True, help="Every raw tag, by origin.")
@options.format_option("table", "json", "jsonl")
@options.catalog_address
def command(
    address: str, photos: tuple[str, ...], limit: int, evidence: bool, tags: bool, form: str
) -> int:
    from photocat.catalog import Catalog

    with Catalog(address) as catalog:
        named = [catalog.named(photo) for photo in photos]
        ids = [id for id in named if id is not None]
        if len(ids) < len(named):
            if len(photos) == 1 and names_no_query(photos[0]):
                catalog.show(photos[0])  # which says that there is no such photo
            ids = catalog.find(" ".join(photos), limit=limit or None)
        shapes = [catalog.show(id) for id in ids]
    write_shown(shapes, form, evidence=evidence, tags=tags)
    return 0 if shapes else 1


def names_no_query(argument: str) -> bool:
    """Whether an argument that names no photo was meant to: a number, a digest or a path."""
    return "/" in argument or re.fullmatch(r"\d+|[0-9a-f]{40,64}", argument) is not None


def write_shown(shapes: list[Shape], form: str, *, evidence: bool, tags: bool) -> None:
    """Photos in full: one JSON document, lines, or a card each."""
    if form == "json":
        write_json(shapes[0] if len(shapes) == 1 else shapes)
    elif form == "jsonl":
        write_jsonl(shapes)
    else:
        for shape in shapes:
            write_table(["", ""], _card(shape))
            if evidence:
                write_table(["field", "value, and its words", "said by", "sure"], _said(shape))
            if tags:
                write_table(["tag", "value"], ([t["origin"], t["value"]] for t in shape["tags"]))


def _card(shape: Shape) -> list[list[str]]:
    rows = [["photo", f"{shape['id']}"]] if "id" in shape else []
    rows += [["file", _file(file)] for file in shape["files"]]
    size = f"{shape['width']} × {shape['height']}" if shape["width"] else "no picture"
    rows.append(["picture", f"{shape['format']}, {size}"])
    for field in FIELDS:
        value = shape[field.name]
        if value not in (None, []):
            rows.append([field.name.replace("_", " "), _value(value, field.kind)])
    rows += [["relation", _relation(relation)] for relation in shape.get("relations", [])]
    rows.append(["sha256", shape["sha256"]])
    return rows


def _file(file: Shape) -> str:
    supplier = f", from {file['supplier']}" if file["supplier"] else ""
    state = "" if file["state"] == "present" else f" ({file['state']})"
    return f"{from_here(file['path'])}{state}{supplier}"


def _value(value: Any, kind: Kind) -> str:
    if kind is Kind.DATE:
        return f"{value['edtf']}   {value['origin']}: {value['quote']}"
    if kind is Kind.PLACE:
        names = ", ".join(name for name in [value["name"], *value["hierarchy"]] if name)
        point = "" if value["lat"] is None else f"({value['lat']:.5f}, {value['lon']:.5f})"
        return f"{names} {point}".strip() + f"   {value['origin']}"
    if kind is Kind.NUMBER:
        return f"{value:g}"
    return "; ".join(value) if isinstance(value, list) else str(value)


def _relation(relation: Shape) -> str:
    distance = "" if relation["distance"] is None else f", distance {relation['distance']}"
    return (
        f"{relation['first']} is a {relation['relation']} of {relation['second']}"
        f" ({relation['status']}, {relation['confidence']:.2f}{distance})"
    )


def _said(shape: Shape) -> list[list[Cell]]:
    """Every statement; its words and its rule stand below, where they say more."""
    captions = [s for s in shape["statements"] if s["field"] == "caption"]
    rows: list[list[Cell]] = []
    for statement in shape["statements"]:
        value: list[str | Quoted] = [statement["text"]]
        if statement["span"] or statement["quote"] != statement["text"]:
            value.append(_words(statement, captions))
        by: list[str | Quoted] = [statement["origin"]]
        by += ["beside the file"] if statement["scope"] == "file" else []
        by += [statement["rule"]] if statement["rule"] != "text" else []
        rows.append([statement["field"], value, by, f"{statement['confidence']:.2f}"])
    return rows


def _words(statement: Shape, captions: list[Shape]) -> str | Quoted:
    """The words that say so, within the caption that they stand in."""
    quote: str = statement["quote"]
    if statement["span"] is None:
        return quote
    start, end = statement["span"]
    for caption in sorted(captions, key=lambda c: c["scope"] != statement["scope"]):
        text: str = caption["text"]
        if text[start:end] == quote:
            first, last = max(0, start - AROUND), end + AROUND
            before = ("…" if first else "") + text[first:start]
            return Quoted(before, quote, text[end:last] + ("…" if last < len(text) else ""))
    return quote
