"""Places of a name inside a container, beside it, or on one of its sides."""

from __future__ import annotations

import math
import re

from photocat.captions.places_likely import WELL_KNOWN, likely, named_so, town_first
from photocat.captions.places_tokens import Mention
from photocat.captions.places_words import DIRECTIONS
from photocat.gazetteer import Gazetteer, Named, Place
from photocat.gazetteer.place import WATERS

_LANDSCAPE = frozenset(("river", "lake", "mountain", "valley", "forest", "glacier"))
_BY_TOWNS = frozenset(("airfield", "base"))
"""Kinds of places that are called by the town that they are at."""

_PROVINCES = frozenset(("admin1", "admin2"))

BESIDE_M = 40_000.0
"""How far beyond a town what is said to lie in it may be, where no list says what lies in it."""


def named_in(
    container: Place, mention: Mention, own: list[Named], gazetteer: Gazetteer
) -> list[Named]:
    """What bears the name inside the container; ``own`` is what the name means by itself."""
    if mention.state:
        return [n for n in own if gazetteer.contains(container, n.place)]
    of_name = mention.full_key or mention.key
    found = gazetteer.candidates(of_name, container.country, container, fuzzy=not mention.known)
    if not (found or mention.known) and " " in mention.key:
        # Irwinville Farms: what bears the name of a place stands there.
        found = _towns_in(container, mention.key.rpartition(" ")[0], {"name"}, gazetteer)
    found = named_so([n for n in found if n.place.id != container.id], mention)
    if not mention.generic:
        found = town_first(found, mention, gazetteer)
    elif not found and mention.known and mention.generic in _BY_TOWNS:
        # Albacete Air Base: of bases that no list knows, the town that they are called by.
        found = _towns_in(container, mention.key, {"name", "alias"}, gazetteer)
    if own and own[0].place.kind in _LANDSCAPE:
        # The Rio Grande is no village that was called after it.
        found = [n for n in found if n.how != "other"]
    return found


def _towns_in(container: Place, of_name: str, how: set[str], gazetteer: Gazetteer) -> list[Named]:
    found = gazetteer.candidates(of_name, container.country, container, fuzzy=False)
    return [n for n in found if n.how in how and n.place.kind == "town"]


def beside(found: list[Named], finest: Place, within: bool) -> list[Named]:
    """Those that are smaller than the finest place and lie close to it."""
    # The Villette in Paris is not the one beside it.
    reach = BESIDE_M + finest.radius_m * 1.5
    near = 5_000 + finest.radius_m * 1.5
    return [
        n
        for n in found
        if n.place.radius_m < finest.radius_m * 2
        and n.place.point.distance_m(finest.point)
        < (near if within and n.place.kind == "town" else reach)
    ]


def on_side(found: list[Named], container: Place, side: int | None) -> list[Named]:
    """Candidates in the part of the container that a compass word names, if any lie there."""
    if side is None or container.kind not in {"country", "admin1"}:
        return found
    there = [n for n in found if _bears(container, n.place, side)]
    return there or found


def _bears(container: Place, place: Place, side: int) -> bool:
    north = place.lat - container.lat
    east = (place.lon - container.lon) * math.cos(math.radians(container.lat))
    bearing = math.degrees(math.atan2(east, north)) % 360
    return min(abs(bearing - side), 360 - abs(bearing - side)) <= 80


def side_told(work: str, inner: Mention, outer: Mention) -> int | None:
    """The bearing of a compass word between two names."""
    words = re.findall(r"[a-z-]+", work[inner.end : outer.start].lower())
    return next((DIRECTIONS[w] for w in words if w in DIRECTIONS), None)


def shore_of(mention: Mention, land: Place | None, gazetteer: Gazetteer) -> Named | None:
    """A sea or a bay that a country lies at, of which no gazetteer says that it lies in it."""
    own = likely(mention, gazetteer)[:1] if mention.known else []
    if not own or own[0].place.kind not in {*WATERS, "lake"} or land is None:
        return None
    water = own[0].place
    if land.kind != "country":
        return None
    reach = water.radius_m + land.radius_m * 1.3
    return own[0] if water.point.distance_m(land.point) < reach else None


def called_alike(mention: Mention, same: Named, gazetteer: Gazetteer) -> bool:
    """Whether a town bears the name that its country has abroad (``Brasilia, Brazil``), or a large
    one that of its province (``New York, N.Y.``)."""
    of_province = same.place.kind in _PROVINCES
    if same.how == "name" and not of_province:
        return False
    return any(
        n.place.kind == "town"
        and (n.how == "name" or (of_province and n.how == "alias"))
        and (same.how != "name" or n.weight >= WELL_KNOWN)
        and gazetteer.contains(same.place, n.place)
        for n in gazetteer.named(mention.key)
    )
