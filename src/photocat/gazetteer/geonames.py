"""Reading a GeoNames dump (https://download.geonames.org/export/dump/readme.txt, CC BY 4.0).

``allCountries.txt`` (or one country's) is needed; beside it are read, where they lie there,
``alternateNamesV2.txt`` (names with language and years), ``admin1CodesASCII.txt``,
``admin2Codes.txt`` (names) and ``countryInfo.txt`` (which place is a country). Rows are streamed,
memory holds the alternate names only of what is kept.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from photocat.gazetteer.generic import core
from photocat.gazetteer.keys import key
from photocat.gazetteer.sources import ALIAS, CORE, HISTORICAL, NAME, Entry, NameRow, town_radius_m

KIND_OF_CODE: dict[str, tuple[str, float, float]] = {
    "PCLI": ("country", 9.0, 300_000), "PCLD": ("country", 7.0, 50_000),
    "PCLS": ("country", 7.0, 50_000), "TERR": ("country", 6.0, 50_000),
    "ADM1": ("admin1", 6.0, 100_000), "ADM2": ("admin2", 3.2, 30_000),
    "AIRP": ("airfield", 3.0, 3_000), "AIRB": ("airfield", 4.0, 4_000),
    "AIRF": ("airfield", 2.5, 2_000), "AIRQ": ("airfield", 2.0, 2_000),
    "INSM": ("base", 4.0, 5_000), "MILB": ("base", 4.0, 5_000), "NVB": ("base", 4.0, 4_000),
    "CMP": ("camp", 3.0, 3_000), "CMPRF": ("camp", 3.5, 4_000), "PRT": ("port", 3.0, 3_000),
    "HBR": ("port", 3.0, 3_000), "RUIN": ("ruins", 2.5, 1_000), "ANS": ("ruins", 2.5, 1_000),
    "OCN": ("ocean", 7.0, 3_000_000), "SEA": ("sea", 7.0, 400_000), "GULF": ("sea", 5.5, 150_000),
    "BAY": ("bay", 3.5, 10_000), "STRT": ("strait", 4.5, 30_000), "LK": ("lake", 3.5, 10_000),
    "STM": ("river", 2.5, 50_000), "CNL": ("canal", 2.5, 10_000), "BCH": ("beach", 2.5, 2_000),
    "ISL": ("island", 3.5, 10_000), "ISLS": ("island", 4.0, 50_000),
    "MT": ("mountain", 2.5, 5_000), "MTS": ("mountain", 3.5, 80_000),
    "VAL": ("valley", 2.5, 15_000),
    "PASS": ("pass", 2.5, 3_000), "CAPE": ("cape", 2.5, 3_000), "RGN": ("region", 3.5, 60_000),
    "PRK": ("park", 3.0, 15_000), "CONT": ("continent", 7.5, 3_000_000),
}  # fmt: skip
"""Feature codes that are kept beside towns, as kind, weight and radius in metres."""

_TOWNS = ("PPL", "STLMT")
_NO_NAMES = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "unlc", "phon", "piny"})
"""Pseudo languages of links and codes."""


def read_geonames(folder: Path) -> Iterator[Entry]:
    """Every place worth naming of a dump; ``folder`` holds its files."""
    main = main_file(folder)
    other_names = _OtherNames(folder)
    try:
        with main.open(encoding="utf-8") as lines:
            for line in lines:
                columns = line.rstrip("\n").split("\t")
                if len(columns) >= 15 and (entry := _entry(columns)):
                    other_names.add_to(entry)
                    yield entry
    finally:
        other_names.close()


def main_file(folder: Path) -> Path:
    """``allCountries.txt`` of a folder, else the file of one country (``SY.txt``)."""
    if (whole := folder / "allCountries.txt").exists():
        return whole
    one = sorted(folder.glob("[A-Z][A-Z].txt"))
    if not one:
        raise FileNotFoundError(f"{folder} holds no allCountries.txt and no country's file")
    return one[0]


def _entry(columns: list[str]) -> Entry | None:
    id, name, _, others, lat, lon, feature, code, country, _, admin1 = columns[:11]
    population = int(columns[14] or 0)
    if feature == "P" and code.startswith(_TOWNS):
        kind, radius = "town", town_radius_m(population)
        weight = math.log10(population + 10) + (1.0 if code == "PPLC" else 0.0)
        if code in {"PPLH", "PPLQ", "PPLW"}:
            weight = 1.0
    elif code in KIND_OF_CODE:
        kind, weight, radius = KIND_OF_CODE[code]
    else:
        return None
    names: list[NameRow] = [(name, NAME, None, None)]
    names += [(other, ALIAS, None, None) for other in others.split(",") if len(other) > 2]
    if (bare := core(key(name))) != key(name):
        names.append((bare, NAME if kind == "admin1" else CORE, None, None))
    return Entry(
        id=int(id),
        name=name,
        kind=kind,
        country=country or None,
        admin1=(admin1 or None) if admin1 != "00" else None,
        lat=float(lat),
        lon=float(lon),
        radius_m=radius,
        population=population,
        weight=weight,
        names=names,
    )


class _OtherNames:
    """Alternate names by place, on disk: sixteen million do not belong into memory."""

    def __init__(self, folder: Path) -> None:
        self._table = sqlite3.connect("")
        self._table.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE names"
            " (place INTEGER, name TEXT, historic INTEGER, since TEXT, until TEXT)"
        )
        self._read_alternates(folder / "alternateNamesV2.txt")
        for name, at in (("admin1CodesASCII.txt", 3), ("admin2Codes.txt", 3)):
            self._read_codes(folder / name, at, 1)
        self._read_codes(folder / "countryInfo.txt", 16, 4)
        self._table.execute("CREATE INDEX by_place ON names (place)")

    def add_to(self, entry: Entry) -> None:
        for name, historic, since, until in self._table.execute(
            "SELECT name, historic, since, until FROM names WHERE place = ?", (entry.id,)
        ):
            how = HISTORICAL if historic else ALIAS
            entry.names.append((name, how, _year(since), _year(until)))

    def close(self) -> None:
        self._table.close()

    def _read_alternates(self, path: Path) -> None:
        if not path.exists():
            return
        with path.open(encoding="utf-8") as lines:
            rows = (line.rstrip("\n").split("\t") for line in lines)
            self._table.executemany(
                "INSERT INTO names VALUES (?,?,?,?,?)",
                (
                    (r[1], r[3], r[7] == "1", (r[8:] or [""])[0], (r[9:] or [""])[0])
                    for r in rows
                    if len(r) >= 8 and r[2] not in _NO_NAMES
                ),
            )

    def _read_codes(self, path: Path, id_at: int, name_at: int) -> None:
        if not path.exists():
            return
        with path.open(encoding="utf-8") as lines:
            rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
            self._table.executemany(
                "INSERT INTO names VALUES (?, ?, 0, '', '')",
                ((r[id_at], r[name_at]) for r in rows if len(r) > max(id_at, name_at) and r[id_at]),
            )


def _year(text: str) -> int | None:
    """``1924`` of ``1924``, ``19240126`` or ``1924-01-26``; other words are no year."""
    return int(text[:4]) if text[:4].isdecimal() and len(text) >= 4 else None
