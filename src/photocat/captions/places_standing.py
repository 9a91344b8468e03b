"""A chain of names where it stands in its caption, as the clues see it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.places_readings import Chain
from photocat.captions.places_words import PLACE_NOUNS

_NOUN_OF = re.compile(
    rf"\b(?:the |an? )?(?:(?!of |from |in )[\w-]+ ){{0,3}}(?:{PLACE_NOUNS}) of (?:the )?\Z"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A chain of names where it stands in its caption."""

    chain: Chain
    before: str
    after: str
    sentence: str
    """What of its sentence stands before it."""
    later: bool
    """Whether its sentence is not the first."""
    lead: str
    """The words of its sentence before it, without quotes and brackets."""
    preposition: str | None
    contained: bool
    """Whether more than one name makes it up: ``Tartus, Syria``."""
    beside: float
    """What a date directly behind or before it counts."""
    fragment: bool
    """Whether its sentence is nothing but it and a date."""

    @property
    def bare(self) -> str:
        """What stands before ``the village of`` and the like."""
        return _NOUN_OF.sub("", self.before[-140:])

    @property
    def possessive(self) -> bool:
        first = self.chain.mentions[0]
        return first.possessive and self.chain.end == first.end

    @property
    def kind(self) -> str:
        """The kind of what the chain resolves to."""
        return self.chain.place.kind if self.chain.place else ""
