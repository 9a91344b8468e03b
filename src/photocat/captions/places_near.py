"""Which of several places a name means by what it is said to lie near."""

from __future__ import annotations

from photocat.captions.places_likely import WELL_KNOWN
from photocat.captions.places_readings import Chain
from photocat.captions.places_tokens import Mention
from photocat.gazetteer import Gazetteer, Named, Place
from photocat.gazetteer.place import WIDE

VILLAGE = 3.7
"""A town of 5,000 people: too small to be meant where a demonym tells another country."""

BESIDE_M = 250_000.0
"""How far the anchor of ``A, south of B`` is thought of at most."""

VILLAGE_M = 100_000.0
"""The same where A is a village: others of its name lie farther."""

NEAR_BY_M = 60_000.0
"""Within which lies what captions call near a town, whatever else bears its name."""


def around_anchor(
    found: list[Named], anchor: Place, mention: Mention, gazetteer: Gazetteer
) -> list[Named]:
    """Those that lie by the anchor; where none does, those of its country."""
    around = _nearest([n for n in found if _told_by(n, anchor)], anchor)
    if not around and anchor.country:
        of_name = mention.full_key or mention.key
        others = gazetteer.candidates(of_name, anchor.country, fuzzy=False)
        around = [n for n in others if _told_by(n, anchor)]
    if around or anchor.kind in WIDE:
        return around or found
    # Kandahar, southwest of Kabul: far from it, and still of its country.
    own = [n for n in found if n.place.country == anchor.country and n.how == "name"]
    if len(own) > 1:
        own = [n for n in own if n.weight >= WELL_KNOWN or n.place.kind != "town"]
    return own


def take_neighbour(chain: Chain, anchor: Place | None, gazetteer: Gazetteer) -> None:
    """``the Long Walk in Windsor, near London``: the Windsor beside it, not a larger one."""
    mention = next((m for m in chain.mentions if m not in chain.dropped), None)
    if anchor is None or mention is None or _beside(chain.places[0], anchor):
        return
    of_name = mention.full_key or mention.key
    for named in gazetteer.candidates(of_name, anchor.country, fuzzy=False):
        if _beside(named.place, anchor):
            chain.places, chain.how, chain.weight = [named.place], named.how, named.weight
            return
    if chain.weight < WELL_KNOWN:
        chain.places = []  # Rock Creek near Baltimore is no Rock Creek in Minnesota


def settle_anchor(chain: Chain, gazetteer: Gazetteer) -> None:
    """``Ochoco National Forest near the city of Mitchell``: the Mitchell by the forest."""
    near, place = chain.near, chain.place
    if near is None or place is None or not near.rivals or place.kind in {"country", "continent"}:
        return
    of_name = near.mentions[0].full_key or near.mentions[0].key
    found = gazetteer.candidates(of_name, place.country, fuzzy=False)
    around = _nearest([n for n in found if _beside(n.place, place)], place)
    near.rivals, near.places = [], [n.place for n in around[:1]]


def settle_beside(chains: list[Chain], gazetteer: Gazetteer) -> None:
    """``in Matamoros, Mexico, across from Brownsville``: of namesakes the one by a place that the
    caption names, or in a province of which it speaks."""
    for chain in chains:
        if not chain.rivals:
            continue
        named = {m.key for m in chain.mentions}
        told = [
            place
            for other in chains
            if other is not chain and other.mentions[0].key not in named
            for place in other.rivals or other.places[:1]
        ]
        by = [r for r in chain.rivals if any(_is_told_by(r, place, gazetteer) for place in told)]
        if len(by) == 1:
            chain.places = [by[0], *(p for p in chain.places if p.id != by[0].id)]
            chain.rivals, chain.weight = [], max(chain.weight, VILLAGE)


def _is_told_by(place: Place, told: Place, gazetteer: Gazetteer) -> bool:
    """Whether another place tells that this one is meant, and no namesake."""
    if told.kind in {"admin1", "admin2"}:
        return gazetteer.contains(told, place)
    return told.kind not in WIDE and place.point.distance_m(told.point) < NEAR_BY_M


def lies_by(place: Place, anchor: Place, gazetteer: Gazetteer) -> bool:
    """Whether a place can be said to lie near another, or the other near a part of it."""
    return _beside(place, anchor) or gazetteer.contains(place, anchor)


def _told_by(named: Named, anchor: Place) -> bool:
    """Whether an anchor may tell where a place is: villages only where they are close to it."""
    if named.place.kind != "town" or named.weight >= VILLAGE or anchor.kind in WIDE:
        return _beside(named.place, anchor)
    reach = VILLAGE_M + anchor.radius_m * 1.2
    return named.place.point.distance_m(anchor.point) < reach


def _nearest(found: list[Named], anchor: Place) -> list[Named]:
    """Of villages of one name the one by the anchor, where it is clearly the nearest."""
    found = sorted(found, key=lambda n: n.place.point.distance_m(anchor.point))
    away = [n.place.point.distance_m(anchor.point) for n in found[:2]]
    return found[:1] if len(away) > 1 and away[0] < min(NEAR_BY_M, away[1] / 2) else found


def _beside(place: Place, anchor: Place) -> bool:
    reach = BESIDE_M + place.radius_m + anchor.radius_m * 1.2
    return place.point.distance_m(anchor.point) < reach
