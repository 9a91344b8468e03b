"""Brute force and the index keep the contract, and so does the index when it must use its bands."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from photocat.nearest import HammingIndex, brute_force, probe, speed
from photocat.testing.nearest import NearestContract, NearestIndex


@dataclass
class ScannedPairs:
    ids: list[int]
    found: list[tuple[int, int, int]]

    def id_pairs(self) -> Iterator[tuple[int, int, int]]:
        for first, second, distance in self.found:
            one, other = self.ids[first], self.ids[second]
            yield min(one, other), max(one, other), distance


class Scanned:
    """Brute force as an index: all it knows is a table, sorted by id."""

    def __init__(self, ids, codes):
        self.rows = sorted(zip(ids.tolist(), codes.tolist(), strict=True))
        self.words = codes.shape[1]

    @property
    def codes(self):
        return np.array([code for _, code in self.rows], np.uint64).reshape(-1, self.words)

    def add(self, ids, codes):
        self.rows = sorted([*self.rows, *zip(ids.tolist(), codes.tolist(), strict=True)])

    def within(self, code, radius):
        near, distance = brute_force.within(self.codes, code, radius)
        found = [(self.rows[at][0], d) for at, d in zip(near, distance.tolist(), strict=True)]
        return sorted(found, key=lambda row: (row[1], row[0]))

    def pairs(self, radius):
        found = (column.tolist() for column in brute_force.pairs_within(self.codes, radius))
        return ScannedPairs([row[0] for row in self.rows], list(zip(*found, strict=True)))


class TestBruteForce(NearestContract):
    def make(self, ids, codes) -> NearestIndex:
        return Scanned(ids, codes)


class TestHammingIndex(NearestContract):
    def make(self, ids, codes) -> NearestIndex:
        return HammingIndex(ids, codes)


class TestHammingIndexThatFilesAtEveryQuestion(NearestContract):
    def make(self, ids, codes) -> NearestIndex:
        return HammingIndex(ids, codes, patience=0)


class TestHammingIndexThatNeverScansWhatIsFiled(NearestContract):
    @pytest.fixture(autouse=True)
    def bands_always_pay(self, monkeypatch):
        monkeypatch.setattr(probe, "pays", lambda *_, **__: True)

    def make(self, ids, codes) -> NearestIndex:
        return HammingIndex(ids, codes, patience=1)


class TestHammingIndexWithCompiledLoops(NearestContract):
    @pytest.fixture(autouse=True)
    def compiled_always(self, monkeypatch):
        pytest.importorskip("numba", reason="the extra 'fast' is not installed")
        monkeypatch.setattr(speed, "ENOUGH", 0)

    def make(self, ids, codes) -> NearestIndex:
        return HammingIndex(ids, codes, patience=1)
