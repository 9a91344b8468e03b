"""Real files, damaged at random: as storage, transfers and fuzzers damage them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

Mutate = Callable[[bytearray, random.Random], None]

ODD = (0, 1, 0x7F, 0x80, 0xFF)
COUNTS = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f")


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 9)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _odd(data: bytearray, chance: random.Random) -> None:
    """Most of what a decoder believes stands in the first few hundred bytes."""
    for _ in range(chance.randrange(1, 9)):
        data[chance.randrange(min(len(data), 600))] = chance.choice(ODD)


def _forged_count(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(max(1, min(len(data), 4_000) - 4))
    data[at : at + 4] = chance.choice(COUNTS)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def _hole(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.randrange(1, 400)]


def _zeros(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at : at + 512] = bytes(len(data[at : at + 512]))


def _twice(data: bytearray, chance: random.Random) -> None:
    at, size = chance.randrange(len(data)), chance.randrange(1, 2_000)
    data[at:at] = data[at : at + size]


MUTATIONS: Sequence[Mutate] = (_flip, _odd, _forged_count, _cut, _hole, _zeros, _twice)


def mutant(seeds: Sequence[bytes], n: int) -> bytes:
    """The n-th mutant of some files: always the same."""
    chance = random.Random(n)
    data = bytearray(chance.choice(seeds))
    for mutate in chance.choices(MUTATIONS, k=chance.choice((1, 1, 2, 3))):
        if data:
            mutate(data, chance)
    if chance.random() < 0.1 and data:  # the beginning of one, the end of another
        data[len(data) // 2 :] = chance.choice(seeds)[-len(data) // 2 :]
    return bytes(data) or b"\0"
