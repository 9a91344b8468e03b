"""The tables of a catalog, the same on SQLite and on PostgreSQL.

Facts, kept for ever:

    photos ─┬─ files            where the bytes were seen
            ├─ statements       what was said of them (file_id: by something beside one file)
            ├─ tags             the raw values it was said with
            ├─ fingerprints     what they look like
            └─ relations        what two of them are to each other
    runs ─ problems             every ingest, and every file that it lists with a reason
    txns ─ changes              who changed what, and when
    marks                       what the catalog notes of itself

Every row has a seal (``seals``), by which damage to it is found. What is derived from them stands
in ``tables_derived``.

Ids are given out by the writer, of whom there is one at a time, in order of arrival, and never
twice. Moments are microseconds since 0001-01-01: local readings in dates (``photocat.dates``), UTC
in ``*_at``. Paths are escaped (``paths``). JSON is text with sorted keys.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects.sqlite import REAL as SQLITE_REAL
from sqlalchemy.types import TypeEngine

# The few types that STRICT tables of SQLite and PostgreSQL share. "C" makes PostgreSQL compare text
# by code point, as SQLite does.
WHOLE: Final[TypeEngine[Any]] = BigInteger().with_variant(Integer(), "sqlite")
REAL: Final[TypeEngine[Any]] = Double().with_variant(SQLITE_REAL(), "sqlite")
TEXT: Final[TypeEngine[Any]] = Text().with_variant(Text(collation="C"), "postgresql")
BYTES: Final[TypeEngine[Any]] = LargeBinary()

SEAL: Final = "crc32"
"""The column of the seal of a row (``photocat.store.seals``)."""

metadata = MetaData()


def strict_table(name: str, *parts: Any, **options: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, **options)


def fact_table(name: str, *parts: Any, **options: Any) -> Table:
    """A table of facts: each row with its seal."""
    return strict_table(name, *parts, Column(SEAL, WHOLE), **options)


def id_column() -> Column[Any]:
    return Column("id", WHOLE, primary_key=True, autoincrement=False)


def photo_id_column(name: str = "photo_id", **options: Any) -> Column[Any]:
    return Column(name, WHOLE, ForeignKey("photos.id"), nullable=False, **options)


version = strict_table(
    "photocat_version",
    Column("version_num", TEXT, primary_key=True),
)
"""One row: the revision of the schema, as Alembic keeps it."""

# --- the log --------------------------------------------------------------------------------------

runs = fact_table(
    "runs",
    id_column(),
    Column("command", TEXT, nullable=False),
    Column("version", TEXT, nullable=False),  # of photocat
    Column("supplier", TEXT),
    Column("roots", TEXT, nullable=False),  # JSON list of paths
    Column("options", TEXT, nullable=False),  # JSON
    Column("started_at", WHOLE, nullable=False),
    Column("ended_at", WHOLE),
    Column("state", TEXT, nullable=False),  # running | done | interrupted | failed
    Column("counts", TEXT, nullable=False),  # JSON
)

txns = fact_table(
    "txns",
    id_column(),
    Column("run_id", WHOLE, ForeignKey("runs.id")),
    Column("at", WHOLE, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("verb", TEXT, nullable=False),  # ingest | edit | decide | undo …
    Column("note", TEXT),
    Column("undoes", WHOLE, ForeignKey("txns.id")),
)

changes = fact_table(
    "changes",
    id_column(),
    Column("txn_id", WHOLE, ForeignKey("txns.id"), nullable=False, index=True),
    Column("photo_id", WHOLE, index=True),  # maybe of a photo that was taken out again
    Column("what", TEXT, nullable=False),  # file | words | relation …
    Column("key", TEXT, nullable=False),  # which one: a path, a field
    Column("old", TEXT),  # JSON; NULL where there was nothing
    Column("new", TEXT),
)

marks = fact_table(
    "marks",
    Column("name", TEXT, primary_key=True),
    Column("value", WHOLE, nullable=False),
)
"""By the name of a table the last id that was given out in it, where its rows were taken out."""

# --- facts ----------------------------------------------------------------------------------------

photos = fact_table(
    "photos",
    id_column(),
    Column("sha256", TEXT, nullable=False, unique=True),
    Column("pixel_digest", TEXT),
    Column("format", TEXT, nullable=False),
    Column("width", WHOLE, nullable=False),
    Column("height", WHOLE, nullable=False),
    Column("orientation", WHOLE, nullable=False),
    Column("byte_size", WHOLE, nullable=False),
    Column("added_at", WHOLE, nullable=False, index=True),
    Column("run_id", WHOLE, ForeignKey("runs.id"), nullable=False),
)

files = fact_table(
    "files",
    id_column(),
    photo_id_column(index=True),
    Column("path", TEXT, nullable=False),
    Column("supplier", TEXT),
    Column("size", WHOLE, nullable=False),
    Column("mtime_ns", WHOLE, nullable=False),
    Column("sidecars", TEXT, nullable=False),  # JSON list of [path, size, mtime_ns]
    Column("state", TEXT, nullable=False),  # present | missing | changed
    Column("state_at", WHOLE, nullable=False),
    Column("seen_at", WHOLE, nullable=False),  # present at this moment for the last time
    Column("run_id", WHOLE, ForeignKey("runs.id"), nullable=False),  # that saw it first
)

statements = fact_table(
    "statements",
    id_column(),  # of the first statement; the others follow it
    photo_id_column(index=True),
    Column("file_id", WHOLE, ForeignKey("files.id")),  # NULL: said by the bytes themselves
    Column("said", BYTES, nullable=False),  # zlib of a JSON list of photocat.store.rows.STATEMENT
    Column("status", TEXT, nullable=False),  # of each a letter: stated, denied (by a person),
    Column("txn_id", WHOLE, ForeignKey("txns.id"), nullable=False),  # withdrawn
)
"""What was said of a photo in one place at one time, together (``photocat.store.said``)."""

tags = fact_table(
    "tags",
    id_column(),
    photo_id_column(index=True),
    Column("file_id", WHOLE, ForeignKey("files.id")),
    Column("data", BYTES, nullable=False),  # zlib of a JSON list of [origin, value, length?]
)

kinds = fact_table(
    "kinds",
    id_column(),
    Column("name", TEXT, nullable=False, unique=True),  # photocat.fingerprints.KINDS
)

fingerprints = fact_table(
    "fingerprints",
    Column("kind_id", WHOLE, ForeignKey("kinds.id"), primary_key=True, autoincrement=False),
    photo_id_column(primary_key=True, autoincrement=False),
    Column("bits", BYTES, nullable=False),
    Column("quality", REAL, nullable=False),
    sqlite_with_rowid=False,
)

relations = fact_table(
    "relations",
    photo_id_column("first_id", primary_key=True, autoincrement=False),
    photo_id_column("second_id", primary_key=True, autoincrement=False, index=True),
    Column("relation", TEXT, nullable=False),
    Column("distance", WHOLE),
    Column("geometry", TEXT, nullable=False),  # JSON
    Column("method", TEXT, nullable=False),
    Column("confidence", REAL, nullable=False),
    Column("status", TEXT, nullable=False),  # proposed | accepted | rejected
    Column("decided_by", TEXT),
    Column("decided_at", WHOLE),
    Column("txn_id", WHOLE, ForeignKey("txns.id")),
    sqlite_with_rowid=False,
)

saved_searches = fact_table(
    "saved_searches",
    Column("name", TEXT, primary_key=True),
    Column("query", TEXT, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("at", WHOLE, nullable=False),
)

problems = fact_table(
    "problems",
    Column("path", TEXT, primary_key=True),
    Column("code", TEXT, primary_key=True),
    Column("severity", TEXT, nullable=False),  # skipped | failed | warned
    Column("detail", TEXT, nullable=False),
    Column("size", WHOLE),
    Column("mtime_ns", WHOLE),
    Column("run_id", WHOLE, ForeignKey("runs.id"), nullable=False),
)
