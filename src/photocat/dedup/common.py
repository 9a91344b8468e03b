"""The part of one picture that another shows too.

Where both go on beyond it and differ there, one of them was framed, or set into a page; only the
pixels tell where the frame begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photocat.dedup.geometry import applied, scale_of
from photocat.dedup.margins import trimmed
from photocat.dedup.overlay import (
    Box,
    Overlay,
    Pair,
    Plane,
    clipped,
    corners,
    extent,
    overlay,
    refined,
)
from photocat.dedup.sameness import CELL, TEXTURE, Cells, Sameness, cells, grey, sameness

_SLACK = 0.02
"""Long sides by which a picture must reach beyond the other to go on there."""
_ANOTHER, _FLAT, _STRUCTURED = 40.0, 4.0, 0.3
"""What tells a margin from a plain part of a scene that lies in shadow: how far it is, of 255, from
what it covers, that it is drawn, or that what it covers has structure (share of cells)."""
_MOSTLY = 0.5
"""Share of what lies beside the common part that differs where something else begins."""
_BY_CHANCE = 0.15
"""Share of cells that may agree where a page lies on something else."""
_OPPOSITE = (2, 3, 0, 1)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two pictures, one laid on the other, cell by cell; boxes in long sides of the second."""

    pair: Pair
    laid: Overlay
    same: Sameness
    meeting: Box
    """Where their outlines meet."""
    region: Box
    """The same, less margins on which they differ."""

    @property
    def framed(self) -> bool:
        """Whether they end within both pictures, as where a frame or a page begins."""
        return self.region != self.meeting


def compared(pair: Pair) -> Compared | None:
    """The two compared; None where they hardly meet."""
    laid = overlay(pair)
    if laid is None:
        return None
    same = sameness(laid)
    meeting = _meeting(pair, laid)
    return Compared(pair, laid, same, meeting, _without_frame(pair, laid, same, meeting))


def _meeting(pair: Pair, laid: Overlay) -> Box:
    """Where the outlines meet, to a part of a pixel where they are parallel."""
    if min(abs(pair.map[0, 0]), abs(pair.map[0, 1])) < 0.03 * scale_of(pair.map):
        seen = clipped(pair.outline, (0, 0, *extent(pair.second)))
        if len(seen):
            (left, top), (right, bottom) = seen.min(axis=0), seen.max(axis=0)
            return float(left), float(top), float(right), float(bottom)
    return laid.region


def _without_frame(pair: Pair, laid: Overlay, same: Sameness, meeting: Box) -> Box:
    """Less margins on which they differ: on opposite sides, or where the first reaches beyond.

    What differs on one side within both was drawn over the picture, or has moved.
    """
    if not same.differing.any():
        return meeting
    width, height = extent(pair.second)
    shown = pair.outline
    (left, top), (right, bottom) = shown.min(axis=0), shown.max(axis=0)
    beyond = (left < -_SLACK, top < -_SLACK, right > width + _SLACK, bottom > height + _SLACK)
    found = _best_rectangle(1.0 * same.agreeing - same.differing + 0.02 * same.plain)
    seams = [_cut_off(same, found, side) for side in range(4)]
    margins = [seam or over for seam, over in zip(seams, beyond, strict=True)]
    left, top, right, bottom = (
        _edge(laid, found, side)
        if seams[side] and (beyond[side] or margins[_OPPOSITE[side]] or sum(seams) == 3)
        else meeting[side]
        for side in range(4)
    )
    region = left, top, right, bottom
    inside = within(same, laid, region)
    around, agreeing = (
        int(whole.sum() - part.sum())
        for whole, part in ((same.textured, inside.textured), (same.agreeing, inside.agreeing))
    )
    # Where one scene goes on, some of it agrees although much has moved.
    return region if agreeing <= _BY_CHANCE * around else meeting


def without_margins(pair: Pair) -> Pair:
    """The pair, the first without plain margins that cover something of the second."""
    box = trimmed(pair.first)
    if box == (0.0, 0.0, *extent(pair.first)):
        return pair
    laid = overlay(pair)
    if laid is None:
        return pair
    placed = (applied(pair.map, corners(box)) - np.array(laid.region[:2])) * laid.scale
    (left, top), (right, bottom) = placed.min(axis=0), placed.max(axis=0)
    row, column = np.mgrid[0 : laid.seen.shape[0], 0 : laid.seen.shape[1]] + 0.5
    around = (column < left) | (column > right) | (row < top) | (row > bottom)
    around &= laid.seen
    if around.any():
        own, covered = laid.first[around], laid.second[around]
        textured = cells(grey(laid.second)).var(axis=2)[cells(around).mean(axis=2) > 0.5] > TEXTURE
        structured = textured.size and textured.mean() >= _STRUCTURED
        if np.abs(own - covered).mean() < _ANOTHER or not (structured or own.std() < _FLAT):
            return pair
    return refined(pair.cut(box))


def within(same: Sameness, laid: Overlay, region: Box, rim: float = 0) -> Sameness:
    """Only the cells whose middle lies in a region of the second, ``rim`` cells off its edge."""
    row, column = np.mgrid[0 : same.textured.shape[0], 0 : same.textured.shape[1]] + 0.5
    cell = CELL / laid.scale
    x, y = laid.region[0] + column * cell, laid.region[1] + row * cell
    left, top, right, bottom = region
    off = rim * cell
    inside: Cells = (x > left + off) & (x < right - off) & (y > top + off) & (y < bottom - off)
    return same.only(inside)


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
    return textured.size >= 2 and differing.sum() > _MOSTLY * max(1, textured.sum())


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
