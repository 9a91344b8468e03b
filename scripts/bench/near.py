"""All near pairs and single questions: photocat's index beside numpy brute force.

python3 scripts/run.py bench near [--small] [--millions] [--only WORDS]

Each case runs in a process of its own: time includes collapsing equal codes, filing and pairing
(not making the codes), memory is the peak of the process with the codes themselves. ``by`` says
whether the loops are compiled (numba, the extra ``fast``) or numpy's alone. Pairs are told in
blocks, as a catalog takes them. Answers are held against brute force: all of them where that takes
seconds, else all pairs of some codes drawn at random; its time is then multiplied up (marked ~).
``question`` is the median of one code looked for among all. --small takes seconds, the default
minutes up to a million codes, --millions adds ten million.

The bars: radius 10 of 64 bits: 100,000 in 5 s, 1,000,000 in 60 s, 10,000,000 in 150 s; radius 31 of
256 bits: 10,000,000 in 90 s; 2 GiB; a question in 5 ms. ``near_peers`` sets other tools beside it.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photocat.nearest import HammingIndex, brute_force, speed
from photocat.nearest.codes import Codes, Distances, Positions

BRUTE_FORCE_LIMIT = 6e9
"""Words compared at most, before brute force is sampled."""
SAMPLED = 4e9
"""Words compared by a sampled brute force."""
QUESTIONS = 300
BARS = {
    (100_000, 64): 5.0,
    (1_000_000, 64): 60.0,
    (10_000_000, 64): 150.0,
    (10_000_000, 256): 90.0,
}
MOST_MIB, MOST_MS = 2048, 5.0


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table."""

    distribution: str
    count: int
    bits: int = 64
    radius: int = 10
    alone: bool = False
    """By numpy alone, though numba is there."""

    def __str__(self) -> str:
        alone = " numpy" if self.alone else ""
        return f"{self.distribution} {self.count} {self.bits}{alone}"


SMALL = (
    Case("uniform", 10_000),
    Case("clumped", 10_000),
    Case("uniform", 100_000),
    Case("clumped", 100_000),
    Case("uniform", 100_000, 256, 31),
    Case("clumped", 100_000, 256, 31),
)
FULL = (
    *SMALL,
    Case("uniform", 1_000_000),
    Case("clumped", 1_000_000),
    Case("uniform", 1_000_000, 256, 31),
    Case("clumped", 1_000_000, 256, 31),
    Case("uniform", 1_000_000, alone=True),
    Case("clumped", 1_000_000, alone=True),
    Case("uniform", 1_000_000, 256, 31, alone=True),
)
MILLIONS = (
    Case("uniform", 10_000_000),
    Case("clumped", 10_000_000),
    Case("uniform", 10_000_000, 256, 31),
    Case("clumped", 10_000_000, 256, 31),
)


def flipped(random: np.random.Generator, codes: Codes, most: int) -> Codes:
    """Each code with 0 to ``most`` of its bits turned over."""
    versions = codes.copy()
    turns = random.integers(0, most + 1, len(codes))
    for turn in range(most):
        rows = np.flatnonzero(turns > turn)
        words = random.integers(0, codes.shape[1], len(rows))
        versions[rows, words] ^= np.uint64(1) << random.integers(0, 64, len(rows), np.uint64)
    return versions


def uniform(random: np.random.Generator, count: int, words: int) -> Codes:
    """Unrelated codes, and one in fifty a version of another, up to 14 bits away."""
    codes = random.integers(0, 2**64, (count, words), np.uint64)
    copies = count // 50
    codes[:copies] = flipped(random, codes[random.integers(copies, count, copies)], 14)
    return codes


