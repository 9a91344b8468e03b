"""Plain texts in a file: PNG text chunks and comments."""

from __future__ import annotations

from photocat.readers.blocks import Tags
from photocat.readers.charsets import decode, text_tag


def read_text(raw: bytes, origin: str) -> Tags:
    """One text. tEXt should be Latin-1 and comments declare nothing, but much of it is UTF-8."""
    yield text_tag(origin, decode(raw).text.rstrip("\0"))
