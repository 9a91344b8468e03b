"""Exact search through bands: flip bits of a key, open the buckets, measure what lies in them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from photocat.nearest.bands import BLOCK, Band, Bands, Keys, flips, keys_of
from photocat.nearest.codes import Codes, Distances, Positions

Hits = tuple[Positions, Positions, Distances]

# What a probe of a bucket, a word of a candidate and a pass cost, in words scanned (0.7 ns each).
PROBE_COST, CANDIDATE_COST, PASS_COST = 12, 6, 80_000
SAMPLE = 256


def pays(filed: Bands, queries: Codes, radius: int, share: float = 1.0) -> bool:
    """Whether probing costs less than comparing each query with a ``share`` of all codes.

    By estimate: the buckets of a few queries are counted, for crowds and bits that never vary can
    fill them far beyond what evenly spread codes would.
    """
    words: int = filed.codes.shape[1]
    compared = len(queries) * len(filed.codes) * words * share
    sample = queries[:: max(1, len(queries) // SAMPLE)]
    cost = 0.0
    for band, band_radius in filed.radii(radius):
        bits = len(band.bits)
        probes = len(queries) * sum(math.comb(bits, flipped) for flipped in range(band_radius + 1))
        cost += PROBE_COST * probes + PASS_COST * math.ceil(probes / BLOCK)
        if cost >= compared:
            return False
        _, counts = _buckets(band, keys_of(sample, band.bits), flips(bits, band_radius))
        candidates = int(counts.sum()) * len(queries) / len(sample)
        cost += CANDIDATE_COST * words * share * candidates
    return cost < compared


def pairs(filed: Bands, radius: int) -> Iterator[Hits]:
    """All pairs of codes within ``radius``, each once, as blocks of ``(i, j, distance)``, i < j.

    A block is bounded; the order is the same for the same codes, and otherwise means nothing.
    """
    done: list[tuple[Band, int]] = []
    for band, band_radius in filed.radii(radius):
        codes = filed.codes[band.order]
        masks = flips(len(band.bits), band_radius)
        step = max(1, BLOCK // len(masks))
        keys = band.keys()
        for begin in range(0, len(codes), step):
            block = slice(begin, begin + step)
            positions = np.arange(begin, min(begin + step, len(codes)), dtype=np.int32)
            # Only what comes after a code in this band: every pair is met from one side.
            starts, counts = _buckets(band, keys[block], masks, positions + np.int32(1))
            for left, right, distance in _measure(codes[block], codes, starts, counts, radius):
                left += np.int32(begin)
                new = _not_yet_found(codes[left] ^ codes[right], done)
                one, other = band.order[left[new]], band.order[right[new]]
                yield np.minimum(one, other), np.maximum(one, other), distance[new]
        done.append((band, band_radius))


def within(filed: Bands, queries: Codes, radius: int) -> Iterator[Hits]:
    """All codes within ``radius`` of each query ``[q, w]``: blocks of ``(query, i, distance)``."""
    done: list[tuple[Band, int]] = []
    for band, band_radius in filed.radii(radius):
        masks = flips(len(band.bits), band_radius)
        step = max(1, BLOCK // len(masks))
        keys = keys_of(queries, band.bits)
        for begin in range(0, len(queries), step):
            block = slice(begin, begin + step)
            starts, counts = _buckets(band, keys[block], masks)
            for left, right, distance in _measure(
                queries[block], filed.codes, starts, counts, radius, band.order
            ):
                left += np.int32(begin)
                new = _not_yet_found(queries[left] ^ filed.codes[right], done)
                yield left[new], right[new], distance[new]
        done.append((band, band_radius))


def _buckets(
    band: Band, keys: Keys, masks: Keys, after: Positions | None = None
) -> tuple[Positions, Positions]:
    """Where the bucket of each key under each mask starts in the band's order, and its size.

    Both are ``[keys * masks]``, key by key. Nothing before ``after`` (one for each key) counts.
    """
    probed = (keys[:, None] ^ masks).ravel()
    starts = band.start[probed]
    if after is not None:
        np.maximum(starts, np.repeat(after, len(masks)), out=starts)
    counts = band.start[probed + np.uint32(1)] - starts
    return starts, np.maximum(counts, 0, out=counts)


def _measure(
    lefts: Codes,
    rights: Codes,
    starts: Positions,
    counts: Positions,
    radius: int,
    order: Positions | None = None,
) -> Iterator[Hits]:
    """The codes within ``radius`` among each left code's buckets, BLOCK candidates at a time."""
    probes_each = len(starts) // len(lefts)
    filled = np.flatnonzero(counts)
    starts, counts = starts[filled], counts[filled]
    owners = (filled // probes_each).astype(np.int32)
    ends = np.cumsum(counts, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    cuts = np.searchsorted(ends, np.arange(0, total, BLOCK), side="right").tolist()
    for begin, end in pairwise([*cuts, len(counts)]):
        sizes, owner = counts[begin:end], owners[begin:end]
        stops = np.cumsum(sizes, dtype=np.int32)
        if not len(stops):
            continue
        candidates = np.repeat(starts[begin:end] - (stops - sizes), sizes)
        candidates += np.arange(len(candidates), dtype=np.int32)
        if order is not None:
            candidates = order[candidates]
        distance = _distance(lefts[owner], sizes, rights, candidates)
        near = np.flatnonzero(distance <= radius)
        if len(near):
            left = owner[np.searchsorted(stops, near, side="right")]
            yield left, candidates[near], distance[near].astype(np.uint16)


def _distance(
    lefts: Codes, sizes: Positions, rights: Codes, candidates: Positions
) -> NDArray[np.uint8] | Distances:
    """The distance of each left code to as many candidates as its size says, one after another."""
    words: list[NDArray[np.uint8]] = [
        np.bitwise_count(rights[candidates, word] ^ np.repeat(lefts[:, word], sizes))
        for word in range(rights.shape[1])
    ]
    if len(words) == 1:
        return words[0]
    total: Distances = np.sum(words, axis=0, dtype=np.uint16)
    return total


def _not_yet_found(differing: Codes, done: list[tuple[Band, int]]) -> NDArray[np.intp]:
    """Which pairs, by the bits they differ in, no band that is done has brought to light."""
    new = np.arange(len(differing))
    for band, band_radius in done:
        escaped = np.bitwise_count(differing & band.mask).sum(axis=1) > band_radius
        new, differing = new[escaped], differing[escaped]
    return new
