"""Live and motion photos: the still is a photo, and its tags say that it moves."""

from __future__ import annotations

import json
import struct
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from photocat.readers import read_tags, sniff
from photocat.readers.apple import START, read_apple
from photocat.records import Tag

SAYS = ("Apple LivePhotoVideoIndex", "XMP GCamera:MotionPhoto")


def note(*entries: tuple[int, int, int, bytes], rest: bytes = b"") -> bytes:
    directory = struct.pack(">H", len(entries)) + b"".join(
        struct.pack(">HHI", number, kind, length) + value for number, kind, length, value in entries
    )
    return START + b"\0\1MM" + directory + rest


def test_an_iphone_says_that_its_still_moves() -> None:
    where = struct.pack(">I", 14 + 2 + 24)
    told = list(
        read_apple(
            note(
                (0x0011, 2, 37, where),
                (0x0017, 4, 1, struct.pack(">I", 8192)),
                rest=b"0D2E4B1A-0C7B-4C1B-8D5C-6C5B9E5F1A2B\0",
            )
        )
    )

    assert told == [
        Tag("Apple ContentIdentifier", "0D2E4B1A-0C7B-4C1B-8D5C-6C5B9E5F1A2B"),
        Tag("Apple LivePhotoVideoIndex", "8192"),
    ]


def test_other_notes_say_nothing() -> None:
    assert list(read_apple(b"Nikon\0\2\x10\0\0MM\0*\0\0\0\x08")) == []
    assert list(read_apple(note((0x0001, 9, 1, b"\0\0\0\1")))) == []


@given(st.binary(max_size=120))
def test_no_note_however_broken_raises(rest: bytes) -> None:
    list(read_apple(START + rest))
    list(read_apple(note((0x0011, 2, 37, rest[:4].ljust(4, b"\xff")), rest=rest)))


def test_real_stills_that_move_say_so(shared: Path) -> None:
    corpus = shared / "corpora" / "metadata"
    lines = (corpus / "manifest.jsonl").read_text("utf-8").rstrip("\n").split("\n")
    moving = [e for e in map(json.loads, lines) if e["oracle"].get("motion_live")]
    silent = []
    for entry in moving:
        data = (corpus / entry["path"]).read_bytes()
        tags, _ = read_tags(data, sniff(data) or "")
        if not any(tag.origin.startswith(SAYS) for tag in tags):
            silent.append(entry["path"])

    assert (len(moving), silent) == (13, [])
