"""``SEARCH_FIELDS``: what may stand before a colon. Help, options, docs, errors derive from it."""

from __future__ import annotations

from dataclasses import dataclass

from photocat.query import read_dates
from photocat.query import read_values as read
from photocat.query.provenance import PROVABLE
from photocat.query.read_values import HAS, PROSE, Reader

__all__ = ["HAS", "PROSE", "SEARCH_FIELD", "SEARCH_FIELDS", "SearchField"]

PLACES = ("location_created", "location_shown")


@dataclass(frozen=True, slots=True)
class SearchField:
    """One line of ``SEARCH_FIELDS``."""

    name: str
    aliases: tuple[str, ...]
    help: str
    example: str
    read: Reader
    """The value as written to what it means; ``ValueError`` says what to write instead."""
    compares: bool = False
    """Whether ``<``, ``<=``, ``>`` and ``>=`` may stand for the colon."""


def _words(name: str, aliases: str, help: str, example: str, field: str = "") -> SearchField:
    """A field of words, called as queries or as the standard calls it."""
    stated = field or name
    also = tuple(aliases.split()) + ((stated,) if stated != name else ())
    return SearchField(name, also, help, f"{name}:{example}", read.of_text(stated))


SEARCH_FIELDS: tuple[SearchField, ...] = (
    # when it was made
    SearchField(
        "date",
        ("date_created",),
        "may have been made then (EDTF, ranges with ..)",
        "date:2016-03",
        read_dates.date,
        compares=True,
    ),
    SearchField("during", (), "was certainly made then", "during:2015..2016", read_dates.during),
    SearchField("before", (), "was made before then began", "before:2016-03-12", read_dates.before),
    SearchField("after", (), "was made after then ended", "after:2015", read_dates.after),
    # where
    SearchField(
        "in",
        ("place",),
        "made in, or showing, a place or anything in it",
        "in:Latakia",
        read.in_place(*PLACES),
    ),
    SearchField(
        "shot",
        ("location_created",),
        "made in a place",
        "shot:Tartus",
        read.in_place("location_created"),
    ),
    SearchField(
        "shown",
        ("location_shown",),
        "showing a place",
        "shown:Tartus",
        read.in_place("location_shown"),
    ),
    SearchField(
        "near",
        (),
        "coordinates near a point or a place (25 km)",
        "near:35.40,35.95~5km",
        read.near,
    ),
    SearchField(
        "bbox", (), "coordinates within west,south,east,north", "bbox:35,34,37,36", read.bbox
    ),
    # what was said
    _words("caption", "", "words of the caption", "patrol"),
    _words("headline", "", "words of the headline", "base"),
    _words("title", "", "words of the title", "base"),
    _words("keyword", "", "words of a keyword", "navy", "keywords"),
    _words("person", "people", "a person shown", "Filipov", "person_shown"),
    _words("organisation", "", "an organisation shown", "navy", "organisation_shown"),
    _words("event", "", "words of the event", "election"),
    _words("alt", "", "words of the alternative text", "jet", "alt_text"),
    # who said it
    _words("creator", "by", "who made it", '"Ada Reyes"'),
    _words("role", "", "the creator's job title", "staff", "creator_title"),
    _words("writer", "", "who wrote the caption", "ar", "caption_writer"),
    _words("credit", "", "the credit line", "meridian", "credit_line"),
    _words("source", "", "the IPTC source", "harbour"),
    _words("copyright", "", "the copyright notice", "meridian", "copyright_notice"),
    _words("usage", "", "the usage terms", "editorial", "usage_terms"),
    _words("instructions", "", "the instructions", "embargo"),
    _words("job", "", "the job id", "HMI01", "job_id"),
    SearchField(
        "supplier",
        ("from",),
        "who delivered a file of it",
        "supplier:AP",
        read.of_text("supplier", whole=True),
    ),
    # what it is
    _words("camera", "", "make and model", "nikon"),
    _words("lens", "", "the lens", '"70 200"'),
    _words("format", "file-format", "the format of its bytes", "jpeg"),
    _words("digital", "", "the digital source type", "composite", "digital_source_type"),
    SearchField("width", (), "so many pixels wide", "width>=4000", read.measured("width"), True),
    SearchField(
        "height", (), "so many pixels high", "height:1000..3000", read.measured("height"), True
    ),
    SearchField(
        "pixels", (), "so many pixels in all", "pixels>=12MP", read.measured("pixels"), True
    ),
    SearchField("size", (), "so many bytes", "size>2MB", read.measured("size"), True),
    SearchField("rating", (), "so many stars", "rating>=4", read.measured("rating"), True),
    SearchField(
        "orientation",
        (),
        "portrait, landscape or square",
        "orientation:portrait",
        read.state(*read.SHAPES),
    ),
    # which of several
    SearchField("id", (), "this photo, or these", "id:7,9", read.photo_id),
    SearchField("work", (), "of this work", "work:3", read.work),
    SearchField(
        "relation", (), "in this relation to another photo", "relation:crop", read.relation
    ),
    SearchField("similar", (), "looks like a photo (distance 10)", "similar:7~8", read.similar),
    # what is known of it
    SearchField("has", (), "has a value for a field", "has:gps", read.has),
    SearchField("is", (), f"is {', '.join(read.STATES)}", "is:missing", read.state(*read.STATES)),
    SearchField(
        "conflict",
        (),
        "what is said of its date or place contradicts itself",
        "conflict:date",
        read.conflict,
    ),
    *(
        SearchField(
            f"{name}-from",
            (),
            f"its {name} rests on exif, iim, xmp, caption, person …",
            f"{name}-from:{carrier}",
            read.rests_on(PROVABLE[name]),
        )
        for name, carrier in (
            *(("date", "caption"), ("place", "exif"), ("shown", "caption")),
            *(("person", "xmp"), ("creator", "iim"), ("credit", "person")),
        )
    ),
    SearchField("conf", (), "a value is so sure, from 0 to 1", "conf:place>=0.8", read.sure),
    SearchField(
        "ingested",
        ("added",),
        "was added then (UTC)",
        "ingested:-2d..",
        read_dates.happened("ingested"),
        True,
    ),
    SearchField(
        "changed",
        (),
        "something of it changed then (UTC)",
        "changed:today",
        read_dates.happened("changed"),
        True,
    ),
)
"""Every search field, in the order in which help shows them."""

SEARCH_FIELD = {name: field for field in SEARCH_FIELDS for name in (field.name, *field.aliases)}
"""The same by name and alias."""
