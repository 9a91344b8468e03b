"""Where stated places lie, by the gazetteer: what ``in:`` finds photos by.

A name is looked up within what is stated around it, from the country inwards. Where several places
that do not lie in each other bear it about equally often, or only its consonants agree, it may be
each of them. Coordinates without a name may lie in what the nearest place lies in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from photocat.gazetteer import RIVAL, Gazetteer, Named, open_gazetteer
from photocat.places import Point
from photocat.query.meaning import Lies
from photocat.records import PlaceName, Statement

PLACE_FIELDS = ("location_created", "location_shown")

SURE = frozenset(("own", "name", "alias", "historical", "core", "article"))
"""How a place must bear a name (``Named.how``) to be surely meant by it."""
NEAREST_M = 30_000.0
"""How far the nearest place may be from a point that it speaks for."""

_one_at_a_time = Lock()


class _Found(NamedTuple):
    surely: frozenset[int] = frozenset()
    perhaps: frozenset[int] = frozenset()
    unknown: tuple[str, ...] = ()


def lies(statements: Collection[Statement]) -> dict[str, Lies]:
    """What the gazetteer says of the places in each place field of a photo, if there are any."""
    told: dict[str, Lies] = {}
    for field in PLACE_FIELDS:
        stated = [s for s in statements if s.field == field]
        names = dict.fromkeys(s.place for s in stated if s.place)
        points = dict.fromkeys(s.point for s in stated if s.point) if not names else {}
        if names or points:
            with _one_at_a_time:
                told[field] = _joined([*map(_of_name, names), *map(_of_point, points)])
    return told


def _joined(found: Collection[_Found]) -> Lies:
    surely = frozenset(id for each in found for id in each.surely)
    perhaps = frozenset(id for each in found for id in each.perhaps)
    unknown = dict.fromkeys(name for each in found for name in each.unknown)
    return Lies(surely, perhaps - surely, tuple(unknown))


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return open_gazetteer()


@lru_cache(maxsize=100_000)
def _of_name(place: PlaceName) -> _Found:
    gazetteer = _gazetteer()
    country = place.country_code or _country(place)
    surely: set[int] = set()
    perhaps: set[int] = set()
    unknown: list[str] = []
    if country and (known := gazetteer.country(country)):
        surely |= _with_ancestors([known.id])
    container = None
    for part in reversed((place.name, *place.hierarchy)):
        found = gazetteer.candidates(part, country, container, fuzzy=False)
        if not found and container:
            found = gazetteer.candidates(part, country, fuzzy=False)
        if not found:
            unknown.append(part)
            continue
        best, rivals = found[0], _rivals(found)
        if best.how in SURE and not rivals:
            surely |= _with_ancestors([best.place.id])
            container = best.place
        else:
            perhaps |= _with_ancestors([best.place.id, *(rival.place.id for rival in rivals)])
    return _Found(frozenset(surely), frozenset(perhaps), tuple(unknown))


def _country(place: PlaceName) -> str | None:
    """The code of the country that one of the outer names is."""
    for part in reversed(place.hierarchy):
        named = _gazetteer().candidates(part, fuzzy=False)
        if named and named[0].place.kind == "country":
            return named[0].place.country
    return None


@lru_cache(maxsize=100_000)
def country_of(place: PlaceName) -> str | None:
    """What the gazetteer calls the country of a stated place, else the last name stated."""
    with _one_at_a_time:
        code = place.country_code or _country(place)
        known = _gazetteer().country(code) if code else None
    return known.name if known else (place.hierarchy[-1] if place.hierarchy else None)


def _rivals(found: list[Named]) -> list[Named]:
    """The others that are as likely as the first, and neither lie in it nor around it."""
    best, contains = found[0], _gazetteer().contains
    return [
        other
        for other in found[1:]
        if other.weight > best.weight - RIVAL
        and not contains(best.place, other.place)
        and not contains(other.place, best.place)
    ]


@lru_cache(maxsize=10_000)
def _of_point(point: Point) -> _Found:
    nearest = _gazetteer().near(point, NEAREST_M, 1)
    if not nearest:
        return _Found()
    place = nearest[0].place
    within = _with_ancestors([place.id]) - {place.id}
    return _Found(
        perhaps=frozenset(
            within | ({place.id} if nearest[0].distance_m <= place.radius_m else set())
        )
    )


def _with_ancestors(ids: Iterable[int]) -> set[int]:
    of = _gazetteer().ancestors
    return {id for each in ids for id in (each, *(place.id for place in of(each)))}
