"""Whether two pictures laid over each other show the same moment, cell by cell.

A cell of 8 × 8 pixels agrees where both show the same structure, whatever its brightness and
contrast: light, tone and compression change every cell a little, a moved arm changes a few wholly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photocat.dedup.geometry import Map, applied, scale_of
from photocat.dedup.margins import trimmed
from photocat.dedup.overlay import (
    Box,
    Overlay,
    Plane,
    clipped,
    corners,
    extent,
    outline,
    overlay,
    soft,
)

Cells = NDArray[np.bool_]

CELL = 8
_TEXTURE = 30.0
"""Variance from which a cell has structure to compare."""
_GRAIN = 6.0
_AGREES, _DIFFERS = 0.7, 0.35
_BLACK, _WHITE, _SPENT = 4, 251, 0.6
_SLACK = 0.02
_ANOTHER, _PLAIN = 40.0, 12.0
"""Mean difference, of 255, between a plain margin and what it covers, and within that."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """What the cells of an overlay say, ``[rows, columns]`` each."""

    likeness: NDArray[np.float32]
    """Correlation, -1 to 1."""
    residues: NDArray[np.float32]
    """What the better of two pictures does not explain of the other, in shares of its contrast."""
    textured: Cells
    compared: Cells

    @property
    def agreeing(self) -> Cells:
        return self.textured & (self.likeness >= _AGREES)

    @property
    def differing(self) -> Cells:
        return self.textured & (self.likeness < _DIFFERS)

    def residue(self, rank: int, besides: Cells | None = None) -> float:
        """The residue of the cell that is the ``rank``-th worst, some cells left out."""
        counted = self.compared if besides is None else self.compared & ~besides
        worst = np.sort(self.residues[counted])[::-1]
        return float(worst[min(rank, len(worst)) - 1]) if len(worst) else np.inf

    def only(self, cells: Cells) -> Sameness:
        """The same of some cells."""
        return Sameness(self.likeness, self.residues, self.textured & cells, self.compared & cells)


def sameness(laid: Overlay) -> Sameness:
    """Compare two pictures cell by cell."""
    one, other = grey(laid.first), grey(laid.second)
    a, b, weight = cells(one), cells(other), cells(laid.seen.astype(np.float32))
    count = weight.sum(axis=2)
    compared = count >= 0.7 * CELL * CELL
    compared &= ~(_clipped(a) | _clipped(b))
    count = np.maximum(count, 1)[..., None]
    a = (a - (a * weight).sum(axis=2, keepdims=True) / count) * weight
    b = (b - (b * weight).sum(axis=2, keepdims=True) / count) * weight
    power_a, power_b = (a * a).sum(axis=2) / count[..., 0], (b * b).sum(axis=2) / count[..., 0]
    both = (a * b).sum(axis=2) / count[..., 0]
    likeness = both / np.sqrt((power_a + _GRAIN) * (power_b + _GRAIN))
    left_a = np.maximum(0, power_a - both**2 / (power_b + 1e-6))
    left_b = np.maximum(0, power_b - both**2 / (power_a + 1e-6))
    contrast_a, contrast_b = _contrast(one, laid.seen), _contrast(other, laid.seen)
    residues = np.sqrt(np.maximum(left_a / contrast_a, left_b / contrast_b))
    textured = compared & (np.maximum(power_a, power_b) > _TEXTURE)
    return Sameness(likeness, residues, textured, compared)


def _clipped(values: NDArray[Any]) -> Cells:
    """Which cells are black or white nearly everywhere, and so may hide what the other shows."""
    spent = (values <= _BLACK) | (values >= _WHITE)
    return np.asarray(spent.mean(axis=2) > _SPENT)


def _contrast(plane: Plane, seen: Cells) -> float:
    return max(1.0, float(plane[seen].var())) if seen.any() else 1.0


def grey(colour: Plane) -> Plane:
    """The mean of the channels, grain taken off."""
    return soft(colour.mean(axis=2))


def cells(plane: NDArray[Any]) -> NDArray[Any]:
    """``[rows, columns, 64]``; what is left over right and below is left out."""
    rows, columns = plane.shape[0] // CELL, plane.shape[1] // CELL
    cut = plane[: rows * CELL, : columns * CELL].reshape(rows, CELL, columns, CELL)
    return cut.transpose(0, 2, 1, 3).reshape(rows, columns, CELL * CELL)


def without_margins(first: Image.Image, second: Image.Image, map: Map) -> tuple[Image.Image, Map]:
    """The first picture, and its map, without plain margins that cover something of the second."""
    box, laid = trimmed(first), overlay(first, second, map)
    if laid is None or box == (0, 0, *extent(first)):
        return first, map
    placed = (applied(map, corners(box)) - np.array(laid.region[:2])) * laid.scale
    (left, top), (right, bottom) = placed.min(axis=0), placed.max(axis=0)
    row, column = np.mgrid[0 : laid.seen.shape[0], 0 : laid.seen.shape[1]] + 0.5
    around = (column < left) | (column > right) | (row < top) | (row > bottom)
    around &= laid.seen
    if around.any():
        covered = laid.second[around]
        plain = np.abs(covered - np.median(covered, axis=0)).mean() < _PLAIN
        if plain or np.abs(laid.first[around] - covered).mean() < _ANOTHER:
            return first, map
    long = max(first.size)
    cut = tuple(round(side * long) for side in box)
    inner = first.crop((cut[0], cut[1], cut[2], cut[3]))
    scale = max(inner.size) / long
    shifted = map[:, 2] + map[:, :2] @ np.array([cut[0] / long, cut[1] / long])
    return inner, np.column_stack([map[:, :2] * scale, shifted])


def seen_region(
    first: Image.Image, second: Image.Image, map: Map, laid: Overlay, same: Sameness
) -> Box:
    """The part of ``second`` that ``first`` shows, in long sides of ``second``.

    That is the outline of the first where it lies within the second. Where it reaches beyond,
    something was added, and only the pixels tell where the picture begins.
    """
    width, height = extent(second)
    trim = outline(first, map)
    upright = min(abs(map[0, 0]), abs(map[0, 1])) < 0.03 * scale_of(map)
    region = list(laid.region)
    if upright:
        common = clipped(trim, width, height)
        if len(common):
            region = [*common.min(axis=0).tolist(), *common.max(axis=0).tolist()]
    (left, top), (right, bottom) = trim.min(axis=0), trim.max(axis=0)
    beyond = (left < -_SLACK, top < -_SLACK, right > width + _SLACK, bottom > height + _SLACK)
    if any(beyond) and same.differing.any():
        worth = 1.0 * same.agreeing - same.differing
        worth += 0.02 * (same.compared & ~same.textured)
        found = _best_rectangle(worth)
        for side in range(4):
            if beyond[side] and _cut_off(same, found, side):
                region[side] = _edge(laid, found, side)
    return region[0], region[1], region[2], region[3]


def _best_rectangle(worth: NDArray[Any]) -> tuple[int, int, int, int]:
    """Left, top, right, bottom, in cells, of the rectangle of the largest sum (J. Kadane)."""
    rows, columns = worth.shape
    summed = np.zeros((rows + 1, columns))
    summed[1:] = worth.cumsum(axis=0)
    best, found = -np.inf, (0, 0, columns, rows)
    for top in range(rows):
        strips = np.zeros((rows - top, columns + 1))
        strips[:, 1:] = (summed[top + 1 :] - summed[top]).cumsum(axis=1)
        lowest = np.minimum.accumulate(strips, axis=1)
        gain = strips[:, 1:] - lowest[:, :-1]
        at, right = np.unravel_index(gain.argmax(), gain.shape)
        if gain[at, right] > best + 1e-9:
            best = gain[at, right]
            left = int(strips[at, : right + 1].argmin())
            found = (left, top, int(right) + 1, top + int(at) + 1)
    return found


def _cut_off(same: Sameness, found: tuple[int, int, int, int], side: int) -> bool:
    """Whether most of what a rectangle leaves out on one side differs."""
    left, top, right, bottom = found
    beside = (
        np.s_[top:bottom, :left],
        np.s_[:top, left:right],
        np.s_[top:bottom, right:],
        np.s_[bottom:, left:right],
    )[side]
    textured, differing = same.textured[beside], same.differing[beside]
    return textured.size >= 2 and differing.sum() > 0.4 * max(1, textured.sum())


def _edge(laid: Overlay, found: tuple[int, int, int, int], side: int) -> float:
    """Where, near the side of a rectangle of cells, the two pictures begin to agree."""
    left, top, right, bottom = (CELL * at for at in found)
    one, other = grey(laid.first), grey(laid.second)
    if side in (0, 2):
        lines, others = one[top:bottom].T, other[top:bottom].T
    else:
        lines, others = one[:, left:right], other[:, left:right]
    near = (left, top, right, bottom)[side]
    inner = slice(near, near + 3 * CELL) if side < 2 else slice(max(0, near - 3 * CELL), near)
    gain, offset = _tone(others[inner], lines[inner])
    missed = np.abs(lines - (gain * others + offset)).mean(axis=1)
    usual = float(np.median(missed[inner]))
    begin, end = max(0, near - 2 * CELL), min(len(missed), near + 2 * CELL)
    excess = np.concatenate(([0], np.cumsum(missed[begin:end] - max(2 * usual, usual / 2 + 4))))
    at = int(excess.argmax()) if side < 2 else int(excess.argmin())
    return laid.region[side % 2] + (begin + at) / laid.scale


def _tone(one: Plane, other: Plane) -> tuple[float, float]:
    """Gain and offset from one to the other."""
    spread = float(one.var())
    if spread < 4:
        return 1.0, float(other.mean() - one.mean())
    gain = float(((one - one.mean()) * (other - other.mean())).mean()) / spread
    return gain, float(other.mean() - gain * one.mean())
