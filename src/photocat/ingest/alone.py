"""A sidecar by itself: what it says, of whatever photo."""

from __future__ import annotations

import hashlib
import os

from photocat.errors import FileProblem
from photocat.ingest.beside import MAX_SIDECAR_BYTES
from photocat.ingest.opening import HEAD, read_bytes
from photocat.readers import orientation_of, read_sidecar, sniff, state, stated_size
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
    orientation = orientation_of(tags) or 1
    width, height = stated_size(b"", tags, orientation) or (0, 0)
    return Photo(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        format=format,
        width=width,
        height=height,
        orientation=orientation,
        tags=tags,
        statements=statements,
        notes=notes + doubts,
    )
