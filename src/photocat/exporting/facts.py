"""What people want to know of a photo first, in a few words each."""

from __future__ import annotations

from typing import Any

Shape = dict[str, Any]


def when(shape: Shape) -> str:
    """The date as it was stated."""
    date = shape["date_created"]
    return date["edtf"].replace("T", " ") if date else ""


def where(shape: Shape) -> str:
    """The finest place name with its country, or the coordinates."""
    place = shape["location_created"] or shape["location_shown"]
    if not place:
        return ""
    if place["name"]:
        return ", ".join([place["name"], *place["hierarchy"][-1:]])
    return f"{place['lat']:.4f}, {place['lon']:.4f}"


def suppliers(shape: Shape) -> str:
    """Who delivered it."""
    return ", ".join(dict.fromkeys(f["supplier"] for f in shape["files"] if f["supplier"]))


def says(shape: Shape) -> str:
    """Its headline, or the next best words, on one line."""
    text = shape["headline"] or shape["caption"] or shape["title"] or ""
    return " ".join(text.split())
