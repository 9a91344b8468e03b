"""The same answers by compiled loops and several threads, where numba is installed.

``probe`` finds in numpy what this finds, a few times to a dozen times slower.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photocat.nearest.bands import Bands, by_evenness, file_band, flips, keys_of
from photocat.nearest.codes import WORD_BITS, Codes, Distances, Positions
from photocat.nearest.plan import Share, shares
from photocat.nearest.probe import Hits

if TYPE_CHECKING:
    from photocat.nearest.joined import Filed

PARTS = 256
"""Parts of a band, at most, that threads take in turn."""
PART = 1 << 14
"""Codes of a part, at least."""
AHEAD = 8
"""Parts that threads work on, or have done before they are asked for."""
ROOM = 1 << 17
"""Pairs told at once, unless one bucket holds more codes."""


def pairs(codes: Codes, radius: int, threads: int | None = None) -> Iterator[Hits]:
    """All pairs of distinct codes ``[n, w]`` within ``radius``, as ``probe.pairs`` tells them."""
    plan = shares(len(codes), codes.shape[1] * WORD_BITS, radius)
    with ThreadPoolExecutor(threads or len(os.sched_getaffinity(0))) as executor:
        arranged = _arranged(codes, plan, executor)
        for filed in _filed(arranged, plan, radius, executor):
            yield from _join(filed, executor)


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


def _arranged(codes: Codes, plan: tuple[Share, ...], executor: ThreadPoolExecutor) -> Codes:
    """The codes with their bits in another order, which changes no distance: band after band."""
    dealt = _dealt(codes, plan)
    bits = np.append(dealt, np.setdiff1d(np.arange(codes.shape[1] * WORD_BITS), dealt))
    arranged = np.empty(codes.shape, np.uint64)
    halves = arranged.view(">u4")

    def arrange(half: int) -> None:
        halves[:, half] = keys_of(codes, bits[32 * half : 32 * half + 32])

    list(executor.map(arrange, range(2 * codes.shape[1])))
    return arranged


def _dealt(codes: Codes, plan: tuple[Share, ...]) -> NDArray[np.intp]:
    """The bits of each band in turn: dealt to them from the most to the least even."""
    hands: list[list[int]] = [[] for _ in plan]
    dealt = iter(by_evenness(codes).tolist())
    for turn in range(max(share.bits for share in plan)):
        for hand, share in zip(hands, plan, strict=True):
            if turn < share.bits:
                hand.append(next(dealt))
    return np.array([bit for hand in hands for bit in hand], np.intp)


def _filed(
    codes: Codes, plan: tuple[Share, ...], radius: int, executor: ThreadPoolExecutor
) -> Iterator[Filed]:
    """One band after the other, each with what those before it have found.

    All of them have their words in one array, for taking new memory costs more than filling it.
    """
    from photocat.nearest.joined import Filed

    words = np.empty((codes.shape[1], len(codes)), np.uint64)
    done = np.zeros((len(plan), codes.shape[1]), np.uint64)
    radii = np.array([share.radius for share in plan], np.uint64)
    begin = 0
    for number, share in enumerate(plan):
        band = file_band(codes, np.arange(begin, begin + share.bits))
        _put_in_order(codes, band.order, words, executor)
        yield Filed(
            band.order,
            band.start,
            words,
            flips(share.bits, share.radius).astype(np.int64),
            np.uint64(radius),
            _early(done[:number], radii),
            done[:number],
            radii[:number],
        )
        done[number] = band.mask
        begin += share.bits


def _early(done: Codes, radii: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The first of the bands that are done, as ``Filed.early`` has them."""
    from photocat.nearest.joined import EARLY

    early = np.zeros((EARLY, 2), np.uint64)
    for number, mask in enumerate(done[:EARLY]):
        if not mask[1:].any():
            early[number] = mask[0], radii[number] + np.uint64(1)
    return early


def _put_in_order(
    codes: Codes, order: Positions, words: NDArray[np.uint64], executor: ThreadPoolExecutor
) -> None:
    """Fill ``words`` ``[w, n]`` with those of all codes in this order."""
    from photocat.nearest import compiled

    edges = np.linspace(0, len(codes), _parts(len(codes)) + 1, dtype=np.int64)
    parts = [
        executor.submit(compiled.in_order, codes, order, begin, end, words)
        for begin, end in pairwise(edges)
    ]
    for part in parts:
        part.result()


def _parts(count: int) -> int:
    return min(PARTS, 1 + count // PART)


def _join(filed: Filed, executor: ThreadPoolExecutor) -> Iterator[Hits]:
    """Every part of a band, in order; a part that finds more than there is room for goes on."""
    from photocat.nearest import joined

    start, order = filed.start, filed.order
    room = max(ROOM, int(np.diff(start).max(initial=0)))

    def some(place: NDArray[np.int64], last: int) -> tuple[NDArray[np.int64], int, Hits]:
        found = joined.Found(np.empty((2, room), np.int32), np.empty(room, np.uint16))
        count = joined.pairs(filed, place, last, found)
        (one, other), distances = found.pairs[:, :count].copy(), found.distances[:count].copy()
        return place, last, (one, other, distances)

    cuts = np.searchsorted(start, np.linspace(0, len(order), _parts(len(order)) + 1)[1:-1])
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
