"""``CLUES``: what the words around a name say of whether the photo was made there.

A score begins with the word that leads to the name (``in``, ``from``, a comma). Then each group of
clues is asked in turn, and the first of a group that fits counts.
"""

from __future__ import annotations

from photocat.captions.places_around import (
    AREA,
    AT_ONE,
    BRIDGED,
    DATED_LAST,
    EVENT_AHEAD,
    FACILITY,
    HOUSE_OF,
    HOUSE_THEN,
    OPENED,
    OWNING,
    PICTURED,
    RACE,
    RESIDENTS,
    RESIDENTS_OF,
    SCENERY,
    SEEN_FROM,
    SET_OUT,
    SMALL_AHEAD,
    SPEECH,
    SUPERLATIVE,
    TITLE_AHEAD,
    TOPIC,
    VISIT,
    WITHIN,
    is_house,
)
from photocat.captions.places_clue import Clue
from photocat.captions.places_elsewhere import is_elsewhere, is_flown_over
from photocat.captions.places_likely import LARGE, TOWN, WELL_KNOWN
from photocat.captions.places_links import BEFORE, HOUSE
from photocat.captions.places_standing import (
    Standing,
    closes_a_title,
    has_a_quarter,
    has_article,
    is_borne,
    is_home,
    is_march,
    is_sight,
    is_wide_country,
)
from photocat.captions.places_words import STREETS
from photocat.gazetteer.place import WIDE

FACILITY_KINDS = frozenset({"airfield", "base", "camp", "port", "border", "park", "beach"})
"""Kinds of place whose gate, runway or fence one stands at: ``the tarmac of the air base``."""

OPENED_KINDS = FACILITY_KINDS | {"landmark"}

CLUES: tuple[tuple[Clue, ...], ...] = (
    (
        Clue(
            "within",
            lambda s: WITHIN.search(s.bare[-60:]) is not None,
            sets=2.6,
            rule="locative",
        ),
        Clue(
            "streets-of",
            lambda s: (
                s.preposition not in {"in", "at", "near"}
                and STREETS.search(s.before[-40:]) is not None
            ),
            sets=2.6,
            rule="locative",
        ),
        Clue(
            "between-them",
            lambda s: s.kind == "town" and BRIDGED.search(s.before[-70:]) is not None,
            sets=2.2,
            rule="locative",
        ),
        Clue(
            "part-of-facility",
            lambda s: (
                (s.preposition == "of" and s.kind in FACILITY_KINDS)
                or (s.kind in OPENED_KINDS and OPENED.search(s.before[-40:]) is not None)
            ),
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
            "residents-of",
            lambda s: RESIDENTS_OF.search(s.bare[-40:]) is not None,
            sets=2.0,
            rule="locative",
        ),
        Clue("visit", lambda s: VISIT.search(s.bare[-80:]) is not None, sets=3.0, rule="visit"),
        Clue(
            "seen-from",
            lambda s: s.preposition == "from" and SEEN_FROM.search(s.bare[-40:]) is not None,
            sets=2.6,
            rule="locative",
        ),
    ),
    (
        Clue("race", lambda s: RACE.search(s.before[-20:]) is not None, sets=1.6, rule="locative"),
        Clue("elsewhere", is_elsewhere, adds=-3.0, rule="elsewhere"),
        Clue(
            "topic",
            lambda s: s.kind in WIDE and TOPIC.search(s.before[-60:]) is not None,
            adds=-4.0,
            rule="elsewhere",
        ),
        Clue(
            "set-out-for",
            lambda s: SET_OUT.search(s.before[-110:]) is not None,
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
        Clue("quarter-in", has_a_quarter),
        Clue(
            "event-owned",
            lambda s: (
                s.possessive
                and s.kind == "town"
                and s.chain.weight >= LARGE
                and EVENT_AHEAD.match(OWNING.sub("", s.after)) is not None
            ),
            least=1.3,
        ),
        Clue("possessive", lambda s: s.possessive, adds=-2.5),
        Clue(
            "house-before",
            lambda s: (
                not s.contained
                and s.kind == "town"
                and s.chain.weight >= TOWN
                and HOUSE_OF.search(s.before[-24:]) is not None
            ),
            least=2.0,
        ),
        Clue("house-borne", is_borne, sets=1.3, rule="locative"),
        Clue(
            "house-named",
            lambda s: (
                FACILITY.match(s.after) is not None
                and not s.contained
                and " " not in s.chain.mentions[0].key
                and (s.chain.weight < WELL_KNOWN or HOUSE_THEN.match(s.after) is not None)
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
                and (s.kind == "town" or (s.kind == "country" and not is_wide_country(s)))
                and s.chain.weight >= LARGE
                and EVENT_AHEAD.match(s.after) is not None
            ),
            least=1.3,
        ),
        Clue(
            "title-of-a-scene",
            lambda s: (
                not s.lead and s.chain.weight >= WELL_KNOWN and SCENERY.match(s.after) is not None
            ),
            least=1.3,
        ),
        Clue(
            "facility",
            lambda s: FACILITY.match(s.after) is not None and s.preposition not in AT_ONE,
            adds=-0.7,
        ),
        Clue(
            "title-ahead",
            lambda s: (
                not s.contained and TITLE_AHEAD.match(s.after) is not None and not s.preposition
            ),
            adds=-3.0,
        ),
        Clue(
            "residents",
            lambda s: (
                not s.later
                and not s.preposition
                and s.chain.weight >= 4.0
                and RESIDENTS.match(s.after) is not None
            ),
            least=2.0,
        ),
        Clue("march-on", is_march, adds=-5.0, rule="elsewhere"),
        Clue("home-of", is_home, adds=-3.0, rule="elsewhere"),
        Clue("closes-a-title", closes_a_title, least=2.0),
        Clue("sight", is_sight, least=1.3, rule="locative"),
        Clue(
            "runs-on",
            lambda s: (
                not (s.contained or s.beside)
                and SMALL_AHEAD.match(s.after) is not None
                and not s.preposition
            ),
            adds=-1.0,
        ),
    ),
    (
        Clue(
            "pictured",
            lambda s: not s.later and s.contained and PICTURED.match(s.after) is not None,
            least=1.5,
            rule="locative",
        ),
    ),
    (Clue("area", lambda s: s.contained and AREA.match(s.after) is not None, least=1.5),),
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
    (Clue("article", has_article, adds=-2.5),),
    (
        Clue(
            "country-dated",
            lambda s: (
                is_wide_country(s)
                and DATED_LAST.match(s.after) is not None
                and not (s.preposition or s.before.endswith(", "))
            ),
        ),
        Clue(
            "one-of-its",
            lambda s: s.kind == "country" and SUPERLATIVE.search(s.before[-70:]) is not None,
            adds=-3.0,
        ),
        Clue("flown-over", is_flown_over),
        Clue("country", lambda s: s.contained and is_wide_country(s), adds=-1.0),
        Clue("country", lambda s: is_wide_country(s), adds=-1.3),
        Clue(
            "continent",
            lambda s: (
                s.kind == "continent"
                or (s.kind == "region" and s.chain.place is not None and not s.chain.place.country)
            ),
            adds=-2.0,
        ),
        Clue("ocean", lambda s: s.kind == "ocean", adds=-1.4),
    ),
    (Clue("speech", lambda s: s.later and SPEECH.search(s.sentence) is not None, adds=-1.0),),
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
