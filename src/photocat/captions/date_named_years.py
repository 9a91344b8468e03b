"""Years that things are called by: ``the 1960 file``, ``the 2013 season``, ``in the 2016 race``."""

from __future__ import annotations

import re

from photocat.captions.cue_words import SMALL
from photocat.captions.date_candidates import Candidate
from photocat.captions.text import Text

OLD = 5
"""Years after which a thing that bears its year tells of the past."""
_NAMES_IT = re.compile(r"\b(?:the|an?|his|her|their|its|this|that|\w+'s) \d{4}$", re.IGNORECASE)
_NOUN = re.compile(r"[ -][a-z]")
_SEASON = re.compile(
    r"(?: [a-z][\w-]*){0,3} (?:season|campaign|budget|edition|album|film|movie|book|report"
    r"|harvest)\b"
)


def is_of_old(candidate: Candidate, photo: str, text: Text) -> bool:
    """``the 1960 file`` in a photo of 2017; not ``the 2016 budget``, which is the year's."""
    stated = candidate.stated
    if candidate.says != "open" or stated.form != "year":
        return False
    then, now = stated.edtf[:4], photo[:4]
    if not (then.isdigit() and now.isdigit() and int(then) <= int(now) - OLD):
        return False
    before, after = text.work[: stated.span.end], text.work[stated.span.end :]
    return _NAMES_IT.search(before, max(0, len(before) - 24)) is not None and (
        _NOUN.match(after) is not None
    )


def is_of_its_season(candidate: Candidate, photo: str, text: Text) -> bool:
    """``The 2013 season is long`` in a photo of 2013."""
    stated = candidate.stated
    if stated.form != "year" or stated.edtf != photo[:4] or in_that_year(candidate, text):
        return False
    return _SEASON.match(text.work, stated.span.end) is not None


def is_called_by(before: str, after: str) -> bool:
    """``since the 1974 invasion``: it bears the year, and is over; in small letters."""
    return before.endswith(" the") and _ITS_NOUN.match(after) is not None


_ITS_NOUN = re.compile(rf"[ -](?!{SMALL})[a-z]")


def in_that_year(candidate: Candidate, text: Text) -> bool:
    """``in 2016``; not ``in the 2016 election``, which is what the election is called."""
    stated = candidate.stated
    return stated.core > stated.span.start and not text.work[: stated.core].lower().endswith("the ")
