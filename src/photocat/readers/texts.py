"""Plain texts in a file: PNG text chunks and comments."""

from __future__ import annotations

from photocat.readers.blocks import Tags
from photocat.readers.charsets import decode, text_tag


def read_text(raw: bytes, origin: str) -> Tags:
    """A PNG text: UTF-8 in iTXt, and in practice often in tEXt, too, which should be Latin-1."""
    yield text_tag(origin, decode(raw).text.rstrip("\0"))


def read_comment(raw: bytes, origin: str) -> Tags:
    """A comment of no declared encoding."""
    yield text_tag(origin, decode(raw).text.rstrip("\0"))
