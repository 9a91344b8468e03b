"""A map of answers, as SVG: circles as large as they are many, over dots where people live."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from html import escape

from photocat.places import Box

Points = Sequence[tuple[float, float, int]]
"""Latitude, longitude and photo."""

WIDTH = 960
NARROWEST = 6.0
"""Degrees of longitude that are shown at least."""
COLUMNS = 40
"""Cells across the map; what lies in one is one circle."""
DOTS = ((90.0, 260), (20.0, 180), (0.0, 110))
"""Dots across a map that is so many degrees wide, or wider."""
LABELLED = 6


def world_map(
    points: Points,
    dots: Callable[[Box, float], Sequence[tuple[float, float]]],
    name: Callable[[float, float], str],
) -> str:
    """Where answers lie; nothing where they lie nowhere.

    ``dots`` gives the inhabited cells of a box, ``name`` what the place at a point is called.
    """
    if not points:
        return ""
    box = _around(points)
    scale = WIDTH / (box.east - box.west)
    stretch = 1 / math.cos(math.radians((box.south + box.north) / 2))
    height = (box.north - box.south) * scale * stretch

    def at(lat: float, lon: float) -> tuple[float, float]:
        return (lon - box.west) * scale, (box.north - lat) * scale * stretch

    across = next(dots for least, dots in DOTS if box.east - box.west >= least)
    step, size = (box.east - box.west) / across, WIDTH / across * 0.6
    land = "".join(
        f"M{x:.1f} {y:.1f}h{size:.1f}" for x, y in (at(lat, lon) for lat, lon in dots(box, step))
    )
    frame = f'viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="Answers on the map"'
    parts = [
        f'<svg class="map" {frame}>',
        f'<path class="land" stroke-width="{size:.1f}" d="{land}"/>',
        *_circles(points, box, at, name),
        "</svg>",
    ]
    return "".join(parts)


def _around(points: Points) -> Box:
    """A box around the points with a margin, not narrower than people can make sense of."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    middle = (min(lats) + max(lats)) / 2
    upright = math.cos(math.radians(min(abs(middle), 75.0)))
    width = max((max(lons) - min(lons)) * 1.2, (max(lats) - min(lats)) * 2.6 / upright, NARROWEST)
    width = min(width, 360.0)
    height = min(max((max(lats) - min(lats)) * 1.3, width * upright / 2.2), 170.0)
    west = min(max((min(lons) + max(lons) - width) / 2, -180.0), 180.0 - width)
    south = min(max(middle - height / 2, -85.0), 85.0 - height)
    return Box(west, south, west + width, south + height)


def _circles(
    points: Points,
    box: Box,
    at: Callable[[float, float], tuple[float, float]],
    name: Callable[[float, float], str],
) -> Iterator[str]:
    cell = (box.east - box.west) / COLUMNS
    cells: defaultdict[tuple[int, int], list[tuple[float, float, int]]] = defaultdict(list)
    for point in points:
        cells[int((point[0] - box.south) / cell), int((point[1] - box.west) / cell)].append(point)
    groups = sorted(cells.values(), key=len, reverse=True)
    most = len(groups[0])
    labels: list[str] = []
    taken: list[tuple[float, float]] = []
    for group in groups:
        x, y = at(*_middle(group))
        radius = 4 + 22 * math.sqrt(len(group) / most) * min(1.0, math.log1p(most) / 4)
        free = all(abs(x - there) > 150 or abs(y - high) > 18 for there, high in taken)
        known = name(*_busiest(group)) if free and len(labels) < LABELLED else ""
        told = f"{len(group):,} {known}".strip()
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">'
            f"<title>{escape(told)}</title></circle>"
        )
        if known:
            taken.append((x, y))
            left = x > WIDTH * 0.8
            side, anchor = (-radius - 5, "end") if left else (radius + 5, "start")
            labels.append(
                f'<text x="{x + side:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">'
                f"{escape(known)} <tspan>{len(group):,}</tspan></text>"
            )
    yield from labels


def _middle(group: Points) -> tuple[float, float]:
    return sum(p[0] for p in group) / len(group), sum(p[1] for p in group) / len(group)


def _busiest(group: Points) -> tuple[float, float]:
    """The point around which most of a group lie, to a tenth of a degree."""
    ((lat, lon), _), *_ = Counter((round(p[0], 1), round(p[1], 1)) for p in group).most_common(1)
    return lat, lon
