"""Distinct codes, each with everything that bears it, and pairs among them.

Blank frames share one code by the thousand. Told as pairs they would be millions; told as one code
and a list they are a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from photocat.nearest.codes import Codes, Distances, Positions

Ids = NDArray[np.int64]

_MEASURED_AT_ONCE = 1 << 17


@dataclass(frozen=True, slots=True, eq=False)
class DistinctCodes:
    """Each code once, in ascending order, with the ids that bear it."""

    codes: Codes
    """``[n, w]``"""
    offsets: NDArray[np.int64]
    all_ids: Ids
    """The ids of code k are ``all_ids[offsets[k]:offsets[k + 1]]``, ascending."""

    def __len__(self) -> int:
        return len(self.codes)

    def ids(self, number: int) -> list[int]:
        """The ids that bear one code, ascending."""
        found: list[int] = self.all_ids[self.offsets[number] : self.offsets[number + 1]].tolist()
        return found

    def shared(self) -> Iterator[list[int]]:
        """The ids of every code that more than one bears."""
        for number in np.flatnonzero(np.diff(self.offsets) > 1).tolist():
            yield self.ids(number)

    def members(self, numbers: Positions) -> tuple[NDArray[np.intp], Ids]:
        """All ids of these codes, one after another, and for each at which of ``numbers``."""
        counts = self.offsets[numbers + 1] - self.offsets[numbers]
        at = np.repeat(np.arange(len(numbers)), counts)
        begun = np.cumsum(counts) - counts
        within = np.arange(len(at)) - begun[at]
        return at, self.all_ids[self.offsets[numbers[at]] + within]


def nothing(words: int) -> DistinctCodes:
    """No codes, of so many words."""
    return DistinctCodes(
        np.empty((0, words), np.uint64), np.zeros(1, np.int64), np.empty(0, np.int64)
    )


def collapse(ids: Ids, codes: Codes) -> DistinctCodes:
    """The distinct codes among ``[n, w]``, whatever order they come in."""
    order = _by_code(ids, codes)
    rows = codes[order]
    new = np.ones(len(rows), np.bool_)
    new[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    starts = np.flatnonzero(new)
    return DistinctCodes(
        rows if len(starts) == len(rows) else rows[starts],
        np.append(starts, len(rows)),
        ids[order],
    )


def united(some: DistinctCodes, others: DistinctCodes) -> DistinctCodes:
    """Both as one."""
    if not (len(some) and len(others)):
        return others if len(others) else some
    return collapse(
        np.concatenate([some.all_ids, others.all_ids]),
        np.concatenate(
            [np.repeat(each.codes, np.diff(each.offsets), axis=0) for each in (some, others)]
        ),
    )


def _by_code(ids: Ids, codes: Codes) -> NDArray[np.intp]:
    """The order of codes, then ids: by the first word, which settles most of it, then the rest."""
    order = np.argsort(codes[:, 0])
    first = codes[order, 0]
    same = first[1:] == first[:-1]
    tied = (
        np.flatnonzero(np.append(same, False) | np.append(False, same)) if len(same) else order[:0]
    )
    if len(tied):
        among = order[tied]
        order[tied] = among[np.lexsort((ids[among], *codes[among].T[::-1]))]
    return order


@dataclass(frozen=True, slots=True, eq=False)
class NearPairs:
    """Pairs of distinct codes; ``first`` and ``second`` number the codes of ``distinct``."""

    distinct: DistinctCodes
    first: Positions
    second: Positions
    distance: Distances
    """In bits, at least 1."""

    def __len__(self) -> int:
        return len(self.first)

    def id_pairs(self) -> Iterator[tuple[int, int, int]]:
        """``(id, id, distance)``, smaller id first, for all that bear these codes.

        Ids that share a code, at distance 0, come first. A code of k ids makes k² / 2 pairs of
        them, so a caller who can do with lists asks ``distinct.shared()`` instead.
        """
        for ids in self.distinct.shared():
            for one, other in combinations(ids, 2):
                yield one, other, 0
        numbered = zip(
            self.first.tolist(), self.second.tolist(), self.distance.tolist(), strict=True
        )
        for first, second, distance in numbered:
            for one, other in product(self.distinct.ids(first), self.distinct.ids(second)):
                yield min(one, other), max(one, other), distance


def gather(distinct: DistinctCodes, blocks: Iterable[NearPairs]) -> NearPairs:
    """All blocks as one, ordered by ``first``, then ``second``.

    Held as one 64-bit number a pair until they are sorted, and measured again afterwards: carrying
    the distances through the sort would double the memory.
    """
    shift, low = np.uint64(32), np.uint64(0xFFFFFFFF)
    joined = np.concatenate(
        [
            np.empty(0, np.uint64),
            *(b.first.astype(np.uint64) << shift | b.second.astype(np.uint64) for b in blocks),
        ]
    )
    joined.sort()
    first, second = np.empty(len(joined), np.int32), np.empty(len(joined), np.int32)
    distance = np.empty(len(joined), np.uint16)
    for begin in range(0, len(joined), _MEASURED_AT_ONCE):
        part = slice(begin, begin + _MEASURED_AT_ONCE)
        first[part], second[part] = joined[part] >> shift, joined[part] & low
        differing = distinct.codes[first[part]] ^ distinct.codes[second[part]]
        distance[part] = np.bitwise_count(differing).sum(axis=1)
    return NearPairs(distinct, first, second, distance)