def clumped(random: np.random.Generator, count: int, words: int) -> Codes:
    """A fifth blank, a twentieth in crowds of 1,000 nearly equal, the rest families of about three.

    The crowds (0 to 5 bits from their centre) are all pairs: half a million for each.
    """
    blank = np.zeros((count // 5, words), np.uint64)
    centres = random.integers(0, 2**64, (max(1, count // 20_000), words), np.uint64)
    crowds = flipped(random, np.repeat(centres, 1_000, axis=0)[: count // 20], 5)
    rest = count - len(blank) - len(crowds)
    originals = random.integers(0, 2**64, (rest // 3, words), np.uint64)
    families = flipped(random, originals[random.integers(0, len(originals), rest)], 10)
    return random.permutation(np.concatenate([blank, crowds, families]))


def drawn(case: Case) -> Codes:
    """The codes of a case, the same every time."""
    draw = {"uniform": uniform, "clumped": clumped}[case.distribution]
    return draw(np.random.default_rng(case.count), case.count, case.bits // 64)


def measured(case: Case) -> str:
    """One line: what the index took, what brute force took, whether they agree."""
    if case.alone:
        speed.ENOUGH = 1 << 31
    codes = drawn(case)
    index = HammingIndex([], codes[:0])
    index.add(np.arange(case.count), codes)
    del codes

    begun, spent = time.perf_counter(), time.process_time()
    distinct = index.distinct()
    by = "compiled" if speed.compiled_for(len(distinct)) else "numpy"
    truth = Truth(distinct.codes, case.radius)
    told = sum(truth.hears(*columns) for columns in index_pairs(index, case.radius))
    seconds, cpu = time.perf_counter() - begun, time.process_time() - spent
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    asked = flipped(
        np.random.default_rng(2), drawn(case)[:: max(1, case.count // QUESTIONS)], case.radius
    )
    index.within_many(asked[:1], case.radius)
    question = statistics.median(question_ms(index, code, case.radius) for code in asked)
    brute, agrees = truth.told()
    bar = BARS.get((case.count, case.bits))
    over = [
        f"OVER {limit:g} {unit}"
        for value, limit, unit in (
            (seconds, bar or seconds, "s"),
            (peak, MOST_MIB, "MiB"),
            (question, MOST_MS, "ms"),
        )
        if value > limit and not case.alone
    ]
    return (
        f"{case.distribution:8} {case.count:>10,} {case.bits:>4} {case.radius:>3} {by:>9}"
        f" {told:>12,} {seconds:>8.2f} {cpu:>8.2f} {brute:>9} {peak:>9,.0f} {question:>9.2f}"
        f"   {'the same' if agrees else 'DIFFERENT'} {' '.join(over)}".rstrip()
    )


def index_pairs(index: HammingIndex, radius: int) -> Iterator[tuple[Positions, ...]]:
    """The pairs of distinct codes, block by block."""
    for block in index.pair_blocks(radius):
        yield block.first, block.second, block.distance


class Truth:
    """What brute force finds: everything among few codes, of some codes among many."""

    def __init__(self, codes: Codes, radius: int) -> None:
        self._codes, self._radius = codes, radius
        words = len(codes) * codes.shape[1]
        self._whole = len(codes) * words / 2 <= BRUTE_FORCE_LIMIT
        some = len(codes) if self._whole else max(20, int(SAMPLED / words))
        self._sampled = np.zeros(len(codes), np.bool_)
        self._sampled[np.random.default_rng(1).choice(len(codes), some, replace=False)] = True
        self._heard: list[Codes] = []

    def hears(self, first: Positions, second: Positions, distance: Distances) -> int:
        """Keep the pairs of sampled codes, from their side; returns how many pairs were told."""
        for one, other in ((first, second), (second, first)):
            mine = self._sampled[one]
            heard = np.stack([one[mine], other[mine], distance[mine]], axis=1)
            self._heard.append(heard.astype(np.int32))
        return len(first)

    def told(self) -> tuple[str, bool]:
        """The seconds that brute force takes for all pairs, and whether it found the same."""
        begun = time.perf_counter()
        numbers = np.flatnonzero(self._sampled)
        wanted = []
        for number in numbers:
            near, distance = brute_force.within(self._codes, self._codes[number], self._radius)
            rows = np.stack([np.full(len(near), number), near, distance], axis=1)
            wanted.append(rows[near != number].astype(np.int32))
        seconds = (time.perf_counter() - begun) / len(numbers) * len(self._codes) / 2
        heard = np.concatenate(self._heard) if self._heard else np.empty((0, 3), np.int32)
        same = np.array_equal(in_order(heard), in_order(np.concatenate(wanted)))
        return f"{'' if self._whole else '~'}{seconds:,.1f}", same


def in_order(rows: NDArray[np.int32]) -> NDArray[np.int32]:
    """Rows by their first, then their second column."""
    return rows[np.lexsort((rows[:, 1], rows[:, 0]))]


def question_ms(index: HammingIndex, code: Codes, radius: int) -> float:
    """Milliseconds for one question."""
    begun = time.perf_counter()
    index.within(code, radius)
    return (time.perf_counter() - begun) * 1e3


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--small", action="store_true", help="seconds instead of minutes")
    arguments.add_argument("--millions", action="store_true", help="ten million as well")
    arguments.add_argument("--only", metavar="WORDS", help="of these, as in 'clumped 10000000 256'")
    asked = arguments.parse_args()
    cases = SMALL if asked.small else FULL + MILLIONS * asked.millions
    if asked.only:
        cases = tuple(case for case in cases if f"{case} ".startswith(f"{asked.only} "))
    print(
        f"{'codes':8} {'count':>10} {'bits':>4} {'r':>3} {'by':>9} {'pairs':>12} {'s':>8}"
        f" {'CPU s':>8} {'brute s':>9} {'MiB':>9} {'ms each':>9}   answers"
    )
    failed = False
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as fresh:
        for line in fresh.map(measured, cases):
            print(line, flush=True)
            failed |= "DIFFERENT" in line or "OVER" in line
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
