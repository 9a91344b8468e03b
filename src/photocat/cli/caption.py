"""``photocat caption``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from photocat.cli.output import Cell, complain, to_json, write_json, write_table

if TYPE_CHECKING:
    from photocat.captions import Context
    from photocat.gazetteer import Gazetteer

Shape = dict[str, Any]


@click.command(
    help="Read a caption as JSON, without a catalog: dates, places, people and credits, each with "
    "the words that say so. - reads it from standard input."
)
@click.argument("text", required=False, metavar="TEXT|-")
@click.option(
    "--lines",
    type=click.File("r", encoding="utf-8", errors="replace"),
    metavar="FILE|-",
    help="Read many: each line a text, or an object with caption, published, document, language, "
    "ids; one JSON line is written for each.",
)
@click.option(
    "--published", metavar="DATE", help="When it was published: lends a year it leaves out."
)
@click.option("--places/--no-places", default=True, help="Look places up in the gazetteer.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), help="Table on a terminal, else JSON."
)
def command(
    text: str | None, lines: Any, published: str | None, places: bool, form: str | None
) -> int:
    if (text is None) == (lines is None):
        raise click.UsageError("Give one caption, or --lines FILE.")
    gazetteer = _gazetteer() if places else None
    if lines is not None:
        return _many(lines, published, gazetteer)
    words = sys.stdin.read() if text == "-" else text or ""
    shape = _read(words, {"published": published}, gazetteer)
    if (form or ("table" if sys.stdout.isatty() else "json")) == "json":
        write_json(shape)
    else:
        write_table(["field", "value, and its words", "rule", "sure"], _rows(shape))
    return 0


def _many(lines: Iterator[str], published: str | None, gazetteer: Gazetteer | None) -> int:
    status = 0
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if not line.strip():
            continue
        try:
            words, given = _asked(line)
            shape = _read(words, {"published": published} | given, gazetteer)
        except (ValueError, click.UsageError) as problem:
            complain(f"line {number}: {problem}")
            shape, status = {"line": number, "problem": str(problem)}, 3
        click.echo(to_json(shape))
    return status


def _asked(line: str) -> tuple[str, Shape]:
    """A line's caption and the context that stands beside it."""
    if line.lstrip()[:1] not in ("{", '"'):
        return line, {}
    try:
        value = json.loads(line)
    except json.JSONDecodeError:
        return line, {}
    if isinstance(value, str):
        return value, {}
    words = value.get("caption", value.get("text")) if isinstance(value, dict) else None
    if not isinstance(words, str):
        raise click.UsageError('an object needs a "caption" that is text')
    return words, value


def _read(words: str, given: Shape, gazetteer: Gazetteer | None) -> Shape:
    from photocat.captions import caption_shape, read_caption

    return caption_shape(read_caption(words, _context(given), gazetteer))


def _context(given: Shape) -> Context:
    from photocat.captions import Context
    from photocat.dates import Edtf
    from photocat.errors import BadDate

    published = given.get("published")
    ids = given.get("ids") or given.get("virin") or ()
    try:
        date = Edtf.parse(published[:10]) if isinstance(published, str) and published else None
    except BadDate as problem:
        raise ValueError(f"published: {problem}") from None
    document = given.get("document")
    language = given.get("language") or given.get("lang")
    return Context(
        published=date,
        document=document if isinstance(document, str) else "",
        language=language if isinstance(language, str) else None,
        ids=(ids,) if isinstance(ids, str) else tuple(str(one) for one in ids),
        body=given.get("body") is True,
    )


def _gazetteer() -> Gazetteer | None:
    from photocat.gazetteer import open_gazetteer

    return open_gazetteer()


def _rows(shape: Shape) -> Iterator[list[Cell]]:
    for field, found in shape.items():
        for one in found if isinstance(found, list) else [found]:
            if one:
                value = str(one.get("edtf") or one.get("name") or one.get("detail") or "")
                words = one.get("quote", "")
                yield [
                    field,
                    [value, words] if words not in ("", value) else value,
                    one.get("rule", one.get("code", "")),
                    f"{one['confidence']:.2f}" if "confidence" in one else "",
                ]
