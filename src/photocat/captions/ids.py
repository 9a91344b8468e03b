"""Dates that image ids carry: VIRINs, and agencies' own ids with the day in full
(``20160319-zaa-1234``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from photocat.captions.text import Span
from photocat.dates.virin import VIRIN, virin_day

_ID = re.compile(
    rf"(?<![\w-])(?P<virin>{VIRIN})(?![\w-])"
    r"|(?<![\w-])(?:[A-Z]{2,4}[_-]?)?(?P<full>(?:19"
    r"|20)\d{6})[-_][A-Za-z0-9]{2,6}[-_]\w{2,12}(?![\w-])"
)


def id_dates(text: str) -> Iterator[tuple[Span, str, str]]:
    """The image ids of a text: where, the day as EDTF, and which rule read it."""
    for match in _ID.finditer(text):
        day = virin_day(match["virin"]) if match["virin"] else _full_day(match["full"])
        if day is not None:
            yield Span(*match.span()), day.isoformat(), "virin" if match["virin"] else "image-id"


def days_of_id(given: str) -> Iterator[str]:
    """The days that an id outside a caption carries, EDTF; a day by itself is one."""
    if _DAY.fullmatch(given) and _full_day(given.replace("-", "")):
        yield given
    for _, day, _ in id_dates(given):
        yield day


def archive_numbers(text: str) -> list[Span]:
    """Where a text has numbers of the Imperial War Museum, which look like years: ``(C 1917)``."""
    if "IWM" not in text and "Imperial War" not in text:
        return []
    return [Span(*match.span()) for match in _NUMBER.finditer(text)]


_NUMBER = re.compile(r"\((?:[A-Z]{1,4} \d{1,6})(?: ?[A-Z])?\)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _full_day(figures: str) -> date | None:
    try:
        return date(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    except ValueError:
        return None
