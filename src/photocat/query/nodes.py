"""What a query says, as a tree of small values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from photocat.contradicted import Subject
from photocat.dates import Edtf
from photocat.places import Box, Circle
from photocat.records import RelationName

State = Literal["present", "missing", "changed", "portrait", "landscape", "square", "duplicate"]

Quantity = Literal["width", "height", "pixels", "size", "rating"]
"""What is compared as a number: in pixels, pixels, pixels, bytes and stars."""

Moment = Literal["ingested", "changed"]
"""What happened to a photo here, in UTC."""

Provable = Literal[
    "date_created", "location_created", "location_shown", "person_shown", "creator", "credit_line"
]
"""The fields that may be asked what their believed value rests on, and how sure it is."""


@dataclass(frozen=True, slots=True)
class HasWords:
    """The words stand in this order within one value of one of the fields."""

    fields: tuple[str, ...]
    """Names in ``FIELDS``, or the header fields ``supplier`` and ``format``."""
    words: tuple[str, ...]
    """Folded, never empty."""
    prefix: bool = False
    """Whether the last word may go on."""
    whole: bool = False
    """Whether the words are the whole value."""


@dataclass(frozen=True, slots=True)
class DateIs:
    """The preferred date lies in a stretch of time: perhaps (overlap) or certainly (inside)."""

    date: Edtf
    certainly: bool = False


@dataclass(frozen=True, slots=True)
class IsNear:
    """A known point lies within a circle."""

    circle: Circle


@dataclass(frozen=True, slots=True)
class WithinBox:
    """A known point lies within a box."""

    box: Box


@dataclass(frozen=True, slots=True)
class InPlace:
    """A stated place lies in one of some places of the gazetteer: certainly, or perhaps.

    Where a name as stated is not in the gazetteer, it may be the place if it has these words.
    """

    fields: tuple[str, ...]
    """``location_created``, ``location_shown``, or both."""
    ids: tuple[int, ...]
    words: tuple[str, ...]
    """Folded, never empty."""


@dataclass(frozen=True, slots=True)
class Measures:
    """A number lies between two others, both included."""

    quantity: Quantity
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RestsOn:
    """The believed value of a field was found in a kind of carrier: ``exif``, ``caption`` …"""

    field: Provable
    carrier: str


@dataclass(frozen=True, slots=True)
class IsSure:
    """The believed value of a field is so sure, in whole percent, both ends included."""

    field: Provable
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class OfWork:
    """The photo belongs to a work."""

    work: int


@dataclass(frozen=True, slots=True)
class Related:
    """The photo is in such a relation to another: certainly if it is accepted, else perhaps."""

    relation: RelationName


@dataclass(frozen=True, slots=True)
class OneOf:
    """The photo is one of these."""

    photos: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """The photo was added, or something of it changed, between two moments, both included."""

    what: Moment
    earliest: int
    latest: int


@dataclass(frozen=True, slots=True)
class Present:
    """The photo has a value for the field; ``gps`` stands for coordinates of either place field."""

    field: str


@dataclass(frozen=True, slots=True)
class Conflicting:
    """What is said of the photo contradicts itself about its date, or its place."""

    about: Subject


@dataclass(frozen=True, slots=True)
class Is:
    """The photo is in a state: of its files, its shape, or its work."""

    state: State


@dataclass(frozen=True, slots=True)
class Not:
    """What the node says is not so."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """All of the nodes hold; of none: everything."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One of the nodes holds."""

    nodes: tuple[Node, ...]


Node: TypeAlias = (
    HasWords
    | DateIs
    | IsNear
    | WithinBox
    | InPlace
    | Measures
    | RestsOn
    | IsSure
    | OfWork
    | Related
    | OneOf
    | Happened
    | Present
    | Conflicting
    | Is
    | Not
    | All
    | Any
)
