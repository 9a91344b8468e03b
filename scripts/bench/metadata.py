#!/usr/bin/env python3
"""What reading all metadata of a JPEG costs, and how that compares with ExifTool in batch mode.

    python scripts/bench/metadata.py [FOLDER]

Reads every JPEG under FOLDER from memory, several times, and prints the median, the 95th percentile
and the worst CPU time. Where `exiftool` is on the path, it reads the same files in one process;
its start-up is left out.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from small import read_options

from photocat.readers import read_metadata, sniff

REPEATS = 5


def jpegs_under(folder: Path) -> list[Path]:
    """Every JPEG by content."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return [path for path in files if sniff(path.read_bytes()) == "JPEG"]


def cpu_ms(path: Path) -> float:
    """The least CPU time in milliseconds of several readings: the one nobody disturbed."""
    data = path.read_bytes()
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        read_metadata(str(path), data, "JPEG")
        times.append(1000 * (time.process_time() - start))
    return min(times)


def exiftool_cpu_ms(paths: list[Path]) -> float:
    """CPU time in milliseconds that ExifTool takes for one file, among many in one process."""

    def spent(arguments: list[str]) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            ["exiftool", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    with tempfile.NamedTemporaryFile("w", suffix=".args", encoding="utf-8") as list_file:
        list_file.write("\n".join(os.fspath(path.resolve()) for path in paths))
        list_file.flush()
        common = ["-j", "-G1", "-struct", "-n"]
        whole = spent([*common, "-@", list_file.name])
    return 1000 * (whole - spent(["-ver"])) / len(paths)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("../shared/corpora/metadata"))
    parser.add_argument("--most", type=int, help="files, evenly over the folder")
    asked = read_options(parser, most=20)
    paths = jpegs_under(asked.folder)
    paths = paths[:: max(1, len(paths) // (asked.most or len(paths) or 1))]
    if not paths:
        print("no JPEG there", file=sys.stderr)
        return 1
    times = sorted(cpu_ms(path) for path in paths)
    mean = statistics.fmean(times)
    print(f"{len(times)} JPEGs, CPU time for all metadata of one, best of {REPEATS}")
    print(f"  median {statistics.median(times):.2f} ms, mean {mean:.2f} ms")
    print(f"  95th percentile {times[int(len(times) * 0.95)]:.2f} ms, worst {times[-1]:.2f} ms")
    if shutil.which("exiftool"):
        theirs = exiftool_cpu_ms(paths)
        print(f"  exiftool, one process: mean {theirs:.2f} ms, {theirs / mean:.1f} times ours")
    else:
        print("  exiftool is not installed: no comparison")
    return 0


if __name__ == "__main__":
    sys.exit(main())
