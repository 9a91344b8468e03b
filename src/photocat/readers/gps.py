"""Coordinates as EXIF and XMP write them, to a point or to a reason (Exif 3.0, GPS attributes)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.places import Point

NULL_ISLAND = 1e-4
"""Degrees around 0,0 within which a point is what a camera without a fix writes."""

_RATIONAL = re.compile(r"(-?\d+)/(-?\d+)")
_XMP = re.compile(
    r"\s*(?P<deg>\d+(?:\.\d+)?)(?:,\s*(?P<min>\d+(?:\.\d+)?))?(?:,\s*(?P<sec>\d+(?:\.\d+)?))?"
    r"\s*(?P<ref>[NSEWnsew])\s*"
)
_DECIMAL = re.compile(r"\s*[+-]?\d{1,3}(?:\.\d+)?\s*")


@dataclass(frozen=True, slots=True)
class NoPlace:
    """A raw coordinate that is no place on Earth, and why."""

    reason: str


def read_exif_point(
    lat: str, lat_ref: str, lon: str, lon_ref: str, error: str = ""
) -> Point | NoPlace:
    """Degrees, minutes and seconds as rationals (``52/1 30/1 1234/100``) with their hemispheres."""
    latitude = _exif_degrees(lat, lat_ref, "NS", 90)
    longitude = _exif_degrees(lon, lon_ref, "EW", 180)
    radius = _number(error)
    return _point(latitude, longitude, radius if radius is not None and radius > 0 else 0.0)


def read_xmp_point(lat: str, lon: str) -> Point | NoPlace:
    """``35,24.0N`` and ``35,57.5E`` (XMP Part 2, GPSCoordinate), or signed decimal degrees."""
    return _point(_xmp_degrees(lat, "NS", 90), _xmp_degrees(lon, "EW", 180), 0.0)


def _point(lat: float | NoPlace, lon: float | NoPlace, radius: float) -> Point | NoPlace:
    if isinstance(lat, NoPlace):
        return lat
    if isinstance(lon, NoPlace):
        return lon
    if abs(lat) < NULL_ISLAND and abs(lon) < NULL_ISLAND:
        return NoPlace("0,0 is what a camera without a fix writes")
    return Point(lat, lon, radius)


def _exif_degrees(text: str, ref: str, hemispheres: str, limit: int) -> float | NoPlace:
    parts = [_number(part) for part in text.split()]
    if not parts or len(parts) > 3:
        return NoPlace(f"{text[:60]!r} is not degrees, minutes and seconds")
    return _degrees(parts, ref, hemispheres, limit)


def _xmp_degrees(text: str, hemispheres: str, limit: int) -> float | NoPlace:
    if _DECIMAL.fullmatch(text):
        value = float(text)
        return value if abs(value) <= limit else NoPlace(f"{text} is beyond {limit} degrees")
    match = _XMP.fullmatch(text)
    if not match:
        return NoPlace(f"{text[:60]!r} is no coordinate")
    parts: list[float | None] = [float(match[p]) for p in ("deg", "min", "sec") if match[p]]
    return _degrees(parts, match["ref"], hemispheres, limit)


def _degrees(parts: list[float | None], ref: str, hemispheres: str, limit: int) -> float | NoPlace:
    hemisphere = ref.strip().upper()[:1]
    if not hemisphere or hemisphere not in hemispheres:
        return NoPlace(f"hemisphere {ref[:20]!r} is neither {hemispheres[0]} nor {hemispheres[1]}")
    total = 0.0
    for part, size, most in zip(parts, (1, 60, 3600), (limit, 60, 60), strict=False):
        if part is None or not 0 <= part <= most:
            return NoPlace(f"{'a fraction with no value' if part is None else part} in an angle")
        total += part / size
    if total > limit:
        return NoPlace(f"{total} is beyond {limit} degrees")
    return -total if hemisphere == hemispheres[1] else total


def _number(text: str) -> float | None:
    """A rational or plain number; None where the denominator is zero or nothing stands there."""
    match = _RATIONAL.fullmatch(text)
    if match:
        return int(match[1]) / int(match[2]) if int(match[2]) else None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e9 else None
