"""Whether two pictures laid over each other show the same moment, cell by cell.

A cell of 8 × 8 pixels agrees where both show the same structure, whatever its brightness and
contrast: light, tone and compression change every cell a little, a moved arm changes a few wholly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photocat.dedup.overlay import Overlay, Plane, soft

Cells = NDArray[np.bool_]

CELL = 8
TEXTURE = 30.0
"""Variance from which a cell has structure to compare."""
_GRAIN = 6.0
_AGREES, _DIFFERS = 0.7, 0.35
_BLACK, _WHITE, _SPENT = 4, 251, 0.6


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

    @property
    def plain(self) -> Cells:
        return self.compared & ~self.textured

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
    textured = compared & (np.maximum(power_a, power_b) > TEXTURE)
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
