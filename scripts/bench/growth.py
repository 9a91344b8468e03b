"""How a catalog grows: what writing costs as it fills, and a second run over all of it.

    python scripts/bench/growth.py [--small] [--counts N,N,…]

For each count a new catalog takes that many invented photos (as in ``store``: a caption said twice,
keywords, places, 14 statements each), prepared beforehand, 500 to a transaction; *the last tenth*
says whether writing gets slower. A file of a few bytes stands for each on the disk, so that
``photocat ingest`` of the folder, in a process of its own, finds every file as it was; the run
after that, which finds nothing to relate either, is the *second run*. Its memory is looked at ten
times a second. The bar: 100,000 files in 10 s (here of CPU time, which a busy machine leaves alone)
and 300 MiB.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ingest import peak
from small import read_options
from spent import ONE_THREAD
from store import Spent, photos

from photocat.records import ImageFile, Photo
from photocat.store import open_store
from photocat.store.add import add_photos
from photocat.store.prepare import Prepared, prepare
from photocat.store.runs import run_of

BATCH = 500
MOST_SECONDS, MOST_MIB = 10.0, 300


def on_disk(folder: Path, count: int) -> Iterator[Photo]:
    """Invented photos, and for each a file that has its size and time."""
    for number, photo in enumerate(photos(count)):
        path = folder / f"{number // 1000:04}" / f"{number:07}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"not read again")
        status = path.stat()
        file = ImageFile(str(path), status.st_size, status.st_mtime_ns, photo.file.supplier)
        yield replace(photo, file=file)


def filled(address: Path, made: Iterator[Photo]) -> tuple[list[Spent], float, int]:
    """Write all photos; what each batch took, seconds of preparing a photo, and their number."""
    writes: list[Spent] = []
    preparing, count = Spent(), 0
    with open_store(str(address), mode="create") as store:
        run_id = store.begin_run("bench")
        while batch := list(islice(made, BATCH)):
            with preparing:
                prepared: list[Prepared] = [prepare(photo) for photo in batch]
            writes.append(Spent())
            with writes[-1], store.writing() as connection:
                add_photos(connection, run_of(connection, run_id), prepared)
            count += len(batch)
        store.end_run(run_id, {"stored": count})
    return writes, preparing.cpu / count, count


def again(address: Path, folder: Path) -> tuple[float, float, int, str]:
    """``photocat ingest`` of a folder that it knows: seconds, of CPU too, MiB, what it said."""
    command = [sys.executable, "-m", "photocat", "--catalog", str(address), "ingest", str(folder)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    most, begun = 0, time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        with subprocess.Popen(
            command, stdout=said, stderr=subprocess.STDOUT, env={**os.environ, **ONE_THREAD}
        ) as process:
            while process.poll() is None:
                most = max(most, peak(process.pid))
                time.sleep(0.1)
        seconds = time.perf_counter() - begun
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        said.seek(0)
        return seconds, cpu, most, said.read()


def rate(batches: list[Spent]) -> str:
    """Photos written in a second of CPU time."""
    return f"{BATCH * len(batches) / sum(batch.cpu for batch in batches):,.0f}"


def main() -> int:
    """Print a line for each count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--counts", default="1000,10000,100000")
    asked = read_options(parser, counts="1000,5000")
    print(
        f"{'photos':>8}{'prepared':>10}{'written':>9}{'the last tenth':>16}{'bytes each':>12}"
        f"{'second run s':>14}{'CPU s':>8}{'MiB':>6}\n"
        f"{'':8}{'a CPU s':>10}{'a CPU s':>9}{'a CPU s':>16}"
    )
    over = False
    for count in map(int, asked.counts.split(",")):
        with tempfile.TemporaryDirectory(prefix="photocat-bench-") as scratch:
            folder, address = Path(scratch) / "photos", Path(scratch) / "catalog.db"
            writes, preparing, written = filled(address, on_disk(folder, count))
            weight = address.stat().st_size / written
            again(address, folder)
            seconds, cpu, mib, said = again(address, folder)
        if f"{count}" not in said.replace(",", "").replace(" ", ""):
            sys.exit(f"the second run said something else:\n{said[-2000:]}")
        over |= cpu > MOST_SECONDS or mib > MOST_MIB
        print(
            f"{count:>8,}{1 / preparing:>10,.0f}{rate(writes):>9}"
            f"{rate(writes[-max(1, len(writes) // 10) :]):>16}{weight:>12,.0f}"
            f"{seconds:>14.2f}{cpu:>8.2f}{mib:>6}",
            flush=True,
        )
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
