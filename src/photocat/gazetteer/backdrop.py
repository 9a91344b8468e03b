"""Where people live, as dots: a map of the land without any coastline."""

from __future__ import annotations

import math

from photocat.gazetteer.gazetteer import Gazetteer
from photocat.gazetteer.rows import connect
from photocat.places import Box


def inhabited(gazetteer: Gazetteer, box: Box, step: float) -> list[tuple[float, float]]:
    """The middles of those cells of ``step`` degrees in a box, as latitude and longitude, in which
    there is a town. The box does not cross the antimeridian."""
    file = connect(gazetteer.paths[-1])
    try:
        rows = file.execute(
            "SELECT DISTINCT CAST((lat + 90) / ? AS INTEGER), CAST((lon + 180) / ? AS INTEGER)"
            " FROM places WHERE kind = 'town' AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
            " ORDER BY 1, 2",
            (step, step, box.south, box.north, box.west, box.east),
        ).fetchall()
    finally:
        file.close()
    half = step / 2
    return [
        (math.fsum((row * step, -90, half)), math.fsum((column * step, -180, half)))
        for row, column in rows
    ]
