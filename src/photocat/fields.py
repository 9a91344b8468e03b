"""The fields a photo is described by, and where each is found: one table.

Names are the IPTC Photo Metadata properties (IPTC Photo Metadata Standard 2025.1) in snake case.
``carriers`` lists, in order of precedence, the origins a field is read from. The order follows the
Metadata Working Group's guidance (MWG 2.0, chapter 5): the first carrier that speaks is preferred,
the others stay as further statements.

Origins are written as people name them: ``IIM 2:120`` (IPTC-IIM 4.2 record:dataset),
``XMP dc:description`` (namespace prefix and local name), ``EXIF ImageDescription`` (Exif 3.0),
``ninjs people/name`` (path in the JSON beside a file), ``Manifest caption`` (what a column means).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What the values of a field are."""

    TEXT = "text"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Field:
    """One line of ``FIELDS``."""

    name: str
    label: str
    """The property's name in the standard, for people."""
    kind: Kind = Kind.TEXT
    repeatable: bool = False
    union: bool = False
    """Whether the values of all carriers are taken together, rather than those of the first."""
    carriers: tuple[str, ...] = ()
    prose: bool = False
    """Whether its words belong to the full-text index."""


FIELDS: tuple[Field, ...] = (
    Field(
        "headline",
        "Headline",
        carriers=(
            *("IIM 2:105", "XMP photoshop:Headline"),
            *("ninjs headlines/value", "ninjs headline", "Manifest headline"),
        ),
        prose=True,
    ),
    Field(
        "title",
        "Title",
        carriers=(
            *("IIM 2:005", "XMP dc:title", "EXIF ImageTitle", "EXIF XPTitle", "PNG Title"),
            *("ninjs title", "Manifest title"),
        ),
        prose=True,
    ),
    Field(
        "caption",
        "Description",
        carriers=(
            "IIM 2:120",
            "XMP dc:description",
            "EXIF ImageDescription",
            "EXIF UserComment",
            "XMP exif:UserComment",
            "XMP tiff:ImageDescription",
            "EXIF XPComment",
            "PNG Description",
            *("ninjs descriptions/value", "ninjs description_caption", "ninjs description_text"),
            *("Manifest caption", "Takeout description"),
        ),
        prose=True,
    ),
    Field(
        "caption_writer",
        "Description Writer",
        carriers=("IIM 2:122", "XMP photoshop:CaptionWriter", "Manifest caption_writer"),
    ),
    Field(
        "keywords",
        "Keywords",
        repeatable=True,
        union=True,
        carriers=(
            *("IIM 2:025", "XMP dc:subject", "EXIF XPKeywords"),
            *("ninjs keywords", "ninjs subjects/name", "ninjs subject/name", "Manifest keywords"),
        ),
        prose=True,
    ),
    Field(
        "creator",
        "Creator",
        repeatable=True,
        carriers=(
            "IIM 2:080",
            "XMP dc:creator",
            "EXIF Artist",
            "EXIF Photographer",
            "XMP tiff:Artist",
            "EXIF XPAuthor",
            "PNG Author",
            *("ninjs by", "ninjs byline", "Manifest creator"),
        ),
    ),
    Field(
        "creator_title",
        "Creator's Jobtitle",
        carriers=("IIM 2:085", "XMP photoshop:AuthorsPosition", "Manifest creator_title"),
    ),
    Field(
        "credit_line",
        "Credit Line",
        carriers=("IIM 2:110", "XMP photoshop:Credit", "ninjs creditline", "Manifest credit_line"),
    ),
    Field(
        "source",
        "Source",
        carriers=(
            *("IIM 2:115", "XMP photoshop:Source"),
            *("ninjs infoSources/name", "ninjs infosource/name", "Manifest source"),
        ),
    ),
    Field(
        "copyright_notice",
        "Copyright Notice",
        carriers=(
            "IIM 2:116",
            "XMP dc:rights",
            "EXIF Copyright",
            "XMP tiff:Copyright",
            "PNG Copyright",
            *("ninjs copyrightNotice", "Manifest copyright_notice"),
        ),
    ),
    Field(
        "usage_terms",
        "Rights Usage Terms",
        carriers=("XMP xmpRights:UsageTerms", "ninjs usageTerms", "Manifest usage_terms"),
    ),
    Field(
        "instructions",
        "Instructions",
        carriers=(
            *("IIM 2:040", "XMP photoshop:Instructions"),
            *("ninjs edNote", "Manifest instructions"),
        ),
    ),
    Field(
        "job_id",
        "Job Id",
        carriers=("IIM 2:103", "XMP photoshop:TransmissionReference", "Manifest job_id"),
    ),
    Field(
        "date_created",
        "Date Created",
        kind=Kind.DATE,
        carriers=(
            "XMP photocat:DateCreated",
            "caption",
            "EXIF DateTimeOriginal",
            "CIFF DateTimeOriginal",
            "XMP exif:DateTimeOriginal",
            "IIM 2:055",
            "XMP photoshop:DateCreated",
            "EXIF GPSDateStamp",
            "XMP exif:GPSTimeStamp",
            "EXIF DateTimeDigitized",
            "XMP exif:DateTimeDigitized",
            "IIM 2:062",
            "XMP xmp:CreateDate",
            "PNG Creation Time",
            *("ninjs contentCreated", "Manifest date_created"),
            *("Takeout photoTakenTime/timestamp", "file name"),
        ),
    ),
    Field(
        "location_created",
        "Location Created",
        kind=Kind.PLACE,
        repeatable=True,
        carriers=(
            "XMP Iptc4xmpExt:LocationCreated",
            "IIM 2:092",
            "IIM 2:090",
            "IIM 2:095",
            "IIM 2:101",
            "IIM 2:100",
            "XMP Iptc4xmpCore:Location",
            "XMP photoshop:City",
            "XMP photoshop:State",
            "XMP photoshop:Country",
            "XMP Iptc4xmpCore:CountryCode",
            "EXIF GPSLatitude",
            "XMP exif:GPSLatitude",
            *("ninjs located", "Manifest sublocation", "Manifest city", "Manifest state"),
            *("Manifest country", "Manifest country_code", "Manifest latitude"),
            *("Takeout geoData/latitude", "Takeout geoDataExif/latitude"),
        ),
    ),
    Field(
        "location_shown",
        "Location Shown in the Image",
        kind=Kind.PLACE,
        repeatable=True,
        carriers=(
            "XMP Iptc4xmpExt:LocationShown",
            *("ninjs places", "ninjs place", "Manifest location_shown"),
        ),
    ),
    Field(
        "person_shown",
        "Person Shown in the Image",
        repeatable=True,
        union=True,
        carriers=(
            "XMP Iptc4xmpExt:PersonInImage",
            "XMP Iptc4xmpExt:PersonInImageWDetails/Iptc4xmpExt:PersonName",
            "XMP mwg-rs:Regions/mwg-rs:RegionList/mwg-rs:Name",
            "XMP MP:RegionInfo/MPRI:Regions/MPReg:PersonDisplayName",
            *("ninjs people/name", "ninjs person/name", "Manifest person_shown"),
            "Takeout people/name",
        ),
        prose=True,
    ),
    Field(
        "organisation_shown",
        "Organisation Shown in the Image",
        repeatable=True,
        carriers=(
            "XMP Iptc4xmpExt:OrganisationInImageName",
            *("ninjs organisations/name", "ninjs organisation/name"),
            "Manifest organisation_shown",
        ),
        prose=True,
    ),
    Field(
        "event",
        "Event Name",
        carriers=(
            "XMP Iptc4xmpExt:Event",
            *("ninjs events/name", "ninjs event/name", "Manifest event"),
        ),
        prose=True,
    ),
    Field(
        "digital_source_type",
        "Digital Source Type",
        carriers=(
            "XMP Iptc4xmpExt:DigitalSourceType",
            *("ninjs digitalSourceType/uri", "Manifest digital_source_type"),
        ),
    ),
    Field(
        "alt_text",
        "Alt Text",
        carriers=("XMP Iptc4xmpCore:AltTextAccessibility", "Manifest alt_text"),
        prose=True,
    ),
    Field(
        "rating",
        "Image Rating",
        kind=Kind.NUMBER,
        carriers=("XMP xmp:Rating", "EXIF Rating", "Manifest rating"),
    ),
    Field("camera", "Camera", carriers=("EXIF Model", "CIFF Model", "XMP tiff:Model")),
    Field("lens", "Lens", carriers=("EXIF LensModel", "XMP exifEX:LensModel", "XMP aux:Lens")),
)
"""Every field, in the order in which people expect to read them."""

FIELD = {field.name: field for field in FIELDS}
"""The same by name."""


_INDEX = re.compile(r"\[[^\]]*\]")


def carrier_of(origin: str) -> str:
    """The carrier that an origin belongs to: the same without array positions and languages."""
    return _INDEX.sub("", origin) if "[" in origin else origin


def rank_of(field: str, origin: str) -> int:
    """Place of an origin in a field's order of precedence; unknown origins come last.

    A carrier speaks for what lies within it: ``XMP Iptc4xmpExt:LocationShown[2]/exif:GPSLatitude``
    ranks as ``XMP Iptc4xmpExt:LocationShown``.
    """
    carriers = FIELD[field].carriers
    carrier = carrier_of(origin)
    while carrier not in carriers and "/" in carrier:
        carrier = carrier.rpartition("/")[0]
    return carriers.index(carrier) if carrier in carriers else len(carriers)
