"""What a name may mean by itself, before anything around it is asked."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from photocat.captions.places_tokens import Mention
from photocat.captions.places_words import STATE_NAMES
from photocat.gazetteer import Gazetteer, Named, Place
from photocat.gazetteer.generic import kind_announced
from photocat.gazetteer.keys import key, spelt_out

TOWN = 4.0
"""A town of 10,000 people, after which a lake or a district may be called."""

WELL_KNOWN = 5.0
"""A town of 100,000 people: known enough to be named without its country."""

LARGE = 4.7
"""A town of 50,000 people: known enough to be told by an event that bears its name."""

_PROVINCES = frozenset(("admin1", "admin2"))

_ENGLISH = frozenset(("odessa", "mansoura"))
"""What English calls towns that are the largest of those called so."""

_ALIKE = 0.5
"""How much of two names is the same, in the same order, where one is a spelling of the other."""

AWAY_M = 70_000.0
"""How far from a town its airport lies at most."""

_ABBREVIATED = frozenset(("country", "admin1", "admin2", "region"))
"""Kinds of places that are written short behind a town: Calif., Cambs."""

NATURE = frozenset(("lake", "river", "island", "valley", "mountain", "bay", "strait", "sea"))
"""Kinds of places that bear names of their own."""


def likely(mention: Mention, gazetteer: Gazetteer) -> list[Named]:
    """What a name may mean by itself, the likeliest first; a town before its own province."""
    if mention.state:
        if mention.state == "DC":
            return (
                list(gazetteer.named("washington d c")[:1])
                or [n for n in gazetteer.named("washington") if n.place.kind == "town"][:1]
            )
        return [
            n
            for n in gazetteer.named(STATE_NAMES.get(mention.state, mention.state.lower()))
            if n.place.country == mention.country and n.place.kind in _ABBREVIATED
        ][:1]
    if mention.generic:
        return named_so(gazetteer.candidates(mention.full_key), mention)
    found = _own_name_first(mention.key, list(gazetteer.named(mention.key)))
    return town_first(named_so(found, mention), mention, gazetteer)


def _own_name_first(called: str, found: list[Named]) -> list[Named]:
    """Without what only another language writes so, where a town has this very name.

    Salem is no Jerusalem, Granada no Grenada and Cancún no Changchun; but Odessa is Odesa.
    """
    own = max((n.weight for n in found if n.how == "name" and n.place.kind == "town"), default=0.0)
    if own < LARGE or called in _ENGLISH:
        return found
    return [n for n in found if n.how != "alias" or not _sounds_like(called, n.place)]


def _sounds_like(called: str, place: Place) -> bool:
    """Whether a name is another language's for a town or a country, and no part of its own."""
    own = spelt_out(key(place.name))
    if place.kind == "country":
        part = own.startswith(called)
    else:
        part = set(spelt_out(called).split()) <= set(own.split())
    if part or place.kind not in {"country", "town"}:
        return False
    return SequenceMatcher(None, called, own).ratio() > _ALIKE


def named_so(found: list[Named], mention: Mention) -> list[Named]:
    """Without places of which the name is only the beginning, unless their kind is announced."""
    if mention.generic:
        kind = "town" if mention.generic == "city" else mention.generic
        announced = [n for n in found if n.place.kind == kind]
        if not announced and kind == "admin2":
            announced = [n for n in found if n.place.kind == "admin1" and n.how == "name"]
        if mention.generic == "airfield":
            announced = _of_town(announced, found)
        if announced:
            return announced
    if mention.generic in NATURE:
        # Turna Lake is no village of Turna.
        found = [n for n in found if n.place.kind != "town" or n.weight >= TOWN]
    whole = [
        n
        for n in found
        if n.how != "core" or mention.generic == n.place.kind or n.place.kind == "admin2"
    ]
    return [n for n in whole if n.how != "core" or mention.generic] or whole


def _of_town(airfields: list[Named], found: list[Named]) -> list[Named]:
    """``Vannes airport`` is by the town of Vannes, or it is not known."""
    town = next((n.place for n in found if n.place.kind == "town" and n.weight >= TOWN), None)
    if town is None or any(n.how == "name" for n in airfields):
        return airfields
    return [n for n in airfields if n.place.point.distance_m(town.point) < AWAY_M]


def town_first(found: list[Named], mention: Mention, gazetteer: Gazetteer) -> list[Named]:
    """A town before the province of the same name, which is named after it; but not before what
    is called one: ``Garissa County``."""
    if kind_announced(mention.key) in _PROVINCES:
        return [n for n in found if n.place.kind in _PROVINCES] or found
    if found and found[0].place.kind == "admin1":
        for at, other in enumerate(found[1:], 1):
            if (
                other.place.kind in {"town", "port"}
                and other.how != "other"
                and gazetteer.contains(found[0].place, other.place)
                and found[0].weight - other.weight < _nearly(mention.key, other)
            ):
                weight = found[0].weight + 0.1
                return [replace(other, weight=weight), *found[:at], *found[at + 1 :]]
    return found


def _nearly(called: str, town: Named) -> float:
    """By how much a province may be better known than its town: Bihar is seldom Bihar Sharif."""
    longer = set(called.split()) < set(key(town.place.name).split())
    return 0.5 if town.how != "name" and longer else 1.8
