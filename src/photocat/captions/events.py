"""The event that a photo is of: an election, a summit, an exercise, a memorial."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from photocat.captions.date_candidates import lead_sentence
from photocat.captions.found import FoundDate, FoundText
from photocat.captions.text import Span, Text


@dataclass(frozen=True, slots=True)
class EventRule:
    """One line of ``EVENT_RULES``: the group ``event`` of the pattern is the event's name."""

    name: str
    pattern: re.Pattern[str]
    confidence: float
    examples: tuple[tuple[str, str], ...] = ()


EVENT_NOUN = (
    r"(?:[Ee]lections?|[Rr]eferendum|Olympics|Olympic Games|Paralympics|World Cup|Games"
    r"|[Cc]hampionships?|[Ff]estival"
    r"|[Ss]ummit|[Cc]onference|Awards|Expo|[Pp]arade|[Tt]ournament|[Mm]arathon|[Cc]onvention"
    r"|[Ii]nauguration|Grand Prix"
    r"|Super Bowl|[Cc]arnival|[Cc]eremony|[Ff]uneral|[Ww]edding|Rodeo|Fair|Show|[Pp]remiere|Open"
    r"|Cup|Week|Biennale|[Cc]oronation)"
)
_NAME = r"(?:[A-Z0-9][\w'.-]*|of|the|and|for|de)"

EVENT_RULES: tuple[EventRule, ...] = (
    EventRule(
        "memorial",
        re.compile(
            r"\b(?P<event>(?:memorial|commemoration|commemorative|remembrance|farewell) (?:event"
            r"|ceremony|service) (?:for|of|to) (?:[a-z]+ |Russian "
            r"|[A-Z][a-z]+ ){0,3}?(?:[A-Z][\w'-]+)(?: [A-Z][\w'-]+){1,3})"
        ),
        0.8,
        (
            (
                "A memorial event for Russian pilot Jane Doe at a base",
                "memorial event for Russian pilot Jane Doe",
            ),
        ),
    ),
    EventRule(
        "exercise",
        re.compile(
            r"\b(?:[Ee]xercises?|[Mm]aneuvers?"
            r"|[Mm]anoeuvres?) (?P<event>[A-Z][\w-]*(?: (?:[A-Z][\w-]*|\d{1,4}))*)"
            r"|(?P<event2>Operation [A-Z][\w-]*(?: [A-Z][\w-]*)*)"
        ),
        0.8,
        (("Soldiers cross a bridge during exercise Blue Spirit 20 in Poland", "Blue Spirit 20"),),
    ),
    EventRule(
        "named",
        re.compile(
            rf"\b(?:during|at|for|in) (?:the |an? )?(?P<event>(?:\d+(?:st|nd|rd|th) (?:annual )?"
            rf"|(?:19|20)\d\d )?[A-Z][\w'.-]*(?: {_NAME}){{0,6}}? {EVENT_NOUN})(?![\w-])(?: "
            rf"\d{{4}})?"
        ),
        0.75,
        (
            (
                "A sprinter competes during the World Athletics Championships at a field",
                "World Athletics Championships",
            ),
        ),
    ),
)
"""Every rule, the surest first."""

_AFTER_DATE = re.compile(rf"\s+(?:(?!in\b|at\b|on\b|of\b|the\b)[\w'.-]+ ){{0,4}}?{EVENT_NOUN}\b")


def dated_event(
    text: Text, date: FoundDate | None, span: Span | None
) -> tuple[FoundDate | None, FoundText | None]:
    """A date that is an event's, with the event's words: ``in the March 2024 election``."""
    if date is None or span is None or date.role != "event":
        return date, None
    match = _AFTER_DATE.match(text.work, span.end)
    if match is None:
        return date, None
    whole = Span(span.start, match.end())
    given = text.given_span(whole)
    words = text.quote(whole)
    name = re.sub(r"^(?:in|at|during|for|of)?\s*(?:the\s+)?", "", words)
    begins = given.end - len(name)
    event = FoundText(begins, given.end, name, name, "shown", "event/dated", date.confidence)
    return replace(date, start=given.start, end=given.end, quote=words), event


def read_event(text: Text) -> FoundText | None:
    """The event that the first sentence names, where it names one."""
    if not text.sentences:
        return None
    sentence = text.sentences[lead_sentence(text)]
    for rule in EVENT_RULES:
        match = rule.pattern.search(text.work, sentence.start, sentence.end)
        if match is None:
            continue
        group = "event2" if match.groupdict().get("event2") else "event"
        span = Span(*match.span(group))
        given = text.given_span(span)
        return FoundText(
            given.start,
            given.end,
            text.quote(span),
            match[group],
            "shown",
            f"event/{rule.name}",
            rule.confidence,
        )
    return None
