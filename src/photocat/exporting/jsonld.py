"""schema.org as JSON-LD 1.1: the photos as ``ImageObject`` in a list, as search engines read them.

A date that ISO 8601 can hold is written as it was stated, never finer. Any other is a literal of
the EDTF type of the Library of Congress. Where a photo was made is ``locationCreated``, what it
shows ``contentLocation``; a point that is known within a radius is a ``GeoCircle``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from photocat.dates import Edtf
from photocat.exporting.believed import Believed, Spot
from photocat.exporting.names import (
    MEDIA_TYPES,
    file_uri,
    is_address,
    path_of,
    photo_uri,
    position,
    present,
)
from photocat.exporting.text import to_document, to_json

if TYPE_CHECKING:
    from photocat.exporting.about import About
    from photocat.records import Tag
    from photocat.store.stream import Described

Thing = dict[str, Any]

CONTEXT = "https://schema.org"
EDTF = "http://id.loc.gov/datatypes/edtf"
"""Of literals that are EDTF expressions (id.loc.gov/datatypes/edtf.html)."""

_TEXTS = (
    ("name", "title"),
    ("headline", "headline"),
    ("caption", "caption"),
    ("creditText", "credit_line"),
    ("copyrightNotice", "copyright_notice"),
    ("conditionsOfAccess", "usage_terms"),
)
_LINKS = (
    ("license", "XMP xmpRights:WebStatement"),
    ("acquireLicensePage", "XMP plus:Licensor/plus:LicensorURL"),
)
"""What raw tags give as addresses, by the property that they are (IPTC, Google's image licence)."""

_SHOWN = (("Person", "person_shown"), ("Organization", "organisation_shown"), ("Event", "event"))


def written(photos: Iterable[Described], about: About) -> Iterator[bytes]:
    """The list, a photo on each line."""
    whole = {
        "@context": CONTEXT,
        "@type": "ItemList",
        "name": about.query or "Everything",
        "numberOfItems": about.photos,
    }
    elements = (
        {
            "@type": "ListItem",
            "position": number,
            "description": photo.shape["match"],
            "item": image_object(photo),
        }
        for number, photo in enumerate(photos, 1)
    )
    return to_document(whole, "itemListElement", elements, _embeddable)


def _embeddable(thing: object) -> str:
    """JSON that may stand within a page: nothing in it ends the script that it is in."""
    return to_json(thing).replace("<", r"\u003c")


def image_object(photo: Described) -> Thing:
    """One photo."""
    shape, believed = photo.shape, Believed(photo.statements)
    thing: Thing = {
        "@type": "ImageObject",
        "@id": photo_uri(shape["sha256"]),
        "sha256": shape["sha256"],
        "contentUrl": [file_uri(path_of(file)) for file in present(shape)],
        "encodingFormat": MEDIA_TYPES.get(shape["format"]),
        "width": _pixels(shape["width"]),
        "height": _pixels(shape["height"]),
    }
    thing |= {name: believed.text(field) for name, field in _TEXTS}
    creators = believed.texts("creator")
    job = believed.text("creator_title") if len(creators) == 1 else None
    thing |= {
        "keywords": believed.texts("keywords"),
        "creator": [_named("Person", name, jobTitle=job) for name in creators],
        "provider": [_named("Organization", name) for name in believed.texts("source")],
        "dateCreated": _date(believed.date()),
        "locationCreated": _place(believed.made_at()),
        "contentLocation": [_place(spot) for spot in believed.shows()],
        "about": [_named(kind, name) for kind, field in _SHOWN for name in believed.texts(field)],
        "exifData": [
            _named("PropertyValue", name, value=text)
            for name in ("camera", "lens")
            for text in believed.texts(name)
        ],
    }
    if (kind := believed.text("digital_source_type")) and is_address(kind):
        thing["digitalSourceType"] = {"@id": kind}
    return _told(thing | _links(photo.tags))


def _links(tags: Sequence[Tag]) -> Thing:
    from photocat.fields import carrier_of

    said = {carrier_of(tag.origin): tag.value for tag in reversed(tags)}
    return {name: said[origin] for name, origin in _LINKS if is_address(said.get(origin, ""))}


def _date(date: Edtf | None) -> str | Thing | None:
    from photocat.writing.values import xmp_date

    if date is None:
        return None
    return xmp_date(date) or {"@type": EDTF, "@value": date.text}


def _place(spot: Spot | None) -> Thing | None:
    if spot is None:
        return None
    name, point = spot
    place: Thing = {"@type": "Place"}
    if name:
        place["name"] = name.name
        if name.country_code:
            country = {"@type": "PostalAddress", "addressCountry": name.country_code}
            place["address"] = country
        within: Thing | None = None
        for outer in reversed(name.hierarchy):
            within = _told({"@type": "Place", "name": outer, "containedInPlace": within})
        place["containedInPlace"] = within
    if point:
        longitude, latitude = position(point.lat, point.lon)
        middle = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
        circle = {"@type": "GeoCircle", "geoMidpoint": middle, "geoRadius": point.radius_m}
        place["geo"] = circle if point.radius_m else middle
    return _told(place)


def _pixels(number: int | None) -> Thing | None:
    """A length in pixels, by their code in UN/CEFACT Recommendation 20."""
    return {"@type": "QuantitativeValue", "value": number, "unitCode": "E37"} if number else None


def _named(kind: str, name: str, **more: str | None) -> Thing:
    return _told({"@type": kind, "name": name, **more})


def _told(thing: Thing) -> Thing:
    """A thing without what is not known of it; of one value no list."""
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in thing.items()
        if value not in (None, "", [])
    }
