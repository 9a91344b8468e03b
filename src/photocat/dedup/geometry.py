"""How one picture lies on another, by the local features that they share.

    features ─ nearest both ways ─▶ matches ─ each proposes, all vote ─▶ agreeing ones ─▶ affine map

Every match proposes a map by itself, from the places, sizes and directions of its two features, so
all proposals can be tried and the same two pictures always give the same answer. Pictures that are
not of one scene agree on 5 matches at the most; ``scripts/bench/duplicates.py`` measures it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from photocat.fingerprints.features import mirrored

if TYPE_CHECKING:
    from photocat.fingerprints.features import Features

Map = NDArray[np.float64]
"""``[2, 3]``: places of one picture to places of another, both in shares of their long sides."""

LEAST = 6
"""Fewer agreeing matches may be chance."""
MOST_BITS = 38
"""Farther apart, of 128 bits, two features do not match."""
_LOOSE, _TIGHT = 0.02, 0.012
"""How far from its place a feature may lie, in long sides, before and after the map is fitted."""


@dataclass(frozen=True, slots=True)
class Laid:
    """One picture laid on another."""

    map: Map
    mirrored: bool
    """Whether the first picture must be mirrored, left for right, before it is mapped."""
    agreeing: int
    """Matches that the map explains."""


def lay(one: Features, other: Features, width: float) -> Laid | None:
    """The first picture laid on the second, straight or mirrored; None where nothing holds them.

    ``width`` is that of the first, as a share of its long side.
    """
    straight = _agree(one, other, mirror=False)
    turned = _agree(mirrored(one, width), other, mirror=True)
    found = max(straight, turned, key=lambda laid: laid.agreeing)
    return found if found.agreeing >= LEAST else None


def applied(map: Map, places: NDArray[Any]) -> NDArray[np.float64]:
    """Places ``[n, 2]`` of the first picture on the second."""
    return np.asarray(places @ map[:, :2].T + map[:, 2], np.float64)


def inverse(map: Map) -> Map:
    """The second picture laid on the first."""
    return np.linalg.inv(np.vstack([map, [0, 0, 1]]))[:2]


def scale_of(map: Map) -> float:
    """How many long sides of the second a long side of the first covers."""
    return float(np.sqrt(abs(np.linalg.det(map[:, :2]))))


def _agree(one: Features, other: Features, *, mirror: bool) -> Laid:
    nothing = Laid(np.eye(2, 3), mirror, 0)
    if not len(one) or not len(other):
        return nothing
    first, second = _matches(one, other)
    if len(first) < LEAST:
        return nothing
    here = one.x[first] + 1j * one.y[first]
    there = other.x[second] + 1j * other.y[second]
    size = other.size[second]
    turn = size / one.size[first] * np.exp(1j * (other.angle[second] - one.angle[first]))
    agreeing = _voted(here, there, turn, size)
    map = np.eye(2, 3)
    for _ in range(4):
        if agreeing.sum() < LEAST:
            return nothing
        map = _fitted(here[agreeing], there[agreeing])
        scale = scale_of(map)
        if scale < 1e-3:
            return nothing
        landed = applied(map, np.stack([here.real, here.imag], axis=1))
        missed = np.abs(landed[:, 0] + 1j * landed[:, 1] - there)
        near = missed < _TIGHT * max(scale, 0.5) + 0.3 * size
        kept = near & (np.abs(np.log(np.abs(turn) / scale)) < 0.6)
        if (kept == agreeing).all():
            break
        agreeing = kept
    return Laid(map, mirror, int(agreeing.sum()))


def _matches(one: Features, other: Features) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Features that are each other's nearest."""
    distance = np.zeros((len(one), len(other)), np.uint8)
    for word in range(2):
        distance += np.bitwise_count(one.codes[:, word, None] ^ other.codes[None, :, word])
    nearest = distance.argmin(axis=1)
    own = np.arange(len(one))
    mutual = distance.argmin(axis=0)[nearest] == own
    kept = np.flatnonzero(mutual & (distance[own, nearest] <= MOST_BITS))
    return kept, nearest[kept]


def _voted(
    here: NDArray[Any], there: NDArray[Any], turn: NDArray[Any], size: NDArray[Any]
) -> NDArray[np.bool_]:
    """The matches that agree with the proposal that most of them agree with."""
    shift = there - turn * here
    missed = np.abs(turn[:, None] * here + shift[:, None] - there)
    apart = np.log(turn[:, None] / turn)
    near = missed < _LOOSE * np.maximum(np.abs(turn), 0.5)[:, None] + 0.5 * size
    near &= (np.abs(apart.real) < 0.5) & (np.abs(apart.imag) < 0.5)
    best: NDArray[np.bool_] = near[near.sum(axis=1).argmax()]
    return best


def _fitted(here: NDArray[Any], there: NDArray[Any]) -> Map:
    places = np.stack([here.real, here.imag, np.ones(len(here))], axis=1).astype(np.float64)
    wanted = np.stack([there.real, there.imag], axis=1).astype(np.float64)
    return np.asarray(np.linalg.lstsq(places, wanted, rcond=None)[0].T, np.float64)
