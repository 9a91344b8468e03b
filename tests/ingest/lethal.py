"""A reader of photos with a decoder that one file kills."""

from __future__ import annotations

import ctypes
import os

from photocat.fingerprints import PreviewCache
from photocat.ingest.options import ReadOptions
from photocat.ingest.read import read_found
from photocat.ingest.walk import Found
from photocat.records import Photo


def read_found_but_die_of_b(
    supplier: str | None, options: ReadOptions, cache: PreviewCache | None, found: Found
) -> Photo:
    """What a worker of an ingest does, until it meets ``b.jpg``."""
    if os.path.basename(found.file.path) == "b.jpg":
        ctypes.string_at(0)
    return read_found(supplier, options, cache, found)
