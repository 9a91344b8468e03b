"""Which bands cost least to join: few wide ones are opened often, many narrow ones hold too much.

Two codes within radius r of each other are within r_b of each other in at least one band b whenever
the (r_b + 1) add up to r + 1 (see ``bands``). A band may be as wide as it likes, so those that
take one flip more are made wider than the others.
"""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

MIN_BITS, MAX_BITS = 4, 24
"""Of a band."""

FILED, KEPT, OPENED, COMPARED = 30.0, 5.0, 6.0, 0.08
"""Nanoseconds to file a code, to keep a bucket, to open it for a code, and to compare a word."""


class Share(NamedTuple):
    """What falls to one band."""

    bits: int
    """How many; with none, all codes lie in one bucket, and each is compared with every other."""
    radius: int


WHOLE = (Share(0, 0),)
"""Brute force, said in bands."""


def shares(count: int, width: int, radius: int) -> tuple[Share, ...]:
    """The cheapest bands in which to find all pairs of ``count`` codes of ``width`` bits."""
    return min([WHOLE, *_possible(width, radius)], key=lambda plan: cost(plan, count, width))


def cost(plan: tuple[Share, ...], count: int, width: int) -> float:
    """Nanoseconds to find all pairs, if the codes have nothing to do with each other."""
    words = 1 if width <= 64 else 2
    total = 0.0
    for share in plan:
        codes_each = count / (1 << share.bits)
        bucket = min(1.0, codes_each) * OPENED + codes_each * words * COMPARED
        total += count * (FILED + bucket * opened(share) / 2) + KEPT * (1 << share.bits)
    return total


@cache
def opened(share: Share) -> int:
    """How many buckets of a band lie within its radius of one key."""
    return sum(math.comb(share.bits, flipped) for flipped in range(share.radius + 1))


@cache
def _possible(width: int, radius: int) -> tuple[tuple[Share, ...], ...]:
    plans = (
        _dealt(width, radius, number, wider)
        for number in _numbers(width, radius)
        for wider in range(6)
    )
    return tuple(
        plan for plan in plans if all(share.radius < share.bits <= MAX_BITS for share in plan)
    )


def _numbers(width: int, radius: int) -> range:
    return range(-(-width // MAX_BITS), min(radius + 1, width // MIN_BITS) + 1)


def _dealt(width: int, radius: int, number: int, wider: int) -> tuple[Share, ...]:
    """So many bands, those that take one flip more ``wider`` than the others."""
    flips, more = divmod(radius + 1, number)
    narrow, left = divmod(width - wider * more, number)
    return tuple(
        Share(
            narrow + wider * (band < more) + (band < left),
            flips if band < more else flips - 1,
        )
        for band in range(number)
    )
