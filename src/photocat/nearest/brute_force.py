"""Every code against every other. Slow, obviously right, and what the index must agree with."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from photocat.nearest.codes import Codes, Distances, Positions, as_row, as_rows, checked_radius


def within(codes: Codes, query: ArrayLike, radius: int) -> tuple[Positions, Distances]:
    """Which codes lie within ``radius`` bits of ``query``, in their order, and how far each is."""
    rows = as_rows(codes)
    words = as_row(query, rows.shape[1])[0]
    distance = np.zeros(len(rows), np.uint16)
    for column, word in enumerate(words):
        distance += np.bitwise_count(rows[:, column] ^ word)
    near = np.flatnonzero(distance <= checked_radius(radius, len(words)))
    return near.astype(np.int32), distance[near]


def pairs_within(codes: Codes, radius: int) -> tuple[Positions, Positions, Distances]:
    """All pairs ``i < j`` at most ``radius`` bits apart, in order, and how far apart they are."""
    rows = as_rows(codes)
    first = [np.empty(0, np.int32)]
    second = [np.empty(0, np.int32)]
    distances = [np.empty(0, np.uint16)]
    for i, row in enumerate(rows):
        near, distance = within(rows[i + 1 :], row, radius)
        if len(near):
            first.append(np.full(len(near), i, np.int32))
            second.append(near + np.int32(i + 1))
            distances.append(distance)
    return np.concatenate(first), np.concatenate(second), np.concatenate(distances)
