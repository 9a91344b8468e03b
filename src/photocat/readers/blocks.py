"""Blocks of metadata inside a file: what a container holds, before it is read.

A container walk yields ``Block`` and ``Note`` in the order of the file. What it yielded before it
met damage stays valid, so a broken tail never costs the head.
"""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from photocat.readers.charsets import printable
from photocat.records import Note, Tag

Data: TypeAlias = bytes | mmap.mmap
"""All bytes of a file, in memory or mapped."""

BlockKind = Literal["exif", "iim", "xmp", "text", "comment", "ciff"]

MAX_BLOCK = 16 * 1024 * 1024
"""No metadata block is larger than this; what claims to be is damage."""

MAX_DETAIL = 300
"""Characters of what is told of damage."""

MAX_STEPS = 100_000
"""No container has more segments, chunks or boxes than this."""


@dataclass(frozen=True, slots=True)
class Block:
    """One metadata block, cut out of its container."""

    kind: BlockKind
    """``exif`` is a TIFF stream, ``iim`` datasets, ``xmp`` a packet, ``text`` a named text."""
    data: Data
    name: str = ""
    """For ``exif`` the directory that its first IFD is (empty: IFD0); for ``text`` and
    ``comment`` the origin of the tag."""


Blocks: TypeAlias = Iterator[Block | Note]
Tags: TypeAlias = Iterator[Tag | Note]
FindBlocks: TypeAlias = Callable[[Data], Blocks]


def damaged(detail: str) -> Note:
    """The note that a metadata block could not be read, or not to its end."""
    return Note("metadata-damaged", printable(detail[:MAX_DETAIL]))
