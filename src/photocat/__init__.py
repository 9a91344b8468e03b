"""A catalogue of news photos: what they say, when and where, and which are the same picture."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from photocat.catalog import Catalog as Catalog
    from photocat.catalog import read_shape as read_shape
    from photocat.dates import Edtf as Edtf
    from photocat.errors import PhotocatError as PhotocatError
    from photocat.ingest import IngestOptions as IngestOptions
    from photocat.ingest import read_photo as read_photo
    from photocat.query import parse as parse
    from photocat.records import Added as Added
    from photocat.records import Evidence as Evidence
    from photocat.records import Match as Match
    from photocat.records import Photo as Photo
    from photocat.records import Relation as Relation
    from photocat.records import Statement as Statement

EXPORTS = {
    "Added": "records",
    "Catalog": "catalog",
    "Edtf": "dates",
    "Evidence": "records",
    "IngestOptions": "ingest",
    "Match": "records",
    "Photo": "records",
    "PhotocatError": "errors",
    "Relation": "records",
    "Statement": "records",
    "parse": "query",
    "read_photo": "ingest",
    "read_shape": "catalog",
}
"""The public names, and the module that each is imported from when it is first asked for."""

__all__ = sorted(EXPORTS)


def __getattr__(name: str) -> Any:
    if name not in EXPORTS:
        raise AttributeError(f"module 'photocat' has no attribute {name!r}")
    return getattr(import_module(f"photocat.{EXPORTS[name]}"), name)


def __dir__() -> list[str]:
    return sorted(EXPORTS)
