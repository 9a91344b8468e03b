"""People: who is shown, and who is only spoken of.

A person is shown where the caption points (``(L)``, ``left``, ``from left``) or makes them do
something in its first sentence (``President Jane Doe waves``), alone or with others. A portrait, a
memorial or a poster of somebody shows a portrait, a memorial or a poster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from photocat.captions.date_candidates import lead_sentence
from photocat.captions.found import FoundText
from photocat.captions.people_words import (
    ACT,
    ACTS,
    ANY,
    APPOSED,
    FULL,
    KIN,
    LEAD,
    LIKENESS,
    MEETS,
    NO_PERSON,
    TITLE,
    TITLE_THEN,
    TITLED,
    WHERE,
)
from photocat.captions.text import Span, Text, masked


@dataclass(frozen=True, slots=True)
class People:
    """The people of one caption."""

    shown: tuple[FoundText, ...] = ()
    mentioned: tuple[FoundText, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRule:
    """One line of ``PERSON_RULES``: every group of the pattern is a person, titles and all."""

    name: str
    shows: bool
    pattern: re.Pattern[str]
    confidence: float
    lead_only: bool = False
    lists: bool = False
    """Whether a group names several people, commas between."""
    hint: re.Pattern[str] | None = None
    """What a sentence must hold for the rule to be worth trying."""
    examples: tuple[tuple[str, str], ...] = ()


_ONE = rf"(?:(?:{TITLED})(?:{ANY})|(?:{FULL}))"
_OTHER = rf"(?:{KIN}{_ONE})"
_BRIEFLY = rf"(?:{TITLE_THEN}(?:{ANY})|(?:{FULL}))"

PERSON_RULES: tuple[PersonRule, ...] = (
    PersonRule(
        "pointed-at",
        True,
        re.compile(
            rf"(?P<a>{TITLE_THEN}?(?:{ANY})),? ?\((?:{WHERE})\)"
            rf"|(?P<b>{_BRIEFLY}), {WHERE}(?=[,.;:)]|\s(?:and|in|is|of|with|at|talks|speaks"
            rf"|shakes)\b|$)"
        ),
        0.7,
        hint=re.compile(rf"(?:\(|, ){WHERE}\b"),
        examples=(
            ("Foreign Minister Jane Doe (L) meets John Roe (R) in Geneva", "Jane Doe"),
            ("Jane Doe, second left, talks to soldiers", "Jane Doe"),
        ),
    ),
    PersonRule(
        "in-a-row",
        True,
        re.compile(
            r"\b(?:[Ff]rom (?:the )?left(?: to right)?|[Ll]eft to right|[Ff]rom (?:the )?right"
            r"|L-R|l-r)(?:\)|:|,| are)* (?P<a>[^.;()]{3,400})"
        ),
        0.7,
        lists=True,
        examples=(("From left, Jane Doe, John Q. Roe and Ann Poe attend a debate", "Jane Doe"),),
    ),
    PersonRule(
        "acting",
        True,
        re.compile(rf"{LEAD}(?P<a>{_ONE}){APPOSED} {ACTS}"),
        0.65,
        lead_only=True,
        examples=(
            ("FILE - President Jane Doe waves to the crowd", "Jane Doe"),
            ("Jane Q. Doe attends an opening night", "Jane Q. Doe"),
        ),
    ),
    PersonRule(
        "acting-together",
        True,
        re.compile(
            rf"{LEAD}(?P<a>{_ONE}){APPOSED}(?:, (?P<b>{_OTHER}){APPOSED})?,? and "
            rf"(?P<c>{_OTHER}){APPOSED} {ACT}"
        ),
        0.65,
        lead_only=True,
        hint=re.compile(" and "),
        examples=(
            ("Jane Doe and her counterpart John Roe arrive for talks", "Jane Doe"),
            ("Actor Jane Doe and singer John Roe pose in Cannes", "Jane Doe"),
        ),
    ),
    PersonRule(
        "met",
        True,
        re.compile(rf"\b{MEETS} {KIN}(?P<a>{_ONE})"),
        0.6,
        lead_only=True,
        examples=(("A boy shakes hands with Prime Minister Jane Doe in Oslo", "Jane Doe"),),
    ),
    PersonRule(
        "titled",
        False,
        re.compile(rf"\b{TITLE_THEN}(?P<a>{FULL})"),
        0.7,
        examples=(("after the fall of President Bashar al-Assad", "Bashar al-Assad"),),
    ),
)
"""Every rule, the surest first."""

_LIKENESS = re.compile(LIKENESS, re.IGNORECASE)
_NO_PERSON = re.compile(NO_PERSON)
_TITLES = re.compile(
    rf"^(?:.*\b{TITLE},? |(?:[A-Z][\w.-]*'s?|[a-z]+|Foreign|Deputy|Former|Then|Late) )+"
)
_LISTED = re.compile(r",\s+(?:and\s+)?|\s+and\s+|\s*&\s*")
_IN_LIST = re.compile(rf"(?:[a-z]+ ){{0,3}}(?P<a>(?:{TITLED})?(?:{FULL}))")
_MOST = 20
"""People that one rule finds in one sentence at most."""


def read_people(text: Text, claimed: Iterable[Span] = ()) -> People:
    """The people of a caption; dates and credits are ``claimed`` and blotted out before."""
    work = masked(text.work, claimed)
    lead = lead_sentence(text)
    shown: dict[str, FoundText] = {}
    mentioned: dict[str, FoundText] = {}
    for number, sentence in enumerate(text.sentences[:40]):
        words = work[sentence.start : sentence.end]
        for rule in PERSON_RULES:
            if rule.lead_only and number != lead:
                continue
            if rule.hint and rule.hint.search(words) is None:
                continue
            for start, name in _named(rule, words):
                likeness = _LIKENESS.search(words, 0, start) is not None
                at = sentence.start + start
                span = Span(at, at + len(name))
                found = _found(text, span, name, rule, rule.shows and not likeness)
                if found.role == "shown" and name not in mentioned:
                    shown.setdefault(name, found)
                elif name not in shown:
                    mentioned.setdefault(name, found)
    return People(
        tuple(sorted(shown.values(), key=lambda f: f.start)),
        tuple(sorted(mentioned.values(), key=lambda f: f.start)),
    )


def _named(rule: PersonRule, words: str) -> Iterator[tuple[int, str]]:
    """The names that a rule finds in a sentence, without titles, and where each begins."""
    for number, match in enumerate(rule.pattern.finditer(words)):
        if number >= _MOST:
            break
        for group, given in match.groupdict().items():
            if not given:
                continue
            parts = _listed(given) if rule.lists else [(0, given)]
            for at, part in parts:
                name = _bare(part)
                if name and not _NO_PERSON.search(name):
                    yield match.start(group) + at + part.rfind(name), name


def _listed(given: str) -> Iterator[tuple[int, str]]:
    """The people of a list, to where it ends: ``Jane Doe, John Roe and Ann Poe attend``."""
    at = 0
    for stop in (*_LISTED.finditer(given), None):
        piece = given[at : stop.start() if stop else len(given)]
        if match := _IN_LIST.match(piece):
            yield at + match.start("a"), match["a"]
        at = stop.end() if stop else at


def _bare(given: str) -> str:
    """A name without the titles and the country before it."""
    name = _TITLES.sub("", given).strip(" ,")
    return name.removesuffix("'s").removesuffix("'")


def _found(text: Text, span: Span, name: str, rule: PersonRule, shown: bool) -> FoundText:
    given = text.given_span(span)
    return FoundText(
        given.start,
        given.end,
        text.quote(span),
        name,
        "shown" if shown else "mentioned",
        f"person/{rule.name}",
        rule.confidence,
    )
