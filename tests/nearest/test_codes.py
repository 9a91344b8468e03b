"""Fingerprints as the records hold them become arrays of bits, and nothing is lost."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.errors import UsageError
from photocat.nearest import brute_force, codes_from_bytes
from photocat.nearest.bands import file_in_bands


def test_eight_bytes_are_one_word_with_its_highest_bit_first():
    assert codes_from_bytes([bytes.fromhex("8000000000000001")]).tolist() == [[2**63 + 1]]


def test_thirty_two_bytes_are_four_words():
    assert codes_from_bytes([bytes(range(32))], bits=256).shape == (1, 4)


def test_no_fingerprints_are_no_codes_of_the_same_width():
    assert codes_from_bytes([]).shape == (0, 1)
    assert codes_from_bytes([], bits=256).shape == (0, 4)


@given(st.integers(1, 40).flatmap(lambda n: st.tuples(*[st.binary(min_size=n, max_size=n)] * 2)))
def test_the_distance_is_that_of_the_bytes(fingerprints):
    one, other = (int.from_bytes(bits) for bits in fingerprints)
    codes = codes_from_bytes(fingerprints, bits=8 * len(fingerprints[0]))
    _, distance = brute_force.within(codes[1:], codes[0], 8 * 40)

    assert distance.tolist() == [(one ^ other).bit_count()]


def test_fingerprints_of_two_lengths_are_refused():
    with pytest.raises(UsageError, match="256 and 64 bits"):
        codes_from_bytes([bytes(8), bytes(32)])


@pytest.mark.parametrize("codes", [np.zeros(3, np.int64), np.zeros((1, 1, 1), np.uint64)])
def test_codes_that_are_no_table_of_words_are_refused(codes):
    with pytest.raises(TypeError, match="uint64"):
        brute_force.pairs_within(codes, 3)


@pytest.mark.parametrize("words", [1, 4])
@pytest.mark.parametrize("count", [0, 1, 100, 5_000])
def test_every_bit_falls_into_one_band(count, words):
    codes = np.random.default_rng(2).integers(0, 2**64, (count, words), dtype=np.uint64)
    filed = file_in_bands(codes)
    dealt = np.concatenate([band.bits for band in filed.bands])

    assert sorted(dealt.tolist()) == list(range(64 * words))
    assert np.sum([band.mask for band in filed.bands], axis=0).tolist() == [2**64 - 1] * words


def test_bits_that_never_vary_are_shared_out_among_the_bands():
    codes = np.random.default_rng(2).integers(0, 2**32, (5_000, 1), dtype=np.uint64)
    varying = np.uint64(2**32 - 1)

    shares = [int(np.bitwise_count(band.mask & varying)[0]) for band in file_in_bands(codes).bands]
    assert max(shares) - min(shares) <= 1
