"""Whatever the bytes are, reading them ends, and ends in values."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.errors import REASON
from photocat.readers import FORMATS, SNIFF_BYTES, read_metadata, read_sidecar, sniff
from photocat.readers.read import Metadata

NAMES = [format.name for format in FORMATS]


def storable(metadata: Metadata) -> bool:
    """Whether every text can be put into a database and printed."""
    texts = [tag.value for tag in metadata.tags]
    texts += [s.text for s in metadata.statements] + [s.evidence.quote for s in metadata.statements]
    texts += [note.detail for note in metadata.notes]
    for text in texts:
        text.encode("utf-8")
    controls = {chr(code) for code in range(32)} - set("\t\n\r")
    return not any(controls & set(text) for text in texts)


@given(st.sampled_from(NAMES), st.binary(max_size=400))
def test_any_bytes_are_read_as_any_format(format: str, data: bytes) -> None:
    metadata = read_metadata("", data, format)

    assert storable(metadata)
    assert {note.code for note in metadata.notes} <= set(REASON)
    assert 1 <= metadata.orientation <= 8


@given(st.binary(max_size=300))
def test_any_bytes_are_a_sidecar_of_no_harm(data: bytes) -> None:
    read_sidecar(data, "photo.xmp")


@pytest.mark.parametrize("seed", range(15))
def test_a_good_file_with_damaged_bytes_is_read_as_far_as_it_goes(make: Any, seed: int) -> None:
    exif = make.tiff(
        {0x010E: (2, "Un été à Nîmes"), 0x0112: (3, [6])},
        {0x9003: (2, "2016:03:20 10:11:12"), 0x9286: (7, b"ASCII\0\0\0A bridge")},
        {1: (2, "N"), 2: (5, [(35, 1), (24, 1), (0, 1)])},
    )
    iim = make.iim((1, 90, b"\x1b%G"), (2, 55, b"20160300"), (2, 90, b"Paris"))
    whole = [
        make.jpeg_of(exif, iim, make.xmp("<dc:source>AP</dc:source>")),
        make.heif(b"heic", [(b"Exif\0", bytes(4) + exif)]),
        make.png((b"eXIf", exif), (b"tEXt", b"Author\0Anna")),
        make.psd((0x0404, iim), (0x0422, exif)),
        exif,
    ]
    choose = random.Random(seed)
    for data in whole:
        format = sniff(data)
        assert format is not None
        for _ in range(10):
            mutant = bytearray(data)
            for _ in range(choose.randint(1, 12)):
                mutant[choose.randrange(len(mutant))] = choose.choice([0, 1, 8, 0x7F, 0xFF])
            assert storable(read_metadata("", bytes(mutant), format))


def test_every_file_of_the_hostile_corpus_is_read(corpus: Path) -> None:
    read = 0
    for folder in ("hostile", "metadata"):
        for path in sorted((corpus / folder).rglob("*")):
            if path.is_file() and path.suffix not in (".jsonl", ".md"):
                data = path.read_bytes()
                format = sniff(data[:SNIFF_BYTES]) or "JPEG"
                metadata = read_metadata(str(path), None if data else data, format)
                assert storable(metadata), path
                assert metadata == read_metadata(str(path), data, format), path
                read += 1
    assert read > 600
