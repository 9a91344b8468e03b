"""Whatever is written, the parsers take it or refuse it in words of ours, and take their time.

``corpus/`` keeps what once broke one of them, might have, or leads into a corner of one
(``scripts/fuzz.py`` looks for it); new texts are made by changing those.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from parsers import TARGETS, kept, line_of

AFew = Callable[..., Sequence[int]]


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_kept_is_taken_or_refused(name: str) -> None:
    inputs = kept(name)
    assert len(inputs) > 30
    for data in inputs:
        TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_made_of_it_is_taken_or_refused(name: str, a_few: AFew) -> None:
    inputs = kept(name)
    for n in a_few(range(1_000_000), 200, name):
        data = made_of(inputs, random.Random(n))
        try:
            TARGETS[name](data)
        except Exception as broken:
            broken.add_note(f"by {line_of(data)}")
            raise


@pytest.mark.parametrize("name", TARGETS)
def test_a_long_one_is_taken_or_refused(name: str, a_few: AFew) -> None:
    inputs = kept(name)
    for data in (inputs[n] for n in a_few(range(len(inputs)), 5, name)):
        TARGETS[name](data * 300)
        TARGETS[name](b" " + data + b"\n" + data)


def made_of(inputs: Sequence[bytes], chance: random.Random) -> bytes:
    """Pieces of some inputs, put together anew, with a byte here and there exchanged."""
    pieces = []
    for data in chance.choices(inputs, k=chance.randrange(1, 5)):
        begin = chance.randrange(len(data) + 1)
        pieces.append(data[begin : chance.randrange(begin, len(data) + 1)])
    made = bytearray(chance.choice((b"", b" ", b"/", b":", b"\n")).join(pieces))
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(made) + 1)
        other = (b"", bytes((chance.randrange(256),)), made[at : at + 1] * 3)
        made[at : at + 1] = chance.choice(other)
    return bytes(made)
