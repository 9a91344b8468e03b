"""Several pictures in one: ``This combination of photos shows … on March 16 and … on April 29``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from photocat.captions.date_candidates import FINENESS, Candidate, may_date
from photocat.captions.text import Span, Text
from photocat.dates import Edtf

_COMBINED = re.compile(
    r"\b(?:(?:photo |picture )?(?:combination|combo|composite|compilation|montage)"
    r"(?: (?:photo|picture|image|file)s?)* (?:of|shows?|from|made|created|with)\b"
    r"|combination (?:photos?|pictures?|images?)\b"
    r"|these (?:two|three|four) (?:file )?(?:photos|pictures|images)\b)",
    re.IGNORECASE,
)
_PUT_TOGETHER = re.compile(
    r"\b(?:created|made|released|provided|put together)(?: on)? $", re.IGNORECASE
)
"""When the pictures were put side by side; none of them was taken then."""


_SIDE = re.compile(
    r",? \(?(?:left|top|above|L)\)?,? and (?:on |in )?|,? and (?:the )?same [\w ]{2,30} "
)
"""What stands between the dates of two pictures side by side: ``May 28, left, and June 7``."""


def by_combination(text: Text, candidates: Sequence[Candidate], lead: int) -> Candidate | None:
    """All days of the pictures, ``{2016-03-16,2016-04-29}``, where a caption speaks of several."""
    sentence = text.sentences[lead] if text.sentences else Span(0, 0)
    combined = _COMBINED.search(text.work, sentence.start, sentence.end) is not None
    if not combined and not _SIDE.search(text.work, sentence.start, sentence.end):
        return None
    dates = [
        c
        for c in candidates
        if c.sentence == lead
        and FINENESS[c.stated.form] > 1
        and not c.stated.yearless
        and (c.says in ("open", "photo") or c.rule == "of-then")
        and may_date(c, text)
        and _PUT_TOGETHER.search(text.work, sentence.start, c.stated.lead) is None
        and c.stated.edtf[0].isdigit()
    ]
    if not combined:
        dates = _side_by_side(text, dates)
    days = sorted({c.stated.edtf for c in dates})
    if len(days) < 2:
        return None
    first, last = dates[0].stated, dates[-1].stated
    span = Span(first.span.start, last.span.end)
    whole = Edtf.parse(f"{{{','.join(days)}}}").text
    both = replace(first, span=span, edtf=whole, weekday=None)
    return replace(dates[0], stated=both, rule="combination", confidence=0.85)


def _side_by_side(text: Text, dates: list[Candidate]) -> list[Candidate]:
    for one, other in pairwise(dates):
        if _SIDE.fullmatch(text.work, one.stated.span.end, other.stated.lead):
            return [one, other]
    return []
