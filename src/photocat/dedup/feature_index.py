"""Which photos share local features with one: candidates for crops, mirrors, overlays and pages.

Every feature is filed by a word, the first bits of its code, with the photo and 32 bits more. A
feature that is asked for opens the words one bit away at most, and votes for each photo whose 32
bits are near its own (H. Jégou, M. Douze, C. Schmid, "Hamming embedding and weak geometric
consistency for large scale image search", ECCV 2008). A crowded word says and counts little.

Features are filed in parts. How they are parted changes no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from photocat.dedup.filed import HALF, Filed, file_features, word_bits

if TYPE_CHECKING:
    from photocat.fingerprints.features import Features

NEAR = 8
"""Bits, of 32, in which features of one point may differ beside the word."""
MOST_READ = 400_000
"""Features looked at for one photo. Where neighbouring words would bring more they are left, and
where its own words do, the most crowded of these."""
_TOGETHER = 16
"""Photos asked for together: one walk through the parts serves all of them."""
_LOOKED_AT = 1 << 18
"""Features looked at together."""
_CLOSENESS = np.exp(-((np.arange(NEAR + 1) / 4) ** 2))
"""What a vote counts by the bits it is off: of one point few, of another often the most."""

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


class FeatureIndex:
    """A growing set of photos, by id, and their features: 12 bytes each."""

    def __init__(self, parts: Iterable[Filed] = ()) -> None:
        self._parts = list(parts)
        self._new: dict[int, NDArray[np.uint64]] = {}

    def add(self, id: int, features: Features) -> None:
        """A photo, found from now on."""
        self._new[id] = features.codes[:, 0]

    def candidates(self, features: Features, most: int) -> list[int]:
        """The ids of at most ``most`` photos that share features, or do when it is mirrored.

        First those that share most; of those that share as much, the smaller id.
        """
        return self.candidates_of([features], most)[0]

    def candidates_of(self, asked: Sequence[Features], most: int) -> list[list[int]]:
        """The ``candidates`` of each of several photos."""
        self._file()
        found: list[list[int]] = []
        for begin in range(0, len(asked), _TOGETHER):
            found += self._candidates(asked[begin : begin + _TOGETHER], most)
        return found

    def _candidates(self, asked: Sequence[Features], most: int) -> list[list[int]]:
        codes = np.concatenate([features.codes[:, 0] for features in asked])
        asker = np.repeat(np.arange(len(asked)), [len(features) for features in asked])
        if not len(codes) or not any(map(len, self._parts)):
            return [[] for _ in asked]
        # Mirroring flips every bit of the first word of a code.
        both = [self._votes(turned, asker) for turned in (codes, ~codes)]
        pairs, weights = (np.concatenate(column) for column in zip(*both, strict=True))
        order = np.lexsort((pairs & 0xFFFFFFFF, -weights, pairs >> 32))
        pairs = pairs[order]
        # Straight or mirrored, whichever weighs more.
        pairs = pairs[np.sort(np.unique(pairs, return_index=True)[1])]
        ends = np.searchsorted(pairs >> 32, np.arange(len(asked) + 1))
        return [
            (pairs[begin : min(begin + most, end)] & 0xFFFFFFFF).tolist()
            for begin, end in pairwise(ends.tolist())
        ]

    def _votes(self, codes: NDArray[np.uint64], asker: Numbers) -> tuple[Numbers, Weights]:
        """Pairs ``asker << 32 | photo``, in order, and what the features of each weigh together."""
        opened = self._opened(codes, asker)
        signs = codes.astype(np.uint32)
        hits = [
            hit for number in range(len(self._parts)) for hit in self._near(opened, number, signs)
        ]
        feature, photo, apart, crowd = (
            np.concatenate(column) for column in zip(_NO_HITS, *hits, strict=True)
        )
        weight = _CLOSENESS[apart] / np.sqrt(1 + crowd)
        # One feature votes for a photo once.
        voting, which = np.unique(feature << 32 | photo, return_inverse=True)
        weights = np.zeros(len(voting))
        np.maximum.at(weights, which, weight)
        pairs, which = np.unique(
            asker[voting >> 32] << 32 | voting & 0xFFFFFFFF, return_inverse=True
        )
        summed = np.asarray(np.bincount(which, weights, len(pairs)), np.float64)
        return pairs, summed

    def _opened(self, codes: NDArray[np.uint64], asker: Numbers) -> Opened:
        """The words that each feature opens, in their order."""
        bits = word_bits(sum(map(len, self._parts)))
        masks = np.concatenate(([0], 1 << np.arange(bits))).astype(np.uint32)
        words = ((codes >> np.uint64(64 - bits)).astype(np.uint32)[:, None] ^ masks).ravel()
        order = np.argsort(words)
        words, feature = words[order], order // len(masks)
        exact = order % len(masks) == 0
        places = [part.of_words(words, bits) for part in self._parts]
        crowd = np.sum([sizes for _, sizes in places], axis=0)
        asking = asker[feature]
        count = int(asker[-1]) + 1
        left = (np.bincount(asking, crowd, count) > MOST_READ)[asking] & ~exact
        crowd_read = np.where(left, 0, crowd)
        for crowded in np.flatnonzero(np.bincount(asking, crowd_read, count) > MOST_READ):
            own = np.flatnonzero((asking == crowded) & exact)
            own = own[np.argsort(crowd[own], kind="stable")]
            left[own[np.cumsum(crowd[own]) > MOST_READ]] = True
        kept = np.flatnonzero(~left & (crowd > 0))
        return Opened(
            feature[kept], crowd[kept], [(begins[kept], sizes[kept]) for begins, sizes in places]
        )

    def _near(self, opened: Opened, number: int, signs: NDArray[np.uint32]) -> Iterator[Hits]:
        """The features of one part that are near: who asks, photo, bits apart, and the crowd."""
        part = self._parts[number]
        begins, sizes = opened.places[number]
        some = np.flatnonzero(sizes)
        begins, sizes = begins[some], sizes[some]
        ends = np.cumsum(sizes)
        total = int(ends[-1]) if len(ends) else 0
        cuts = np.searchsorted(ends, np.arange(0, total, _LOOKED_AT), side="left").tolist()
        for first, after in zip(cuts, [*cuts[1:], len(ends)], strict=True):
            size = sizes[first:after]
            stops = np.cumsum(size)
            if not len(stops):
                continue
            at = np.repeat(begins[first:after] - (stops - size), size)
            at += np.arange(len(at))
            entries = part.entries[at]
            asking = opened.feature[some[first:after]]
            differing = (entries >> HALF).astype(np.uint32) ^ np.repeat(signs[asking], size)
            apart = np.bitwise_count(differing)
            near = np.flatnonzero(apart <= NEAR)
            word = np.searchsorted(stops, near, side="right")
            photo = (entries[near] & np.uint64(0xFFFFFFFF)).astype(np.int64)
            yield asking[word], photo, apart[near], opened.crowd[some[first:after][word]]
            if total > _LOOKED_AT:  # on a long walk, what lies behind
                part.let_go()

    def _file(self) -> None:
        if self._new:
            self._parts.append(file_features(list(self._new), list(self._new.values())))
            self._new = {}


@dataclass(frozen=True, slots=True)
class Opened:
    """Words that are opened, in their order; one for each feature that opens it."""

    feature: Numbers
    crowd: Numbers
    """How many features the word has in all parts."""
    places: list[tuple[Numbers, Numbers]]
    """In each part, where its features begin, and how many they are."""


Hits = tuple[Numbers, Numbers, NDArray[Any], Numbers]
_NO_HITS: Hits = (
    np.empty(0, np.int64),
    np.empty(0, np.int64),
    np.empty(0, np.uint8),
    np.empty(0, np.int64),
)
