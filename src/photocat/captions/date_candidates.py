"""The dates of a caption as candidates: where each stands, and what the words beside it say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.captions.credit_patterns import Named
from photocat.captions.credit_words import ALIASES, CAPITALS, NAME
from photocat.captions.date_cues import cue_of
from photocat.captions.date_parts import NOT_BEFORE
from photocat.captions.dates import Stated
from photocat.captions.text import Span, Text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stated date, not yet judged."""

    stated: Stated
    sentence: int
    says: str
    """What a cue says, or ``open``."""
    rule: str
    confidence: float
    detached: bool
    """Whether a comma, a bracket or nothing stands before it: it is no part of a clause."""
    when: str = ""
    """``past`` or ``future``, where the words say so."""


_LABEL = re.compile(
    r"\W*(?:file|archive|archivbild|archivfoto|undated|handout|video|[a-z]{2,4}\d{2,6}"
    r"|(?:[a-z]{3,12} ){0,2}(?:photo|photograph|picture|pictures))?\W*",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"[A-Z][\w'-]+(?: (?:of |the )?[A-Z][\w'-]+){0,3}(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})?"
    r"\. \([^()]{6,20}\)(?::| (?=[A-Z]))"
)
"""``Waco, Texas. (June 21, 2025):``"""
_DATELINE = re.compile(
    r"\W*(?=[^a-z]{0,40}[A-Z]{4})[^a-z]{4,90}, [^a-z]{2,30}\."
    r"|[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}"
    r"(?:, [A-Z][\w'-]+(?: (?:of |the )?[A-Z][\w'-]+){0,3}){1,2}\.?\s*"
)
"""``TRAINING AREA WEST, POLAND.``, ``Kabul, Afghanistan.``: a place as a heading."""
_CREDIT = Named(
    rf"\W*(?:(?:{ALIASES})(?: (?:[Pp]hoto|PHOTO))?\s?/\s?{NAME}|{NAME}\s?[/|,]\s?(?:{ALIASES})"
    rf"|(?:[Pp]hoto(?:graph)?s?|[Pp]ictures?|[Ff]oto|Image|Credit|©)(?: by|:)? ?{NAME}"
    r"(?:\s?/\s?[\w .'-]{2,40})?"
    rf"|[Pp]hoto(?: by|:) ?{CAPITALS}(?:\s?[/,]\s?[\w .'-]{{2,40}})?"
    r"|Image (?:source|copyright|credit),? [\w ./'-]{2,40})\W*"
)
"""``Photo by Jane Doe/AFP.``: who took it, said first."""
_MAKER = re.compile(
    r"[A-Z][^.;:\ufffc]{2,50}(?: (?:Co|Bros)\.)?,{1,2} (?:publisher|photographer)s?\.\s*"
)
"""``Example News Service, publisher.``: who made it, said first."""
_FINENESS_GROUPS: tuple[tuple[int, str], ...] = (
    (6, "year-month-day month-day-year day-month-year numeric compact feast-day"),
    (5, "day-to-day han-days two-digit-year month-day"),
    (4, "days-of-month days-of-months month-to-month han-months month-year season-year"),
    (4, "month-slash-year"),
    (3, "month-only month-of-event month-of-year"),
    (2, "year-to-year han-years circa-year year feast-year"),
    (1, "decade decade-to-decade"),
    (0, "century"),
    (-1, "weekday-only"),
)
FINENESS = {form: fineness for fineness, forms in _FINENESS_GROUPS for form in forms.split()}
BARE = frozenset(("year", "year-to-year", "decade", "decade-to-decade"))
_DETACHED = re.compile(
    r"(?:^|[,;:(\[\-.)\"'*|/]|\b(?:photographer(?: [a-z][\w.'-]+){0,3}|photo|date))\s*$"
)


