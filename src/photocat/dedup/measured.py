"""How two pictures differ where both show the same part, once all is explained that can be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photocat.dedup.drawn import covered, painted, without_ink
from photocat.dedup.overlay import Overlay
from photocat.dedup.sameness import Sameness, sameness

LEAST_CELLS = 10
"""Cells with structure that must be compared, or nothing is said."""
_SURE_CELLS = 30
_DIFFERING = 0.01
"""Share of cells that may differ by chance."""
_RESIDUE = 0.22
_ROUNDED = 0.15
"""Share of cells that heavy compression may make differ."""
_WHOLLY, _CLOSELY = 0.1, 0.84
_ANOTHER_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Measured:
    """The cells of the part that both show, counted."""

    textured: int
    differing: int
    """Those that nothing explains."""
    residue: float
    """Of the worst but two."""
    drawn: bool
    """Whether something was drawn over the first."""
    moved: bool
    """Whether something moved, or came, or went."""

    @property
    def sure(self) -> bool:
        """Whether the pictures show one moment."""
        few = self.differing <= _DIFFERING * self.textured
        return self.textured >= _SURE_CELLS and few and self.residue <= _RESIDUE


def measured(laid: Overlay, same: Sameness) -> Measured:
    """What differs, besides what was drawn over the first."""
    hidden = covered(laid, same)
    left = same.only(~hidden)
    drawn = bool(hidden.any())
    if left.differing.any():
        bare = without_ink(laid, left.differing)
        again = sameness(bare).only(left.compared) if bare else left
        if again.differing.sum() < left.differing.sum():
            left, drawn = again, True
    differing = int(left.differing.sum())
    return Measured(
        int(left.textured.sum()),
        differing,
        left.residue(3),
        drawn or painted(laid, left.differing),
        _moved(left, differing),
    )


def rounded(same: Sameness) -> Measured:
    """The same of pictures as heavily compressed as each other: a few blocks always differ."""
    textured, differing = int(same.textured.sum()), int(same.differing.sum())
    moved = differing > _ROUNDED * textured
    return Measured(textured, differing, same.residue(3), drawn=False, moved=moved)


def _moved(same: Sameness, differing: int) -> bool:
    """Whether a few cells differ wholly while most agree closely, or most differ."""
    textured = same.textured
    number = max(1, int(textured.sum()))
    if differing > _ANOTHER_SHARE * number:
        return True
    wholly = int((textured & (same.likeness < _WHOLLY)).sum())
    usual = float(np.median(same.likeness[textured])) if textured.any() else 0.0
    return differing > _DIFFERING * number and wholly >= 2 and usual >= _CLOSELY
