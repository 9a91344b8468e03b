"""Which place a lone name means, by what the caption says besides; or that it cannot be told."""

from __future__ import annotations

from dataclasses import replace

from photocat.captions.places_evidence import BODY, FAMOUS, GAP, HINTED, NAMED, OLD, Evidence
from photocat.captions.places_likely import TOWN, likely
from photocat.captions.places_near import VILLAGE, around_anchor, take_neighbour
from photocat.captions.places_readings import Chain, is_rival
from photocat.captions.places_tokens import Mention
from photocat.gazetteer import Gazetteer, Named, Place

YOUNG = frozenset({("country", "GE")})
"""Countries whose names others bear who are older: the state of Georgia."""

TWINS_M = 15_000.0
"""How near the other country must be to a town that lies on both sides of a border."""

WITHOUT_STATE = 0.5
"""How much a town loses that agencies write with its state or province, and is not."""

_WRITTEN_WITH_STATE = frozenset(("US", "CA"))

_STANDS_ALONE = """
Atlanta | Baltimore | Boston | Chicago | Cincinnati | Cleveland | Dallas | Denver | Detroit
| Honolulu | Houston | Indianapolis | Las Vegas | Los Angeles | Miami | Milwaukee | Minneapolis
| New Orleans | New York City | Oklahoma City | Philadelphia | Phoenix | Pittsburgh | St. Louis
| Salt Lake City | San Antonio | San Diego | San Francisco | Seattle | Washington
| Montreal | Montréal | Ottawa | Quebec | Québec | Toronto | Vancouver
"""
STANDS_ALONE = frozenset(" ".join(name.split()) for name in _STANDS_ALONE.split("|"))
"""Towns that stand without their state in datelines (AP Stylebook, "datelines")."""

_ELSEWISE = frozenset(("other", "historical"))
"""How places bear names that are not theirs today: no rivals of places that are called so."""


def settle(chain: Chain, evidence: Evidence, gazetteer: Gazetteer) -> None:
    """Resolve a chain of one name by what the caption says besides, or say that it cannot be."""
    if len(chain.places) == 1 and chain.near and chain.dropped:
        take_neighbour(chain, chain.near.place, gazetteer)
    if chain.places or chain.rivals or len(chain.mentions) != 1:
        return
    mention = chain.mentions[0]
    hint = chain.country_hint
    if chain.near:
        settle(chain.near, evidence, gazetteer)
        if not mention.known:
            hint = hint or (chain.near.place.country if chain.near.place else None)
    found = likely(mention, gazetteer)
    if hint:
        inside = _inside(found, hint, mention, gazetteer)
        country = gazetteer.country(hint) if mention.known else None
        if not inside and country and all(n.weight < FAMOUS for n in found):
            chain.places, chain.how = [country], "demonym"
            return
        found = inside or found
    if mention.generic in {"admin1", "admin2"}:
        found = _announced(chain, found, evidence, gazetteer)
    if chain.near and (anchor := chain.near.place):
        found = around_anchor(found, anchor, mention, gazetteer)
    if not mention.known:
        spelt = [n for n in found if n.how in {"name", "alias"}]
        found = [n for n in spelt if evidence.get(n.place.country or "")]
        found = found or _sounding_alike(mention, hint, evidence, gazetteer)
    if found:
        _choose(chain, found, evidence, gazetteer)


def _inside(found: list[Named], code: str, mention: Mention, gazetteer: Gazetteer) -> list[Named]:
    """Those of a country that the words tell: as it spells the name, else across its border."""
    own = [n for n in found if n.place.country == code]
    others = gazetteer.candidates(mention.full_key or mention.key, code)
    own = own or [n for n in others if n.how != "core" or not found]
    if not own and mention.known and (country := gazetteer.country(code)):
        twins = [_over_the_border(n, country, gazetteer) for n in found]
        own = [n for n in twins if n.place.country == code][:1]
    return own


def _choose(chain: Chain, found: list[Named], evidence: Evidence, gazetteer: Gazetteer) -> None:
    """The one with most to be said for it, or those between which it cannot be told."""
    if OLD in evidence:
        found = [n for n in found if (n.place.kind, n.place.country) not in YOUNG] or found
    ranked = sorted(found[:40], key=lambda n: -_weight(n, evidence))
    best = found[0] if _same(found[0], ranked[0], gazetteer) else ranked[0]
    state = found[0].place
    if state.kind == "admin1" and state.country == "US" and gazetteer.contains(state, best.place):
        best = found[0]  # that the caption names Oklahoma says nothing for Oklahoma City
    lead = _weight(best, evidence)
    if _is_foreign(best, lead, evidence, alone=len(found) == 1):
        return
    rivals = _rivals(best, lead, ranked, found, evidence, gazetteer)
    if not rivals:
        chain.places = [best.place]
        chain.how, chain.weight = best.how, lead
        return
    chain.rivals = [best.place, *(n.place for n in rivals)]
    kinds = {(n.place.kind, n.place.country) for n in found}
    nowhere_else = kinds == {("admin2", best.place.country)}
    chain.places = _common_country(chain.rivals, evidence, gazetteer, nowhere_else)


