"""Names that only what stands around them makes places: unknown villages, unnamed facilities."""

from __future__ import annotations

import re

from photocat.captions.places_links import link
from photocat.captions.places_spans import LEAST, LONGEST, SMALL
from photocat.captions.places_tokens import Mention, Token
from photocat.captions.places_words import DIRECTIONS, PLACE_NOUNS
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.demonyms import demonyms
from photocat.gazetteer.generic import KIND_OF
from photocat.gazetteer.keys import key, spelt_out

_BETWEEN = frozenset(
    {"in", "of", "on", "the", "central", "vicinity", *DIRECTIONS, *PLACE_NOUNS.split("|")}
)
_LEADING = frozenset({"near", "in", "at", "outside", "on", "from", "along", "around", "off"})
"""Words that lead to a name and are no part of it, though they begin a sentence."""
_PEOPLE = frozenset(("residents", "citizens", "villagers", "inhabitants", "people", "children"))
_CALLED = frozenset(("kibbutz", "moshav"))
"""Words before a name that no list writes with it."""
_BUILDINGS_WORDS = """
garden gardens park square hotel museum palace stadium arena church mosque hospital
university school college airport embassy bridge tower street avenue road center centre hall
court prison club cathedral temple theater theatre plaza market house building headquarters
inc president minister mr mrs group party army police championships games cup
"""
_BUILDINGS = frozenset(_BUILDINGS_WORDS.split())
_OCEANS = frozenset(("pacific", "pacific ocean", "atlantic", "atlantic ocean"))
_FACILITY_AT = re.compile(
    r"((?:naval|air|military|army|air force|submarine|nuclear power|refugee) ?"
    r"(?:base|facility|station|plant|camp)|airbase|airfield|airport|camp|port|prison)"
    r" (?:in|at|of) (?:the )?$"
)

_NAMED = re.compile(r"\b(?!(?:The|An?|This|Its|Their) )([A-Z][\w'-]*)(?: \d{1,3})? $")


def take_facility(work: str, tokens: list[Token], mention: Mention, gazetteer: Gazetteer) -> None:
    """``the naval facility in Tartus`` is the Tartus naval facility, where that is known."""
    match = _FACILITY_AT.search(work[max(0, mention.start - 40) : mention.start])
    if match is None or not mention.key:
        return
    called = _NAMED.search(work[: mention.start - len(match[0])][-24:])
    if called and match[1].endswith("camp") and key(called[1]) not in demonyms():
        return  # the Doe refugee camp in Roe has its own name
    of_name = f"{mention.key} {key(match[1])}"
    named = gazetteer.named(of_name)
    if not named or named[0].place.kind == "town":
        return
    mention.start -= len(match[0])
    while mention.first and tokens[mention.first - 1].start >= mention.start:
        mention.first -= 1
    mention.text = work[mention.start : mention.end]
    mention.key = mention.full_key = of_name
    mention.generic = None


def take_side(work: str, tokens: list[Token], mention: Mention, gazetteer: Gazetteer) -> None:
    """``the eastern Pacific``: a part of an ocean that has its own name."""
    if mention.key not in _OCEANS or not mention.first:
        return
    side = tokens[mention.first - 1]
    if side.key not in DIRECTIONS or work[side.end : mention.start] != " ":
        return
    of_name = f"{side.key} {mention.key}"
    if gazetteer.named(of_name):
        mention.start, mention.first = side.start, mention.first - 1
        mention.text, mention.key = work[side.start : mention.end], of_name
        mention.full_key = of_name


def spell_out(mention: Mention, gazetteer: Gazetteer) -> None:
    """``St. Joseph`` is Saint Joseph, where no place is called ``St. Joseph`` itself."""
    written = spelt_out(mention.key)
    if written == mention.key or _is_called(mention.key, gazetteer):
        return
    if _is_called(written, gazetteer):
        mention.key, mention.full_key = written, spelt_out(mention.full_key)


def _is_called(name: str, gazetteer: Gazetteer) -> bool:
    return any(n.how == "name" and n.weight > LEAST for n in gazetteer.named(name))


def unknown_before(work: str, tokens: list[Token], mention: Mention) -> Mention | None:
    """Capitalised words that are no known name, before ``, MENTION`` or ``in MENTION``."""
    last = mention.first
    while last and tokens[last - 1].text.lower() in _BETWEEN:
        last -= 1
    if not last or tokens[last - 1].masked:
        return None
    gap = work[tokens[last - 1].end : mention.start]
    how = link(gap, possessive=False)
    if how not in {"comma", "in"}:
        return None
    comma = how == "comma"
    behind = re.match(r" ([a-z]+)", gap)
    generic = KIND_OF.get(behind[1]) if behind else None
    first = last
    while first and last - first < LONGEST:
        token = tokens[first - 1]
        small = token.key in SMALL
        if token.masked or token.key in demonyms() or not (token.capital or small):
            break
        if token.key in _CALLED or token.key in _LEADING or token.key in _PEOPLE:
            break
        if first < last and work[token.end : tokens[first].start] != " ":
            break
        first -= 1
    while first < last and not tokens[first].capital:
        first += 1
    if first == last or any(t.key in _BUILDINGS for t in tokens[first:last]):
        return None
    if not comma and not generic and not _placed_loosely(tokens, first):
        return None
    of_name = " ".join(t.key for t in tokens[first:last])
    start, end = tokens[first].start, tokens[last - 1].end
    found = Mention(start, end, work[start:end], of_name, first, last, full_key=of_name)
    found.known, found.generic = False, generic
    return found


def _placed_loosely(tokens: list[Token], first: int) -> bool:
    before = tokens[first - 1].text.lower() if first else ""
    return before in {"in", "near", "at", "outside", "of", *_CALLED}
