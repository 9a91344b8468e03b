"""Dates that date a photo although they stand late: in a last line, a clause, the last words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from photocat.captions.credit_words import ARCHIVE_ALIASES, NAME, NATIONS
from photocat.captions.date_candidates import FINENESS, Candidate, may_date, words_around
from photocat.captions.text import Text

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|said|says|told|would|could|can|may|been|be|did|does"
    r"|became"
    r"|began|came|took|made|ist|sind|war|waren|wurde|hat|haben|sagte|a été|est|sont|fue|era)\b"
)
SAID = re.compile(
    r"\b(?:said(?! to be\b| to have been\b)|says|told|according|announced|reported|claimed|argued"
    r"|wrote|added)\b",
    re.IGNORECASE,
)
"""Words of a sentence that reports what was said."""
_FRAGMENT = 14
"""Words that a line of place and date has at most."""


def by_remark(text: Text, candidates: Sequence[Candidate], lead: int) -> Candidate | None:
    """A remark after the description: ``Picture taken March 29, 2016.``, ``Фото 2015 года``.

    The other date is then the day on which it was sent.
    """
    for candidate in candidates:
        sentence = text.sentences[candidate.sentence]
        if candidate.sentence <= lead:
            continue
        if _is_day_alone(text, candidate) and _yearless(candidates, lead):
            return replace(candidate, rule="remark", confidence=0.85)
        if candidate.says == "photo" and _REMARK.match(text.work, sentence.start, sentence.end):
            return replace(candidate, rule="remark")
    return None


def _is_day_alone(text: Text, candidate: Candidate) -> bool:
    """``Monday, June 22, 2015.``: a sentence that is nothing else."""
    sentence, stated = text.sentences[candidate.sentence], candidate.stated
    alone = text.work[sentence.start : sentence.end].strip(" .()") == text.work[
        stated.lead : stated.span.end
    ].strip(" .()")
    return alone and stated.weekday is not None and not stated.yearless


def _yearless(candidates: Sequence[Candidate], lead: int) -> bool:
    """Whether the first sentence tells no more than days without their year."""
    return all(c.stated.yearless for c in candidates if c.sentence == lead)


_REMARK = re.compile(
    r"(?:(?:the |this )?(?:picture|photo(?:graph)?|image)s?(?: was| were)? (?:taken|made|shot)\b"
    r"|photographed (?:at|in|near|by|on)\b|(?:die )?aufnahme (?:vom|entstand)\b"
    r"|aufgenommen (?:am|im)\b|photo prise\b|foto tomada\b"
    r"|снято\b|знято\b|摄于|拍摄于).{0,80}$"
    r"|(?:(?:file|archive|архивное) )?(?:photo|picture|image|foto|bild|archivbild|фото|снимок)"
    r"(?: (?:from|of|vom|von|aus(?: dem jahr)?|d[eu]l?|от|від))?:? [\w ,]{0,20}\d{4}"
    r"(?: (?:года?|року|[гр]))?\W*$",
    re.IGNORECASE,
)


def by_tail(text: Text, candidates: Sequence[Candidate]) -> Candidate | None:
    """A line of place and date that follows the description, as archives write it."""
    for candidate in reversed(candidates):
        if candidate.says != "open" or not may_date(candidate, text):
            continue
        sentence = text.sentences[candidate.sentence]
        span = candidate.stated.span
        after = _CREDIT.sub("", text.work[span.end : sentence.end], count=1)
        rest = text.work[sentence.start : span.start] + after
        alone = candidate.detached or _ends_a_place(text, candidate)
        if len(rest.split()) <= _FRAGMENT and alone and not _TELLS.search(rest):
            return replace(candidate, rule="last-line", confidence=0.9)
    return None


_TELLS = re.compile(rf"^\W*(?:he|she|they|his|her|their)\b|{_VERB.pattern}", re.IGNORECASE)
"""``He retired after 30 years of service, 1941-1971``: it tells, and is no line of a place."""
_CREDIT = re.compile(
    rf"^[;,.]? (?:(?:photo(?:graph)?|image|courtesy|credit)\b|(?:{ARCHIVE_ALIASES})"
    rf"|{NAME}, (?:{NATIONS})\b).*$"
    rf"|^ ?[(\[][^()\[\]]*\b(?:{ARCHIVE_ALIASES})\b[^()\[\]]*[)\]]\W*$",
    re.DOTALL,
)
"""Who is credited behind a date: ``; January 1938; photo by Jane Doe; Example Archive image.``"""


def _ends_a_place(text: Text, candidate: Candidate) -> bool:
    """``… at Nipomo, California February 1936``, ``… Doe, Jane May 1937``: no comma before it."""
    span = candidate.stated.span
    sentence = text.sentences[candidate.sentence]
    if span.start != candidate.stated.core or text.work[span.end : sentence.end].strip(" .\"')"):
        return False
    start = max(0, sentence.start - 3)
    return _AFTER_A_PLACE.search(text.work, start, span.start) is not None


_AFTER_A_PLACE = re.compile(
    r", [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2} $|[.!?][\"']? [A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z'-]+ $"
)


def by_bracket(text: Text, candidates: Sequence[Candidate]) -> Candidate | None:
    """A date alone in brackets at the end of a description: ``…. (26 January 2016) (Photo: AP)``"""
    for candidate in reversed(candidates):
        if candidate.says not in ("open", "photo") or not may_date(candidate, text):
            continue
        stated = candidate.stated
        if text.work[max(0, stated.lead - 1) : stated.lead] not in ("(", "["):
            continue
        if _BRACKET_ENDS.fullmatch(text.work, stated.span.end):
            return replace(candidate, rule="last-brackets", confidence=0.85)
    return None


_BRACKET_ENDS = re.compile(r"[)\]][\s.]*(?:[(\[][^()\[\]]{2,80}[)\]]|[^()\n.]{2,60})?[\s.]*")
"""What may follow: nothing, or a credit."""


def by_later_sentence(text: Text, candidates: Sequence[Candidate]) -> Candidate | None:
    """A later sentence in an agency's manner: ``…, May 18, 2022.``, and nobody says anything."""
    days = [c for c in candidates if FINENESS[c.stated.form] > 4]
    for candidate in candidates:
        sentence = text.sentences[candidate.sentence]
        words = text.work[sentence.start : sentence.end]
        here = _HERE.match(words) is not None
        if candidate.says != "open" or (candidate.stated.yearless and not here):
            continue
        if FINENESS[candidate.stated.form] < 4:
            continue
        after = words_around(text, candidate.stated.span)[1]
        if after.strip(" .\"')") and not (here and _THERE.fullmatch(after)):
            continue
        before = text.work[sentence.start : candidate.stated.lead]
        if SAID.search(words):
            told = days == [candidate] and _CAPTURED.search(before) and _IN_PLACE.search(before)
            if told:
                return replace(candidate, rule="later-sentence", confidence=0.65)
            continue
        placed = candidate.detached or _IN_PLACE.search(before) is not None
        if (here and (placed or days == [candidate])) or (
            candidate.detached and not _VERB.search(words)
        ):
            return replace(candidate, rule="later-sentence", confidence=0.75)
        now = _NOW.search(before) is not None and _IN_PLACE.search(before) is not None
        dated = candidate.stated.weekday is not None and _NOT_PAST.search(before) is not None
        if days == [candidate] and (now or dated):
            return replace(candidate, rule="later-sentence", confidence=0.65)
    return None


