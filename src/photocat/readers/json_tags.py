"""JSON beside a photo, leaf by leaf: nothing in it is thrown away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from photocat.readers.blocks import Tags, damaged
from photocat.readers.charsets import decode, text_tag

MAX_LEAVES = 5_000
"""Values of one document that are kept."""


def read_json(data: bytes) -> Any:
    """The value of a document in UTF-8, UTF-16 or UTF-32. Raises ``ValueError``."""
    encoding = json.detect_encoding(data)
    text = decode(data.removeprefix(b"\xef\xbb\xbf"), None if "8" in encoding else encoding).text
    return json.loads(text)


def json_tags(name: str, value: Any) -> Tags:
    """``ninjs people[2]/name``: one tag for each text, number and truth value.

    ``name`` is what the document is. The items of a list of plain values share one origin.
    """
    for count, (origin, leaf) in enumerate(_leaves(value, "")):
        if count == MAX_LEAVES:
            yield damaged(f"{name}: more than {MAX_LEAVES} values")
            return
        yield text_tag(f"{name} {origin}", leaf, "file")


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}/{key}" if path else str(key))
    elif isinstance(value, list):
        for position, inner in enumerate(value, 1):
            plain = not isinstance(inner, (dict, list))
            yield from _leaves(inner, path if plain else f"{path}[{position}]")
    elif value is not None and value != "":
        yield path, _text(value)


def _text(value: object) -> str:
    """A number as people write it: never with an exponent."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".") if "e" in repr(value) else repr(value)
    return str(value)
