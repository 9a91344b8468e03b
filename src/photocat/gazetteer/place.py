"""``Place``: one line of the gazetteer, as it is told to the other rooms."""

from __future__ import annotations

from dataclasses import dataclass

from photocat.places import Point

KINDS = (
    "country", "admin1", "admin2", "town", "airfield", "base", "camp", "port", "border", "district",
    "landmark", "ruins", "beach", "bay", "strait", "canal", "sea", "ocean", "lake", "river",
    "island", "region", "continent", "valley", "mountain", "pass", "park", "forest", "glacier",
    "cape",
)  # fmt: skip
"""Every kind of place, countries and their parts first."""

WATERS = frozenset({"sea", "ocean", "strait", "bay"})
"""Kinds that lie outside every country unless one is stated."""

WIDE = frozenset({"country", "admin1", "sea", "ocean", "region", "continent"})
"""Kinds so wide that a point says little: other places lie in them."""

AREAS = frozenset({"country", "admin1", "admin2", "region", "continent", "island", "sea", "ocean"})
"""Kinds that people mean when they ask what lies in a place."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on Earth with the name the gazetteer prefers."""

    id: int
    """The GeoNames id where there is one, else a negative number made of the source's own id."""
    name: str
    kind: str
    """One of ``KINDS``."""
    country: str | None
    """ISO 3166-1 alpha-2; None for seas and for regions that lie in several countries."""
    admin1: str | None
    """The GeoNames code of the province, without the country: ``02`` of ``SY.02``."""
    lat: float
    lon: float
    radius_m: float
    """Within which most of the place lies."""
    population: int = 0
    hierarchy: tuple[str, ...] = ()
    """What contains it, from near to far, country last: ``("Latakia", "Syria")``."""

    @property
    def point(self) -> Point:
        """Its middle, with the radius within which it lies."""
        return Point(self.lat, self.lon, self.radius_m)


@dataclass(frozen=True, slots=True)
class Named:
    """A place that bears a name asked for, and how well it does."""

    place: Place
    how: str
    """``own``, ``name``, ``alias``, ``historical``, ``core`` (the name without its generic word),
    ``article``, ``skeleton`` or ``fuzzy``."""
    weight: float
    """How likely the name alone means this place: about the logarithm of how many know it."""
    since: int | None = None
    """First year of a historical name."""
    until: int | None = None
    """Last year of a historical name."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name means where it is asked what lies in it."""

    places: tuple[Place, ...]
    """The likeliest place first, then the areas of that name which it lies in or which lie in it:
    the town Latakia, then the province. Empty where the name is not known."""
    others: tuple[Place, ...]
    """Other places of this name, the likeliest first: Georgia in the United States."""


@dataclass(frozen=True, slots=True)
class Near:
    """A place near a point."""

    place: Place
    distance_m: float
    direction: str
    """Where the point lies, seen from the middle of the place: ``NE`` of it."""
