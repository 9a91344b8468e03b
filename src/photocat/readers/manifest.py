"""Manifests: one table that speaks for many photos, as CSV, TSV or JSON lines.

A row belongs to a photo by the path or name in one of its columns: ``sub/photo.jpg`` to files whose
path ends so, ``photo.jpg`` to files of that name, ``photo`` to files of that stem; the longest
agreement wins. Columns are known by many names (``COLUMNS``); those that are not are kept as tags.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import PurePath
from typing import Any

from photocat.fields import FIELDS
from photocat.readers.blocks import Tags, damaged
from photocat.readers.charsets import decode, text_tag
from photocat.readers.json_tags import json_tags
from photocat.records import Note, Tag

NAME = "Manifest"
ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")
STEMS = ("manifest", "captions", "metadata", "photos", "images", "pictures", "index", "iptc")
"""Names under which a manifest is found beside photos; another is given by hand."""

MAX_NOTES = 20
"""Notes on one manifest that are kept."""

MAX_ROWS = 500_000
"""Rows of one manifest that are read."""

MAX_TWINS = 100
"""Rows that name one and the same file, of which the first are heard."""

_NAMES: dict[str, tuple[str, ...]] = {
    "file": (
        *("file", "filename", "file_name", "path", "filepath", "file_path", "source_file"),
        *("image", "image_file", "photo", "picture", "asset", "name", "original_filename"),
    ),
    "headline": ("head line", "kopfzeile"),
    "title": ("object name", "objectname", "slug", "slugline"),
    "caption": (
        *("caption abstract", "abstract", "description", "image description", "text"),
        *("bildtext", "bildunterschrift", "legende", "légende", "leyenda", "подпись"),
    ),
    "caption_writer": ("writer", "writer editor", "description writer"),
    "keywords": ("keyword", "tags", "subject", "subjects", "schlagworte", "mots clés"),
    "creator": ("by line", "byline", "by", "photographer", "author", "artist", "fotograf"),
    "creator_title": ("by line title", "byline title", "authors position", "job title"),
    "credit_line": ("credit",),
    "source": ("agency", "quelle"),
    "copyright_notice": ("copyright", "rights", "(c)"),
    "usage_terms": ("usage", "terms", "restrictions", "license", "licence"),
    "instructions": ("special instructions", "instruction", "ed note", "editors note"),
    "job_id": (
        *("transmission reference", "original transmission reference", "otr", "job identifier"),
        *("supplier id", "suppliers reference"),
    ),
    "date_created": (
        *("date", "created", "date taken", "taken", "capture date", "date time original"),
        *("datetime", "create date", "creation date", "shot date", "aufnahmedatum", "edtf"),
    ),
    "time_created": ("time", "time taken", "capture time"),
    "sublocation": ("sub location", "location", "place", "venue", "ort"),
    "city": ("town", "stadt", "ville", "ciudad"),
    "state": ("province", "province state", "state province", "region", "bundesland"),
    "country": ("country name", "country primary location name", "land", "pays", "país"),
    "country_code": ("iso country code", "country iso", "iso"),
    "latitude": ("lat", "gps latitude"),
    "longitude": ("lon", "lng", "long", "gps longitude"),
    "location_shown": ("location shown in the image", "place shown"),
    "person_shown": ("person", "persons", "people", "person in image", "persons shown"),
    "organisation_shown": ("organisation", "organization", "organisations"),
    "event": ("event name",),
    "digital_source_type": (),
    "alt_text": ("alt",),
    "rating": ("stars",),
}
_WORD = re.compile(r"[\W_]+")


def _folded(column: str) -> str:
    return _WORD.sub("", column.lower())


COLUMNS: dict[str, str] = {
    _folded(name): meant
    for meant, names in (
        *_NAMES.items(),
        *((field.name, (field.label,)) for field in FIELDS if field.name in _NAMES),
    )
    for name in (meant, *names)
}
"""What a column means, by its name in lower case without spaces and signs."""

_LISTS = {"keywords", "person_shown", "organisation_shown", "creator"}
"""Columns that keep several values in one cell, between semicolons or bars."""
_SEVERAL = re.compile(r"[;|]")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A table, read once for all the photos that it speaks for."""

    rows: tuple[list[str] | str, ...] = ()
    """Cells, or lines of JSON: made a mapping only where asked for, since most are for others."""
    header: tuple[str, ...] = ()
    by_name: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Positions of rows by the last part of what they name, in lower case."""
    notes: tuple[Note, ...] = ()

    def row(self, position: int) -> Row:
        """Values by column."""
        row = self.rows[position]
        return _object(row) if isinstance(row, str) else dict(_cells(self.header, row))


def read_manifest(data: bytes, name: str) -> Manifest:
    """The rows of a manifest; what cannot be read becomes a note. Never raises."""
    shown = PurePath(name).name
    rows: list[list[str] | str] = []
    notes: list[Note] = []
    header: tuple[str, ...] = ()
    text = decode(data.removeprefix(b"\xef\xbb\xbf"), _encoding(data)).text
    try:
        if name.lower().endswith((".jsonl", ".ndjson")):
            lines = (line for line in text.split("\n") if line.strip())
            rows += islice(lines, MAX_ROWS + 1)
        else:
            table = _table(text, name)
            header = tuple(column.strip() for column in next(table, []))
            rows += islice((row for row in table if any(row)), MAX_ROWS + 1)
    except csv.Error as problem:
        notes.append(damaged(f"{shown}: row {len(rows) + 2}: {problem}"))
    if len(rows) > MAX_ROWS:
        notes.append(damaged(f"{shown}: more than {MAX_ROWS} rows, the rest is not read"))
        rows.pop()
    by_name: dict[str, list[int]] = {}
    manifest = Manifest(tuple(rows), header, by_name)
    for position in range(len(rows)):
        try:
            row = manifest.row(position)
        except (ValueError, RecursionError) as problem:
            notes.append(damaged(f"{shown}: line {position + 1}: {problem}"))
            continue
        for path in _paths(row):
            named = by_name.setdefault(path[-1], [])
            if len(named) < MAX_TWINS:
                named.append(position)
    return replace(manifest, notes=tuple(notes[:MAX_NOTES]))


def row_tags(
    manifest: Manifest, path: str, name: str = ""
) -> tuple[tuple[Tag, ...], tuple[Note, ...]]:
    """What a manifest of this name says of the photo at a path: ``Manifest caption[Bildtext]``.

    Several rows that fit equally well are all heard, with a note.
    """
    rows = _rows_of(manifest, path)
    tags: list[Tag] = []
    notes: list[Note] = []
    if len(rows) > 1:
        notes.append(damaged(f"{name}: {len(rows)} rows for {PurePath(path).name}"))
    for row in rows:
        for column, value in row.items():
            for item in _cell_tags(str(column), value):
                if isinstance(item, Note):
                    notes.append(item)
                else:
                    tags.append(item)
    return tuple(tags), tuple(notes)


def _cell_tags(column: str, value: Any) -> Tags:
    meant = COLUMNS.get(_folded(column))
    origin = f"{meant}[{column}]" if meant else column
    if not isinstance(value, str):
        yield from json_tags(NAME, {origin: value})
        return
    for one in _SEVERAL.split(value) if meant in _LISTS else [value]:
        if one.strip():
            yield text_tag(f"{NAME} {origin}", one.strip() if meant in _LISTS else one, "file")


def _rows_of(manifest: Manifest, path: str) -> list[Row]:
    """The rows that agree with most of a path; the whole name before the stem alone."""
    parts = tuple(part.lower() for part in PurePath(path).parts)
    whole, stem = parts[-1:], (PurePath(parts[-1]).stem,) if parts else ()
    for last in (whole, stem):
        best: list[Row] = []
        most = 0
        for position in dict.fromkeys(manifest.by_name.get("".join(last), ())):
            row = manifest.row(position)
            agreed = max(_agreement((*parts[:-1], *last), named) for named in _paths(row))
            if agreed > most:
                best, most = [row], agreed
            elif agreed == most and agreed:
                best.append(row)
        if best:
            return best
    return []


def _agreement(parts: tuple[str, ...], named: tuple[str, ...]) -> int:
    """How many parts a row names, if the path ends with all of them."""
    return len(named) if parts[-len(named) :] == named else 0


def _paths(row: Row) -> list[tuple[str, ...]]:
    """What a row names as its file: the parts of each path, in lower case."""
    named = []
    for column, value in row.items():
        if isinstance(value, str) and COLUMNS.get(_folded(str(column))) == "file":
            parts = value.strip().lower().replace("\\", "/").split("/")
            if path := tuple(part for part in parts if part not in ("", ".")):
                named.append(path)
    return named


def _encoding(data: bytes) -> str | None:
    return "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else None


def _object(line: str) -> Row:
    """One line of JSON lines; what is no object has no columns."""
    value = json.loads(line)
    return value if isinstance(value, dict) else {}


def _table(text: str, name: str) -> Iterator[list[str]]:
    head = text.partition("\n")[0]
    delimiter = "\t" if name.lower().endswith(".tsv") else max(",;\t|", key=head.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _cells(header: Sequence[str], row: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Cells under their columns; one without a heading goes by its number, twins as well."""
    seen: set[str] = set()
    for number, cell in enumerate(row, 1):
        column = header[number - 1] if number <= len(header) else ""
        column = column if column and column not in seen else f"{column} {number}".strip()
        seen.add(column)
        if cell.strip():
            yield column, cell
