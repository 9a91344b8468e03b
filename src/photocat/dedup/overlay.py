"""Two pictures laid over each other, pixel on pixel, in the frame of the second.

The map comes from some dozens of features; here it is brought to a part of a pixel by the pixels
themselves (B. Lucas and T. Kanade, "An Iterative Image Registration Technique", IJCAI 1981), which
may also differ in light and contrast, and that from the middle outwards: a vignette moves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

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
_FINE = 2
_LEAST_PIXELS = 150
_FARTHEST, _UNSURE = 0.06, 0.2
"""Long sides by which refining may move a corner; farther, it has lost its way. The second is of
one agreeing feature."""
_STILL = 0.02
"""Pixels; a smaller step of the map is the last."""
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


@dataclass(frozen=True, slots=True)
class Pair:
    """One picture laid on another, both RGB."""

    first: Image.Image
    second: Image.Image
    map: Map

    @property
    def outline(self) -> Places:
        """The corners of the first on the second."""
        return applied(self.map, corners((0, 0, *extent(self.first))))

    def turned(self) -> Pair:
        """The second laid on the first."""
        return Pair(self.second, self.first, inverse(self.map))

    def cut(self, box: Box) -> Pair:
        """The first cut to a box, in long sides of it."""
        long = max(self.first.size)
        left, top, right, bottom = (round(side * long) for side in box)
        left, top = max(0, left), max(0, top)
        right, bottom = min(self.first.width, right), min(self.first.height, bottom)
        inner = self.first.crop((left, top, right, bottom))
        shifted = self.map[:, 2] + self.map[:, :2] @ np.array([left / long, top / long])
        scaled = self.map[:, :2] * (max(inner.size) / long)
        return Pair(inner, self.second, np.column_stack([scaled, shifted]))


def extent(picture: Image.Image) -> tuple[float, float]:
    """Width and height in long sides."""
    return picture.width / max(picture.size), picture.height / max(picture.size)


def corners(box: Box) -> Places:
    """``[4, 2]``, clockwise from the top left."""
    left, top, right, bottom = box
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]])


def clipped(polygon: Places, box: Box) -> Places:
    """As much of a convex polygon as lies in a box (Sutherland, Hodgman, CACM 17, 1974)."""
    left, top, right, bottom = box
    points = list(polygon)
    for axis, at, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
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


def overlay(pair: Pair) -> Overlay | None:
    """The two laid over each other where they meet; None where they hardly do."""
    first, second, map = pair.first, pair.second, pair.map
    region = _meeting(pair)
    if region is None:
        return None
    grid, size, scale = _frame(region, FRAME)
    to_first = np.vstack([inverse(map), [0, 0, 1]]) @ grid
    there = _sampled(second, grid, size, scale, _FINE)
    here = _sampled(first, to_first, size, scale * scale_of(map), _FINE)
    row, column = np.mgrid[0 : size[1], 0 : size[0]] + 0.5
    seen = _inside(grid, row, column, extent(second), 1.5 / scale)
    seen &= _inside(to_first, row, column, extent(first), 1.5 / (scale * scale_of(map)))
    return Overlay(here, there, seen, region, scale)


def refined(pair: Pair, agreeing: int = 0) -> Pair:
    """The pair with its map once more, from the pixels.

    The more features agreed on it, the less the map may move: a bar drawn over the picture, or a
    person who walked on, must not drag it along.
    """
    farthest = min(_FARTHEST, _UNSURE / max(1, agreeing) ** 0.5)
    grey = Pair(pair.first.convert("L"), pair.second.convert("L"), pair.map)
    for side, rounds in _STEPS:
        region = _meeting(grey)
        if region is None:
            break
        grid, size, scale = _frame(region, side)
        target = soft(_sampled(grey.second, grid, size, scale))
        small = shrunk(grey.first, scale * scale_of(grey.map))
        pixels = _to_pixels(grey.first, small)
        moving = soft(np.asarray(small, np.float32))
        start = pixels @ np.vstack([inverse(grey.map), [0, 0, 1]]) @ grid
        best = _aligned(moving, target, start, rounds)
        found = replace(grey, map=inverse((np.linalg.inv(pixels) @ best @ np.linalg.inv(grid))[:2]))
        if np.abs(found.outline - grey.outline).max() > farthest * scale_of(grey.map):
            break
        grey = found
    return replace(pair, map=grey.map)


def resampled(pair: Pair) -> Plane:
    """The second picture as the first shows it, pixel on pixel with the first."""
    width, height = extent(pair.first)
    pixels = np.diag([width / pair.first.width, height / pair.first.height, 1.0])
    grid = np.vstack([pair.map, [0, 0, 1]]) @ pixels
    scale = max(pair.first.size) / scale_of(pair.map)
    return _sampled(pair.second, grid, pair.first.size, scale)


def shrunk(picture: Image.Image, long: float) -> Image.Image:
    """The picture with a long side of about ``long`` pixels, never enlarged."""
    if max(picture.size) <= max(long, 8) * _NEARLY:
        return picture
    scale = max(long, 8) / max(picture.size)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    # Whole pixels are summed first, which is quick.
    return picture.resize(size, Image.Resampling.HAMMING, reducing_gap=1.0)


def _meeting(pair: Pair) -> Box | None:
    common = clipped(pair.outline, (0, 0, *extent(pair.second)))
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


def _sampled(
    picture: Image.Image, grid: Places, size: tuple[int, int], scale: float, fine: int = 1
) -> Plane:
    """``fine``: pixels, each way, whose mean is one of the frame.

    Without, stripes of two or three pixels come and go with their place between pixels.
    """
    small = shrunk(picture, fine * scale)
    to_pixels = _to_pixels(picture, small) @ grid @ np.diag([1 / fine, 1 / fine, 1.0])
    laid = small.transform(
        (fine * size[0], fine * size[1]),
        Image.Transform.AFFINE,
        tuple(to_pixels[:2].ravel()),
        Image.Resampling.BILINEAR,
    )
    return np.asarray(laid.reduce(fine) if fine > 1 else laid, np.float32)


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
        if max(abs(a) + abs(b) + abs(c), abs(d) + abs(e) + abs(f)) < _STILL:
            return map
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
