"""People: who is shown, and who is only spoken of.

A person is shown where the caption points (``(L)``, ``left``, ``from left``) or makes them do
something in its first sentence (``President Jane Doe waves``). A portrait, a memorial or a poster
of somebody shows a portrait, a memorial or a poster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from photocat.captions.date_candidates import lead_sentence
from photocat.captions.found import FoundText
from photocat.captions.text import Span, Text, masked


@dataclass(frozen=True, slots=True)
class People:
    """The people of one caption."""

    shown: tuple[FoundText, ...] = ()
    mentioned: tuple[FoundText, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRule:
    """One line of ``PERSON_RULES``: the group ``name`` of the pattern is the person."""

    name: str
    shows: bool
    pattern: re.Pattern[str]
    confidence: float
    lead_only: bool = False
    examples: tuple[tuple[str, str], ...] = ()


_PART = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w'-]+"
_FULL = (
    rf"{_PART}(?:,? Jr\.)?(?: (?:[A-Z]\. ?)?(?:(?:al|el|bin|de|del|da|di|la|le|van|von|der"
    rf"|den)[ -])*{_PART}|(?: [A-Z]\.){{1,2}} {_PART}){{1,3}}"
)
_ONE_OR_MORE = (
    rf"{_PART}(?: (?:[A-Z]\. ?)?(?:(?:al|el|bin|de|del|da|di|la|le|van|von|der"
    rf"|den)[ -])*{_PART}){{0,3}}"
)
_TITLE = (
    r"(?:President|Vice President|Prime Minister|Premier|Chancellor|King|Queen|Prince|Princess"
    r"|Pope|Pastor|Bishop|Archbishop"
    r"|Cardinal|Patriarch|Imam|Rabbi|Sheikh|Ayatollah|Senator|Sen\.|Rep\.|Gov\.|Governor|Mayor"
    r"|Minister|Secretary|Ambassador"
    r"|Gen\.|General|Col\.|Colonel|Maj\.|Major|Capt\.|Captain|Lt\.|Lieutenant|Sgt\.|Sergeant"
    r"|Cpl\.|Spc\.|Pfc\.|Pvt\.|Adm\."
    r"|Admiral|Cmdr\.|Commander|Dr\.|Prof\.|Professor|Mr\.|Mrs\.|Ms\.|Sir|Lady|Lord|Judge|Justice"
    r"|Coach|Chairman|Director"
    r"|Speaker|Chief|actor|actress|singer|director|author|photographer|activist|pilot|journalist"
    r"|leader|candidate|manager"
    r"|musician|artist|writer|designer|Präsident|Bundeskanzler(?:in)?|Kanzler(?:in)?|Président"
    r"|presidente)"
)
_WHERE = (
    r"(?:(?:far|second|third|fourth|fifth|2nd|3rd|4th|top|bottom|front|back|upper|lower|center"
    r"|centre|rear)[ -]){0,2}"
    r"(?:from (?:the )?)?(?:left|right|center|centre|middle|foreground|background|top|bottom"
    r"|front|rear|L|R|C)"
    r"(?: (?:left|right|front|row))?"
)
_ACTS = (
    r"(?:is|poses?|speaks?|attends?|smiles?|waves?|talks?|gestures?|walks?|looks?|holds?|arrives?"
    r"|answers?|addresses|listens?"
    r"|reacts?|celebrates?|plays?|performs?|delivers?|shakes?|greets?|meets?|visits?|inspects?"
    r"|reviews?|signs?|sits?|stands?"
    r"|testifies|enters?|leaves?|departs?|returns?|watches|points?|salutes?|prays?|runs?|rides?"
    r"|drives?|competes?|scores?"
    r"|kicks?|hugs?|kisses|laughs?|cries|works?|leads?|reads?|sings?|dances?|mans|cleans?"
    r"|prepares?|takes?|gives?|makes?"
    r"|casts?|votes?|chairs?|displays?|shows?|steps?|boards?|unveil(?:s|ing)|paddles?|practices"
    r"|scuba)"
)

PERSON_RULES: tuple[PersonRule, ...] = (
    PersonRule(
        "pointed-at",
        True,
        re.compile(
            rf"(?P<name>{_ONE_OR_MORE}),? ?\((?:{_WHERE})\)"
            rf"|(?P<name2>{_FULL}), {_WHERE}(?=[,.;:)]|\s(?:and|in|is|of|with|at|talks|speaks"
            rf"|shakes)\b|$)"
        ),
        0.7,
        examples=(
            ("Foreign Minister Jane Doe (L) meets John Roe (R) in Geneva", "Jane Doe"),
            ("Jane Doe, second left, talks to soldiers", "Jane Doe"),
        ),
    ),
    PersonRule(
        "titled-and-acting",
        True,
        re.compile(
            rf"(?:^|[-:]\s*|\b){_TITLE} (?P<name>{_ONE_OR_MORE})(?:,[^,.]{{1,60}},)? {_ACTS}\b"
        ),
        0.65,
        lead_only=True,
        examples=(("FILE - President Jane Doe waves to the crowd", "Jane Doe"),),
    ),
    PersonRule(
        "named-and-acting",
        True,
        re.compile(rf"^(?:\W*(?:FILE|File)\W+)?(?P<name>{_FULL})(?:,[^,.]{{1,60}},)? {_ACTS}\b"),
        0.6,
        lead_only=True,
        examples=(("Jane Q. Doe attends an opening night", "Jane Q. Doe"),),
    ),
    PersonRule(
        "titled",
        False,
        re.compile(rf"\b{_TITLE} (?P<name>{_FULL})"),
        0.7,
        examples=(("after the fall of President Bashar al-Assad", "Bashar al-Assad"),),
    ),
)
"""Every rule, the surest first."""

_LIKENESS = re.compile(
    r"\b(?:portraits?|posters?|memorial|pictures?|photos?|photographs?|images?|murals?|statues?"
    r"|bust|effig(?:y|ies)|billboards?"
    r"|paintings?|banners?|tomb|grave|funeral|masks?|cut-?outs?|placards?|drawing|caricature"
    r"|coffins?|body|remains|vigil"
    r"|tribute|figure|wax)\b[^.;]{0,40}\b(?:of|for|depicting|showing|honou?ring|with|reading|to"
    r"|featuring|displaying)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"^(?:The|A|An|This|In|On|At|U\.?S|US|UN|EU|New|North|South|East|West|Saudi|San|Los|Las|Fort"
    r"|Camp|Air|Coast|Army|Navy|Red"
    r"|White|Black|Great|General View|Northern|Southern|Eastern|Western|National|Royal|Supreme"
    r"|Mount|Lake|River|Hurricane"
    r"|Syrian|Russian|Turkish|Iraqi|Afghan|Israeli|Palestinian|Ukrainian|Chinese|British|French"
    r"|German|American|Indian"
    r"|Pakistani|Iranian|Egyptian|Japanese|Korean|Mexican|Cuban|Somali|Kurdish|African|European"
    r"|Asian|Muslim|Christian"
    r"|Jewish|Catholic|Orthodox|Buddhist|Hindu|Police|Rebel|Members|People|Men|Women|Children"
    r"|Workers|Soldiers)\b"
    r"|\b(?:Army|Navy|Force|Forces|Guard|Party|Council|Committee|University|Ministry|Department"
    r"|Company|Church|Team|House"
    r"|Center|Centre|Airport|Base|Station|Street|Square|Park|Stadium|Hospital|School|Museum"
    r"|Island|Islands|Bay|Sea|City"
    r"|County|Province|District|Region|States|Kingdom|Republic|Union|Nations|Squad|Brigade"
    r"|Battalion|Regiment|Division"
    r"|Airlines|Club|Mosque|Temple|Bridge|Tower|Palace|Association|Court|Police|Court|Corps|Group"
    r"|Command|Minister"
    r"|Secretary|Street|Avenue|Road)$"
)


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
            for match in list(rule.pattern.finditer(words))[:20]:
                group = "name2" if match.groupdict().get("name2") else "name"
                name = _bare(match[group])
                if not name or _NO_PERSON.search(name):
                    continue
                start = sentence.start + match.start(group) + match[group].rfind(name)
                span = Span(start, start + len(name))
                likeness = _LIKENESS.search(words, 0, match.start(group)) is not None
                found = _found(text, span, name, rule, rule.shows and not likeness)
                if found.role == "shown":
                    shown.setdefault(name, found)
                elif name not in shown:
                    mentioned.setdefault(name, found)
    return People(
        tuple(sorted(shown.values(), key=lambda f: f.start)),
        tuple(sorted((f for n, f in mentioned.items() if n not in shown), key=lambda f: f.start)),
    )


_TITLES = re.compile(
    rf"^(?:(?:{_TITLE}|[A-Z][a-z]+ (?:President|Minister|Secretary|Premier)|Foreign|Prime|Deputy"
    rf"|Former|Then|Britain|{_TITLE}) )+"
)


def _bare(name: str) -> str:
    name = re.sub(r"^[\w.-]+'s ", "", _TITLES.sub("", name).strip(" ,"))
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
