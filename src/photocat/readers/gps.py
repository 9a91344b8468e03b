"""Coordinates as EXIF and XMP write them, to a point or to a reason (Exif 3.0, GPS attributes)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.places import Point

METRES = 111_195
"""In a degree of latitude."""

NULL_ISLAND = 1e-4
"""Degrees around 0,0 within which a point is what a camera without a fix writes."""

_RATIONAL = re.compile(r"(-?\d+)/(-?\d+)")
_XMP = re.compile(
    r"""\s* (?P<before>[NSEW])? \s*
        (?P<deg>\d+(?:\.\d+)?) (?: \s* (?: , | deg | ° | \s ) \s*
        (?P<min>\d+(?:\.\d+)?) (?: \s* (?: , | ' | ′ | \s ) \s*
        (?P<sec>\d+(?:\.\d+)?) )? )?
        \s* (?: deg | ° | ' | ′ | " | ″ )? \s* (?P<ref>[NSEW])? \s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""``35,24.5N``; by some programs ``35° 24' 30" N``, ``35 24.5N`` or ``N35,24.5``."""

LONGEST = 80
"""Characters of a coordinate; what is longer is none."""

_DECIMAL = re.compile(r"\s*[+-]?\d{1,3}(?:\.\d+)?\s*")


_BETWEEN = re.compile(r"[\s,;]+")
_UNITS = (1, 60, 3600)
"""Degrees, minutes, seconds: how many make a degree."""


@dataclass(frozen=True, slots=True)
class NoPlace:
    """A raw coordinate that is no place on Earth, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Angle:
    degrees: float
    step: float = 0.0
    """The unit at which it was left off, in degrees: a whole minute without seconds is one."""


def read_exif_point(
    lat: str, lat_ref: str, lon: str, lon_ref: str, error: str = ""
) -> Point | NoPlace:
    """Degrees, minutes and seconds as rationals (``52/1 30/1 1234/100``) with their hemispheres.

    Seconds, or minutes and seconds, may be missing or without a value (``0/0``): then the point is
    as uncertain as the whole minute or degree that was stated.
    """
    latitude = _exif_angle(lat, lat_ref, "NS", 90)
    longitude = _exif_angle(lon, lon_ref, "EW", 180)
    return _point(latitude, longitude, _radius(error))


def read_xmp_point(
    lat: str, lon: str, lat_ref: str = "", lon_ref: str = "", error: str = ""
) -> Point | NoPlace:
    """``35,24.0N`` and ``35,57.5E`` (XMP Part 2, GPSCoordinate), or signed decimal degrees.

    Some programs write the hemispheres into properties of their own, as EXIF does.
    """
    latitude, longitude = _xmp_angle(lat, lat_ref, "NS", 90), _xmp_angle(lon, lon_ref, "EW", 180)
    return _point(latitude, longitude, _radius(error))


def _radius(error: str) -> float:
    metres = _number(error)
    return metres if metres is not None and metres > 0 else 0.0


def _point(lat: _Angle | NoPlace, lon: _Angle | NoPlace, radius: float) -> Point | NoPlace:
    if isinstance(lat, NoPlace):
        return lat
    if isinstance(lon, NoPlace):
        return lon
    if abs(lat.degrees) < NULL_ISLAND and abs(lon.degrees) < NULL_ISLAND:
        return NoPlace("0,0 is what a camera without a fix writes")
    left_off = round(max(lat.step, lon.step) / 2 * METRES)
    return Point(lat.degrees, lon.degrees, max(radius, left_off))


def _exif_angle(text: str, ref: str, hemispheres: str, limit: int) -> _Angle | NoPlace:
    written = [part for part in _BETWEEN.split(text) if part]
    parts = [_number(part) for part in written]
    while len(parts) > 1 and parts[-1] is None and written[len(parts) - 1].endswith("/0"):
        parts.pop()
    if not parts or len(parts) > 3:
        return NoPlace(f"{text[:60]!r} is not degrees, minutes and seconds")
    angle = _angle(parts, ref, hemispheres, limit)
    last = parts[-1]
    if isinstance(angle, _Angle) and len(parts) < 3 and last is not None and last == int(last):
        return _Angle(angle.degrees, 1 / _UNITS[len(parts) - 1])
    return angle


def _xmp_angle(text: str, ref: str, hemispheres: str, limit: int) -> _Angle | NoPlace:
    if ref.strip() and text.strip()[:1].isdigit() and text.strip()[-1].isdigit():
        text = f"{text.strip()}{ref.strip()[:1]}"
    if len(text) <= LONGEST and _DECIMAL.fullmatch(text):
        value = float(text)
        return (
            _Angle(value) if abs(value) <= limit else NoPlace(f"{text} is beyond {limit} degrees")
        )
    match = _XMP.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        return NoPlace(f"{text[:60]!r} is no coordinate")
    parts: list[float | None] = [float(match[p]) for p in ("deg", "min", "sec") if match[p]]
    return _angle(parts, match["ref"] or match["before"] or "", hemispheres, limit)


def _angle(parts: list[float | None], ref: str, hemispheres: str, limit: int) -> _Angle | NoPlace:
    hemisphere = ref.strip().upper()[:1]
    if not hemisphere or hemisphere not in hemispheres:
        return NoPlace(f"hemisphere {ref[:20]!r} is neither {hemispheres[0]} nor {hemispheres[1]}")
    total = 0.0
    for part, size, most in zip(parts, _UNITS, (limit, 60, 60), strict=False):
        if part is None or not 0 <= part <= most:
            return NoPlace(f"{'a fraction with no value' if part is None else part} in an angle")
        total += part / size
    if total > limit:
        return NoPlace(f"{total} is beyond {limit} degrees")
    return _Angle(-total if hemisphere == hemispheres[1] else total)


def _number(text: str) -> float | None:
    """A rational or plain number; None where the denominator is zero or nothing stands there."""
    if len(text) > LONGEST:
        return None
    match = _RATIONAL.fullmatch(text)
    if match:
        return int(match[1]) / int(match[2]) if int(match[2]) else None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e9 else None
