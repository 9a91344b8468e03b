"""Which codes of a band's buckets are near each other: the innermost loops, compiled by numba.

A code is held against all codes of a bucket at once, by their first two words and for the least
distance alone: eight codes to an instruction where the processor can, and nearly always the end of
it. Where something is near, the bucket is looked at once more in the same way, without the pairs
that the first bands have found, which in a crowd are nearly all; then stretch by stretch; and only
the codes of a stretch in which something is near and new are taken one by one.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from photocat.nearest.codes import WORD_BITS, Codes, Distances, Positions
from photocat.nearest.compiled import bit_count, compiled

EARLY = 3
"""Bands whose pairs are recognised many at once; together they find nearly all pairs of a crowd."""

STRETCH = np.uint64(16)
"""Codes of a bucket that are looked at together where one of the bucket is near and new."""


class Filed(NamedTuple):
    """One band: all codes in its order, and what the bands before it have found."""

    order: Positions
    start: Positions
    words: NDArray[np.uint64]
    """``[w, n]`` in ``order``: a word of all codes is one line."""
    flips: NDArray[np.int64]
    radius: np.uint64
    early: NDArray[np.uint64]
    """``[EARLY, 2]``: the bits of a band before this one, as far as it lies in the first word, and
    in how many of them two codes must differ if it has not found them; 0 and 0 for none."""
    done: Codes
    """The bits of all bands before this one,"""
    radii: NDArray[np.uint64]
    """and within how many of them each has found every pair."""


class Found(NamedTuple):
    """Room for pairs, filled from the beginning."""

    pairs: NDArray[np.int32]
    """``[2, room]``"""
    distances: Distances


@compiled
def pairs(filed: Any, place: Any, last: Any, found: Any) -> Any:
    """Pairs whose smaller key in this band is from ``place[0]`` to ``last``; how many there are.

    Where ``found`` is full, ``place`` (key, flip, code) says where to go on.
    """
    key, flip, left = place
    count = 0
    while key < last:
        end = filed.start[key + 1]
        while flip < len(filed.flips) and filed.start[key] < end:
            other = key ^ filed.flips[flip]
            if other >= key:
                count, left = _across(filed, left, end, other, key == other, found, count)
                if left < end:
                    place[0], place[1], place[2] = key, flip, left
                    return count
            flip += 1
            left = filed.start[key]
        key, flip, left = key + 1, 0, end
    place[0], place[1], place[2] = key, flip, left
    return count


@compiled
def _across(
    filed: Any, left: Any, end: Any, other: Any, is_same: Any, found: Any, count: Any
) -> Any:
    """Pairs of the codes from ``left`` to ``end`` with a bucket, and where room was short."""
    begin, stop = filed.start[other], filed.start[other + 1]
    first, second = filed.words[0], filed.words[min(1, len(filed.words) - 1)]
    while left < end and begin < stop:
        if is_same:
            begin = left + 1
        if stop - begin > len(found.distances) - count:
            return count, left
        if len(filed.words) == 1:
            least = _least(first, left, begin, stop)
        else:
            least = _least_of_two(first, second, left, begin, stop)
        if least <= filed.radius:
            count = _among(filed, left, begin, stop, found, count)
        left += 1
    return count, end


@compiled
def _least(words: Any, left: Any, begin: Any, stop: Any) -> Any:
    """The least distance of a word to those of a stretch."""
    least, one = np.uint64(WORD_BITS), words[left]
    for at in range(np.uint64(begin), np.uint64(stop)):
        distance = bit_count(words[at] ^ one)
        if distance < least:
            least = distance
    return least


@compiled
def _least_of_two(words: Any, more: Any, left: Any, begin: Any, stop: Any) -> Any:
    """The same of two words side by side."""
    least, one, another = np.uint64(2 * WORD_BITS), words[left], more[left]
    for at in range(np.uint64(begin), np.uint64(stop)):
        distance = bit_count(words[at] ^ one) + bit_count(more[at] ^ another)
        if distance < least:
            least = distance
    return least


@compiled
def _least_new(filed: Any, left: Any, begin: Any, stop: Any) -> Any:
    """The least distance, by one or two words, of a code to those that no early band found near."""
    least, is_wide = np.uint64(2 * WORD_BITS), len(filed.words) > 1
    words, more = filed.words[0], filed.words[min(1, len(filed.words) - 1)]
    one, another = words[left], more[left]
    bits, bits_2, bits_3 = filed.early[0, 0], filed.early[1, 0], filed.early[2, 0]
    apart, apart_2, apart_3 = filed.early[0, 1], filed.early[1, 1], filed.early[2, 1]
    for at in range(np.uint64(begin), np.uint64(stop)):
        differing = words[at] ^ one
        distance = bit_count(differing)
        if is_wide:
            distance += bit_count(more[at] ^ another)
        is_found = (
            (bit_count(differing & bits) < apart)
            | (bit_count(differing & bits_2) < apart_2)
            | (bit_count(differing & bits_3) < apart_3)
        )
        distance = np.uint64(2 * WORD_BITS) if is_found else distance
        if distance < least:
            least = distance
    return least


@compiled
def _among(filed: Any, left: Any, begin: Any, stop: Any, found: Any, count: Any) -> Any:
    """Add the new pairs of one code with those of a bucket where something is near."""
    if _least_new(filed, left, begin, stop) > filed.radius:
        return count
    for some in range(np.uint64(begin), np.uint64(stop), STRETCH):
        to = min(some + STRETCH, np.uint64(stop))
        if _least_new(filed, left, some, to) > filed.radius:
            continue
        for right in range(some, to):
            distance = _between(filed.words, left, right)
            if distance <= filed.radius and not _is_found(filed, left, right):
                one, other = filed.order[left], filed.order[right]
                found.pairs[0, count] = min(one, other)
                found.pairs[1, count] = max(one, other)
                found.distances[count] = distance
                count += 1
    return count


@compiled
def _between(words: Any, one: Any, other: Any) -> Any:
    distance = np.uint64(0)
    for word in range(len(words)):
        distance += bit_count(words[word, one] ^ words[word, other])
    return distance


@compiled
def _is_found(filed: Any, one: Any, other: Any) -> Any:
    """Whether a band before this one has found these two."""
    for band in range(len(filed.done)):
        distance = np.uint64(0)
        for word in range(len(filed.words)):
            differing = filed.words[word, one] ^ filed.words[word, other]
            distance += bit_count(differing & filed.done[band, word])
        if distance <= filed.radii[band]:
            return True
    return False
