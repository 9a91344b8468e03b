"""Dates that image ids carry.

A VIRIN (Visual Information Record Identification Number, DoD Instruction 5040.02) begins with the
day the picture was taken as yymmdd: ``200613-A-XB890-1021``. Agencies' own ids carry the day in
full: ``20160319-zaa-1234``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from photocat.captions.text import Span

_ID = re.compile(
    r"(?<![\w-])(?P<virin>\d{6})-[A-Z]{1,2}-[A-Z0-9]{4,6}-\d{3,4}[A-Z]?(?![\w-])"
    r"|(?<![\w-])(?:[A-Z]{2,4}[_-]?)?(?P<full>(?:19"
    r"|20)\d{6})[-_][A-Za-z0-9]{2,6}[-_]\w{2,12}(?![\w-])"
)


def id_dates(text: str) -> Iterator[tuple[Span, str, str]]:
    """The image ids of a text: where, the day as EDTF, and which rule read it."""
    for match in _ID.finditer(text):
        digits = match["virin"] or match["full"]
        year = int(digits[:-4]) if match["full"] else _year(int(digits[:2]))
        try:
            day = date(year, int(digits[-4:-2]), int(digits[-2:]))
        except ValueError:
            continue
        yield Span(*match.span()), day.isoformat(), "virin" if match["virin"] else "image-id"


def _year(figures: int) -> int:
    """VIRINs came with digital pictures."""
    return 2000 + figures if figures < 80 else 1900 + figures