_HERE = re.compile(
    r"\W*(?:here|pictured|shown|above|an? (?:general |aerial )?(?:scene|view|glimpse) (?:at|in|of)"
    r"|this (?:photo|picture|image)"
    r"|(?:it|the (?:photo(?:graph)?|picture|image)) (?:shows|depicts))\b",
    re.IGNORECASE,
)
"""Words that point to the picture."""
_THERE = re.compile(
    r",? (?:at|in|near|off|on|outside) [a-z]\w*(?: [a-z]\w*){0,4}[\s.\"')]*"
    r"|, (?:not long|shortly|soon|hours|days|a day) (?:after|before) [^.;]{3,60}[\s.]*"
)
"""The place, told last, in lower case; or how long after what it was."""
_CAPTURED = re.compile(
    r"\b(?:to capture|captured|photographed|took (?:the|this) (?:photo|picture))\b"
)
"""Words of a photographer who is told of: ``…, 34, said he was amazed to capture it in …``."""
_NOT_PAST = re.compile(
    r"^(?!.*\b(?:was|were|had|has|have|will|would)\b)(?!.*(?<!is )(?<!are )\b\w{3,}ed\b)",
    re.DOTALL,
)
"""A sentence that tells of nothing that was, or is to be."""
_NOW = re.compile(
    _NOT_PAST.pattern
    + r".*\b(?:is|are) (?:\w+ed|\w+ing|seen|shown|held|made|worn|run|led|taken)\b",
    re.DOTALL,
)
"""A sentence that tells only what is going on: ``the race is run by farmers in …``."""


def by_last_words(text: Text, candidates: Sequence[Candidate]) -> Candidate | None:
    """The only date of a description, at its very end: ``…, says the farmer, April 1937``."""
    dates = [c for c in candidates if c.stated.form != "weekday-only"]
    if len(dates) != 1 or dates[0].says != "open":
        return None
    [last] = dates
    filed = last.stated.form == "month-slash-year"  # as only archives write it
    if not last.detached and not filed and not _ends_a_place(text, last):
        return None
    if "/" in last.stated.edtf and last.sentence:
        return None  # He retired after 30 years of service, 1941-1971.
    closes = _AT_THE_END.fullmatch(text.work, last.stated.span.end) is not None
    if not closes or not may_date(last, text) or text.work[last.stated.lead - 1] != " ":
        return None
    return replace(last, rule="last-words", confidence=0.8)


