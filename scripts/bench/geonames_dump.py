"""Write a made-up GeoNames dump, of real size if asked, to measure ``photocat place import``.

    python scripts/bench/geonames_dump.py FOLDER [--places 13000000] [--names 16000000] [--zip]

Columns, order of rows, feature codes, share of places without other names, languages, years and
links are as in the published files (https://download.geonames.org/export/dump/readme.txt); names
are put together of real towns' names, positions lie around real towns. The seed is fixed.
"""

from __future__ import annotations

import argparse
import random
import time
import zipfile
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from photocat.gazetteer.entry import Entry
from photocat.gazetteer.sources import embedded

CODES = (
    # feature class, code, so many in a thousand, what the name is made of
    ("P", "PPL", 370, "{}"), ("P", "PPLX", 14, "{} Bala"), ("P", "PPLL", 10, "{}"),
    ("P", "PPLA3", 3, "{}"), ("P", "PPLQ", 3, "Old {}"), ("H", "STM", 120, "{} Creek"),
    ("H", "STMI", 20, "Wadi {}"), ("H", "LK", 32, "Lake {}"), ("H", "WLL", 10, "Bir {}"),
    ("H", "BAY", 6, "{} Bay"), ("H", "SPNG", 8, "Ain {}"), ("S", "SCH", 32, "{} School"),
    ("S", "CH", 26, "{} Church"), ("S", "HTL", 24, "Hotel {}"), ("S", "FRM", 28, "{} Farm"),
    ("S", "BLDG", 20, "{} Building"), ("S", "RUIN", 6, "Khirbat {}"),
    ("S", "AIRP", 2, "{} Airport"), ("S", "MILB", 1, "{} Barracks"),
    ("S", "RSTN", 8, "{} Station"), ("S", "MNMT", 6, "{} Memorial"),
    ("T", "HLL", 42, "{} Hill"), ("T", "MT", 34, "Jabal {}"), ("T", "MTS", 6, "{} Range"),
    ("T", "ISL", 12, "{} Island"), ("T", "VAL", 10, "{} Valley"), ("T", "CAPE", 6, "Cape {}"),
    ("T", "PASS", 3, "{} Pass"), ("L", "LCTY", 28, "{}"), ("L", "PRK", 5, "{} Park"),
    ("L", "RGN", 5, "{}"), ("A", "ADM4", 14, "{}"), ("A", "ADM3", 11, "{}"),
    ("A", "ADM2", 4, "{} District"), ("A", "ADM1", 0.3, "{} Province"), ("A", "ADMD", 6, "{}"),
    ("V", "FRST", 4, "{} Forest"), ("R", "RD", 4, "{} Road"), ("U", "BNKU", 1, "{} Bank"),
)  # fmt: skip
LANGUAGES = (
    ("", 250), ("en", 110), ("link", 150), ("wkdt", 70), ("fr", 30), ("es", 25), ("ru", 35),
    ("ar", 40), ("zh", 60), ("de", 25), ("fa", 25), ("uk", 15), ("ja", 20), ("no", 30),
    ("post", 30), ("unlc", 10), ("ko", 15), ("th", 20), ("sv", 15), ("abbr", 2),
)  # fmt: skip
FIRST_ID = 49_500
TOLD_EVERY = 1_000_000


