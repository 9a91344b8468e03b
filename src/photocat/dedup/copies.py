"""When is one picture a copy of another? Three gates, each stricter and dearer than the last.

1. ``phash64`` within ``NEAR`` bits: what an index can find.
2. ``phash256`` within ``ALIKE`` bits.
3. The two pictures at 64 × 64 in grey, brought to one tone: the block of 8 × 8 that differs most,
   as a share of the picture's contrast. Compression and scaling change every block a little; a
   moved arm changes one block a lot.

``scripts/bench/copies.py`` measures it. Of 550 copies (50 photographs, re-encoded and resized in 11
ways) all pass the first two gates, and so do 50 of 369 pairs of frames of one scene; the third
accepts 538 of the copies and none of the frames, nor any of 40,386 unrelated pairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from photocat.records import Picture, Relation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Look = NDArray[np.float32]

KIND = "phash64/draft/v1"
NEAR = 10
SECOND_KIND = "phash256/draft/v1"
ALIKE = 64
SIDE, BLOCK = 64, 8
SURE = 0.5
"""Largest difference of the worst block at which a copy is accepted without a person."""
DOUBT = 0.61
"""Where as many frames of one scene begin as copies end: confidence one half."""


def residual(one: Look, other: Look) -> float:
    """How much the worst block of two looks differs, as a share of the contrast (0: equal).

    Looks are float grey ``[64, 64]``. The second is first brought to the tone of the first by
    least squares, so that lighter, darker and softer copies stay copies.
    """
    import numpy as np

    a, b = one - one.mean(), other - other.mean()
    contrast = float(np.sqrt((a * a).mean()))
    if contrast == 0 or not b.any():
        return float("inf")
    gain = float((a * b).sum() / (b * b).sum())
    rest = (a - gain * b) ** 2
    blocks = rest.reshape(SIDE // BLOCK, BLOCK, SIDE // BLOCK, BLOCK).mean(axis=(1, 3))
    return float(np.sqrt(blocks.max())) / contrast


def confidence_of(difference: float) -> float:
    """How sure it is that the difference is one of compression and size alone."""
    return float(round(1 / (1 + (difference / DOUBT) ** 8), 4))


def derived_first(one: Picture, other: Picture) -> tuple[Picture, Picture]:
    """The two, the better one last: what has more pixels, then more bytes, is the original."""
    return (one, other) if goodness(one) < goodness(other) else (other, one)


def goodness(picture: Picture) -> tuple[int, int, str]:
    """By what the best of several copies is told; the digest decides ties, whatever the ids."""
    return (picture.width * picture.height, picture.byte_size, picture.sha256)


def same_pixels(one: Picture, other: Picture) -> Relation:
    """Two files of one picture that differ in what they say, not in what they show."""
    first, second = derived_first(one, other)
    return Relation(
        first.id, second.id, "same-pixels", None, "pixel digest", confidence=1.0, status="accepted"
    )


def copy(one: Picture, other: Picture, distance: int, difference: float | None) -> Relation:
    """A copy: accepted where the pictures were compared and are sure, else proposed."""
    first, second = derived_first(one, other)
    if difference is None:
        return Relation(first.id, second.id, "copy", distance, "fingerprints", confidence=0.5)
    return Relation(
        first.id,
        second.id,
        "copy",
        distance,
        "fingerprints, then 64 × 64 grey",
        confidence_of(difference),
        "accepted" if difference <= SURE else "proposed",
    )
