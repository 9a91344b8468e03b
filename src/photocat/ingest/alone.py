"""A sidecar by itself: what it says, of whatever photo."""

from __future__ import annotations

import hashlib
import os

from photocat.errors import FileProblem
from photocat.ingest.beside import MAX_SIDECAR_BYTES
from photocat.ingest.opening import HEAD, read_bytes
from photocat.readers import read_sidecar, sniff, state
from photocat.records import Photo

SPEAKING = ("XMP ", "Takeout ", "ninjs ")
"""Origins of what says something; any other JSON is no sidecar."""


def read_alone(path: str) -> Photo:
    """Tags and statements of an XMP packet, a Takeout or a ninjs document; there is no picture.

    Raises ``FileProblem``: ``not-a-photo`` where the file is neither.
    """
    file, data = read_bytes(path, max_bytes=MAX_SIDECAR_BYTES, follow=True)
    format = sniff(data[:HEAD])
    tags, notes = read_sidecar(data, os.path.basename(path))
    if format is None or not any(tag.origin.startswith(SPEAKING) for tag in tags):
        raise FileProblem("not-a-photo", f"it is {format}" if format else "")
    statements, doubts = state(tags)
    return Photo(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        format=format,
        width=0,
        height=0,
        tags=tags,
        statements=statements,
        notes=notes + doubts,
    )
