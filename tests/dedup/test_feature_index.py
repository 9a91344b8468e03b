"""Candidates by shared features, however many photos there are beside them."""

from __future__ import annotations

import numpy as np
import pytest

from photocat.dedup.feature_index import FeatureIndex
from photocat.fingerprints.features import Features, mirrored

PLACES = np.zeros(100, np.float32)


def features(codes: np.ndarray) -> Features:
    nothing = PLACES[: len(codes)]
    return Features(nothing, nothing, nothing, nothing, codes)


@pytest.fixture(scope="module")
def codes() -> np.ndarray:
    return np.random.default_rng(3).integers(0, 2**64, (400, 100, 2), np.uint64)


@pytest.fixture(scope="module")
def index(codes: np.ndarray) -> FeatureIndex:
    index = FeatureIndex()
    for number, some in enumerate(codes):
        index.add(1000 + number, features(some))
    return index


def test_an_empty_index_and_a_photo_without_features_have_no_candidates(codes) -> None:
    assert FeatureIndex().candidates(features(codes[0]), 5) == []
    index = FeatureIndex()
    index.add(1, features(codes[0]))
    assert index.candidates(features(codes[0][:0]), 5) == []


def test_a_photo_that_shares_a_tenth_of_its_features_comes_first(index, codes) -> None:
    random = np.random.default_rng(9)
    asked = random.integers(0, 2**64, (100, 2), np.uint64)
    asked[:10] = codes[77, :10] ^ np.uint64(1 << 20)

    assert index.candidates(features(asked), 5)[0] == 1077


def test_a_mirrored_photo_is_found_by_its_flipped_features(index, codes) -> None:
    turned = mirrored(features(codes[42]), 1.0)

    assert index.candidates(turned, 1) == [1042]


def test_photos_may_be_added_between_questions(codes) -> None:
    index = FeatureIndex()
    for number, some in enumerate(codes[:20]):
        index.add(number, features(some))
        assert index.candidates(features(some), 1) == [number]
