"""What was done to a picture besides cutting it: lighter, greyer, sharper, blurred, drawn over.

Thresholds lie between what re-encoding and scaling do (JPEG down to quality 5) and the mildest of
the edits that ``scripts/bench/duplicates.py`` makes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photocat.dedup.geometry import Map, scale_of
from photocat.dedup.overlay import Overlay, Plane, resampled, soft
from photocat.dedup.sameness import CELL, grey

_TONE, _COLOUR = 6.0, 9.0
_GREY, _COLOURED = 1.0, 4.0
_BLURRED, _SHARPENED, _GRAINY = 0.35, 1.8, 3.0
_STRETCHED = 1.015
_PLAIN, _RARE, _SCARCE = 0.3, 0.004, 0.03
_WIDE, _STRAIGHT, _FILLED = 0.25, 0.75, 0.5
_WRONG_WAY, _STRUCK, _INKED = 0.02, 0.75, 0.08


def toned(laid: Overlay, where: NDArray[np.bool_]) -> bool:
    """Whether the first shows other tones or colours than the second, ``where`` it is compared."""
    one, other = grey(laid.first), grey(laid.second)
    shade = (other[where] / 8).astype(int)
    differing = (one - other)[where]
    shades = [differing[shade == at] for at in np.unique(shade)]
    shades = [values for values in shades if len(values) > 30]
    if not shades:
        return False
    medians = np.array([np.median(values) for values in shades])
    if np.sqrt(np.average(medians**2, weights=[len(values) for values in shades])) > _TONE:
        return True
    colour, source = _colour(laid.first)[where], _colour(laid.second)[where]
    if np.abs((colour - source).mean(axis=0)).max() > _COLOUR:
        return True
    return bool(np.abs(colour).mean() < _GREY and np.abs(source).mean() > _COLOURED)


def detailed(first: Image.Image, second: Image.Image, map: Map) -> bool:
    """Whether the first, at its own size, is blurred, sharpened or grainy beside the second."""
    own = np.asarray(first, np.float32)
    source = resampled(second, map, first)
    fine = _detail(own) / (_detail(source) + 1)
    coarse = _detail(soft(own)) / (_detail(soft(source)) + 0.3)
    return bool(coarse < _BLURRED or coarse > _SHARPENED or fine > _GRAINY)


def stretched(map: Map) -> bool:
    """Whether the map is none that keeps shapes."""
    large, small = np.linalg.svd(map[:, :2], compute_uv=False)
    return bool(large > _STRETCHED * small)


def explained(laid: Overlay, differing: NDArray[np.bool_]) -> bool:
    """Whether what differs was drawn over the first: a bar, a logo, a translucent text.

    A bar is a rectangle, mostly of one colour, which the second does not have. A translucent text
    lets through a fixed share of what lies below, everywhere; nothing that came into a scene does.
    """
    if not differing.any():
        return True
    where = _pixels(differing, laid.seen.shape) & laid.seen
    if not where.any():
        return False
    return _barred(laid, where) or _struck(laid, where)


def painted(laid: Overlay, differing: NDArray[np.bool_]) -> bool:
    """Whether much of what differs is of one colour that the second has little of."""
    where = _pixels(differing, laid.seen.shape) & laid.seen
    if not where.any():
        return False
    share, before, _ = _commonest(laid, where)
    return share >= _PLAIN and before <= _SCARCE


def _commonest(laid: Overlay, where: NDArray[np.bool_]) -> tuple[float, float, NDArray[np.int32]]:
    """The share of the commonest colour in the first, in all of the second, and that colour."""
    drawn, below = (laid.first // 8).astype(np.int32), (laid.second // 8).astype(np.int32)
    coded = drawn[where] @ np.array([1024, 32, 1])
    colour = drawn[where][np.flatnonzero(coded == np.bincount(coded).argmax())[0]]
    share = (np.abs(drawn[where] - colour).max(axis=1) <= 1).mean()
    before = (np.abs(below - colour).max(axis=2) <= 1)[laid.seen].mean()
    return float(share), float(before), colour


def _barred(laid: Overlay, where: NDArray[np.bool_]) -> bool:
    share, before, commonest = _commonest(laid, where)
    if share < _PLAIN or before > _RARE:
        return False
    drawn = (laid.first // 8).astype(np.int32)
    mask = np.abs(drawn - commonest).max(axis=2) <= 2
    down, over = (mask & where).sum(axis=1), (mask & where).sum(axis=0)
    rows = np.flatnonzero(down > _WIDE * down.max())
    columns = np.flatnonzero(over > _WIDE * over.max())
    bar = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if min(bar.shape) < 8:
        return False
    rim = bar[2:-2, 2], bar[2:-2, -3], bar[2, 2:-2], bar[-3, 2:-2]
    straight = min(float(side.mean()) for side in rim) >= _STRAIGHT
    return straight and bool(bar.mean() >= _FILLED)


def _struck(laid: Overlay, where: NDArray[np.bool_]) -> bool:
    one, other = laid.first.mean(axis=2)[where], laid.second.mean(axis=2)[where]
    for ink in (255.0, 0.0):
        room = ink - other
        wide = np.abs(room) > 60
        if wide.sum() < 100:
            continue
        share = (one - other)[wide] / room[wide]
        if (share < -0.08).mean() > _WRONG_WAY:
            continue
        counts, edges = np.histogram(share, bins=np.arange(0.15, 0.95, 0.04))
        middle = edges[counts.argmax()] + 0.02
        held = (np.abs(share) < 0.08) | (np.abs(share - middle) < 0.08)
        if held.mean() > _STRUCK and (np.abs(share - middle) < 0.08).mean() > _INKED:
            return True
    return False


def _pixels(chosen: NDArray[np.bool_], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """The pixels of chosen cells."""
    large = np.kron(chosen, np.ones((CELL, CELL), np.bool_)).astype(np.bool_)
    return np.pad(large, [(0, full - had) for full, had in zip(shape, large.shape, strict=True)])


def _colour(plane: Plane) -> Plane:
    """How far each channel is from grey, compression smoothed."""
    off = plane - plane.mean(axis=2, keepdims=True)
    return np.stack([soft(off[..., channel]) for channel in range(3)], axis=-1)


def _detail(plane: NDArray[Any]) -> float:
    inner = plane[1:-1, 1:-1]
    around = plane[:-2, 1:-1] + plane[2:, 1:-1] + plane[1:-1, :-2] + plane[1:-1, 2:]
    return float(((4 * inner - around) ** 2).mean())


def turned(map: Map) -> float:
    """By how many degrees the first is turned, clockwise, against the second: -180 to 180."""
    scale = scale_of(map)
    along = (map[0, 0] + map[1, 1]) / scale, (map[0, 1] - map[1, 0]) / scale
    return float(np.degrees(np.arctan2(along[1], along[0])))
