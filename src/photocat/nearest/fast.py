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

from photocat.nearest.bands import Band, Bands, Keys, by_evenness, file_band, flips, keys_of
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
    """One band, and the codes in its order."""

    band: Band
    words: NDArray[np.uint64]
    """``[w, n]``"""
    before: Keys
    """Their keys in the first band, of which there are none in that band itself."""
    flips: NDArray[np.int64]
    done: Codes
    """The bits of the bands before this one, and within how many of them they found everything."""
    radii: NDArray[np.uint64]


def pairs(codes: Codes, radius: int, threads: int | None = None) -> Iterator[Hits]:
    """All pairs of distinct codes ``[n, w]`` within ``radius``, as ``probe.pairs`` tells them."""
    plan = shares(len(codes), codes.shape[1] * WORD_BITS, radius)
    dealt = _dealt(codes, plan)
    first_keys = keys_of(codes, dealt[0])
    done: list[Codes] = []
    with ThreadPoolExecutor(threads or len(os.sched_getaffinity(0))) as executor:
        for number, share in enumerate(plan):
            band = file_band(codes, dealt[number])
            filed = _Filed(
                band,
                _in_order(codes, band),
                first_keys[band.order] if number else first_keys[:0],
                flips(share.bits, share.radius).astype(np.int64),
                np.array(done, np.uint64).reshape(-1, codes.shape[1]),
                np.array([before.radius for before in plan[:number]], np.uint64),
            )
            yield from _join(filed, radius, executor)
            done.append(band.mask)


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


def _in_order(codes: Codes, band: Band) -> NDArray[np.uint64]:
    words = np.empty((codes.shape[1], len(codes)), np.uint64)
    for word, line in enumerate(words):
        np.take(codes[:, word], band.order, out=line, mode="clip")
    return words


def _join(filed: _Filed, radius: int, executor: ThreadPoolExecutor) -> Iterator[Hits]:
    """Every part of a band, in order; a part that finds more than there is room for goes on."""
    from photocat.nearest import compiled

    start, order = filed.band.start, filed.band.order
    room = max(ROOM, int(np.diff(start).max(initial=0)))

    def some(place: NDArray[np.int64], last: int) -> tuple[NDArray[np.int64], int, Hits]:
        found, distances = np.empty((2, room), np.int32), np.empty(room, np.uint16)
        count = compiled.pairs(
            order,
            start,
            filed.words,
            filed.before,
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

    cuts = np.searchsorted(start, np.linspace(0, len(order), PARTS + 1)[1:-1])
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
