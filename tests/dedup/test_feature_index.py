"""Candidates by shared features, however many photos there are beside them."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photocat.dedup import feature_index
from photocat.dedup.feature_index import NEAR, FeatureIndex
from photocat.dedup.filed import file_features, word_bits
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


def slowly(parts: list[dict[int, np.ndarray]], asked: np.ndarray, most: int) -> list[int]:
    """What ``candidates`` means: every feature beside every other, where no word is too crowded."""
    filed = [(id, int(code)) for part in parts for id, some in part.items() for code in some[:, 0]]
    bits = word_bits(len(filed))
    words = np.array([code >> (64 - bits) for _, code in filed])
    best: dict[int, int] = {}
    for turned in (asked[:, 0], ~asked[:, 0]):
        total: dict[int, int] = {}
        for code in turned.tolist():
            votes: dict[int, int] = {}
            for word, (id, other) in zip(words.tolist(), filed, strict=True):
                apart = (other ^ code) & 0xFFFFFFFF
                if (word ^ code >> (64 - bits)).bit_count() <= 1 and apart.bit_count() <= NEAR:
                    crowd = int((words == word).sum())
                    weight = math.exp(-((apart.bit_count() / 4) ** 2)) / math.sqrt(1 + crowd)
                    votes[id] = max(votes.get(id, 0), int(weight * (2**20 - 1)))
            for id, weight in votes.items():
                total[id] = total.get(id, 0) + weight
        for id, weight in total.items():
            best[id] = max(best.get(id, 0), weight)
    return sorted(best, key=lambda id: (-best[id], id))[:most]


@given(st.integers(0, 10_000), st.lists(st.integers(0, 12), max_size=3))
@settings(max_examples=25)
def test_however_photos_are_parted_the_candidates_are_those_of_the_slow_twin(
    seed: int, cuts: list[int]
) -> None:
    random = np.random.default_rng(seed)
    points = random.integers(0, 2**64, (12, 2), np.uint64)
    photos = points[random.integers(0, 12, (12, 20))]
    photos[:, :, 0] ^= np.uint64(1) << random.integers(0, 64, (12, 20), np.uint64)
    numbered = {100 + number: codes for number, codes in enumerate(photos)}
    ends = [0, *sorted(cuts), 12]
    parts = [
        {id: codes for id, codes in numbered.items() if begin <= id - 100 < end}
        for begin, end in pairwise(ends)
    ]
    index = FeatureIndex(
        file_features(list(part), [codes[:, 0] for codes in part.values()]) for part in parts
    )
    asked = [features(photos[0]), features(photos[5] ^ np.uint64(2)), features(~photos[7])]

    found = index.candidates_of(asked, 5)

    assert found == [slowly(parts, one.codes, 5) for one in asked]


def test_where_words_hold_too_much_the_most_crowded_are_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = np.random.default_rng(5)
    everywhere, rare = random.integers(0, 2**64, (2, 1, 2), np.uint64)
    index = FeatureIndex()
    for number in range(300):
        own = random.integers(0, 2**64, (5, 2), np.uint64)
        index.add(number, features(np.concatenate([everywhere, own] + [rare] * (number == 250))))
    monkeypatch.setattr(feature_index, "MOST_READ", 100)

    assert index.candidates(features(np.concatenate([everywhere, rare])), 3)[0] == 250
