"""What a caption says of countries and provinces: it tells lone names from their namesakes."""

from __future__ import annotations

import re
from collections import Counter

from photocat.captions.places_likely import WELL_KNOWN, likely
from photocat.captions.places_readings import Chain
from photocat.captions.places_tokens import Token
from photocat.gazetteer import Gazetteer, Place
from photocat.gazetteer.demonyms import country_meant, demonyms

NAMED, HINTED, PROVINCE = 2.5, 1.2, 1.5
"""How much a country named in the caption, one that only a demonym or a province of it hints at,
and a province named in it weigh."""

BODY = 0.8
"""How much a body of a country weighs (``places_hints``): enough between two as well known."""

AT_HOME = 2.5
"""How much one weighs that is met in its country alone: more than a demonym."""

GAP = 0.75
"""By how much (a factor of 5 to 6 in people) the likeliest must lead."""

FAMOUS = 5.3
"""A town of 200,000 people: one may stand in it although the caption names another country."""

OLD = "before 1991"
"""Says in ``Evidence`` that the caption tells a year before the countries of
``places_settle.YOUNG`` were."""

_SIGHTS = frozenset(
    ("base", "airfield", "landmark", "mountain", "river", "lake", "park", "forest", "valley")
)
"""Kinds of places whose full names tell a country, as they stand nowhere else."""

_SCHOOL = re.compile(r"\b(?:university|college|institute)\b")
"""Whose people are met everywhere."""

Evidence = dict[str, float]
"""What speaks for each country (``US``) and province (``US.WY``)."""


def evidence_of(tokens: list[Token], chains: list[Chain], gazetteer: Gazetteer) -> Evidence:
    """Countries and provinces that the caption speaks of, with how much that weighs."""
    found: Counter[str] = Counter()
    for token in tokens:
        if token.capital and (country := demonyms().get(token.key)):
            found[country] = max(found[country], HINTED)  # type: ignore[assignment]
        elif token.capital and "-" in token.text:
            first = demonyms().get(token.key.split(" ")[0])
            if first:
                found[first] = max(found[first], HINTED * 0.7)  # type: ignore[assignment]
        elif not token.capital and (country := country_meant(token.key)):
            found[country] = max(found[country], HINTED)  # type: ignore[assignment]
    for chain in chains:
        outer = chain.places[-1] if chain.places else None
        for province in _provinces(chain, gazetteer):
            found[f"{province.country}.{province.admin1}"] = PROVINCE  # type: ignore[assignment]
            code = province.country or ""
            found[code] = max(found[code], HINTED)  # type: ignore[assignment]
        if outer and outer.country and (len(chain.places) > 1 or outer.kind == "country"):
            found[outer.country] = NAMED  # type: ignore[assignment]
        elif not outer and len(chain.mentions) == 1:
            named = _country_named(chain, gazetteer) or _base_named(chain, found, gazetteer)
            if named:
                found[named] = max(found[named], HINTED)  # type: ignore[assignment]
        if chain.country_hint:
            found[chain.country_hint] = NAMED  # type: ignore[assignment]
    return dict(found)


def _provinces(chain: Chain, gazetteer: Gazetteer) -> list[Place]:
    """The provinces that a chain names: ``the governor of Wyoming``, ``Fremont County, Wyo.``."""
    if chain.places or len(chain.mentions) != 1:
        return [place for place in chain.places if place.kind == "admin1"]
    own = likely(chain.mentions[0], gazetteer)
    if not own or own[0].place.kind != "admin1" or own[0].how != "name":
        return []
    rivals = [n for n in own if n.place.country != own[0].place.country]
    return [] if any(own[0].weight - n.weight < 1.0 for n in rivals) else [own[0].place]


def _country_named(chain: Chain, gazetteer: Gazetteer) -> str | None:
    """The country that a lone name means and nothing else: not ``Georgia``."""
    own = likely(chain.mentions[0], gazetteer)
    if not own or own[0].place.kind != "country":
        return None
    rivals = [n for n in own[1:] if n.place.kind == "admin1" and n.weight > WELL_KNOWN]
    code = own[0].place.country
    return None if any(n.place.country != code for n in rivals) else code


def _base_named(chain: Chain, found: Counter[str], gazetteer: Gazetteer) -> str | None:
    """The country of a base or a sight with its full name; its province is added to the rest."""
    own = likely(chain.mentions[0], gazetteer)
    if len(own) != 1 or own[0].how not in {"name", "alias"} or own[0].place.kind not in _SIGHTS:
        return None
    base, name = own[0].place, chain.mentions[0].key
    if " " not in name or _SCHOOL.search(name):
        return None
    if base.admin1:
        found[f"{base.country}.{base.admin1}"] = PROVINCE  # type: ignore[assignment]
    return base.country
