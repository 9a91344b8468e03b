"""Sums of the pages of a SQLite catalog."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """They are made when the catalog is closed (``photocat.store.pages``)."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE TABLE page_sums (block INTEGER PRIMARY KEY, sums BLOB NOT NULL) STRICT")
