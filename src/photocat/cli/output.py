"""How answers are written: one function for each format, and the columns that people read."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from rich.text import Text

Shape = dict[str, Any]

_UNSAFE = re.compile(
    # C0 and C1 controls; bidirectional controls, zero-width and tag characters (Unicode TR 36).
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
    "|[\ud800-\udfff]"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(text: str) -> str:
    """Text that cannot move a cursor, change direction or hide: such characters become escapes."""
    return _UNSAFE.sub(lambda m: m[0].encode("unicode_escape", "surrogatepass").decode(), text)


def to_json(value: object, *, indent: int | None = None) -> str:
    """Strict JSON in UTF-8: no NaN, no lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode()


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


def write_table(headings: Sequence[str], rows: Iterable[Sequence[str | Quoted]]) -> None:
    """A table for people, as wide as the terminal; numbers stand to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(file=sys.stdout)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, **_column(heading, console.width))
    for row in rows:
        table.add_row(*(_shown(cell, underlined=console.is_terminal) for cell in row))
    console.print(table)


def _column(heading: str, width: int) -> dict[str, Any]:
    """How a column of a table takes less room than it would like."""
    one_line = {"no_wrap": True, "overflow": "ellipsis"}
    match heading:
        case "caption":  # what the others leave, which take some 90 characters where they can
            return one_line | {"max_width": max(width // 5, width - 90)}
        case "place":  # what matters stands first
            return one_line | {"max_width": width // 4}
        case "date":  # broken before the time of day at most
            return {"min_width": len("2016-03-14"), "overflow": "fold"}
    # A path or a digest that does not fit is worth a second line, not an ellipsis.
    return {"justify": "right" if heading in NUMBERS else "left", "overflow": "fold"}


def _shown(cell: str | Quoted, *, underlined: bool) -> Text:
    """A cell; quoted words are underlined where that can be seen, else stand between «»."""
    from rich.text import Text

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
        writer.writerow([_cell(value) for value in row])


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    clean = value.encode("utf-8", "backslashreplace").decode()
    return "'" + clean if clean.startswith(_FORMULA) else clean


NUMBERS = {"id", "size", "distance", "count", "photos"}
"""Headings of columns that hold numbers."""


def when(shape: Shape) -> str:
    """The date as it was stated."""
    date = shape["date_created"]
    return date["edtf"].replace("T", " ") if date else ""


def where(shape: Shape) -> str:
    """The finest place name with its country, or the coordinates."""
    place = shape["location_created"] or shape["location_shown"]
    if not place:
        return ""
    if place["name"]:
        return ", ".join([place["name"], *place["hierarchy"][-1:]])
    return f"{place['lat']:.4f}, {place['lon']:.4f}"


def suppliers(shape: Shape) -> str:
    """Who delivered it."""
    return ", ".join(dict.fromkeys(f["supplier"] for f in shape["files"] if f["supplier"]))


def says(shape: Shape) -> str:
    """Its headline, or the next best words, on one line."""
    text = shape["headline"] or shape["caption"] or shape["title"] or ""
    return " ".join(text.split())


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

CSV_COLUMNS: tuple[tuple[str, Callable[[Shape], object]], ...] = (
    ("id", lambda s: s.get("id")),
    ("sha256", lambda s: s["sha256"]),
    ("path", path),
    ("supplier", suppliers),
    ("match", lambda s: s.get("match")),
    ("format", lambda s: s["format"]),
    ("width", lambda s: s["width"]),
    ("height", lambda s: s["height"]),
    ("date_created", lambda s: (s["date_created"] or {}).get("edtf")),
    ("date_earliest", lambda s: (s["date_created"] or {}).get("earliest")),
    ("date_latest", lambda s: (s["date_created"] or {}).get("latest")),
    ("place", where),
    ("country_code", lambda s: (s["location_created"] or {}).get("country_code")),
    ("lat", lambda s: (s["location_created"] or {}).get("lat")),
    ("lon", lambda s: (s["location_created"] or {}).get("lon")),
    ("headline", lambda s: s["headline"]),
    ("caption", lambda s: s["caption"]),
    ("keywords", lambda s: "; ".join(s["keywords"])),
    ("creator", lambda s: "; ".join(s["creator"])),
    ("credit_line", lambda s: s["credit_line"]),
    ("source", lambda s: s["source"]),
    ("copyright_notice", lambda s: s["copyright_notice"]),
    ("camera", lambda s: s["camera"]),
)
"""What a CSV of photos holds."""


def write_photos(shapes: Iterable[Shape], form: str) -> None:
    """Photos in any format of ``PHOTO_FORMATS``."""
    PHOTO_FORMATS[form](shapes)


def _feature(shape: Shape) -> Shape:
    place = shape["location_created"] or {}
    if place.get("lat") is None:
        place = shape["location_shown"] or {}
    located = place.get("lat") is not None
    return {
        "type": "Feature",
        "id": shape.get("id"),
        "geometry": (
            {"type": "Point", "coordinates": [place["lon"], place["lat"]]} if located else None
        ),
        "properties": {name: value for name, value in shape.items() if name != "id"},
    }


PHOTO_FORMATS: dict[str, Callable[[Iterable[Shape]], None]] = {
    "table": lambda shapes: write_table(
        [heading for heading, _ in COLUMNS],
        ([cell(shape) for _, cell in COLUMNS] for shape in shapes),
    ),
    "json": lambda shapes: write_json(list(shapes)),
    "jsonl": write_jsonl,
    "csv": lambda shapes: write_csv(
        [heading for heading, _ in CSV_COLUMNS],
        ([cell(shape) for _, cell in CSV_COLUMNS] for shape in shapes),
    ),
    # RFC 7946: longitude first; a photo without coordinates is a feature without geometry.
    "geojson": lambda shapes: write_json(
        {"type": "FeatureCollection", "features": [_feature(shape) for shape in shapes]}
    ),
    "paths": lambda shapes: _write_paths(file for shape in shapes for file in shape["files"]),
}
"""How photos may be written."""


def _write_paths(files: Iterable[Shape]) -> None:
    """Exact bytes of every present path, one a line, for other programs."""
    import base64

    out = sys.stdout.buffer
    for file in files:
        if file["state"] == "present":
            exact = file.get("path_base64")
            raw = base64.b64decode(exact) if exact else file["path"].encode()
            out.write(raw + b"\n")
