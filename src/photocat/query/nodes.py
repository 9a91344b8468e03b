"""What a query says, as a tree of small values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from photocat.contradicted import Subject
from photocat.dates import Edtf
from photocat.places import Box, Circle

State = Literal["present", "missing", "changed", "portrait", "landscape", "square", "duplicate"]


Sort = Literal["date", "-date", "id", "-id"]
"""How answers are ordered, behind certain before possible; ``-`` turns the order round."""


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
    HasWords | DateIs | IsNear | WithinBox | Present | Conflicting | Is | Not | All | Any
)