def _rivals(
    best: Named,
    lead: float,
    ranked: list[Named],
    found: list[Named],
    evidence: Evidence,
    gazetteer: Gazetteer,
) -> list[Named]:
    """Others that may be meant as well as the best."""
    rivals = [
        n
        for n in ranked
        if n.place.id != best.place.id
        and (n.how not in _ELSEWISE or best.how in _ELSEWISE)
        and lead - _weight(n, evidence) < GAP
        and is_rival(best, n, gazetteer, least=99.0)
    ]
    if best.place.kind == "country" and not evidence.get(best.place.country or ""):
        # Georgia: a state as well known as the country, and named alone as often.
        rivals += [
            n
            for n in found
            if n.place.kind == "admin1" and n.how == "name" and n.place.country == "US"
        ]
    return rivals


def _over_the_border(named: Named, country: Place, gazetteer: Gazetteer) -> Named:
    """A town that another country has a part of: ``the Ugandan town of Bunagana`` and Congo's."""
    near = gazetteer.near(named.place.point, TWINS_M, 100)
    if not any(each.place.country == country.country for each in near):
        return named
    twin = replace(
        named.place, country=country.country, admin1=None, hierarchy=(country.name,), id=country.id
    )
    return replace(named, place=twin)


def _is_foreign(best: Named, lead: float, evidence: Evidence, alone: bool) -> bool:
    """Whether a town is little known and the caption names other countries, and not its own.

    A demonym tells of no more than which of several namesakes is not meant.
    """
    told = max((weight for where, weight in evidence.items() if where != OLD), default=0.0)
    if best.how == "other" and best.weight < VILLAGE and lead <= best.weight and told >= BODY:
        return True  # Ariha is in Arabic what Jericho is called
    return (
        lead <= best.weight < (FAMOUS if told >= NAMED else VILLAGE)
        and best.place.kind in {"town", "admin2", "airfield"}
        and told >= (NAMED if alone else HINTED)
    )


def _common_country(
    places: list[Place], evidence: Evidence, gazetteer: Gazetteer, nowhere_else: bool
) -> list[Place]:
    """The country that the caption speaks of, where every namesake lies in it; or in which alone
    there is a district called so: ``Perry County``."""
    codes = {place.country or "" for place in places}
    code = codes.pop() if len(codes) == 1 else ""
    sure = bool(code) and (nowhere_else or bool(evidence.get(code)))
    country = gazetteer.country(code) if sure else None
    return [country] if country else []


def _announced(
    chain: Chain, found: list[Named], evidence: Evidence, gazetteer: Gazetteer
) -> list[Named]:
    """Provinces and districts alone, where the words call it one; in the countries spoken of."""
    mention = chain.mentions[0]
    kinds = {"admin1", "admin2"}
    if any(n.place.kind in kinds for n in found):
        return [n for n in found if n.place.kind in kinds or n.place.kind == "region"]
    if any(n.place.kind == "region" for n in found):
        return found
    if len(found) == 1 and found[0].weight > TOWN:
        return found
    if found and mention.generic == "admin2" and found[0].weight > FAMOUS:
        return found[:1]  # the Libreville district of Nzeng Ayong
    return [
        n
        for country in evidence
        if "." not in country
        for n in gazetteer.candidates(mention.full_key, country, fuzzy=False)
        if n.place.kind in kinds
    ]


def _sounding_alike(
    mention: Mention, hint: str | None, evidence: Evidence, gazetteer: Gazetteer
) -> list[Named]:
    """Places of the country that the caption speaks of most, which spell the name otherwise."""
    codes = [code for code in evidence if "." not in code and code != OLD]
    for country in [hint] if hint else sorted(codes, key=lambda code: -evidence[code])[:2]:
        if found := gazetteer.candidates(mention.key, country, fuzzy=False):
            return [n for n in found if n.how == "skeleton"]
    return []


def _same(first: Named, second: Named, gazetteer: Gazetteer) -> bool:
    return gazetteer.contains(second.place, first.place) or first.place.id == second.place.id


def _weight(named: Named, evidence: Evidence) -> float:
    place = named.place
    weight = named.weight + evidence.get(place.country or "", 0.0)
    if place.kind != "admin1":
        weight += evidence.get(f"{place.country}.{place.admin1}", 0.0)
    if (
        place.country in _WRITTEN_WITH_STATE
        and place.kind == "town"
        and place.name not in STANDS_ALONE
    ):
        weight -= WITHOUT_STATE
    return weight
