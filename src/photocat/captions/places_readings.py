"""Chains of names read from the outside in: each place lies in what is said to contain it.

Container veto: what stands before ``, Oregon`` lies in Oregon or is not resolved at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from photocat.captions.places_likely import WELL_KNOWN, likely
from photocat.captions.places_tokens import Mention
from photocat.captions.places_within import (
    beside,
    called_alike,
    named_in,
    on_side,
    shore_of,
    side_told,
)
from photocat.gazetteer import Gazetteer, Named, Place

CONTAINERS = frozenset({"country", "admin1", "admin2", "region", "island", "continent", "sea",
                        "ocean", "valley", "park", "bay"})  # fmt: skip
_BEAM = 8
_FAR_M = 60_000.0
_IN = re.compile(r"\bin\b")
_STATE_AND_TOWN = frozenset(("new york", "washington"))
_IN_OR_NEAR = re.compile(r"\b(?:in|near|outside|of) $")
"""``near Orwell, New York``: what a town lies in is the state."""
_COUNTRYSIDE = re.compile(
    r"\b(?:County|National Park|National Forest|Refuge|Lake|Mountains|Valley)\b"
)
_GREAT = 5.5
"""The weight of a province in which 300,000 people live and more."""
_NAMESAKE = 1.0
"""How much less known (by a factor of ten in people) a town may be that is meant instead."""
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

    def with_inner(self, inner: Named, bonus: float) -> _Reading:
        """This with a place inside its finest one."""
        score = self.score + bonus + inner.weight * 0.6
        return _Reading(score, [inner, *self.named], self.dropped)


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
        side = side_told(work, mention, around)
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
    return [n for n in found if n.place.kind != "town" or n.weight >= WELL_KNOWN]


def _inside(
    mention: Mention, reading: _Reading, gazetteer: Gazetteer, side: int | None, within: bool
) -> list[_Reading]:
    """The reading with a place of this name inside its finest place that may contain it.

    ``side`` is the bearing that a compass word says, ``within`` whether the words say ``in``.
    """
    there = {outer.place.id for outer in reading.named}
    own = likely(mention, gazetteer)
    same = next((n for n in own[:2] if n.place.id in there), None)
    if same and not called_alike(mention, same, gazetteer):
        return [_Reading(reading.score + 1.0, reading.named, reading.dropped)]
    finest = reading.named[0].place if reading.named else None
    if water := shore_of(mention, finest, gazetteer):
        return [reading.with_inner(water, 3.0)]
    for depth, outer in enumerate(reading.named):
        container = outer.place
        if container.kind not in CONTAINERS and container.kind != "town":
            continue
        found = named_in(container, mention, own, gazetteer)
        if depth and finest:
            # Beside the finest place, never in another part of its country: the container's veto.
            if finest.kind in {"country", "admin1"}:
                break
            found = beside(found, finest, within)
        if found := on_side(found, container, side)[:_BEAM]:
            return [reading.with_inner(n, 4.0 - depth) for n in found]
    if wider := _around(mention, own, finest, gazetteer):
        return [_Reading(reading.score + 2.0, [*reading.named, wider], reading.dropped)]
    return [_Reading(reading.score - 1.5, reading.named, [*reading.dropped, mention])]


def _around(
    mention: Mention, own: list[Named], finest: Place | None, gazetteer: Gazetteer
) -> Named | None:
    """What the name means that contains the finest place: written inside out."""
    if finest is None or not mention.known:
        return None
    wide = (n for n in own if n.place.kind in CONTAINERS)
    return next((n for n in wide if gazetteer.contains(n.place, finest)), None)


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
    if len(best.named) == 1 and (
        _is_two(best.named[0], members[-1], gazetteer) or _has_namesake(readings, gazetteer)
    ):
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


def _has_namesake(readings: list[_Reading], gazetteer: Gazetteer) -> bool:
    """Whether a town of which nothing is known to be a part could be another: ``in Bethlehem``."""
    best, *others = (reading.named[0] for reading in readings)
    return best.place.kind == "town" and any(
        other.place.kind == "town" and is_rival(best, other, gazetteer, _NAMESAKE)
        for other in others
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
