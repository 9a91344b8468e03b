"""The word that leads to a name: ``in``, ``near``, ``from``, over what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from photocat.captions.places_around import is_house
from photocat.captions.places_links import HOUSE
from photocat.captions.places_readings import Chain
from photocat.captions.places_tokens import Mention, Token
from photocat.captions.places_words import (
    DIRECTIONS,
    ENGLISH,
    FOREIGN_LOCATIVE,
    GERMAN_NOUNS,
    LOCATIVE,
    MIDDLES,
    PLACE_NOUNS,
)
from photocat.gazetteer.demonyms import country_meant, demonyms

_SKIPPED = re.compile(
    r"(?:the|of|an?|this|that|these|those|la|el|der|his|her|its|their|" + PLACE_NOUNS + "|"
    + "|".join((*DIRECTIONS, *MIDDLES)) + r")\Z",
    re.IGNORECASE,
)  # fmt: skip


_GERMAN_ARTICLES = frozenset(("der", "dem", "den"))
_COMPOUND = re.compile(r"[\w.]+-[a-z]+\Z")
"""``the rebel-held town``, ``the U.N.-run camp``."""


def leading(work: str, raw: str, tokens: list[Token], chain: Chain) -> tuple[str | None, int]:
    """The preposition before a chain and where the name that it leads to begins.

    Of ``a faction of the Taliban, in Farah province`` it is not the one before an unknown name.
    ``raw`` is the caption before anything was blotted out.
    """
    found = [
        (_preposition(work, raw, tokens, chain, mention.first), mention.start)
        for mention in _beginnings(chain)
    ]
    return max(found, key=lambda each: LOCATIVE.get(each[0] or "", -1.0))


def _beginnings(chain: Chain) -> Iterator[Mention]:
    """The first name of a chain, the first that is written, and the first that is known."""
    yield chain.mentions[0]
    if (written := min(chain.mentions, key=lambda m: m.start)) is not chain.mentions[0]:
        yield written
    if chain.mentions[0] in chain.dropped:
        yield next((m for m in chain.mentions if m not in chain.dropped), chain.mentions[0])


def _preposition(work: str, raw: str, tokens: list[Token], chain: Chain, first: int) -> str | None:
    """The nearest preposition before a name, over articles, directions and place nouns."""
    before = _before_house(work, raw, tokens, first)
    # Dime Savings Bank Building, Detroit: what a house bears behind a comma is where it stands.
    addressed = before != first and work[tokens[first - 1].end : tokens[first].start] == ", "
    at, skipped, noun = before - 1, 0, addressed
    housed = HOUSE.match(work[chain.end : chain.end + 40]) is not None
    while at >= 0 and skipped < 7:
        token, after = tokens[at], tokens[at + 1]
        gap = work[token.end : after.start]
        if token.masked or gap.strip() not in {"", "'s", "("}:
            return "on" if noun else None
        word = token.text.lower()
        noun = noun or (at == first - 1 and token.text in GERMAN_NOUNS)
        if housed and word == "s" and at:
            # at Minister John Doe's Jerusalem office
            at, skipped = _before_name(work, tokens, at - 1), skipped + 1
            continue
        if word == "of" and at and (is_noun(tokens[at - 1]) or is_house(tokens[at - 1].text)):
            at -= 2
            skipped += 1
            noun = True
            continue
        if word in _GERMAN_ARTICLES and 0 < at < first - 1:
            at, skipped = at - 1, skipped + 1  # in der spanischen Stadt Lugo
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
            or token.text in GERMAN_NOUNS
            or _COMPOUND.match(token.text)
            or word in demonyms()
            or (not token.capital and country_meant(token.key) is not None)
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


def _before_house(work: str, raw: str, tokens: list[Token], first: int) -> int:
    """The first word of what a comma joins to a name: ``Abuja House, London``."""
    gap = work[tokens[first - 1].end : tokens[first].start] if first else ""
    if gap == " " and tokens[first - 1].capital and is_house(tokens[first - 1].text):
        # at Coast Guard Station Juneau
        return _before_name(work, tokens, first - 1) + 1
    if gap.strip() != ",":
        return first
    at = first - 1
    if tokens[at].text == "capital":
        return at  # in the Tunisian capital, Tunis
    if tokens[at].masked:
        # 10 Downing Street, London: the street is blotted out.
        street = raw[tokens[at].start : tokens[at].end].rstrip(".")
        return at if is_house(street.rpartition(" ")[2]) else first
    if not is_house(tokens[at].text):
        return first
    if at and not tokens[at].capital and work[tokens[at - 1].end : tokens[at].start] == " ":
        at -= 1
    while at and tokens[at].capital and not tokens[at - 1].masked and tokens[at - 1].capital:
        if work[tokens[at - 1].end : tokens[at].start] not in {" ", "'s "}:
            break
        at -= 1
    return at


def _before_name(work: str, tokens: list[Token], at: int) -> int:
    """The last word before a name of several capitalised words that ends here."""
    while at and tokens[at - 1].capital and work[tokens[at - 1].end : tokens[at].start] == " ":
        at -= 1
    return at - 1


def is_noun(token: Token) -> bool:
    return re.fullmatch(PLACE_NOUNS, token.text.lower()) is not None
