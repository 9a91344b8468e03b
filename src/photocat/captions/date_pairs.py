"""Two dates that are one: ``May 3 or June 5, 1942``, ``between March 1940 and 5 May 1941``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from photocat.captions.dates import Stated
from photocat.captions.text import Span, Text

_OR = re.compile(r",? (?:or|oder|ou|или|або)(?: (?:on|in|am|im|le))? ")
_TO = re.compile(r" ?(?:/|-{1,2}) ?| (?:to|until|through|bis|à|по|до) ")
_AND = re.compile(r" (?:and|und|et|y|и|та)(?: dem| le)? ")
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|между|між)(?: dem| le)? $", re.IGNORECASE)
_SINGLE = re.compile(r"(\d{4}|XXXX)(?:-\d\d){0,2}[~?%]?")
_OPEN_ENDED = re.compile(r",? or (?:(earlier|before)|(?:later|after))\b")
"""``1940 or earlier``"""


def paired(text: Text, dates: Sequence[Stated]) -> list[Stated]:
    """The dates of a text, each two that state one as one, and the open ones as open."""
    whole: list[Stated] = []
    for stated in dates:
        both = _together(text, whole[-1], stated) if whole else None
        if both is None:
            whole.append(stated)
        else:
            whole[-1] = both
    return [_opened(text, stated) for stated in whole]


def _together(text: Text, one: Stated, other: Stated) -> Stated | None:
    gap = text.work[one.span.end : other.lead]
    if not gap or len(gap) > _FAR:
        return None
    to = _TO.fullmatch(gap) is not None
    start = one.span.start
    if _AND.fullmatch(gap):
        between = _BETWEEN.search(text.work, max(0, one.lead - 12), one.lead)
        to, start = between is not None, between.start() if between else start
    if one.form == other.form == "year" or (to and "year" in (one.form, other.form)):
        return None
    if not to and _OR.fullmatch(gap) is None:
        return None
    first = _with_its_year(one.edtf, other.edtf)
    if first is None or not first[:10] < other.edtf[:10]:
        return None
    form = one.form if len(one.edtf) >= len(other.edtf) else other.form
    edtf = f"{first}/{other.edtf}" if to else f"[{first},{other.edtf}]"
    span = Span(start, other.span.end)
    return replace(one, span=span, lead=min(one.lead, start), form=form, edtf=edtf)


_FAR = 14


def _with_its_year(one: str, other: str) -> str | None:
    """The first of two with the year of the second, where that alone states one."""
    if _SINGLE.fullmatch(one) is None or _SINGLE.fullmatch(other) is None or other[0] == "X":
        return None
    if one[0] != "X":
        return one
    same = len(one) == len(other) and one[4:] < other[4:]
    return other[:4] + one[4:] if same else None


def _opened(text: Text, stated: Stated) -> Stated:
    match = _OPEN_ENDED.match(text.work, stated.span.end)
    if match is None or _SINGLE.fullmatch(stated.edtf) is None or stated.yearless:
        return stated
    edtf = f"[..{stated.edtf}]" if match[1] else f"[{stated.edtf}..]"
    return replace(stated, edtf=edtf, span=Span(stated.span.start, match.end()))
