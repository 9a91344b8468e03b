"""Whether a name belongs to the one before it, and how: by the words between, and what both are."""

from __future__ import annotations

from photocat.captions.places_likely import TOWN, likely
from photocat.captions.places_links import COMPASS, link
from photocat.captions.places_spans import LEAST
from photocat.captions.places_tokens import Mention, Token
from photocat.captions.places_words import DIRECTIONS
from photocat.gazetteer import Gazetteer
from photocat.gazetteer.demonyms import demonyms
from photocat.gazetteer.place import WIDE

SMALL_M = 100_000.0
"""Waters and mountains no wider than this are places like others."""

SIGHT_M = 15_000.0
"""How far from its middle what bears a town's name as well may lie beyond the town."""

_SIGHTS = frozenset(("landmark", "airfield", "district", "ruins", "park", "port"))
_HILLS = frozenset(("Hill", "Hills", "Creek", "Ridge", "Mountain", "Point", "Heights", "Bottoms"))

_DASHES = frozenset((" - ", " – ", " — "))

Group = list[tuple[str | None, Mention]]
"""Names that belong together, each with how it is joined to the one before."""


def joined(
    work: str, tokens: list[Token], group: Group, mention: Mention, gazetteer: Gazetteer
) -> str | None:
    """How a mention is joined to the last of a group: a link of ``places_links``, or not at all."""
    before = group[-1][1]
    between = work[before.end : mention.start]
    how = link(between, before.possessive)
    if how == "space" and not _ends_in(before, mention, gazetteer):
        how = "owner" if _stands_in(mention, before, gazetteer) else None
    if how in {"comma", "in"} and (
        _is_tail(work, tokens, before, gazetteer) or _is_head(work, tokens, mention)
    ):
        how = None
    if how == "in" and _is_country(before, gazetteer):
        # New citizens of the U.S. in Los Angeles: no country lies in a town.
        how = how if _is_country(mention, gazetteer) else None
    if how == "in" and between == " of " and _is_sportsman(work, tokens, before):
        how = how if not _is_country(mention, gazetteer) else None
    if how is None and _archive(work, group, mention, gazetteer):
        how = "owner"
    if how == "far":
        # The Mediterranean Sea, 13 miles north of Sabratha: no town, and told by the other.
        how = None if all(_is_wide(m, gazetteer) for _, m in group) else "near"
    if how == "in" and _is_long(mention, gazetteer) and _is_town(before, gazetteer):
        how = "near"  # New Orleans on the Mississippi River
    if how == "in" and _is_long(before, gazetteer) and _is_town(mention, gazetteer):
        how = None  # the Hudson River in New York: there the town says more
    if how == "near" and COMPASS.search(between) and _is_bare_country(mention, gazetteer):
        how = "in"  # Pibor, Boma state, east of South Sudan
    if how == "near" and len(group) == 1 and before.known:
        # Rakhine state near Sittwe: what lies near says more than what is wide; but the
        # Gulf of Aden, off the coast of Yemen.
        wide = _is_wide(before, gazetteer) and not _contains_much(mention, gazetteer)
        how = None if wide else how
    return how


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


def _is_sportsman(work: str, tokens: list[Token], before: Mention) -> bool:
    """Whether a name is the end of a person's, who is of a country: ``Hiraku Misawa of Japan``."""
    left = tokens[before.first - 1] if before.first else None
    if left is None or left.masked or not left.capital or work[left.end : before.start] != " ":
        return False
    return not (left.key in demonyms() or left.text.lower() in DIRECTIONS or before.generic)


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


def _stands_in(mention: Mention, before: Mention, gazetteer: Gazetteer) -> bool:
    """``Athens Acropolis``, ``Beijing Tiananmen Square``."""
    own, town = likely(mention, gazetteer)[:1], likely(before, gazetteer)[:1]
    return any(
        n.place.kind in _SIGHTS
        and t.place.kind == "town"
        and n.place.point.distance_m(t.place.point) < t.place.radius_m + SIGHT_M
        for n in own
        for t in town
    )


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


def _archive(work: str, group: Group, mention: Mention, gazetteer: Gazetteer) -> bool:
    """``Oregon. Josephine County``, ``KENYA - Nairobi -``: what contains it as a heading."""
    first = group[0][1]
    between = work[first.end : mention.start]
    return (
        len(group) == 1
        and (between == ". " or (between in _DASHES and work.startswith(between, mention.end)))
        and not work[: first.start].strip(" \"'[(")
        and _contains_much(first, gazetteer)
    )
