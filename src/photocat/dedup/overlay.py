"""Two pictures laid over each other, pixel on pixel, in the frame of the second.

The map comes from some dozens of features; here it is brought to a part of a pixel by the pixels
themselves (B. Lucas and T. Kanade, "An Iterative Image Registration Technique", IJCAI 1981), which
may also differ in light and contrast, and that from the middle outwards: a vignette moves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photocat.dedup.geometry import Map, applied, inverse, scale_of

Plane = NDArray[np.float32]
Places = NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in long sides of a picture."""

FRAME = 192
"""Pixels of the longer side of what is compared."""
_STEPS = ((64, 6), (144, 4))
"""Frame sizes at which the map is refined, and how often."""
_LEAST_PIXELS = 150
_FARTHEST = 0.06
"""Long sides by which refining may move a corner; farther, it has lost its way."""
_NEARLY = 1.1


@dataclass(frozen=True, slots=True)
class Overlay:
    """What both pictures show of one region of the second."""

    first: Plane
    """``[h, w, 3]``"""
    second: Plane
    seen: NDArray[np.bool_]
    """``[h, w]``: where the first shows anything."""
    region: Box
    scale: float
    """Pixels here to a long side of the second."""


def extent(picture: Image.Image) -> tuple[float, float]:
    """Width and height in long sides."""
    return picture.width / max(picture.size), picture.height / max(picture.size)


def corners(box: Box) -> Places:
    """``[4, 2]``, clockwise from the top left."""
    left, top, right, bottom = box
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]])


def outline(picture: Image.Image, map: Map) -> Places:
    """The corners of a picture on another."""
    return applied(map, corners((0, 0, *extent(picture))))


def clipped(polygon: Places, width: float, height: float) -> Places:
    """As much of a convex polygon as lies in a picture (Sutherland, Hodgman, CACM 17, 1974)."""
    points = list(polygon)
    for axis, at, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        kept = []
        for before, point in zip([points[-1], *points[:-1]], points, strict=True) if points else ():
            was, now = sign * (before[axis] - at), sign * (point[axis] - at)
            if (was >= 0) != (now >= 0):
                kept.append(before + (point - before) * (was / (was - now)))
            if now >= 0:
                kept.append(point)
        points = kept
    return np.array(points).reshape(-1, 2)


