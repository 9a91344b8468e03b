"""``Entry``: a place as a source gives it, on its way into a gazetteer file."""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass

OWN, NAME, ALIAS, HISTORICAL, CORE, ARTICLE, OTHER = range(7)
"""How a name belongs to its place: a curated alias or another spelling is ``ALIAS``, a name that is
quite another word (``Philadelphia`` of Amman) is ``OTHER``, without its articles ``ARTICLE``."""

NameRow = tuple[str, int, int | None, int | None]
"""A name as written, how it belongs to the place, first and last year."""


@dataclass(slots=True)
class Entry:
    """A place as a source gives it."""

    id: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    radius_m: float
    population: int
    weight: float
    names: list[NameRow]


def own_id(identity: str) -> int:
    """A stable negative id for what has no GeoNames id."""
    return -1 - zlib.crc32(identity.encode())


def town_radius_m(population: int) -> float:
    """A circle with 3,000 people to the square kilometre, between 1.5 and 25 km."""
    return min(25_000.0, max(1_500.0, math.sqrt(population / 3000 / math.pi) * 1000))
