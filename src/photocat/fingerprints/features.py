"""Local features: what the surroundings of a picture's keypoints look like, in 128 bits each.

A feature is the histogram of gradient directions in 4 × 4 cells around a keypoint, turned to the
direction that prevails there (Lowe, IJCV 60(2), 2004, sections 5 and 6), square-rooted (R.
Arandjelović and A. Zisserman, "Three things everyone should know to improve object retrieval", CVPR
2012). Its bits are the signs of the histogram's frequencies, over directions and over cells.

To mirror a picture negates the frequencies that are odd in direction or (one of the two) down the
cells, and leaves the others: ``mirrored`` turns the features of a picture into those of its mirror
image by flipping bits. The odd ones, which are nought on average, stand first, low before high.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photocat.fingerprints.keypoints import Keypoints, find_keypoints

Codes = NDArray[np.uint64]
Values = NDArray[np.float32]

KIND = "features/draft/v1"
MOST = 150
"""Features of a picture: 3.3 KB."""

_RECORD = np.dtype(
    [("x", ">u2"), ("y", ">u2"), ("size", "u1"), ("angle", "u1"), ("code", ">u8", 2)]
)
_PLACE = np.float32(1 / 65_535)
_SIZE_STEPS = 24.0
"""Steps of a doubling of the size; 0 is 2**-10 of the long side."""
_SAMPLES, _SPACING = 16, 0.75
"""Samples across the surroundings, and their distance in blurs."""
_CELLS, _DIRECTIONS, _FINE = 4, 8, 36


@dataclass(frozen=True, slots=True)
class Features:
    """Features ``[n]`` of one picture. Places and sizes are shares of its long side."""

    x: Values
    y: Values
    size: Values
    """Blur at which the keypoint stands out."""
    angle: Values
    """Prevailing direction in radians, from x towards y."""
    codes: Codes
    """``[n, 2]``"""

    def __len__(self) -> int:
        return len(self.x)


def features_of(grey: Image.Image) -> bytes:
    """The features of a grey (L) picture of a thousand pixels or less, as they are stored."""
    points = find_keypoints(grey, MOST)
    if not len(points):
        return b""
    ground = _ground(points)
    angle = _prevailing(_surroundings(points, ground, np.zeros(len(points))))
    histograms = _histograms(_surroundings(points, ground, angle))
    bits = np.zeros((len(points), 128), np.bool_)
    bits[:, :127] = np.sqrt(histograms) @ _FREQUENCIES.T > 0
    x, y, size = points.placed()
    records = np.zeros(len(points), _RECORD)
    records["x"] = (x * 65_535).clip(0, 65_535)
    records["y"] = (y * 65_535).clip(0, 65_535)
    records["size"] = ((np.log2(size) + 10) * _SIZE_STEPS).round().clip(0, 255)
    records["angle"] = (angle * (256 / (2 * np.pi))).round().astype(np.int64) % 256
    records["code"] = np.packbits(bits, axis=1).view(">u8")
    return records.tobytes()


def read_features(stored: bytes) -> Features:
    """The features of ``features_of``."""
    records = np.frombuffer(stored, _RECORD)
    return Features(
        records["x"].astype(np.float32) * _PLACE,
        records["y"].astype(np.float32) * _PLACE,
        2 ** (records["size"].astype(np.float32) / np.float32(_SIZE_STEPS) - 10),
        records["angle"].astype(np.float32) * np.float32(2 * np.pi / 256),
        records["code"].astype(np.uint64),
    )


def feature_count(stored: bytes) -> int:
    """How many features there are in ``features_of``."""
    return len(stored) // _RECORD.itemsize


def mirrored(features: Features, width: float) -> Features:
    """The features of the picture's mirror image; ``width`` is a share of its long side."""
    return Features(
        np.float32(width) - features.x,
        features.y,
        features.size,
        np.float32(np.pi) - features.angle,
        features.codes ^ _ODD,
    )


class _Ground(NamedTuple):
    """All levels one after another, and where each point's level lies in them, ``[n, 1]``."""

    values: Values
    begin: NDArray[np.int32]
    width: NDArray[np.int32]
    most_x: Values
    most_y: Values


def _ground(points: Keypoints) -> _Ground:
    shapes = np.array([plane.shape for plane in points.levels], np.int32)
    begins = np.concatenate(([0], np.cumsum(shapes.prod(axis=1))[:-1])).astype(np.int32)
    height, width = shapes[points.level].T[:, :, None]
    return _Ground(
        np.concatenate([plane.ravel() for plane in points.levels]),
        begins[points.level][:, None],
        width,
        width.astype(np.float32) - np.float32(1.01),
        height.astype(np.float32) - np.float32(1.01),
    )


def _surroundings(points: Keypoints, ground: _Ground, angle: NDArray[np.float64]) -> Values:
    """What lies around each point, turned by ``angle``: ``[n, 18, 18]``, a rim for gradients."""
    step = points.blur * _SPACING
    along = (np.cos(angle) * step).astype(np.float32)[:, None]
    across = (np.sin(angle) * step).astype(np.float32)[:, None]
    x = points.x.astype(np.float32)[:, None] + along * _GRID_X
    x -= across * _GRID_Y
    y = points.y.astype(np.float32)[:, None] + across * _GRID_X
    y += along * _GRID_Y
    np.minimum(np.maximum(x, 0, out=x), ground.most_x, out=x)
    np.minimum(np.maximum(y, 0, out=y), ground.most_y, out=y)
    column, row = x.astype(np.int32), y.astype(np.int32)
    x -= column
    y -= row
    row *= ground.width
    row += column
    row += ground.begin
    upper, right = _at(ground, row), _at(ground, row + 1)
    right -= upper
    right *= x
    upper += right
    row += ground.width
    lower, right = _at(ground, row), _at(ground, row + 1)
    right -= lower
    right *= x
    lower += right
    lower -= upper
    lower *= y
    upper += lower
    around: Values = upper.reshape(len(points), _SAMPLES + 2, _SAMPLES + 2)
    return around


