"""Believed statements as XMP: one element for each property, or None where nothing may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from xml.etree.ElementTree import Element, SubElement

from photocat.dates import Edtf
from photocat.places import Point
from photocat.preferred import DOUBTFUL
from photocat.readers.gps import read_xmp_point
from photocat.records import Statement
from photocat.words import fold
from photocat.writing.properties import PROPERTIES, tag_of

Believed = Mapping[str, tuple[Statement, ...]]

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XMP_DATE = re.compile(
    r"(?P<date>\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)"  # a month of 21 is a season
    r"(?:T\d{2}(?P<minutes>:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?"
)
_LEVELS = ("LocationName", "Sublocation", "City", "ProvinceState", "CountryName")
"""Names of a location structure, from near to far (IPTC Photo Metadata 2025.1, 15.6)."""

_LEVEL_OF = {
    "IIM 2:092": 1,
    "XMP Iptc4xmpCore:Location": 1,
    "Manifest sublocation": 1,
    "IIM 2:090": 2,
    "XMP photoshop:City": 2,
    "Manifest city": 2,
    "IIM 2:095": 3,
    "XMP photoshop:State": 3,
    "Manifest state": 3,
    "IIM 2:101": 4,
    "XMP photoshop:Country": 4,
    "Manifest country": 4,
}
"""What the finest name of a place is, by the carrier that named it."""


def wanted(believed: Believed) -> dict[str, Element | None]:
    """The properties to write, by name; None: one that must not stand, since it would be false.

    What is doubtful is not written: in another's hands it would look like a fact.
    """
    found: dict[str, Element | None] = {}
    for line in PROPERTIES:
        sure = [s for s in believed.get(line.field, ()) if s.evidence.confidence >= DOUBTFUL]
        if not sure:
            continue
        texts = [s.text for s in sure]
        match line.form:
            case "text":
                found[line.name] = text_element(line.name, texts[0])
            case "language":
                found[line.name] = array_element(line.name, "Alt", texts[:1])
            case "bag":
                found[line.name] = array_element(line.name, "Bag", texts)
            case "sequence":
                found[line.name] = array_element(line.name, "Seq", texts)
            case "edtf":
                found[line.name] = text_element(line.name, texts[0])
            case "date":
                date = xmp_date(sure[0].date)
                found[line.name] = text_element(line.name, date) if date else None
            case "place":
                found[line.name] = _places(line.name, [_as_one(sure)])
            case "places":
                found[line.name] = _places(line.name, sure)
    return found


def xmp_date(date: Edtf | None) -> str | None:
    """A date as XMP can hold it, never more precise; None where it could only be falsified.

    XMP knows years, months, days and times of day to the minute or finer (XMP Part 1, 8.2.1.2), but
    no doubt, no stretch of time and no part that is unknown.
    """
    match = _XMP_DATE.fullmatch(date.text) if date else None
    if match is None:
        return None
    return match[0] if match["minutes"] or "T" not in match[0] else match["date"]


def text_element(name: str, text: str) -> Element:
    """A simple property."""
    element = Element(tag_of(name))
    element.text = _NOT_XML.sub("", text)
    return element


def array_element(name: str, kind: str, texts: Iterable[str]) -> Element:
    """An array of texts: ``Bag``, ``Seq``, or ``Alt`` with one text in the default language."""
    element = Element(tag_of(name))
    array = SubElement(element, tag_of(f"rdf:{kind}"))
    for text in texts:
        item = SubElement(array, tag_of("rdf:li"))
        item.text = _NOT_XML.sub("", text)
        if kind == "Alt":
            item.set(tag_of("xml:lang"), "x-default")
    return element


def _as_one(statements: Sequence[Statement]) -> Statement:
    """The one place where the camera was: the best name, and the best point."""
    best = statements[0]
    named = best if best.place else next((s for s in statements if s.place), best)
    point = best.point or next((s.point for s in statements if s.point), None)
    return Statement(named.field, named.text, named.evidence, 0, place=named.place, point=point)


def _places(name: str, statements: Iterable[Statement]) -> Element:
    element = Element(tag_of(name))
    bag = SubElement(element, tag_of("rdf:Bag"))
    met = set()
    for statement in statements:
        key = (fold(statement.text), statement.point)
        if key in met:
            continue
        met.add(key)
        item = SubElement(bag, tag_of("rdf:li"))
        item.set(tag_of("rdf:parseType"), "Resource")
        for part, text in _parts(statement):
            SubElement(item, tag_of(part)).text = _NOT_XML.sub("", text)
    return element


def _parts(statement: Statement) -> Iterable[tuple[str, str]]:
    place, point = statement.place, statement.point
    if place:
        finest = _LEVEL_OF.get(statement.evidence.origin, 0)
        names = (place.name, *place.hierarchy)
        for level, text in zip(_levels(finest, len(names)), names, strict=False):
            yield f"Iptc4xmpExt:{_LEVELS[level]}", text
        if place.country_code:
            yield "Iptc4xmpExt:CountryCode", place.country_code
    if point:
        latitude, longitude = xmp_point(point)
        yield "exif:GPSLatitude", latitude
        yield "exif:GPSLongitude", longitude
        if point.radius_m:
            radius = Fraction(point.radius_m).limit_denominator(1000)
            yield "exif:GPSHPositioningError", f"{radius.numerator}/{radius.denominator}"


def _levels(finest: int, count: int) -> tuple[int, ...]:
    """Which levels ``count`` names stand for: the finest first, the country last.

    What lies between is taken from the far end: a name within a country is its province or state.
    """
    last = len(_LEVELS) - 1
    if count == 1:
        return (finest,)
    finest = min(finest, last + 1 - count) if count <= last + 1 else 0
    return (finest, *range(max(last + 2 - count, finest + 1), last + 1))


def xmp_point(point: Point) -> tuple[str, str]:
    """``35,24N`` and ``35,57E``: as few digits of minutes as give the very point again."""
    for digits in range(4, 14):
        latitude = _degrees(point.lat, "NS", digits)
        longitude = _degrees(point.lon, "EW", digits)
        again = read_xmp_point(latitude, longitude)
        if isinstance(again, Point) and (again.lat, again.lon) == (point.lat, point.lon):
            break
    return latitude, longitude


def _degrees(value: float, hemispheres: str, digits: int) -> str:
    whole = int(abs(value))
    minutes = round((abs(value) - whole) * 60, digits)
    if minutes >= 60:
        whole, minutes = whole + 1, 0.0
    text = f"{minutes:.{digits}f}".rstrip("0")
    return f"{whole},{text}{'0' if text.endswith('.') else ''}{hemispheres[value < 0]}"
