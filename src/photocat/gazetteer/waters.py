"""Which waters a point lies in, by outlines drawn by hand along the limits of IHO S-23.

An outline may run over land: who asks knows whether there is a town.
"""

from __future__ import annotations

from functools import cache

from photocat.gazetteer.tables import rows_of
from photocat.places import Point

Outline = tuple[tuple[float, float], ...]
"""Corners as latitude and longitude; no side crosses the antimeridian."""


def waters_around(point: Point) -> list[str]:
    """Names of the waters within whose outline a point lies."""
    return [name for name, outline in outlines() if _inside(point.lat, point.lon, outline)]


@cache
def outlines() -> tuple[tuple[str, Outline], ...]:
    """Every outline of ``data/waters.tsv``; the name may stand in several."""
    found = []
    for row in rows_of("waters.tsv"):
        corners = (corner.split(",") for corner in row["outline"].split())
        found.append((row["name"], tuple((float(lat), float(lon)) for lat, lon in corners)))
    return tuple(found)


def _inside(lat: float, lon: float, outline: Outline) -> bool:
    """Whether a ray to the north crosses an odd number of sides (M. Shimrat, 1962)."""
    inside = False
    before_lat, before_lon = outline[-1]
    for next_lat, next_lon in outline:
        if (next_lon > lon) != (before_lon > lon):
            share = (lon - before_lon) / (next_lon - before_lon)
            if lat < before_lat + share * (next_lat - before_lat):
                inside = not inside
        before_lat, before_lon = next_lat, next_lon
    return inside
