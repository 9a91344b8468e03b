"""ninjs: a news item as JSON, as agencies deliver it beside a picture (IPTC ninjs 1.x, 2.x, 3.x).

Versions 2 and 3 differ in the spelling of names (``contentcreated``, ``contentCreated``); tags have
that of version 3. Where the item is a story, the picture is one of its ``associations``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote, urlsplit

from photocat.readers.blocks import Tags
from photocat.readers.json_tags import json_tags

NAME = "ninjs"
MAX_DEPTH = 8
"""Associations within associations that are looked into."""

MADE_THERE, SHOWN_THERE = "location created", "location shown"
"""How photocat says that a place is related to a picture (``places/rel``, which is free)."""

_SIGNS = {
    *("versioncreated", "contentcreated", "firstcreated", "pubstatus", "renditions"),
    *("headlines", "headline", "descriptions", "description_text", "description_caption"),
    *("byline", "by", "located", "usageterms", "copyrightnotice", "copyrightholder"),
}
"""Properties of which an item has some, in lower case; ``uri`` it must have."""

_SPELLINGS = (
    *("contentCreated", "versionCreated", "firstCreated", "embargoedUntil", "pubStatus"),
    *("copyrightHolder", "copyrightNotice", "usageTerms", "edNote", "infoSources", "altIds"),
    *("digitalSourceType", "rightsInfo", "trustIndicators", "geoJSON", "contentType"),
)
_SPELLING = {name.lower(): name for name in _SPELLINGS} | {"geometry_geojson": "geoJSON"}
_PICTURES = ("picture", "graphic")


def is_ninjs(item: Any) -> bool:
    """Whether a document is a news item: it has a ``uri`` and speaks of news."""
    return (
        isinstance(item, dict) and "uri" in item and bool(_SIGNS & {str(k).lower() for k in item})
    )


def ninjs_tags(item: Any, photo: str = "") -> Tags:
    """Every value of the item that describes the photo: ``ninjs headlines[1]/value``."""
    yield from json_tags(NAME, _spelt(_item_of(item, photo)))


def ninjs_names(photo: str) -> Iterator[tuple[str, bool]]:
    """Names that the item of a photo may have, and whether it is certainly its own."""
    yield f"{photo}.json", True
    yield f"{photo}.ninjs.json", True
    stem = os.path.splitext(photo)[0]
    yield f"{stem}.json", False
    yield f"{stem}.ninjs.json", False


def _item_of(item: Any, photo: str) -> Any:
    """The picture of this name within a story, else its only picture, else the item itself."""
    pictures = [found for found in _items(item) if found.get("type") in _PICTURES]
    named = [found for found in pictures if PurePath(photo).name.lower() in _file_names(found)]
    if named:
        return named[0]
    return item if item.get("type") in _PICTURES or len(pictures) != 1 else pictures[0]


def _items(item: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """An item and what is associated with it: a list, before version 2 an object by role."""
    if not isinstance(item, dict) or depth > MAX_DEPTH:
        return
    yield item
    inner = item.get("associations") or ()
    for one in inner.values() if isinstance(inner, dict) else inner:
        yield from _items(one, depth + 1)


def _file_names(item: dict[str, Any]) -> set[str]:
    """Names of the files that an item's renditions lead to."""
    renditions = item.get("renditions") or ()
    listed = renditions.values() if isinstance(renditions, dict) else renditions
    names = set()
    for rendition in listed:
        if isinstance(rendition, dict):
            href = unquote(urlsplit(str(rendition.get("href", ""))).path)
            names |= {PurePath(href).name, str(rendition.get("originalfilename", ""))}
    return {name.lower() for name in names if name}


def _spelt(value: Any) -> Any:
    if isinstance(value, dict):
        return {_SPELLING.get(str(k).lower(), str(k)): _spelt(v) for k, v in value.items()}
    return [_spelt(inner) for inner in value] if isinstance(value, list) else value
