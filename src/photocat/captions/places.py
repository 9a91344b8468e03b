"""The places of a caption: where the photo was made, what it shows, what is only spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from photocat.captions.places_best import ENOUGH, believable, best_of
from photocat.captions.places_capitals import take_capitals
from photocat.captions.places_chains import chains_of
from photocat.captions.places_country import TOLD_OF, country_told
from photocat.captions.places_evidence import evidence_of
from photocat.captions.places_foreign import foreign_mentions
from photocat.captions.places_headings import without_heading
from photocat.captions.places_hints import hints_of
from photocat.captions.places_likely import WELL_KNOWN
from photocat.captions.places_masks import place_masks
from photocat.captions.places_near import lies_by, settle_anchor, settle_beside
from photocat.captions.places_readings import Chain
from photocat.captions.places_relations import Relation, lies_elsewhere, relation_to
from photocat.captions.places_roles import GREAT, Told, judge
from photocat.captions.places_settle import settle
from photocat.captions.places_spans import mentions_of
from photocat.captions.places_tokens import Mention, Token, tokens_of
from photocat.captions.places_unknown import spell_out, take_facility, take_side
from photocat.captions.places_words import ENGLISH
from photocat.captions.text import Span, Text, masked
from photocat.gazetteer import Gazetteer, Place
from photocat.gazetteer.keys import key
from photocat.gazetteer.place import WATERS
from photocat.places import Point
from photocat.records import PlaceName

PlaceRole = Literal["created", "shown", "mentioned"]

SATELLITE = re.compile(
    r"\b(?:satellite (?:image|images|imagery|view|photo|picture|photograph)|(?:seen|viewed|taken) "
    r"(?:by|from) (?:a )?satellite|satellite (?:saw|recorded|took|captured)|from (?-i:space)\b|"
    r"satelliittiku\w+|Satellitenbild\w*|"
    r"imagen satelital|image satellite|спутников\w+ сним\w+|супутников\w+ знім\w+|卫星图)",
    re.IGNORECASE,
)
"""Nobody stood there: such a picture shows a place and was not made at it."""

ORBIT = re.compile(
    r"\b(?:[Pp]hotographed|[Tt]aken|[Cc]aptured|[Rr]ecorded|[Ss]een|[Vv]iewed) (?:by|from|aboard) "
    r"(?:(?! in | at )[^.;]){0,80}\b(?:Space Station|[Ss]pace [Ss]huttle|ISS\b|Expedition \d)"
)
"""``photographed by a crew member on the International Space Station``: so too."""

PICTURED = re.compile(
    r"^ ?\((?:pictured|shown|seen here|in picture|im Bild|photo)\)", re.IGNORECASE
)
_VAST_M = 100_000.0
"""A region that is wider than this says less than what is told near it."""

_CALLED_LIKE_BODIES = frozenset({"landmark", "base", "airfield"})
"""Kinds of places that may be called like a body: the Recruit Training Command."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place, the words that state it, and what it is to the photo. Offsets as given."""

    start: int
    end: int
    quote: str
    name: PlaceName
    """The finest name with what contains it, country last."""
    point: Point | None
    """Middle and radius; for a relation the circle that it states; None where nothing but the
    country is told, and that by what people are called."""
    place_id: int | None
    """Of the gazetteer; None for a relation, which is never the place it names."""
    role: PlaceRole
    rule: str
    confidence: float
    relation: str | None = None
    """``near``, ``60 km north of``, ``eastern``: what is said of the place named."""
    candidates: tuple[Place, ...] = ()
    """Places that the name may mean, where nothing in the caption decides."""


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """The places of one caption."""

    created: FoundPlace | None = None
    shown: FoundPlace | None = None
    mentioned: tuple[FoundPlace, ...] = ()
    ambiguous: tuple[FoundPlace, ...] = ()
    """Names of where the photo was made that could be several places."""


def find_places(
    text: Text,
    gazetteer: Gazetteer,
    *,
    dates: Sequence[Span] = (),
    masks: Sequence[Span] = (),
    body: bool = False,
) -> PlacesFound:
    """Every place of a caption with its role.

    ``dates`` and ``masks`` are stretches of ``text.work`` that other rules have claimed: dates,
    which places stand beside, and credits and the like, in which none is looked for. Body text
    places no photo.
    """
    blotted = masked(text.work, [*dates, *masks])
    blotted = without_heading(blotted, lambda name: _is_known(name, gazetteer))
    work = masked(blotted, place_masks(blotted, lambda name: _is_known(name, gazetteer)))
    tokens = tokens_of(work)
    chains = chains_of(work, tokens, _mentions(work, tokens, gazetteer), gazetteer)
    evidence = evidence_of(tokens, chains, gazetteer)
    for code, weight in hints_of(text.work):
        evidence[code] = max(evidence.get(code, 0.0), weight)
    for chain in chains:
        settle(chain, evidence, gazetteer)
    for chain in chains:
        settle_anchor(chain, gazetteer)
    settle_beside(chains, gazetteer)
    told = judge(text, work, tokens, [c for c in chains if c.places or c.rivals], dates)
    _weigh_anchors(work, chains, told, gazetteer)
    best = None if body else _best(text, told, gazetteer)
    satellite = SATELLITE.search(text.work) is not None or ORBIT.search(text.work) is not None
    found = _found(text, work, best, "shown" if satellite else "created") if best else None
    placed = found if found and found.point else None
    if not (placed or body or satellite) and (
        country_only := country_told(text.work, blotted, told, evidence, gazetteer)
    ):
        placed = replace(_found(text, work, country_only, "created"), point=None)
    pictured = _pictured(text, work, told)
    return PlacesFound(
        None if satellite else placed,
        (placed if satellite else None) or pictured,
        _mentioned(text, work, told, best),
        (found,) if found and found.candidates else (),
    )