def _at(ground: _Ground, places: NDArray[np.int32]) -> Values:
    values: Values = ground.values.take(places)
    return values


def _gradients(around: Values) -> tuple[Values, Values]:
    """Length and direction of the gradient at each sample, ``[n, 256]``."""
    x = (around[:, 1:-1, 2:] - around[:, 1:-1, :-2]).reshape(len(around), -1)
    y = (around[:, 2:, 1:-1] - around[:, :-2, 1:-1]).reshape(len(around), -1)
    return np.sqrt(x * x + y * y), np.arctan2(y, x)


def _prevailing(around: Values) -> NDArray[np.float64]:
    """The direction in which most gradients point, in radians."""
    length, direction = _gradients(around)
    number = np.arange(len(around))
    bins = (direction * np.float32(_FINE / (2 * np.pi)) + _FINE).astype(np.int32) % _FINE
    weights = (length * _NEARNESS).ravel()
    counts = np.bincount((bins + _FINE * number[:, None]).ravel(), weights, _FINE * len(around))
    counts = counts.reshape(-1, _FINE)
    for _ in range(3):
        counts = np.roll(counts, 1, axis=1) + counts + np.roll(counts, -1, axis=1)
    top = counts.argmax(axis=1)
    before, peak, after = (counts[number, (top + by) % _FINE] for by in (-1, 0, 1))
    bend = before - 2 * peak + after
    offset = 0.5 * (before - after) / np.where(bend == 0, 1, bend)
    angle: NDArray[np.float64] = (top + 0.5 + offset) * (2 * np.pi / _FINE)
    return angle


def _histograms(around: Values) -> Values:
    """Gradient directions by cell: ``[n, 8 * 16]``, direction by direction."""
    length, direction = _gradients(around)
    place = direction * np.float32(_DIRECTIONS / (2 * np.pi)) + np.float32(_DIRECTIONS)
    low = place.astype(np.int32)
    upper = length * (place - low)
    lower = length - upper
    low %= _DIRECTIONS
    high = (low + 1) % _DIRECTIONS
    # Each sample counts in two of the eight directions.
    samples = np.arange(length.size, dtype=np.int32).reshape(length.shape)
    shares = np.zeros((_DIRECTIONS, *length.shape), np.float32)
    shares.put(low * length.size + samples, lower)
    shares.put(high * length.size + samples, upper)
    pooled = np.stack([share @ _POOLING for share in shares], axis=1)
    return pooled.reshape(len(around), -1)


# --- tables ---------------------------------------------------------------------------------------


def _pooling() -> Values:
    """How much each sample counts in each cell: ``[256, 16]``, falling off from the middle."""
    place = (np.arange(_SAMPLES) - (_SAMPLES - 1) / 2) / (_SAMPLES / _CELLS)
    cells = np.arange(_CELLS) - (_CELLS - 1) / 2
    one = np.maximum(0, 1 - np.abs(place[:, None] - cells)) * np.exp(-(place**2) / 8)[:, None]
    return np.kron(one, one).astype(np.float32)


def _frequencies() -> tuple[Values, NDArray[np.bool_]]:
    """Rows ``[127, 128]`` of the transform, and which of them mirroring negates."""
    turns = 2 * np.pi * np.arange(_DIRECTIONS) / _DIRECTIONS
    around = [(k, 0, np.cos(k * turns)) for k in range(5)]
    around += [(k, 1, np.sin(k * turns)) for k in range(1, 4)]
    cells = np.arange(_CELLS)[:, None]
    waves = np.cos(np.pi * cells * (2 * np.arange(_CELLS) + 1) / (2 * _CELLS))
    rows = []
    for turn, odd, wave in around:
        for down in range(_CELLS):
            for over in range(_CELLS):
                row = np.kron(wave, np.kron(waves[down], waves[over]))
                negated = (odd + down) % 2 == 1
                rows.append(((not negated, turn + down + over, turn, odd, down, over), row))
    rows.sort(key=lambda entry: entry[0])
    kept = [(key, row) for key, row in rows if sum(key[1:]) > 0]
    matrix = np.array([row / np.linalg.norm(row) for _, row in kept], np.float32)
    return matrix, np.array([not key[0] for key, _ in kept])


_RIM = (np.arange(_SAMPLES + 2) - (_SAMPLES + 1) / 2).astype(np.float32)
_GRID_Y, _GRID_X = (grid.ravel() for grid in np.meshgrid(_RIM, _RIM, indexing="ij"))
_SQUARES = _RIM[1:-1] ** 2
_NEARNESS = np.exp(-(_SQUARES[:, None] + _SQUARES) / (2 * (_SAMPLES / 4.5) ** 2)).ravel()
_NEARNESS = _NEARNESS.astype(np.float32)
_POOLING = _pooling()
_FREQUENCIES, _NEGATED = _frequencies()
_ODD = np.packbits(np.append(_NEGATED, False)).view(">u8").astype(np.uint64)
