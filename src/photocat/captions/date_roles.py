"""What each date of a caption is a date of.

An agency's first sentence says who or what, where and when; what follows is background (AP photo
caption rules). So a date of the first sentence dates the photo unless the words beside it say
otherwise (``date_cues``), and a date of a later sentence is mentioned, unless it stands alone
at the end, as archives write it: ``Jackson County, Oregon, October 1939``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from photocat.captions.date_cues import cue_of
from photocat.captions.date_parts import NOT_BEFORE
from photocat.captions.dates import Stated
from photocat.captions.found import DateRole
from photocat.captions.text import Span, Text


@dataclass(frozen=True, slots=True)
class Judged:
    """A stated date with its role."""

    stated: Stated
    role: DateRole
    rule: str
    confidence: float
    sentence: int
    when: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    stated: Stated
    sentence: int
    says: str
    """What a cue says, or ``open``."""
    rule: str
    confidence: float
    detached: bool
    when: str = ""
    """``past`` or ``future``, where the words say so."""
    """Whether a comma, a bracket or nothing stands before it: it is no part of a clause."""


_LABEL = re.compile(
    r"\W*(?:file|file ?photo|archive|archivbild|archivfoto|undated|handout|photo|video)?\W*",
    re.IGNORECASE,
)
_FINENESS_GROUPS: tuple[tuple[int, str], ...] = (
    (6, "year-month-day month-day-year day-month-year numeric compact"),
    (5, "day-to-day two-digit-year month-day"),
    (4, "days-of-month month-to-month month-year season-year"),
    (3, "month-only"),
    (2, "year-to-year circa-year year"),
    (1, "decade decade-to-decade"),
    (0, "century"),
    (-1, "weekday-only"),
)
_FINENESS = {form: fineness for fineness, forms in _FINENESS_GROUPS for form in forms.split()}
_BARE = frozenset(("year", "year-to-year", "decade", "decade-to-decade"))
_DETACHED = re.compile(r"(?:^|[,;:(\[\-.)\"'*|/]|\b(?:photographer|photo))\s*$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|said|says|told|would|could|can|may|been|be|did|does"
    r"|became"
    r"|began|came|took|made|ist|sind|war|waren|wurde|hat|haben|sagte|a été|est|sont|fue|era)\b"
)
_SAID = re.compile(
    r"\b(?:said|says|told|according|announced|reported|claimed|argued|wrote|added)\b", re.IGNORECASE
)
_FRAGMENT = 14
"""Words that a line of place and date has at most."""


def judge(text: Text, dates: Sequence[Stated], body: bool = False) -> list[Judged]:
    """A role for every date that is one; at most one is the photo's or its event's."""
    lead = lead_sentence(text)
    candidates = [c for c in (_weigh(text, stated) for stated in dates) if c is not None]
    best = None if body else _photo(text, candidates, lead)
    judged: list[Judged] = []
    for candidate in candidates:
        if best and candidate.stated is best.stated:
            role: DateRole = "event" if best.says == "event" else "photo"
            judged.append(_judged(best, role))
        elif best and _repeats(candidate, best):
            continue
        elif candidate.says == "released" and not body:
            judged.append(_judged(candidate, "released"))
        elif _worth_mentioning(candidate, text):
            rule = (
                candidate.rule if candidate.says != "open" else _place_rule(candidate, lead, body)
            )
            judged.append(_judged(replace(candidate, rule=rule), "mentioned"))
    return judged


def lead_sentence(text: Text) -> int:
    """The sentence that says what the photo shows: the first that is no mere label."""
    for number, sentence in enumerate(text.sentences):
        if not _LABEL.fullmatch(text.work, sentence.start, sentence.end):
            return number
    return 0


def words_around(text: Text, span: Span) -> tuple[str, str]:
    """The words of its sentence before and after a stretch, in lower case."""
    if not text.sentences:
        return "", ""
    sentence = text.sentences[text.sentence_at(span.start)]
    before = text.work[max(sentence.start, span.start - 160) : span.start]
    after = text.work[span.end : max(span.end, min(sentence.end, span.end + 160))]
    return before.lower().rstrip(), after.lower()


def _weigh(text: Text, stated: Stated) -> _Candidate | None:
    before, after = words_around(text, stated.whole)
    sentence = text.sentence_at(stated.span.start)
    detached = _DETACHED.search(before) is not None
    date = text.work[stated.lead : stated.span.end].lower()
    cue = cue_of(before, date, after, stated.form)
    if cue is not None and cue.says == "nothing":
        return None
    if cue is not None and cue.loose and _closes(text, stated, after):
        cue = None
    if cue is None or cue.says == "open":
        return _Candidate(stated, sentence, "open", "", 0.9, detached)
    return _Candidate(stated, sentence, cue.says, cue.name, cue.confidence, detached, cue.when)


def _closes(text: Text, stated: Stated, after: str) -> bool:
    """Whether a date closes its sentence after a place: ``… off Jindo April 16, 2014.``"""
    if after.strip(" .\"')") or (stated.core > stated.lead and stated.weekday is None):
        return False
    previous = text.work[max(0, stated.lead - 24) : stated.lead].rstrip()
    word = previous[previous.rfind(" ") + 1 :]
    return previous.endswith(",") or word[:1].isupper()


def _photo(text: Text, candidates: Sequence[_Candidate], lead: int) -> _Candidate | None:
    """The date that dates the photo, or its event; None where no sentence says it."""
    return (
        _by_lead(text, candidates, lead)
        or _by_cue(text, candidates)
        or _by_tail(text, candidates)
        or _by_event(candidates, lead)
        or _by_later_sentence(text, candidates)
    )


def _by_lead(text: Text, candidates: Sequence[_Candidate], lead: int) -> _Candidate | None:
    """The finest, best placed date of the first sentence."""
    here = [
        c
        for c in candidates
        if c.sentence == lead and c.says in ("open", "photo") and _may_date(c, text)
    ]
    if not here:
        return None
    best = max(
        here, key=lambda c: (*_standing(c), -here.index(c) if c.says == "photo" else here.index(c))
    )
    rivals = [c for c in here if c is not best and _standing(c) == _standing(best)]
    if best.says == "photo":
        return best
    rule = "dateline" if _is_dateline(best, text) else "first-sentence"
    unsure = rivals and any(c.stated.edtf != best.stated.edtf for c in rivals)
    return replace(best, rule=rule, confidence=0.7 if unsure else 0.95 if best.detached else 0.9)


def _standing(candidate: _Candidate) -> tuple[bool, int, bool]:
    return candidate.says == "photo", _FINENESS[candidate.stated.form], candidate.detached


def _by_cue(text: Text, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """A later sentence that says when the picture was taken."""
    for candidate in candidates:
        if candidate.says == "photo" and _may_date(candidate, text):
            sentence = text.sentences[candidate.sentence]
            words = text.work[sentence.start : sentence.end].lower()
            if _PICTURE_WORD.search(words) and not _SAID.search(words):
                return candidate
    return None


_PICTURE_WORD = re.compile(
    r"photo|image|picture|aufnahme|foto|снимок|снят|imagen|摄|拍|taken", re.IGNORECASE
)


def _by_tail(text: Text, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """A line of place and date that follows the description, as archives write it."""
    for candidate in reversed(candidates):
        if candidate.says != "open" or not _may_date(candidate, text):
            continue
        sentence = text.sentences[candidate.sentence]
        span = candidate.stated.span
        rest = text.work[sentence.start : span.start] + text.work[span.end : sentence.end]
        if len(rest.split()) <= _FRAGMENT and candidate.detached and not _VERB.search(rest):
            return replace(candidate, rule="last-line", confidence=0.9)
    return None


def _by_event(candidates: Sequence[_Candidate], lead: int) -> _Candidate | None:
    """The event that the first sentence shows, where nothing else dates the photo."""
    for candidate in candidates:
        if candidate.says == "event" and candidate.sentence == lead:
            return candidate
    return None


def _by_later_sentence(text: Text, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """A later sentence in an agency's manner: ``…, May 18, 2022.``, and nobody says anything."""
    for candidate in candidates:
        if candidate.says != "open" or not candidate.detached or candidate.stated.yearless:
            continue
        if _FINENESS[candidate.stated.form] < 4:
            continue
        sentence = text.sentences[candidate.sentence]
        words = text.work[sentence.start : sentence.end]
        after = words_around(text, candidate.stated.span)[1]
        if not _SAID.search(words) and not _VERB.search(words) and not after.strip(" .\"')"):
            return replace(candidate, rule="later-sentence", confidence=0.75)
    return None


