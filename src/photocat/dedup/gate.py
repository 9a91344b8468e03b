"""Can one picture lie on another at all? Asked of many at once, before each is tried.

``geometry.lay`` needs ``LEAST`` features that are each other's nearest. Unrelated pictures have
fewer, and are most of what features bring together; for all of them at once that is quickly seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photocat.dedup.geometry import LEAST, MOST_BITS

if TYPE_CHECKING:
    from photocat.fingerprints.features import Features

_HALF_BITS = 64


def may_lie(one: Features, others: Sequence[Features]) -> list[bool]:
    """Which others have enough matches with one for ``lay``, straight or mirrored."""
    if not len(one):
        return [False] * len(others)
    first, second = one.codes[:, 0, None], one.codes[:, 1, None]
    codes = np.concatenate([np.empty((0, 2), np.uint64), *(other.codes for other in others)])
    low = np.bitwise_count(first ^ codes[:, 0])
    rest = np.bitwise_count(second ^ codes[:, 1])
    # Mirroring flips every bit of the first word of a code, and none of the second.
    straight = low + rest <= MOST_BITS
    turned = (_HALF_BITS - low) + rest <= MOST_BITS
    ends = np.cumsum([len(other) for other in others])
    return [
        bool(_enough(straight[:, begin:end]) or _enough(turned[:, begin:end]))
        for begin, end in zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True)
    ]


def _enough(near: NDArray[np.bool_]) -> bool:
    """Whether ``LEAST`` features of each picture are near any of the other: more cannot match."""
    return bool(near.any(axis=1).sum() >= LEAST and near.any(axis=0).sum() >= LEAST)
