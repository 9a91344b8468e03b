"""One hostile file: how it is made, and what a person would expect to become of it."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Make = Callable[[Path], object]
Says = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One line of ``hostile.CASES``."""

    name: str
    make: Make
    outcome: str
    """``stored``, ``skipped`` or ``failed``; two of them where versions of a decoder differ."""
    code: str | None = None
    """What it is listed with; None: with whatever, or nothing."""
    says: Says = field(default_factory=dict)
    """What is believed of some fields: a text, a date's EDTF, ``lat,lon``; None: nothing is."""


def holding(data: bytes) -> Make:
    """A file of just these bytes."""
    return lambda path: path.write_bytes(data)


def built(build: Callable[[int], bytes]) -> Make:
    """A file built from a number, another one for each name: no two are the same picture."""
    return lambda path: path.write_bytes(build(seed_of(path)))


def seed_of(path: Path) -> int:
    return zlib.crc32(os.fsencode("/".join(path.parts[-2:])))
