"""The slow twins: the same fingerprints as imagehash makes them, for tests and ``check``.

imagehash brings scipy, whose import costs each process most of a second; ``kinds`` does the same
arithmetic with one matrix product. The tests hold the two together bit by bit. They may differ in
one case: where a frequency equals the median but for rounding (nearly all of a flat picture, half
of a symmetric drawing), imagehash sets the bit by chance and ``kinds`` never does.
"""

from __future__ import annotations

import numpy as np
from PIL import Image


def phash64(grey: Image.Image) -> bytes:
    """``imagehash.phash`` of 8 × 8 frequencies."""
    import imagehash

    return _bits(imagehash.phash(grey))


def phash256(grey: Image.Image) -> bytes:
    """``imagehash.phash`` of 16 × 16 frequencies."""
    import imagehash

    return _bits(imagehash.phash(grey, hash_size=16))


def dhash64(grey: Image.Image) -> bytes:
    """``imagehash.dhash`` of 8 × 8 differences."""
    import imagehash

    return _bits(imagehash.dhash(grey))


def _bits(found: object) -> bytes:
    return np.packbits(np.asarray(getattr(found, "hash"), bool)).tobytes()  # noqa: B009
