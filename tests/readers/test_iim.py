"""IPTC-IIM: datasets, and the encodings that agencies never declared."""

from __future__ import annotations

import struct
from typing import Any

import pytest

from photocat.readers.charsets import likelier_encoding
from photocat.readers.iim import CHARSET_ORIGIN, read_iim
from photocat.records import Note, Tag

UTF8 = (1, 90, b"\x1b%G")


def tags_of(raw: bytes) -> list[tuple[str, str]]:
    return [(t.origin, t.value) for t in read_iim(raw) if isinstance(t, Tag)]


def test_repeated_datasets_are_one_tag_each(make: Any) -> None:
    raw = make.iim((2, 25, b"birds"), (2, 25, b"Moscow"), (2, 5, b"Title"))

    assert tags_of(raw) == [("IIM 2:025", "birds"), ("IIM 2:025", "Moscow"), ("IIM 2:005", "Title")]


@pytest.mark.parametrize(
    ("escape", "encoding"),
    [
        (b"\x1b%G", "utf-8"),
        (b"\x1b%/I", "utf-8"),
        (b"\x1b.A", "iso8859-1"),
        (b"\x1b-B", "iso8859-2"),
        (b"\x1b-L", "iso8859-5"),
        (b"\x1b.F", "iso8859-7"),
    ],
)
def test_a_declared_encoding_is_believed(make: Any, escape: bytes, encoding: str) -> None:
    word = {"iso8859-2": "Łódź", "iso8859-5": "Алеппо", "iso8859-7": "Αθήνα"}.get(encoding, "Nîmes")
    raw = make.iim((1, 90, escape), (2, 90, word.encode(encoding)))

    assert tags_of(raw)[1] == ("IIM 2:090", word)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman"])
@pytest.mark.parametrize("declared", [(), (UTF8,)])
def test_what_was_not_declared_is_guessed_and_told(
    make: Any, encoding: str, declared: tuple[Any, ...]
) -> None:
    caption = "L’archevêque Jens Trübiger à Skåne, près d’Île-de-France"
    found = tags_of(make.iim(*declared, (2, 120, caption.encode(encoding))))

    assert ("IIM 2:120", caption) in found
    guesses = [value for origin, value in found if origin == CHARSET_ORIGIN]
    assert guesses == ([] if encoding == "utf-8" else [f"guessed {encoding}"])


WORDS = [
    "café", "Müller", "São Paulo", "Málaga", "Århus", "Göteborg", "Besançon", "Kraków’s", "déjà vu",
    "MÜNCHEN", "El Niño", "“quoted” – and dashed", "l’ovni", "Straße", "© 2016 Reuters",
    "Château d’If",
    "Tosteberga Ängar, Skåne", "À l’été", "Õhtuleht", "Photo: Zoë Röhr", "Øresund",
    "20 °C", "£5 or ¥900", "Šešelj and Žižek", "Œuvre", "naïve",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_windows_text_is_never_taken_for_mac_text(word: str) -> None:
    assert likelier_encoding(word.encode("cp1252")) == "cp1252"


@pytest.mark.parametrize(
    "word", ["café", "Müller", "São Paulo", "Málaga", "Århus", "Kraków’s", "donor’s"]
)
def test_mac_text_is_known_by_its_letters(word: str) -> None:
    assert likelier_encoding(word.encode("mac_roman")) == "mac_roman"


def test_extended_lengths_are_read() -> None:
    caption = b"long " * 8_000
    raw = b"\x1c\x02\x78\x80\x04" + struct.pack(">I", len(caption)) + caption

    assert tags_of(raw) == [("IIM 2:120", caption.decode())]


@pytest.mark.parametrize(
    "tail",
    [b"\x1c\x02\x69\x00\xffcut short", b"garbage", b"\x1c\x02\x69\xff\xff" + bytes(8)],
)
def test_a_damaged_tail_does_not_cost_the_head(make: Any, tail: bytes) -> None:
    read = list(read_iim(make.iim((2, 90, b"Paris")) + tail))

    assert read[-1] == Tag("IIM 2:090", "Paris")
    assert isinstance(read[0], Note)


def test_padding_is_no_damage(make: Any) -> None:
    assert tags_of(make.iim((2, 90, b"Paris")) + bytes(7)) == [("IIM 2:090", "Paris")]
    assert not [n for n in read_iim(make.iim((2, 90, b"P")) + bytes(7)) if isinstance(n, Note)]


def test_pictures_within_the_datasets_stay_bytes(make: Any) -> None:
    assert tags_of(make.iim((2, 202, b"\xff\xd8\xff"))) == [("IIM 2:202", "0xffd8ff")]
