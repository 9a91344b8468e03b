"""The same answers by compiled loops and several threads, where numba is installed.

``probe`` finds in numpy what this finds, a few times to a dozen times slower.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from photocat.nearest.bands import Band, Bands, by_evenness, file_band, flips, keys_of
from photocat.nearest.codes import WORD_BITS, Codes, Distances, Positions
from photocat.nearest.plan import Share, shares
from photocat.nearest.probe import Hits

PARTS = 256
"""Parts of a band that threads take in turn."""
AHEAD = 8
"""Parts that threads work on, or have done before they are asked for."""
ROOM = 1 << 17
"""Pairs told at once, unless one bucket holds more codes."""


class _Filed(NamedTuple):
    """One band, and what is looked at of each code before all of it is."""

    band: Band
    first: NDArray[np.uint64]
    second: NDArray[np.uint64]
    """Of codes of 64 bits there is no second word."""
    flips: NDArray[np.int64]
    done: Codes
    """The bits of the bands before this one, and within how many of them they found everything."""
    radii: NDArray[np.uint64]


def pairs(codes: Codes, radius: int, threads: int | None = None) -> Iterator[Hits]:
    """All pairs of distinct codes ``[n, w]`` within ``radius``, as ``probe.pairs`` tells them."""
    plan = shares(len(codes), codes.shape[1] * WORD_BITS, radius)
    done = np.empty((0, codes.shape[1]), np.uint64)
    with ThreadPoolExecutor(threads or len(os.sched_getaffinity(0))) as executor:
        for number, (bits, share) in enumerate(zip(_dealt(codes, plan), plan, strict=True)):
            radii = np.array([before.radius for before in plan[:number]], np.uint64)
            filed = _file(codes, bits, share, done, radii)
            yield from _join(codes, filed, radius, executor)
            done = np.concatenate([done, filed.band.mask[None]])


def within(filed: Bands, queries: Codes, radius: int) -> Iterator[Hits]:
    """All codes within ``radius`` of each query ``[q, w]``, as ``probe.within`` tells them."""
    from photocat.nearest import compiled

    bands = list(filed.radii(radius))
    keys = [keys_of(queries, band.bits).astype(np.int64) for band, _ in bands]
    masks = [flips(len(band.bits), share).astype(np.int64) for band, share in bands]
    done = np.array([band.mask for band, _ in bands], np.uint64).reshape(-1, queries.shape[1])
    radii = np.array([share for _, share in bands], np.uint64)
    for number in range(len(queries)):
        opened = sum(
            compiled.opened(band.start, key[number], mask)
            for (band, _), key, mask in zip(bands, keys, masks, strict=True)
        )
        if opened * 4 >= len(filed.codes):
            found, distances = _room(len(filed.codes))
            count = compiled.scan(filed.codes, queries, number, np.uint64(radius), found, distances)
            yield _told(number, found, distances, count)
            continue
        found, distances = _room(opened)
        count = 0
        for at, (band, _) in enumerate(bands):
            count = compiled.within(
                filed.codes,
                band.order,
                band.start,
                queries,
                number,
                keys[at][number],
                masks[at],
                np.uint64(radius),
                done[:at],
                radii[:at],
                found,
                distances,
                count,
            )
        yield _told(number, found, distances, count)


def _room(count: int) -> tuple[Positions, Distances]:
    return np.empty(count, np.int32), np.empty(count, np.uint16)


def _told(number: int, found: Positions, distances: Distances, count: int) -> Hits:
    return np.full(count, number, np.int32), found[:count].copy(), distances[:count].copy()


def _dealt(codes: Codes, plan: tuple[Share, ...]) -> list[NDArray[np.intp]]:
    """The bits of each band: dealt in turn, from the most to the least even."""
    hands: list[list[int]] = [[] for _ in plan]
    dealt = iter(by_evenness(codes).tolist())
    for turn in range(max(share.bits for share in plan)):
        for hand, share in zip(hands, plan, strict=True):
            if turn < share.bits:
                hand.append(next(dealt))
    return [np.array(hand, np.intp) for hand in hands]


def _file(
    codes: Codes, bits: NDArray[np.intp], share: Share, done: Codes, radii: NDArray[np.uint64]
) -> _Filed:
    band = file_band(codes, bits)
    return _Filed(
        band,
        codes[band.order, 0],
        codes[band.order, 1] if codes.shape[1] > 1 else np.empty(0, np.uint64),
        flips(share.bits, share.radius).astype(np.int64),
        done,
        radii,
    )


def _join(codes: Codes, filed: _Filed, radius: int, executor: ThreadPoolExecutor) -> Iterator[Hits]:
    """Every part of a band, in order; a part that finds more than there is room for goes on."""
    from photocat.nearest import compiled

    start, order = filed.band.start, filed.band.order
    room = max(ROOM, int(np.diff(start).max(initial=0)))

    def some(place: NDArray[np.int64], last: int) -> tuple[NDArray[np.int64], int, Hits]:
        found, distances = np.empty((2, room), np.int32), np.empty(room, np.uint16)
        count = compiled.pairs(
            codes,
            order,
            start,
            filed.first,
            filed.second,
            filed.flips,
            np.uint64(radius),
            filed.done,
            filed.radii,
            place,
            last,
            found,
            distances,
        )
        return (
            place,
            last,
            (found[0, :count].copy(), found[1, :count].copy(), distances[:count].copy()),
        )

    cuts = np.searchsorted(start, np.linspace(0, len(codes), PARTS + 1)[1:-1])
    edges = [0, *cuts.tolist(), len(start) - 1]
    parts = iter([(begin, end) for begin, end in pairwise(edges) if begin < end])
    running: deque[Future[tuple[NDArray[np.int64], int, Hits]]] = deque()
    while True:
        while len(running) < AHEAD and (part := next(parts, None)):
            place = np.array([part[0], 0, start[part[0]]], np.int64)
            running.append(executor.submit(some, place, part[1]))
        if not running:
            return
        place, last, hits = running.popleft().result()
        if place[0] < last:
            running.appendleft(executor.submit(some, place, last))
        yield hits
