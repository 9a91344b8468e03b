"""Which photos share local features with one: candidates for crops, mirrors, overlays and pages.

Every feature is filed by a word, the first bits of its code, with the photo and 32 bits more. A
feature that is asked for opens the words one bit away at most, and votes for each photo whose 32
bits are near its own (H. Jégou, M. Douze, C. Schmid, "Hamming embedding and weak geometric
consistency for large scale image search", ECCV 2008). A crowded word says and counts little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from photocat.fingerprints.features import Features

Ids = NDArray[np.int64]
Words = NDArray[np.uint32]

FILED = 100
"""Features of a photo that are filed, the first of those it has; all of them are asked for."""
NEAR = 8
"""Bits, of 32, in which features of one point may differ beside the word."""
_LEAST_WORD, _LONGEST_WORD = 8, 26
_CROWD = 4
"""Features to a word that the length of words aims at."""
_MOST_READ = 400_000
"""Features looked at for one photo; where neighbouring words would bring more, they are left."""


class FeatureIndex:
    """A growing set of photos, by id, and their features: 12 bytes each."""

    def __init__(self) -> None:
        self._ids = np.empty(0, np.int64)
        self._keys = np.empty(0, np.uint32)
        self._signs = np.empty(0, np.uint32)
        self._photos = np.empty(0, np.uint32)
        self._new: list[tuple[Words, Words, Words]] = []
        self._new_ids: list[int] = []

    def __len__(self) -> int:
        """How many photos were added."""
        return len(self._ids) + len(self._new_ids)

    def add(self, id: int, features: Features) -> None:
        """A photo, found from now on."""
        first = features.codes[:FILED, 0]
        at = np.full(len(first), len(self), np.uint32)
        self._new.append(((first >> _HALF).astype(np.uint32), first.astype(np.uint32), at))
        self._new_ids.append(id)

    def candidates(self, features: Features, most: int) -> list[int]:
        """The ids of at most ``most`` photos that share features, or do when it is mirrored.

        First those that share most.
        """
        self._file()
        if not len(self._keys) or not len(features):
            return []
        straight = features.codes[:, 0]
        best = np.zeros(len(self._ids))
        # Mirroring flips every bit of the first word of a code.
        for codes in (straight, ~straight):
            photos, weights = self._votes(codes)
            best = np.maximum(best, np.bincount(photos, weights, len(self._ids)))
        voted = np.flatnonzero(best)
        top = voted[np.argsort(-best[voted], kind="stable")[:most]]
        return [int(id) for id in self._ids[top]]

    def _votes(self, codes: NDArray[np.uint64]) -> tuple[Words, NDArray[np.float64]]:
        keys, signs = (codes >> _HALF).astype(np.uint32), codes.astype(np.uint32)
        bits = int(np.clip(np.log2(len(self._keys) / _CROWD), _LEAST_WORD, _LONGEST_WORD))
        shift = 32 - bits
        for masks in (_one_bit_off(bits), np.zeros(1, np.uint32)):
            words = (keys[:, None] >> np.uint32(shift)) ^ masks
            lowest = (words.astype(np.uint64) << np.uint64(shift)).ravel()
            starts = np.searchsorted(self._keys, lowest.astype(np.uint32))
            ends = np.searchsorted(
                self._keys, (lowest + np.uint64((1 << shift) - 1)).astype(np.uint32), side="right"
            )
            sizes = ends - starts
            if sizes.sum() <= _MOST_READ:
                break
        asker = np.repeat(np.arange(len(keys)), len(masks))
        at = np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
        at += np.arange(len(at))
        asker, crowd = np.repeat(asker, sizes), np.repeat(sizes, sizes)
        apart = np.bitwise_count(self._signs[at] ^ signs[asker])
        near = apart <= NEAR
        photos = self._photos[at[near]]
        # One feature votes for a photo once.
        pairs, first = np.unique(
            asker[near].astype(np.int64) << 32 | photos.astype(np.int64), return_index=True
        )
        weights = _CLOSENESS[apart[near][first]] / np.sqrt(1 + crowd[near][first])
        return (pairs & 0xFFFFFFFF).astype(np.uint32), weights

    def _file(self) -> None:
        if not self._new:
            return
        parts = [(self._keys, self._signs, self._photos), *self._new]
        keys, signs, photos = (np.concatenate(column) for column in zip(*parts, strict=True))
        order = np.argsort(keys, kind="stable")
        self._keys, self._signs, self._photos = keys[order], signs[order], photos[order]
        self._ids = np.concatenate((self._ids, np.array(self._new_ids, np.int64)))
        self._new, self._new_ids = [], []


_HALF = np.uint64(32)
_CLOSENESS = np.exp(-((np.arange(NEAR + 1) / 4) ** 2))
"""What a vote counts by the bits it is off: of one point few, of another often the most."""


def _one_bit_off(bits: int) -> Words:
    return np.concatenate(([0], 1 << np.arange(bits))).astype(np.uint32)
