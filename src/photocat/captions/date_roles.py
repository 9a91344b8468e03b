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
from datetime import date
from itertools import pairwise

from photocat.captions.cue_words import PICTURE, UNDATED
from photocat.captions.date_candidates import (
    BARE,
    FINENESS,
    Candidate,
    lead_sentence,
    may_date,
    stands_as_a_year,
    weigh,
    words_around,
)
from photocat.captions.date_combined import by_combination
from photocat.captions.date_headings import of_its_scene
from photocat.captions.date_last import (
    SAID,
    by_bracket,
    by_clause,
    by_last_words,
    by_later_sentence,
    by_month,
    by_remark,
    by_tail,
)
from photocat.captions.date_named_years import OLD, in_that_year, is_of_its_season, is_of_old
from photocat.captions.dates import Stated
from photocat.captions.found import DateRole
from photocat.captions.text import Text


@dataclass(frozen=True, slots=True)
class Judged:
    """A stated date with its role."""

    stated: Stated
    role: DateRole
    rule: str
    confidence: float
    sentence: int
    when: str = ""


def judge(text: Text, dates: Sequence[Stated], body: bool = False) -> list[Judged]:
    """A role for every date that is one; at most one is the photo's or its event's."""
    lead = lead_sentence(text)
    candidates = [c for c in (weigh(text, stated) for stated in dates) if c is not None]
    candidates = _coordinated(text, [_unless_undated(text, c) for c in candidates])
    best = None if body else _with_its_year(_photo(text, candidates, lead), candidates)
    best = of_its_scene(best, text, candidates) if best else None
    judged: list[Judged] = []
    for candidate in candidates:
        if best and candidate.stated.lead == best.stated.lead:
            role: DateRole = "event" if best.says == "event" else "photo"
            judged.append(_judged(best, role))
        elif best and _repeats(candidate, best):
            continue
        elif candidate.says == "released" and not body:
            judged.append(_judged(candidate, "released"))
        elif best and is_of_its_season(candidate, best.stated.edtf, text):
            continue
        elif _worth_mentioning(candidate, text) or (
            best is not None and is_of_old(candidate, best.stated.edtf, text)
        ):
            rule = (
                candidate.rule if candidate.says != "open" else _place_rule(candidate, lead, body)
            )
            judged.append(_judged(replace(candidate, rule=rule), "mentioned"))
    return judged


def _unless_undated(text: Text, candidate: Candidate) -> Candidate:
    """What a sentence that calls its picture undated says in passing does not date it."""
    sentence = text.sentences[candidate.sentence]
    if candidate.says != "open" or not UNDATED.search(text.work, sentence.start, sentence.end):
        return candidate
    return replace(candidate, says="mentioned", rule="undated")


def _coordinated(text: Text, candidates: list[Candidate]) -> list[Candidate]:
    """What is said of a date is said of the next behind ``and``: ``opened in May and in June``."""
    for number, (one, other) in enumerate(pairwise(candidates), 1):
        gap = text.work[one.stated.span.end : other.stated.lead]
        done = one.rule in ("done-then", "begins-or-ends", "clause")
        if done and other.says == "open" and _AND.fullmatch(gap):
            candidates[number] = replace(other, says=one.says, rule=one.rule, when=one.when)
    return candidates


_AND = re.compile(
    r",? (?:and|und|et|y|и|та)(?: (?:again|for|to|was|were|then|later|[a-z]+ed)(?: [a-z]+){0,3})? "
)


def _photo(text: Text, candidates: Sequence[Candidate], lead: int) -> Candidate | None:
    """The date that dates the photo, or its event; None where no sentence says it."""
    return (
        by_combination(text, candidates, lead)
        or by_remark(text, candidates, lead)
        or _by_camera(text, candidates)
        or _by_lead(text, candidates, lead)
        or _by_cue(text, candidates)
        or by_bracket(text, candidates)
        or by_tail(text, candidates)
        or _by_event(candidates, lead)
        or by_later_sentence(text, candidates)
        or by_last_words(text, candidates)
        or by_clause(text, candidates, lead)
        or by_month(text, candidates, lead)
    )


def _with_its_year(best: Candidate | None, candidates: Sequence[Candidate]) -> Candidate | None:
    """The same day with its year, where its sentence states it so once more."""
    if best is None or not best.stated.edtf.startswith("XXXX-"):
        return best
    day = best.stated.edtf[4:]
    for other in candidates:
        full = other.stated.edtf[:4].isdigit() and other.stated.edtf[4:] == day
        if full and other.sentence == best.sentence:
            return replace(best, stated=other.stated)
    return best


def _by_lead(text: Text, candidates: Sequence[Candidate], lead: int) -> Candidate | None:
    """The finest, best placed date of the first sentence."""
    here = [
        c
        for c in candidates
        if c.sentence == lead and c.says in ("open", "photo") and may_date(c, text)
    ]
    if not here:
        return None
    if not any(FINENESS[c.stated.form] > 2 for c in here) and _others_finer(candidates, lead):
        return None
    best = max(here, key=lambda c: (*_standing(c, text), here.index(c) * (-1 if _first(c) else 1)))
    best = _before_it_was_sent(best, here, text)
    rivals = [c for c in here if c is not best and _standing(c, text) == _standing(best, text)]
    if best.says == "photo":
        return best
    rule = "dateline" if _is_dateline(best, text) else "first-sentence"
    unsure = rivals and any(c.stated.edtf != best.stated.edtf for c in rivals)
    return replace(best, rule=rule, confidence=0.7 if unsure else 0.95 if best.detached else 0.9)


