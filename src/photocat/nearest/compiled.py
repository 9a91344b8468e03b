"""The inner loops of the bands, compiled by numba where it is installed.

Everything here has a slow twin: ``pairs`` and ``within`` find what those of ``probe`` find, the
keys and their order are those of ``bands``. numba is imported with this module (half a second), so
``speed.compiled_for`` imports it only where there is enough to do. The loops leave Python's
lock, so threads run side by side; they are compiled once for each machine and kept beside this
file, or where numba keeps such things when that folder is not ours.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba
import numpy as np
from numba.extending import intrinsic

Loop = TypeVar("Loop", bound=Callable[..., Any])


def _compiled(loop: Loop) -> Loop:
    made: Loop = numba.njit(nogil=True, cache=True)(loop)
    return made


def _bits_set(_typing: Any, _number: Any) -> Any:
    """How many bits of a 64-bit word are set: one instruction."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return numba.types.uint64(numba.types.uint64), generate


_bit_count: Any = intrinsic(_bits_set)


@_compiled
def keys_of(rows: Any, at: Any, values: Any, keys: Any) -> None:
    """The key of each row of bytes: what byte ``at[k]`` adds to it stands in ``values[k]``."""
    for number in range(len(rows)):
        key = np.uint32(0)
        for place in range(len(at)):
            key |= values[place, rows[number, at[place]]]
        keys[number] = key


@_compiled
def file(keys: Any, start: Any, order: Any) -> None:
    """The positions of the keys ordered by key, then position; ``start`` is all 0 before."""
    for key in keys:
        start[key + 1] += 1
    for key in range(1, len(start)):
        start[key] += start[key - 1]
    for position in range(len(keys)):
        key = keys[position]
        order[start[key]] = position
        start[key] += 1
    for key in range(len(start) - 1, 0, -1):
        start[key] = start[key - 1]
    start[0] = 0


@_compiled
def _least(words: Any, begin: Any, stop: Any, word: Any) -> Any:
    """The least distance of a word to any of ``words[begin:stop]``."""
    least = np.uint64(64)
    for at in range(np.uint64(begin), np.uint64(stop)):
        distance = _bit_count(words[at] ^ word)
        if distance < least:
            least = distance
    return least


@_compiled
def _least_of_two(words: Any, more: Any, begin: Any, stop: Any, word: Any, another: Any) -> Any:
    """The same of two words side by side."""
    least = np.uint64(128)
    for at in range(np.uint64(begin), np.uint64(stop)):
        distance = _bit_count(words[at] ^ word) + _bit_count(more[at] ^ another)
        if distance < least:
            least = distance
    return least


@_compiled
def pairs(
    order: Any,
    start: Any,
    words: Any,
    before: Any,
    flips: Any,
    radius: Any,
    done: Any,
    radii: Any,
    place: Any,
    last: Any,
    found: Any,
    distances: Any,
) -> Any:
    """Pairs within ``radius`` whose smaller key in one band is from ``place[0]`` to ``last``.

    ``words`` are those of all codes, ``[w, n]``, in ``order``; one or two of each code are looked
    at before all of them are. ``before`` are their keys in the first band, which finds nearly all
    pairs of a crowd; in that band itself there are none. Fills ``found[0]``, ``found[1]`` and
    ``distances``, returns how many there are, and notes in ``place`` (key, flip, code) where to go
    on when they are full.
    """
    key, flip, left = place
    count, room = 0, len(distances)
    is_first = len(before) == 0
    first, second = words[0], words[-1]
    two_words = len(words) > 1
    if two_words:
        second = words[1]
    while key < last:
        end = start[key + 1]
        if start[key] == end:
            flip = len(flips)
        while flip < len(flips):
            other = key ^ flips[flip]
            begun, stop = start[other], start[other + 1]
            if other < key or begun == stop:
                left = end
            while left < end:
                begin = left + 1 if other == key else begun
                if stop - begin > room - count:
                    place[0], place[1], place[2] = key, flip, left
                    return count
                if two_words:
                    least = _least_of_two(first, second, begin, stop, first[left], second[left])
                else:
                    least = _least(first, begin, stop, first[left])
                if least <= radius:
                    for right in range(begin, stop):
                        if _bit_count(first[left] ^ first[right]) > radius:
                            continue
                        if not is_first and _bit_count(before[left] ^ before[right]) <= radii[0]:
                            continue
                        distance = _between(words, left, right)
                        if distance > radius or _is_found_between(words, left, right, done, radii):
                            continue
                        found[0, count] = min(order[left], order[right])
                        found[1, count] = max(order[left], order[right])
                        distances[count] = distance
                        count += 1
                left += 1
            flip += 1
            left = start[key]
        key += 1
        flip = 0
        left = start[key]
    place[0], place[1], place[2] = key, flip, left
    return count


@_compiled
def _between(words: Any, one: Any, other: Any) -> Any:
    distance = np.uint64(0)
    for word in range(len(words)):
        distance += _bit_count(words[word, one] ^ words[word, other])
    return distance


@_compiled
def _is_found_between(words: Any, one: Any, other: Any, done: Any, radii: Any) -> Any:
    """Whether a band that is done, by its bits ``done[k]`` and its radius, found these two."""
    for band in range(len(done)):
        distance = np.uint64(0)
        for word in range(len(words)):
            distance += _bit_count((words[word, one] ^ words[word, other]) & done[band, word])
        if distance <= radii[band]:
            return True
    return False


@_compiled
def _distance(codes: Any, at: Any, queries: Any, number: Any) -> Any:
    distance = np.uint64(0)
    for word in range(codes.shape[1]):
        distance += _bit_count(codes[at, word] ^ queries[number, word])
    return distance


@_compiled
def _is_found(codes: Any, at: Any, queries: Any, number: Any, done: Any, radii: Any) -> Any:
    for band in range(len(done)):
        distance = np.uint64(0)
        for word in range(codes.shape[1]):
            differing = codes[at, word] ^ queries[number, word]
            distance += _bit_count(differing & done[band, word])
        if distance <= radii[band]:
            return True
    return False


@_compiled
def opened(start: Any, key: Any, flips: Any) -> Any:
    """How many codes lie in the buckets of a key under all flips."""
    count = 0
    for flip in flips:
        other = key ^ flip
        count += start[other + 1] - start[other]
    return count


@_compiled
def within(
    codes: Any,
    order: Any,
    start: Any,
    queries: Any,
    number: Any,
    key: Any,
    flips: Any,
    radius: Any,
    done: Any,
    radii: Any,
    found: Any,
    distances: Any,
    count: Any,
) -> Any:
    """Add to ``count`` codes found those within ``radius`` of one query that a band finds."""
    for flip in flips:
        other = key ^ flip
        for at in range(start[other], start[other + 1]):
            position = order[at]
            distance = _distance(codes, position, queries, number)
            if distance <= radius and not _is_found(codes, position, queries, number, done, radii):
                found[count] = position
                distances[count] = distance
                count += 1
    return count


@_compiled
def scan(codes: Any, queries: Any, number: Any, radius: Any, found: Any, distances: Any) -> Any:
    """The codes within ``radius`` of one query, all looked at."""
    count = 0
    for position in range(len(codes)):
        distance = _distance(codes, position, queries, number)
        if distance <= radius:
            found[count] = position
            distances[count] = distance
            count += 1
    return count
