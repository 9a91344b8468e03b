"""Plain texts in a file: PNG text chunks and comments."""

from __future__ import annotations

from photocat.readers.blocks import Tags
from photocat.readers.charsets import decode, text_tag


def read_text(raw: bytes, origin: str) -> Tags:
    """A PNG text: UTF-8 in iTXt, Latin-1 by the standard elsewhere, and in practice UTF-8, too."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    yield text_tag(origin, text.rstrip("\0"))


def read_comment(raw: bytes, origin: str) -> Tags:
    """A comment, whose encoding no standard names."""
    yield text_tag(origin, decode(raw).text.rstrip("\0"))
