"""What a query may refer to and the language itself does not know: today, places, photos, names.

The catalog fills these in (``Known``); without them relative dates count from the day it is, and a
place is what has its name.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from photocat.places import Point

Sign = Literal[":", "=", "<", "<=", ">", ">="]
"""What stands between a field and its value."""


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """The place that a name in a query was taken for."""

    asked: str
    ids: tuple[int, ...] = ()
    """In the gazetteer: the likeliest of this name, and what of the same name lies in it or around
    it. None where the gazetteer does not know the name."""
    name: str = ""
    """With its kind and what it lies in."""
    point: Point | None = None
    others: tuple[tuple[int, str], ...] = ()
    """Other places of the name by id, which is how they are meant: ``in:4197000``."""
    nearest: str = ""
    """Of a name that the gazetteer does not know, the nearest that it does."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known outside of a query."""

    today: datetime.date = field(default_factory=datetime.date.today)
    place: Callable[[str], AskedPlace] | None = None
    """The place of a name, by a gazetteer; of several that are as likely, all of them."""
    spot: Callable[[str], AskedPlace] | None = None
    """The one place of a name that distances are measured from."""
    similar: Callable[[str, int], tuple[int, ...]] | None = None
    """The photos within a Hamming distance of one, by id, path or digest."""
    saved: Callable[[str], str] | None = None
    """The text of a saved search. Raises ``LookupError`` with the nearest right name."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind the name of a field."""

    text: str
    """Without quotation marks."""
    sign: Sign
    known: Known


class Misspelt(ValueError):
    """A value that cannot be understood, and what it was perhaps to be."""

    def __init__(self, reason: str, *nearest: str) -> None:
        super().__init__(reason)
        self.nearest = nearest