def _before_it_was_sent(best: Candidate, here: Sequence[Candidate], text: Text) -> Candidate:
    """``16 JANUARY 1999 - OSLO: A king speaks, May 3, 1963.``: a day of old that closes it."""
    last = here[-1].stated
    sentence = text.sentences[best.sentence]
    heads = ":" in text.work[best.stated.span.end : min(last.lead, best.stated.span.end + 60)]
    if last is best.stated or not heads or not (last.edtf[:4] + best.stated.edtf[:4]).isdigit():
        return best
    closes = not text.work[last.span.end : sentence.end].strip(" .\"')")
    old = int(last.edtf[:4]) + OLD <= int(best.stated.edtf[:4])
    return here[-1] if closes and old and FINENESS[last.form] > 4 else best


def _first(candidate: Candidate) -> bool:
    """Whether of several alike the first counts: a year at the end is a print's or a credit's."""
    return candidate.says == "photo" or (candidate.stated.form == "year" and candidate.detached)


def _others_finer(candidates: Sequence[Candidate], lead: int) -> bool:
    """Whether the first sentence states a day or a month of something else beside a mere year."""
    return any(c.sentence == lead and FINENESS[c.stated.form] > 2 for c in candidates)


def _standing(candidate: Candidate, text: Text) -> tuple[bool, bool, int, bool]:
    return (
        candidate.says == "photo",
        _heads_a_caption(candidate, text),
        FINENESS[candidate.stated.form],
        candidate.detached,
    )


def _heads_a_caption(candidate: Candidate, text: Text) -> bool:
    """``SAN DIEGO (March 26, 2010)``: whatever day its sentence tells of afterwards."""
    if FINENESS[candidate.stated.form] < 5 or not _is_dateline(candidate, text):
        return False
    start = text.sentences[candidate.sentence].start
    return _CAPITALS.search(text.work, start, candidate.stated.lead) is not None


_CAPITALS = re.compile(r"\b[A-Z]{4}")


def _by_cue(text: Text, candidates: Sequence[Candidate]) -> Candidate | None:
    """A later sentence that says when the picture was taken."""
    for candidate in candidates:
        if candidate.says == "photo" and may_date(candidate, text):
            sentence = text.sentences[candidate.sentence]
            words = text.work[sentence.start : sentence.end].lower()
            of_it = candidate.rule == "this-ceremony" or _PICTURE_WORD.search(words)
            if of_it and not SAID.search(words):
                return candidate
    return None


_PICTURE_WORD = re.compile(rf"{PICTURE}|снят|摄|拍|taken|\b(?:is|are) (?:seen|pictured|shown)\b")


def _by_camera(text: Text, candidates: Sequence[Candidate]) -> Candidate | None:
    """A sentence that says what took the picture, whatever day the first one tells of."""
    for candidate in candidates:
        if candidate.rule == "camera-then" and may_date(candidate, text):
            return candidate
    return None


def _by_event(candidates: Sequence[Candidate], lead: int) -> Candidate | None:
    """The event that the first sentence shows, where nothing else dates the photo."""
    for candidate in candidates:
        if candidate.says == "event" and candidate.sentence == lead:
            return candidate
    return None


def _is_dateline(candidate: Candidate, text: Text) -> bool:
    before, after = words_around(text, candidate.stated.span)
    return before.endswith("(") and after.startswith(")") and len(before) < 90


def _repeats(candidate: Candidate, best: Candidate) -> bool:
    """Whether a date says the photo's date once more: the same, or part of it, in its sentence."""
    if best.rule == "combination":
        return candidate.stated.span.overlaps(best.stated.span)
    if best.rule == "remark":
        return candidate.stated.edtf == best.stated.edtf
    if best.rule == "heading" and candidate.sentence < best.sentence:
        return True
    if best.stated.form == "numeric" and candidate.stated.form == "month-day":
        # ``Washington, D.C., Dec. 3. A girl feeds a squirrel, 12/3/37``: a clipping's own date.
        return candidate.detached and candidate.stated.edtf[4:] == best.stated.edtf[-6:]
    if candidate.sentence != best.sentence and candidate.says != "photo":
        return candidate.stated.form == "compact"
    one, other = candidate.stated.edtf, best.stated.edtf
    return (
        one == other
        or _is_its_weekday(candidate.stated, other)
        or other.startswith(one)
        or (one.startswith("XXXX") and other.endswith(one[4:]))
        or (other.startswith("XXXX") and one.endswith(other[4:]))
    )


def _is_its_weekday(stated: Stated, day: str) -> bool:
    """Whether a weekday alone is that of the photo's day: ``at Friday prayers``."""
    if not stated.edtf.startswith("weekday") or not _DAY.fullmatch(day):
        return False
    try:
        return date.fromisoformat(day).weekday() == stated.weekday
    except ValueError:
        return False


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _worth_mentioning(candidate: Candidate, text: Text) -> bool:
    if candidate.stated.form in BARE and candidate.says == "open":
        return stands_as_a_year(candidate, text)
    if candidate.stated.form == "year" and candidate.says in ("mentioned", "event"):
        return in_that_year(candidate, text) or candidate.rule not in (
            "event-named",
            "event-photographed",
            "ahead-of",
            "will-be",
            "to-come",
        )
    return candidate.stated.form not in ("compact", "century")


def _place_rule(candidate: Candidate, lead: int, body: bool) -> str:
    return "body" if body else "first-sentence" if candidate.sentence == lead else "background"


def _judged(candidate: Candidate, role: DateRole) -> Judged:
    return Judged(
        candidate.stated,
        role,
        candidate.rule,
        candidate.confidence,
        candidate.sentence,
        candidate.when,
    )
