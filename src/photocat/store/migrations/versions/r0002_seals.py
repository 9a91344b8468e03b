"""Seals of rows, marks, and a log that remembers photos that were taken out again."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, Text
from sqlalchemy.dialects.postgresql import TEXT as PG_TEXT

revision = "0002"
down_revision = "0001"

WHOLE = BigInteger().with_variant(Integer(), "sqlite")
TEXT = Text().with_variant(PG_TEXT(collation="C"), "postgresql")

SEALED = (
    *("runs", "txns", "changes", "photos", "files", "statements", "tags", "kinds"),
    *("fingerprints", "relations", "problems"),
)
WITHOUT_ROWID = ("fingerprints", "relations")
NAMES = {"fk": "fk_%(table_name)s_%(column_0_name)s"}


def upgrade() -> None:
    """Rows get their seals afterwards (``photocat.store.versions``)."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for name in SEALED:
        kinds: dict[str, object] = {"sqlite_strict": True}
        if name in WITHOUT_ROWID:
            kinds["sqlite_with_rowid"] = False
        with op.batch_alter_table(
            name,
            recreate="always" if sqlite else "never",
            table_kwargs=kinds,
            naming_convention=NAMES if name == "changes" else None,
        ) as table:
            table.add_column(Column("crc32", WHOLE))
            if name == "changes":
                key = "fk_changes_photo_id" if sqlite else "changes_photo_id_fkey"
                table.drop_constraint(key, type_="foreignkey")
    op.create_table(
        "marks",
        Column("name", TEXT, primary_key=True),
        Column("value", WHOLE, nullable=False),
        Column("crc32", WHOLE),
        sqlite_strict=True,
    )
