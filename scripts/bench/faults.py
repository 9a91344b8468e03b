"""Strikes a catalog at every call by which it writes, and counts what came of it.

    python scripts/bench/faults.py [--scenario NAME …] [--fault kill|full|io|cut …]
                                   [--part I/N] [--cuts N] [--folder FOLDER]

``kill``: SIGKILL at each call, every second write done by half. ``full`` and ``io``: the disk is
full, or broken, at each call, once and from then on. ``cut``: the power fails at a random moment,
and what was not synced is on the disk, or not, or by half. After each the catalog is checked in
full and looked through for what was told; then the same is done again, and must come to the same
end as if nothing had happened. Where SQLite recovers the same state, byte for byte, after many
faults, that is done once (``states``). ``--part 2/4`` takes every fourth point, from the second.
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

from small import read_options

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "faults"))

from cuts import Recorded, record, survive_cut
from gallery import make_drop
from harness import KILLED, Before, Trial, kill_at, refuse_at
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
    chosen = read_options(parser, part="1/60", cuts=60)
    part, parts = map(int, chosen.part.split("/"))
    read_once()
    print(
        f"{'scenario':10} {'fault':14} {'calls':>6} {'points':>6} {'states':>6} {'killed':>6}"
        f" {'refused':>7} {'done':>5} "
        + " ".join(f"{word:>8}" for word in AMISS)
        + f" {'CPU s':>6}"
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
    trial = Trial(scenario, folder / scenario.name, drop)
    points = range(part, trial.calls + 1, parts)
    line = f"{scenario.name:10} {{:14}} {trial.calls:6}"
    for fault, before in strokes(faults):
        yield counted(line.format(fault), trial, points, partial(struck_at, trial, before))
    if "cut" in faults:
        strike = partial(cut_at, record(trial))
        yield counted(line.format("power cut"), trial, range(part, cuts + 1, parts), strike)


def strokes(faults: Sequence[str]) -> Iterator[tuple[str, Callable[[int], Before]]]:
    """What is done at each call, by the name of the fault."""
    if "kill" in faults:
        yield "kill -9", lambda n: kill_at(n, torn=n % 2 == 0)
    for why in ("full", "io"):
        if why in faults:
            yield f"{why} once", partial(refuse_at, why=why, sticky=False)
            yield f"{why} for ever", partial(refuse_at, why=why, sticky=True)


def struck_at(trial: Trial, before: Callable[[int], Before], n: int) -> Came:
    came = trial.survive(before(n))
    return {KILLED: "killed", 0: "done"}.get(came.ended.status, "refused"), came.wrong


def cut_at(recorded: Recorded, n: int) -> Came:
    return "cut", survive_cut(recorded, n)


def counted(line: str, trial: Trial, points: range, strike: Callable[[int], Came]) -> Counter[str]:
    """Strike at each point, and print what came of them."""
    start = time.process_time() + sum(time_of_children())
    counts: Counter[str] = Counter()
    trial.seen.clear()
    for n in points:
        ended, wrong = strike(n)
        counts[ended] += 1
        counts["points"] += 1
        counts.update({word.split(":")[0] for word in wrong})
        for word in wrong:
            print(f"  {line.split()[0]} at {n}: {word}"[:400], flush=True)
    seconds = time.process_time() + sum(time_of_children()) - start
    ends = f"{counts['points']:6} {len(trial.seen):6} {counts['killed']:6} {counts['refused']:7}"
    amiss = f" {counts['done']:5} " + " ".join(f"{counts[word]:8}" for word in AMISS)
    print(f"{line} {ends}{amiss} {seconds:6.0f}", flush=True)
    return counts


def time_of_children() -> tuple[float, float]:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime, used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
