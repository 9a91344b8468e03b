"""Points, boxes and distances on the Earth. Pure geometry, no names.

Latitudes and longitudes are WGS 84 decimal degrees, north and east positive. Distances are metres
on a sphere of mean radius 6,371,008.8 m (IUGG), which is within 0.6 % of the ellipsoid.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from photocat.errors import BadPlace

EARTH_RADIUS_M = 6_371_008.8
ROUNDING = 1e-9
"""Radians (6 mm) by which a prefilter is widened, so that rounding never loses a point."""

COMPASS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
"""Directions, clockwise from the north."""

METRES = {"m": 1.0, "km": 1_000.0, "mi": 1_609.344, "nm": 1_852.0, "": 1_000.0}
"""Metres in each unit a distance may be written in; a bare number is kilometres."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on Earth, with the radius in metres within which it is known."""

    lat: float
    lon: float
    radius_m: float = 0.0

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):  # false for NaN too
            raise BadPlace(f"{self.lat},{self.lon}", "latitude is -90..90, longitude -180..180")
        if not self.radius_m >= 0:
            raise BadPlace(f"{self.radius_m}", "a radius is not negative")

    def distance_m(self, other: Point) -> float:
        """Great-circle distance in metres (haversine)."""
        lat1, lat2 = math.radians(self.lat), math.radians(other.lat)
        half_dlat = (lat2 - lat1) / 2
        half_dlon = math.radians(other.lon - self.lon) / 2
        h = math.sin(half_dlat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_dlon) ** 2
        return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, h)))

    def direction_of(self, other: Point) -> str:
        """Where the other point lies from here, as one of ``COMPASS`` (initial course)."""
        lat1, lat2 = math.radians(self.lat), math.radians(other.lat)
        dlon = math.radians(other.lon - self.lon)
        east = math.sin(dlon) * math.cos(lat2)
        north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(dlon)
        return COMPASS[round(math.degrees(math.atan2(east, north)) / 45) % 8]


@dataclass(frozen=True, slots=True)
class Box:
    """A bounding box; ``west > east`` means that it crosses the antimeridian (RFC 7946, 5.2)."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west <= 180 and -180 <= self.east <= 180):
            raise BadPlace(f"{self.west},{self.east}", "longitude is -180..180")
        if not (-90 <= self.south <= self.north <= 90):
            raise BadPlace(f"{self.south},{self.north}", "south is not above north, -90..90")

    def contains(self, point: Point) -> bool:
        """Whether the point lies inside or on the edge."""
        if not self.south <= point.lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= point.lon <= self.east
        return point.lon >= self.west or point.lon <= self.east

    def parts(self) -> tuple[Box, ...]:
        """The box as one or two boxes that do not cross the antimeridian."""
        if self.west <= self.east:
            return (self,)
        return (
            Box(self.west, self.south, 180.0, self.north),
            Box(-180.0, self.south, self.east, self.north),
        )


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within ``radius_m`` metres of a centre."""

    centre: Point
    radius_m: float

    def contains(self, point: Point) -> bool:
        """Whether the point lies within the radius."""
        return self.centre.distance_m(point) <= self.radius_m

    def box(self) -> Box:
        """The smallest latitude/longitude box around the circle: a prefilter, never the answer."""
        angle = self.radius_m / EARTH_RADIUS_M + ROUNDING
        south = self.centre.lat - math.degrees(angle)
        north = self.centre.lat + math.degrees(angle)
        if south <= -90 or north >= 90 or angle >= math.pi / 2:
            return Box(-180.0, max(south, -90.0), 180.0, min(north, 90.0))
        spread = math.degrees(math.asin(math.sin(angle) / math.cos(math.radians(self.centre.lat))))
        west, east = self.centre.lon - spread, self.centre.lon + spread
        return Box(
            west + 360 if west < -180 else west, south, east - 360 if east > 180 else east, north
        )


def read_point(text: str) -> Point:
    """``"35.40,35.95"`` as a point (latitude first, as people and ISO 6709 write it)."""
    lat, lon = _numbers(text, 2, "write latitude,longitude as in 35.40,35.95")
    return Point(lat, lon)


def read_box(text: str) -> Box:
    """``"35,34,37,36"`` as a box: west, south, east, north (the order of GeoJSON)."""
    return Box(*_numbers(text, 4, "write west,south,east,north as in 35,34,37,36"))


def read_distance_m(text: str) -> float:
    """``"25km"``, ``"500m"``, ``"10mi"``, ``"3nm"`` or ``"25"`` (kilometres) in metres."""
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(m|km|mi|nm|)\s*", text.lower())
    if not match:
        raise BadPlace(text, "write a distance as in 25km, 500m, 10mi or 3nm")
    return float(match[1]) * METRES[match[2]]


def _numbers(text: str, count: int, advice: str) -> list[float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        raise BadPlace(text, advice) from None
    if len(numbers) != count:
        raise BadPlace(text, advice)
    return numbers
