"""Everything a file says of itself: container, blocks, tags, statements."""

from __future__ import annotations

import mmap
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from photocat.readers.blocks import MAX_BLOCK, Block, BlockKind, Data, Tags, damaged
from photocat.readers.charsets import clean
from photocat.readers.ciff import read_ciff
from photocat.readers.containers import find_blocks
from photocat.readers.exif import read_exif
from photocat.readers.iim import read_iim
from photocat.readers.statements import state
from photocat.readers.texts import read_comment, read_text
from photocat.readers.xmp import read_xmp
from photocat.records import Note, Statement, Tag

T = TypeVar("T")

MAX_TAGS = 20_000
"""Tags of one carrier after which no more are read."""

MAX_CHARACTERS = 500_000
"""Characters of them, likewise; the wordiest of 418 real files has 73,000."""

MAX_BYTES = MAX_BLOCK
"""Bytes of all blocks of one carrier that are read: as many as one block may have."""

MAX_NOTES = 50
"""Notes on one file that are kept."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One line of ``READERS``: how the blocks of one kind become tags."""

    kind: BlockKind
    name: str
    read: Callable[[Block], Tags]
    most: int
    """Blocks of this kind in one file that are read; no honest file has more."""


READERS: tuple[Reader, ...] = (
    Reader("exif", "EXIF", lambda block: read_exif(block.data, block.name), 8),
    Reader("iim", "IIM", lambda block: read_iim(bytes(block.data)), 16),
    Reader("xmp", "XMP", lambda block: read_xmp(bytes(block.data)), 16),
    Reader("ciff", "CIFF", lambda block: read_ciff(block.data), 1),
    Reader("text", "Text", lambda block: read_text(bytes(block.data), block.name), 1_000),
    Reader("comment", "Comment", lambda block: read_comment(bytes(block.data), block.name), 100),
)
"""Every carrier of metadata inside a file."""

READER = {reader.kind: reader for reader in READERS}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the bytes of one file say."""

    tags: tuple[Tag, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[Note, ...] = ()
    orientation: int = 1
    """EXIF orientation 1 to 8; 1 where none is stated."""


def read_metadata(
    path: str, data: Data | None, format: str, *, today: date | None = None
) -> Metadata:
    """Tags, statements and notes of a file; whatever its bytes are, only ``OSError`` is raised.

    ``data`` is all bytes of the file where they are at hand; with None, ``path`` is mapped. What
    cannot be read becomes a note, and the other carriers still speak. With ``today``, dates more
    than a day after it are refused.
    """
    tags, notes = read_tags(path if data is None else data, format)
    statements, doubts = state(tags, today)
    return Metadata(tags, statements, notes + doubts, orientation_of(tags) or 1)


def read_tags(source: str | Data, format: str) -> tuple[tuple[Tag, ...], tuple[Note, ...]]:
    """Every raw value of every carrier in the order of the file, and notes on what is damaged.

    ``source`` is the path of a file or all of its bytes.
    """
    if isinstance(source, str):
        with open(source, "rb") as file:
            if not os.fstat(file.fileno()).st_size:
                return (), ()
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return read_tags(data, format)
    tags: list[Tag] = []
    notes: list[Note] = []
    seen: set[int] = set()
    blocks: Counter[BlockKind] = Counter()
    values: Counter[BlockKind] = Counter()
    characters: Counter[BlockKind] = Counter()
    sizes: Counter[BlockKind] = Counter()
    for block in _read_on(find_blocks(source, format), format, notes):
        kind, reader = block.kind, READER[block.kind]
        if block.data is not source:
            if hash(block) in seen:
                continue
            seen.add(hash(block))
            sizes[kind] += len(block.data)
        blocks[kind] += 1
        if blocks[kind] > reader.most or sizes[kind] > MAX_BYTES:
            most = f"{reader.most} blocks or {MAX_BYTES} bytes"
            notes.append(damaged(f"{reader.name}: more than {most}, the rest is not read"))
            continue
        for tag in _read_on(reader.read(block), reader.name, notes):
            values[kind] += 1
            characters[kind] += len(tag.origin) + len(tag.value)
            if values[kind] > MAX_TAGS or characters[kind] > MAX_CHARACTERS:
                most = f"{MAX_TAGS} values or {MAX_CHARACTERS} characters"
                notes.append(damaged(f"{reader.name}: more than {most}, the rest is not read"))
                break
            tags.append(tag)
    return tuple(tags), tuple(dict.fromkeys(notes))[:MAX_NOTES]


def _read_on(stream: Iterator[T | Note], name: str, notes: list[Note]) -> Iterator[T]:
    """What a walk yields before it ends or fails; its notes, and its failure as one, set aside."""
    try:
        for item in stream:
            if isinstance(item, Note):
                notes.append(item)
            else:
                yield item
    except Exception as problem:  # noqa: BLE001 (damage raises anything; the rest still speaks)
        notes.append(damaged(f"{name}: {_told(problem)}"))


def _told(problem: Exception) -> str:
    return f"{type(problem).__name__} {problem}".strip()[:200]


def orientation_of(tags: tuple[Tag, ...]) -> int | None:
    """How the camera was held: EXIF Orientation of the main picture, else XMP tiff:Orientation."""
    for origin in ("EXIF Orientation", "XMP tiff:Orientation"):
        for tag in tags:
            value = clean(tag.value)
            if tag.origin == origin and value in "12345678" and len(value) == 1:
                return int(value)
    return None