def by_clause(text: Text, candidates: Sequence[Candidate], lead: int) -> Candidate | None:
    """The only date, after a place at the end of the first sentence, though in a clause:
    ``… the house where gunmen hid in Kabul on April 16, 2012.``"""
    dates = [c for c in candidates if FINENESS[c.stated.form] > 2]
    if dates and all(c.stated.yearless and c.sentence > lead for c in dates[1:]):
        # What is told of afterwards without its year is told of the same one.
        dates = dates[:1]
    if len(dates) != 1 or dates[0].sentence != lead or dates[0].rule not in _OF_CLAUSES:
        return None
    [only] = dates
    sentence = text.sentences[lead]
    before = text.work[sentence.start : only.stated.lead]
    after = text.work[only.stated.span.end : sentence.end]
    told = _WILL.search(before) is None or _THAT_WILL.search(before) is not None
    if only.rule in (*_TO_COME, "anniversary") and _THEN_PLACE.fullmatch(after) and told:
        return replace(only, rule="only-date", confidence=0.65)
    if only.rule in (*_TO_COME, "anniversary"):
        return None
    if _HELD.search(before) and not (only.stated.weekday is not None and _FELL.match(before)):
        return None
    if FINENESS[only.stated.form] < 5 or only.stated.yearless:
        return None
    closes = not after.strip(" .\"')") and _IN_PLACE.search(before)
    placed = closes or _THEN_PLACE.fullmatch(after)
    return replace(only, rule="only-date", confidence=0.65) if placed else None


def by_month(text: Text, candidates: Sequence[Candidate], lead: int) -> Candidate | None:
    """The only date, a month without its year: ``Migrants wait at a fence near Melilla in March.``

    What was done in a month is news that is told, and shows nothing.
    """
    here = [c for c in candidates if c.sentence == lead]
    if len(here) != 1 or here[0].stated.form != "month-only" or here[0].says != "open":
        return None
    [only] = here
    sentence = text.sentences[lead]
    before = text.work[sentence.start : only.stated.lead]
    closes = not text.work[only.stated.span.end : sentence.end].strip(" .")
    shown = _NOT_PAST.search(before) and not SAID.search(before)
    if (
        not closes
        or not shown
        or not _IN_PLACE.search(before)
        or not _IN_A_MONTH.match(text.work, only.stated.lead)
    ):
        return None
    return replace(only, rule="only-month", confidence=0.65)


_IN_A_MONTH = re.compile(r"in (?:early |mid-|late )?[A-Z]")
_TO_COME = ("to-come", "ahead-of", "will-be")
_OF_CLAUSES = ("clause", "done-then", "anniversary", *_TO_COME)
_THEN_PLACE = re.compile(
    r",? in [A-Z][\w'-]*(?:,? [A-Z][\w'-]*){0,4}(?:\. \([^()]{5,80}\))?[\s.\"')]*"
)
_WILL = re.compile(r"\b(?:will|would|set|due|scheduled|slated|expected|planned)\b")
_THAT_WILL = re.compile(
    r"^\W*\w+(?: [\w'-]+){2,20} (?:that|after|as|which|who|because)\b.{0,90}\bwill\b(?! be held)"
)
"""What will be is only what is told of: ``People cheer after word that the army will rule``."""
_HELD = re.compile(
    r"\b(?:portraits?|photos?|photographs?|pictures?|posters?|memorial|grave|funeral|mourn\w*|trial"
    r"|relatives|mother|father|vigil|statue|monument)\b",
    re.IGNORECASE,
)
"""Words of a caption that tells of what was: the date is that of what was."""
_FELL = re.compile(
    r"\W*(?:In )?(?:[Tt]his|[Aa]n?) (?!undated|file)(?:[a-z]+ ){0,2}"
    r"(?:photo|photograph|picture|image) shows\b[^.;]* that (?:partially |partly )?"
    r"(?:collapsed|crashed|sank|capsized|derailed|overturned|exploded|burned|caught fire)"
    r"(?: early| late)? ?$"
)
"""``This photo shows a tower that collapsed Thursday, May 5, 2016``: the news of that day."""
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|outside|of) (?:the )?[A-Z][\w'-]*(?:,? [A-Z][\w'-]*){0,3},? ?$"
)
_AT_THE_END = re.compile(
    r"[\s.]*(?:[A-Z]{1,4}(?:-[A-Z0-9]+)+)?[\s.]*"
    r"(?:(?:[(\[]?(?:Foto|Photo|Photograph(?:er)?|Bild|Image|Credit|Courtesy)\b|©)[^\n]{2,140})?"
)
"""What may follow: nothing, or what an archive calls the picture, ``LC-USF34-1234-C``; a credit."""