def lead_sentence(text: Text) -> int:
    """The sentence that says what the photo shows: the first that is no mere label."""
    for number, sentence in enumerate(text.sentences):
        if not (
            (not number and _is_heading(text, sentence))
            or _LABEL.fullmatch(text.work, sentence.start, sentence.end)
            or _DATELINE.fullmatch(text.work, sentence.start, sentence.end)
            or (not number and _MAKER.fullmatch(text.work, sentence.start, sentence.end))
            or (not number and _CREDIT.fullmatch(text.work[sentence.start : sentence.end]))
        ):
            return number
    return 0


def _is_heading(text: Text, sentence: Span) -> bool:
    """Whether but a place stands before a day in brackets; not ``Ocala, Fla. (June 21, 2025)``."""
    heading = _HEADED.match(text.work, sentence.start)
    return heading is not None and sentence.end < heading.end()


def words_around(text: Text, span: Span) -> tuple[str, str]:
    """The words of its sentence before and after a stretch, in lower case."""
    if not text.sentences:
        return "", ""
    sentence = text.sentences[text.sentence_at(span.start)]
    before = text.work[max(sentence.start, span.start - 160) : span.start]
    after = text.work[span.end : max(span.end, min(sentence.end, span.end + 160))]
    return before.lower().rstrip(), after.lower()


def weigh(text: Text, stated: Stated) -> Candidate | None:
    """A stated date as a candidate; None where the words say that it is no date."""
    before, after = words_around(text, stated.whole)
    sentence = text.sentence_at(stated.span.start)
    detached = _DETACHED.search(before) is not None and not _after_a_point(stated, before)
    date = text.work[stated.lead : stated.span.end].lower()
    cue = cue_of(before, date, after, stated.form)
    if cue is not None and cue.says == "nothing":
        return None
    if cue is not None and cue.loose and _closes(text, stated, after):
        cue = None
    if cue is None or cue.says == "open":
        return Candidate(stated, sentence, "open", "", 0.9, detached)
    return Candidate(stated, sentence, cue.says, cue.name, cue.confidence, detached, cue.when)


def _after_a_point(stated: Stated, before: str) -> bool:
    """Whether but the point of an abbreviation stands before: ``by the U.S. on August 6``."""
    return before.endswith(".") and stated.lead < stated.core and stated.weekday is None


def _closes(text: Text, stated: Stated, after: str) -> bool:
    """Whether a date closes its sentence after a place: ``… off Jindo April 16, 2014.``"""
    if after.strip(" .\"')") or (stated.core > stated.lead and stated.weekday is None):
        return False
    previous = text.work[max(0, stated.lead - 24) : stated.lead].rstrip()
    word = previous[previous.rfind(" ") + 1 :]
    return previous.endswith(",") or word[:1].isupper()


def may_date(candidate: Candidate, text: Text) -> bool:
    """Whether a date can be a photo's: figures that stand alone, not ``Expo 2000``."""
    stated = candidate.stated
    if stated.form in ("weekday-only", "century", "month-only", "month-of-event", "month-of-year"):
        return False
    year = _YEAR.search(stated.edtf)
    if year is not None and int(year[0]) < NOT_BEFORE:
        return False
    if stated.form in BARE and candidate.rule != "date-of-this-photo":
        seen_in = candidate.rule == "taken" and _IN_IT.match(text.work, stated.lead) is not None
        return seen_in or stands_as_a_year(candidate, text)
    return True


_YEAR = re.compile(r"\d{4}")
_IN_IT = re.compile(
    r"in \d|(?:dem )?Jahre? \d|\d{4} (?:beim?|im|in|am|an|auf|vor|mit|während|zeigt) "
)


