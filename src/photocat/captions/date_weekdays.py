"""Weekdays that stand alone, and words that only look like them."""

from __future__ import annotations

import re

from photocat.captions.date_parts import Parts

_ENGLISH_DAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
_EVERY = re.compile(r"\b(?:weekly|every|each|usual)\s*$", re.IGNORECASE)
_NTH = re.compile(r"\b(?:first|second|third|fourth|last)\s*$")
"""What happens every Wednesday, or on the last of a month, happens on no Wednesday."""
_OF_WHAT = (" of ", " in ", " before ", " after ")
_CALLED = re.compile(r" [A-Z][a-z]+[- ](?:[A-Z]|[a-z]+[ ,])")
"""``Sun Yat-sen``: no weekday is shortened before a name."""
_TITLED = re.compile(r" of [A-Z][a-z]+\W")
"""``Friday of Rage``: what a day is called."""
_HEADING = re.compile(
    r" (?:(?:morning|afternoon|evening|night) )?(?:at|in|on|along|outside|with) [a-z ]{3,40}\."
)
"""``Sunday at the mine.``: what a picture is called tells no day."""
_SHORT = frozenset(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
_SHORTENED = re.compile(r"(?:\b[Oo]n |[,(] ?).?$|[,.)]$")
"""What stands beside a shortened weekday; ``V838 Mon`` is a star."""
_SIGNED = re.compile(r"(?:\b[Bb]y|[/|©])\s?$")
_SURNAME = re.compile(r" [A-Z][\w'-]+")
"""``Photo by Sunday Doe``: a first name."""
_IN_THE_SKY = re.compile(r" (?:gods?|goddess|worship\w*|deity|temple|dance|salutation|dial|rise)\b")
_PAPER = re.compile(r"(?:\b[A-Z][a-z]+|\b[Tt]he) $")
"""``Baltimore Sun``, ``the Sun``: no weekday is shortened after a name."""
_FEAST = re.compile(
    r"\b(?:Palm|Good|Easter|Black|Bloody|Super|Ash|Cyber|Holy|Fat|Shrove|Eye|Big|Wacky"
    r"|Marathon|Maundy|Whit)\s*$"
)


def weekday(parts: Parts) -> str | None:
    """Not a date yet: ``weekday 3`` is a Thursday, of which week ``years`` may know."""
    word = parts.words[-1]
    if _FEAST.search(parts.before) or _EVERY.search(parts.before):
        return None
    if _NTH.search(parts.before) and parts.after.startswith(_OF_WHAT):
        return None
    if _TITLED.match(parts.after):
        return None
    if not parts.before.strip() and _HEADING.match(parts.after):
        return None
    if word == "Sun" and (
        _CALLED.match(parts.after) or _PAPER.search(parts.before) or _IN_THE_SKY.match(parts.after)
    ):
        return None
    alone = len(parts.words) == 1 and word in _SHORT
    if alone and not _SHORTENED.search(parts.before + parts.after[:1]):
        return None
    if _SIGNED.search(parts.before) and _SURNAME.match(parts.after):
        return None
    if word[:1].islower() and word.isascii() and word.lower() in _ENGLISH_DAYS:
        return None
    return f"weekday {parts.values[-1]}"