def rows(towns: list[Entry], count: int, draw: random.Random) -> Iterator[str]:
    """Lines of ``allCountries.txt``, country by country, ids ascending within each."""
    chosen = draw.choices(CODES, cum_weights=list(accumulate(c[2] for c in CODES)), k=1 << 16)
    noise = [draw.gauss(0, 0.4) for _ in range(1 << 16)]
    pick, each = draw.random, -(-count // len(towns))
    id, written = FIRST_ID, 0
    for town in towns:
        lat, lon, country, admin1 = town.lat, town.lon, town.country, town.admin1 or "00"
        for _ in range(each):
            if written == count:
                return
            written += 1
            feature, code, _, form = chosen[written & 0xFFFF]
            name = form.format(towns[int(pick() * len(towns))].name)
            others = ""
            if (at := pick()) > 0.45:
                source = towns[int(at * len(towns))]
                others = ",".join(other for other, *_ in source.names[: int(at * 8) - 3])
            y = max(-89.9, min(89.9, lat + noise[written * 7 & 0xFFFF]))
            x = max(-179.9, min(179.9, lon + noise[written * 13 & 0xFFFF]))
            people = int(10 ** (pick() * 4)) if feature == "P" and at > 0.8 else 0
            yield (
                f"{id}\t{name}\t{name}\t{others}\t{y:.5f}\t{x:.5f}\t{feature}\t{code}\t{country}"
                f"\t\t{admin1}\t{written % 97}\t\t\t{people}\t\t{int(pick() * 900)}"
                "\tEtc/UTC\t2024-01-01\n"
            )
            id += 1


def alternates(towns: list[Entry], places: int, count: int, draw: random.Random) -> Iterator[str]:
    """Lines of ``alternateNamesV2.txt``, in no order of places."""
    languages = [name for name, _ in LANGUAGES]
    chosen = draw.choices(languages, weights=[n for _, n in LANGUAGES], k=1 << 16)
    pick = draw.random
    for number in range(1, count + 1):
        place = FIRST_ID + int(pick() * places)
        language = chosen[number & 0xFFFF]
        names = towns[int(pick() * len(towns))].names
        name = names[int(pick() * len(names))][0]
        if language == "link":
            name = f"https://en.example.org/wiki/{name}"
        elif language == "wkdt":
            name = f"Q{number}"
        flags = "\t\t\t"
        if number % 8 == 0:
            flags = "1\t\t\t"
        elif number % 61 == 0:
            flags = "\t\t\t1"
        years = f"{1800 + number % 150}\t{1950 + number % 60}" if number % 61 == 0 else "\t"
        yield f"{number}\t{place}\t{language}\t{name}\t{flags}\t{years}\n"


def write(folder: Path, name: str, lines: Iterator[str], zipped: bool) -> None:
    start = time.monotonic()
    path = folder / f"{name}.txt"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines)
    size = path.stat().st_size
    if zipped:
        with zipfile.ZipFile(
            folder / f"{name}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1
        ) as z:
            z.write(path, path.name)
        path.unlink()
    print(f"{name}: {size / 1e6:,.0f} MB in {time.monotonic() - start:.0f} s", flush=True)


def write_dump(folder: Path, places: int, names: int, *, zipped: bool = False) -> None:
    """All files of a dump."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(5)
    entries = list(embedded())
    towns = sorted(
        (e for e in entries if e.kind == "town"), key=lambda town: (town.country or "", town.id)
    )
    provinces = {f"{e.country}.{e.admin1}": e.name for e in entries if e.kind == "admin1"}
    write(folder, "allCountries", rows(towns, places, draw), zipped)
    write(folder, "alternateNamesV2", alternates(towns, places, names, draw), zipped)
    last = FIRST_ID + places
    write(
        folder,
        "hierarchy",
        (f"{draw.randrange(FIRST_ID, last)}\t{draw.randrange(FIRST_ID, last)}\tADM\n"
         for _ in range(places // 26)),
        zipped,
    )  # fmt: skip
    write(
        folder,
        "admin1CodesASCII",
        (f"{code}\t{name}\t{name}\t{FIRST_ID + 31 * i}\n"
         for i, (code, name) in enumerate(provinces.items())),
        False,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--places", type=int, default=13_000_000)
    parser.add_argument("--names", type=int, default=16_000_000)
    parser.add_argument("--zip", action="store_true", help="zip the files, as they are published")
    options = parser.parse_args()
    write_dump(options.folder, options.places, options.names, zipped=options.zip)


if __name__ == "__main__":
    main()
