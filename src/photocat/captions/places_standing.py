"""A chain of names where it stands in its caption, as the clues see it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.places_around import FACILITY, NAMED_BEFORE
from photocat.captions.places_likely import LARGE, TOWN
from photocat.captions.places_links import HOUSE
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


_SIGHTS = frozenset(("landmark", "river", "lake", "park", "ruins", "mountain", "forest", "valley"))
_NATURE = _SIGHTS - {"landmark"}
_HOUSEHOLD = re.compile(
    r"\b(?:university|college|institute|(?<!opera )house|palace|kremlin|pentagon)\b"
)
"""Sights that stand for those who are in them: ``White House adviser``."""
_ENDS = re.compile(
    r"[,.;:)]|$| (?:erupts|erupting|eruption|as|during|on|in|at|after|before|is|are|was|were|and"
    r"|amid|with|while|when|near|for|to|from|by|through|under|where|which)\b"
)


def is_sight(standing: Standing) -> bool:
    """``Boys climb the Eiffel Tower``: a sight by its full name, to which no word need lead."""
    of_nature = standing.preposition == "of" and standing.kind in _NATURE
    erupts = standing.preposition == "from" and standing.kind == "mountain"
    led = standing.preposition is not None and not (of_nature or erupts)
    if standing.later or led or standing.contained or standing.possessive:
        return False
    name = standing.chain.mentions[0].key
    whole = " " in name or (standing.kind == "landmark" and standing.before.endswith("the "))
    if standing.kind not in _SIGHTS or standing.chain.rivals or not whole:
        return False
    return _HOUSEHOLD.search(name) is None and _ENDS.match(standing.after) is not None


_BORNE = re.compile(
    r" (?:Abbey|Minster|Priory|Cathedral|Castle|Pier|Town Hall|Harbou?r|[Rr]ailway [Ss]tation)"
    r"(?:,? \ufffc|,? (?!in |at |near )[a-z])"
)


def is_borne(standing: Standing) -> bool:
    """``Doetown Abbey stands``: what bears a town's name, and no other's, opens a caption."""
    if standing.later or standing.lead or standing.contained or standing.chain.rivals:
        return False
    town = standing.kind == "town" and standing.chain.weight >= TOWN
    return town and _BORNE.match(standing.after) is not None


_THE = re.compile(r"\bthe $", re.IGNORECASE)
_AN = re.compile(r"\ban? $", re.IGNORECASE)


def has_article(standing: Standing) -> bool:
    """``the Elmo`` and ``in an Elmo mask``, which no town is called; a large town's house may."""
    if standing.contained or standing.kind not in {"town", "admin2"}:
        return False
    chain, before = standing.chain, standing.before[-4:]
    if chain.mentions[0].generic:
        return False
    if standing.preposition and FACILITY.match(standing.after):
        return False
    if _AN.search(before):
        return chain.weight < LARGE and HOUSE.match(standing.after) is None
    return chain.weight < 6 and _THE.search(before) is not None


_THING = re.compile(r"(?:(?:^|[ -])[a-z]{3,}|\ufffc), \Z")
_CLOSED = re.compile(r"[.;]|\Z|,? \ufffc")


def closes_a_title(standing: Standing) -> bool:
    """``Shrimp boats, Biloxi.``: what stands behind a thing and closes its sentence."""
    if standing.contained or standing.later or standing.preposition:
        return False
    town = standing.kind == "town" and standing.chain.weight >= TOWN
    behind = _THING.search(standing.before[-24:]) and _CLOSED.match(standing.after)
    return bool(behind) and (town or standing.kind == "base")


_QUARTER = re.compile(
    r"'s (?:[A-Z][\w'-]* ){1,3}(?:district|neighbou?rhood|quarter|suburb|borough|square)\b"
)


def has_a_quarter(standing: Standing) -> bool:
    """``in Mocoa's Los Laureles neighbourhood``, of which no list knows."""
    led_to = standing.possessive and standing.preposition is not None
    town = standing.kind == "town" and standing.chain.weight >= TOWN
    return led_to and town and _QUARTER.match(standing.after) is not None


def is_march(standing: Standing) -> bool:
    """``to plan the march on Washington``, where no date beside it tells of the day."""
    marches = standing.before[-10:].lower() == " march on "
    return marches and standing.kind == "town" and not standing.beside


def is_home(standing: Standing) -> bool:
    """``Jane Doe, from Oslo, waves``: where somebody is at home."""
    return standing.after.startswith(",") and NAMED_BEFORE.search(standing.before[-30:]) is not None


def is_wide_country(standing: Standing) -> bool:
    """A country too wide for its point to say anything."""
    place = standing.chain.place
    return place is not None and place.kind == "country" and place.radius_m > 30_000
