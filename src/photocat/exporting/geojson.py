"""GeoJSON (RFC 7946): a feature for each photo, where it was made, else what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from photocat.exporting.names import position
from photocat.exporting.text import to_document

if TYPE_CHECKING:
    from photocat.exporting.about import About
    from photocat.store.stream import Described

Shape = dict[str, Any]

ROLES = ("location_created", "location_shown")
"""What a point may be to a photo; the first that is known is that of the feature."""


def written(photos: Iterable[Described], _about: About) -> Iterator[bytes]:
    """One collection, a feature on each line."""
    features = (feature(photo.shape) for photo in photos)
    return to_document({"type": "FeatureCollection"}, "features", features)


def feature(shape: Shape) -> Shape:
    """A photo as answers show it, as a feature; without coordinates its geometry is null.

    Its properties are those of the photo. Maps that take no nested ones find beside them what they
    need: the ``role`` of the point, the radius in metres within which it is known, the name of the
    place, and the date with its bounds.
    """
    role = next((name for name in ROLES if _is_located(shape[name])), None)
    place = shape[role] if role else {}
    named = next((shape[name] for name in ROLES if shape[name] and shape[name]["name"]), None)
    date = shape["date_created"] or {}
    flat = {
        "role": role,
        "uncertainty_m": round(place["radius_km"] * 1000) if role else None,
        "place": ", ".join([named["name"], *named["hierarchy"]]) if named else None,
        "country_code": (named or {}).get("country_code"),
        "edtf": date.get("edtf"),
        "earliest": date.get("earliest"),
        "latest": date.get("latest"),
    }
    geometry = (
        {"type": "Point", "coordinates": position(place["lat"], place["lon"])} if role else None
    )
    named_by = {} if shape.get("id") is None else {"id": shape["id"]}
    properties = {name: value for name, value in shape.items() if name != "id"}
    return {
        "type": "Feature",
        **named_by,
        "geometry": geometry,
        "properties": flat | properties,
    }


def _is_located(place: Shape | None) -> bool:
    return place is not None and place["lat"] is not None
