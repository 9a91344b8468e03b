"""The first schema.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import TEXT as PG_TEXT
from sqlalchemy.dialects.sqlite import REAL as SQLITE_REAL
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None

WHOLE = BigInteger().with_variant(Integer(), "sqlite")
REAL: TypeEngine[Any] = Double().with_variant(SQLITE_REAL(), "sqlite")
TEXT = Text().with_variant(PG_TEXT(collation="C"), "postgresql")
BYTES = LargeBinary()
WITH_GAPS = (
    "date_precision IN ('mask', 'set') OR (date_precision = 'interval' AND date LIKE '%XXXX-%')"
)


def upgrade() -> None:
    """Make every table."""
    facts()
    derived()
    if op.get_bind().dialect.name == "sqlite":
        sqlite_indexes()
    else:
        postgresql_indexes()


def table(name: str, *parts: Any, **options: Any) -> None:
    op.create_table(name, *parts, sqlite_strict=True, **options)


def id_column() -> Column[Any]:
    return Column("id", WHOLE, primary_key=True, autoincrement=False)


def photo_id_column(name: str = "photo_id", **options: Any) -> Column[Any]:
    return Column(name, WHOLE, ForeignKey("photos.id"), nullable=False, **options)


def facts() -> None:
    table(
        "runs",
        id_column(),
        Column("command", TEXT, nullable=False),
        Column("version", TEXT, nullable=False),
        Column("supplier", TEXT),
        Column("roots", TEXT, nullable=False),
        Column("options", TEXT, nullable=False),
        Column("started_at", WHOLE, nullable=False),
        Column("ended_at", WHOLE),
        Column("state", TEXT, nullable=False),
        Column("counts", TEXT, nullable=False),
    )
    table(
        "txns",
        id_column(),
        Column("run_id", WHOLE, ForeignKey("runs.id")),
        Column("at", WHOLE, nullable=False),
        Column("who", TEXT, nullable=False),
        Column("verb", TEXT, nullable=False),
        Column("note", TEXT),
        Column("undoes", WHOLE, ForeignKey("txns.id")),
    )
    table(
        "photos",
        id_column(),
        Column("sha256", TEXT, nullable=False, unique=True),
        Column("pixel_digest", TEXT, index=True),
        Column("format", TEXT, nullable=False),
        Column("width", WHOLE, nullable=False),
        Column("height", WHOLE, nullable=False),
        Column("orientation", WHOLE, nullable=False),
        Column("byte_size", WHOLE, nullable=False),
        Column("added_at", WHOLE, nullable=False),
        Column("run_id", WHOLE, ForeignKey("runs.id"), nullable=False),
    )
    table(
        "files",
        id_column(),
        photo_id_column(index=True),
        Column("path", TEXT, nullable=False),
        Column("supplier", TEXT),
        Column("size", WHOLE, nullable=False),
        Column("mtime_ns", WHOLE, nullable=False),
        Column("sidecars", TEXT, nullable=False),
        Column("state", TEXT, nullable=False),
        Column("state_at", WHOLE, nullable=False),
        Column("seen_at", WHOLE, nullable=False),
        Column("run_id", WHOLE, ForeignKey("runs.id"), nullable=False),
        Index("files_path_photo", "path", "photo_id", unique=True),
        Index(
            "files_path",
            "path",
            unique=True,
            sqlite_where=text("state <> 'changed'"),
            postgresql_where=text("state <> 'changed'"),
        ),
    )
    table(
        "statements",
        id_column(),
        photo_id_column(index=True),
        Column("file_id", WHOLE, ForeignKey("files.id")),
        Column("field", TEXT, nullable=False),
        Column("rank", WHOLE, nullable=False),
        Column("text", TEXT, nullable=False),
        Column("earliest", WHOLE),
        Column("latest", WHOLE),
        Column("utc_offset", WHOLE),
        Column("lat", REAL),
        Column("lon", REAL),
        Column("radius_m", REAL),
        Column("place_id", WHOLE),
        Column("detail", TEXT),
        Column("origin", TEXT, nullable=False),
        Column("quote", TEXT),
        Column("span_start", WHOLE),
        Column("span_end", WHOLE),
        Column("rule", TEXT, nullable=False),
        Column("confidence", REAL, nullable=False),
        Column("status", TEXT, nullable=False),
        Column("txn_id", WHOLE, ForeignKey("txns.id"), nullable=False),
    )
    table(
        "tags",
        id_column(),
        photo_id_column(index=True),
        Column("file_id", WHOLE, ForeignKey("files.id")),
        Column("data", BYTES, nullable=False),
    )
    table(
        "kinds",
        id_column(),
        Column("name", TEXT, nullable=False, unique=True),
    )
    table(
        "fingerprints",
        Column("kind_id", WHOLE, ForeignKey("kinds.id"), primary_key=True, autoincrement=False),
        photo_id_column(primary_key=True, autoincrement=False),
        Column("bits", BYTES, nullable=False),
        Column("quality", REAL, nullable=False),
        sqlite_with_rowid=False,
    )
    table(
        "relations",
        photo_id_column("first_id", primary_key=True, autoincrement=False),
        photo_id_column("second_id", primary_key=True, autoincrement=False, index=True),
        Column("relation", TEXT, nullable=False),
        Column("distance", WHOLE),
        Column("geometry", TEXT, nullable=False),
        Column("method", TEXT, nullable=False),
        Column("confidence", REAL, nullable=False),
        Column("status", TEXT, nullable=False),
        Column("decided_by", TEXT),
        Column("decided_at", WHOLE),
        Column("txn_id", WHOLE, ForeignKey("txns.id")),
        sqlite_with_rowid=False,
    )
    table(
        "problems",
        Column("path", TEXT, primary_key=True),
        Column("code", TEXT, primary_key=True),
        Column("severity", TEXT, nullable=False),
        Column("detail", TEXT, nullable=False),
        Column("size", WHOLE),
        Column("mtime_ns", WHOLE),
        Column("run_id", WHOLE, ForeignKey("runs.id"), nullable=False),
    )
    table(
        "changes",
        id_column(),
        Column("txn_id", WHOLE, ForeignKey("txns.id"), nullable=False, index=True),
        Column("photo_id", WHOLE, ForeignKey("photos.id"), index=True),
        Column("what", TEXT, nullable=False),
        Column("key", TEXT, nullable=False),
        Column("old", TEXT),
        Column("new", TEXT),
    )


def derived() -> None:
    table(
        "works",
        photo_id_column(primary_key=True, autoincrement=False),
        Column("work_id", WHOLE, nullable=False, index=True),
    )
    table(
        "shown",
        photo_id_column(primary_key=True, autoincrement=False),
        Column("position", WHOLE, nullable=False),
        Column("date", TEXT),
        Column("earliest", WHOLE),
        Column("latest", WHOLE),
        Column("date_precision", TEXT),
        Column("lat", REAL),
        Column("lon", REAL),
        Column("radius_m", REAL),
        Column("rating", REAL),
        Index("shown_position", "position", unique=True),
        Index(
            "shown_with_gaps",
            "date",
            sqlite_where=text(WITH_GAPS),
            postgresql_where=text(WITH_GAPS),
        ),
    )
    table(
        "shown_points",
        id_column(),
        photo_id_column(index=True),
        Column("field", TEXT, nullable=False),
        Column("lat", REAL, nullable=False),
        Column("lon", REAL, nullable=False),
        Column("radius_m", REAL, nullable=False),
    )
    table(
        "shown_words",
        Column("position", WHOLE, primary_key=True, autoincrement=False),
        Column("caption", TEXT, nullable=False),
        Column("prose", TEXT, nullable=False),
        Column("stated", TEXT, nullable=False),
    )


def sqlite_indexes() -> None:
    op.execute(
        """CREATE VIRTUAL TABLE words_index USING fts5(
        caption, prose, stated,
        content='shown_words', content_rowid='position', tokenize="ascii tokenchars '_=-'")"""
    )
    op.execute("CREATE VIRTUAL TABLE points_index USING rtree(id, south, north, west, east)")


def postgresql_indexes() -> None:
    op.execute(
        """CREATE TABLE words_index (
        position BIGINT PRIMARY KEY REFERENCES shown_words,
        caption TSVECTOR NOT NULL, prose TSVECTOR NOT NULL, stated TSVECTOR NOT NULL)"""
    )
    op.execute(
        """ALTER TABLE words_index ALTER caption SET STATISTICS 500,
        ALTER prose SET STATISTICS 500, ALTER stated SET STATISTICS 1000"""
    )
    op.execute("CREATE INDEX words_index_words ON words_index USING gin (caption, prose, stated)")
    op.execute("CREATE INDEX points_index ON shown_points USING gist (point(lon, lat))")
