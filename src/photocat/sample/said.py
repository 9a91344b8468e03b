"""What a delivery says of its picture, field by field, before it is put into any carrier."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from photocat.sample.delivery import Delivery
from photocat.sample.gallery import SCENE

Words: TypeAlias = Mapping[str, tuple[str, ...]]
"""Values by field: IPTC property names in snake case, and the parts of a place."""

DRAWN = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
"""Digital Source Type of media made by an algorithm that was trained on nothing."""

USAGE_TERMS = "Free to use under the licence of photocat (Apache-2.0)."


@dataclass(frozen=True, slots=True)
class Stated:
    """One value that can be read from a delivered file, and where: the truth of a test."""

    field: str
    """A field of photocat: ``caption``, ``date_created``, ``location_created`` …"""
    text: str
    """The value; a date as EDTF, a place as its finest name, else as ``lat,lon``."""
    origin: str
    """Where it stands: ``IIM 2:120``, ``XMP dc:description``, ``EXIF DateTimeOriginal``."""
    point: tuple[float, float] | None = None
    """Latitude and longitude of a place, where they are written."""


def words_of(delivery: Delivery) -> Words:
    """All that the agency says of the picture, in its own spelling; empty values left out."""
    agency, scene = delivery.agency, SCENE[delivery.scene]
    spelling = agency.spellings[scene.place.key]
    words = {
        "headline": (delivery.headline,),
        "title": (delivery.file.rpartition(".")[0],),
        "caption": (delivery.caption,),
        "keywords": delivery.keywords,
        "creator": (delivery.creator,),
        "credit_line": (agency.credit_line,),
        "source": (agency.name,),
        "copyright_notice": (agency.copyright_notice,),
        "instructions": (agency.instructions,),
        "date_created": (delivery.date,),
        "sublocation": (spelling.sublocation,),
        "city": (spelling.city,),
        "state": (spelling.state,),
        "country": (spelling.country,),
        "usage_terms": (USAGE_TERMS,),
        "digital_source_type": (DRAWN,),
    } | {field: (text,) for field, text in delivery.more}
    kept = ((field, tuple(filter(None, values))) for field, values in words.items())
    return {field: values for field, values in kept if values}


def finest_name(words: Words) -> str:
    """The finest name of the place that is spoken of."""
    return (words.get("sublocation") or words["city"])[0]
