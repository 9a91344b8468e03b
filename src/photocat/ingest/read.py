"""What happens to a picture: the whole road from a path to a ``Photo``, on one page."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from photocat.errors import FileProblem
from photocat.fingerprints import (
    Decoded,
    DecodeLimits,
    PreviewCache,
    Wanted,
    decode_reduced,
    fingerprints_of,
    header_size,
    pixel_digest,
    previews_of,
)
from photocat.ingest.beside import Folder, read_beside
from photocat.ingest.opening import HEAD, read_bytes
from photocat.ingest.options import STANDARD, ReadOptions
from photocat.ingest.spoken import doubts_note, read_spoken
from photocat.ingest.walk import Found
from photocat.readers import (
    FORMAT,
    Metadata,
    orientation_of,
    read_file_name,
    read_metadata,
    sniff,
    stated_size,
)
from photocat.records import ImageFile, Note, Photo

if TYPE_CHECKING:
    from _typeshed import StrPath

UNSEEN = frozenset(("undecodable", "unsupported"))
"""Problems of a picture that leave what its file says worth keeping."""


def read_photo(
    path: str,
    *,
    supplier: str | None = None,
    options: ReadOptions = STANDARD,
    cache: PreviewCache | None = None,
    sidecars: Sequence[ImageFile] | None = None,
    follow: bool = True,
    known: Collection[str] = (),
) -> Photo:
    """Everything that photocat knows of one file, without a catalog.

    ``sidecars`` are the files beside it that belong to it; they are looked for where None is given.
    With a ``cache``, the previews are put there. ``follow`` allows ``path`` to be a symbolic link.
    Damage becomes a note of the photo: ``no-picture`` where nothing is to be seen, but the file
    says something or at least how large it is. Raises ``FileProblem`` where it does not, where a
    decoder is not installed, and where the file costs more than ``options`` allow.

    Of a photo whose digest is among ``known`` only what the file says is read, not the picture.
    """
    file, data = read_bytes(path, max_bytes=options.max_bytes, follow=follow, judge=format_of)
    sha256 = hashlib.sha256(data).hexdigest()
    format, today = format_of(data), datetime.now(UTC).date()
    inside = read_metadata(path, data, format, today=today)
    if sidecars is None:
        sidecars = Folder(os.path.dirname(path) or ".").sidecars_of(os.path.basename(path))
    photo = said(replace(file, supplier=supplier), sha256, format, inside, sidecars, options, today)
    if sha256 in known:
        return photo
    try:
        limits, wanted = DecodeLimits(options.max_pixels), Wanted(cache is not None, options.pixels)
        decoded = decode_reduced(data, format, inside.orientation, limits, wanted)
    except FileProblem as problem:
        return without_picture(photo, data, problem, options)
    if cache is not None:
        cache.write(sha256, previews_of(decoded))
    return with_picture(photo, data, inside, decoded, options)


def said(
    file: ImageFile,
    sha256: str,
    format: str,
    inside: Metadata,
    sidecars: Sequence[ImageFile],
    options: ReadOptions,
    today: date,
) -> Photo:
    """What a file says ``inside``, by its name and beside it; its picture is not looked at."""
    named, misnamed = read_file_name(file.path, today)
    around = read_beside(file.path, sidecars, options.catalog)
    stated = inside.statements + around.statements + named
    tags = inside.tags + around.tags
    spoken, doubts = read_spoken(stated, tags, options.gazetteer)
    return Photo(
        file=file,
        sha256=sha256,
        format=format,
        width=0,
        height=0,
        orientation=inside.orientation,
        tags=tags,
        statements=stated + spoken,
        notes=inside.notes + around.notes + misnamed + doubts_note(doubts),
        sidecars=around.files,
    )


def with_picture(
    photo: Photo, data: bytes, inside: Metadata, decoded: Decoded, options: ReadOptions
) -> Photo:
    """The photo with what its picture looks like."""
    orientation = orientation_of(inside.tags) or decoded.orientation
    by_camera = photo.format.startswith("RAW/") and stated_size(data, inside.tags, orientation)
    width, height = by_camera or (decoded.width, decoded.height)
    return replace(
        photo,
        width=width,
        height=height,
        orientation=orientation,
        pixel_digest=pixel_digest(data, photo.format, decoded) if options.pixels else None,
        fingerprints=fingerprints_of(decoded, features=options.features),
        notes=photo.notes + decoded.notes,
    )


def without_picture(photo: Photo, data: bytes, problem: FileProblem, options: ReadOptions) -> Photo:
    """A file whose pixels cannot be decoded, with what it says; raises where that is nothing."""
    size = header_size(data, photo.format, photo.orientation, options.max_pixels)
    size = size or stated_size(data, photo.tags, photo.orientation)
    says = size is not None or any(statement.scope == "photo" for statement in photo.statements)
    if problem.code not in UNSEEN or not says:
        raise problem
    width, height = size or (0, 0)
    note = Note("no-picture", problem.detail)
    return replace(photo, width=width, height=height, notes=(note, *photo.notes))


def format_of(data: bytes) -> str:
    """The format of a photo by its content; raises ``FileProblem`` where it is none."""
    name = sniff(data[:HEAD])
    if name is None or not FORMAT[name].is_photo:
        raise FileProblem("not-a-photo", f"it is {name}" if name else "")
    return name


def read_found(
    supplier: str | None,
    options: ReadOptions,
    cache: PreviewCache | StrPath | None,
    found: Found,
) -> Photo:
    """``read_photo`` of what a walk has found: what every worker process does."""
    return read_photo(
        found.file.path,
        supplier=supplier,
        options=options,
        cache=cache if cache is None or isinstance(cache, PreviewCache) else PreviewCache(cache),
        sidecars=found.sidecars,
        follow=found.linked,
        known=found.known,
    )