def _may_date(candidate: _Candidate, text: Text) -> bool:
    """Whether a date can be a photo's: figures that stand alone, not ``Expo 2000``."""
    stated = candidate.stated
    if stated.form in ("weekday-only", "century", "month-only"):
        return False
    year = _YEAR.search(stated.edtf)
    if year is not None and int(year[0]) < NOT_BEFORE:
        return False
    if stated.form in _BARE:
        return _stands_as_a_year(candidate, text)
    return True


_YEAR = re.compile(r"\d{4}")


def _stands_as_a_year(candidate: _Candidate, text: Text) -> bool:
    """``in 2015``, ``, 1938``, ``(1958)``; not ``Build 2017`` or ``2017 inductees``."""
    stated = candidate.stated
    introduced = stated.core > stated.span.start or candidate.detached or stated.edtf[-1] in "~?%"
    after = text.work[stated.span.end : stated.span.end + 24]
    return introduced and _LOOSE.match(after) is not None


_LOOSE = re.compile(
    r"\s*(?:$|[,.;:)\]\-\"'|]|\n|(?:in|at|on|near|by|with|as|and|during|when|after|before|to|for"
    r"|while|from|of"
    r"|inside|outside|under|over|off|along|where|is|was|showing|shows|a|the|that|who|which|about"
    r"|against"
    r"|ahead|amid|into|through|between|beside|next|but|or|it|he|she|they|his|her)\b)"
)


