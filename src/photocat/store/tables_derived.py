"""What is derived from the facts of a catalog: never the only place of anything, rebuilt at will.

    shown, shown_points, shown_words   what answers are sorted, narrowed and found by
    words_index, points_index          FTS5 and R*Tree; tsvector and GiST on PostgreSQL
    facet_values, facet_blocks         what answers are counted by
    works                              which photos are one picture

``derived`` and ``works`` fill them.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import DDL, Column, Index, column, event, table

from photocat.store.tables import (
    BYTES,
    REAL,
    TEXT,
    WHOLE,
    id_column,
    metadata,
    photo_id_column,
    strict_table,
)

works = strict_table(
    "works",
    photo_id_column(primary_key=True, autoincrement=False),
    Column("work_id", WHOLE, nullable=False, index=True),
)

SHOWN_WITH_GAPS: Final = (
    "date_precision IN ('mask', 'set') OR (date_precision = 'interval' AND date LIKE '%XXXX-%')"
)
"""The rows of ``shown`` with a date that may be less than everything between its bounds."""

shown = strict_table(
    "shown",
    photo_id_column(primary_key=True, autoincrement=False),
    Column("position", WHOLE, nullable=False),  # photocat.store.positions
    Column("date", TEXT),  # EDTF of the preferred date_created
    Column("earliest", WHOLE),
    Column("latest", WHOLE),
    Column("date_precision", TEXT),
    Column("lat", REAL),  # of location_created, else of location_shown
    Column("lon", REAL),
    Column("radius_m", REAL),
    Column("rating", REAL),
    Index("shown_position", "position", unique=True),
)
"""What is believed of each photo, as far as answers are sorted or narrowed by it: one row each."""

shown_points = strict_table(
    "shown_points",
    id_column(),
    photo_id_column(index=True),
    Column("field", TEXT, nullable=False),  # location_created | location_shown
    Column("lat", REAL, nullable=False),
    Column("lon", REAL, nullable=False),
    Column("radius_m", REAL, nullable=False),
)
"""Every point that any statement gives a photo."""

shown_words = strict_table(
    "shown_words",
    photo_id_column(primary_key=True, autoincrement=False),
    Column("words", BYTES, nullable=False),  # packed: photocat.store.packed_words
)
"""The words each photo is found by, as they stand in ``words_index``, which must be told them again
when it is to forget them."""

facet_values = strict_table(
    "facet_values",
    id_column(),
    Column("facet", TEXT, nullable=False),  # photocat.store.facet_values.FACETS
    Column("value", TEXT, nullable=False),  # JSON list of what one photo has
    Index("facet_values_value", "value", "facet", unique=True),
)

facet_blocks = strict_table(
    "facet_blocks",
    Column("facet", WHOLE, primary_key=True, autoincrement=False),  # its number in FACETS
    Column("block", WHOLE, primary_key=True, autoincrement=False),  # of 1,024 photos by id
    Column("codes", BYTES, nullable=False),  # 32 bits for each: the id of a value, or 0
)
"""For each photo the id of its value, in blocks that are read whole (``facet_values``)."""

words_index = table(
    "words_index",
    column("rowid", WHOLE),  # SQLite: the position
    column("position", WHOLE),  # PostgreSQL
    column("caption"),
    column("prose"),
    column("stated"),
)
"""Full text by position of ``shown``: ``photocat.words.words`` joined by spaces, a ``¶`` before,
between and after values, so that no phrase runs from one value into the next.

caption  the words of every caption
prose    those of the other fields with ``Field.prose``
stated   the terms of ``index_terms``; ``field=word`` for every field but the caption, for
         ``supplier`` and ``format``; ``supplier==all=words``, a whole value as one;
         ``shot_named=word`` and ``shows_named=word`` of places that no gazetteer knows

Its tokens are exactly what stands between spaces, on both databases: the ``ascii`` tokenizer of
SQLite takes every other character as part of a word, PostgreSQL is given vectors that are already
cut (``index_text.tsvector``). On SQLite it holds no text of its own."""

points_index = table(
    "points_index",
    column("id", WHOLE),  # of shown_points
    column("south", REAL),
    column("north", REAL),
    column("west", REAL),
    column("east", REAL),
)
"""SQLite only. Holds 32-bit floats rounded outwards: a prefilter, never the answer. PostgreSQL has
a GiST index on ``point(lon, lat)`` of ``shown_points``."""

# Indexes of some rows alone. SQLAlchemy knows them too, but loads every dialect to tell them.
PARTIAL_DDL: Final = (
    f"CREATE INDEX shown_with_gaps ON shown (date) WHERE {SHOWN_WITH_GAPS}",
    "CREATE INDEX photos_pixel_digest ON photos (pixel_digest) WHERE pixel_digest IS NOT NULL",
    # A path holds one photo at a time; "changed" is what it held before, each photo once.
    """CREATE UNIQUE INDEX files_path
        ON files (path, (CASE WHEN state = 'changed' THEN photo_id ELSE 0 END))""",
    "CREATE INDEX files_absent ON files (state, photo_id) WHERE state <> 'present'",
)

WORDS_INDEX_DDL: Final = (
    """CREATE VIRTUAL TABLE words_index USING fts5(
        caption, prose, stated,
        content='', tokenize="ascii tokenchars '_=-'")""",  # without sizes no bm25()
    # What a transaction adds is one segment, however much it is, and eight of a size are merged.
    "INSERT INTO words_index (words_index, rank) VALUES ('hashsize', 67108864)",
    "INSERT INTO words_index (words_index, rank) VALUES ('automerge', 8)",
)

POINTS_INDEX_DDL: Final = (
    "CREATE VIRTUAL TABLE points_index USING rtree(id, south, north, west, east)",
)

SQLITE_DDL: Final = (
    *PARTIAL_DDL,
    *WORDS_INDEX_DDL,
    *POINTS_INDEX_DDL,
)

POSTGRESQL_DDL: Final = (
    *PARTIAL_DDL,
    # To count answers their rows are visited. A row is kept in one piece up to two kilobytes; what
    # is longer is put aside, of a row as short as it can be: so a page has ninety rows, not five.
    """CREATE TABLE words_index (
        position BIGINT PRIMARY KEY,
        caption TSVECTOR NOT NULL, prose TSVECTOR NOT NULL, stated TSVECTOR NOT NULL,
        padding TEXT NOT NULL DEFAULT repeat(' ', 2048)) WITH (toast_tuple_target = 128)""",
    """ALTER TABLE words_index ALTER caption SET STORAGE EXTERNAL,
        ALTER prose SET STORAGE EXTERNAL, ALTER stated SET STORAGE EXTERNAL""",
    # How many photos have a word decides how they are looked for: count more than the usual 100;
    # but all that is counted is read whenever a question is planned.
    """ALTER TABLE words_index ALTER caption SET STATISTICS 200,
        ALTER prose SET STATISTICS 200, ALTER stated SET STATISTICS 400""",
    "CREATE INDEX words_index_words ON words_index USING gin (caption, prose, stated)",
    "CREATE INDEX points_index ON shown_points USING gist (point(lon, lat))",
)

for _dialect, _ddl in (("sqlite", SQLITE_DDL), ("postgresql", POSTGRESQL_DDL)):
    for _sql in _ddl:
        event.listen(
            metadata,
            "after_create",
            DDL(_sql.replace("%", "%%")).execute_if(dialect=_dialect),  # type: ignore[no-untyped-call]
        )
