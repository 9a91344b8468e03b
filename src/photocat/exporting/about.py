"""How an export is meant to be, what it may say of itself, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from photocat.writing import Wrote

Tell = Callable[[int], None]
"""Told how many photos are done, as they are."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to export."""

    format: str | None = None
    """A name of ``FORMATS``; None: as the name of the file tells."""
    columns: tuple[str, ...] = ()
    """Of a table, in their order; none: all."""
    bom: bool = False
    """Begin a CSV with the byte order mark by which Excel knows UTF-8."""
    force: bool = False
    """Replace what is there."""
    limit: int | None = None
    """Only the first so many photos."""


@dataclass(slots=True)
class Exported:
    """What was handed on."""

    photos: int = 0
    possible: int = 0
    """Of these, how many only possibly answer."""
    files: int = 0
    """Of a folder: the sidecars in it that say what they should, written now or before."""
    refused: int = 0
    """Of a folder: the sidecars that were not written."""
    reasons: list[Wrote] = field(default_factory=list)
    """Why, of the first of them."""


def _no_picture(_sha256: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class About:
    """What a file of photos may say beside them."""

    query: str = ""
    """As it was asked."""
    photos: int = 0
    """How many there will be."""
    catalog: str = ""
    """Its address, without a password."""
    picture: Callable[[str], bytes | None] = _no_picture
    """A small JPEG of the photo of a digest; None where its preview is gone."""
    columns: tuple[str, ...] = ()
    bom: bool = False
    """Both as in ``ExportOptions``."""
