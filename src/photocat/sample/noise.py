"""Chance, noise and gradients for the sample gallery, as planes of float32.

All arithmetic is elementwise ``+ - * /`` and whole numbers, and all chance comes from the raw PCG64
stream, whose values NumPy promises never to change: every machine draws the same.
"""

from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Colour: TypeAlias = tuple[float, float, float]
Point: TypeAlias = tuple[float, float]
Plane: TypeAlias = NDArray[np.float32]


def chance(rows: int, columns: int, seed: int) -> Plane:
    """Uniform values in [0, 1), shaped (rows, columns)."""
    words = np.random.PCG64(seed).random_raw((rows * columns + 3) // 4)
    halves = words.astype("<u8").view("<u2")[: rows * columns]
    return halves.reshape(rows, columns).astype(np.float32) / np.float32(65536)


def _smooth(part: Plane) -> Plane:
    """A straight rise from 0 to 1 with its corners rounded: 3 p² - 2 p³."""
    return part * part * (3 - 2 * part)


def _stretch(grid: Plane, height: int, width: int) -> Plane:
    """The grid enlarged to height x width, smooth between its points."""

    def steps(cells: int, length: int) -> tuple[NDArray[np.int64], Plane]:
        at = np.arange(length, dtype=np.float32) * np.float32(cells / length)
        whole = at.astype(np.int64)
        return whole, _smooth(at - whole.astype(np.float32))

    row, down = steps(grid.shape[0] - 1, height)
    column, across = steps(grid.shape[1] - 1, width)
    tall = grid[row] + (grid[row + 1] - grid[row]) * down[:, None]
    left = tall[:, column]
    return left + (tall[:, column + 1] - left) * across


def noise(width: int, height: int, cell: Point, seed: int, octaves: int = 3) -> Plane:
    """Value noise in [0, 1), shaped (height, width); ``cell`` is its coarsest grain in pixels."""
    total = np.zeros((height, width), np.float32)
    weight, sum_of_weights = 1.0, 0.0
    for octave in range(octaves):
        columns = max(1, round(width / max(cell[0] / 2**octave, 1)))
        rows = max(1, round(height / max(cell[1] / 2**octave, 1)))
        total += weight * _stretch(chance(rows + 1, columns + 1, seed + octave), height, width)
        sum_of_weights += weight
        weight /= 2
    return total / np.float32(sum_of_weights)


def wash(width: int, height: int, *stops: tuple[float, Colour]) -> Plane:
    """A vertical gradient through the stops (share of the height from the top, colour).

    Shaped (height, width, 3), of 0 to 255.
    """
    rows = np.arange(height, dtype=np.float32) / np.float32(height - 1)
    out = np.empty((height, 3), np.float32)
    out[:] = stops[0][1]
    for (above, first), (below, second) in pairwise(stops):
        part = np.clip((rows - np.float32(above)) / np.float32(below - above), 0, 1)[:, None]
        change = np.array(second, np.float32) - np.array(first, np.float32)
        out += part * change
    return np.repeat(out[:, None, :], width, axis=1)


def tint(plane: Plane, colour: Colour, amount: Plane) -> Plane:
    """The plane mixed towards a colour by ``amount`` (height, width) in [0, 1]."""
    amount = amount[..., None]
    mixed = plane * (1 - amount)
    mixed += np.array(colour, np.float32) * amount
    return mixed


def slope(values: Plane, low: float, high: float) -> Plane:
    """0 below ``low``, 1 above ``high``, smooth between."""
    return _smooth(np.clip((values - np.float32(low)) / np.float32(high - low), 0, 1))


def spot(width: int, height: int, centre: Point, radius: Point) -> Plane:
    """A soft round light: 1 at the centre, 0 from the radius outwards."""
    x = (np.arange(width, dtype=np.float32) - np.float32(centre[0])) / np.float32(radius[0])
    y = (np.arange(height, dtype=np.float32) - np.float32(centre[1])) / np.float32(radius[1])
    near: Plane = np.clip(1 - (x * x)[None, :] - (y * y)[:, None], 0, 1)
    return near * near


def ground(width: int, height: int, horizon: int, grain: float, seed: int) -> Plane:
    """Noise lying on a plane that recedes to the horizon; (height, width), 0 above the horizon.

    ``grain`` is the coarsest grain, in pixels at the bottom of the picture. Drawn at half size:
    film grain and lens hide the difference.
    """
    table = np.pad(chance(256, 256, seed), ((0, 1), (0, 1)), mode="wrap")
    below = height - horizon
    rows = np.arange(0, below, 2, dtype=np.float32)
    depth = (below / np.maximum(rows, 4)).astype(np.float32)
    x = np.arange(0, width, 2, dtype=np.float32) - np.float32(width / 2)
    across: Plane = x[None, :] * depth[:, None] / np.float32(grain) + np.float32(4096)
    along: Plane = depth[:, None] * np.float32(below / grain * 2)
    total = np.zeros(across.shape, np.float32)
    for octave, weight in ((1, 0.55), (3, 0.3), (7, 0.15)):
        u, v = across * np.float32(octave), along * np.float32(octave)
        column, row = u.astype(np.int64), v.astype(np.int64)
        s, t = _smooth(u - column.astype(np.float32)), _smooth(v - row.astype(np.float32))
        column, row = column & 255, row & 255
        upper = table[row, column] + (table[row, column + 1] - table[row, column]) * s
        lower = table[row + 1, column]
        lower = lower + (table[row + 1, column + 1] - lower) * s
        total += np.float32(weight) * (upper + (lower - upper) * t)
    out = np.zeros((height, width), np.float32)
    out[horizon:] = total.repeat(2, axis=0)[:below].repeat(2, axis=1)[:, :width]
    return out
