"""``SEARCH_FIELDS``: what may stand before a colon. Help, docs and errors come from here."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from photocat.contradicted import SUBJECTS
from photocat.dates import parse_query_date
from photocat.fields import FIELDS
from photocat.places import Circle, read_box, read_distance_m, read_point
from photocat.query.nodes import (
    Conflicting,
    DateIs,
    HasWords,
    Is,
    IsNear,
    Node,
    Present,
    State,
    WithinBox,
)
from photocat.words import words

NEAR_M = 25_000.0
"""Radius of ``near:`` where none is written."""

HAS = {
    **{field.name: field.name for field in FIELDS},
    "date": "date_created",
    "place": "location_created",
    "credit": "credit_line",
    "keyword": "keywords",
    "person": "person_shown",
    "copyright": "copyright_notice",
    "gps": "gps",
}
"""What ``has:`` takes, and the field each word stands for."""

PROSE = tuple(field.name for field in FIELDS if field.prose)
"""The fields that bare words are looked for in."""


@dataclass(frozen=True, slots=True)
class SearchField:
    """One line of ``SEARCH_FIELDS``."""

    name: str
    aliases: tuple[str, ...]
    help: str
    example: str
    read: Callable[[str, datetime.date], Node]
    """The value as written, and today's date for relative ones, to what it means.

    Raises ``ValueError`` (``BadDate`` and ``BadPlace`` are) with what to write instead.
    """


def read_words(text: str, fields: tuple[str, ...], *, whole: bool = False) -> HasWords:
    """Text as the words to look for; a last ``*`` lets the last word go on."""
    found = tuple(words(text))
    if not found:
        raise ValueError(f"there is no word to look for in {text!r}")
    return HasWords(fields, found, prefix=text.endswith("*"), whole=whole)


def _text(*fields: str, whole: bool = False) -> Callable[[str, datetime.date], Node]:
    return lambda text, _today: read_words(text, fields, whole=whole)


def _date(text: str, today: datetime.date) -> Node:
    return DateIs(parse_query_date(text, today=today))


def _during(text: str, today: datetime.date) -> Node:
    return DateIs(parse_query_date(text, today=today), certainly=True)


def _near(text: str, _today: datetime.date) -> Node:
    where, _, distance = text.partition("~")
    return IsNear(Circle(read_point(where), read_distance_m(distance) if distance else NEAR_M))


def _bbox(text: str, _today: datetime.date) -> Node:
    return WithinBox(read_box(text))


def _has(text: str, _today: datetime.date) -> Node:
    return Present(HAS[_one_of(text, tuple(HAS))])


def _is(text: str, _today: datetime.date) -> Node:
    known: tuple[State, ...] = get_args(State)
    wanted = _one_of(text, known)
    return Is(next(state for state in known if state == wanted))


def _conflict(text: str, _today: datetime.date) -> Node:
    wanted = _one_of(text, SUBJECTS)
    return Conflicting(next(subject for subject in SUBJECTS if subject == wanted))


def _one_of(text: str, known: tuple[str, ...]) -> str:
    wanted = text.lower().replace("-", "_")
    if wanted in known:
        return wanted
    close = get_close_matches(wanted, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"it is one of {', '.join(known)}"
    raise ValueError(f"{text!r} is not known here; {hint}")


PLACES = ("location_created", "location_shown")

SEARCH_FIELDS: tuple[SearchField, ...] = (
    SearchField(
        "date", (), "may have been made then (EDTF, ranges with ..)", "date:2016-03", _date
    ),
    SearchField("during", (), "was certainly made then", "during:2015..2016", _during),
    SearchField(
        "in", ("place",), "made in, or showing, a place of this name", "in:Latakia", _text(*PLACES)
    ),
    SearchField(
        "shot", (), "made in a place of this name", "shot:Tartus", _text("location_created")
    ),
    SearchField(
        "shown", (), "showing a place of this name", "shown:Tartus", _text("location_shown")
    ),
    SearchField("near", (), "coordinates near a point (25 km)", "near:35.40,35.95~5km", _near),
    SearchField("bbox", (), "coordinates within west,south,east,north", "bbox:35,34,37,36", _bbox),
    SearchField("caption", (), "words of the caption", "caption:patrol", _text("caption")),
    SearchField("headline", (), "words of the headline", "headline:base", _text("headline")),
    SearchField("title", (), "words of the title", "title:base", _text("title")),
    SearchField("keyword", ("keywords",), "words of a keyword", "keyword:navy", _text("keywords")),
    SearchField("person", ("people",), "a person shown", "person:Filipov", _text("person_shown")),
    SearchField("event", (), "words of the event", "event:election", _text("event")),
    SearchField("creator", ("by",), "who made it", 'by:"Ada Reyes"', _text("creator")),
    SearchField("credit", (), "the credit line", "credit:meridian", _text("credit_line")),
    SearchField("source", (), "the IPTC source", "source:harbour", _text("source")),
    SearchField(
        "copyright", (), "the copyright notice", "copyright:meridian", _text("copyright_notice")
    ),
    SearchField(
        "supplier",
        ("from",),
        "who delivered a file of it",
        "supplier:AP",
        _text("supplier", whole=True),
    ),
    SearchField("camera", (), "make and model", "camera:nikon", _text("camera")),
    SearchField("lens", (), "the lens", 'lens:"70 200"', _text("lens")),
    SearchField("format", (), "the format of its bytes", "format:jpeg", _text("format")),
    SearchField("has", (), "has a value for a field", "has:gps", _has),
    SearchField(
        "conflict",
        (),
        "what is said of its date or place contradicts itself",
        "conflict:date",
        _conflict,
    ),
    SearchField(
        "is",
        (),
        "is present, missing, changed, portrait, landscape, square, duplicate",
        "is:portrait",
        _is,
    ),
)
"""Every search field, in the order in which help shows them."""

SEARCH_FIELD = {name: field for field in SEARCH_FIELDS for name in (field.name, *field.aliases)}
"""The same by name and alias."""
