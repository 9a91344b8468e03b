"""Which XMP property holds which field: IPTC Core and Extension (IPTC Photo Metadata 2025.1).

The camera and its lens are what the picture's own file says, and are not written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from photocat.readers.ours import NAMESPACE, PREFIX

Form = Literal["text", "language", "bag", "sequence", "date", "edtf", "place", "places"]


@dataclass(frozen=True, slots=True)
class Property:
    """One line of ``PROPERTIES``."""

    field: str
    name: str
    """Prefix and local name."""
    form: Form
    iim: str = ""
    """What ExifTool calls the field in IIM; empty: it has no place there."""
    exif: str = ""
    """The same in EXIF."""


PROPERTIES: tuple[Property, ...] = (
    Property("headline", "photoshop:Headline", "text", "Headline"),
    Property("title", "dc:title", "language", "ObjectName"),
    Property("caption", "dc:description", "language", "Caption-Abstract", "ImageDescription"),
    Property("caption_writer", "photoshop:CaptionWriter", "text", "Writer-Editor"),
    Property("keywords", "dc:subject", "bag", "Keywords"),
    Property("creator", "dc:creator", "sequence", "By-line", "Artist"),
    Property("creator_title", "photoshop:AuthorsPosition", "text", "By-lineTitle"),
    Property("credit_line", "photoshop:Credit", "text", "Credit"),
    Property("source", "photoshop:Source", "text", "Source"),
    Property("copyright_notice", "dc:rights", "language", "CopyrightNotice", "Copyright"),
    Property("usage_terms", "xmpRights:UsageTerms", "language"),
    Property("instructions", "photoshop:Instructions", "text", "SpecialInstructions"),
    Property("job_id", "photoshop:TransmissionReference", "text", "OriginalTransmissionReference"),
    Property("date_created", "photoshop:DateCreated", "date"),
    Property("date_created", "photocat:DateCreated", "edtf"),
    Property("location_created", "Iptc4xmpExt:LocationCreated", "place"),
    Property("location_shown", "Iptc4xmpExt:LocationShown", "places"),
    Property("person_shown", "Iptc4xmpExt:PersonInImage", "bag"),
    Property("organisation_shown", "Iptc4xmpExt:OrganisationInImageName", "bag"),
    Property("event", "Iptc4xmpExt:Event", "language"),
    Property("digital_source_type", "Iptc4xmpExt:DigitalSourceType", "text"),
    Property("alt_text", "Iptc4xmpCore:AltTextAccessibility", "language"),
    Property("rating", "xmp:Rating", "text"),
)
"""Every property that is written."""

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    PREFIX: NAMESPACE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "x": "adobe:ns:meta/",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}
"""Namespace of each prefix that is written."""


def tag_of(name: str) -> str:
    """``dc:title`` as ElementTree names it: ``{http://purl.org/dc/elements/1.1/}title``."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
