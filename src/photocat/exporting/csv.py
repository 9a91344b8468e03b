"""Comma-separated values (RFC 4180), safe for spreadsheets, and read again without loss."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from photocat.exporting.columns import COLUMN, Column, Kind, columns_named
from photocat.exporting.text import from_cell, from_list_cell, to_cell, to_list_cell

if TYPE_CHECKING:
    from photocat.exporting.about import About
    from photocat.store.stream import Described

Shape = dict[str, Any]

BOM = b"\xef\xbb\xbf"
"""By which Excel knows UTF-8."""

_WRITTEN: dict[Kind, Callable[[Any], str]] = {
    "text": to_cell,
    "texts": to_list_cell,
    "number": repr,
}
_READ: dict[Kind, Callable[[str], Any]] = {
    "text": from_cell,
    "texts": from_list_cell,
    "number": lambda cell: float(cell) if set(cell) & set(".en") else int(cell),
}


def written(photos: Iterable[Described], about: About) -> Iterator[bytes]:
    """The table, a row at a time."""
    columns = columns_named(about.columns)
    if about.bom:
        yield BOM
    for line in lines((photo.shape for photo in photos), columns):
        yield line.encode()


def lines(shapes: Iterable[Shape], columns: Sequence[Column]) -> Iterator[str]:
    """Headings, then a record for each photo as answers show it."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")

    def record(cells: Iterable[str]) -> str:
        writer.writerow(cells)
        text = line.getvalue()
        line.seek(0)
        line.truncate()
        return text

    yield record(column.name for column in columns)
    for shape in shapes:
        values = [(column.of(shape), column.kind) for column in columns]
        yield record("" if value is None else _WRITTEN[kind](value) for value, kind in values)


def read_rows(file: TextIO) -> Iterator[dict[str, Any]]:
    """The values of a table that was written here, a photo at a time; None where there was none.

    The file is opened with ``newline=""`` and the encoding ``utf-8-sig``.
    """
    for row in csv.DictReader(file):
        yield {
            name: _READ[COLUMN[name].kind](cell) if cell or COLUMN[name].kind == "texts" else None
            for name, cell in row.items()
        }
