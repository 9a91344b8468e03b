"""``COLUMNS``: what a table of photos holds, a photo in each row.

A date is its EDTF with its bounds beside it, so that none becomes more precise than it was stated.
What cannot be one value in a cell (every statement with its evidence) is in the other formats.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from photocat.errors import UsageError
from photocat.exporting.facts import where
from photocat.exporting.names import path_of

Shape = dict[str, Any]
Kind = Literal["text", "texts", "number"]


@dataclass(frozen=True, slots=True)
class Column:
    """One line of ``COLUMNS``."""

    name: str
    of: Callable[[Shape], Any]
    """Its value for a photo as answers show it; None where there is none."""
    kind: Kind = "text"


def _field(name: str, kind: Kind = "text") -> Column:
    return Column(name, lambda shape: shape[name], kind)


def _part(column: str, field: str, part: str, kind: Kind = "text") -> Column:
    return Column(column, lambda shape: (shape[field] or {}).get(part), kind)


def _evidence(column: str, field: str) -> tuple[Column, ...]:
    parts = ("origin", "quote", "rule")
    texts = [_part(f"{column}_{part}", field, part) for part in parts]
    return (*texts, _part(f"{column}_confidence", field, "confidence", "number"))


def _suppliers(shape: Shape) -> list[str]:
    """Who delivered it."""
    return list(dict.fromkeys(f["supplier"] for f in shape["files"] if f["supplier"]))


def _first_path(shape: Shape) -> str | None:
    """Where it lies: the first present file, else the first there was."""
    files = sorted(shape["files"], key=lambda file: file["state"] != "present")
    return path_of(files[0]) if files else None


BRIEF: tuple[Column, ...] = (
    Column("id", lambda shape: shape.get("id"), "number"),
    _field("sha256"),
    Column("path", _first_path),
    Column("supplier", _suppliers, "texts"),
    Column("match", lambda shape: shape.get("match")),
    _field("format"),
    _field("width", "number"),
    _field("height", "number"),
    _part("date_created", "date_created", "edtf"),
    _part("date_earliest", "date_created", "earliest"),
    _part("date_latest", "date_created", "latest"),
    Column("place", where),
    _part("country_code", "location_created", "country_code"),
    _part("lat", "location_created", "lat", "number"),
    _part("lon", "location_created", "lon", "number"),
    _field("headline"),
    _field("caption"),
    _field("keywords", "texts"),
    _field("creator", "texts"),
    _field("credit_line"),
    _field("source"),
    _field("copyright_notice"),
    _field("camera"),
)
"""What ``search --format csv`` prints."""

COLUMNS: tuple[Column, ...] = (
    *BRIEF,
    _part("radius_km", "location_created", "radius_km", "number"),
    _part("location_created", "location_created", "name"),
    _part("location_created_within", "location_created", "hierarchy", "texts"),
    *_evidence("location_created", "location_created"),
    _part("location_shown", "location_shown", "name"),
    _part("location_shown_within", "location_shown", "hierarchy", "texts"),
    _part("shown_country_code", "location_shown", "country_code"),
    _part("shown_lat", "location_shown", "lat", "number"),
    _part("shown_lon", "location_shown", "lon", "number"),
    _part("shown_radius_km", "location_shown", "radius_km", "number"),
    *_evidence("location_shown", "location_shown"),
    _part("date_utc_offset", "date_created", "utc_offset"),
    *_evidence("date", "date_created"),
    _field("title"),
    _field("caption_writer"),
    _field("creator_title"),
    _field("usage_terms"),
    _field("instructions"),
    _field("job_id"),
    _field("person_shown", "texts"),
    _field("organisation_shown", "texts"),
    _field("event"),
    _field("digital_source_type"),
    _field("alt_text"),
    _field("rating", "number"),
    _field("lens"),
    Column("work", lambda shape: shape.get("work"), "number"),
    Column("paths", lambda shape: [path_of(file) for file in shape["files"]], "texts"),
)
"""Every column there is."""

COLUMN = {column.name: column for column in COLUMNS}
"""The same by name."""


def columns_named(names: Sequence[str]) -> tuple[Column, ...]:
    """Some columns in the order asked for; all where none is named. Raises ``UsageError``."""
    for name in names:
        if name not in COLUMN:
            from difflib import get_close_matches

            close = get_close_matches(name, COLUMN, n=1)
            hint = f"; did you mean {close[0]}?" if close else f"; there are {', '.join(COLUMN)}"
            raise UsageError(f"there is no column {name!r}{hint}")
    if len(set(names)) < len(names):
        raise UsageError(f"a column is named twice: {', '.join(names)}")
    return tuple(COLUMN[name] for name in names) or COLUMNS
