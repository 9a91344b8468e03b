"""``FORMATS``: in which forms photos are handed on; each is written by the module of its name."""

from __future__ import annotations

import os
from dataclasses import dataclass

from photocat.errors import UsageError


@dataclass(frozen=True, slots=True)
class Format:
    """One line of ``FORMATS``; ``photocat.exporting.<name>`` writes it."""

    name: str
    help: str
    endings: tuple[str, ...]
    """Of the names of files that are meant to be in it; ``/``: a folder."""
    binary: bool = False
    """Whether it is nothing to look at on a terminal."""
    tags: bool = False
    """Whether raw tags go into it."""


FORMATS: tuple[Format, ...] = (
    Format("csv", "a table for spreadsheets (RFC 4180)", (".csv",)),
    Format("jsonl", "JSON lines: everything, with its evidence", (".jsonl", ".ndjson")),
    Format("geojson", "points on a map (RFC 7946)", (".geojson",)),
    Format("ninjs", "a news item, IPTC ninjs 3.3", (".ninjs", ".ninjs.json")),
    Format("jsonld", "schema.org as JSON-LD", (".jsonld",), tags=True),
    Format("xmp", "a folder of XMP sidecars, as the files lie", ("/",)),
    Format("html", "a contact sheet to look at", (".html", ".htm")),
    Format("parquet", "typed columns (Apache Parquet)", (".parquet",), binary=True),
)
"""Every format, in the order in which help shows them."""

FORMAT = {format.name: format for format in FORMATS}
"""The same by name."""

STANDARD_OUTPUT = "-"


def format_named(name: str) -> Format:
    """The format of a name. Raises ``UsageError`` with the nearest right one."""
    if name not in FORMAT:
        from difflib import get_close_matches

        close = get_close_matches(name, FORMAT, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(FORMAT)}"
        raise UsageError(f"there is no format {name!r}; {hint}")
    return FORMAT[name]


def format_of(target: str) -> Format:
    """The format that the name of a file or folder tells. Raises ``UsageError``."""
    if target.endswith(os.sep) or os.path.isdir(target):
        return FORMAT["xmp"]
    name = os.path.basename(target).lower()
    for format in FORMATS:
        if name.endswith(format.endings):
            return format
    endings = ", ".join(ending for format in FORMATS for ending in format.endings)
    raise UsageError(
        f"{target!r} does not tell its format; say --format {'|'.join(FORMAT)}, "
        f"or let it end in one of {endings}"
    )
