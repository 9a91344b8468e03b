"""Names of places at which a photo was not made, by what leads to them: homes, bases, deeds."""

from __future__ import annotations

import re

from photocat.captions.places_around import RESIDENTS_OF, VISIT
from photocat.captions.places_standing import Standing
from photocat.captions.places_words import NOT_HERE, SCENE
from photocat.captions.text import MASKED

_UNIT_OF = re.compile(
    rf"\b(?:from|with) (?:the )?{MASKED}+(?:, |,? at |,? out of |,? of )(?:the )?$"
)
"""``from the 9th Fighter Squadron, Doe Air Force Base, Ga.,``: a unit; its name is blotted out."""
_SENTENCE = 400
"""Characters of a sentence that are looked at: time must not grow with its square."""
_HOMES = frozenset(("airfield", "base", "camp", "port", "town"))
_FLIES = re.compile(
    r"\b(?:fl(?:y|ies|ying|ew|own)|refuel\w*|soars?|patrols?|receives? fuel|takes? on fuel)\b"
    r"[^.;]{0,120}\bover\b"
)
_AIRCRAFT = re.compile(
    r"\b(?:[A-Z]{1,3}-\d{1,3}[A-Z]?|jets?|aircraft|airplanes?|planes?|helicopters?|bombers?"
    r"|fighters?|drones?|parachut\w+)\b"
)
_OVER = re.compile(r"\b(?:over|above) (?:[a-z-]+ ){0,3}$")
_STRIKES = re.compile(
    r"\b(?:after|before|following|prior to) (?:[a-z-]+ ){0,4}"
    r"(?:air ?strikes?|strikes?|missions?|sorties|raids?|operations?|bombing runs?)"
    r" (?:in|on|against|across|inside) (?:the )?$"
)
"""``fly over northern Iraq after conducting airstrikes in Syria``: what was done somewhere else."""
_LATER = re.compile(
    r"\b(?:in|at|near|outside) (?:[A-Z][\w'-]+,? ){0,3}[A-Z][\w'-]+, "
    r"(?:an?|one|two|three|four|five|several|\d+|some) (?:days?|hours?|weeks?|months?|years?)"
    r" after [^.;,]{3,60} (?:in|at|on|near) (?:the )?$"
)
"""``in Kabul, a day after the attack in Kunduz``."""


def is_elsewhere(standing: Standing) -> bool:
    """Whether the words before a name say that something else is there than the photo."""
    before = standing.before
    if _LATER.search(before[-140:]):
        return True
    if standing.kind in _HOMES and _UNIT_OF.search(before[-140:]):
        return True
    if _STRIKES.search(before[-90:]) and _FLIES.search(standing.sentence[-_SENTENCE:]):
        return True
    return (
        NOT_HERE.search(before[-80:]) is not None
        and RESIDENTS_OF.search(before[-40:]) is None
        and SCENE.search(before[-120:]) is None
        and VISIT.search(standing.bare[-80:]) is None
    )


def is_flown_over(standing: Standing) -> bool:
    """``A jet flies over northern Iraq``: up there no finer place can be told than what is wide."""
    led = standing.preposition in {"over", "above", "of"} and _OVER.search(standing.before[-60:])
    sentence = standing.sentence[-_SENTENCE:]
    return bool(led) and bool(_FLIES.search(sentence) or _AIRCRAFT.search(sentence))
