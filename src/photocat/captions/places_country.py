"""``Afghan policemen``: the country alone, where a caption names no place of the photo.

The weakest evidence there is: asked last, and only where everything speaks of one country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from photocat.captions.places_evidence import NAMED, OLD, Evidence
from photocat.captions.places_hints import at_home
from photocat.captions.places_readings import Chain
from photocat.captions.places_roles import Told
from photocat.captions.places_tokens import Mention, Token, tokens_of
from photocat.captions.places_words import NOT_HERE
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.demonyms import demonyms

TOLD_OF = "told-of"
"""The rule of a statement that only says in which country a photo was made."""

_ABROAD = frozenset({"US", "GB", "FR", "RU", "DE", "TR", "IL", "CA", "AU", "IT", "NL", "ES", "PL"})
"""Countries whose soldiers are often met in others."""

_SOLDIERS_WORDS = "soldier soldiers troops forces army tank tanks commandos military"
_SOLDIERS = frozenset(_SOLDIERS_WORDS.split())
_LOCALS_WORDS = """
police policeman policemen policewoman policewomen border firefighter firefighters rescuers
rescuer villager villagers resident residents farmer farmers fisherman fishermen herder herders
shepherd worker workers miner miners vendor vendors commuter commuters shopper shoppers pedestrian
pedestrians voter voters lawmakers lawmaker protester protesters protestors demonstrators
demonstrator activists boy boys girl girls schoolchildren schoolgirls schoolboys pupils man men
woman women child children couple family families court parliament election elections presidential
parliamentary village town city hospital farm prison jail school factory market police authorities
"""
_LOCALS = frozenset(_LOCALS_WORDS.split()) | _SOLDIERS
"""Whom and what one meets at home."""

_AWAY = re.compile(
    r"\b(?:refugees?|migrants?|immigrants?|asylum|exiles?|expatriates?|tourists?|embass\w+"
    r"|ambassadors?|consulate|diaspora|athletes?|players?|fans?|team|coach|champion"
    r"|competes?|final|match|cup|games|olympics?|summit|united nations|world|tour|visit\w*)\b",
    re.IGNORECASE,
)
"""Words of captions in which people are met abroad."""

_OWNED = re.compile(
    r"^'s? (?:(?:most|least) [a-z]+|[a-z]+est|first|only|oldest|notorious|famous|historic|former"
    r"|main|national|state|central|northern|southern|eastern|western)\b"
    r"(?! (?:prime|president|minister|king|queen|leader|envoy|chief|general))"
)
"""``Ethiopia's notorious prison``, and not ``Japan's Prime Minister``."""

_FARMER = re.compile(
    r" (?:[a-z-]+ )?(?:farmer|family|miner|rancher|sharecropper|tenant|homestead|cotton|migrant"
    r"|boy|girl|worker|farm|mill|mine|plantation|school|woman|man|couple|schoolhouse)s?\b"
)
"""``West Texas farmer``: on a picture that says no more, at home."""

_FOLLOWERS = re.compile(
    r"\b(?:[Ss]upporters|[Oo]pponents|[Ff]ollowers|[Pp]rotesters|(?:[Ff]orces|[Ss]oldiers|[Tt]roops)"
    r" loyal) (?:of|to|against)(?: the)? $"
)
"""``Supporters of Syria's President``: they are where he rules."""

_AMERICAN = re.compile(r"\b(?:U\.?S\b|Americans?\b|United States\b)")
_GUESTS = re.compile(
    r"\b(?:U\.?S\.?|American|United States) (?:[\w-]+ ){0,2}(?:troops|soldiers?|forces|[Mm]arines?"
    r"|[Aa]rmy|[Aa]ir [Ff]orce|[Nn]avy|military|coalition|air ?strikes?|drones?)\b"
)
"""Americans as they are met in countries of which a caption is."""

_DESCENT = re.compile(r"[A-Z][\w-]+ (?:ancestry|descent|origin|heritage|extraction|restaurant)\b")
"""``residents of Japanese ancestry``: they are met where they live."""

_SEAT = re.compile(
    r"\b(?:at|in|inside|outside|near|of|to) (?:the |a |an )?(?P<seat>(?:[A-Z]\w+ )?(?:[Pp]arliament"
    r"|[Pp]residential [Pp]alace|National (?:Stadium|Assembly|Museum|Theat\w+|Library|Palace"
    r"|Congress|Convention)|State House|Supreme Court|[Cc]onstitutional [Cc]ourt|[Cc]entral [Bb]ank"
    r"|Government House|polling stations?|polling cent\w+|(?:election|campaign) rally))\b"
)

_NEAR = 3
"""Words between what people are called and who they are: ``Afghan Local Police``."""


def country_told(
    written: str,
    work: str,
    told: Iterable[Told],
    evidence: Evidence,
    gazetteer: Gazetteer,
) -> Told | None:
    """The one country that a caption speaks of, where it is likely that it was made there.

    ``work`` is ``written`` without dates and credits.
    """
    work = _DESCENT.sub(lambda match: " " * len(match[0]), work)
    tokens = tokens_of(work)
    codes = {code for code in evidence if "." not in code and code != OLD}
    codes |= {code for t in tokens if t.capital and (code := demonyms().get(t.key))}
    if len(codes) > 1 and not _AMERICAN.search(_GUESTS.sub("", work)):
        codes.discard("US")
    if home := _at_home(written):
        codes = {code for code in codes if evidence.get(code, 0.0) >= NAMED} | {home[0]}
    if len(codes) != 1 or _AWAY.search(work):
        return None
    code = codes.pop()
    country = gazetteer.country(code)
    span = (
        (home[1] if home else None)
        or _locals(work, tokens, code)
        or _owner(work, told, code)
        or _seat(work)
    )
    if country is None or span is None:
        return None
    start, end = span
    mention = Mention(start, end, written[start:end], "", 0, 0)
    chain = Chain([mention], [country], "demonym", weight=NAMED)
    return Told(chain, 0.0, TOLD_OF, 0)


def _at_home(written: str) -> tuple[str, tuple[int, int]] | None:
    """The country of a body that is met nowhere else."""
    return next(iter(at_home(written)), None)


def _seat(work: str) -> tuple[int, int] | None:
    """``at the National Stadium``: every country has one, and only one is spoken of."""
    match = _SEAT.search(work)
    return match.span("seat") if match else None


def _locals(work: str, tokens: list[Token], code: str) -> tuple[int, int] | None:
    """``Cameroon soldiers``, ``an Egyptian court``: who belongs to the country and is at home."""
    for at, token in enumerate(tokens):
        if not token.capital or demonyms().get(token.key) != code:
            continue
        if NOT_HERE.search(work[max(0, token.start - 80) : token.start]):
            continue
        for other in tokens[at + 1 : at + 1 + _NEAR]:
            if other.masked or work[token.end : other.start].strip(" -").count(","):
                break
            word = other.text.lower()
            if word in _LOCALS and not (word in _SOLDIERS and code in _ABROAD):
                return token.start, other.end
    return None


def _owner(work: str, told: Iterable[Told], code: str) -> tuple[int, int] | None:
    for each in told:
        place = each.chain.place
        if place is None or place.country != code:
            continue
        if place.kind == "admin1" and _FARMER.match(work[each.chain.end :][:40]):
            return each.chain.start, each.chain.end
        if place.kind != "country":
            continue
        owned = each.chain.mentions[0].possessive and _OWNED.match(work[each.chain.end :][:60])
        if owned or _FOLLOWERS.search(work[max(0, each.chain.start - 40) : each.chain.start]):
            return each.chain.start, each.chain.end
    return None
