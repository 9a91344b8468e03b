"""What reading a caption gives: frozen values, each with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from photocat.dates import Edtf

if TYPE_CHECKING:
    from photocat.captions.places import FoundPlace

DateRole = Literal["photo", "event", "released", "mentioned"]
"""``photo``: when it was taken. ``event``: of the event it is of. ``released``: no later than.
``mentioned``: a date of something else."""

Basis = Literal["stated", "inferred", "id"]
"""``stated``: the words say all of it. ``inferred``: part of it comes from stated context.
``id``: an image id carries it."""

NoteCode = Literal[
    "weekday-contradicts",
    "no-such-day",
    "id-contradicts",
    "undated",
    "year-unknown",
    "after-publication",
    "cut",
]
"""``cut``: the caption is longer than what is read of it (``text.LONGEST``)."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known besides the caption. Nothing here dates a photo by itself."""

    published: Edtf | None = None
    """When the text was published: a day, a month or a year."""
    document: str = ""
    """The text that the caption belongs to: its dates may lend a year, never a date."""
    language: str | None = None
    """A hint, as ``de``: how numeric dates are to be read where the caption does not say."""
    ids: tuple[str, ...] = ()
    """Image ids of the photo that stand outside the caption: a VIRIN, a job id, or the day that its
    name or its number carries, as ``2016-03-19``."""
    body: bool = False
    """Whether this is body text and no caption: nothing in it dates or places a photo."""


NOTHING_MORE = Context()
"""The caption is all there is."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, the words that state it, and what it is a date of."""

    start: int
    end: int
    quote: str
    edtf: Edtf
    role: DateRole
    rule: str
    """Form and role as the tables name them: ``month-year/first-sentence``."""
    confidence: float
    basis: Basis = "stated"
    inferred_from: str | None = None
    """What lent the missing part, in words: ``published 2016-03``, ``caption 'May 18, 2022'``."""
    contradicted_by: str | None = None
    """What else is stated and cannot be so beside it: ``weekday Monday``, ``image id 2018-06-10``.
    """


@dataclass(frozen=True, slots=True)
class FoundText:
    """A name or a credit, and the words that state it."""

    start: int
    end: int
    quote: str
    value: str
    role: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class CaptionNote:
    """Something in a caption that a person should look at."""

    start: int
    end: int
    quote: str
    code: NoteCode
    detail: str


@dataclass(frozen=True, slots=True)
class Caption:
    """All that one caption says. Offsets are code points of the text as it was given."""

    text: str
    date_created: FoundDate | None = None
    mentioned_dates: tuple[FoundDate, ...] = ()
    released: FoundDate | None = None
    location_created: FoundPlace | None = None
    location_shown: FoundPlace | None = None
    mentioned_places: tuple[FoundPlace, ...] = ()
    ambiguous_places: tuple[FoundPlace, ...] = ()
    """Names of where the photo was made that could be several places, with their candidates."""
    person_shown: tuple[FoundText, ...] = ()
    mentioned_people: tuple[FoundText, ...] = ()
    creator: tuple[FoundText, ...] = ()
    credit_line: FoundText | None = None
    agency: FoundText | None = None
    event: FoundText | None = None
    notes: tuple[CaptionNote, ...] = ()
