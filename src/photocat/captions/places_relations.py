"""``60 km north of X`` and ``eastern X``: places told by another, and never that other itself."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from photocat.captions.places_coasts import coast_of
from photocat.captions.places_links import AFTER, BEFORE, BEHIND, distance_m
from photocat.captions.places_readings import Chain
from photocat.captions.places_words import DIRECTIONS
from photocat.gazetteer import Place
from photocat.places import EARTH_RADIUS_M, Point

NEAR_M = 25_000.0
"""How far ``near X`` may be: what captions call near lies within it nine times in ten."""

BESIDE_M = 12_000.0
"""How far ``north of X`` lies from a small X; from a large one as far as it reaches."""

_EDGE = re.compile(r"outskirts|suburb")
_OFF = re.compile(r"\boff\b")
_COMPASS = re.compile(
    r"\b(?P<side>" + "|".join(sorted(DIRECTIONS, key=len, reverse=True)) + r")(?:most)? $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What is said of a place beside its name."""

    words: str
    """As written: ``near``, ``60 km north of``, ``eastern``."""
    start: int
    end: int
    point: Point


def relation_to(work: str, chain: Chain, start: int, place: Place) -> Relation | None:
    """The relation of a photo to a chain whose innermost place begins at ``start``."""
    if chain.mentions[0].seat:
        return None  # outside the parliament is still in the capital
    if start == chain.start or place.kind in {"country", "admin1", "region"}:
        return _relation(work, start, chain.end, place)
    return None


def lies_elsewhere(work: str, chain: Chain) -> bool:
    """Whether a place is farther from where it is said to be than that from the place that tells
    it: of ``Khed, 57 km north of Pune`` a namesake. Captions take directions lightly."""
    near = chain.near
    if near is None or chain.place is None or near.place is None:
        return False
    told = relation_to(work, near, near.start, near.place)
    if told is None or not any(map(str.isdigit, told.words)):
        return False
    away = told.point.distance_m(near.place.point)
    off = chain.place.point.distance_m(told.point)
    return away > 0 and off > 1.1 * away + chain.place.radius_m


def _relation(work: str, start: int, end: int, place: Place) -> Relation | None:
    """The relation stated before (or behind) a name, with the circle it gives."""
    before = work[max(0, start - 110) : start]
    if match := BEFORE.search(before):
        left = start - len(before) + match.start() + (0 if match[0][:1].isalnum() else 1)
        words = work[left:start].strip()
        away = distance_m(match["n1"], match["u1"]) if match["n1"] else None
        side = (match["d1"] or match["side"] or "").lower()
        if match["side"] and (behind := BEHIND.match(work[end : end + 60])):
            away = distance_m(behind["n3"], behind["u3"])
            end += behind.end()
        shore = coast_of(place) if not side and _OFF.search(words) else None
        if shore:
            return Relation(
                words, left, end, Point(shore.lat, shore.lon, shore.radius_m + (away or 0.0))
            )
        return Relation(words, left, end, _circle(place, away, side, words))
    if match := AFTER.match(work[end : end + 80]):
        away = distance_m(match["n2"], match["u2"])
        words = work[end : end + match.end()].strip(" ,")
        point = _circle(place, away, match["d2"].lower(), words)
        return Relation(words, start, end + match.end(), point)
    if (
        place.kind in {"country", "admin1", "region", "continent"}
        and (match := _COMPASS.search(before))
        and not place.name.lower().startswith(match["side"].lower())
    ):
        side = match["side"].lower()
        middle = moved(place.point, place.radius_m * 0.5, DIRECTIONS[side])
        return Relation(
            match["side"],
            start - len(before) + match.start(),
            end,
            Point(middle.lat, middle.lon, place.radius_m * 0.6),
        )
    return None


def moved(point: Point, distance_m: float, bearing: float) -> Point:
    """The point at a distance and bearing on the sphere."""
    angle, course = distance_m / EARTH_RADIUS_M, math.radians(bearing)
    lat, lon = math.radians(point.lat), math.radians(point.lon)
    north = math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(course)
    there = math.asin(max(-1.0, min(1.0, north)))
    east = math.atan2(
        math.sin(course) * math.sin(angle) * math.cos(lat),
        math.cos(angle) - math.sin(lat) * math.sin(there),
    )
    return Point(math.degrees(there), (math.degrees(lon + east) + 540) % 360 - 180)


def _circle(place: Place, away: float | None, side: str, words: str) -> Point:
    """A circle around where it is said to be; without a distance, a larger one around the name."""
    if away is None and side:
        middle = moved(place.point, max(BESIDE_M, place.radius_m), DIRECTIONS[side])
        return Point(middle.lat, middle.lon, place.radius_m + NEAR_M)
    if away is None:
        least = 0.0 if _EDGE.search(words) else NEAR_M
        return Point(place.lat, place.lon, max(place.radius_m * 1.5, least))
    if not side:
        return Point(place.lat, place.lon, place.radius_m + away * 1.1)
    there = moved(place.point, away, DIRECTIONS[side])
    return Point(there.lat, there.lon, place.radius_m + max(5_000.0, away * 0.4))
