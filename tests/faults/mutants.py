"""Real files, damaged at random: as storage, transfers and fuzzers damage them."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from photocat import Catalog
from photocat.dedup.join import join
from photocat.ingest import IngestOptions
from photocat.records import Added

Mutate = Callable[[bytearray, random.Random], None]

LARGEST = 150_000
"""Bytes of a file of which mutants are made."""

SIDECARS = (".xmp", ".json", ".csv")
"""Endings of what is read beside a picture: its mutants lie beside a sound one."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A sound file: its ending, and its bytes."""

    ending: str
    data: bytes


def seeds_of(paths: Iterable[Path]) -> list[Seed]:
    """The small ones of some files."""
    small = (path for path in paths if 0 < path.stat().st_size < LARGEST)
    return [Seed(path.suffix.lower(), path.read_bytes()) for path in small]


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
    del data[chance.randrange(1, max(2, len(data))) :]


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


def mutant(seeds: Sequence[Seed], n: int) -> Seed:
    """The n-th mutant of some files: always the same."""
    chance = random.Random(n)
    seed = chance.choice(seeds)
    data = bytearray(seed.data)
    for mutate in chance.choices(MUTATIONS, k=chance.choice((1, 1, 2, 3))):
        if data:
            mutate(data, chance)
    if chance.random() < 0.1 and data:  # the beginning of one, the end of another
        data[len(data) // 2 :] = chance.choice(seeds).data[-len(data) // 2 :]
    return Seed(seed.ending, bytes(data) or b"\0")


def write_mutant(folder: Path, seeds: Sequence[Seed], n: int, sound: bytes) -> None:
    """It under the ending of its seed; that of a sidecar beside a picture of its own."""
    made = mutant(seeds, n)
    if made.ending in SIDECARS:
        (folder / f"{n}.jpg").write_bytes(sound + b"%d" % n)
        (folder / f"{n}.jpg{made.ending}").write_bytes(made.data)
    else:
        (folder / f"{n}{made.ending or '.jpg'}").write_bytes(made.data)


@dataclass(frozen=True, slots=True)
class Ran:
    """What an ingest of a folder told."""

    told: tuple[Added, ...]
    slowest: float
    """Seconds of the longest wait for a file to be told of."""

    @property
    def counts(self) -> Counter[tuple[str, str | None]]:
        """How many there were of each outcome and code."""
        return Counter((added.outcome, added.code) for added in self.told)


def ingest(folder: Path, catalog: Path, *, features: bool) -> Ran:
    """Ingest a folder into a catalog, which is checked in full afterwards."""
    options = IngestOptions(jobs=os.cpu_count() or 1, features=features)
    told: list[Added] = []
    slowest, last = 0.0, time.monotonic()
    with Catalog.init(catalog) as opened:
        for added in opened.add([folder], options=options):
            told.append(added)
            now = time.monotonic()
            slowest, last = max(slowest, now - last), now
        found = opened._store.check(full=True, join=join)
    assert [finding for finding in found if not finding["ok"]] == []
    return Ran(tuple(told), slowest)
