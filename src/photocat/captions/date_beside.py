"""What the words beside a date without its year, or a weekday, say of which one it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.dates import Stated
from photocat.captions.text import Text

_NEAR = 24
"""Characters on either side that are read."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the words say: how many years after the photo's, or on which side of it."""

    years: int | None = None
    when: str = ""


_YEAR_AFTER: tuple[tuple[str, int], ...] = (
    (r",? (?:of )?(?:last|the previous|the prior) year\b|,? (?:a|one) year (?:ago|earlier)\b", -1),
    (r",? (?:of )?this year\b(?!'s)", 0),
    (r",? (?:of )?(?:next|the following) year\b", 1),
    (r" (?:vergangenen|vorigen|letzten) Jahres\b", -1),
    (r" (?:dieses|dieses laufenden) Jahres\b", 0),
    (r" (?:de l'année dernière|dernier)\b| (?:del año pasado|pasado)\b| прошлого года\b", -1),
    (r" (?:de cette année)\b| de este año\b| этого года\b", 0),
)
"""Words after a day or a month, and the year that they mean, from the photo's."""
_YEAR_BEFORE: tuple[tuple[str, int], ...] = ((r"去年$", -1), (r"今年$", 0), (r"明年$", 1))
_AFTER = tuple((re.compile(words), years) for words, years in _YEAR_AFTER)
_BEFORE = tuple((re.compile(words), years) for words, years in _YEAR_BEFORE)
_LAST = re.compile(r"\b(?:last|this past) $", re.IGNORECASE)
_NEXT = re.compile(r"\bnext $", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through|by) $", re.IGNORECASE)


def beside(text: Text, stated: Stated) -> Beside:
    """``July 17 last year``, ``last February``, ``今年6月``; nothing where no word says it."""
    start, end = stated.span.start, stated.span.end
    before = text.work[max(0, start - _NEAR) : start]
    if stated.form != "weekday-only":
        for words, years in _AFTER:
            if words.match(text.work, end):
                return Beside(years)
        for words, years in _BEFORE:
            if words.search(before):
                return Beside(years)
    elif _UNTIL.search(before):
        return Beside(when="future")
    if _LAST.search(before):
        return Beside(when="past")
    return Beside(when="future") if _NEXT.search(before) else Beside()
