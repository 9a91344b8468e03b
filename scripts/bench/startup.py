"""CPU seconds of a start: the median of several for --help, --version and each command's --help.

python3 scripts/run.py bench startup
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys

from small import read_options

from photocat.cli.commands import COMMANDS

BAR = 0.3


def cpu_seconds(*arguments: str) -> float:
    """User and system time of one fresh `photocat` with these arguments."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "photocat", *arguments], stdout=subprocess.DEVNULL, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    asked = read_options(parser, runs=2)
    calls = [["--help"], ["--version"], *([command.name, "--help"] for command in COMMANDS)]
    slowest = 0.0
    for arguments in calls:
        median = statistics.median(cpu_seconds(*arguments) for _ in range(asked.runs))
        slowest = max(slowest, median)
        print(f"{median:6.3f} s  photocat {' '.join(arguments)}")
    print(f"{slowest:6.3f} s  is the slowest; the bar is {BAR} s")
    return 0 if slowest < BAR else 1


if __name__ == "__main__":
    sys.exit(main())
