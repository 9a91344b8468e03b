"""Headings that name an event and its month, of which the next sentence tells the day.

``Battle of Midway, June 1942. Scene on board a carrier after she was hit on 4 June 1942.``; or the
day with which an archive files it: ``Earthquake, 1906. Doe, Jane, photographer. 1906 Apr. 18``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from photocat.captions.date_candidates import FINENESS, Candidate
from photocat.captions.date_last import by_tail
from photocat.captions.text import Text

_EVENT = re.compile(
    r"^\W*(?:(?:Photo )?#:? ?[\w-]+(?: \d+)? )?(?=[A-Z])[^.;:!?]{0,60}"
    r"\b(?:Battle|War|Invasion|Operations?|Campaign|Raids?|Attacks?|Landings?|Siege|Evacuation"
    r"|Expedition|Offensive|Strikes?|Occupation|Crisis|Uprising|Revolution|Liberation|Surrender"
    r"|Earthquake|Flood|Fire)\b[^.;:!?]{0,60}$"
)
"""What stands before the date of a heading; it tells nothing, it is a name."""
_TELLS = re.compile(r"\b(?:is|are|was|were|has|had|have|after|during|as|while|when|who|which)\b")
_THEN = re.compile(
    r"\b(?:shortly|soon|just|moments|minutes|hours|immediately|right) (?:after|before)\b"
    r"|\b(?:while|during)\b|\bunder\b"
)
"""Words by which what a ship or a town went through is what the picture shows."""


def of_its_scene(best: Candidate, text: Text, candidates: Sequence[Candidate]) -> Candidate:
    """The day that the sentence behind a heading tells, where it lies in the heading's time."""
    span = best.stated.span
    sentence = text.sentences[best.sentence]
    before = text.work[sentence.start : best.stated.lead]
    coarse = FINENESS[best.stated.form] < 5 or best.stated.form == "day-to-day"
    alone = not text.work[span.end : sentence.end].strip(" .")
    heads = alone and _EVENT.match(before) and not _TELLS.search(before)
    filed = by_tail(text, [c for c in candidates if c.sentence > best.sentence])
    if coarse and alone and filed and _is_day_of(filed, best):
        return replace(filed, rule="heading")
    if not coarse or not heads or not before.rstrip().endswith(","):
        return best
    days = [c for c in candidates if c.sentence == best.sentence + 1 and _is_day_of(c, best)]
    if len({day.stated.edtf for day in days}) != 1:
        return best
    scene = text.sentences[days[0].sentence]
    told = text.work[scene.start : days[0].stated.lead]
    if days[0].says not in ("open", "photo") and not _THEN.search(told):
        return best
    return replace(days[0], says="photo", rule="heading", confidence=0.85)


def _is_day_of(candidate: Candidate, best: Candidate) -> bool:
    day, time = candidate.stated.edtf, best.stated.edtf
    first, _, last = time.partition("/")
    within = first <= day <= last if last else day.startswith(f"{time}-")
    return len(day) == 10 and day[:4].isdigit() and within
