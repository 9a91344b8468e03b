"""Codes filed by bands of their bits, so that only codes that agree somewhere are compared.

The bits of a code are divided into m bands. Two codes within radius r of each other are, in at
least one band b, within r_b of each other, whenever the (r_b + 1) add up to r + 1: otherwise each
band would differ by r_b + 1 or more, together by r + 1 or more. This is multi-index hashing
(Norouzi, Punjani, Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing", IEEE TPAMI
36(6), 2014, sections 3 and 4) with its radii as tight as the pigeonhole allows.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from photocat.nearest.codes import WORD_BITS, Codes, Positions
from photocat.nearest.speed import compiled_for

Keys = NDArray[np.uint32]

MAX_BAND_BITS = 24
BLOCK = 1 << 17
"""How many probes or candidates are held at once: a few megabytes, which caches hold too."""


@dataclass(frozen=True, slots=True)
class Band:
    """All codes, filed by the value (the key) of some of their bits."""

    bits: NDArray[np.intp]
    """Which bits, as ``np.unpackbits`` numbers those of a row."""
    mask: Codes
    """``[w]`` words with those bits set."""
    order: Positions
    """The codes' positions, ordered by key, then position."""
    start: Positions
    """``order[start[key]:start[key + 1]]`` are the positions of the codes that have this key."""

    def keys(self) -> Keys:
        """The key of every code, in ``order``."""
        return np.repeat(np.arange(len(self.start) - 1, dtype=np.uint32), np.diff(self.start))


@dataclass(frozen=True, slots=True)
class Bands:
    """Distinct codes ``[n, w]``, filed once by each band; their bits fall into one band each."""

    codes: Codes
    bands: tuple[Band, ...]

    def radii(self, radius: int) -> Iterator[tuple[Band, int]]:
        """The bands that must be probed to find every code within ``radius``, and how widely."""
        share, rest = divmod(radius + 1, len(self.bands))
        for number, band in enumerate(self.bands):
            band_radius = share if number < rest else share - 1
            if band_radius >= 0:
                yield band, min(band_radius, len(band.bits))


def file_in_bands(codes: Codes, number: int | None = None) -> Bands:
    """The codes ``[n, w]`` filed by ``number`` bands, by default as many as suit their number.

    Bands some 8 codes to a key wide are the quickest: wider ones must be probed more often,
    narrower ones bring more candidates.
    """
    width = codes.shape[1] * WORD_BITS
    if number is None:
        suited = max(4.0, math.log2(max(1, len(codes))) - 3)
        number = max(round(width / suited), math.ceil(width / MAX_BAND_BITS))
    dealt = by_evenness(codes)
    return Bands(codes, tuple(file_band(codes, dealt[first::number]) for first in range(number)))


def by_evenness(codes: Codes) -> NDArray[np.intp]:
    """The bits of a code, from the most to the least even.

    Dealt to bands in this order, bits that hardly vary, of which every hash has some, do not meet
    in one.
    """
    sample = _bits(codes[:: max(1, len(codes) // BLOCK)])
    unevenness = np.abs(sample.mean(axis=0) - 0.5) if len(sample) else np.zeros(sample.shape[1])
    return np.argsort(unevenness, kind="stable")


def file_band(codes: Codes, bits: NDArray[np.intp]) -> Band:
    """The codes filed by these bits, of which there may be none."""
    keys = keys_of(codes, bits)
    start = np.zeros((1 << len(bits)) + 1, np.int32)
    compiled = compiled_for(len(codes))
    if compiled is not None:
        order = np.empty(len(codes), np.int32)
        compiled.file(keys, start, order)
    else:
        np.cumsum(np.bincount(keys, minlength=1 << len(bits)), out=start[1:])
        order = np.argsort(keys, kind="stable").astype(np.int32)
    chosen = np.zeros(codes.shape[1] * WORD_BITS, np.uint8)
    chosen[bits] = 1
    return Band(bits, np.packbits(chosen).view(np.uint64), order, start)


def keys_of(codes: Codes, bits: NDArray[np.intp]) -> Keys:
    """The value of these bits in each code."""
    keys = np.empty(len(codes), np.uint32)
    compiled = compiled_for(len(codes))
    if compiled is not None:
        at, values = _key_tables(bits)
        compiled.keys_of(codes.view(np.uint8), at, values, keys)
        return keys
    for begin in range(0, len(codes), BLOCK):
        block = codes[begin : begin + BLOCK]
        chosen = np.zeros((len(block), 32), np.uint8)
        chosen[:, 32 - len(bits) :] = np.take(_bits(block), bits, axis=1)
        keys[begin : begin + BLOCK] = np.packbits(chosen, axis=1).view(">u4")[:, 0]
    return keys


def _key_tables(bits: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.uint32]]:
    """Which bytes of a code hold some of its key, and what each of their 256 values adds to it."""
    at, number = np.unique(bits >> 3, return_inverse=True)
    values = np.zeros((len(at), 256), np.uint32)
    for place, (bit, row) in enumerate(zip(bits.tolist(), number.tolist(), strict=True)):
        is_set = (np.arange(256) >> (7 - bit % 8)) & 1
        values[row] |= (is_set << (len(bits) - 1 - place)).astype(np.uint32)
    return at, values


def _bits(codes: Codes) -> NDArray[np.uint8]:
    return np.unpackbits(np.ascontiguousarray(codes).view(np.uint8), axis=1)


@lru_cache(maxsize=64)
def flips(bits: int, radius: int) -> Keys:
    """Every key of ``bits`` bits with at most ``radius`` of them set."""
    masks = [
        sum(1 << bit for bit in chosen)
        for flipped in range(radius + 1)
        for chosen in combinations(range(bits), flipped)
    ]
    return np.array(masks, np.uint32)
