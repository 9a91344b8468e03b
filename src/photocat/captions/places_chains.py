"""Names that belong together: grouped by the words between them into chains."""

from __future__ import annotations

import re

from photocat.captions.places_likely import likely
from photocat.captions.places_links import COMPASS, DEMONYM, SUBURB, link
from photocat.captions.places_readings import Chain, read_chain
from photocat.captions.places_spans import LEAST, Mention, Token
from photocat.captions.places_unknown import unknown_before
from photocat.captions.places_words import DIRECTIONS, GERMAN_NOUNS
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.demonyms import country_meant, demonyms
from photocat.gazetteer.place import WIDE

SMALL_M = 100_000.0
"""Waters and mountains no wider than this are places like others."""


_HILLS = frozenset(("Hill", "Hills", "Creek", "Ridge", "Mountain", "Point", "Heights", "Bottoms"))

TOWN = 4.0
"""A town of 10,000 people."""

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
    groups: list[list[tuple[str | None, Mention]]] = []
    for mention in mentions:
        before = groups[-1][-1][1] if groups else None
        how = None
        if before:
            between = work[before.end : mention.start]
            how = link(between, before.possessive)
            if how == "space" and not _ends_in(before, mention, gazetteer):
                how = None
            if how in {"comma", "in"} and (
                _is_tail(work, tokens, before, gazetteer) or _is_head(work, tokens, mention)
            ):
                how = None
            if how == "in" and _is_country(before, gazetteer):
                # New citizens of the U.S. in Los Angeles: no country lies in a town.
                how = how if _is_country(mention, gazetteer) else None
            if how is None and _archive(work, groups[-1], mention, gazetteer):
                how = "owner"
            if how == "far":
                # The Mediterranean Sea, 13 miles north of Sabratha: no town, and told by the other.
                how = None if all(_is_wide(m, gazetteer) for _, m in groups[-1]) else "near"
            if how == "in" and _is_long(mention, gazetteer) and _is_town(before, gazetteer):
                how = "near"  # New Orleans on the Mississippi River
            if how == "near" and COMPASS.search(between) and _is_bare_country(mention, gazetteer):
                how = "in"  # Pibor, Boma state, east of South Sudan
            if how == "near" and len(groups[-1]) == 1 and before.known:
                # Rakhine state near Sittwe: what lies near says more than what is wide; but the
                # Gulf of Aden, off the coast of Yemen.
                wide = _is_wide(before, gazetteer) and not _contains_much(mention, gazetteer)
                how = None if wide else how
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
    return found


def _is_tail(work: str, tokens: list[Token], mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a little-known word is the end of a longer name: the ``Summit`` of a conference."""
    if not mention.first or mention.last - mention.first > 1 or not mention.known:
        return False
    left = tokens[mention.first - 1]
    if left.masked or not left.capital or work[left.end : mention.start] != " ":
        return False
    if left.key in demonyms() or left.text.lower() in DIRECTIONS:
        return False
    named = gazetteer.named(left.key)
    if named and named[0].weight > LEAST:
        return False
    found = likely(mention, gazetteer)
    return not found or found[0].weight < 4.5


def _is_head(work: str, tokens: list[Token], mention: Mention) -> bool:
    """Whether a name is the beginning of a hill's: ``Michigan Hill``."""
    right = tokens[mention.last] if mention.last < len(tokens) else None
    if right is None or right.masked or work[mention.end : right.start] != " ":
        return False
    return right.text in _HILLS


def _ends_in(before: Mention, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a name may contain the one before it without a comma; but of ``Calif. South Sudan``
    the second begins another sentence."""
    own = likely(mention, gazetteer)[:1]
    if before.state and before.text.endswith("."):
        return any(n.place.country == before.country for n in own)
    return any(n.place.kind in {"country", "admin1"} for n in own)


def _contains_much(mention: Mention, gazetteer: Gazetteer) -> bool:
    own = likely(mention, gazetteer)
    return bool(own) and own[0].place.kind in {"country", "admin1"}


def _is_wide(mention: Mention, gazetteer: Gazetteer) -> bool:
    own = likely(mention, gazetteer)
    if not own:
        return True
    place = own[0].place
    return place.kind in WIDE - {"sea"} or place.radius_m > SMALL_M


def _is_long(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether it is a river or a lake that many towns lie on."""
    own = likely(mention, gazetteer)[:1]
    return any(n.place.kind in {"river", "lake"} and n.place.radius_m > SMALL_M for n in own)


def _is_town(mention: Mention, gazetteer: Gazetteer) -> bool:
    own = likely(mention, gazetteer)[:1]
    return any(n.place.kind == "town" and n.weight > TOWN for n in own)


def _is_country(mention: Mention, gazetteer: Gazetteer) -> bool:
    own = likely(mention, gazetteer)
    return bool(own) and own[0].place.kind == "country"


def _is_bare_country(mention: Mention, gazetteer: Gazetteer) -> bool:
    return not mention.possessive and _is_country(mention, gazetteer)


def _archive(
    work: str,
    group: list[tuple[str | None, Mention]],
    mention: Mention,
    gazetteer: Gazetteer,
) -> bool:
    """``Oregon. Josephine County``: a state as a heading, as archives write it."""
    first = group[0][1]
    return (
        len(group) == 1
        and work[first.end : mention.start] == ". "
        and not work[: first.start].strip(" \"'[(")
        and _contains_much(first, gazetteer)
    )


def _resolved(
    work: str, group: list[tuple[str | None, Mention]], gazetteer: Gazetteer
) -> list[Chain]:
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
    if own and place and place.kind == "town" and own[0].place.country == place.country:
        if own[0].place.point.distance_m(place.point) > SMALL_M:
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
