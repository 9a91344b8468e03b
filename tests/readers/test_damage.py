"""Whatever the bytes are, reading them ends, and ends in values."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photocat.errors import REASON
from photocat.readers import (
    FORMATS,
    SNIFF_BYTES,
    read_metadata,
    read_sidecar,
    sniff,
    state,
)
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


SPLICES = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"<", b"&#0;", b'{"a":', b"1e999")


def mutant(choose: random.Random, data: bytes, other: bytes) -> bytes:
    """A real file with a few bytes overwritten, cut out, doubled, or taken from another."""
    out = bytearray(data)
    for _ in range(choose.choice([1, 2, 4, 16])):
        at = choose.randrange(min(len(out), choose.choice([64, 512, 4096, len(out)])) or 1)
        match choose.randrange(5):
            case 0:
                out[at : at + 1] = bytes([choose.randrange(256)])
            case 1:
                out[at : at + 4] = choose.choice(SPLICES)
            case 2:
                del out[at : at + choose.choice([1, 8, 100])]
            case 3:
                out[at:at] = out[at : at + choose.choice([4, 64, 1000])]
            case 4:
                start = choose.randrange(len(other))
                out[at : at + 50] = other[start : start + choose.choice([10, 200, 2000])]
    return bytes(out)


@pytest.mark.parametrize("seed", range(2))
def test_real_files_with_damaged_bytes_are_read_as_far_as_they_go(corpus: Path, seed: int) -> None:
    choose = random.Random(seed)
    paths = sorted(p for p in (corpus / "metadata").rglob("*") if 0 < p.stat().st_size < 100_000)
    files = [path.read_bytes() for path in choose.sample([p for p in paths if p.is_file()], 25)]
    for data in files:
        format = sniff(data[:SNIFF_BYTES]) or "JPEG"
        for _ in range(8):
            damaged = mutant(choose, data, choose.choice(files))
            metadata = read_metadata("", damaged, format)
            assert storable(metadata)
            assert {note.code for note in metadata.notes} <= set(REASON)
        for name in ("a.jpg.xmp", "a.jpg.json", "manifest.csv", "manifest.jsonl"):
            tags, notes = read_sidecar(mutant(choose, data, choose.choice(files)), name, "a.jpg")
            statements, doubts = state(tags)
            assert storable(Metadata(tags, statements, (*notes, *doubts)))


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
