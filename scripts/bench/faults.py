"""Strikes a catalog at every call by which it writes, and counts what came of it.

    python scripts/bench/faults.py [--scenario NAME …] [--fault kill|full|io|cut …]
                                   [--part I/N] [--cuts N] [--folder FOLDER]

``kill``: SIGKILL at each call, every second write done by half. ``full`` and ``io``: the disk is
full, or broken, at each call, once and from then on. ``cut``: the power fails at a random moment,
and what was not synced is on the disk, or not, or by half. After each the catalog is checked in
full and looked through for what was told; then the same is done again, and must come to the same
end as if nothing had happened. ``--part 2/4`` takes every fourth point, from the second.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "faults"))

from cuts import Recorded, record, survive_cut
from gallery import make_drop
from harness import KILLED, Before, kill_at, refuse_at, survive, undisturbed
from scenarios import SCENARIOS, Scenario, read_once

FAULTS = ("kill", "full", "io", "cut")
Came = tuple[str, tuple[str, ...]]
"""How it ended, and what was amiss."""
AMISS = ("lost", "unsound", "diverged", "unsaid", "left")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = [scenario.name for scenario in SCENARIOS]
    parser.add_argument("--scenario", nargs="+", choices=names, default=names)
    parser.add_argument("--fault", nargs="+", choices=FAULTS, default=FAULTS)
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--cuts", type=int, default=5_000, help="of all scenarios together")
    parser.add_argument("--folder", type=Path, help="where to work; one in memory is quickest")
    chosen = parser.parse_args()
    part, parts = map(int, chosen.part.split("/"))
    read_once()
    print(
        f"{'scenario':10} {'fault':14} {'calls':>6} {'points':>6} {'killed':>6} {'refused':>7}"
        f" {'done':>5} " + " ".join(f"{word:>8}" for word in AMISS) + f" {'CPU s':>6}"
    )
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        drop = make_drop(Path(folder) / "drop")
        for scenario in SCENARIOS:
            if scenario.name in chosen.scenario:
                cuts = chosen.cuts // len(chosen.scenario)
                for row in struck(scenario, Path(folder), drop, chosen.fault, cuts, part, parts):
                    total += row
    print(f"{total['points']:,} points; amiss: {sum(total[word] for word in AMISS)}")
    return 1 if any(total[word] for word in AMISS) else 0


def struck(
    scenario: Scenario,
    folder: Path,
    drop: Path,
    faults: Sequence[str],
    cuts: int,
    part: int,
    parts: int,
) -> Iterator[Counter[str]]:
    """Strike at every point that is wanted, one line of the table after the other."""
    calls, truth = undisturbed(scenario, folder / "whole", drop)
    recorded = record(scenario, folder / "recorded", drop)
    points = range(part, calls + 1, parts)
    place = folder / "struck"
    for fault, before in strokes(faults):
        strike = partial(struck_at, scenario, place, drop, before, truth)
        yield counted(f"{scenario.name:10} {fault:14} {calls:6}", points, strike)
    if "cut" in faults:
        strike = partial(cut_at, recorded, place, drop, truth)
        line = f"{scenario.name:10} {'power cut':14} {calls:6}"
        yield counted(line, range(part, cuts + 1, parts), strike)


def strokes(faults: Sequence[str]) -> Iterator[tuple[str, Callable[[int], Before]]]:
    """What is done at each call, by the name of the fault."""
    if "kill" in faults:
        yield "kill -9", lambda n: kill_at(n, torn=n % 2 == 0)
    for why in ("full", "io"):
        if why in faults:
            yield f"{why} once", partial(refuse_at, why=why, sticky=False)
            yield f"{why} for ever", partial(refuse_at, why=why, sticky=True)


def struck_at(
    scenario: Scenario, place: Path, drop: Path, before: Callable[[int], Before], truth: str, n: int
) -> Came:
    came = survive(scenario, place, drop, before(n), truth)
    return {KILLED: "killed", 0: "done"}.get(came.ended.status, "refused"), came.wrong


def cut_at(recorded: Recorded, place: Path, drop: Path, truth: str, n: int) -> Came:
    return "cut", survive_cut(recorded, place, drop, n, truth)


def counted(line: str, points: range, strike: Callable[[int], Came]) -> Counter[str]:
    """Strike at each point, and print what came of them."""
    start = time.process_time() + sum(time_of_children())
    counts: Counter[str] = Counter()
    for n in points:
        ended, wrong = strike(n)
        counts[ended] += 1
        counts["points"] += 1
        counts.update({word.split(":")[0] for word in wrong})
        for word in wrong:
            print(f"  {line.split()[0]} at {n}: {word}"[:400], flush=True)
    seconds = time.process_time() + sum(time_of_children()) - start
    ends = f"{counts['points']:6} {counts['killed']:6} {counts['refused']:7} {counts['done']:5} "
    amiss = " ".join(f"{counts[word]:8}" for word in AMISS)
    print(f"{line} {ends}{amiss} {seconds:6.0f}", flush=True)
    return counts


def time_of_children() -> tuple[float, float]:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime, used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
