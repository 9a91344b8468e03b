"""The flow: what answers a query, in one format, into one file, stream or folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

from photocat.errors import UsageError
from photocat.exporting.about import About, Exported, ExportOptions, Tell
from photocat.exporting.columns import columns_named
from photocat.exporting.formats import Format, format_named, format_of
from photocat.exporting.whole import write_whole

if TYPE_CHECKING:
    from photocat.query import Query
    from photocat.store import Store
    from photocat.store.stream import Described


def export(
    store: Store,
    query: Query,
    to: str | BinaryIO,
    options: ExportOptions,
    *,
    tell: Tell,
) -> Exported:
    """Hand on the photos that answer, certain before possible, each by date.

    ``to``: a file, an open one, or for XMP a folder. Raises ``UsageError`` where that cannot be, or
    would take the place of something.
    """
    format = _format_of(to, options)
    if options.columns and format.name not in ("csv", "parquet"):
        raise UsageError(f"only csv and parquet have columns, not {format.name}")
    columns_named(options.columns)
    if format.name == "xmp":
        from photocat.exporting.xmp import export_sidecars

        if not isinstance(to, str):
            raise UsageError("XMP sidecars need a folder: --to FOLDER/")
        return export_sidecars(store, query.node, to, options, tell)
    if isinstance(to, str):
        _refuse_ours(store, to)
    exported = Exported()
    with store.stream(query.node, options.limit, tags=format.tags) as (number, photos):
        about = About(
            query=query.text,
            photos=number,
            catalog=store.address,
            picture=partial(_picture, store),
            columns=options.columns,
            bom=options.bom,
        )
        written = import_module(f"photocat.exporting.{format.name}").written
        pieces: Iterable[bytes] = written(_counted(photos, exported, tell), about)
        if isinstance(to, str):
            write_whole(to, pieces, force=options.force)
        else:
            to.writelines(pieces)
            to.flush()
    return exported


def _format_of(to: str | BinaryIO, options: ExportOptions) -> Format:
    if options.format is not None:
        return format_named(options.format)
    if isinstance(to, str):
        return format_of(to)
    raise UsageError("say in which format")


def _refuse_ours(store: Store, to: str) -> None:
    """Not even with ``force`` is a photo overwritten, or the catalog itself."""
    path = os.path.realpath(to)
    if os.path.exists(path) and (
        path == os.path.realpath(store.address) or store.find_photo(path) is not None
    ):
        raise UsageError(f"{to} belongs to the catalog and is not overwritten")


def _picture(store: Store, sha256: str) -> bytes | None:
    from photocat.exporting.pictures import smaller
    from photocat.fingerprints.previews import PreviewCache
    from photocat.fingerprints.sizes import LARGE

    preview = PreviewCache(store.cache_folder).read(sha256, LARGE)
    try:
        return None if preview is None else smaller(preview)
    except OSError:  # it is damaged, and can be made again
        return None


def _counted(photos: Iterable[Described], exported: Exported, tell: Tell) -> Iterator[Described]:
    for photo in photos:
        exported.photos += 1
        exported.possible += photo.shape["match"] == "possible"
        tell(exported.photos)
        yield photo
