"""A folder that nobody would wish for: bombs, loops, forged counts, odd names, words that act.

``CASES`` is a table: a name, how the file is made, and what a person would expect to become of it.
All of it is our own, and made anew for each test.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from crafted.beside import BESIDE
from crafted.boxes import BOXES
from crafted.case import Case
from crafted.chunks import GIFS, PNGS, WEBPS
from crafted.exif import EXIF
from crafted.iim import IIM
from crafted.jpegs import JPEGS
from crafted.mixed import CUTS, NO_PICTURES, POLYGLOTS
from crafted.names import NAMES, NO_FILES
from crafted.packed import PACKED
from crafted.pixels import PIXELS
from crafted.said import SAID
from crafted.words import WORDS
from crafted.xmp import XMP

FAMILIES: dict[str, tuple[Case, ...]] = {
    "pixels": PIXELS,
    "no pictures": NO_PICTURES,
    "JPEG": JPEGS,
    "chunks": PNGS + WEBPS + GIFS,
    "boxes": BOXES,
    "EXIF": EXIF,
    "XMP": XMP + PACKED,
    "IIM": IIM,
    "dates and places": SAID,
    "words": WORDS,
    "names": NAMES + NO_FILES,
    "sidecars": BESIDE,
    "cuts and mixtures": CUTS + POLYGLOTS,
}

CASES = tuple(case for family in FAMILIES.values() for case in family)

_EVERY = {"boxes": 8, "EXIF": 7, "words": 4, "cuts and mixtures": 6}
"""Families that are all combinations of two lists: a few of each will do at other times."""

FEW = tuple(case for name, family in FAMILIES.items() for case in family[:: _EVERY.get(name, 1)])


def make(folder: Path, cases: Iterable[Case]) -> None:
    """Make some of them in a folder."""
    for case in cases:
        path = folder / case.name
        path.parent.mkdir(exist_ok=True)
        case.make(path)