def _is_dateline(candidate: _Candidate, text: Text) -> bool:
    before, after = words_around(text, candidate.stated.span)
    return before.endswith("(") and after.startswith(")") and len(before) < 90


def _repeats(candidate: _Candidate, best: _Candidate) -> bool:
    """Whether a date says the photo's date once more: the same, or part of it, in its sentence."""
    if candidate.sentence != best.sentence and candidate.says != "photo":
        return candidate.stated.form == "compact"
    one, other = candidate.stated.edtf, best.stated.edtf
    return (
        one == other
        or other.startswith(one)
        or (one.startswith("XXXX") and other.endswith(one[4:]))
    )


def _worth_mentioning(candidate: _Candidate, text: Text) -> bool:
    if candidate.stated.form in _BARE and candidate.says == "open":
        return _stands_as_a_year(candidate, text)
    if candidate.stated.form == "year" and candidate.says in ("mentioned", "event"):
        return candidate.stated.core > candidate.stated.span.start or candidate.rule not in (
            "event-named",
            "event-photographed",
        )
    return candidate.stated.form not in ("compact", "century")


def _place_rule(candidate: _Candidate, lead: int, body: bool) -> str:
    return "body" if body else "first-sentence" if candidate.sentence == lead else "background"


def _judged(candidate: _Candidate, role: DateRole) -> Judged:
    return Judged(
        candidate.stated,
        role,
        candidate.rule,
        candidate.confidence,
        candidate.sentence,
        candidate.when,
    )
