"""Which of a caption's places is where the photo was made: from the words around each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from photocat.captions.places_dates import dated, dateline, fragment
from photocat.captions.places_links import BEFORE
from photocat.captions.places_never import FIRST_NAMES, NEVER
from photocat.captions.places_readings import Chain
from photocat.captions.places_spans import Token
from photocat.captions.places_words import (
    DIRECTIONS,
    FACILITIES,
    FOREIGN_LOCATIVE,
    LOCATIVE,
    MIDDLES,
    NOT_HERE,
    PLACE_NOUNS,
)
from photocat.captions.text import Span, Text
from photocat.gazetteer.demonyms import demonyms

_SKIPPED = re.compile(
    r"(?:the|of|an?|la|el|der|" + PLACE_NOUNS + "|" + "|".join((*DIRECTIONS, *MIDDLES)) + r")\Z",
    re.IGNORECASE,
)
_FACILITY = re.compile(rf"^(?:'s)? (?:[A-Z][\w.'-]{{0,30}} ){{0,3}}(?:{FACILITIES})\b")
_TITLE_AHEAD = re.compile(r"^(?:'s)? [A-Z][\w.'-]*")
_SEEN_FROM = re.compile(
    r"\b(?:takes? off|took off|taking off|departs?|departed|launch(?:es|ed)?|lifts? off|rises?"
    r"|rising|billows?|seen|taken|viewed"
    r"|photographed|reports?|broadcasts?|fired|escapes?) (?:\w+ )?from "
    r"(?:the )?$"
)
_WITHIN = re.compile(
    rf"\b(?:front|outside|inside|top|middle|edge|side|end|corner|steps|grounds|lawn|roof|{FACILITIES}"
    r"|Room|Lawn|Office|views?|images?|imagery|photos?|photographs?|pictures?|panorama|skyline"
    r"|footage) of (?:the |an? )?(?:[A-Z]\w+'s )?$"
)
_STREETS = re.compile(r"\b(?:streets|outskirts|centre|center|heart|skies|banks|coast) of $")
FACILITY_KINDS = frozenset({"airfield", "base", "camp", "port", "border", "park", "beach"})
"""Kinds of place whose gate, runway or fence one stands at: ``the tarmac of the air base``."""

_AREA = re.compile(r"^,? (?:area|vicinity|district)\b")
ENGLISH = re.compile(
    r"\b(?:the|and|of|with|during|from|is|his|her)\b|^(?:FILE\W+)?An? [a-z]|^An? [A-Z]\w+ [a-z]"
)
"""Words that no other language we read has."""

_SPEECH = re.compile(r"\b(?:said|says|told|according|announced|added)\b")


@dataclass(slots=True)
class Told:
    """A chain with how much says that the photo was made there."""

    chain: Chain
    score: float
    rule: str
    sentence: int


def judge(
    text: Text, work: str, tokens: list[Token], chains: list[Chain], dates: Sequence[Span]
) -> list[Told]:
    """Every chain that may be a place at all, in the order of the text."""
    told = []
    # A caption whose first sentence names no place at all may name it in the second.
    opening = min((text.sentence_at(chain.start) for chain in chains), default=0)
    for chain in chains:
        sentence = text.sentence_at(chain.start)
        score, rule = _score(text, work, tokens, chain, dates, sentence, opening)
        if score > -50:
            told.append(Told(chain, score, rule, sentence))
    return told


def _score(
    text: Text,
    work: str,
    tokens: list[Token],
    chain: Chain,
    dates: Sequence[Span],
    sentence: int,
    opening: int,
) -> tuple[float, str]:
    span = text.sentences[sentence] if text.sentences else Span(0, len(work))
    first = chain.mentions[0]
    contained = len(chain.mentions) > 1
    preposition = _preposition(work, tokens, chain)
    before, after = work[: chain.start], work[chain.end : chain.end + 90]
    lead = before[span.start :]
    opens = not lead.strip(" \"'([*-")
    if dateline(work, chain, dates, sentence):
        return 9.0, "dateline"
    score, rule = 0.0, "mention"
    if preposition:
        score = LOCATIVE.get(preposition) or FOREIGN_LOCATIVE.get(preposition, 0.0)
        rule = preposition
        if preposition in {"in", "at", "near", "on", "outside"}:
            rule = "locative"
    elif opens:
        score = 0.4 if contained else -0.6
        rule = "opening"
    elif re.search(r", $", before[-2:]):
        score, rule = (1.2 if contained else 0.6), "comma"
    else:
        score = -0.5
    if first.foreign:
        if "\u0400" <= first.text[0] <= "\u04ff" and _like_a_person(work, tokens, chain, None):
            return -99.0, "person"
        country = chain.place is not None and chain.place.kind == "country"
        score, rule = max(score, 1.6 if country else 2.4), "foreign"
        return score + dated(work, chain, dates) - 2.4 * min(sentence, 3), rule
    person = _like_a_person(work, tokens, chain, preposition)
    if person and not contained:
        return -99.0, "person"
    if not contained and not preposition and opens and first.key in NEVER:
        return -99.0, "word"
    if _WITHIN.search(before[-60:]):
        score, rule = 2.6, "locative"
    elif preposition in {"to", "from", "of"} and _STREETS.search(before[-40:]):
        score, rule = 2.4, "locative"
    elif preposition == "of" and chain.place and chain.place.kind in FACILITY_KINDS:
        score, rule = 1.8, "locative"
    if BEFORE.search(before[-110:]):
        score, rule = max(score, 2.8), "relation"
    elif preposition == "from" and _SEEN_FROM.search(before[-40:]):
        score, rule = 2.6, "locative"
    if NOT_HERE.search(before[-60:]):
        score -= 3.0
        rule = "elsewhere"
    if first.possessive and chain.end == first.end:
        score -= 2.5
        if _FACILITY.match(after):
            score += 2.5
    elif _FACILITY.match(after):
        score -= 0.7
    elif not contained and _TITLE_AHEAD.match(after) and not preposition:
        score -= 3.0
    elif not contained and re.match(r" [a-z]", after) and not preposition:
        score -= 1.0
    if contained and _AREA.match(after):
        score = max(score, 1.5)
    beside = dated(work, chain, dates)
    if preposition in {"from", "to", "of", "for", "about"} and not contained:
        beside *= 0.4
    score += beside
    if beside and rule in {"comma", "mention", "opening"}:
        rule = "dated"
    if contained:
        score += 1.0
    if fragment(work, chain, span, beside > 0):
        score, rule = max(score, 0.0) + 3.5, "fragment"
    place = chain.place
    if place:
        if (
            not contained
            and place.kind in {"town", "admin2"}
            and chain.weight < 6
            and not first.generic
            and re.search(r"\bthe $", before[-4:], re.IGNORECASE)
        ):
            score -= 2.5
        if place.kind == "country" and place.radius_m > 30_000:
            score -= 1.0 if contained else 1.3
        elif place.kind in {"continent", "ocean"} or (place.kind == "region" and not place.country):
            score -= 2.0
    if _SPEECH.search(work[span.start : chain.start]) and sentence:
        score -= 1.0
    late = 1.2 * min(opening, 2) + 2.4 * min(sentence - opening, 3)
    return score - (late if rule != "fragment" else 0.0), rule


def _preposition(work: str, tokens: list[Token], chain: Chain) -> str | None:
    """The nearest preposition before a name, over articles, directions and place nouns."""
    at = chain.mentions[0].first - 1
    skipped, noun = 0, False
    while at >= 0 and skipped < 7:
        token, after = tokens[at], tokens[at + 1]
        gap = work[token.end : after.start]
        if token.masked or gap.strip() not in {"", "'s", "("}:
            return "on" if noun else None
        word = token.text.lower()
        if word == "of" and at and _is_noun(tokens[at - 1]):
            at -= 2
            skipped += 1
            noun = True
            continue
        if word in LOCATIVE and not token.capital:
            return word
        if word in {"in", "at", "near", "on", "from"}:
            return word
        if word in FOREIGN_LOCATIVE and not token.capital and not ENGLISH.search(work):
            return word
        if (
            len(chain.mentions) > 1
            and skipped < 4
            and (token.capital or (word == "de" and at and tokens[at - 1].capital))
        ):
            at -= 1
            skipped += 1
            continue
        if not (
            _SKIPPED.match(word)
            or word in demonyms()
            or (
                not token.capital
                and skipped < 3
                and word.endswith(("ed", "ern", "al", "est", "an", "ese", "ish", "ic"))
            )
        ):
            return "on" if noun else None
        at -= 1
        skipped += 1
    return "on" if noun else None


def _is_noun(token: Token) -> bool:
    return re.fullmatch(PLACE_NOUNS, token.text.lower()) is not None


def _like_a_person(work: str, tokens: list[Token], chain: Chain, preposition: str | None) -> bool:
    """Whether capitalised words beside the name make it part of a longer name."""
    first, last = chain.mentions[0].first, chain.mentions[-1].last
    left = tokens[first - 1] if first else None
    right = tokens[last] if last < len(tokens) else None
    facility = _FACILITY.match(work[chain.end : chain.end + 90])
    if (
        right
        and not right.masked
        and right.capital
        and work[chain.end : right.start] == " "
        and right.key not in demonyms()
        and not (facility and (chain.weight > 5 or " " not in facility[0].strip()))
    ):
        if preposition is None or tokens[first].key in FIRST_NAMES:
            return True
        return not _is_noun(right)
    if left and not left.masked and left.capital and work[left.end : tokens[first].start] in " .":
        word = left.text.lower()
        if word in DIRECTIONS or word in MIDDLES or word in LOCATIVE or left.key in demonyms():
            return False
        if _is_noun(left) or left.key in {"the", "st"}:
            return False
        return work[left.end : tokens[first].start] == " " or len(left.text) <= 2
    return False
