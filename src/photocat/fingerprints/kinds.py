"""The kinds of fingerprint: what each one sees, in how many bits, and its slow twin.

All of them read one canonical grey picture of at most 256 pixels, made in ``decode`` by one road
for every format and size. A kind's name carries that road and its version, because bits of
different roads must never be compared.

``phash64`` finds the candidates, ``phash256`` tells copies from frames of the same scene a moment
apart, ``dhash64`` finds copies with a changed part (a caption bar, a logo).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photocat.fingerprints import slow
from photocat.fingerprints.decoded import Decoded
from photocat.fingerprints.features import KIND as FEATURES
from photocat.fingerprints.features import MOST, feature_count, features_of
from photocat.records import Fingerprint

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of ``KINDS``."""

    name: str
    """Algorithm and bits, decode path, version."""
    bits: int
    function: Callable[[Image.Image], bytes]
    """From the canonical grey picture to the bits, big-endian, row by row."""
    slow_twin: Callable[[Image.Image], bytes]
    """The same by imagehash."""


def phash64(grey: Image.Image) -> bytes:
    """Perceptual hash: which of the 8 × 8 lowest frequencies exceed their median.

    Neal Krawetz, "Looks Like It", https://www.hackerfactor.com/blog/index.php?/archives/432-Looks-Like-It.html
    """
    return _phash(grey, 8)


def phash256(grey: Image.Image) -> bytes:
    """The same of 16 × 16 frequencies."""
    return _phash(grey, 16)


def dhash64(grey: Image.Image) -> bytes:
    """Difference hash: whether it gets lighter from each of 8 × 9 cells to the next on its right.

    Neal Krawetz, "Kind of Like That", https://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html
    """
    cells = np.asarray(grey.resize((9, 8), Image.Resampling.LANCZOS))
    return np.packbits(cells[:, 1:] > cells[:, :-1]).tobytes()


KINDS: tuple[Kind, ...] = (
    Kind("phash64/draft/v1", 64, phash64, slow.phash64),
    Kind("phash256/draft/v1", 256, phash256, slow.phash256),
    Kind("dhash64/draft/v1", 64, dhash64, slow.dhash64),
)
"""Every kind of fixed length that a photo is given on ingest; ``features`` has another length."""


def fingerprints_of(decoded: Decoded, *, features: bool = True) -> tuple[Fingerprint, ...]:
    """A fingerprint of every kind, and the local ``features`` where they are wanted.

    The quality is 0 where the picture says too little; of features it is how many there are, as a
    share of the most that are kept.
    """
    whole = [Fingerprint(k.name, k.function(decoded.grey), decoded.quality) for k in KINDS]
    if not features:
        return tuple(whole)
    local = features_of(decoded.seen)
    quality = feature_count(local) / MOST if decoded.quality else 0.0
    return (*whole, Fingerprint(FEATURES, local, quality))


def _phash(grey: Image.Image, side: int) -> bytes:
    cosines = _cosines(side)
    cells = np.asarray(grey.resize((4 * side, 4 * side), Image.Resampling.LANCZOS), np.float64)
    frequencies = cosines @ cells @ cosines.T
    return np.packbits(frequencies > np.median(frequencies) + _ROUNDING).tobytes()


_ROUNDING = 1e-6
"""What double precision may leave of a frequency that is nought, as half of them are in a symmetric
drawing: it must not set a bit."""


@cache
def _cosines(side: int) -> Values:
    """The first ``side`` rows of the DCT-II of ``4 * side`` values, scaled as in scipy.fftpack."""
    frequency, place = np.arange(side)[:, None], np.arange(4 * side)[None, :]
    cosines: Values = 2 * np.cos(np.pi * frequency * (2 * place + 1) / (8 * side))
    return cosines
