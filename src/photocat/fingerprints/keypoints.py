"""Points of a picture that are found again when it is cropped, turned, mirrored, scaled or toned.

Extrema over place and scale of the difference of two blurs (D. Lowe, "Distinctive Image Features
from Scale-Invariant Keypoints", IJCV 60(2), 2004, sections 3 and 4), on a pyramid of steps of √2:
two pictures, √2 apart, are each halved as long as they go. Few are kept, evenly over the scales
(or a smaller copy would show none of them) and over the picture (or a caption would take them all).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Plane = NDArray[np.float32]
Values = NDArray[np.float64]

SIDE = 448
"""Long side of the largest level; smaller pictures are enlarged to it, at most twice."""
_LEVELS = 9
_LEAST_SIDE = 24
_LEAST_STEP = 0.75
"""Of 255: a smaller extremum is noise."""
_MOST_EDGE = 10.0
"""Largest ratio of curvatures; on an edge a point slides (Lowe, 4.1)."""
_BLUR = 1.35
"""Standard deviation in pixels of its level at which an extremum is seen."""
_SHARES = np.array([0.18, 0.18, 0.16, 0.14, 0.10, 0.08, 0.06, 0.05, 0.05])
"""Of what is kept, by level."""
_CELLS = 5
"""The picture is divided into this many rows and columns, which take turns."""


@dataclass(frozen=True, slots=True)
class Keypoints:
    """Points ``[n]`` on the levels of a pyramid; ``x`` and ``y`` are pixels of their level."""

    levels: tuple[Plane, ...]
    level: NDArray[np.intp]
    x: Values
    y: Values
    blur: Values
    strength: Values

    def __len__(self) -> int:
        return len(self.level)

    def placed(self) -> tuple[Values, Values, Values]:
        """``x``, ``y`` and blur as shares of the picture's long side."""
        doubled = 2.0 ** (self.level // 2)
        long = np.array([max(plane.shape) for plane in self.levels[:2]])[self.level % 2]
        return (
            (self.x * doubled + 0.5) / long,
            (self.y * doubled + 0.5) / long,
            (self.blur * doubled / long),
        )


def find_keypoints(grey: Image.Image, most: int) -> Keypoints:
    """The ``most`` points of a grey (L) picture that are kept."""
    levels, steps = _pyramid(grey)
    found = [_extrema(steps, number) for number in range(len(steps))]
    columns = np.concatenate(found) if found else np.zeros((0, 5))
    level = columns[:, 0].astype(np.intp)
    points = Keypoints(levels, level, *columns[:, 1:].T)
    kept = _chosen(points, most)
    return Keypoints(levels, level[kept], *columns[kept, 1:].T)


def _pyramid(grey: Image.Image) -> tuple[tuple[Plane, ...], list[Plane]]:
    """Each level blurred once, and what a second blur takes away from it."""
    once: list[Plane] = []
    twice: list[Plane] = []
    for number in range(_LEVELS):
        plane = _sized(grey, SIDE / 2 ** (number / 2)) if number < 2 else twice[-2][::2, ::2]
        if min(plane.shape) < _LEAST_SIDE:
            break
        once.append(_blurred(plane))
        twice.append(_blurred(once[-1]))
    return tuple(once), [more - less for less, more in zip(once, twice, strict=True)]


def _sized(grey: Image.Image, side: float) -> Plane:
    scale = min(side / max(grey.size), 2 * side / SIDE)
    size = max(1, round(grey.width * scale)), max(1, round(grey.height * scale))
    way = Image.Resampling.HAMMING if scale < 1 else Image.Resampling.BICUBIC
    return np.asarray(grey.resize(size, way, reducing_gap=1.0), np.float32)


def _blurred(plane: Plane) -> Plane:
    """Binomial weights 1 4 6 4 1 both ways: sums of neighbours, four times over."""
    height, width = plane.shape
    padded = np.empty((height + 4, width + 4), np.float32)
    padded[2:-2, 2:-2] = plane
    padded[:2, 2:-2], padded[-2:, 2:-2] = plane[0], plane[-1]
    padded[:, :2], padded[:, -2:] = padded[:, 2:3], padded[:, -3:-2]
    # Row after row as one line; the sums that run over the end of a row are left behind. They go
    # to and fro between two arrays, which caches hold.
    line, count = width + 4, padded.size
    sums, room = padded.ravel(), np.empty(count, np.float32)
    for step in (line, line, line, line, 1, 1, 1, 1):
        count -= step
        np.add(sums[step : step + count], sums[:count], out=room[:count])
        sums, room = room, sums
    rows = sums[: height * line].reshape(height, line)
    blurred: Plane = rows[:, :width] * np.float32(1 / 256)
    return blurred


def _extrema(steps: list[Plane], number: int) -> Values:
    """Rows ``level, x, y, blur, strength`` of the extrema of one level."""
    width = steps[number].shape[1]
    plane = steps[number].ravel()
    at = _peaks(steps[number])
    value = plane[at]
    left, right, above, below = (plane[at + by] for by in (-1, 1, -width, width))
    bend_x = right + left - 2 * value
    bend_y = below + above - 2 * value
    falling, rising = (plane[at + width + by] - plane[at - width + by] for by in (1, -1))
    twist = (falling - rising) / 4
    spread = bend_x * bend_y - twist**2
    round_ = (spread > 0) & ((bend_x + bend_y) ** 2 * _MOST_EDGE < spread * (_MOST_EDGE + 1) ** 2)
    off_x = ((left - right) / 2)[round_] / bend_x[round_]
    off_y = ((above - below) / 2)[round_] / bend_y[round_]
    at, value = at[round_], value[round_]
    y, x = np.divmod(at, width)
    strength = np.abs(value)
    finer = _beside(steps, number, number - 1, y, x, value)
    coarser = _beside(steps, number, number + 1, y, x, value)
    # Levels are sampled differently: nearly the largest is enough.
    kept = (strength >= 0.98 * finer) & (strength >= 0.98 * coarser)
    y, x, strength, finer, coarser = y[kept], x[kept], strength[kept], finer[kept], coarser[kept]
    off_x, off_y = off_x[kept], off_y[kept]
    bend = np.minimum(finer + coarser - 2 * strength, -1e-6)
    inner = 0 < number < len(steps) - 1
    off_level = ((finer - coarser) / 2 / bend).clip(-0.5, 0.5) if inner else 0 * strength
    return np.stack(
        [
            np.full(len(y), number, np.float64),
            x + off_x.clip(-0.6, 0.6),
            y + off_y.clip(-0.6, 0.6),
            _BLUR * 2 ** (off_level / 2),
            strength,
        ],
        axis=1,
    )


def _peaks(plane: Plane) -> NDArray[np.intp]:
    """Where, row after row, no neighbour exceeds a value, upwards or downwards."""
    width = plane.shape[1]
    values = plane.ravel()
    first, end = width + 1, len(values) - width - 1
    middle = values[first:end]
    high, low = middle > _LEAST_STEP, middle < -_LEAST_STEP
    for by in (-1, 1, -width, width):
        neighbour = values[first + by : end + by]
        high &= middle >= neighbour
        low &= middle <= neighbour
    at: NDArray[np.intp] = np.flatnonzero(high | low) + first
    column = at % width
    at = at[(column > 0) & (column < width - 1)]
    value = values[at]
    sign = np.sign(value)
    for by in (-width - 1, -width + 1, width - 1, width + 1):
        kept = value * sign >= values[at + by] * sign
        at, value, sign = at[kept], value[kept], sign[kept]
    return at


def _beside(
    steps: list[Plane],
    number: int,
    other: int,
    y: NDArray[np.intp],
    x: NDArray[np.intp],
    value: Plane,
) -> Plane:
    """The largest step of the same sign around the same places of another level."""
    if not 0 <= other < len(steps):
        return np.zeros(len(y), np.float32)
    (tall, wide), (height, width) = steps[other].shape, steps[number].shape
    row = ((y + 0.5) * (tall / height)).astype(np.intp).clip(1, tall - 2)
    column = ((x + 0.5) * (wide / width)).astype(np.intp).clip(1, wide - 2)
    plane, at, sign = steps[other].ravel(), row * wide + column, np.sign(value)
    largest: Plane = plane[at] * sign
    for by in (-wide - 1, -wide, -wide + 1, -1, 1, wide - 1, wide, wide + 1):
        np.maximum(largest, plane[at + by] * sign, out=largest)
    return largest


def _chosen(points: Keypoints, most: int) -> NDArray[np.intp]:
    """Which points are kept, first those that matter most."""
    if not len(points):
        return np.zeros(0, np.intp)
    shapes = np.array([plane.shape for plane in points.levels])[points.level]
    row = (points.y / shapes[:, 0] * _CELLS).clip(0, _CELLS - 1).astype(np.intp)
    column = (points.x / shapes[:, 1] * _CELLS).clip(0, _CELLS - 1).astype(np.intp)
    cell = (points.level * _CELLS + row) * _CELLS + column
    standing = points.strength / (1 + _rank(cell, points.strength))
    turn = (_rank(points.level, standing) + 0.5) / _SHARES[points.level]
    return np.argsort(turn, kind="stable")[:most]


def _rank(group: NDArray[np.intp], value: Values) -> NDArray[np.intp]:
    """The place of each in its group, 0 for the largest value."""
    order = np.lexsort((-value, group))
    begins = np.ones(len(order), np.bool_)
    begins[1:] = group[order][1:] != group[order][:-1]
    at = np.arange(len(order))
    rank = np.empty(len(order), np.intp)
    rank[order] = at - np.maximum.accumulate(np.where(begins, at, 0))
    return rank
