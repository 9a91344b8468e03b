"""The third gate: what differs when only size and tone changed, and what when more did."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dedup import copies

SCENE = np.random.default_rng(7).normal(120, 30, (8, 8)).repeat(8, axis=0).repeat(8, axis=1)


def test_a_look_does_not_differ_from_itself() -> None:
    assert copies.residual(SCENE, SCENE) == 0


@given(st.floats(0.5, 2), st.floats(-60, 60))
def test_lighter_darker_and_softer_copies_stay_copies(gain: float, offset: float) -> None:
    assert copies.residual(SCENE, gain * SCENE + offset) < 0.01


def test_one_changed_block_is_seen_however_like_the_rest_is() -> None:
    moved = SCENE.copy()
    moved[16:24, 16:24] += 60

    assert copies.residual(SCENE, moved) > copies.SURE


def test_fine_noise_everywhere_is_no_change() -> None:
    noisy = SCENE + np.random.default_rng(1).normal(0, 6, SCENE.shape)

    assert copies.residual(SCENE, noisy) < copies.SURE


@pytest.mark.parametrize("flat", [np.zeros((64, 64)), np.full((64, 64), 200.0)])
def test_a_flat_look_is_a_copy_of_nothing(flat: np.ndarray) -> None:
    assert copies.residual(flat, SCENE) == float("inf")
    assert copies.residual(SCENE, flat) == float("inf")
    assert copies.confidence_of(float("inf")) == 0


def test_confidence_falls_with_the_difference_and_is_high_where_accepted() -> None:
    sure = [copies.confidence_of(difference) for difference in np.linspace(0, 2, 50)]

    assert sure == sorted(sure, reverse=True)
    assert copies.confidence_of(copies.SURE) > 0.8
    assert copies.confidence_of(copies.DOUBT) == 0.5
