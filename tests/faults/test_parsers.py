"""Whatever is written, the parsers take it or refuse it in words of ours, and take their time.

``corpus/words.txt`` keeps what once broke one of them, or might have; new texts are made by
changing those.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from photocat.captions import read_caption
from photocat.dates import Edtf
from photocat.errors import PhotocatError
from photocat.query import parse
from photocat.readers.xmp import read_xmp

AFew = Callable[..., Sequence[int]]

KEPT = [
    line.encode("ascii").decode("unicode_escape")
    for line in (Path(__file__).parent / "corpus" / "words.txt").read_text().splitlines()
    if not line.startswith("# ")
]

READERS: dict[str, Callable[[str], object]] = {
    "query": parse,
    "EDTF": Edtf.parse,
    "caption": read_caption,
    "XMP": lambda text: read_xmp(text.encode("utf-8", "surrogatepass")),
}


def read(name: str, text: str) -> None:
    with suppress(PhotocatError):
        READERS[name](text)


@pytest.mark.parametrize("name", READERS)
def test_what_was_kept_is_taken_or_refused(name: str) -> None:
    assert len(KEPT) > 30
    for text in KEPT:
        for longer in (text, text * 300, f" {text}\n{text}"):
            read(name, longer)


@pytest.mark.parametrize("name", READERS)
def test_what_is_made_of_it_is_taken_or_refused(name: str, a_few: AFew) -> None:
    for n in a_few(range(1_000_000), 400, name):
        read(name, made_of(KEPT, random.Random(n)))


def made_of(texts: Sequence[str], chance: random.Random) -> str:
    """Pieces of some texts, put together anew, with a character here and there exchanged."""
    pieces = []
    for text in chance.choices(texts, k=chance.randrange(1, 5)):
        begin = chance.randrange(len(text))
        pieces.append(text[begin : chance.randrange(begin, len(text)) + 1])
    letters = list(chance.choice(("", " ", "/", ":", "\n")).join(pieces))
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(letters))
        letters[at] = chance.choice(("", chr(chance.randrange(0x3000)), letters[at] * 3, '"', "<"))
    return "".join(letters)
