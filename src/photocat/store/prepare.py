"""A photo made ready for the tables, outside any transaction: everything but the ids."""

from __future__ import annotations

from typing import NamedTuple

from photocat.records import Photo, Statement
from photocat.store import derived
from photocat.store.index_terms import Header
from photocat.store.paths import escape
from photocat.store.rows import Row, clamp, clean, sidecars_text, statement_row, tags_data


class Prepared(NamedTuple):
    """The rows of one photo and its file. Plain values: a worker may make it and send it."""

    path: str
    """As stored (see ``paths``)."""
    sha256: str
    facts: Row
    """sha256, pixel_digest, format, width, height, orientation, byte_size."""
    supplier: str | None
    size: int
    mtime_ns: int
    sidecars: str
    statements: tuple[Row, ...]
    """What the bytes say."""
    file_statements: tuple[Row, ...]
    """What was found beside the file."""
    tags: bytes | None
    file_tags: bytes | None
    fingerprints: tuple[tuple[str, bytes, float], ...]
    notes: tuple[tuple[str, str], ...]
    shown: derived.Shown
    """What follows from all of this, as long as no other file says more of the photo."""


def prepare(photo: Photo) -> Prepared:
    """Everything that can be worked out without the catalog."""
    inside = [s for s in photo.statements if s.scope == "photo"]
    beside = [s for s in photo.statements if s.scope == "file"]
    supplier = clean(photo.file.supplier) if photo.file.supplier else None
    return Prepared(
        escape(photo.file.path),
        photo.sha256,
        (
            photo.sha256,
            photo.pixel_digest,
            photo.format,
            photo.width,
            photo.height,
            photo.orientation,
            photo.file.size,
        ),
        supplier,
        photo.file.size,
        clamp(photo.file.mtime_ns),
        sidecars_text(photo.sidecars),
        _rows(inside),
        _rows(beside),
        _tags(photo, "photo"),
        _tags(photo, "file"),
        tuple((f.kind, f.bits, f.quality) for f in photo.fingerprints),
        tuple((note.code, clean(note.detail)) for note in photo.notes),
        derived.work_out(
            [*inside, *beside],
            [supplier] if supplier else [],
            Header(photo.format, photo.width, photo.height, photo.file.size),
        ),
    )


def _rows(statements: list[Statement]) -> tuple[Row, ...]:
    return tuple(statement_row(statement) for statement in statements)


def _tags(photo: Photo, scope: str) -> bytes | None:
    tags = [tag for tag in photo.tags if tag.scope == scope]
    return tags_data(tags) if tags else None
