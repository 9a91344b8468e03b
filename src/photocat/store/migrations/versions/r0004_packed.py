"""Statements packed: what was said of a photo in one place at one time is one row."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from itertools import groupby, islice
from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, LargeBinary, Text, text
from sqlalchemy.dialects.postgresql import TEXT as PG_TEXT

revision = "0004"
down_revision = "0003"

WHOLE = BigInteger().with_variant(Integer(), "sqlite")
TEXT = Text().with_variant(PG_TEXT(collation="C"), "postgresql")

KEPT = ("field", "rank", "text", "origin", "rule", "confidence", "quote", "span_start", "span_end")
POINT = ("lat", "lon", "radius_m")
TOGETHER = ("photo_id", "file_id", "txn_id")
AT_ONCE = 2_000
PUT = text(
    "INSERT INTO packed (id, photo_id, file_id, said, status, txn_id)"
    " VALUES (:id, :photo_id, :file_id, :said, :status, :txn_id)"
)


def upgrade() -> None:
    """Rows get their seals, and the tables of words their rows, afterwards
    (``photocat.store.versions``)."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    pack_statements(op.get_bind())
    pack_log(op.get_bind())
    indexes()
    words(sqlite)


def pack_statements(connection: Connection) -> None:
    """By way of a table that is dropped again: constraints keep the names of a new catalog."""
    op.create_table(
        "packed",
        *(Column(name, WHOLE) for name in ("id", *TOGETHER)),
        Column("said", LargeBinary()),
        Column("status", TEXT),
    )
    every = text("SELECT * FROM statements ORDER BY id")
    rows = connection.execute(every.execution_options(stream_results=True, yield_per=AT_ONCE))
    together = packed(row._asdict() for row in rows)
    while some := list(islice(together, AT_ONCE)):
        connection.execute(PUT, some)
    op.drop_table("statements")
    op.create_table(
        "statements",
        Column("id", WHOLE, primary_key=True, autoincrement=False),
        Column("photo_id", WHOLE, ForeignKey("photos.id"), nullable=False),
        Column("file_id", WHOLE, ForeignKey("files.id")),
        Column("said", LargeBinary(), nullable=False),
        Column("status", TEXT, nullable=False),
        Column("txn_id", WHOLE, ForeignKey("txns.id"), nullable=False),
        Column("crc32", WHOLE),
        sqlite_strict=True,
    )
    columns = "id, photo_id, file_id, said, status, txn_id"
    put = f"INSERT INTO statements ({columns}) SELECT {columns} FROM packed ORDER BY id"  # noqa: S608
    op.execute(put)
    op.drop_table("packed")
    op.create_index("ix_statements_photo_id", "statements", ["photo_id"])


def packed(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each keeps its id: what is packed together has ids that follow each other."""
    numbered = enumerate(rows)
    for _, group in groupby(numbered, lambda r: (r[1]["id"] - r[0], *map(r[1].get, TOGETHER))):
        said = [row for _, row in group]
        told = json.dumps([values(row) for row in said], ensure_ascii=False, separators=(",", ":"))
        yield {name: said[0][name] for name in ("id", *TOGETHER)} | {
            "said": zlib.compress(told.encode(), 6),
            "status": "".join(row["status"][0] for row in said),
        }


def values(row: dict[str, Any]) -> list[Any]:
    """A statement without NULLs at its end."""
    is_date = None if row["earliest"] is None else True
    place = None if row["detail"] is None else json.loads(row["detail"])
    listed = [*map(row.get, KEPT), is_date, place, *map(row.get, POINT)]
    while listed[-1] is None:
        listed.pop()
    return listed


def pack_log(connection: Connection) -> None:
    """What was taken out of the catalog stands in the log, row by row, to be put back one day."""
    taken = text("SELECT id, old, new FROM changes WHERE what IN ('photo', 'delivery')")
    for id, *sides in connection.execute(taken).all():
        old, new = (side and json.dumps(repacked(json.loads(side))) for side in sides)
        connection.execute(
            text("UPDATE changes SET old = :old, new = :new, crc32 = NULL WHERE id = :id"),
            {"id": id, "old": old, "new": new},
        )


def repacked(side: dict[str, Any]) -> dict[str, Any]:
    if "statements" in side:
        side["statements"] = [
            row | {"said": {"base64": base64.b64encode(row["said"]).decode()}}
            for row in packed(iter(side["statements"]))
        ]
    return side


def indexes() -> None:
    op.drop_index("facet_values_value", "facet_values")
    op.create_index("facet_values_value", "facet_values", ["value", "facet"], unique=True)
    op.drop_index("ix_photos_pixel_digest", "photos")
    op.drop_index("files_path_photo", "files")
    op.drop_index("files_path", "files")
    op.execute(
        "CREATE INDEX photos_pixel_digest ON photos (pixel_digest) WHERE pixel_digest IS NOT NULL"
    )
    op.execute(
        """CREATE UNIQUE INDEX files_path
        ON files (path, (CASE WHEN state = 'changed' THEN photo_id ELSE 0 END))"""
    )


def words(sqlite: bool) -> None:
    op.drop_table("words_index")
    op.drop_table("shown_words")
    op.create_table(
        "shown_words",
        Column("photo_id", WHOLE, ForeignKey("photos.id"), primary_key=True, autoincrement=False),
        Column("words", LargeBinary(), nullable=False),
        sqlite_strict=True,
    )
    if sqlite:
        op.execute(
            """CREATE VIRTUAL TABLE words_index USING fts5(
            caption, prose, stated,
            content='', tokenize="ascii tokenchars '_=-'")"""
        )
        op.execute("INSERT INTO words_index (words_index, rank) VALUES ('hashsize', 67108864)")
        op.execute("INSERT INTO words_index (words_index, rank) VALUES ('automerge', 8)")
        return
    op.execute(
        """CREATE TABLE words_index (
        position BIGINT PRIMARY KEY,
        caption TSVECTOR NOT NULL, prose TSVECTOR NOT NULL, stated TSVECTOR NOT NULL,
        padding TEXT NOT NULL DEFAULT repeat(' ', 2048)) WITH (toast_tuple_target = 128)"""
    )
    op.execute(
        """ALTER TABLE words_index ALTER caption SET STORAGE EXTERNAL,
        ALTER prose SET STORAGE EXTERNAL, ALTER stated SET STORAGE EXTERNAL"""
    )
    op.execute(
        """ALTER TABLE words_index ALTER caption SET STATISTICS 200,
        ALTER prose SET STATISTICS 200, ALTER stated SET STATISTICS 400"""
    )
    op.execute("CREATE INDEX words_index_words ON words_index USING gin (caption, prose, stated)")
