"""Values to rows and back: what a ``Photo`` is in the tables, and what the tables give again.

A row here lacks what only the writer knows (ids, the transaction); the store puts those in front.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from photocat.dates import Edtf
from photocat.places import Point
from photocat.records import Evidence, ImageFile, PlaceName, Relation, Scope, Statement, Tag
from photocat.store.paths import escape, unescape

Row = tuple[Any, ...]

STATEMENT = (
    *("field", "rank", "text", "origin", "rule", "confidence"),
    *("quote", "span_start", "span_end", "is_date", "place", "lat", "lon", "radius_m"),
)
"""What is kept of a statement, in order; first what each has. The quote is NULL where it is the
text, the text of a date its EDTF, a place the parts of a ``PlaceName`` that the text is not."""


def clean(text: str) -> str:
    """Text as every database can hold it: NUL and lone surrogates become U+FFFD."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def clamp(number: int) -> int:
    """A whole number as 64 bits can hold it: a file may say that it is of the year 9999."""
    return max(-(2**63), min(2**63 - 1, number))


def to_json(value: Any) -> str:
    """One text for one value, whatever the order in which it was put together."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


# --- statements -----------------------------------------------------------------------------------


def statement_row(statement: Statement) -> Row:
    """The values of ``STATEMENT``."""
    evidence, date, point = statement.evidence, statement.date, statement.point
    text = date.text if date else clean(statement.text)
    quote = clean(evidence.quote)
    return (
        *(statement.field, statement.rank, text),
        *(clean(evidence.origin), evidence.rule, evidence.confidence),
        None if quote == text else quote,
        *(evidence.span or (None, None)),
        True if date else None,
        _place_parts(statement.place, text) if statement.place else None,
        *((point.lat, point.lon, point.radius_m) if point else (None, None, None)),
    )


def statement_of(row: Row, scope: Scope, *, denied: bool = False) -> Statement:
    """The statement of ``statement_row``."""
    field, rank, text, origin, rule, confidence, quote, start, end, *rest = row
    is_date, place, lat, lon, radius_m = rest
    span = None if start is None else (start, end)
    return Statement(
        field,
        text,
        Evidence(origin, text if quote is None else quote, rule, span, confidence),
        rank,
        scope,
        _date(text) if is_date else None,
        None if place is None else _place(place, text),
        None if lat is None else Point(lat, lon, radius_m),
        denied,
    )


def said_data(rows: Iterable[Row]) -> bytes:
    """Rows of statements together, as compressed JSON; NULLs at their ends are left out."""
    return zlib.compress(to_json([_trimmed(row) for row in rows]).encode(), 6)


def said_of(data: bytes) -> list[Row]:
    """The rows of ``said_data``."""
    rows = json.loads(zlib.decompress(data))
    return [(*row, *(None,) * (len(STATEMENT) - len(row))) for row in rows]


def _trimmed(row: Row) -> Row:
    end = len(row)
    while row[end - 1] is None:
        end -= 1
    return row[:end]


_date = lru_cache(maxsize=4096)(Edtf.parse)


def _place_parts(place: PlaceName, text: str) -> dict[str, Any]:
    name = clean(place.name)
    parts = {
        "name": None if name == text else name,
        "hierarchy": [clean(part) for part in place.hierarchy] or None,
        "country_code": place.country_code,
    }
    return {key: value for key, value in parts.items() if value is not None}


def _place(parts: dict[str, Any], text: str) -> PlaceName:
    return PlaceName(
        parts.get("name", text), tuple(parts.get("hierarchy", ())), parts.get("country_code")
    )


# --- tags and sidecars ----------------------------------------------------------------------------


def tags_data(tags: Iterable[Tag]) -> bytes:
    """Tags as compressed JSON, in their order."""
    listed = [
        [clean(t.origin), clean(t.value)] + ([] if t.length is None else [t.length]) for t in tags
    ]
    return zlib.compress(to_json(listed).encode(), 6)


def tags_of(data: bytes, scope: Scope) -> list[Tag]:
    """The tags of ``tags_data``."""
    return [
        Tag(origin, value, rest[0] if rest else None, scope)
        for origin, value, *rest in json.loads(zlib.decompress(data))
    ]


def sidecars_text(sidecars: Sequence[ImageFile]) -> str:
    """The files read beside a file, so that a later run sees when one has changed."""
    listed = sorted([escape(s.path), s.size, s.mtime_ns] for s in sidecars)
    return to_json(listed) if listed else "[]"


def sidecars_of(text: str) -> tuple[ImageFile, ...]:
    """The files of ``sidecars_text``."""
    if text == "[]":
        return ()
    return tuple(
        ImageFile(unescape(path), size, mtime_ns) for path, size, mtime_ns in json.loads(text)
    )


# --- relations ------------------------------------------------------------------------------------

RELATION = (
    *("first_id", "second_id", "relation", "distance"),
    *("geometry", "method", "confidence", "status", "decided_by"),
)
"""The columns of ``relation_row``, in order."""


def relation_row(relation: Relation) -> Row:
    """The columns of ``RELATION``."""
    return (
        relation.first,
        relation.second,
        relation.relation,
        relation.distance,
        to_json(dict(relation.geometry)),
        relation.method,
        relation.confidence,
        relation.status,
        relation.decided_by,
    )


def relation_of(row: Row) -> Relation:
    """The relation of a row of ``RELATION``."""
    first, second, name, distance, geometry, method, confidence, status, decided_by = row
    box = json.loads(geometry)
    return Relation(first, second, name, distance, method, confidence, status, box, decided_by)
