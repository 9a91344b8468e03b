"""What every index of fingerprints must do, whatever it is made of.

    class TestMyIndex(NearestContract):
        def make(self, ids, codes):
            return MyIndex(ids, codes)

pytest finds the tests in the subclass. Right answers come from whole numbers and ``bit_count``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint64]
Draw = Callable[[np.random.Generator, int], Codes]
IdPairs = list[tuple[int, int, int]]

RADII = (*range(17), 31, 256)
WIDTHS = (64, 256)
"""In bits: a whole-picture hash, and a long one (PDQ)."""


class Pairs(Protocol):
    """An answer to ``pairs``."""

    def id_pairs(self) -> Iterator[tuple[int, int, int]]:
        """``(id, id, distance)``, smaller id first, each pair once."""


class NearestIndex(Protocol):
    """What is asked of an index."""

    def add(self, ids: NDArray[np.int64], codes: Codes, /) -> None:
        """More ids with their codes, ``[n, w]``."""

    def within(self, code: Codes, radius: int, /) -> Sequence[tuple[int, int]]:
        """``(id, distance)`` of all within ``radius`` bits, nearest first, then by id."""

    def pairs(self, radius: int, /) -> Pairs:
        """All pairs of ids within ``radius`` bits."""


def uniform(rng: np.random.Generator, words: int) -> Codes:
    """Codes that have nothing to do with each other."""
    return rng.integers(0, 2**64, (40, words), dtype=np.uint64)


def clumped(rng: np.random.Generator, words: int) -> Codes:
    """Three pictures in many versions, some equal: 0 to 12 bits from their original."""
    return np.concatenate([_flipped(rng, uniform(rng, words)[:1], range(13)) for _ in range(3)])


def near_threshold(rng: np.random.Generator, words: int) -> Codes:
    """One original, and two codes at each distance from it up to 34."""
    original = uniform(rng, words)[:1]
    return np.concatenate([original, _flipped(rng, original, [*range(35), *range(35)])])


def repeated(rng: np.random.Generator, words: int) -> Codes:
    """Five codes, each borne by many."""
    return uniform(rng, words)[rng.integers(0, 5, 40)]


def half_constant(rng: np.random.Generator, words: int) -> Codes:
    """Codes whose upper bits say nothing, as those of dark pictures."""
    return uniform(rng, words) & np.uint64(0xFFF)


DRAWN: tuple[Draw, ...] = (
    uniform,
    clumped,
    near_threshold,
    repeated,
    half_constant,
    lambda _, words: np.zeros((30, words), np.uint64),
    lambda _, words: np.full((30, words), 2**64 - 1, np.uint64),
    lambda _, words: np.repeat(np.array([[0], [2**64 - 1]], np.uint64), words, axis=1),
    lambda rng, words: uniform(rng, words)[:1],
    lambda _, words: np.empty((0, words), np.uint64),
)
"""Every distribution that an index is tried on."""


class NearestContract:
    """Inherit, say how your index is made, and run the tests."""

    def make(self, ids: NDArray[np.int64], codes: Codes) -> NearestIndex:
        """An index that holds these ids with these codes, ``[n, w]``; n may be 0."""
        raise NotImplementedError

    def test_all_pairs_are_found_and_no_others(self) -> None:
        """At every radius, however the codes are spread."""
        for ids, codes in _cases():
            index, wanted = self.make(ids, codes), _all_pairs(ids, codes)
            for radius in RADII:
                found = sorted(index.pairs(radius).id_pairs())
                _same(found, [pair for pair in wanted if pair[2] <= radius], codes, radius)

    def test_all_neighbours_of_a_code_are_found_nearest_first(self) -> None:
        """Of a code that is in it, and of one that is not."""
        for ids, codes in _cases():
            index = self.make(ids, codes)
            for query in (*codes[:3], ~codes[:1].sum(axis=0, dtype=np.uint64)):
                wanted = _neighbours(ids, codes, query)
                for radius in RADII:
                    found = list(index.within(query, radius))
                    _same(found, [near for near in wanted if near[1] <= radius], codes, radius)

    def test_the_order_of_adding_changes_nothing(self) -> None:
        """The same list in the same order, of pairs and of neighbours."""
        for ids, codes in _cases():
            index, other = self.make(ids, codes), self.make(ids[::-1], codes[::-1])
            _same(list(other.pairs(10).id_pairs()), list(index.pairs(10).id_pairs()), codes, 10)
            for query in codes[:3]:
                _same(list(other.within(query, 10)), list(index.within(query, 10)), codes, 10)

    def test_what_is_added_later_is_found_as_if_it_had_always_been_there(self) -> None:
        """One at a time, with a question after each."""
        for ids, codes in _cases():
            index = self.make(ids[:0], codes[:0])
            for number in range(len(ids)):
                index.add(ids[number : number + 1], codes[number : number + 1])
                wanted = _neighbours(ids[: number + 1], codes[: number + 1], codes[number])
                found = list(index.within(codes[number], 10))
                _same(found, [near for near in wanted if near[1] <= 10], codes, 10)
            wanted_pairs = [pair for pair in _all_pairs(ids, codes) if pair[2] <= 10]
            _same(sorted(index.pairs(10).id_pairs()), wanted_pairs, codes, 10)

    def test_an_id_may_bear_several_codes(self) -> None:
        """A picture and its mirror image: found by either."""
        codes = np.array([[0], [2**64 - 1]], np.uint64)
        index = self.make(np.array([7, 7]), codes)
        _same(list(index.within(codes[0], 3)), [(7, 0)], codes, 3)
        _same(list(index.within(codes[1], 3)), [(7, 0)], codes, 3)


def _cases() -> Iterator[tuple[NDArray[np.int64], Codes]]:
    for draw in DRAWN:
        for width in WIDTHS:
            rng = np.random.default_rng(width)
            codes = draw(rng, width // 64)
            yield rng.permutation(len(codes)).astype(np.int64) * 3 + 5, codes


def _flipped(rng: np.random.Generator, original: Codes, distances: Sequence[int]) -> Codes:
    versions = np.repeat(original, len(distances), axis=0)
    for version, distance in zip(versions, distances, strict=True):
        for bit in rng.choice(64 * len(version), distance, replace=False).tolist():
            version[bit // 64] ^= np.uint64(1 << bit % 64)
    return versions


def _whole(code: Codes) -> int:
    return sum(int(word) << 64 * place for place, word in enumerate(code.tolist()))


def _neighbours(ids: NDArray[np.int64], codes: Codes, query: Codes) -> list[tuple[int, int]]:
    wanted = _whole(query)
    numbered = zip(ids.tolist(), codes, strict=True)
    near = [(number, (_whole(code) ^ wanted).bit_count()) for number, code in numbered]
    return sorted(near, key=lambda found: (found[1], found[0]))


def _all_pairs(ids: NDArray[np.int64], codes: Codes) -> IdPairs:
    whole = sorted(zip(ids.tolist(), map(_whole, codes), strict=True))
    return [
        (one, other, (code ^ another).bit_count())
        for (one, code), (other, another) in combinations(whole, 2)
    ]


def _same(found: object, wanted: object, codes: Codes, radius: int) -> None:
    if found != wanted:
        raise AssertionError(f"radius {radius}, codes\n{codes!r}\nfound  {found}\nwanted {wanted}")