def stands_as_a_year(candidate: Candidate, text: Text) -> bool:
    """``in 2015``, ``, 1938``, ``(1958)``; not ``Build 2017`` or ``2017 inductees``."""
    stated = candidate.stated
    introduced = (
        stated.form == "decade"
        or stated.core > stated.span.start
        or candidate.detached
        or stated.edtf[-1] in "~?%"
    )
    after = text.work[stated.span.end : stated.span.end + 24]
    if text.work.endswith("dated ", 0, stated.lead):
        return True
    if stated.form == "year" and (_opens_a_story(text, stated) or _behind_a_name(text, stated)):
        return True
    if stated.form in ("year", "year-to-year") and _SAYS_YEARS.match(text.work, stated.lead):
        return True
    return (introduced and _LOOSE.match(after) is not None) or _ends_a_title(text, stated.span)


def _opens_a_story(text: Text, stated: Stated) -> bool:
    """``In 2010 villagers rebuilt it``: a sentence that begins so tells of that year."""
    start = text.sentences[text.sentence_at(stated.span.start)].start
    return _IN.match(text.work, start) is not None and stated.lead - start < 2


def _behind_a_name(text: Text, stated: Stated) -> bool:
    """``…, Doe, Jane 1935`` or ``…, Washington 1919`` at the end, as museums and archives file."""
    start = max(0, stated.span.start - 40)
    rest = text.work[stated.span.end :].strip(" .")
    match = None if rest else _FILED.search(text.work, start, stated.span.start)
    return match is not None and match[1] not in _WITH_A_YEAR


_FILED = re.compile(
    r"(?:, (?:[A-Z][\w'-]+ ){0,2}|[.!?][\"']? [A-Z][a-z]+ (?:[A-Z]\. |[A-Z][a-z]+ )?)"
    r"([A-Z][a-z'-]+) $"
)
_IN = re.compile(r"\W?In (?:late |early |mid-)?\d{4},? (?![A-Z])[a-z]")
_SAYS_YEARS = re.compile(
    r"(?:von|from|between|zwischen|de|entre|с|з) \d{4} (?:bis|to|and|und|à|et|a|y|по|до) \d{4}\b"
    r"|(?<=[a-zäöüß]{2}t )\d{4}(?= (?:über|in|im|am|an|auf|beim?|vor|den|die|das|der|dem)\b)"
    r"|(?<=[于在自从至到])\d{4}年"
    r"|(?<![^\s,。;:])\d{4}年(?!.{0,6}(?:会|赛|杯|节|奖|运))",
    re.IGNORECASE,
)
"""Years that say that they are: ``Von 2008 bis 2011``, ``2013年`` where a clause begins."""


def _ends_a_title(text: Text, span: Span) -> bool:
    """Whether a year is the last word of a caption that is but a title: ``Berlin 1936``."""
    words = text.work[: span.start].split()
    if text.work[span.end :].strip(" .\n") or not 1 <= len(words) <= _TITLE:
        return False
    last = words[-1]
    return last[:1].isupper() and last not in _WITH_A_YEAR and not any(map(_small, words[1:]))


def _small(word: str) -> bool:
    return word[:1].islower() and word not in _SMALL


_TITLE = 7
"""Words that a title has at most before its year."""
_SMALL_WORDS = "in im am at of de der die das von van la le du des et und and y bei"
_SMALL = frozenset(_SMALL_WORDS.split())
_NUMBERED = (
    "Build Windows Office Agenda Vision Formula Class Season Saison Model Apollo Boeing Airbus Page"
    " Room Highway Route No Nr"
)
_WITH_A_YEAR = frozenset(_NUMBERED.split())
"""Words that a number follows which is no year of a photo."""


_LOOSE = re.compile(
    r"\s*(?:$|[,.;:()\]\-\"'|©]|\n|(?:in|at|on|near|by|with|as|and|during|when|after|before|to|for"
    r"|while|from|of"
    r"|inside|outside|under|over|off|along|where|is|was|showing|shows|a|the|that|who|which|about"
    r"|against"
    r"|[a-z]+ed|[a-z]+ing|took|won|became|began|led|left|made|went|came|gave|ran|met|were|had|has|have"
    r"|there|some|only|just|nearly|almost|more|fewer|ahead|amid|into|through|between|beside|next|but|or|it|he|she|they|his|her)\b)"
)
