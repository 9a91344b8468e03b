"""Readers: bytes to tags, tags to statements. They know no database and decode no picture."""

from photocat.readers.file_name import read_file_name
from photocat.readers.read import (
    READERS,
    Metadata,
    Reader,
    orientation_of,
    read_metadata,
    read_tags,
)
from photocat.readers.sidecar import (
    SIDECARS,
    Sidecar,
    is_sidecar_for,
    read_sidecar,
    sidecar_of_name,
    sidecars_among,
    sidecars_of,
)
from photocat.readers.sniff import FORMAT, FORMATS, SNIFF_BYTES, Format, sniff
from photocat.readers.stated_size import stated_size
from photocat.readers.statements import camera_name, state

__all__ = [
    "FORMAT",
    "FORMATS",
    "READERS",
    "SIDECARS",
    "SNIFF_BYTES",
    "Format",
    "Metadata",
    "Reader",
    "Sidecar",
    "camera_name",
    "is_sidecar_for",
    "orientation_of",
    "read_file_name",
    "read_metadata",
    "read_sidecar",
    "read_tags",
    "sidecar_of_name",
    "sidecars_among",
    "sidecars_of",
    "sniff",
    "state",
    "stated_size",
]
