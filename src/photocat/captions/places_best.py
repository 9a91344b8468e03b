"""Of the places that a caption tells, the one where the photo was made."""

from __future__ import annotations

from photocat.captions.places_likely import WELL_KNOWN
from photocat.captions.places_readings import Chain
from photocat.captions.places_roles import GREAT, Told
from photocat.gazetteer import Gazetteer, Place
from photocat.gazetteer.place import WIDE

NEARLY = 0.9
"""The least score of a place where the caption names no other."""

LITTLE = 0.5
"""The same of a great town."""

ENOUGH = 1.2
"""The least score with which a place is believed to be where the photo was made."""

WIDE_M = 40_000.0
"""An island or a park is as wide as a province."""

_COARSE_M = 250_000.0
"""How far from the middle of its province a town may lie."""


def believable(told: Told) -> bool:
    """A little-known name without a container needs words that make it a place."""
    chain = told.chain
    if len(chain.mentions) > 1 or chain.country_hint or told.rule == "dateline":
        return True
    mention = chain.mentions[0]
    if mention.generic or mention.state or chain.rivals:
        return told.score > 0
    if chain.place is not None and chain.place.kind == "landmark" and told.score >= ENOUGH:
        return True
    return chain.weight >= WELL_KNOWN or told.score >= 2.0


def best_of(told: list[Told], gazetteer: Gazetteer, english: bool) -> Told | None:
    """The place with most to be said for it; of two as good, the finer, then the first."""
    likely = [t for t in told if t.score >= ENOUGH] or _only(told, english)
    if not likely:
        return None
    top = max(t.score for t in likely)
    best = min(
        (t for t in likely if t.score > top - 0.5),
        key=lambda t: (_radius(t.chain), -t.score, t.chain.start),
    )
    if best.chain.rivals:
        # Saint Anthony's church in Freetown: a name that is clear, beside one that is not.
        clear = [t for t in likely if not t.chain.rivals and len(t.chain.mentions) > 1]
        best = max(clear, key=lambda t: t.score, default=best)
    outer = best.chain.place
    if outer is None or best.chain.rivals:
        return best
    if outer.kind not in WIDE and outer.radius_m < WIDE_M:
        return best
    # Where only a province or a country says most, a place in it that is said beside it is finer.
    finer = [
        t
        for t in likely
        if t is not best
        and t.score >= (2.0 if best.rule == "dateline" else max(1.7, top - 3.5))
        and t.sentence <= best.sentence + (best.rule == "dateline")
        and (inner := t.chain.place) is not None
        and (inner.kind not in WIDE or (outer.kind == "country" and inner.kind == "admin1"))
        and _lies_in(inner, outer, gazetteer)
    ]
    return max(finer, key=lambda t: t.score, default=best)


def _lies_in(inner: Place, outer: Place, gazetteer: Gazetteer) -> bool:
    """Whether one place contains another; else, of a town whose province
    no list tells, whether it may lie in one: their circles are coarse."""
    if outer.kind != "admin1" or inner.admin1 is not None or inner.country != outer.country:
        return gazetteer.contains(outer, inner)
    return inner.point.distance_m(outer.point) < outer.radius_m + _COARSE_M


def _only(told: list[Told], english: bool) -> list[Told]:
    """The one place that the first sentence names with its country, though nothing leads to it;
    else what the words lead to, if weakly, where all that is named lies in one country."""
    if len(told) == 1 and told[0].rule != "elsewhere":
        least = NEARLY if told[0].chain.weight < GREAT else LITTLE
        least = -LITTLE if len(told[0].chain.places) > 1 else least
        if told[0].score >= least:
            return told
    named = [
        t
        for t in told
        if t.sentence == told[0].sentence
        and (len(t.chain.places) > 1 or (len(t.chain.mentions) > 1 and t.chain.mentions[-1].state))
        and t.score > 0
    ]
    if len(named) == 1 and all(t.score < named[0].score for t in told if t is not named[0]):
        return named
    if len({t.chain.place.country if t.chain.place else None for t in told}) > 1:
        return []
    return [t for t in told if t.score > 0 and t.rule in {"locative", "relation"}] or [
        t
        for t in told[:1]
        if t.chain.weight >= GREAT
        and not english
        and t.rule in {"mention", "opening"}
        and t.score > -2.0
    ]


def _radius(chain: Chain) -> float:
    return chain.place.radius_m if chain.place and not chain.rivals else 1e9
