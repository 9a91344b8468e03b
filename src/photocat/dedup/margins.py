"""What was put around a picture: borders, black bars, a caption below, the page it is shown on.

A crop and a page that shows a picture have the same geometry, one picture inside the other. What
tells them apart is what lies outside: of a crop the scene goes on, of a page something else begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photocat.dedup.overlay import Box, Places, extent, shrunk

SIDE = 256
_PLAIN = 14
"""Largest difference of a plain line's colours, compression included."""
_ONE_COLOUR = 20


@dataclass(frozen=True, slots=True)
class Outside:
    """What a picture shows around a part of it."""

    share: float
    """Of the picture."""
    step: float
    """How much larger the step across the seam is than steps inside it."""
    faintest: float
    """The same of the edge where it is least."""
    colour: float
    """Share of the commonest colour."""
    colour_inside: float
    """Share of that colour just inside the seam."""
    softness: float
    """How much more of it is without any structure than of the inside."""
    spanned: bool
    """Whether the part reaches from one side of the picture to the other."""

    @property
    def added(self) -> bool:
        """Whether it was put there, and is no part of the scene."""
        if self.share <= 0.02:
            return False
        if self.colour >= 0.98:
            return True
        if self.colour >= 0.5 and (
            self.colour_inside <= 0.03
            or self.step >= 2.5
            or (self.step >= 1 and self.colour_inside < 0.3 * self.colour)
        ):
            return True
        if self.spanned and self.share >= 0.4 and (self.softness >= 0.3 or self.step >= 1.35):
            return True
        return self.share >= 0.5 and self.step >= 2.5


def trimmed(picture: Image.Image) -> Box:
    """The picture without plain margins of one colour left and right, or above and below.

    In long sides of the picture. A margin on one side only is a caption, a sky or a wall.
    """
    values = np.asarray(shrunk(picture, SIDE), np.float32)
    height, width = values.shape[:2]
    across = values.transpose(1, 0, 2)
    top, bottom = _margins(values, values[::-1])
    left, right = _margins(across, across[::-1])
    if top + bottom > 0.8 * height or left + right > 0.8 * width:
        top = bottom = left = right = 0
    wide, high = extent(picture)
    return (
        wide * left / width,
        high * top / height,
        wide * (1 - right / width),
        high * (1 - bottom / height),
    )


def outside(picture: Image.Image, part: Places) -> Outside:
    """What lies around a convex part of a picture, its corners in long sides."""
    small = shrunk(picture, SIDE)
    values = np.asarray(small, np.float32)
    points = np.asarray(part, np.float64) * max(small.size)
    depth = _depth(points, values.shape[:2])
    beyond, rim = depth < -3, (depth > 2) & (depth < 12)
    grey = values.mean(axis=2)
    down, across = np.abs(np.diff(grey, axis=0))[:, :-1], np.abs(np.diff(grey, axis=1))[:-1]
    plain = np.maximum(down, across) < 4
    softness = _mean(plain, beyond[:-1, :-1]) - _mean(plain, (depth > 3)[:-1, :-1])
    colours = (values // 8).astype(np.int32)
    coded = colours @ np.array([1024, 32, 1])
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    near = 0.02 * max(small.size)
    spanned = (left < near and right > small.width - near) or (
        top < near and bottom > small.height - near
    )
    if beyond.sum() < 30:
        return Outside(float(beyond.mean()), 0, 0, 0, 0, 0, spanned)
    commonest = colours.reshape(-1, 3)[np.flatnonzero(coded == _mode(coded[beyond]))[0]]
    same = np.abs(colours - commonest).max(axis=2) <= 1
    return Outside(
        float(beyond.mean()),
        *_steps(values, points),
        _mean(same, beyond),
        _mean(same, rim),
        softness,
        bool(spanned),
    )


def _margins(lines: NDArray[Any], reverse: NDArray[Any]) -> tuple[int, int]:
    first, colour = _plain_lines(lines)
    last, other = _plain_lines(reverse)
    alike = np.abs(colour - other).max() <= _ONE_COLOUR
    return (first, last) if min(first, last) >= 2 and alike else (0, 0)


def _plain_lines(lines: NDArray[Any]) -> tuple[int, NDArray[Any]]:
    """How many lines, from the first on, are of its colour, and that colour."""
    colour = np.median(lines[0], axis=0)
    for number, line in enumerate(lines):
        if (np.abs(line - colour) > _PLAIN).any(axis=1).mean() > 0.05:
            return number, colour
    return len(lines), colour


def _depth(points: Places, shape: tuple[int, ...]) -> Places:
    """How deep each pixel lies inside a convex polygon, in pixels; outside it is negative."""
    row, column = np.mgrid[0 : shape[0], 0 : shape[1]] + 0.5
    x, y = points.T
    sign = np.sign((x * np.roll(y, -1) - y * np.roll(x, -1)).sum())
    depth = np.full(shape, np.inf)
    for start, end in zip(np.roll(points, 1, axis=0), points, strict=True):
        along = end - start
        length = np.hypot(*along)
        if length > 1e-6:
            side = along[0] * (row - start[1]) - along[1] * (column - start[0])
            depth = np.minimum(depth, sign * side / length)
    return depth


def _steps(values: NDArray[Any], points: Places) -> tuple[float, float]:
    """The difference across the edges of a polygon, as a multiple of that just inside.

    Of all edges together, and of the one where it is least.
    """
    height, width = values.shape[:2]
    middle = points.mean(axis=0)
    across, within = [], []
    for start, end in zip(np.roll(points, 1, axis=0), points, strict=True):
        length = float(np.hypot(*(end - start)))
        if length < 12:
            continue
        along = (end - start) / length
        outward = np.array([along[1], -along[0]])
        outward *= np.sign(((start + end) / 2 - middle) @ outward)
        line = start + (end - start) * np.linspace(0.05, 0.95, int(length))[:, None]
        lines = [np.floor(line + outward * by).astype(int) for by in (4, -3, -10)]
        there = [
            (at[:, 0] >= 0) & (at[:, 0] < width) & (at[:, 1] >= 0) & (at[:, 1] < height)
            for at in lines
        ]
        seen = there[0] & there[1] & there[2]
        if seen.mean() < 0.8:
            continue
        out, inside, deeper = (values[at[seen, 1], at[seen, 0]] for at in lines)
        across.append(np.abs(out - inside).mean())
        within.append(np.abs(inside - deeper).mean())
    if not across:
        return 0.0, 0.0
    steps = [over / (beside + 3) for over, beside in zip(across, within, strict=True)]
    return float(np.mean(across) / (np.mean(within) + 3)), float(min(steps))


def _mean(values: NDArray[Any], where: NDArray[np.bool_]) -> float:
    return float(values[where].mean()) if where.any() else 0.0


def _mode(values: NDArray[np.int32]) -> int:
    return int(np.bincount(values).argmax())
