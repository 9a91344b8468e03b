"""Features filed by word: found where they are, however they were put together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.dedup import filed as room
from photocat.dedup.filed import FILED, Filed, file_features, merged, starts_of, word_bits

# Few different codes, so that words are crowded.
codes = st.lists(st.integers(0, 7).map(lambda n: n * 0x1234_5678_9ABC_DEF0 % 2**64), max_size=30)


def filed(photos: list[list[int]], first: int = 1) -> Filed:
    ids = list(range(first, first + len(photos)))
    return file_features(ids, [np.array(codes, np.uint64) for codes in photos])


@given(st.lists(codes, max_size=6), st.integers(8, 26))
def test_of_words_finds_exactly_the_features_of_each_word(
    photos: list[list[int]], bits: int
) -> None:
    part = filed(photos)
    words = np.unique(np.append(part.keys >> np.uint32(32 - bits), [0, (1 << bits) - 1]))
    words = words.astype(np.uint32)

    begins, sizes = part.of_words(words, bits)

    for word, begin, size in zip(words, begins, sizes, strict=True):
        there = np.flatnonzero(part.keys >> np.uint32(32 - bits) == word)
        assert list(range(begin, begin + size)) == there.tolist()


@given(st.lists(codes, min_size=1, max_size=6), st.data(), st.sampled_from([1, 4, 10, 1 << 17]))
def test_parts_that_are_merged_are_what_is_filed_together(
    photos: list[list[int]], data: st.DataObject, at_once: int
) -> None:
    cut = data.draw(st.integers(0, len(photos)))
    parts = [filed(photos[:cut]), filed(photos[cut:], first=1 + cut)]
    whole = filed(photos)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_MERGED_AT_ONCE", at_once)
        pieces = list(merged(parts))

    assert [key for keys, _ in pieces for key in keys] == whole.keys.tolist()
    assert [entry for _, entries in pieces for entry in entries] == whole.entries.tolist()
    starts = starts_of([keys for keys, _ in pieces], len(whole))
    assert np.concatenate(list(starts)).tolist() == whole.starts.tolist()


def test_of_a_photo_only_the_first_features_are_filed() -> None:
    assert len(filed([list(range(FILED + 50)), [1, 2]])) == FILED + 2


@pytest.mark.parametrize(("features", "bits"), [(0, 8), (1000, 8), (4 << 14, 14), (10**12, 26)])
def test_words_are_as_long_as_leaves_a_few_features_to_each(features: int, bits: int) -> None:
    assert word_bits(features) == bits


def test_damaged_starts_lead_nowhere_outside() -> None:
    part = filed([[1, 2, 3]])
    damaged = Filed(part.keys, part.entries, np.full_like(part.starts, 2**32 - 1))

    begins, sizes = damaged.of_words(np.arange(256, dtype=np.uint32), 8)
    assert (begins + sizes).max() <= len(part)