def area(polygon: Places) -> float:
    """In squares of a long side."""
    x, y = polygon.T
    return float(abs((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()) / 2)


def overlay(
    first: Image.Image, second: Image.Image, map: Map, region: Box | None = None
) -> Overlay | None:
    """The two laid over each other where they meet; None where they hardly do.

    ``region`` of the second is compared, by default all that the first may show.
    """
    region = region or _meeting(first, second, map)
    if region is None:
        return None
    grid, size, scale = _frame(region, FRAME)
    to_first = np.vstack([inverse(map), [0, 0, 1]]) @ grid
    there = _sampled(second, grid, size, scale)
    here = _sampled(first, to_first, size, scale * scale_of(map))
    row, column = np.mgrid[0 : size[1], 0 : size[0]] + 0.5
    seen = _inside(grid, row, column, extent(second), 1.5 / scale)
    seen &= _inside(to_first, row, column, extent(first), 1.5 / (scale * scale_of(map)))
    return Overlay(here, there, seen, region, scale)


def refined(first: Image.Image, second: Image.Image, map: Map) -> Map:
    """The map once more, from the pixels of two grey pictures."""
    for side, rounds in _STEPS:
        region = _meeting(first, second, map)
        if region is None:
            return map
        grid, size, scale = _frame(region, side)
        target = soft(_sampled(second, grid, size, scale))
        small = shrunk(first, scale * scale_of(map))
        pixels = _to_pixels(first, small)
        moving = soft(np.asarray(small, np.float32))
        start = pixels @ np.vstack([inverse(map), [0, 0, 1]]) @ grid
        best = _aligned(moving, target, start, rounds)
        found = inverse((np.linalg.inv(pixels) @ best @ np.linalg.inv(grid))[:2])
        if np.abs(outline(first, found) - outline(first, map)).max() > _FARTHEST * scale_of(map):
            return map
        map = found
    return map


def resampled(second: Image.Image, map: Map, first: Image.Image) -> Plane:
    """The second picture as the first shows it, pixel on pixel with the first."""
    width, height = extent(first)
    pixels = np.diag([width / first.width, height / first.height, 1.0])
    grid = np.vstack([map, [0, 0, 1]]) @ pixels
    return _sampled(second, grid, first.size, max(first.size) / scale_of(map))


def shrunk(picture: Image.Image, long: float) -> Image.Image:
    """The picture with a long side of about ``long`` pixels, never enlarged."""
    if max(picture.size) <= max(long, 8) * _NEARLY:
        return picture
    scale = max(long, 8) / max(picture.size)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    way = Image.Resampling.BOX if scale < 0.5 else Image.Resampling.HAMMING
    return picture.resize(size, way)


def _meeting(first: Image.Image, second: Image.Image, map: Map) -> Box | None:
    common = clipped(outline(first, map), *extent(second))
    if area(common) < 1e-3:
        return None
    (left, top), (right, bottom) = common.min(axis=0), common.max(axis=0)
    if min(right - left, bottom - top) < 0.02:
        return None
    return float(left), float(top), float(right), float(bottom)


def _frame(region: Box, side: int) -> tuple[Places, tuple[int, int], float]:
    """From frame pixels to long sides, the frame's size, and its pixels to a long side."""
    left, top, right, bottom = region
    scale = side / max(right - left, bottom - top)
    size = max(8, round((right - left) * scale)), max(8, round((bottom - top) * scale))
    return np.array([[1 / scale, 0, left], [0, 1 / scale, top], [0, 0, 1]]), size, scale


def _sampled(picture: Image.Image, grid: Places, size: tuple[int, int], scale: float) -> Plane:
    small = shrunk(picture, scale)
    to_pixels = _to_pixels(picture, small) @ grid
    laid = small.transform(
        size,
        Image.Transform.AFFINE,
        tuple(to_pixels[:2].ravel()),
        Image.Resampling.BILINEAR,
    )
    return np.asarray(laid, np.float32)


def _to_pixels(picture: Image.Image, small: Image.Image) -> Places:
    """From long sides of a picture to pixels of it made small, whose sides are whole numbers."""
    width, height = extent(picture)
    return np.diag([small.width / width, small.height / height, 1.0])


def _inside(
    grid: Places, row: Places, column: Places, size: tuple[float, float], rim: float
) -> NDArray[np.bool_]:
    x = grid[0, 0] * column + grid[0, 1] * row + grid[0, 2]
    y = grid[1, 0] * column + grid[1, 1] * row + grid[1, 2]
    width, height = size
    return np.asarray((x > rim) & (x < width - rim) & (y > rim) & (y < height - rim))


def _aligned(moving: Plane, target: Plane, start: Places, rounds: int) -> Places:
    """The map from target to moving pixels under which the two correlate best."""
    height, width = target.shape
    row, column = np.mgrid[0:height, 0:width] + 0.5
    across, down = (column - width / 2) / (width / 2), (row - height / 2) / (height / 2)
    off_middle = across**2 + down**2
    map, best, found = start, -1.0, start
    for turn in range(rounds + 1):
        x = map[0, 0] * column + map[0, 1] * row + map[0, 2] - 0.5
        y = map[1, 0] * column + map[1, 1] * row + map[1, 2] - 0.5
        seen = (x >= 1) & (x <= moving.shape[1] - 2) & (y >= 1) & (y <= moving.shape[0] - 2)
        seen[[0, -1]] = seen[:, [0, -1]] = False
        if seen.sum() < _LEAST_PIXELS:
            break
        here = _bilinear(moving, x, y)
        here -= here[seen].mean()
        there = target - target[seen].mean()
        power, both = (here[seen] ** 2).sum(), (here[seen] * there[seen]).sum()
        likeness = both / np.sqrt(power * (there[seen] ** 2).sum() + 1e-9)
        if likeness > best:
            best, found = float(likeness), map
        if turn == rounds or likeness <= 0:
            break
        here *= both / power
        left = (there - here)[seen]
        weight = 1 / (1 + (left / (2 * np.median(np.abs(left)) + 0.5)) ** 2)
        slope_x, slope_y = np.zeros_like(here), np.zeros_like(here)
        slope_x[:, 1:-1] = (here[:, 2:] - here[:, :-2]) / 2
        slope_y[1:-1] = (here[2:] - here[:-2]) / 2
        ways = [slope_x, slope_x * across, slope_x * down, slope_y, slope_y * across]
        ways += [slope_y * down, np.ones_like(here), here, here * off_middle, off_middle]
        changes = np.stack([way[seen] for way in ways], axis=1)
        weighted = changes * weight[:, None]
        normal = weighted.T @ changes
        normal[np.diag_indices(len(ways))] *= 1.001
        normal[np.diag_indices(len(ways))] += 1e-3
        a, b, c, d, e, f = np.linalg.solve(normal, weighted.T @ left)[:6]
        step = np.eye(3)
        step[0] += b * 2 / width, c * 2 / height, a - b - c
        step[1] += e * 2 / width, f * 2 / height, d - e - f
        map = map @ step
    return found


def _bilinear(plane: Plane, x: Places, y: Places) -> Plane:
    height, width = plane.shape
    x, y = x.clip(0, width - 1.01), y.clip(0, height - 1.01)
    column, row = x.astype(np.int32), y.astype(np.int32)
    right, lower = (x - column).astype(np.float32), (y - row).astype(np.float32)
    flat, at = plane.ravel(), row * width + column
    above = flat[at] + (flat[at + 1] - flat[at]) * right
    at += width
    below = flat[at] + (flat[at + 1] - flat[at]) * right
    return np.asarray(above + (below - above) * lower, np.float32)


def soft(plane: Plane) -> Plane:
    """Blurred a little, so that grain and a part of a pixel count less."""
    sums = np.pad(plane, 1, mode="edge")
    for _ in range(2):
        sums = sums[1:] + sums[:-1]
    for _ in range(2):
        sums = sums[:, 1:] + sums[:, :-1]
    return sums * np.float32(1 / 16)
