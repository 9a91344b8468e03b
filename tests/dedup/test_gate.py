"""The gate keeps out most of what cannot be laid, and nothing that can."""

from __future__ import annotations

import numpy as np
import pytest

from photocat import Catalog
from photocat.dedup.gate import Beside, may_lie
from photocat.dedup.geometry import lay
from photocat.fingerprints.features import KIND, Features, mirrored, read_features


def features(random: np.random.Generator, count: int) -> Features:
    """Some that are like nothing else."""
    x, y, angle = random.random((3, count), np.float32)
    size = 0.01 + 0.02 * random.random(count, np.float32)
    codes = random.integers(0, 2**64, (count, 2), np.uint64)
    return Features(x, y * np.float32(0.75), size, angle * np.float32(2 * np.pi), codes)


def turned(random: np.random.Generator, one: Features, kept: int, angle: float) -> Features:
    """Some features of a picture at half the size, turned, among as many others."""
    place = (one.x + 1j * one.y)[:kept] * 0.5 * np.exp(1j * angle) + (0.3 + 0.2j)
    others = features(random, len(one) - kept)
    return Features(
        np.append(place.real, others.x).astype(np.float32),
        np.append(place.imag, others.y).astype(np.float32),
        np.append(one.size[:kept] / 2, others.size).astype(np.float32),
        np.append(one.angle[:kept] + np.float32(angle), others.angle).astype(np.float32),
        np.concatenate([one.codes[:kept], others.codes]),
    )


@pytest.mark.parametrize("kept", [0, 4, 5, 6, 7, 12, 60])
@pytest.mark.parametrize("is_first", [False, True])
@pytest.mark.parametrize("mirror", [False, True])
def test_what_lies_on_one_passes_and_what_shares_too_little_does_not(
    kept: int, is_first: bool, mirror: bool
) -> None:
    random = np.random.default_rng(kept)
    one = features(random, 120)
    others = [turned(random, one, kept, angle) for angle in (0.0, 0.4, 2.9, 4.0)]
    if mirror:
        others = [mirrored(other, 1.0) for other in others]
    beside = [Beside(other, is_first, 1.0) for other in [*others, features(random, 80)]]

    laid = [lay(*((b.features, one) if is_first else (one, b.features)), 1.0) for b in beside]

    assert may_lie(one, beside) == [each is not None for each in laid]
    assert [each is not None for each in laid] == [kept >= 6] * 4 + [False]


def test_pictures_without_features_lie_nowhere() -> None:
    one, none = features(np.random.default_rng(1), 20), read_features(b"")

    assert may_lie(one, [Beside(none, True, 1.0)]) == [False]
    assert may_lie(none, [Beside(one, True, 1.0)]) == [False]
    assert may_lie(one, []) == []


def test_among_drawn_pictures_nothing_that_can_be_laid_is_kept_out(
    gallery_catalog: Catalog,
) -> None:
    stored = gallery_catalog._store.read_long_fingerprints(KIND)
    seen = [read_features(bits) for _, bits in stored]
    held = 0
    for one in seen:
        passing = may_lie(one, [Beside(other, True, 1.0) for other in seen])
        laid = [lay(other, one, 1.0) is not None for other in seen]
        assert all(may for may, lies in zip(passing, laid, strict=True) if lies)
        held += sum(laid)
    assert held > len(seen)
