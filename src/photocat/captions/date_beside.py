"""What the words beside a date without its year, or a weekday, say of which one it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.cue_words import PAST
from photocat.captions.date_candidates import words_around
from photocat.captions.dates import Stated
from photocat.captions.text import Text

_NEAR = 24
"""Characters on either side that are read."""


@dataclass(frozen=True, slots=True)
class Beside:
    """How many years after the photo's, or on which side of it: ``mention_year`` says how."""

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
_YEAR_BEFORE: tuple[tuple[str, int], ...] = (
    *((r"去年$", -1), (r"今年$", 0), (r"明年$", 1)),
    (r"\b(?:until|since|by|earlier) this $", 0),
)
_AFTER = tuple((re.compile(words), years) for words, years in _YEAR_AFTER)
_BEFORE = tuple((re.compile(words), years) for words, years in _YEAR_BEFORE)
_LAST = re.compile(r"\b(?:last|this past) $", re.IGNORECASE)
_NEXT = re.compile(r"\bnext $", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|set (?:to|for)|due (?:to (?!the|an?)|in|on)|scheduled|slated|expected|planned"
    r"|going to|to be held|to take place|upcoming|for (?:broadcast|release)|preparing (?:to|for))\b"
    r"|\b(?:ahead of|eve of|in preparation for) [^.;,]{2,50}$"
)
_DONE = re.compile(rf"\b(?!(?:need|indeed|speed|feed|seed|bed|red|hundred)\b){PAST}\b")
_AFTER_IT = re.compile(
    r"^(?!.*\b(?:said|told|announced|reported)\b)[^.;]*\b(?:is|are|continues?|remains?"
    r"|goes on|go on|resumes?)\b[^.;,]{0,60} after\b"
)
"""What goes on after something that was: ``Cleanup continues after a storm hit Monday``."""
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
    if ends_a_range(text, stated):
        return Beside(when="future")
    if _UNTIL.search(before) and (
        stated.form == "weekday-only" or not _DONE.search(words_around(text, stated.whole)[0])
    ):
        return Beside(when="future")
    if _LAST.search(before):
        return Beside(when="past")
    if _NEXT.search(before):
        return Beside(when="future")
    return Beside(when=_tense(text, stated)) if stated.form == "weekday-only" else Beside()


def ends_a_range(text: Text, stated: Stated) -> bool:
    """Whether a weekday is the last of several: ``from midnight Wednesday to Friday``."""
    before = text.work[max(0, stated.span.start - _NEAR) : stated.span.start]
    return stated.form == "weekday-only" and _RANGE.search(before) is not None


_RANGE = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:morning |afternoon |evening |night )?"
    r"(?:to|through|until|till) (?:early |late )?$"
)


def _tense(text: Text, stated: Stated) -> str:
    """On which side of the photo a weekday lies, as the verbs before it in its sentence say."""
    before = words_around(text, stated.whole)[0]
    if _TO_COME.search(before):
        return "coming"
    if _AFTER_IT.search(before):
        return "past"
    return "done" if _DONE.search(before) else ""
