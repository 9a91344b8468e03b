"""What was drawn over a picture: a caption bar, a logo, a translucent text.

A bar is an upright rectangle, mostly of one colour, which the other picture hardly has. Translucent
ink lets through one fixed share of what lies below, everywhere. Nothing that came into a scene does
either; so the cells that are covered need no other explanation, and ink can be taken off again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from photocat.dedup.overlay import Overlay
from photocat.dedup.sameness import CELL, Cells, Sameness

_BARS, _COLOURS = 3, 3
"""Bars that are looked for, at most, and colours that one may have."""
_PLAIN, _LEAST, _RARE, _SCARCE = 0.3, 0.05, 0.05, 0.03
"""Shares of one colour: of what differs, and of all of the other picture."""
_WIDE, _STRAIGHT, _BROKEN, _FILLED, _NARROWEST = 0.25, 0.8, 0.4, 0.5, 6
"""What makes a bar: how much of its longest line a line must fill, how much of its rim is of its
colour, on all sides and on the worst (letters touch it), and of all of it; its pixels."""
_BLURRED = 4
"""Pixels around a bar that it still changes."""
_SHADES = 2
"""Of 32: how far from its colour a bar's pixels lie, compression included."""
_WRONG_WAY, _STRUCK, _INKED = 0.02, 0.75, 0.08
_ROOM = 60.0
"""Grey levels between a pixel and ink from which the ink's share can be told."""


class Colour(NamedTuple):
    """A colour among some pixels of the first."""

    shade: NDArray[np.int32]
    """Its channels, of 32."""
    share: float
    """Of those pixels, how many have it."""
    before: float
    """Of all of the second, how many have it."""


def covered(laid: Overlay, same: Sameness) -> Cells:
    """The cells that bars drawn over the first hide, those that they touch included."""
    hidden = np.zeros_like(same.textured)
    for _ in range(_BARS):
        left = same.differing & ~hidden
        if not left.any():
            break
        bar = _bar(laid, _pixels(left, laid.seen.shape) & laid.seen)
        if bar is None:
            break
        top, bottom, first, last = bar
        hidden[
            max(0, top - _BLURRED) // CELL : (bottom + _BLURRED) // CELL + 1,
            max(0, first - _BLURRED) // CELL : (last + _BLURRED) // CELL + 1,
        ] = True
    return hidden


def painted(laid: Overlay, differing: Cells) -> bool:
    """Whether much of what differs is of one colour that the second has little of."""
    where = _pixels(differing, laid.seen.shape) & laid.seen
    if not where.any():
        return False
    commonest = _commonest(laid, where)[0]
    return commonest.share >= _PLAIN and commonest.before <= _SCARCE


def without_ink(laid: Overlay, differing: Cells) -> Overlay | None:
    """The overlay with translucent ink taken off the first; None where there is none."""
    where = _pixels(differing, laid.seen.shape) & laid.seen
    one, other = laid.first.mean(axis=2), laid.second.mean(axis=2)
    for ink in (255.0, 0.0):
        room = ink - other
        wide = where & (np.abs(room) > _ROOM)
        if wide.sum() < 100:
            continue
        share = (one - other)[wide] / room[wide]
        if (share < -0.08).mean() > _WRONG_WAY:
            continue
        counts, edges = np.histogram(share, bins=np.arange(0.15, 0.95, 0.04))
        most = edges[counts.argmax()] + 0.02
        held = (np.abs(share) < 0.08) | (np.abs(share - most) < 0.08)
        if held.mean() > _STRUCK and (np.abs(share - most) < 0.08).mean() > _INKED:
            there = ((one - other) / np.where(room == 0, 1, room)).clip(0, most)
            there = np.where(np.abs(room) > _ROOM / 4, there, 0)[..., None]
            return replace(laid, first=(laid.first - there * ink) / (1 - there))
    return None


def _bar(laid: Overlay, where: NDArray[np.bool_]) -> tuple[int, int, int, int] | None:
    """Top, bottom, left, right of a bar among some pixels."""
    return next((bar for colour in _commonest(laid, where) if (bar := _box(laid, colour))), None)


def _box(laid: Overlay, colour: Colour) -> tuple[int, int, int, int] | None:
    """Where a colour that the second does not have there fills an upright rectangle."""
    if colour.share < _LEAST or colour.before > _RARE:
        return None
    mask, below = (
        np.abs((plane // 8).astype(np.int32) - colour.shade).max(axis=2) <= _SHADES
        for plane in (laid.first, laid.second)
    )
    new = mask & ~below & laid.seen
    down, over = new.sum(axis=1), new.sum(axis=0)
    rows = np.flatnonzero(down > _WIDE * down.max())
    columns = np.flatnonzero(over > _WIDE * over.max())
    if min(len(rows), len(columns)) < _NARROWEST:
        return None
    bar = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    rim = [float(side.mean()) for side in (bar[1:-1, 1], bar[1:-1, -2], bar[1], bar[-2])]
    if min(rim) < _BROKEN or np.mean(rim) < _STRAIGHT or bar.mean() < _FILLED:
        return None
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])


def _commonest(laid: Overlay, where: NDArray[np.bool_]) -> list[Colour]:
    """The commonest colours of some pixels of the first."""
    drawn, below = (laid.first // 8).astype(np.int32), (laid.second // 8).astype(np.int32)
    coded, numbers = np.unique(drawn[where] @ np.array([1024, 32, 1]), return_counts=True)
    found = []
    for code in coded[np.argsort(-numbers, kind="stable")[:_COLOURS]]:
        shade = np.array([code // 1024, code // 32 % 32, code % 32])
        share = (np.abs(drawn[where] - shade).max(axis=1) <= 1).mean()
        before = (np.abs(below - shade).max(axis=2) <= 1)[laid.seen].mean()
        found.append(Colour(shade, float(share), float(before)))
    return found


def _pixels(chosen: Cells, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """The pixels of chosen cells."""
    large: NDArray[Any] = np.kron(chosen, np.ones((CELL, CELL), np.bool_)).astype(np.bool_)
    return np.pad(large, [(0, full - had) for full, had in zip(shape, large.shape, strict=True)])
