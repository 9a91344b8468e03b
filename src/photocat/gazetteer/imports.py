"""``photocat place import``: a GeoNames dump, a CSV of places or one's own aliases, as a file.

Each import becomes a file of its own beside the embedded one, which it completes; importing a file
of the same name again replaces it. Until an import is whole, what was imported before stays.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from photocat.errors import PhotocatError, UsageError
from photocat.gazetteer.build import MoreName, Progress, build, clear_unfinished
from photocat.gazetteer.csv_places import ALIAS_COLUMNS, COLUMNS, read_aliases, read_places
from photocat.gazetteer.csv_rows import Table, read_table
from photocat.gazetteer.dump_files import Refused
from photocat.gazetteer.entry import Entry
from photocat.gazetteer.geonames import GeoNames
from photocat.gazetteer.open import data_folder, one_at_a_time, open_gazetteer

_DUMPED = re.compile(r"allCountries|[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import gave."""

    path: Path
    places: int
    refused: tuple[str, ...]
    """Lines that could not be used, each with its number and the reason."""


def import_places(source: Path, *, say: Progress | None = None) -> Imported:
    """Import a folder or main file of a GeoNames dump, a CSV of places, or a CSV of aliases.

    UsageError where the source is none of these.
    """
    refused, tell = Refused(), say or (lambda _: None)
    if source.is_dir() or (source.suffix in {".txt", ".zip"} and _DUMPED.fullmatch(source.stem)):
        dump = GeoNames(source, refused, tell)
        return _write("places", source, dump.places(), refused, tell, dump)
    table = read_table(source, {**COLUMNS, **ALIAS_COLUMNS})
    with contextlib.closing(open_gazetteer()) as gazetteer:
        if {"alias", "place"} <= set(table.columns):
            aliases = read_aliases(table, gazetteer, refused)
            return _write("aliases", source, aliases, refused, tell)
        _needs(table, source)
        return _write("places", source, read_places(table, gazetteer, refused), refused, tell)


def _needs(table: Table, source: Path) -> None:
    missing = [column for column in ("name", "lat", "lon") if column not in table.columns]
    if missing:
        raise UsageError(
            f"{source}: no column {' or '.join(missing)} among {', '.join(table.headings)}; a CSV"
            " of places needs name, lat and lon, one of aliases alias and place"
        )


def _write(
    kind: str,
    source: Path,
    entries: Iterator[Entry],
    refused: Refused,
    say: Progress,
    dump: GeoNames | None = None,
) -> Imported:
    count = 0

    def counted() -> Iterator[Entry]:
        nonlocal count
        for entry in entries:
            count += 1
            yield entry

    none: tuple[MoreName, ...] = ()
    folder = data_folder()
    stem = re.sub(r"[^\w-]+", "-", source.resolve().stem).strip("-") or "import"
    path = folder / f"{kind}-{stem}.sqlite"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(folder / "import.lock", say):
            clear_unfinished(path)
            build(
                path,
                counted(),
                {"source": source.name},
                say,
                names=dump.names() if dump else none,
                parents=dump.parents() if dump else (),
            )
    except (sqlite3.OperationalError, PermissionError) as error:
        raise PhotocatError(
            f"{folder}: {error}; nothing was changed. PHOTOCAT_DATA names another folder, TMPDIR"
            " one for sorting"
        ) from error
    return Imported(path, count, refused.told())
