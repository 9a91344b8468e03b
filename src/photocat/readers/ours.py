"""What photocat itself wrote into a sidecar, and so is no evidence to the catalog that wrote it.

A sidecar tells in a namespace of its own which catalog wrote which properties, each with a digest
of what was written. A property that was changed since is somebody's word again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from photocat.fields import carrier_of
from photocat.records import Tag

NAMESPACE = "urn:photocat:xmp:1.0#"
PREFIX = "photocat"
CATALOG = "XMP photocat:Catalog"
"""Which catalog wrote; see ``Store.identity``."""
WROTE = "XMP photocat:Wrote"
"""Name and digest of each property it wrote: ``photoshop:Headline 1f0c…``."""


def property_of(origin: str) -> str:
    """The top-level property that a tag belongs to: ``Iptc4xmpExt:LocationShown``."""
    return carrier_of(origin).removeprefix("XMP ").partition("/")[0]


def by_property(tags: Iterable[Tag]) -> dict[str, tuple[Tag, ...]]:
    """The tags of an XMP packet, by their top-level property."""
    found: dict[str, tuple[Tag, ...]] = {}
    for tag in tags:
        if tag.origin.startswith("XMP "):
            name = property_of(tag.origin)
            found[name] = (*found.get(name, ()), tag)
    return found


def digest_of(tags: Iterable[Tag]) -> str:
    """A short digest of all that one property says."""
    said = [[tag.origin, tag.value, tag.length] for tag in tags]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def ours(tags: Iterable[Tag], catalog: str) -> frozenset[str]:
    """The properties that stand as this catalog wrote them; none where ``catalog`` is empty."""
    properties = by_property(tags)
    by = [tag.value for tag in properties.get(property_of(CATALOG), ())]
    if not catalog or by != [catalog]:
        return frozenset()
    wrote = dict(
        tag.value.split(" ", 1)[:2]
        for tag in properties.get(property_of(WROTE), ())
        if " " in tag.value
    )
    return frozenset(
        name for name, digest in wrote.items() if digest == digest_of(properties.get(name, ()))
    )


def theirs(tags: Iterable[Tag], catalog: str) -> tuple[Tag, ...]:
    """The tags without what this catalog wrote itself."""
    kept = tuple(tags)
    own = ours(kept, catalog)
    if not own:
        return kept
    return tuple(
        t for t in kept if not (t.origin.startswith("XMP ") and property_of(t.origin) in own)
    )
