"""What was done to a picture besides cutting it: lighter, greyer, sharper, blurred, stretched.

Thresholds lie between what re-encoding and scaling do (JPEG down to quality 5) and the mildest of
the edits that ``scripts/bench/duplicates.py`` makes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from photocat.dedup.geometry import Map, scale_of
from photocat.dedup.overlay import Overlay, Pair, Plane, extent, resampled, soft
from photocat.dedup.sameness import grey

_TONE, _COLOUR = 6.0, 9.0
_GREY, _COLOURED = 1.0, 4.0
_BLURRED, _SHARPENED, _GRAINY = 0.35, 1.8, 3.0
_STRETCHED = 1.015
_RIM = 0.2
"""Of each side that is left out where sharpness is measured: the middle says as much."""


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


def detailed(pair: Pair) -> bool:
    """Whether the first, at its own size, is blurred, sharpened or grainy beside the second."""
    width, height = extent(pair.first)
    middle = pair.cut((width * _RIM, height * _RIM, width * (1 - _RIM), height * (1 - _RIM)))
    grey = Pair(middle.first.convert("L"), middle.second.convert("L"), middle.map)
    own, source = np.asarray(grey.first, np.float32), resampled(grey)
    fine = _detail(own) / (_detail(source) + 1)
    coarse = _detail(soft(own)) / (_detail(soft(source)) + 0.3)
    return bool(coarse < _BLURRED or coarse > _SHARPENED or fine > _GRAINY)


def stretched(map: Map) -> bool:
    """Whether the map is none that keeps shapes."""
    large, small = np.linalg.svd(map[:, :2], compute_uv=False)
    return bool(large > _STRETCHED * small)


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
