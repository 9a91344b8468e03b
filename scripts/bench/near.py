"""All near pairs and single questions, photocat's index beside numpy brute force.

python3 scripts/run.py bench near [--small]

Each case runs in a process of its own: time includes collapsing equal codes, filing and pairing,
memory is the peak of the process. Brute force runs over the same distinct codes; where all of it
would take too long, over 2,000 of them, and its time is multiplied up (marked ~). The bar: 64-bit
codes, radius 10: 100,000 in 5 s, 1,000,000 in 60 s and 2 GB, a question in 20 ms.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import resource
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np

from photocat.nearest import HammingIndex, NearPairs, brute_force
from photocat.nearest.codes import Codes

BRUTE_FORCE_LIMIT = 6e9
"""Words compared at most, before brute force is sampled."""
SAMPLE = 2_000
QUESTIONS = 300


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table."""

    distribution: str
    count: int
    bits: int = 64
    radius: int = 10

    @property
    def bar(self) -> float:
        """Seconds that all pairs may take, where that was promised."""
        if self.bits > 64:
            return math.inf
        return 5.0 if self.count <= 100_000 else 60.0


SMALL = (
    Case("uniform", 10_000),
    Case("clumped", 10_000),
    Case("uniform", 100_000),
    Case("clumped", 100_000),
    Case("uniform", 100_000, 256, 31),
)
FULL = (
    *SMALL,
    Case("clumped", 100_000, 256, 31),
    Case("uniform", 1_000_000),
    Case("clumped", 1_000_000),
    Case("uniform", 1_000_000, 256, 31),
    Case("clumped", 1_000_000, 256, 31),
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


def measured(case: Case) -> str:
    """One line: what the index took, what brute force took, whether they agree."""
    random = np.random.default_rng(case.count)
    draw = {"uniform": uniform, "clumped": clumped}[case.distribution]
    codes = draw(random, case.count, case.bits // 64)

    begun = time.perf_counter()
    index = HammingIndex(np.arange(case.count), codes)
    pairs = index.pairs(case.radius)
    seconds = time.perf_counter() - begun
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    questions = flipped(random, codes[random.integers(0, case.count, QUESTIONS)], case.radius)
    question_ms = statistics.median(milliseconds(index, code, case.radius) for code in questions)
    brute_seconds, about, agrees = compared(pairs, case)
    return (
        f"{case.distribution:8} {case.count:>9,} {case.bits:>5} {case.radius:>3} {len(pairs):>11,}"
        f" {seconds:>8.2f} s {about + f'{brute_seconds:.1f}':>8} s {brute_seconds / seconds:>6.1f}x"
        f" {peak_mb:>6.0f} MB {question_ms:>7.2f} ms  {'equal' if agrees else 'DIFFERENT'}"
        f"{'' if agrees and seconds <= case.bar else '  OVER THE BAR'}"
    )


def milliseconds(index: HammingIndex, code: Codes, radius: int) -> float:
    """One question."""
    begun = time.perf_counter()
    index.within(code, radius)
    return (time.perf_counter() - begun) * 1e3


def compared(pairs: NearPairs, case: Case) -> tuple[float, str, bool]:
    """Seconds of brute force, ``~`` if from a sample, and whether it found the same pairs."""
    codes = pairs.distinct.codes
    begun = time.perf_counter()
    if len(codes) ** 2 / 2 * codes.shape[1] <= BRUTE_FORCE_LIMIT:
        wanted = brute_force.pairs_within(codes, case.radius)
        seconds = time.perf_counter() - begun
        found = (pairs.first, pairs.second, pairs.distance)
        return seconds, "", all(np.array_equal(found[at], wanted[at]) for at in range(3))
    sample = np.random.default_rng(1).choice(len(codes), SAMPLE, replace=False)
    neighbours = [brute_force.within(codes, codes[number], case.radius) for number in sample]
    seconds = (time.perf_counter() - begun) / SAMPLE * len(codes) / 2
    sampled = np.isin(np.arange(len(codes)), sample)
    touched = sampled[pairs.first] | sampled[pairs.second]
    first, second, distances = pairs.first[touched], pairs.second[touched], pairs.distance[touched]
    agrees = True
    for number, (near, distance) in zip(sample.tolist(), neighbours, strict=True):
        before, after = second == number, first == number
        found_near = np.concatenate([first[before], [number], second[after]])
        found_far = np.concatenate([distances[before], [0], distances[after]])
        agrees &= np.array_equal(found_near, near) and np.array_equal(found_far, distance)
    return seconds, "~", agrees


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--small", action="store_true", help="seconds instead of minutes")
    cases = SMALL if arguments.parse_args().small else FULL
    print(
        f"{'codes':8} {'count':>9} {'bits':>5} {'r':>3} {'pairs':>11} {'index':>10}"
        f" {'brute':>10} {'ratio':>7} {'peak':>9} {'question':>10}"
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
