"""A growing set of fingerprints that answers exactly: who is near this one, and who near whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from photocat.errors import UsageError
from photocat.nearest import brute_force, fast, probe
from photocat.nearest.bands import Bands, file_in_bands
from photocat.nearest.codes import (
    WORD_BITS,
    Codes,
    Distances,
    Positions,
    as_row,
    as_rows,
    refuse_negative,
)
from photocat.nearest.distinct import (
    DistinctCodes,
    Ids,
    NearPairs,
    collapse,
    gather,
    nothing,
    united,
)
from photocat.nearest.speed import compiled_for

Found = tuple[Positions, Ids, Distances]
Number = TypeVar("Number", np.int64, np.uint64)

_NOTHING_FOUND: Found = (np.empty(0, np.int32), np.empty(0, np.int64), np.empty(0, np.uint16))


class HammingIndex:
    """Ids and their codes, searched by Hamming distance; equal to brute force, always.

    What is new is scanned, what is old is filed in bands. Filing costs about as much as scanning
    everything ``patience`` times, so it is done anew once that much has been spent on scanning:
    never for a handful of questions, early in a long ingest. Answers do not depend on it.

    An id may bear several codes; the same id with the same code is to be added once.
    """

    def __init__(self, ids: ArrayLike, codes: Codes, *, patience: int = 1000) -> None:
        """Ids ``[n]``, codes ``[n]`` or ``[n, w]`` of uint64, which set the width; n may be 0."""
        rows = as_rows(codes)
        self._distinct = nothing(rows.shape[1])
        self._bands: Bands | None = None
        self._new_ids = np.empty(0, np.int64)
        self._new_codes = np.empty((0, rows.shape[1]), np.uint64)
        self._new = 0
        self._patience = patience
        self._scanned = 0
        self.add(ids, rows)

    def __len__(self) -> int:
        """How many codes were added, equal ones counted."""
        return len(self._distinct.all_ids) + self._new

    @property
    def bits(self) -> int:
        """The width of a code."""
        return self._new_codes.shape[1] * WORD_BITS

    def add(self, ids: ArrayLike, codes: Codes) -> None:
        """Ids ``[n]`` with their codes ``[n]`` or ``[n, w]``; they are found from now on."""
        new_ids = np.asarray(ids, dtype=np.int64)
        rows = as_rows(codes, self._new_codes.shape[1])
        if new_ids.shape != (len(rows),):
            raise UsageError(f"{new_ids.size} ids for {len(rows)} fingerprints")
        end = self._new + len(rows)
        if end > len(self._new_ids):
            room = max(end, 2 * self._new)
            self._new_ids = _with_room(self._new_ids[: self._new], room)
            self._new_codes = _with_room(self._new_codes[: self._new], room)
        self._new_ids[self._new : end] = new_ids
        self._new_codes[self._new : end] = rows
        self._new = end

    def within(self, code: ArrayLike, radius: int) -> list[tuple[int, int]]:
        """``(id, distance)`` of all within ``radius`` bits, nearest first, then by id."""
        _, ids, distance = self.within_many(as_row(code, self._new_codes.shape[1]), radius)
        return list(zip(ids.tolist(), distance.tolist(), strict=True))

    def within_many(self, codes: Codes, radius: int) -> Found:
        """For codes ``[q]`` or ``[q, w]``: ``(query, id, distance)`` arrays, in that order.

        ``query`` counts the codes from 0; within a query nearest first, then by id.
        """
        refuse_negative(radius)
        queries = as_rows(codes, self._new_codes.shape[1])
        self._scanned += len(queries) * self._new
        if self._scanned > self._patience * len(self):
            self._file()
        parts = [_NOTHING_FOUND]
        parts += self._among_filed(queries, radius)
        parts += self._among_new(queries, radius)
        query, ids, distance = (np.concatenate(column) for column in zip(*parts, strict=True))
        order = np.lexsort((ids, distance, query))
        return query[order], ids[order], distance[order]

    def pairs(self, radius: int) -> NearPairs:
        """All pairs of distinct codes within ``radius`` bits, ordered by ``first``, ``second``.

        The same for the same ids and codes, in whatever order they were added. Takes some 25 bytes
        of memory a pair.
        """
        return gather(self.distinct(), self.pair_blocks(radius))

    def pair_blocks(self, radius: int) -> Iterator[NearPairs]:
        """The same pairs in small blocks, in no useful order, for answers too large to hold."""
        refuse_negative(radius)
        distinct = self.distinct()
        for first, second, distance in self._pairs_of(distinct.codes, radius):
            yield NearPairs(distinct, first, second, distance)

    def distinct(self) -> DistinctCodes:
        """Every code once, with its ids."""
        if self._new:
            self._file()
        return self._distinct

    def _pairs_of(self, codes: Codes, radius: int) -> Iterator[probe.Hits]:
        if compiled_for(len(codes)):
            return fast.pairs(codes, radius)
        bands = self._filed()
        if probe.pays(bands, codes, radius, share=0.5):
            return probe.pairs(bands, radius)
        return brute_force.pairs_by_code(codes, radius)

    def _file(self) -> None:
        new = collapse(self._new_ids[: self._new], self._new_codes[: self._new])
        self._new_ids = np.empty(0, np.int64)
        self._new_codes = np.empty((0, new.codes.shape[1]), np.uint64)
        self._new = self._scanned = 0
        self._distinct, self._bands = united(self._distinct, new), None

    def _filed(self) -> Bands:
        """The bands of the distinct codes, made when they are first asked for."""
        if self._bands is None:
            self._bands = file_in_bands(self._distinct.codes)
        return self._bands

    def _among_filed(self, queries: Codes, radius: int) -> Iterator[Found]:
        for query, numbers, distance in self._near(queries, radius):
            at, ids = self._distinct.members(numbers)
            yield query[at], ids, distance[at]

    def _near(self, queries: Codes, radius: int) -> Iterator[probe.Hits]:
        codes, bands = self._distinct.codes, self._filed()
        if compiled_for(len(codes)):
            return fast.within(bands, queries, radius)
        if probe.pays(bands, queries, radius):
            return probe.within(bands, queries, radius)
        return _scan(codes, queries, radius)

    def _among_new(self, queries: Codes, radius: int) -> Iterator[Found]:
        ids, codes = self._new_ids[: self._new], self._new_codes[: self._new]
        for query, positions, distance in _scan(codes, queries, radius):
            yield query, ids[positions], distance


def _scan(codes: Codes, queries: Codes, radius: int) -> Iterator[probe.Hits]:
    for number, query in enumerate(queries):
        near, distance = brute_force.within(codes, query, radius)
        yield np.full(len(near), number, np.int32), near, distance


def _with_room(array: NDArray[Number], room: int) -> NDArray[Number]:
    roomy = np.empty((room, *array.shape[1:]), array.dtype)
    roomy[: len(array)] = array
    return roomy