def _mentions(work: str, tokens: list[Token], gazetteer: Gazetteer) -> list[Mention]:
    """Every name that may be a place's, in order: facilities, inflected names, capitals as well."""
    mentions = mentions_of(work, tokens, gazetteer)
    for mention in mentions:
        take_facility(work, tokens, mention, gazetteer)
        take_side(work, tokens, mention, gazetteer)
        spell_out(mention, gazetteer)
    foreign = foreign_mentions(work, tokens, mentions, gazetteer)
    bent = {mention.start for mention in foreign}
    mentions = [m for m in mentions if m.start not in bent] + foreign
    mentions = take_capitals(work, tokens, mentions, gazetteer)
    return sorted(mentions, key=lambda m: m.start)


def _weigh_anchors(work: str, chains: list[Chain], told: list[Told], gazetteer: Gazetteer) -> None:
    """Say which chains only tell where others lie, and what the others gain by that."""
    anchored = {
        id(t.chain)
        for t in told
        if t.chain.near and t.chain.place and not t.chain.rivals and t.score + 0.5 >= ENOUGH
    }
    for chain in chains:
        if chain.near:
            # At Lough Doe, near Enniskillen: all that is known is what it lies near.
            agree = _agree(chain, chain.near, gazetteer) and not lies_elsewhere(work, chain)
            chain.near.anchor = id(chain) in anchored and agree
    for each in told:
        each.score += 0.5 * (id(each.chain) in anchored) - 2.5 * lies_elsewhere(work, each.chain)


def _best(text: Text, told: list[Told], gazetteer: Gazetteer) -> Told | None:
    may_be = [t for t in told if not t.chain.anchor and believable(t)]
    return best_of(may_be, gazetteer, ENGLISH.search(text.work) is not None)


def _is_pictured(text: Text, told: Told) -> bool:
    return PICTURED.match(text.work[told.chain.end : told.chain.end + 16]) is not None


def _pictured(text: Text, work: str, told: list[Told]) -> FoundPlace | None:
    """``Tartus (pictured)``: the first that the words say is shown."""
    first = next((t for t in told if _is_pictured(text, t)), None)
    return _found(text, work, first, "shown") if first else None


def _mentioned(
    text: Text, work: str, told: list[Told], best: Told | None
) -> tuple[FoundPlace, ...]:
    """What is only spoken of, where it is known well enough to be a place at all."""
    return tuple(
        _found(text, work, t, "mentioned")
        for t in told
        if not _is_pictured(text, t) and t is not best and (t.chain.weight > 4.5 or believable(t))
    )


def _agree(chain: Chain, near: Chain, gazetteer: Gazetteer) -> bool:
    """Whether a chain lies where it is said to: not ``to California, near Muskogee``.

    ``In the Caucasus near Batumi`` the second tells more.
    ``Rafah, northeast of Cairo`` may lie far from it: large towns tell where others are.
    """
    if chain.place is None or near.place is None:
        return True
    if chain.place.kind == "region" and chain.place.radius_m > _VAST_M:
        return False
    told_by = near.weight >= GREAT and chain.place.country == near.place.country
    return told_by or lies_by(chain.place, near.place, gazetteer)


def _is_known(name: str, gazetteer: Gazetteer) -> bool:
    named = gazetteer.named(key(name.removeprefix("The ").removeprefix("the ")))
    return bool(named) and (
        named[0].weight > WELL_KNOWN or named[0].place.kind in _CALLED_LIKE_BODIES
    )


def _found(text: Text, work: str, told: Told, role: PlaceRole) -> FoundPlace:
    chain = told.chain
    start, end = chain.start, chain.end
    place, relation = chain.place, None
    if place and told.rule != TOLD_OF:
        told_of = chain.mentions[1:] if chain.rivals else chain.mentions
        inner = next((m for m in told_of if m not in chain.dropped), chain.mentions[-1])
        relation = None if chain.rivals else relation_to(work, chain, inner.start, place)
    if relation:
        start, end = min(start, relation.start), max(end, relation.end)
    span = Span(start, end)
    given = text.given_span(span)
    return FoundPlace(
        given.start,
        given.end,
        text.quote(span),
        _name(chain, relation),
        relation.point if relation else place.point if place else None,
        None if relation or not place else place.id,
        role,
        told.rule + (f"/{chain.how}" if chain.how else ""),
        _confidence(told),
        relation.words if relation else None,
        tuple(chain.rivals),
    )


def _name(chain: Chain, relation: Relation | None) -> PlaceName:
    place = chain.place
    if place is None:
        written = chain.mentions[0].text
        codes = {p.country for p in chain.rivals}
        return PlaceName(written, (), codes.pop() if len(codes) == 1 else None)
    outwards = [p.name for p in chain.places[1:] if p.kind != "country"]
    for name in place.hierarchy:
        if name not in outwards:
            outwards.append(name)
    if len(chain.places) > 1 and not place.hierarchy and chain.places[-1].kind == "country":
        outwards.append(chain.places[-1].name)
    code = place.country
    if code is None and place.kind in {*WATERS, "lake"} and len(chain.places) > 1:
        code = chain.places[-1].country
    name = place.name
    if relation:
        name = f"{relation.words} {name}"
    return PlaceName(name, tuple(dict.fromkeys(outwards)), code)


def _confidence(told: Told) -> float:
    sure = {"dateline": 0.95, "fragment": 0.9, TOLD_OF: 0.35}.get(
        told.rule, 0.5 + min(0.42, told.score * 0.075)
    )
    if told.chain.how in {"skeleton", "fuzzy"}:
        sure -= 0.15
    if told.chain.rivals:
        sure = min(sure, 0.5)
    return round(max(0.1, min(0.95, sure)), 2)
