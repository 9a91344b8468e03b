"""What carriers say of the place a photo was created at, and of the places it shows.

The structures of IPTC Extension keep the two roles apart. The older city fields never said which of
them they meant, so their statements do not claim more than that (IPTC Photo Metadata 2025.1, City).
"""

from __future__ import annotations

from collections.abc import Iterator

from photocat.fields import rank_of
from photocat.places import Point
from photocat.readers.charsets import clean
from photocat.readers.countries import alpha_2
from photocat.readers.gps import NoPlace, read_exif_point, read_xmp_point
from photocat.readers.ninjs import MADE_THERE
from photocat.readers.voices import Voices
from photocat.records import Evidence, Note, PlaceName, Statement, Tag

BLURRED = 0.6
"""Confidence that a city field names the place of the camera rather than what it saw."""

_LEGACY = (
    ("IIM 2:092", "IIM 2:090", "IIM 2:095", "IIM 2:101", "IIM 2:100"),
    (
        "XMP Iptc4xmpCore:Location",
        "XMP photoshop:City",
        "XMP photoshop:State",
        "XMP photoshop:Country",
        "XMP Iptc4xmpCore:CountryCode",
    ),
    (
        "Manifest sublocation",
        "Manifest city",
        "Manifest state",
        "Manifest country",
        "Manifest country_code",
    ),
)
"""Sublocation, city, province or state, country and its code, from near to far."""

_POINTS = (
    ("XMP exif:GPSLatitude", "XMP exif:GPSLongitude", "xmp-gps"),
    ("Manifest latitude", "Manifest longitude", "manifest-point"),
    ("Takeout geoData/latitude", "Takeout geoData/longitude", "takeout-point"),
    ("Takeout geoDataExif/latitude", "Takeout geoDataExif/longitude", "takeout-exif-point"),
)
"""Latitude and longitude of the place of the camera, in degrees, and the rule."""
_ERROR = "exif:GPSHPositioningError"
_XMP_ERROR = f"XMP {_ERROR}"
_NO_TAKEOUT_POINTS = ("0.0 0.0", "0 0")

_NAMED = (
    ("location_created", "ninjs located", "ninjs-located", BLURRED),
    ("location_shown", "Manifest location_shown", "manifest-place", 1.0),
)
"""Places that have but a name: the field, its carrier, the rule and the confidence."""

_STRUCTURES = (
    ("location_created", "XMP Iptc4xmpExt:LocationCreated"),
    ("location_shown", "XMP Iptc4xmpExt:LocationShown"),
)
_NAMES = ("LocationName", "Sublocation", "City", "ProvinceState", "CountryName")
_EXT = "Iptc4xmpExt:"


def place_statements(voices: Voices) -> Iterator[Statement | Note]:
    """Every place that is named or measured, and a note for each that is none."""
    for field, carrier in _STRUCTURES:
        yield from _structures(voices, field, carrier)
    for carriers in _LEGACY:
        yield from _legacy(voices, carriers)
    yield from _exif_point(voices)
    for latitude, longitude, rule in _POINTS:
        yield from _point(voices, latitude, longitude, rule)
    for field, carrier, rule, confidence in _NAMED:
        for tag in voices.all(carrier):
            if name := _place_name([clean(tag.value)], ""):
                yield _statement(field, tag.origin, tag, rule, confidence, name, None)
    yield from _ninjs_places(voices)


def _structures(voices: Voices, field: str, carrier: str) -> Iterator[Statement | Note]:
    """One statement for each location structure, with its own coordinates."""
    places: dict[str, dict[str, Tag]] = {}
    for known, tags in voices.by_carrier.items():
        if known.startswith(carrier + "/"):
            for tag in tags:
                origin, _, part = tag.origin.partition("/")
                places.setdefault(origin, {}).setdefault(part, tag)
    for origin, parts in sorted(places.items()):
        named = [parts[_EXT + name] for name in _NAMES if _EXT + name in parts]
        code = parts.get(f"{_EXT}CountryCode")
        point: Point | None = None
        latitude, longitude = parts.get("exif:GPSLatitude"), parts.get("exif:GPSLongitude")
        if latitude and longitude:
            error = parts.get(_ERROR)
            read = read_xmp_point(
                latitude.value, longitude.value, error=clean(error.value) if error else ""
            )
            if isinstance(read, NoPlace):
                yield Note("place-refused", f"{origin}: {read.reason}")
            else:
                point = read
        name = _place_name([clean(t.value) for t in named], clean(code.value) if code else "")
        if name or point:
            first = named[0] if named else code or latitude or next(iter(parts.values()))
            yield _statement(field, origin, first, "iptc-location", 1.0, name, point)


