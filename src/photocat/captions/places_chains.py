"""Names that belong together: grouped by the words between them into chains."""

from __future__ import annotations

import re

from photocat.captions.places_joins import SMALL_M, Group, joined
from photocat.captions.places_leading import is_noun
from photocat.captions.places_likely import likely
from photocat.captions.places_links import DEMONYM, SUBURB
from photocat.captions.places_never import NEVER
from photocat.captions.places_readings import Chain, read_chain
from photocat.captions.places_tokens import Mention, Token
from photocat.captions.places_unknown import unknown_before
from photocat.captions.places_words import DIRECTIONS, GERMAN_NOUNS, LOCATIVE, MIDDLES
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.demonyms import country_meant, demonyms

HAMLET = 3.0
"""A place of 1,000 people, of whose name captions seldom write the end alone."""

_ABROAD = re.compile(
    rf"^(?:ville|village|localité|capitale|région|ciudad|pueblo|localidad|capital|región|provincia)"
    rf" [^\W\d]+ (?:de |d['’]|du |del )(?:l['’]|la )?$"
    rf"|^\S+ [\w-]+ (?:(?:{'|'.join(GERMAN_NOUNS)}) )?$"
)
"""``la ville libanaise de Tripoli``, ``der libanesischen Stadt Tripoli``."""


def chains_of(
    work: str, tokens: list[Token], mentions: list[Mention], gazetteer: Gazetteer
) -> list[Chain]:
    """Group mentions by the words between them, and resolve what a container decides."""
    groups: list[Group] = []
    for mention in mentions:
        before = groups[-1][-1][1] if groups else None
        how = joined(work, tokens, groups[-1], mention, gazetteer) if before else None
        unknown = None if how else unknown_before(work, tokens, mention)
        if unknown and before and unknown.first <= before.first and len(groups[-1]) == 1:
            # Hammam Alil: a known word is only the beginning of an unknown name.
            groups.pop()
            before = groups[-1][-1][1] if groups else None
        if unknown and (before is None or unknown.first >= before.last):
            groups.append([(None, unknown)])
            how = "comma"
            outer = unknown_before(work, tokens, unknown)
            if (
                outer
                and (before is None or outer.first >= before.last)
                and gazetteer.named(outer.key)
            ):
                # Pursglove, Scotts Run, West Virginia
                groups[-1] = [(None, outer), ("comma", unknown)]
        if how:
            groups[-1].append((how, mention))
        else:
            groups.append([(None, mention)])
    found: list[Chain] = []
    for group in groups:
        found += _resolved(work, group, gazetteer)
    for chain in found:
        chain.country_hint = _demonym_before(work, tokens, chain)
        if _is_tail(work, tokens, chain):
            # Grassy Butte, North Dakota, is not the Butte there.
            chain.dropped = [*chain.dropped, chain.mentions[0]]
            chain.places = chain.places[1:]
    return found


def _is_tail(work: str, tokens: list[Token], chain: Chain) -> bool:
    """Whether a hamlet's name in a container is the end of a longer one that no list has."""
    name = chain.mentions[0]
    if len(chain.places) < 2 or name in chain.dropped or not name.first:
        return False
    called_so = chain.how == "name"
    if chain.weight >= HAMLET and called_so:
        return False
    before = tokens[name.first - 1]
    if before.masked or not before.capital or work[before.end : name.start] != " ":
        return False
    word = before.text.lower()
    plain = word in DIRECTIONS or word in MIDDLES or word in LOCATIVE
    plain = plain or (before.key in NEVER and called_so)
    return not (plain or before.key in demonyms() or is_noun(before))


def _resolved(work: str, group: Group, gazetteer: Gazetteer) -> list[Chain]:
    """Split a group where its links change sense, and resolve each part."""
    parts: list[tuple[str | None, list[Mention]]] = []
    for how, mention in group:
        if how in {"comma", "in", "space"}:
            parts[-1][1].append(mention)
        elif how == "owner" and len(parts[-1][1]) > 1:
            # Khan Sheikhun, in Syria's Idlib province: the owned lies in the owner.
            parts[-1][1].insert(-1, mention)
        else:
            parts.append((how, [mention]))
    chains: list[Chain] = []
    for how, members in parts:
        made = read_chain(work, members, gazetteer)
        if how == "owner" and chains and chains[-1].mentions[-1].end <= made[0].start:
            if _owned(chains[-1], made[0], gazetteer):
                made = made[1:]
            elif SUBURB.match(work[chains[-1].end : made[0].start].lower()):
                _leave(chains[-1], made[0], gazetteer)
        elif how == "near" and chains:
            chains[-1].near, made[0].anchor = made[0], True
        chains += made
    return chains


def _owned(owner: Chain, chain: Chain, gazetteer: Gazetteer) -> bool:
    """Take ``Afghanistan's Helmand province`` as one, if the second lies in the first."""
    first = owner.mentions[0]
    containers = owner.places[:1] or [n.place for n in likely(first, gazetteer)[:2]]
    for container in containers:
        outermost = chain.mentions[-1]
        if chain.places:
            if gazetteer.contains(container, chain.places[-1]):
                owner.places = [*chain.places, container]
                break
            continue
        found = gazetteer.candidates(
            outermost.full_key or outermost.key, container.country, container, fuzzy=False
        )
        found = [n for n in found if n.place.id != container.id]
        if found:
            owner.places = [found[0].place, container]
            owner.how, owner.weight = found[0].how, found[0].weight
            break
    else:
        return False
    owner.mentions = [*owner.mentions, *chain.mentions]
    owner.how, owner.weight = owner.how or chain.how, owner.weight or chain.weight
    owner.near = chain.near
    return True


def _leave(town: Chain, suburb: Chain, gazetteer: Gazetteer) -> None:
    """Leave a suburb unknown that lies far from its town: the Damascus suburb of Rawda is no Rawda
    at the sea."""
    own, place = likely(town.mentions[0], gazetteer)[:1], suburb.place
    if not own or place is None or place.kind != "town" or own[0].place.country != place.country:
        return
    if suburb.weight < own[0].weight and own[0].place.point.distance_m(place.point) > SMALL_M:
        suburb.places = suburb.places[1:]


def _demonym_before(work: str, tokens: list[Token], chain: Chain) -> str | None:
    """``the Lebanese town of`` before a name: the country it lies in."""
    first = chain.mentions[0].first
    for at in range(first - 1, max(-1, first - 7), -1):
        country = demonyms().get(tokens[at].key)
        if country and tokens[at].capital:
            gap = work[tokens[at].end : chain.mentions[0].start].lower()
            return country if gap != " " and DEMONYM.match(gap) else None
        abroad = None if tokens[at].capital else country_meant(tokens[at].key)
        if abroad:
            said = work[tokens[max(0, at - 1)].start : chain.mentions[0].start]
            return abroad if _ABROAD.search(said) else None
    return None
