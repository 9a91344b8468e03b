"""From a folder of files to a catalog: found, read in processes of their own, stored in batches."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from photocat.ingest.alone import read_alone as read_alone
    from photocat.ingest.check import check_files as check_files
    from photocat.ingest.options import IngestOptions as IngestOptions
    from photocat.ingest.options import ReadOptions as ReadOptions
    from photocat.ingest.read import read_photo as read_photo
    from photocat.ingest.road import add as add

_EXPORTS = {
    "IngestOptions": "options",
    "ReadOptions": "options",
    "add": "road",
    "check_files": "check",
    "read_alone": "alone",
    "read_photo": "read",
}
"""Each imported when it is first asked for: to look after files takes no decoder."""

__all__ = sorted(_EXPORTS)


def __getattr__(name: str) -> Any:
    if name not in _EXPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_EXPORTS[name]}"), name)
