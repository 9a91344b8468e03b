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
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photocat.dedup.filed import HALF, Filed, file_features, word_bits

if TYPE_CHECKING:
    from photocat.fingerprints.features import Features

NEAR = 8
"""Bits, of 32, in which features of one point may differ beside the word."""
MOST_READ = 50_000
"""Features looked at for one photo: where its words hold more, the most crowded are left."""
MOST_ASKED = 256
"""Features of a photo that are asked for."""
_TOGETHER = 8
"""Photos asked for together: one walk through the parts serves all of them."""
_LOOKED_AT = 1 << 16
"""Features looked at together."""
_CLOSENESS = np.exp(-((np.arange(NEAR + 1) / 4) ** 2))
"""What a vote counts by the bits it is off: of one point few, of another often the most."""

_Numbers = NDArray[np.int64]
_Words = NDArray[np.uint64]

# A vote is one number, so that to sort is all that counting needs: who asks, 4 bits; the photo, 32;
# the feature, 8; and what the vote falls short of the most it could weigh, 20.
_WHOLE = (1 << 20) - 1
_WEIGHT, _PHOTO = np.uint64(20), np.uint64(28)
_ASKER = np.uint64(60)
_LOW = np.uint64(0xFFFFFFFF)


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
        codes = np.concatenate([features.codes[:MOST_ASKED, 0] for features in asked])
        counts = [min(len(features), MOST_ASKED) for features in asked]
        asker = np.repeat(np.arange(len(asked)), counts)
        number = np.concatenate([np.arange(count) for count in counts])
        if not len(codes) or not any(map(len, self._parts)):
            return [[] for _ in asked]
        voter = (asker.astype(np.uint64) << _ASKER) | (number.astype(np.uint64) << _WEIGHT)
        # Mirroring flips every bit of the first word of a code.
        both = [_counted(self._votes(turned, asker, voter)) for turned in (codes, ~codes)]
        pairs, weights = (np.concatenate(column) for column in zip(*both, strict=True))
        order = np.lexsort((pairs, -weights, pairs >> HALF))
        pairs = pairs[order]
        # Straight or mirrored, whichever weighs more.
        pairs = pairs[np.sort(np.unique(pairs, return_index=True)[1])]
        ends = np.searchsorted(pairs >> HALF, np.arange(len(asked) + 1, dtype=np.uint64))
        return [
            (pairs[begin : min(begin + most, end)] & _LOW).tolist()
            for begin, end in pairwise(ends.tolist())
        ]

    def _votes(self, codes: _Words, asker: _Numbers, voter: _Words) -> list[_Words]:
        """What the features of each code vote for, in no order."""
        opened = self._opened(codes, asker)
        signs = codes.astype(np.uint32)
        return [
            vote
            for part, places in zip(self._parts, opened.places, strict=True)
            for vote in _near(part, *places, opened, signs, voter)
        ]

    def _opened(self, codes: _Words, asker: _Numbers) -> Opened:
        """The words that each feature opens, in their order."""
        bits = word_bits(sum(map(len, self._parts)))
        masks = np.concatenate(([0], 1 << np.arange(bits))).astype(np.uint32)
        words = ((codes >> np.uint64(64 - bits)).astype(np.uint32)[:, None] ^ masks).ravel()
        order = np.argsort(words)
        words, feature = words[order], order // len(masks)
        places = [part.of_words(words, bits) for part in self._parts]
        crowd = np.sum([sizes for _, sizes in places], axis=0)
        kept = crowd > 0
        asking = asker[feature]
        for crowded in np.flatnonzero(np.bincount(asking, crowd) > MOST_READ):
            own = np.flatnonzero(asking == crowded)
            own = own[np.lexsort((feature[own], words[own], crowd[own]))]
            kept[own[np.cumsum(crowd[own]) > MOST_READ]] = False
        return Opened(
            feature[kept], crowd[kept], [(begins[kept], sizes[kept]) for begins, sizes in places]
        )

    def _file(self) -> None:
        if self._new:
            self._parts.append(file_features(list(self._new), list(self._new.values())))
            self._new = {}


@dataclass(frozen=True, slots=True)
class Opened:
    """Words that are opened, in their order; one for each feature that opens it."""

    feature: _Numbers
    crowd: _Numbers
    """How many features the word has in all parts."""
    places: list[tuple[_Numbers, _Numbers]]
    """In each part, where its features begin, and how many they are."""


def _near(
    part: Filed,
    begins: _Numbers,
    sizes: _Numbers,
    opened: Opened,
    signs: NDArray[np.uint32],
    voter: _Words,
) -> Iterator[_Words]:
    """The votes for photos of one part: one for every feature that is near."""
    some = np.flatnonzero(sizes)
    begins, sizes = begins[some], sizes[some]
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    cuts = np.searchsorted(ends, np.arange(0, total, _LOOKED_AT)).tolist()
    for first, after in pairwise([*cuts, len(ends)]):
        size, word = sizes[first:after], some[first:after]
        stops = np.cumsum(size)
        if not len(stops):
            continue
        at = np.repeat(begins[first:after] - (stops - size), size)
        at += np.arange(len(at))
        entries = part.entries[at]
        asking = opened.feature[word]
        apart = np.bitwise_count(
            (entries >> HALF).astype(np.uint32) ^ np.repeat(signs[asking], size)
        )
        near = np.flatnonzero(apart <= NEAR)
        which = np.searchsorted(stops, near, side="right")
        weight = _CLOSENESS[apart[near]] / np.sqrt(1 + opened.crowd[word[which]])
        short = (_WHOLE - (weight * _WHOLE).astype(np.int64)).astype(np.uint64)
        yield voter[asking[which]] | (entries[near] & _LOW) << _PHOTO | short
        if total > _LOOKED_AT:  # a long walk leaves nothing behind
            part.let_go()


def _counted(votes: Sequence[_Words]) -> tuple[_Words, _Numbers]:
    """Pairs ``asker << 32 | photo``, in order, and what the votes of each weigh together."""
    sorted_ = np.sort(np.concatenate([np.empty(0, np.uint64), *votes]))
    # One feature votes for a photo once, with the most that it has.
    once = sorted_[_firsts(sorted_ >> _WEIGHT)]
    firsts = _firsts(once >> _PHOTO)
    weights = _WHOLE - (once & np.uint64(_WHOLE)).astype(np.int64)
    return once[firsts] >> _PHOTO, np.add.reduceat(weights, firsts) if len(firsts) else weights


def _firsts(numbers: _Words) -> _Numbers:
    """Where each number stands first among equal ones that follow on each other."""
    different = np.ones(len(numbers), np.bool_)
    different[1:] = numbers[1:] != numbers[:-1]
    return np.flatnonzero(different)
