"""Chains of names read from the outside in: each place lies in what is said to contain it.

Container veto: what stands before ``, Oregon`` lies in Oregon or is not resolved at all.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace

from photocat.captions.places_likely import likely, named_so, town_first
from photocat.captions.places_tokens import Mention
from photocat.captions.places_words import DIRECTIONS
from photocat.gazetteer import Gazetteer, Named, Place
from photocat.gazetteer.place import WATERS

CONTAINERS = frozenset({"country", "admin1", "admin2", "region", "island", "continent", "sea",
                        "ocean", "valley", "park", "bay"})  # fmt: skip
_LANDSCAPE = frozenset(("river", "lake", "mountain", "valley", "forest", "glacier"))
_BY_TOWNS = frozenset(("airfield", "base"))
_BEAM = 8
BESIDE_M = 40_000.0
"""How far beyond a town what is said to lie in it may be, where no list says what lies in it."""
_FAR_M = 60_000.0
_IN = re.compile(r"\bin\b")
_STATE_AND_TOWN = frozenset(("new york", "washington"))
_IN_OR_NEAR = re.compile(r"\b(?:in|near|outside|of) $")
"""``near Orwell, New York``: what a town lies in is the state."""
_COUNTRYSIDE = re.compile(r"\b(?:County|National Park|National Forest|Lake|Mountains|Valley)\b")
_GREAT = 5.5
"""The weight of a province in which 300,000 people live and more."""
_KNOWN = 5.0
"""A town of 100,000 people."""
_LISTED = 4.6
"""A town of 40,000 people: less known ones are not listed beside others without their country."""


@dataclass(slots=True)
class Chain:
    """Mentions that are read as one place, and what they resolve to."""

    mentions: list[Mention]
    """From the finest outwards, as they are read."""
    places: list[Place] = field(default_factory=list)
    """Resolved, from the finest outwards; empty where nothing is."""
    how: str = ""
    rivals: list[Place] = field(default_factory=list)
    """Places that the name may mean as well; then ``places`` begins with what contains them."""
    weight: float = 0.0
    dropped: list[Mention] = field(default_factory=list)
    """Names that no place in their container bears."""
    near: Chain | None = None
    """The chain that this one is said to lie near."""
    country_hint: str | None = None
    anchor: bool = False
    """Whether it only says where another chain lies."""

    @property
    def start(self) -> int:
        return min(m.start for m in self.mentions)

    @property
    def end(self) -> int:
        return max(m.end for m in self.mentions)

    @property
    def place(self) -> Place | None:
        return self.places[0] if self.places else None


@dataclass(slots=True)
class _Reading:
    score: float
    named: list[Named]
    dropped: list[Mention]


def read_chain(work: str, members: list[Mention], gazetteer: Gazetteer) -> list[Chain]:
    """Comma chains, from right to left; one that is a mere list falls apart."""
    outer = likely(members[-1], gazetteer)[:_BEAM]
    if _is_state(work, members):
        outer.sort(key=lambda n: n.place.kind != "admin1")
        outer = [replace(n, weight=outer[0].weight + 8.0 - at) for at, n in enumerate(outer[:2])]
    if members[-1].generic in {"admin1", "admin2"}:
        outer = _called_so(outer)
    readings = [_Reading(n.weight, [n], []) for n in outer]
    if len(members) == 1:
        return [Chain(members)]
    if not outer and not members[-1].state:
        # Varanasi, the spiritual capital of Hinduism: of what nobody knows nothing is a part.
        return [*read_chain(work, members[:-1], gazetteer), Chain(members[-1:])]
    for at in range(len(members) - 2, -1, -1):
        mention, around = members[at], members[at + 1]
        side = _side(work, mention, around)
        within = not around.generic and _IN.search(work[mention.end : around.start]) is not None
        grown: list[_Reading] = []
        for reading in readings:
            grown += _inside(mention, reading, gazetteer, side, within)
        kept = [r for r in grown if mention not in r.dropped]
        if not kept:
            if _is_list(mention, readings, gazetteer):
                left = read_chain(work, members[: at + 1], gazetteer)
                return left + _finished(members[at + 1 :], readings, gazetteer)
            kept = grown
        readings = sorted(kept, key=lambda r: -r.score)[:_BEAM] or readings
    return _finished(members, readings, gazetteer)


def _is_state(work: str, members: list[Mention]) -> bool:
    """Whether what contains the others is the state of Washington or New York, and not the town."""
    if members[-1].key not in _STATE_AND_TOWN:
        return False
    if _COUNTRYSIDE.search(work[members[0].start : members[-1].start]):
        return True
    near = _IN_OR_NEAR.search(work[: members[0].start][-12:])
    return near is not None and not _IN_OR_NEAR.search(work[: members[-1].start][-12:])


def _called_so(found: list[Named]) -> list[Named]:
    """What may be called a province or district: no village whose name begins alike."""
    return [n for n in found if n.place.kind != "town" or n.weight >= _KNOWN]


def _inside(
    mention: Mention, reading: _Reading, gazetteer: Gazetteer, side: int | None, within: bool
) -> list[_Reading]:
    """The reading with a place of this name inside its finest place that may contain it.

    ``side`` is the bearing that a compass word says, ``within`` whether the words say ``in``.
    """
    there = {outer.place.id for outer in reading.named}
    own = likely(mention, gazetteer)
    same = next((n for n in own[:2] if n.place.id in there), None)
    if same and not _called_alike(mention, same, gazetteer):
        return [_Reading(reading.score + 1.0, reading.named, reading.dropped)]
    if water := _shore(mention, reading, gazetteer):
        named = [water, *reading.named]
        return [_Reading(reading.score + 3.0 + water.weight * 0.6, named, reading.dropped)]
    for depth, outer in enumerate(reading.named):
        container = outer.place
        if container.kind not in CONTAINERS and container.kind != "town":
            continue
        if mention.state:
            found = [n for n in own if gazetteer.contains(container, n.place)]
        else:
            found = gazetteer.candidates(
                mention.full_key or mention.key,
                container.country,
                container,
                fuzzy=not mention.known,
            )
            if not (found or mention.known) and " " in mention.key:
                # Irwinville Farms: what bears the name of a place stands there.
                first = mention.key.rpartition(" ")[0]
                found = gazetteer.candidates(first, container.country, container, fuzzy=False)
                found = [n for n in found if n.how == "name" and n.place.kind == "town"]
            found = named_so([n for n in found if n.place.id != container.id], mention)
            if not mention.generic:
                found = town_first(found, gazetteer)
            elif not found and mention.known and mention.generic in _BY_TOWNS:
                # Albacete Air Base: of bases that no list knows, the town that they are called by.
                found = gazetteer.candidates(mention.key, container.country, container, fuzzy=False)
                found = [n for n in found if n.how in {"name", "alias"} and n.place.kind == "town"]
            if own and own[0].place.kind in _LANDSCAPE:
                # The Rio Grande is no village that was called after it.
                found = [n for n in found if n.how != "other"]
        if depth:
            # Beside the finest place, never in another part of its country: the container's veto.
            finest = reading.named[0].place
            if finest.kind in {"country", "admin1"}:
                break
            # The Villette in Paris is not the one beside it.
            reach = BESIDE_M + finest.radius_m * 1.5
            near = 5_000 + finest.radius_m * 1.5
            found = [
                n
                for n in found
                if n.place.radius_m < finest.radius_m * 2
                and n.place.point.distance_m(finest.point)
                < (near if within and n.place.kind == "town" else reach)
            ]
        found = _on_side(found, container, side)[:_BEAM]
        if found:
            bonus = 4.0 - depth
            return [
                _Reading(
                    reading.score + bonus + n.weight * 0.6, [n, *reading.named], reading.dropped
                )
                for n in found
            ]
    innermost = reading.named[0].place if reading.named else None
    if innermost and mention.known:
        around = [
            n for n in own if n.place.kind in CONTAINERS and gazetteer.contains(n.place, innermost)
        ]
        if around:
            named = [*reading.named, around[0]]
            return [_Reading(reading.score + 2.0, named, reading.dropped)]
    return [_Reading(reading.score - 1.5, reading.named, [*reading.dropped, mention])]


def _shore(mention: Mention, reading: _Reading, gazetteer: Gazetteer) -> Named | None:
    """A sea or a bay that a country lies at, of which no gazetteer says that it lies in it."""
    own = likely(mention, gazetteer)[:1] if mention.known else []
    if not own or own[0].place.kind not in {*WATERS, "lake"} or not reading.named:
        return None
    water, land = own[0].place, reading.named[0].place
    if land.kind != "country":
        return None
    reach = water.radius_m + land.radius_m * 1.3
    return own[0] if water.point.distance_m(land.point) < reach else None


def _called_alike(mention: Mention, same: Named, gazetteer: Gazetteer) -> bool:
    """Whether a town bears the name that its country has abroad: ``Brasilia, Brazil``."""
    return same.how != "name" and any(
        n.how == "name" and n.place.kind == "town" and gazetteer.contains(same.place, n.place)
        for n in gazetteer.named(mention.key)
    )


def _on_side(found: list[Named], container: Place, side: int | None) -> list[Named]:
    """Candidates in the part of the container that a compass word names, if any lie there."""
    if side is None or container.kind not in {"country", "admin1"}:
        return found
    there = [n for n in found if _bears(container, n.place, side)]
    return there or found


def _bears(container: Place, place: Place, side: int) -> bool:
    north = place.lat - container.lat
    east = (place.lon - container.lon) * math.cos(math.radians(container.lat))
    bearing = math.degrees(math.atan2(east, north)) % 360
    return min(abs(bearing - side), 360 - abs(bearing - side)) <= 80


def _side(work: str, inner: Mention, outer: Mention) -> int | None:
    words = re.findall(r"[a-z-]+", work[inner.end : outer.start].lower())
    return next((DIRECTIONS[w] for w in words if w in DIRECTIONS), None)


def _is_list(mention: Mention, readings: list[_Reading], gazetteer: Gazetteer) -> bool:
    """Whether a comma only lists: what follows can contain nothing, or both are countries."""
    if not mention.known or not readings:
        return bool(readings) and readings[0].named[0].place.kind == "town" and mention.known
    best = readings[0].named[0].place
    own = likely(mention, gazetteer)
    if own and own[0].place.kind in {"country", "continent", "sea", "ocean"}:
        return True
    if own and best.kind == "town" and own[0].weight < _LISTED:
        # Jobar, Damascus: a quarter that no list knows, not a namesake far away.
        return own[0].place.point.distance_m(best.point) < _FAR_M
    return best.kind not in {"country", "admin1"}


def _finished(
    members: list[Mention], readings: list[_Reading], gazetteer: Gazetteer
) -> list[Chain]:
    chain = Chain(members)
    if not readings or (len(members) == 1):
        return [chain]
    best = readings[0]
    if len(best.named) == 1 and _is_two(best.named[0], members[-1], gazetteer):
        # Nowhere, Georgia: which of the two was told by what lies in it, and that is unknown.
        return [Chain(members[-1:])]
    chain.places = [n.place for n in best.named]
    chain.how, chain.weight = best.named[0].how, best.named[0].weight
    chain.dropped = best.dropped
    least = 1.2 if best.named[0].how in {"skeleton", "fuzzy"} else 0.5
    rivals = [
        r.named[0]
        for r in readings[1:]
        if len(r.named) == len(best.named)
        and not (best.named[0].place.kind == "admin1" and r.named[0].how != "name")
        and is_rival(best.named[0], r.named[0], gazetteer, least)
    ]
    if rivals and len(best.named) > 1:
        chain.rivals = [best.named[0].place, *(n.place for n in rivals)]
        chain.places = chain.places[1:]
    return [chain]


def _is_two(best: Named, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a country's name is as well that of a great province elsewhere."""
    return best.place.kind == "country" and any(
        n.place.kind == "admin1" and n.weight > _GREAT and n.place.name == best.place.name
        for n in likely(mention, gazetteer)[1:3]
    )


def is_rival(best: Named, other: Named, gazetteer: Gazetteer, least: float) -> bool:
    """Whether a second place could be meant just as well: about as well known, and elsewhere."""
    if best.weight - other.weight >= least:
        return False
    near = best.place.point.distance_m(other.place.point)
    if near < _FAR_M + max(best.place.radius_m, other.place.radius_m) * 0.5:
        return False
    return not (
        gazetteer.contains(best.place, other.place) or gazetteer.contains(other.place, best.place)
    )
