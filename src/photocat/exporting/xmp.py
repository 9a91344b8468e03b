"""XMP sidecars in a folder, which mirrors that in which all files of the catalog lie.

They say what ``write`` would say beside the originals: what is believed without doubt. No original
is touched, and no sidecar is put beside one: it would speak for it at the next ingest.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from photocat.errors import UsageError
from photocat.exporting.about import Exported, ExportOptions, Tell
from photocat.exporting.whole import write_whole
from photocat.preferred import preferred

if TYPE_CHECKING:
    from photocat.query import Node
    from photocat.store import Store
    from photocat.store.written import Told
    from photocat.writing import Wrote

MOST_REASONS = 100
"""Refusals that are told with their reason; the rest are counted."""


def export_sidecars(
    store: Store, node: Node, folder: str, options: ExportOptions, tell: Tell
) -> Exported:
    """Write ``FOLDER/ap/photo.jpg.xmp`` for every present file ``…/ap/photo.jpg`` of the photos.

    A sidecar that says the same already stays as it is; one that says something else is refused
    unless it may be replaced.
    """
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise UsageError(f"{folder} is no folder")
    catalog = store.identity()
    root = store.common_folder()
    exported = Exported()
    for some, files in store.stream_files(node, options.limit):
        for told in files:
            wrote = _write(told, folder, root, catalog, force=options.force)
            if wrote is None:
                continue
            if wrote.outcome == "refused":
                exported.refused += 1
                exported.reasons += [wrote] if exported.refused <= MOST_REASONS else []
            else:
                exported.files += 1
        exported.photos += len(some)
        exported.possible += sum(found.certainty == "possible" for found in some)
        tell(exported.photos)
    return exported


def sidecar_bytes(told: Told, catalog: str) -> bytes:
    """What a new sidecar of a file says."""
    from photocat.writing.sidecar import edited
    from photocat.writing.values import wanted

    return edited(None, wanted(preferred(told.statements)), catalog=catalog).data


def _write(told: Told, folder: str, root: str, catalog: str, *, force: bool) -> Wrote | None:
    from photocat.writing import Wrote

    path = told.file.path
    mirrored = os.path.join(folder, os.path.relpath(path, root))
    target = f"{mirrored}.xmp"
    data = sidecar_bytes(told, catalog)
    if not data:
        return None  # nothing is known of it
    try:
        if os.path.lexists(mirrored):
            return Wrote(path, target, "refused", reason="a photo lies there; use write")
        if os.path.lexists(target) and (os.path.islink(target) or not os.path.isfile(target)):
            return Wrote(path, target, "refused", reason="it is no regular file")
        if _read(target) == data:
            return Wrote(path, target, "unchanged")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        # Many small files: a power cut may take some, the next run makes them again.
        write_whole(target, [data], force=force, lasting=False)
    except UsageError as refused:
        return Wrote(path, target, "refused", reason=str(refused))
    except OSError as problem:
        return Wrote(path, target, "refused", reason=problem.strerror or str(problem))
    return Wrote(path, target, "written")


def _read(target: str) -> bytes | None:
    try:
        with open(target, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
