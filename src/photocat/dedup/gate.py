"""Can pictures lie on one at all? The first steps of ``geometry.lay``, for many pictures at once.

Most of what features bring together is unrelated, and is seen to be so here: where ``LEAST``
matches do not agree even loosely, nothing can be laid. Whatever ``lay`` holds passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from photocat.dedup.geometry import _LOOSE, LEAST, MOST_BITS

if TYPE_CHECKING:
    from photocat.fingerprints.features import Features

_FAR = 255
_SLACK = 1.01
"""Rounding must not keep out what ``lay`` holds."""

Values = NDArray[np.float32]
Bits = NDArray[np.uint8]
Places = NDArray[np.intp]


class Beside(NamedTuple):
    """A picture to be compared with one."""

    features: Features
    is_first: bool
    """Whether this is the picture to be laid on the one, or the other way round."""
    width: float
    """Of the first of the two, as a share of its long side."""


def may_lie(one: Features, others: Sequence[Beside]) -> list[bool]:
    """Which pictures ``lay`` might hold together with one, straight or mirrored."""
    passing = np.zeros(len(others), np.bool_)
    longest = max((len(other.features) for other in others), default=0)
    if len(one) and longest:
        known = _Padded(others, longest)
        for mirror, distance in enumerate(_distances(one, known)):
            passing |= _agree(one, known, _mutual(distance), mirror=bool(mirror))
    return [bool(each) for each in passing]


class _Padded:
    """Features of several pictures ``[k, most]``, those that are not there far from everything."""

    def __init__(self, others: Sequence[Beside], most: int) -> None:
        self.x, self.y, self.size, self.angle = np.ones((4, len(others), most), np.float32)
        self.codes = np.zeros((2, len(others), most), np.uint64)
        self.there = np.zeros((len(others), most), np.bool_)
        self.is_first = np.array([other.is_first for other in others])
        self.width = np.array([other.width for other in others], np.float32)
        for row, (features, _, _) in enumerate(others):
            own = slice(len(features))
            self.x[row, own], self.y[row, own] = features.x, features.y
            self.size[row, own], self.angle[row, own] = features.size, features.angle
            self.codes[:, row, own] = features.codes.T
            self.there[row, own] = True


def _distances(one: Features, others: _Padded) -> Iterator[Bits]:
    """Bits between all features, ``[n, k, most]``: straight, and with one picture mirrored."""
    low, rest = (
        np.bitwise_count(one.codes[:, word, None, None] ^ others.codes[word]) for word in range(2)
    )
    low[:, ~others.there] = rest[:, ~others.there] = _FAR // 3
    yield low + rest
    # Mirroring flips every bit of the first word of a code, and none of the second.
    low[:, ~others.there] = 0
    yield (64 - low) + rest


def _mutual(distance: Bits) -> tuple[Places, Places, Places]:
    """Features that are each other's nearest: which picture, which of its own, which of the one."""
    n, _, most = distance.shape
    wide = distance.astype(np.uint16) << 8
    forth = (wide | np.arange(most, dtype=np.uint16)).min(axis=2)
    back = (wide | np.arange(n, dtype=np.uint16)[:, None, None]).min(axis=0) & 255
    nearest = (forth & 255).T
    close = (forth >> 8).T <= MOST_BITS
    mutual = close & (np.take_along_axis(back, nearest.astype(np.intp), axis=1) == np.arange(n))
    picture, own = np.nonzero(mutual)
    return picture, nearest[picture, own].astype(np.intp), own


def _agree(
    one: Features, others: _Padded, matches: tuple[Places, Places, Places], *, mirror: bool
) -> NDArray[np.bool_]:
    """Of which pictures enough matches agree with what one of them proposes."""
    picture, theirs, own = matches
    counts = np.bincount(picture, minlength=len(others.there))
    enough = np.zeros(len(counts), np.bool_)
    kept = counts[picture] >= LEAST
    if not kept.any():
        return enough
    picture, theirs, own = picture[kept], theirs[kept], own[kept]
    first = others.is_first[picture]
    x, y = (_sides(first, a[picture, theirs], b[own]) for a, b in _both(others, one, "x", "y"))
    size, angle = (
        _sides(first, a[picture, theirs], b[own]) for a, b in _both(others, one, "size", "angle")
    )
    if mirror:
        x = others.width[picture] - x[0], x[1]
        angle = np.float32(np.pi) - angle[0], angle[1]
    here, there = x[0] + 1j * y[0], x[1] + 1j * y[1]
    scale, turned = size[1] / size[0], angle[1] - angle[0]
    # Every match beside every other of its picture: [pictures, most matches, most matches].
    rows, row = np.unique(picture, return_inverse=True)
    begins = np.searchsorted(picture, rows)
    column = np.arange(len(picture)) - begins[row]
    shape = len(rows), int(column.max()) + 1

    def spread(values: NDArray[Any], empty: float) -> NDArray[Any]:
        padded = np.full(shape, empty, values.dtype)
        padded[row, column] = values
        return padded

    turn = scale * np.exp(1j * turned)
    missed = (
        spread(turn, 1)[:, :, None] * spread(here, 0)[:, None]
        + spread(there - turn * here, 0)[:, :, None]
        - spread(there, np.inf)[:, None]
    )
    allowed = spread(_LOOSE * np.maximum(scale, 0.5), np.nan)[:, :, None]
    allowed = _SLACK * (allowed + spread(0.5 * size[1], 0)[:, None])
    scales, turns = spread(np.log(scale), 0), spread(turned, 0)
    apart = np.abs(turns[:, :, None] - turns[:, None])
    apart = np.minimum(apart, np.abs(2 * np.pi - apart))
    near = missed.real**2 + missed.imag**2 < allowed**2  # quicker than its length
    near &= apart < 0.5 * _SLACK
    near &= np.abs(scales[:, :, None] - scales[:, None]) < 0.5 * _SLACK
    enough[rows] = near.sum(axis=2).max(axis=1) >= LEAST
    return enough


def _both(others: _Padded, one: Features, *names: str) -> Iterator[tuple[Values, Values]]:
    return ((getattr(others, name), getattr(one, name)) for name in names)


def _sides(first: NDArray[np.bool_], theirs: Values, own: Values) -> tuple[Values, Values]:
    """Of each match the value in the picture to be laid, and in that on which it is laid."""
    return np.where(first, theirs, own), np.where(first, own, theirs)
