"""Which of a caption's places is where the photo was made: from the words around each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from photocat.captions.places_around import HOUSE_OF, is_event, is_facility, is_house
from photocat.captions.places_clues import weigh
from photocat.captions.places_dates import dated, dateline, fragment
from photocat.captions.places_leading import is_noun, leading
from photocat.captions.places_likely import LARGE, WELL_KNOWN
from photocat.captions.places_never import FIRST_NAMES, NEVER
from photocat.captions.places_readings import Chain
from photocat.captions.places_standing import Standing
from photocat.captions.places_tokens import Token
from photocat.captions.places_words import (
    DIRECTIONS,
    ENGLISH,
    FOREIGN_LOCATIVE,
    LOCATIVE,
    MIDDLES,
)
from photocat.captions.text import Span, Text
from photocat.gazetteer.demonyms import demonyms

_GERMAN = frozenset({"in", "im", "bei", "auf", "nahe", "aus", "vor", "zu", "von"})
_GERMAN_TEXT = re.compile(r"\b(?:der|die|das|und|ist|dem|im|vom|zum|zur)\b")
_REGIONS = frozenset({"Gebiet", "Region", "Provinz", "Kreis", "Bezirk", "Landkreis"})
GREAT = 5.5
"""A town of 300,000 people: known enough to be told by its name alone."""
TELLS = 0.5
"""The least score with which a sentence says anything of where the photo was made."""
_CAMPS = frozenset(("Camp", "Fort", "Lake", "Mount", "Cape", "FOB", "COP"))
"""Words before a name with which it is another: Camp Ravenna is not in Italy."""
_WORD = re.compile(r"[^\W\d_]")
_PLAIN = frozenset({"in", "at", "near", "on", "outside"})


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
    scored = [
        (chain, text.sentence_at(chain.start), found)
        for chain in chains
        if (found := _score(text, work, tokens, chain, dates, text.sentence_at(chain.start)))
    ]
    # A caption whose first sentence tells no place may tell it in the second.
    first = _first_of_words(text, work)
    opening = max(first, min((n for _, n, (score, _) in scored if score >= TELLS), default=0))
    told = []
    for chain, sentence, (score, rule) in scored:
        if rule not in {"dateline", "fragment", "foreign"}:
            score -= 1.2 * min(opening - first, 2) + 2.4 * max(0, min(sentence - opening, 3))
        told.append(Told(chain, score, rule, sentence))
    return told


def _first_of_words(text: Text, work: str) -> int:
    """The first sentence that is more than a date: ``May 1943. Shops at Chicago.``"""
    worded = (n for n, s in enumerate(text.sentences) if _WORD.search(work, s.start, s.end))
    return next(worded, 0)


def _score(
    text: Text,
    work: str,
    tokens: list[Token],
    chain: Chain,
    dates: Sequence[Span],
    sentence: int,
) -> tuple[float, str] | None:
    """How much says that the photo was made there, and the rule; None of what is no place."""
    span = text.sentences[sentence] if text.sentences else Span(0, len(work))
    if dateline(work, chain, dates, sentence):
        return 9.0, "dateline"
    if chain.mentions[0].foreign:
        return _foreign(work, tokens, chain, dates, sentence)
    contained = len(chain.mentions) > 1
    lead = work[span.start : chain.start]
    opens = not lead.strip(" \"'([*-")
    preposition, start = leading(work, text.work, tokens, chain)
    if _like_a_person(work, tokens, chain, preposition) and not _is_contained(chain):
        return None
    if not contained and not preposition and opens and _is_no_name(chain.mentions[0].key):
        return None
    beside = dated(work, chain, dates)
    known_town = preposition == "of" and _is_known_town(chain)
    if preposition in {"from", "to", "of", "for", "about"} and not (contained or known_town):
        beside *= 0.4
    standing = Standing(
        chain=chain,
        before=work[:start],
        after=work[chain.end : chain.end + 90],
        sentence=lead,
        later=sentence > 0,
        lead=lead.strip(" \"'([*-"),
        preposition=preposition,
        contained=contained,
        beside=beside,
        fragment=fragment(work, chain, span, beside > 0),
    )
    return weigh(standing, *_beginning(standing, opens))


def _is_no_name(name: str) -> bool:
    """``Le port`` where a sentence begins: every word is never a place by itself."""
    return all(word in NEVER for word in name.split())


def _is_known_town(chain: Chain) -> bool:
    """``the apartment of Lagos, May 3``: of a town one cannot be the president."""
    return chain.place is not None and chain.place.kind == "town" and chain.weight >= WELL_KNOWN


def _beginning(standing: Standing, opens: bool) -> tuple[float, str]:
    """What the word that leads to a name says by itself."""
    word = standing.preposition
    if word:
        score = LOCATIVE.get(word) or FOREIGN_LOCATIVE.get(word, 0.0)
        return score, "locative" if word in _PLAIN else word
    if opens:
        return 0.4 if standing.contained else -0.6, "opening"
    if standing.before.rstrip().endswith(","):
        return 1.2 if standing.contained else 0.6, "comma"
    return -0.5, "mention"


def _foreign(
    work: str, tokens: list[Token], chain: Chain, dates: Sequence[Span], sentence: int
) -> tuple[float, str] | None:
    """A name found as an inflected word, or in a script without blanks."""
    cyrillic = "\u0400" <= chain.mentions[0].text[0] <= "\u04ff"
    opens = chain.mentions[0].first == 1
    if cyrillic and not opens and _like_a_person(work, tokens, chain, None):
        return None
    score = 1.6 if chain.place is not None and chain.place.kind == "country" else 2.4
    return score + dated(work, chain, dates) - 2.4 * min(sentence, 3), "foreign"


def _is_contained(chain: Chain) -> bool:
    """Whether a chain stands even where it looks like a person: something known contains it."""
    if len(chain.mentions) - len(chain.dropped) > 1 or len(chain.places) > 1:
        return True
    return len(chain.mentions) > 1 and (
        chain.weight >= WELL_KNOWN or bool(chain.mentions[-1].state)
    )


def _like_a_person(work: str, tokens: list[Token], chain: Chain, preposition: str | None) -> bool:
    """Whether capitalised words beside the name make it part of a longer name."""
    borne = [m for m in chain.mentions if m not in chain.dropped] or chain.mentions
    first, last = min(m.first for m in borne), max(m.last for m in borne)
    left = tokens[first - 1] if first else None
    right = tokens[last] if last < len(tokens) else None
    if is_event(work[chain.end : chain.end + 60]) and chain.weight >= LARGE:
        return False
    facility = is_facility(work[chain.end : chain.end + 90])
    if (
        right
        and not right.masked
        and right.capital
        and work[chain.end : right.start] == " "
        and right.key not in demonyms()
        and not (facility and (chain.weight > 5 or " " in chain.mentions[0].key))
        and not (facility and " " not in facility[0].strip())
    ):
        if preposition is None or tokens[first].key in FIRST_NAMES:
            return True
        # German writes every noun with a capital: in Rumänien Anfang der 1990er Jahre.
        return not (is_noun(right) or (preposition in _GERMAN and not ENGLISH.search(work)))
    if left and not left.masked and left.capital and work[left.end : tokens[first].start] in " .":
        word = left.text.lower()
        if word in DIRECTIONS or word in MIDDLES or word in LOCATIVE or left.key in demonyms():
            return False
        if chain.weight >= GREAT and _GERMAN_TEXT.search(work):
            return left.key in FIRST_NAMES or left.text in _REGIONS
        if left.text in _CAMPS:
            return True
        if HOUSE_OF.search(work[max(0, chain.start - 24) : chain.start]):
            return False
        if is_noun(left) or is_house(left.text) or left.key in {"the", "st"}:
            return False
        return work[left.end : tokens[first].start] == " " or len(left.text) <= 2
    return False
