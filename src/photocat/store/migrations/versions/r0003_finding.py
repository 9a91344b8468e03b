"""Saved searches, values to count answers by, and photos in the order in which they came."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import TEXT as PG_TEXT

revision = "0003"
down_revision = "0002"

WHOLE = BigInteger().with_variant(Integer(), "sqlite")
TEXT = Text().with_variant(PG_TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """What is derived is worked out again afterwards (``photocat.store.versions``)."""
    op.create_table(
        "saved_searches",
        Column("name", TEXT, primary_key=True),
        Column("query", TEXT, nullable=False),
        Column("who", TEXT, nullable=False),
        Column("at", WHOLE, nullable=False),
        Column("crc32", WHOLE),
        sqlite_strict=True,
    )
    op.create_table(
        "facet_values",
        Column("id", WHOLE, primary_key=True, autoincrement=False),
        Column("facet", TEXT, nullable=False),
        Column("value", TEXT, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("facet_values_value", "facet_values", ["facet", "value"], unique=True)
    op.create_table(
        "facet_blocks",
        Column("facet", WHOLE, primary_key=True, autoincrement=False),
        Column("block", WHOLE, primary_key=True, autoincrement=False),
        Column("codes", LargeBinary(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("ix_photos_added_at", "photos", ["added_at"])
    op.execute("CREATE INDEX files_absent ON files (state, photo_id) WHERE state <> 'present'")
