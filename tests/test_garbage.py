"""The collector of cycles rests while much is written, and no longer."""

import gc

import pytest

from photocat.garbage import uncollected


def test_the_collector_rests_within_and_works_again_after():
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error():
    with pytest.raises(ValueError, match="damaged"), uncollected():
        raise ValueError("damaged")
    assert gc.isenabled()


def test_whoever_put_it_to_rest_before_finds_it_at_rest():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
