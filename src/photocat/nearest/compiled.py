"""The inner loops of the bands, compiled by numba where it is installed.

Everything here and in ``joined`` has a slow twin: ``pairs`` and ``within`` find what those of
``probe`` find, the keys and their order are those of ``bands``. numba is imported with this module
(half a second), so ``speed.compiled_for`` imports it only where there is enough to do. The loops
leave Python's lock, so threads run side by side; they are compiled once for each machine and kept
beside this file, or where numba keeps such things when that folder is not ours.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba
import numpy as np
from numba.extending import intrinsic

Loop = TypeVar("Loop", bound=Callable[..., Any])


def compiled(loop: Loop) -> Loop:
    """The loop as machine code, free of Python's lock."""
    made: Loop = numba.njit(nogil=True, cache=True)(loop)
    return made


def _bits_set(_typing: Any, _number: Any) -> Any:
    """One instruction, where the processor has it."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return numba.types.uint64(numba.types.uint64), generate


bit_count: Any = intrinsic(_bits_set)
"""How many bits of a 64-bit word are set."""


@compiled
def keys_of(rows: Any, at: Any, values: Any, keys: Any) -> None:
    """The key of each row of bytes: what byte ``at[k]`` adds to it stands in ``values[k]``."""
    for number in range(len(rows)):
        key = np.uint32(0)
        for place in range(len(at)):
            key |= values[place, rows[number, at[place]]]
        keys[number] = key


@compiled
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


@compiled
def in_order(codes: Any, order: Any, begin: Any, stop: Any, words: Any) -> None:
    """The codes in this order, from ``begin`` to ``stop``, a line for each word."""
    for at in range(np.uint64(begin), np.uint64(stop)):
        row = np.uint64(order[at])
        for word in range(codes.shape[1]):
            words[word, at] = codes[row, word]


@compiled
def _distance(codes: Any, at: Any, queries: Any, number: Any) -> Any:
    distance = np.uint64(0)
    for word in range(codes.shape[1]):
        distance += bit_count(codes[at, word] ^ queries[number, word])
    return distance


@compiled
def _is_found(codes: Any, at: Any, queries: Any, number: Any, done: Any, radii: Any) -> Any:
    for band in range(len(done)):
        distance = np.uint64(0)
        for word in range(codes.shape[1]):
            differing = codes[at, word] ^ queries[number, word]
            distance += bit_count(differing & done[band, word])
        if distance <= radii[band]:
            return True
    return False


@compiled
def opened(start: Any, key: Any, flips: Any) -> Any:
    """How many codes lie in the buckets of a key under all flips."""
    count = 0
    for flip in flips:
        other = key ^ flip
        count += start[other + 1] - start[other]
    return count


@compiled
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


@compiled
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
