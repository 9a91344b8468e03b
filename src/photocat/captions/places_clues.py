"""``CLUES``: what the words around a name say of whether the photo was made there.

A score begins with the word that leads to the name (``in``, ``from``, a comma). Then each group of
clues is asked in turn, and the first of a group that fits counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from photocat.captions.places_evidence import WELL_KNOWN
from photocat.captions.places_links import BEFORE, HOUSE
from photocat.captions.places_standing import Standing
from photocat.captions.places_words import EVENTS, FACILITIES, NOT_HERE, ROADS, SCENE, STREETS

FACILITY_KINDS = frozenset({"airfield", "base", "camp", "port", "border", "park", "beach"})
"""Kinds of place whose gate, runway or fence one stands at: ``the tarmac of the air base``."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One line of ``CLUES``."""

    name: str
    fits: Callable[[Standing], bool]
    adds: float = 0.0
    sets: float | None = None
    """What the score becomes, whatever it was."""
    least: float | None = None
    """What the score is at least, before ``adds``."""
    rule: str | None = None
    """What the statement's rule is called from here on."""
    over: frozenset[str] | None = None
    """The rules that ``rule`` replaces; None: any."""


_AT_ONE = frozenset(
    ("at", "outside", "inside", "leaves", "leaving", "enters", "entering", "visits")
)
_EVENT_AHEAD = re.compile(rf"^ (?:[A-Z]\w+ ){{0,2}}(?:{'|'.join(sorted(EVENTS))})\b")
_SCENE = re.compile(r"^ (?:during|after|before|in|under|at|with|from the air|by night)\b")
_FACILITY = re.compile(rf"^(?:'s)? (?:[A-Z][\w.'-]{{0,30}} ){{0,3}}(?:{FACILITIES})\b")
_HOUSE_WORD = re.compile(rf"(?:{FACILITIES}|{ROADS})\Z", re.IGNORECASE)
_HOUSE_THEN = re.compile(rf"{_FACILITY.pattern},? (?:in |at |near )?[A-Z]")
"""``Abuja House, London``: it is named after a place that it does not stand in."""
_TITLE_AHEAD = re.compile(r"^(?:'s)? [A-Z][\w.'-]*")
_RESIDENTS = re.compile(r" (?:residents?|villagers|townspeople|shopkeepers)\b")
_SMALL_AHEAD = re.compile(r" [a-z]")
_SEEN_FROM = re.compile(
    r"\b(?:takes? off|took off|taking off|departs?|departed|launch(?:es|ed)?|lifts? off|rises?"
    r"|rising|billows?|seen|taken|viewed"
    r"|photographed|reports?|broadcasts?|fired|escapes?) (?:\w+ )?from "
    r"(?:the )?$"
)
_WITHIN = re.compile(
    rf"\b(?:front|outside|inside|top|middle|edge|side|end|corner|steps|grounds|lawn|roof|{FACILITIES}"
    r"|Room|Lawn|Office"
    r"|(?i:views?|images?|imagery|photos?|photographs?|pictures?|panorama|skyline|footage)) of "
    r"(?:the |an? )?(?:[A-Z]\w+'s )?$"
)
_AREA = re.compile(r"^,? (?:area|vicinity|district)\b")
_PICTURED = re.compile(
    r"^,? (?:(?:is|are) )?(?:as )?(?:seen|pictured|photographed|viewed|captured|recorded"
    r"|(?:an? |the )?satellite (?:saw|recorded|took|captured))\b"
)
_SPEECH = re.compile(r"\b(?:said|says|told|according|announced|added)\b")
_ARTICLE = re.compile(r"\bthe $", re.IGNORECASE)

