"""The index as a catalog uses it."""

import numpy as np
import pytest

from photocat.errors import UsageError
from photocat.nearest import HammingIndex, brute_force

BLANK = 0


def random_codes(count, words=1, seed=1):
    return np.random.default_rng(seed).integers(0, 2**64, (count, words), dtype=np.uint64)


def test_a_copy_is_found_with_its_distance():
    index = HammingIndex([31, 32], np.array([0b1111, 2**64 - 1], np.uint64))

    assert index.within(0b1001, 2) == [(31, 2)]
    assert index.within(0b1001, 1) == []


def test_the_nearest_comes_first_and_equals_go_by_id():
    index = HammingIndex([9, 4, 2, 7], np.array([0b1, 0b0, 0b1, 0b111], np.uint64))

    assert index.within(0b0, 5) == [(4, 0), (2, 1), (9, 1), (7, 3)]


def test_blank_frames_by_the_thousand_are_one_code_with_a_list():
    codes = np.append(np.full(5000, BLANK, np.uint64), np.uint64(0b11))
    pairs = HammingIndex(np.arange(5001), codes).pairs(10)

    assert len(pairs) == 1
    assert pairs.distance.tolist() == [2]
    assert pairs.distinct.ids(0) == list(range(5000))
    assert pairs.distinct.ids(1) == [5000]
    assert list(pairs.distinct.shared()) == [list(range(5000))]


def test_pairs_of_ids_are_spelled_out_only_when_asked():
    index = HammingIndex([1, 2, 3, 4], np.array([5, 7, 5, 2**63], np.uint64))

    assert list(index.pairs(1).id_pairs()) == [(1, 3, 0), (1, 2, 1), (2, 3, 1)]
    assert list(index.pairs(0).id_pairs()) == [(1, 3, 0)]


def test_a_crowd_of_near_blank_frames_is_found_whole():
    """Every two of 700 codes with at most two bits set are within four of each other."""
    singles = [1 << bit for bit in range(64)]
    doubles = [one | other for one in singles[:37] for other in singles[:37] if one < other]
    codes = np.array([0, *singles, *doubles][:700], np.uint64)
    index = HammingIndex(np.arange(700), codes)

    assert len(index.pairs(4)) == 700 * 699 // 2


@pytest.mark.parametrize("words", [1, 4])
def test_twenty_thousand_codes_are_paired_as_brute_force_pairs_them(words):
    rng = np.random.default_rng(words)
    codes = random_codes(20_000, words)
    copies = rng.integers(0, 20_000, 2_000)
    codes[:2_000] = codes[copies] ^ (np.uint64(1) << rng.integers(0, 64, (2_000, words), np.uint64))
    pairs = HammingIndex(np.arange(20_000), codes).pairs(10)
    first, second, distance = brute_force.pairs_within(pairs.distinct.codes, 10)

    assert len(pairs) > 1_500
    assert pairs.first.tolist() == first.tolist()
    assert pairs.second.tolist() == second.tolist()
    assert pairs.distance.tolist() == distance.tolist()


def test_blocks_of_pairs_are_the_same_pairs():
    index = HammingIndex(np.arange(3000), random_codes(3000) & np.uint64(0xFFFF_FFFF_0000))
    blocks = [
        row
        for block in index.pair_blocks(6)
        for row in zip(block.first.tolist(), block.second.tolist(), strict=True)
    ]
    pairs = index.pairs(6)

    assert len(blocks) > 1000
    assert sorted(blocks) == list(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True))


@pytest.mark.parametrize("patience", [0, 3, 1000])
def test_many_questions_at_once_are_answered_as_one_by_one(patience):
    codes = random_codes(500) & np.uint64(0xFFFF)
    index = HammingIndex(np.arange(400), codes[:400], patience=patience)
    index.within(codes[0], 5)
    index.add(np.arange(400, 500), codes[400:])
    query, ids, distance = index.within_many(codes[350:450], 5)
    found = list(zip(query.tolist(), ids.tolist(), distance.tolist(), strict=True))

    assert len(found) > 500
    assert found == [
        (number, *near)
        for number, code in enumerate(codes[350:450])
        for near in index.within(code, 5)
    ]


def test_no_question_has_no_answer():
    query, ids, distance = HammingIndex([1], random_codes(1)).within_many(random_codes(0), 5)

    assert (query.size, ids.size, distance.size) == (0, 0, 0)


def test_what_the_caller_does_to_its_arrays_later_changes_nothing():
    ids, codes = np.array([1, 2]), np.array([[3], [3]], np.uint64)
    index = HammingIndex(ids, codes)
    ids[:], codes[:] = 0, 0

    assert index.within(3, 0) == [(1, 0), (2, 0)]


def test_a_radius_wider_than_a_code_finds_everything():
    index = HammingIndex([1, 2], np.array([0, 2**64 - 1], np.uint64))

    assert index.within(0, 1000) == [(1, 0), (2, 64)]
    assert list(index.pairs(1000).id_pairs()) == [(1, 2, 64)]


def test_a_distance_of_256_bits_is_counted_to_the_end():
    index = HammingIndex([1, 2], np.array([[0] * 4, [2**64 - 1] * 4], np.uint64))

    assert index.bits == 256
    assert list(index.pairs(256).id_pairs()) == [(1, 2, 256)]


def test_codes_of_another_width_are_refused():
    index = HammingIndex([], random_codes(0))

    with pytest.raises(UsageError, match="256 and 64 bits"):
        index.add([1], random_codes(1, words=4))
    with pytest.raises(UsageError, match="256 and 64 bits"):
        index.within(random_codes(1, words=4)[0], 10)


def test_every_code_needs_an_id():
    with pytest.raises(UsageError, match="2 ids for 3 fingerprints"):
        HammingIndex([1, 2], random_codes(3))


@pytest.mark.parametrize("ask", [HammingIndex.pairs, lambda index, r: index.within(0, r)])
def test_a_negative_distance_is_refused(ask):
    with pytest.raises(UsageError, match="not negative: -1"):
        ask(HammingIndex([1], random_codes(1)), -1)
