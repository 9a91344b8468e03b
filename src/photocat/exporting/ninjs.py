"""IPTC ninjs 3.3: one item that is composed of all the photos, each an associated picture.

ninjs has no place for a date that is no moment, for evidence, nor for some IPTC properties; they
stand among the extensions of a photo's first rendition, under names of our own, as the standard
provides (ninjs 3.3, ``renditions/extensions``).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from photocat.exporting.believed import Believed, Spot
from photocat.exporting.names import (
    MEDIA_TYPES,
    file_uri,
    is_address,
    path_of,
    photo_uri,
    position,
    present,
)
from photocat.exporting.text import to_document
from photocat.readers.ninjs import MADE_THERE, SHOWN_THERE

if TYPE_CHECKING:
    from photocat.exporting.about import About
    from photocat.places import Point
    from photocat.store.stream import Described

Item = dict[str, Any]

VERSION = "3.3"
STANDARD = {
    "name": "ninjs",
    "version": VERSION,
    "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json#",
}
PREFIX = "photocat:"

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
"""The one kind of date that ninjs knows (RFC 3339)."""

_TEXTS = (
    ("title", "title"),
    ("copyrightNotice", "copyright_notice"),
    ("usageTerms", "usage_terms"),
    ("edNote", "instructions"),
)
_NAMED = (
    ("people", "person_shown"),
    ("organisations", "organisation_shown"),
    ("events", "event"),
    ("subjects", "keywords"),
    ("infoSources", "source"),
)
"""Properties that are lists of things with a name."""

_LEVELS = ("country", "area", "locality")
"""Parts of an address that tell in what a place lies, from the far end."""

_EXTENDED = (
    *("caption_writer", "creator_title", "credit_line", "job_id", "alt_text"),
    *("rating", "camera", "lens"),
)
"""Fields that ninjs does not know."""


def written(photos: Iterable[Described], about: About) -> Iterator[bytes]:
    """The item, a picture on each line."""
    whole = {
        "uri": uuid.uuid5(uuid.NAMESPACE_URL, f"{about.catalog}?{about.query}").urn,
        "type": "composite",
        "pubStatus": "usable",
        "standard": STANDARD,
        "title": about.query or "Everything",
    }
    return to_document(whole, "associations", map(picture, photos))


def picture(photo: Described) -> Item:
    """One photo as an item that is associated with another."""
    shape, believed = photo.shape, Believed(photo.statements)
    item: Item = {
        "uri": photo_uri(shape["sha256"]),
        "name": str(shape["id"]),
        "type": "picture",
    }
    date = believed.date()
    if date and _MOMENT.fullmatch(date.text):
        item["contentCreated"] = date.text
    item |= {name: text for name, field in _TEXTS if (text := believed.text(field))}
    if headline := believed.text("headline"):
        item["headlines"] = [{"value": headline}]
    if caption := believed.text("caption"):
        item["descriptions"] = [{"role": "caption", "contentType": "text/plain", "value": caption}]
    if creators := believed.texts("creator"):
        item["by"] = ", ".join(creators)
    for name, field in _NAMED:
        if texts := believed.texts(field):
            item[name] = [{"name": text} for text in texts]
    if (kind := believed.text("digital_source_type")) and is_address(kind):
        item["digitalSourceType"] = {"uri": kind}
    return (
        item
        | _places(believed)
        | {
            "renditions": _renditions(shape, _extensions(shape, believed)),
            "altIds": [{"role": "sha256", "value": shape["sha256"]}],
        }
    )


def _places(believed: Believed) -> Item:
    made_at = believed.made_at()
    spots = [(MADE_THERE, made_at)] if made_at else []
    spots += [(SHOWN_THERE, spot) for spot in believed.shows()]
    located = {"located": made_at.name.name} if made_at and made_at.name else {}
    return located | ({"places": [_place(rel, spot) for rel, spot in spots]} if spots else {})


def _place(rel: str, spot: Spot) -> Item:
    place: Item = {"rel": rel}
    if spot.name:
        place["name"] = spot.name.name
        levels = zip(_LEVELS, reversed(spot.name.hierarchy), strict=False)
        if address := dict(levels):
            place["contactInfo"] = [{"type": "address", "address": address}]
    if spot.point:
        coordinates = position(spot.point.lat, spot.point.lon)
        place["geoJSON"] = {"type": "Point", "coordinates": coordinates}
    return place


def _extensions(shape: Item, believed: Believed) -> dict[str, str]:
    """What ninjs does not know, as texts."""
    made_at, date = believed.made_at(), believed.date()
    told = {field: "; ".join(believed.texts(field)) for field in _EXTENDED}
    told["match"] = shape["match"]
    if date:
        bounds: Mapping[str, str | None] = shape["date_created"] or {}
        told["date_created"] = date.text
        told["date_earliest"] = bounds.get("earliest") or ""
        told["date_latest"] = bounds.get("latest") or ""
    if made_at and made_at.point:
        told["location_created_radius_m"] = _metres(made_at.point)
    return {f"{PREFIX}{name}": text for name, text in told.items() if text}


def _metres(point: Point) -> str:
    return f"{point.radius_m:g}"


def _renditions(shape: Item, extensions: dict[str, str]) -> list[Item]:
    """Where the bytes lie; the same wherever they do."""
    size = {side: shape[side] for side in ("width", "height") if shape[side]}
    media_type = MEDIA_TYPES.get(shape["format"])
    what = {"contentType": media_type} if media_type else {}
    renditions = [
        {"name": "original", "href": file_uri(path_of(file)), **what, **size}
        for file in present(shape)
    ] or [{"name": "original", **what, **size}]
    renditions[0]["extensions"] = extensions
    return renditions
