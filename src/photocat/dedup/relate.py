"""Find what new photos are to those that are there already, and join the works they touch.

New photos are related some at a time, and all that is kept of the others stands on disk
(``neighbours``): what relating costs in memory does not grow with the catalog.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from photocat.dedup import copies
from photocat.dedup.compare import Comparer
from photocat.dedup.join import join
from photocat.dedup.neighbours import Neighbours, neighbours
from photocat.dedup.raw_pairs import raw_pairs
from photocat.records import Picture, Relation

if TYPE_CHECKING:
    from photocat.fingerprints import PreviewCache
    from photocat.store import Store

Pair = tuple[int, int]

MOST_COMPARED = 64
"""Nearest look-alikes a photo is compared with; of thousands so many are enough."""
MOST_SHARING = 40
"""Photos that share most local features with one, which it is laid on."""
AT_ONCE = 32
"""Photos that are related together."""
ASKED_TOGETHER = 16
"""Photos whose look-alikes are held at once; there may be as many as photos."""


def relate(store: Store, cache: PreviewCache) -> None:
    """Relate every photo that belongs to no work yet, and join its work.

    A run that was cut off leaves photos without a work, so the next one relates them. What another
    process adds meanwhile is left to that.
    """
    ids = store.read_unrelated(most=AT_ONCE)
    if not ids:
        return
    raws = store.has_raws()
    comparer = Comparer(store, cache)
    with neighbours(store) as others:
        while ids := [id for id in ids if id <= others.upto]:
            _relate(store, others, comparer, ids, raws=raws)
            ids = store.read_unrelated(after=ids[-1], most=AT_ONCE)


def _relate(
    store: Store, others: Neighbours, comparer: Comparer, ids: list[int], *, raws: bool
) -> None:
    new = {picture.id: picture for picture in store.read_pictures(ids)}
    judged, dropped = _standing(store, new)
    found, replaced = _same_pixels(store, new)
    found += _alike(store, others, comparer, new, judged.keys())
    if raws:
        sure = {_pair(r.first, r.second) for r in (*judged.values(), *found) if _is_sure(r)}
        found += [r for r in raw_pairs(store, new) if _pair(r.first, r.second) not in sure]
    store.relate(ids, found, {*dropped, *replaced}, join)


def _standing(store: Store, new: Collection[int]) -> tuple[dict[Pair, Relation], set[Pair]]:
    """Relations of new photos that hold already, and the pairs of those that hold no more.

    What was decided holds, and what a photo with a work was found to be to one without: the other
    way round it is the same. Between photos without a work stands what a run left that was cut off.
    """
    relations = {_pair(r.first, r.second): r for r in store.read_relations(new)}
    related = store.read_works({id for pair in relations for id in pair})
    holding = {
        pair: relation
        for pair, relation in relations.items()
        if relation.decided_by is not None or not related.keys().isdisjoint(pair)
    }
    return holding, relations.keys() - holding.keys()


def _same_pixels(store: Store, new: Mapping[int, Picture]) -> tuple[list[Relation], set[Pair]]:
    """Each new photo to the best of the same pixels; and where that is new, all others to it.

    And the pairs of those who were related to another when that was the best.
    """
    digests = {picture.pixel_digest for picture in new.values() if picture.pixel_digest}
    equal: dict[str | None, list[Picture]] = {}
    for picture in store.read_equal(pixels=digests):
        equal.setdefault(picture.pixel_digest, []).append(picture)
    found: list[Relation] = []
    replaced: set[Pair] = set()
    for pictures in equal.values():
        best = max(pictures, key=copies.goodness)
        others = [p for p in pictures if p is not best and (p.id in new or best.id in new)]
        found += [copies.same_pixels(other, best) for other in others]
        if best.id in new and len(others) > 1:
            members = {picture.id for picture in others}
            replaced |= {
                _pair(r.first, r.second)
                for r in store.read_relations(members)
                if r.relation == "same-pixels" and members.issuperset((r.first, r.second))
            }
    return found, replaced


def _alike(
    store: Store,
    others: Neighbours,
    comparer: Comparer,
    new: Mapping[int, Picture],
    judged: Collection[Pair],
) -> Iterator[Relation]:
    comparer.prepare(new)
    sharing = {_pair(*pair): None for pair in _sharing(others, comparer, new)}
    near = {_pair(one, other): distance for one, other, distance in _near(others, new)}
    distances: dict[Pair, int | None] = {
        pair: distance for pair, distance in (sharing | near).items() if pair not in judged
    }
    met = {id for pair in distances for id in pair}
    pictures = dict(new) | {p.id: p for p in store.read_pictures(met - new.keys())}
    differing = {pair: distance for pair, distance in distances.items() if _differ(pictures, *pair)}
    comparer.prepare({*new, *(id for pair in differing for id in pair)})
    for one, other in comparer.promising(differing, pictures):
        relation = comparer.relation(pictures[one], pictures[other], differing[one, other])
        if relation is not None:
            yield relation


def _sharing(others: Neighbours, comparer: Comparer, new: Iterable[int]) -> Iterator[Pair]:
    """Pairs of a new photo with those that share most local features with it."""
    ids = sorted(new)
    asked = [comparer.features(id) for id in ids]
    for one, found in zip(ids, others.features.candidates_of(asked, MOST_SHARING + 1), strict=True):
        yield from ((one, other) for other in found if other != one)


def _near(others: Neighbours, new: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """Pairs ``(new id, other id, distance)`` that pass the first two gates."""
    ids, codes = others.of(sorted(new))
    for begin in range(0, len(ids), ASKED_TOGETHER):
        some = slice(begin, begin + ASKED_TOGETHER)
        query, near, distance = others.whole.within_many(codes[some], copies.NEAR)
        own = ids[some][query]
        own, near, distance = own[near != own], near[near != own], distance[near != own]
        differing = np.bitwise_count(others.second(own) ^ others.second(near)).sum(axis=1)
        alike = differing <= copies.ALIKE
        hits = zip(own[alike].tolist(), near[alike].tolist(), distance[alike].tolist(), strict=True)
        for _, nearest in groupby(hits, key=lambda hit: hit[0]):
            yield from list(nearest)[:MOST_COMPARED]


def _differ(pictures: Mapping[int, Picture], one: int, other: int) -> bool:
    """Whether both are in the catalog, and not equal already."""
    if one not in pictures or other not in pictures:
        return False
    digest = pictures[one].pixel_digest
    return digest is None or digest != pictures[other].pixel_digest


def _is_sure(relation: Relation) -> bool:
    return relation.status == "accepted" or relation.decided_by is not None


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)
