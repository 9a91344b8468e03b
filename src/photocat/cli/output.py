"""How answers are written: one function for each format, and the columns that people read."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from photocat.exporting.columns import BRIEF
from photocat.exporting.csv import lines as csv_lines
from photocat.exporting.facts import says as says
from photocat.exporting.facts import suppliers as suppliers
from photocat.exporting.facts import when as when
from photocat.exporting.facts import where as where
from photocat.exporting.geojson import feature
from photocat.exporting.text import safe as safe
from photocat.exporting.text import to_cell
from photocat.exporting.text import to_json as to_json

if TYPE_CHECKING:
    from rich.text import Text

Shape = dict[str, Any]


def complain(message: str) -> None:
    """Words for people, on stderr; lines stay lines, nothing else acts."""
    click.echo("\n".join(map(safe, message.split("\n"))), err=True)


def write_json(value: object) -> None:
    """One document."""
    click.echo(to_json(value, indent=2))


def write_jsonl(values: Iterable[object]) -> None:
    """One line for each value, as it comes."""
    for value in values:
        click.echo(to_json(value))


class Quoted(NamedTuple):
    """Words, and the text that they stand in."""

    before: str
    words: str
    after: str


Cell = str | Quoted | list[str | Quoted]
"""What stands in a table: a text, or one below the other."""


def write_table(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """A table for people, as wide as the terminal; numbers stand to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(file=sys.stdout)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    shown = [[_shown(cell, underlined=console.is_terminal) for cell in row] for row in rows]
    longest = [
        max(len(line) for text in (heading, *(c.plain for c in cells)) for line in text.split("\n"))
        for heading, *cells in zip(headings, *shown, strict=True)
    ]
    for heading, column in _columns(dict(zip(headings, longest, strict=True)), console.width):
        table.add_column(heading, **column)
    for cells in shown:
        table.add_row(*cells)
    console.print(table)


def _columns(longest: dict[str, int], width: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """How each column of a table takes less room than it would like, by their longest cells."""
    one_line = {"no_wrap": True, "overflow": "ellipsis"}
    most = {"place": min(width // 4, max(16, width - 75)), "caption": 0}
    others = sum(min(length, most.get(heading, length)) + 3 for heading, length in longest.items())
    for heading, length in longest.items():
        match heading:
            case "caption":  # what the others leave
                yield heading, one_line | {"max_width": max(width // 8, width - others)}
            case "place":  # what matters stands first
                yield heading, one_line | {"max_width": most["place"]}
            case "field":  # a name to type in a query
                yield heading, {"no_wrap": True}
            case "file":  # a name that would fit stays in one piece
                yield heading, {"min_width": min(length, width // 4), "overflow": "fold"}
            case "date":  # broken before the time of day at most
                yield heading, {"min_width": min(length, len("2016-03-14")), "overflow": "fold"}
            case _:  # a path or a digest that does not fit is worth a second line
                justify = "right" if heading in NUMBERS else "left"
                yield heading, {"justify": justify, "overflow": "fold"}


def _shown(cell: Cell, *, underlined: bool) -> Text:
    """A cell; quoted words are underlined where that can be seen, else stand between «»."""
    from rich.text import Text

    if isinstance(cell, list):
        return Text("\n").join(_shown(line, underlined=underlined) for line in cell)
    if isinstance(cell, str):
        return Text(safe(cell))
    before, words, after = map(safe, cell)
    if underlined:
        return Text.assemble(before, (words, "underline"), after)
    return Text(f"{before}«{words}»{after}")


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Comma-separated values (RFC 4180) that no spreadsheet takes for a formula (OWASP)."""
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([to_cell(value) if isinstance(value, str) else value for value in row])


NUMBERS = {"id", "size", "distance", "count", "photos"}
"""Headings of columns that hold numbers."""


def from_here(path: str) -> str:
    """A path as one would type it: from the current folder where it lies below."""
    here = os.path.join(os.getcwd(), "")
    return path.removeprefix(here)


def path(shape: Shape) -> str:
    """The first present file, else the first."""
    files = sorted(shape["files"], key=lambda f: f["state"] != "present")
    return files[0]["path"] if files else ""


COLUMNS: tuple[tuple[str, Callable[[Shape], str]], ...] = (
    ("id", lambda shape: str(shape.get("id", ""))),
    ("date", when),
    ("place", where),
    ("supplier", suppliers),
    ("caption", says),
    ("file", lambda shape: path(shape).rsplit("/", 1)[-1]),
)
"""What a table of photos shows."""


def write_photos(shapes: Iterable[Shape], form: str) -> None:
    """Photos in any format of ``PHOTO_FORMATS``."""
    PHOTO_FORMATS[form](shapes)


PHOTO_FORMATS: dict[str, Callable[[Iterable[Shape]], None]] = {
    "table": lambda shapes: write_table(
        [heading for heading, _ in COLUMNS],
        ([cell(shape) for _, cell in COLUMNS] for shape in shapes),
    ),
    "json": lambda shapes: write_json(list(shapes)),
    "jsonl": write_jsonl,
    "csv": lambda shapes: sys.stdout.writelines(csv_lines(shapes, BRIEF)),
    "geojson": lambda shapes: write_json(
        {"type": "FeatureCollection", "features": [feature(shape) for shape in shapes]}
    ),
    "paths": lambda shapes: _write_paths(file for shape in shapes for file in shape["files"]),
}
"""How photos may be written."""


def _write_paths(files: Iterable[Shape]) -> None:
    """Exact bytes of every present path, one a line, for other programs; for people safe ones."""
    import base64

    if sys.stdout.isatty():
        for file in files:
            if file["state"] == "present":
                click.echo(safe(file["path"]))
        return
    out = sys.stdout.buffer
    for file in files:
        if file["state"] == "present":
            exact = file.get("path_base64")
            raw = base64.b64decode(exact) if exact else file["path"].encode()
            out.write(raw + b"\n")
