"""Find what new photos are to those that are there already, and join works anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from photocat.dedup import copies
from photocat.dedup.compare import Comparer
from photocat.dedup.feature_index import FeatureIndex
from photocat.dedup.join import join
from photocat.dedup.raw_pairs import raw_pairs
from photocat.fingerprints.features import KIND as FEATURES
from photocat.fingerprints.features import read_features
from photocat.nearest import HammingIndex, brute_force
from photocat.nearest.codes import Codes
from photocat.records import Picture, Relation

if TYPE_CHECKING:
    from photocat.fingerprints import PreviewCache
    from photocat.store import Store

MOST_COMPARED = 64
"""Nearest look-alikes a photo is compared with; of thousands so many are enough."""
MOST_SHARING = 12
"""Photos that share most local features with one, which it is laid on."""
AT_ONCE = 512
"""Photos whose neighbours are looked for together."""
SAMPLE = 200
"""Fingerprints whose neighbours ``check_index`` looks for twice."""


def relate(store: Store, cache: PreviewCache) -> None:
    """Relate every photo that belongs to no work yet, and join the works.

    A run that was cut off leaves its photos without a work, so the next one relates them.
    """
    pictures = {picture.id: picture for picture in store.read_pictures()}
    new = pictures.keys() - store.read_works().keys()
    if not new:
        return
    found = [*_same_pixels(pictures.values(), new), *_alike(store, cache, pictures, new)]
    settled = {frozenset((r.first, r.second)) for r in found if r.status == "accepted"}
    pairs = raw_pairs(store, new)
    found += [r for r in pairs if frozenset((r.first, r.second)) not in settled]
    store.replace_relations(found, new)
    store.replace_works(join(pictures.values(), store.read_relations()))


def check_index(store: Store) -> list[dict[str, Any]]:
    """Whether the index finds what brute force finds, on a sample of the catalog."""
    ids, codes = read_codes(store, copies.KIND)
    index = HammingIndex(ids, codes, patience=0)
    chosen = np.linspace(0, len(ids) - 1, min(SAMPLE, len(ids))).astype(int)
    wrong = [
        int(ids[at])
        for at in chosen
        if {found for found, _ in index.within(codes[at], copies.NEAR)}
        != set(ids[brute_force.within(codes, codes[at], copies.NEAR)[0]].tolist())
    ]
    detail = f"{len(chosen)} of {len(ids)} fingerprints" if not wrong else f"photos {wrong}"
    return [{"check": "index agrees with brute force", "ok": not wrong, "detail": detail}]


def read_codes(store: Store, kind: str) -> tuple[np.ndarray[Any, np.dtype[np.int64]], Codes]:
    """Every comparable fingerprint of a kind: ids ``[n]``, ascending, and codes ``[n, w]``."""
    ids, bits = store.read_fingerprints(kind)
    codes = np.frombuffer(bits, ">u8").astype(np.uint64)
    return ids, codes.reshape(len(ids), -1) if len(ids) else codes.reshape(0, 1)


def _same_pixels(pictures: Iterable[Picture], new: set[int]) -> Iterator[Relation]:
    digested = sorted(
        (p for p in pictures if p.pixel_digest),
        key=lambda p: (p.pixel_digest or "", copies.goodness(p)),
    )
    for _, equal in groupby(digested, key=lambda p: p.pixel_digest):
        *others, best = equal
        for other in others:
            if {other.id, best.id} & new:
                yield copies.same_pixels(other, best)


def _alike(
    store: Store, cache: PreviewCache, pictures: dict[int, Picture], new: set[int]
) -> Iterator[Relation]:
    def differ(one: int, other: int) -> bool:
        digest = pictures[one].pixel_digest
        return digest is None or digest != pictures[other].pixel_digest

    comparer = Comparer(store, cache)
    distances: dict[tuple[int, int], int | None] = {
        pair: None for pair in _sharing(store, comparer, new) if differ(*pair)
    }
    distances |= {(one, other): d for one, other, d in _near(store, new) if differ(one, other)}
    for (one, other), distance in distances.items():
        relation = comparer.relation(pictures[one], pictures[other], distance)
        if relation is not None:
            yield relation


def _sharing(store: Store, comparer: Comparer, new: set[int]) -> Iterator[tuple[int, int]]:
    """Pairs ``(new id, other id)`` that share local features, each once."""
    index = read_features_of(store)
    for one in sorted(new):
        for other in index.candidates(comparer.features(one), MOST_SHARING + 1):
            # Of two new photos both ask; the smaller id stands first.
            if other != one:
                yield (min(one, other), max(one, other)) if other in new else (one, other)


def read_features_of(store: Store) -> FeatureIndex:
    """Every photo of a catalog by its local features."""
    index, last = FeatureIndex(), 0
    while found := store.read_long_fingerprints(FEATURES, after=last):
        for id, stored in found:
            index.add(id, read_features(stored))
        last = found[-1][0]
    return index


def _near(store: Store, new: set[int]) -> Iterator[tuple[int, int, int]]:
    """Pairs ``(new id, other id, distance)`` that pass the first two gates, each once."""
    ids, codes = read_codes(store, copies.KIND)
    second_ids, second_codes = read_codes(store, copies.SECOND_KIND)
    index = HammingIndex(ids, codes)
    asked = np.flatnonzero(np.isin(ids, list(new)))
    for begin in range(0, len(asked), AT_ONCE):
        some = asked[begin : begin + AT_ONCE]
        query, near, distance = index.within_many(codes[some], copies.NEAR)
        own = ids[some][query]
        # Of two new photos the one with the smaller id asks.
        wanted = (near != own) & ((near > own) | ~np.isin(near, ids[asked]))
        own, near, distance = own[wanted], near[wanted], distance[wanted]
        one, other = np.searchsorted(second_ids, own), np.searchsorted(second_ids, near)
        differing = np.bitwise_count(second_codes[one] ^ second_codes[other]).sum(axis=1)
        alike = differing <= copies.ALIKE
        hits = zip(own[alike].tolist(), near[alike].tolist(), distance[alike].tolist(), strict=True)
        for _, nearest in groupby(hits, key=lambda hit: hit[0]):
            yield from list(nearest)[:MOST_COMPARED]
