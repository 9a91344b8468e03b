"""The compiled loops find what numpy finds, in however many threads and however little room."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photocat.nearest import bands, brute_force, fast, plan, probe, speed
from photocat.nearest.plan import Share

pytest.importorskip("numba", reason="the extra 'fast' is not installed")

WORDS = pytest.mark.parametrize("words", [1, 2, 4], ids=["64 bits", "128 bits", "256 bits"])


@pytest.fixture(autouse=True)
def _compiled_always(monkeypatch):
    monkeypatch.setattr(speed, "ENOUGH", 0)


def crowded(words, count=3_000):
    """A crowd, families, strangers, and bits that hardly vary; each code once, as in an index."""
    rng = np.random.default_rng(words)
    codes = rng.integers(0, 2**64, (count, words), np.uint64)
    codes[: count // 3] = codes[0] ^ (
        np.uint64(1) << rng.integers(0, 64, (count // 3, words), np.uint64)
    )
    copied = codes[rng.integers(0, count, count // 3)]
    flips = np.uint64(1) << rng.integers(0, 64, (len(copied), words), np.uint64)
    codes[count // 3 : count // 3 + len(copied)] = copied ^ flips
    codes[:, 0] &= np.uint64(0xFFFF_FF00_FFFF_FFFF)
    return np.unique(codes, axis=0)


def listed(blocks):
    return sorted(row for block in blocks for row in zip(*(c.tolist() for c in block), strict=True))


@WORDS
@pytest.mark.parametrize("radius", [0, 3, 10, 31])
def test_pairs_are_those_of_brute_force_each_once(words, radius):
    codes = crowded(words)
    wanted = listed([brute_force.pairs_within(codes, radius)])

    assert len(wanted) > 0 or radius == 0
    assert listed(fast.pairs(codes, radius)) == wanted


@pytest.mark.parametrize(
    ("words", "radius", "shares"),
    [
        (1, 10, plan.WHOLE),
        (1, 10, ((16, 2),) * 3 + ((16, 1),)),
        (1, 10, ((11, 10),)),
        (1, 10, ((6, 0),) * 10 + ((4, 0),)),
        (2, 20, ((16, 3),) * 5 + ((16, 0),)),
        (4, 31, ((16, 1),) * 16),
        (4, 31, ((12, 3),) * 8),
    ],
)
def test_pairs_depend_on_no_plan(monkeypatch, words, radius, shares):
    codes = crowded(words)
    monkeypatch.setattr(fast, "shares", lambda *_: tuple(Share(*share) for share in shares))

    assert listed(fast.pairs(codes, radius)) == listed([brute_force.pairs_within(codes, radius)])


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_a_block_is_no_larger_than_its_room_and_the_order_is_that_of_one_thread(
    monkeypatch, threads
):
    codes = crowded(1)
    monkeypatch.setattr(fast, "ROOM", 1)
    monkeypatch.setattr(fast, "PART", len(codes) // 7)
    one_by_one = [tuple(c.tolist() for c in block) for block in fast.pairs(codes, 10, threads=1)]
    blocks = [tuple(c.tolist() for c in block) for block in fast.pairs(codes, 10, threads=threads)]

    assert max(len(first) for first, _, _ in blocks) <= len(codes)
    assert blocks == one_by_one


@WORDS
@pytest.mark.parametrize("radius", [0, 10, 31])
def test_neighbours_are_those_of_numpy(words, radius):
    codes = crowded(words)
    filed = bands.file_in_bands(codes)
    queries = np.concatenate([codes[::100], ~codes[:1]])

    assert listed(fast.within(filed, queries, radius)) == listed(
        probe.within(filed, queries, radius)
    )


def test_a_question_that_opens_too_much_is_answered_by_looking_at_all():
    crowd = np.arange(500, dtype=np.uint64)[:, None]
    found = listed(fast.within(bands.file_in_bands(crowd), crowd[:3], 2))
    near = (brute_force.within(crowd, query, 2) for query in crowd[:3])
    wanted = [
        (at, *row)
        for at, columns in enumerate(near)
        for row in zip(*(c.tolist() for c in columns), strict=True)
    ]

    assert found == sorted(wanted)


@given(data=st.data(), width=st.sampled_from([64, 256]))
@settings(max_examples=30)
def test_filing_is_that_of_numpy(data, width):
    codes = np.frombuffer(
        data.draw(st.binary(min_size=width, max_size=4 * width).filter(lambda b: len(b) % 32 == 0)),
        np.uint64,
    ).reshape(-1, width // 64)
    bits = np.array(
        data.draw(st.lists(st.integers(0, width - 1), max_size=12, unique=True)), np.intp
    )
    ours = bands.file_band(codes, bits)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(speed, "ENOUGH", 1 << 31)
        theirs = bands.file_band(codes, bits)

    assert ours.order.tolist() == theirs.order.tolist()
    assert ours.start.tolist() == theirs.start.tolist()


@pytest.mark.parametrize("count", [2, 1_000, 200_000, 10_000_000])
@pytest.mark.parametrize(
    ("width", "radius"), [(64, 0), (64, 10), (64, 64), (128, 20), (256, 31), (256, 256)]
)
def test_no_pair_escapes_the_bands_of_a_plan(count, width, radius):
    shares = plan.shares(count, width, radius)

    assert sum(share.bits for share in shares) <= width
    assert shares == plan.WHOLE or sum(share.radius + 1 for share in shares) > radius