CLUES: tuple[tuple[Clue, ...], ...] = (
    (
        Clue(
            "within",
            lambda s: _WITHIN.search(s.before[-60:]) is not None,
            sets=2.6,
            rule="locative",
        ),
        Clue(
            "streets-of",
            lambda s: (
                s.preposition not in {"in", "at", "near", "on"}
                and STREETS.search(s.before[-40:]) is not None
            ),
            sets=2.4,
            rule="locative",
        ),
        Clue(
            "part-of-facility",
            lambda s: s.preposition == "of" and s.kind in FACILITY_KINDS,
            sets=1.8,
            rule="locative",
        ),
    ),
    (
        Clue(
            "relation",
            lambda s: BEFORE.search(s.before[-110:]) is not None,
            least=2.8,
            rule="relation",
        ),
        Clue(
            "seen-from",
            lambda s: s.preposition == "from" and _SEEN_FROM.search(s.before[-40:]) is not None,
            sets=2.6,
            rule="locative",
        ),
    ),
    (
        Clue(
            "elsewhere",
            lambda s: (
                NOT_HERE.search(s.before[-80:]) is not None
                and SCENE.search(s.before[-120:]) is None
            ),
            adds=-3.0,
            rule="elsewhere",
        ),
    ),
    (
        Clue(
            "house-in",
            lambda s: (
                s.possessive
                and HOUSE.match(s.after) is not None
                and (s.chain.weight >= WELL_KNOWN or bool(s.chain.rivals))
            ),
        ),
        Clue("possessive", lambda s: s.possessive, adds=-2.5),
        Clue(
            "house-named",
            lambda s: (
                _FACILITY.match(s.after) is not None
                and not s.contained
                and " " not in s.chain.mentions[0].key
                and (s.chain.weight < WELL_KNOWN or _HOUSE_THEN.match(s.after) is not None)
            ),
            adds=-2.5,
        ),
        Clue(
            "house-by-name",
            lambda s: (
                not s.contained
                and s.kind == "town"
                and s.chain.weight < WELL_KNOWN
                and is_house(s.chain.mentions[0].text.rpartition(" ")[2])
            ),
            adds=-2.5,
        ),
        Clue(
            "event-of",
            lambda s: (
                not s.contained
                and s.kind == "town"
                and s.chain.weight >= WELL_KNOWN
                and _EVENT_AHEAD.match(s.after) is not None
            ),
            least=1.3,
        ),
        Clue(
            "title-of-a-scene",
            lambda s: (
                not s.lead and s.chain.weight >= WELL_KNOWN and _SCENE.match(s.after) is not None
            ),
            least=1.3,
        ),
        Clue(
            "facility",
            lambda s: _FACILITY.match(s.after) is not None and s.preposition not in _AT_ONE,
            adds=-0.7,
        ),
        Clue(
            "title-ahead",
            lambda s: (
                not s.contained and _TITLE_AHEAD.match(s.after) is not None and not s.preposition
            ),
            adds=-3.0,
        ),
        Clue(
            "residents",
            lambda s: (
                not s.later
                and not s.preposition
                and s.chain.weight >= 4.0
                and _RESIDENTS.match(s.after) is not None
            ),
            least=1.25,
        ),
        Clue(
            "runs-on",
            lambda s: (
                not s.contained and _SMALL_AHEAD.match(s.after) is not None and not s.preposition
            ),
            adds=-1.0,
        ),
    ),
    (
        Clue(
            "pictured",
            lambda s: not s.later and s.contained and _PICTURED.match(s.after) is not None,
            least=1.5,
            rule="locative",
        ),
    ),
    (Clue("area", lambda s: s.contained and _AREA.match(s.after) is not None, least=1.5),),
    (
        Clue(
            "dated",
            lambda s: s.beside > 0,
            rule="dated",
            over=frozenset({"comma", "mention", "opening"}),
        ),
    ),
    (Clue("contained", lambda s: s.contained, adds=1.0),),
    (Clue("fragment", lambda s: s.fragment, least=0.0, adds=3.5, rule="fragment"),),
    (
        Clue(
            "article",
            lambda s: (
                not s.contained
                and s.kind in {"town", "admin2"}
                and s.chain.weight < 6
                and not s.chain.mentions[0].generic
                and _ARTICLE.search(s.before[-4:]) is not None
            ),
            adds=-2.5,
        ),
    ),
    (
        Clue("country", lambda s: s.contained and _is_wide_country(s), adds=-1.0),
        Clue("country", lambda s: _is_wide_country(s), adds=-1.3),
        Clue(
            "continent",
            lambda s: (
                s.kind in {"continent", "ocean"}
                or (s.kind == "region" and s.chain.place is not None and not s.chain.place.country)
            ),
            adds=-2.0,
        ),
    ),
    (Clue("speech", lambda s: s.later and _SPEECH.search(s.sentence) is not None, adds=-1.0),),
)
"""Groups of clues, in the order in which they count."""


def weigh(standing: Standing, score: float, rule: str) -> tuple[float, str]:
    """A score and its rule after every clue."""
    for group in CLUES:
        clue = next((clue for clue in group if clue.fits(standing)), None)
        if clue is None:
            continue
        score = score if clue.sets is None else clue.sets
        score = score if clue.least is None else max(score, clue.least)
        score += clue.adds
        if clue.name == "dated":
            score += standing.beside
        if clue.rule and (clue.over is None or rule in clue.over):
            rule = clue.rule
    return score, rule


def is_facility(after: str) -> re.Match[str] | None:
    """The name of a building that begins with a place: ``Istanbul's Fatih Mosque``."""
    return _FACILITY.match(after)


def is_event(after: str) -> bool:
    """Whether a name is the beginning of an event's: ``Berlin Marathon``."""
    return _EVENT_AHEAD.match(after) is not None


def is_house(word: str) -> bool:
    """Whether a word is the last of a building's or a street's name."""
    return _HOUSE_WORD.match(word) is not None


def _is_wide_country(standing: Standing) -> bool:
    place = standing.chain.place
    return place is not None and place.kind == "country" and place.radius_m > 30_000
