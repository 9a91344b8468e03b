"""Every code against every other. Slow, obviously right, and what the index must agree with."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from photocat.nearest.codes import Codes, Distances, Positions, as_row, as_rows, refuse_negative


def within(codes: Codes, query: ArrayLike, radius: int) -> tuple[Positions, Distances]:
    """Which codes lie within ``radius`` bits of ``query``, in their order, and how far each is."""
    refuse_negative(radius)
    rows = as_rows(codes)
    words = as_row(query, rows.shape[1])[0]
    distance = np.zeros(len(rows), np.uint16)
    for column, word in enumerate(words):
        distance += np.bitwise_count(rows[:, column] ^ word)
    near = np.flatnonzero(distance <= radius)
    return near.astype(np.int32), distance[near]


def pairs_by_code(codes: Codes, radius: int) -> Iterator[tuple[Positions, Positions, Distances]]:
    """All pairs ``i < j`` at most ``radius`` bits apart, in order, those of one ``i`` at a time."""
    rows = as_rows(codes)
    for i, row in enumerate(rows):
        near, distance = within(rows[i + 1 :], row, radius)
        yield np.full(len(near), i, np.int32), near + np.int32(i + 1), distance


def pairs_within(codes: Codes, radius: int) -> tuple[Positions, Positions, Distances]:
    """All pairs ``i < j`` at most ``radius`` bits apart, in order, and how far apart they are."""
    nothing = (np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.uint16))
    found = [nothing, *(block for block in pairs_by_code(codes, radius) if len(block[0]))]
    first, second, distance = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, second, distance