def _legacy(voices: Voices, carriers: tuple[str, ...]) -> Iterator[Statement]:
    """The city fields as one place, from the finest name outwards."""
    tags = [tag for tag in map(voices.first, carriers[:-1]) if tag and clean(tag.value)]
    code = voices.first(carriers[-1])
    name = _place_name([clean(t.value) for t in tags], voices.text(carriers[-1]))
    first = tags[0] if tags else code
    if name and first:
        yield _statement(
            "location_created", first.origin, first, "city-of-blurred-role", BLURRED, name, None
        )


def _place_name(names: list[str], code: str) -> PlaceName | None:
    """The finest name and what it lies in; a code alone stands for its country."""
    names = [name for name in names if name] or ([code] if code else [])
    if not names:
        return None
    return PlaceName(names[0], tuple(names[1:]), alpha_2(code))


def _exif_point(voices: Voices) -> Iterator[Statement | Note]:
    latitude, longitude = voices.first("EXIF GPSLatitude"), voices.first("EXIF GPSLongitude")
    if not latitude or not longitude:
        return
    refs = voices.text("EXIF GPSLatitudeRef"), voices.text("EXIF GPSLongitudeRef")
    point = read_exif_point(
        latitude.value, refs[0], longitude.value, refs[1], voices.text("EXIF GPSHPositioningError")
    )
    quote = f"{latitude.value} {refs[0]} {longitude.value} {refs[1]}"
    yield from _measured(latitude, quote, point, "exif-gps")


def _point(voices: Voices, lat: str, lon: str, rule: str) -> Iterator[Statement | Note]:
    latitude, longitude = voices.first(lat), voices.first(lon)
    if latitude and longitude:
        quote = f"{latitude.value} {longitude.value}"
        if lat.startswith("Takeout ") and quote in _NO_TAKEOUT_POINTS:
            return
        refs = voices.text(f"{lat}Ref"), voices.text(f"{lon}Ref")
        error = voices.text(_XMP_ERROR) if lat.startswith("XMP ") else ""
        point = read_xmp_point(latitude.value, longitude.value, *refs, error)
        yield from _measured(latitude, quote, point, rule)


def _ninjs_places(voices: Voices) -> Iterator[Statement | Note]:
    """Places that a news item is related to, with the point of their GeoJSON.

    It shows them, unless it is said that it was made there, as our own exports say.
    """
    for carrier in ("ninjs places", "ninjs place"):
        related = {tag.origin.partition("/")[0]: tag.value for tag in voices.all(f"{carrier}/rel")}
        points: dict[str, list[str]] = {}
        for tag in voices.all(f"{carrier}/geoJSON/coordinates"):
            points.setdefault(tag.origin.partition("/")[0], []).append(tag.value)
        for tag in voices.all(f"{carrier}/name"):
            name = _place_name([clean(tag.value)], "")
            origin = tag.origin.partition("/")[0]
            longitude_first = points.get(origin, [])
            point = None
            if len(longitude_first) in (2, 3):
                point = read_xmp_point(longitude_first[1], longitude_first[0])
            if isinstance(point, NoPlace):
                yield Note("place-refused", f"{origin}: {point.reason}")
            if name:
                there = point if isinstance(point, Point) else None
                made_there = related.get(origin) == MADE_THERE
                field = "location_created" if made_there else "location_shown"
                yield _statement(field, origin, tag, "ninjs-place", BLURRED, name, there)


def _measured(
    tag: Tag, quote: str, point: Point | NoPlace, rule: str
) -> Iterator[Statement | Note]:
    if isinstance(point, NoPlace):
        yield Note("place-refused", f"{tag.origin} {quote[:120]!r}: {point.reason}")
        return
    told = Tag(tag.origin, quote, scope=tag.scope)
    yield _statement("location_created", tag.origin, told, rule, 1.0, None, point)


def _statement(
    field: str,
    origin: str,
    tag: Tag,
    rule: str,
    confidence: float,
    name: PlaceName | None,
    point: Point | None,
) -> Statement:
    text = name.name if name else point_text(point) if point else ""
    return Statement(
        field=field,
        text=text,
        evidence=Evidence(origin, tag.value, rule, None, confidence),
        rank=rank_of(field, origin),
        scope=tag.scope,
        place=name,
        point=point,
    )


def point_text(point: Point) -> str:
    """``35.4,35.95``: latitude and longitude to a hundredth of a metre, without needless zeros."""
    return ",".join(f"{value:.7f}".rstrip("0").rstrip(".") for value in (point.lat, point.lon))
