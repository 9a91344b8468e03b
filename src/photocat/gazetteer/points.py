"""Places around a point, out of cells of half a degree.

A file keeps for each cell the ids of its places and their directions from the middle of the Earth,
in one blob: ``n`` 64-bit ids, then ``n`` times x, y, z as 32-bit floats. A look-up reads the cells
that a circle touches and compares straight distances through the Earth, which are monotonic in the
great-circle distance. The floats are good to a metre: they choose, the exact coordinates decide.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from photocat.places import EARTH_RADIUS_M, Circle, Point

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PER_DEGREE = 2
ROW = 360 * PER_DEGREE
"""Cells around the Earth at one latitude."""

SLACK = 1e-6
"""What rounding to 32 bits may change in a distance, in radii of the Earth (6 m, generously)."""

Spot = tuple[int, int, float, float]
"""A cell, an id, a latitude and a longitude."""


def cell_of(lat: float, lon: float) -> int:
    """The number of the cell that a point lies in: rows from the south, cells from the west."""
    row = min(int((lat + 90) * PER_DEGREE), 180 * PER_DEGREE - 1)
    return row * ROW + min(int((lon + 180) * PER_DEGREE), ROW - 1)


def packed(spots: Iterable[Spot]) -> Iterator[tuple[int, bytes]]:
    """Cells with their blobs, of places that come in the order of their cells."""
    import numpy as np

    for _, group in groupby(spots, key=lambda spot: spot[0] // ROW):
        cells, ids, lats, lons = map(np.array, zip(*group, strict=True))
        towards = _direction(np.radians(lats), np.radians(lons)).astype(np.float32)
        starts = np.flatnonzero(np.diff(cells, prepend=-1))
        for first, last in zip(starts, [*starts[1:], len(cells)], strict=True):
            yield int(cells[first]), ids[first:last].tobytes() + towards[first:last].tobytes()


def nearest_ids(
    files: Sequence[sqlite3.Connection], point: Point, radius_m: float, limit: int
) -> list[int]:
    """Ids, the ``limit`` nearest within a radius among them; a few lie some metres farther."""
    import numpy as np

    blobs = _blobs(files, Circle(point, radius_m))
    ids = np.frombuffer(b"".join(blob[: len(blob) // 20 * 8] for blob in blobs), np.int64)
    spots = np.frombuffer(b"".join(blob[len(blob) // 20 * 8 :] for blob in blobs), np.float32)
    here = _direction(np.radians(point.lat), np.radians(point.lon))
    apart = spots.reshape(-1, 3) - here
    distance = np.sqrt(np.einsum("ij,ij->i", apart, apart))
    reach = 2 * math.sin(min(radius_m / EARTH_RADIUS_M, math.pi) / 2) + SLACK
    most = limit * len(files)
    if len(distance) > most:
        reach = min(reach, np.partition(distance, most - 1)[most - 1] + SLACK)
    return list(dict.fromkeys(ids[distance <= reach].tolist()))


def _blobs(files: Sequence[sqlite3.Connection], circle: Circle) -> list[bytes]:
    """What lies in the cells that a circle touches."""
    found: list[bytes] = []
    for box in circle.box().parts():
        first, last = cell_of(box.south, box.west), cell_of(box.north, box.east)
        west, east = first % ROW, last % ROW
        for row in range(first // ROW, last // ROW + 1):
            between = row * ROW + west, row * ROW + east
            for file in files:
                cells = file.execute("SELECT spots FROM cells WHERE cell BETWEEN ? AND ?", between)
                found += [blob for (blob,) in cells]
    return found


def _direction(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Unit vectors, by rows, towards points given in radians."""
    import numpy as np

    flat = np.cos(lat)
    return np.stack([flat * np.cos(lon), flat * np.sin(lon), np.sin(lat)], axis=-1)
