"""A photo made ready for the tables, outside any transaction: everything but the ids."""

from __future__ import annotations

from typing import NamedTuple

from photocat.records import Photo, Scope
from photocat.store import derived
from photocat.store.index_terms import Header
from photocat.store.paths import escape
from photocat.store.rows import clamp, clean, sidecars_text, statement_row, tags_data
from photocat.store.said import packed
from photocat.store.seals import Part, part
from photocat.store.tables import files, fingerprints, photos, tags

PHOTO = ("sha256", "pixel_digest", "format", "width", "height", "orientation", "byte_size")
FILE = ("path", "supplier", "size", "mtime_ns", "sidecars")


class Prepared(NamedTuple):
    """The rows of one photo and its file. Plain values: a worker may make it and send it."""

    path: str
    """As stored (see ``paths``)."""
    sha256: str
    supplier: str | None
    photo: Part
    """The columns ``PHOTO``."""
    file: Part
    """The columns ``FILE``."""
    said: Part | None
    """What the bytes say."""
    beside: Part | None
    """What was found beside the file."""
    tags: Part | None
    tags_beside: Part | None
    fingerprints: tuple[tuple[str, Part], ...]
    notes: tuple[tuple[str, str], ...]
    shown: derived.Shown
    """What follows from all of this, as long as no other file says more of the photo."""


def prepare(photo: Photo) -> Prepared:
    """Everything that can be worked out without the catalog."""
    path = escape(photo.file.path)
    supplier = clean(photo.file.supplier) if photo.file.supplier else None
    size = photo.file.size
    facts = (photo.sha256, photo.pixel_digest, photo.format)
    shape = (photo.width, photo.height)
    mtime_ns = clamp(photo.file.mtime_ns)
    return Prepared(
        path,
        photo.sha256,
        supplier,
        part(photos, PHOTO, (*facts, *shape, photo.orientation, size)),
        part(files, FILE, (path, supplier, size, mtime_ns, sidecars_text(photo.sidecars))),
        _said(photo, "photo"),
        _said(photo, "file"),
        _tags(photo, "photo"),
        _tags(photo, "file"),
        tuple(
            (f.kind, part(fingerprints, ("bits", "quality"), (f.bits, f.quality)))
            for f in photo.fingerprints
        ),
        tuple((note.code, clean(note.detail)) for note in photo.notes),
        derived.work_out(
            # What the bytes say comes first, as it is read again.
            sorted(photo.statements, key=lambda s: s.scope != "photo"),
            [supplier] if supplier else [],
            Header(photo.format, *shape, size),
        ),
    )


def _said(photo: Photo, scope: Scope) -> Part | None:
    rows = [statement_row(s) for s in photo.statements if s.scope == scope]
    return packed(rows) if rows else None


def _tags(photo: Photo, scope: Scope) -> Part | None:
    found = [tag for tag in photo.tags if tag.scope == scope]
    return part(tags, ("data",), (tags_data(found),)) if found else None
