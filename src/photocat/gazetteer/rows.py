"""How a place stands in a gazetteer file."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from photocat.gazetteer.place import Place

COLUMNS = "p.id, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.radius_m, p.population"
"""The columns of ``places p`` that make a place, in the order of its fields."""

WIDTH = 9
"""How many they are."""


def place_of(row: tuple[Any, ...], hierarchy: tuple[str, ...] = ()) -> Place:
    """The place at the head of a row, with the names of what contains it as they are given."""
    return Place(*(*row[:WIDTH], hierarchy))


def connect(path: Path) -> sqlite3.Connection:
    """Open a gazetteer file for reading; it never changes while it has its name."""
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    connection.execute("PRAGMA cache_size = -4000")
    return connection
