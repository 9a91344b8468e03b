"""Laws over arbitrary codes: the bands find what brute force finds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photocat.nearest import HammingIndex, bands, brute_force, probe

WORDS = pytest.mark.parametrize("words", [1, 4], ids=["64 bits", "256 bits"])


def codes(words):
    """A few centres, blank and full ones among them, and versions of each some bits away."""
    width = 64 * words
    centres = st.sampled_from([0, 2**width - 1]) | st.integers(0, 2**width - 1)
    flipped = st.sets(st.integers(0, width - 1), max_size=18)

    @st.composite
    def drawn(draw):
        originals = draw(st.lists(centres, min_size=1, max_size=4))
        versions = draw(st.lists(st.tuples(st.sampled_from(originals), flipped), max_size=40))
        whole = [original ^ sum(1 << bit for bit in bits) for original, bits in versions]
        rows = [[code >> 64 * at & (2**64 - 1) for at in range(words)] for code in whole]
        return np.array(rows, np.uint64).reshape(-1, words)

    return drawn()


def listed(*columns):
    return sorted(zip(*(column.tolist() for column in columns), strict=True))


def joined(blocks):
    return sorted(row for block in blocks for row in listed(*block))


@WORDS
@given(data=st.data(), radius=st.integers(0, 16), band_bits=st.integers(3, 16))
def test_bands_of_any_width_find_each_pair_once(words, data, radius, band_bits):
    rows = data.draw(codes(words))
    filed = bands.file_in_bands(rows, 64 * words // band_bits)

    assert joined(probe.pairs(filed, radius)) == listed(*brute_force.pairs_within(rows, radius))


@WORDS
@given(data=st.data(), radius=st.integers(0, 16))
def test_bands_find_every_neighbour_once(words, data, radius):
    rows, queries = data.draw(codes(words)), data.draw(codes(words))
    filed = bands.file_in_bands(rows)
    wanted = [
        (number, *near)
        for number, query in enumerate(queries)
        for near in listed(*brute_force.within(rows, query, radius))
    ]

    assert joined(probe.within(filed, queries, radius)) == wanted


@pytest.mark.parametrize("block", [1, 7, 64])
def test_the_size_of_a_block_changes_no_answer(monkeypatch, block):
    rng = np.random.default_rng(block)
    rows = rng.integers(0, 2**64, (60, 1), dtype=np.uint64) & np.uint64(0xFFFF_F000_0000_000F)
    wanted = listed(*brute_force.pairs_within(rows, 10))
    monkeypatch.setattr(bands, "BLOCK", block)
    monkeypatch.setattr(probe, "BLOCK", block)
    filed = bands.file_in_bands(rows)

    assert joined(probe.pairs(filed, 10)) == wanted
    assert joined(probe.within(filed, rows, 10)) == sorted(
        [(at, at, 0) for at in range(60)] + wanted + [(j, i, d) for i, j, d in wanted]
    )


@WORDS
@settings(max_examples=50)
@given(data=st.data(), radius=st.integers(0, 16), patience=st.sampled_from([0, 1, 5, 1000]))
def test_answers_depend_on_neither_order_nor_patience(words, data, radius, patience):
    rows = data.draw(codes(words))
    order = data.draw(st.permutations(range(len(rows))))
    index = HammingIndex(np.arange(len(rows)), rows)
    other = HammingIndex([], np.empty((0, words), np.uint64), patience=patience)
    for at in order:
        other.add([at], rows[at : at + 1])
        other.within(rows[0], radius)

    assert list(other.pairs(radius).id_pairs()) == list(index.pairs(radius).id_pairs())
    for row in rows[:4]:
        assert other.within(row, radius) == index.within(row, radius)


@WORDS
@given(radius=st.integers(0, 300), share=st.integers(4, 16))
def test_however_the_bits_that_differ_are_spread_one_band_notices(words, radius, share):
    filed = bands.file_in_bands(np.zeros((1, words), np.uint64), 64 * words // share)
    probed = [(len(band.bits), band_radius) for band, band_radius in filed.radii(radius)]
    fewest_that_escape = sum(band_radius + 1 for _, band_radius in probed)

    assert any(bits == band_radius for bits, band_radius in probed) or fewest_that_escape > radius


def test_probing_pays_for_codes_that_differ_and_not_for_a_crowd():
    rng = np.random.default_rng(4)
    codes = rng.integers(0, 2**64, (30_000, 1), dtype=np.uint64)
    crowd = bands.file_in_bands(codes & np.uint64(0xFFFF_F000_0000))
    spread = bands.file_in_bands(codes)

    assert probe.pays(spread, codes, 10)
    assert not probe.pays(spread, codes[:1], 10)
    assert not probe.pays(spread, codes, 30)
    assert not probe.pays(crowd, crowd.codes, 10)


@given(data=st.data())
def test_a_key_is_the_value_of_its_bits(data):
    rows = data.draw(codes(4))
    chosen = data.draw(st.lists(st.integers(0, 255), min_size=1, max_size=24, unique=True))
    unpacked = np.unpackbits(rows.view(np.uint8), axis=1)
    wanted = [int("".join(map(str, row[chosen])), 2) for row in unpacked]

    assert bands.keys_of(rows, np.array(chosen)).tolist() == wanted
