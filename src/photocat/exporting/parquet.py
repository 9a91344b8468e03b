"""Apache Parquet with typed columns, by pyarrow (the extra ``parquet``).

The columns are those of ``COLUMNS``, and beside them every file and every statement with its
evidence. Bounds of dates are timestamps in microseconds without a zone, as dates are readings of a
local clock; a bound that is open, or too far from 1970 for 64 bits, is null.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from photocat.dates.moments import parse_moment
from photocat.errors import UsageError
from photocat.exporting.columns import Column, columns_named
from photocat.exporting.names import path_of

if TYPE_CHECKING:
    from photocat.exporting.about import About
    from photocat.records import Statement
    from photocat.store.stream import Described

Row = dict[str, Any]

ROWS_AT_A_TIME = 1_000
"""In a row group."""

EPOCH = 62_135_596_800_000_000
"""1970 in microseconds since the year 1, from which moments count."""

WHOLE = frozenset(("id", "width", "height", "work"))
BOUNDS = frozenset(("date_earliest", "date_latest"))


def written(photos: Iterable[Described], about: About) -> Iterator[bytes]:
    """The file, a row group at a time. Raises ``UsageError`` without pyarrow."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as problem:
        raise UsageError("Parquet needs pyarrow: pip install 'photocat[parquet]'") from problem
    columns = columns_named(about.columns)
    everything = not about.columns
    schema = _schema(pyarrow, columns, everything)
    sink = io.BytesIO()
    rest = iter(photos)
    with ParquetWriter(sink, schema, compression="zstd") as writer:
        while some := [_row(photo, columns, everything) for photo in islice(rest, ROWS_AT_A_TIME)]:
            writer.write_table(pyarrow.Table.from_pylist(some, schema))
            yield _drained(sink)
    yield _drained(sink)


def _drained(sink: io.BytesIO) -> bytes:
    data = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return data


def _schema(pa: Any, columns: Sequence[Column], everything: bool) -> Any:
    """``pa`` is pyarrow, which is not there to be imported by everyone."""
    text = pa.string()
    types = {"text": text, "texts": pa.list_(text), "number": pa.float64()}
    fields = [(column.name, types[column.kind]) for column in columns]
    fields = [(name, pa.int64() if name in WHOLE else type) for name, type in fields]
    fields = [(name, pa.timestamp("us") if name in BOUNDS else type) for name, type in fields]
    if everything:
        evidence = [("origin", text), ("quote", text), ("rule", text), ("confidence", pa.float64())]
        span = [("span_start", pa.int32()), ("span_end", pa.int32())]
        said = [("field", text), ("text", text), ("rank", pa.int32()), ("scope", text)]
        said += [("denied", pa.bool_()), ("evidence", pa.struct([*evidence, *span]))]
        lies = [("path", text), ("path_bytes", pa.binary()), ("supplier", text), ("state", text)]
        fields += [("files", pa.list_(pa.struct(lies))), ("statements", pa.list_(pa.struct(said)))]
    return pa.schema(fields)


def _row(photo: Described, columns: Sequence[Column], everything: bool) -> Row:
    row = {column.name: _value(column, column.of(photo.shape)) for column in columns}
    if everything:
        row["files"] = [
            {**file, "path": _text(path_of(file)), "path_bytes": os.fsencode(path_of(file))}
            for file in photo.shape["files"]
        ]
        row["statements"] = [_statement(statement) for statement in photo.statements]
    return row


def _value(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.name in BOUNDS:
        return _timestamp(value)
    if column.kind == "number":
        return value
    return _text(value) if column.kind == "text" else [_text(each) for each in value]


def _timestamp(moment: str) -> int | None:
    since = parse_moment(moment) - EPOCH
    return since if since >= -(2**63) else None


def _statement(statement: Statement) -> Row:
    evidence = statement.evidence
    start, end = evidence.span or (None, None)
    return {
        "field": statement.field,
        "text": _text(statement.text),
        "rank": statement.rank,
        "scope": statement.scope,
        "denied": statement.denied,
        "evidence": {
            "origin": _text(evidence.origin),
            "quote": _text(evidence.quote),
            "rule": evidence.rule,
            "confidence": evidence.confidence,
            "span_start": start,
            "span_end": end,
        },
    }


def _text(text: str) -> str:
    """As UTF-8 can hold it: a byte of a path that is not UTF-8 becomes an escape."""
    return text.encode("utf-8", "backslashreplace").decode()
