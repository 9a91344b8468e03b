"""What is no place although it bears the name of one: ships, units, storms, streets, teams."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from photocat.captions.places_words import EVENTS, ORGANISATIONS, ROADS, TEAMS
from photocat.captions.text import Span

_NAME = (
    r"(?:(?:[A-Z]\.){1,4}|(?:St|Ft|Mt|Dr|Lt|Mr|Ms|Co|Gen|Col|Sgt|Sen|Rep|Gov|Jr|Sr|No)\."
    r"|[^\W\d_a-z](?:[\w'-]|\.(?=\w)){0,30})"
)
"""A capitalised word; its dot only where it is an abbreviation: sentences end with dots as well."""
_NAMES = rf"{_NAME}(?: (?:of |de |the )?{_NAME}){{0,3}}"
_HULL = r"(?: \([A-Z -]{1,6}\d{1,4}\))?"


@dataclass(frozen=True, slots=True)
class Mask:
    """One line of ``MASKS``."""

    name: str
    pattern: str
    words: tuple[str, ...] = ()
    """One of them is in every text that the pattern fits; none: any text is worth trying."""

    def matches(self, work: str) -> Iterator[re.Match[str]]:
        """Where it fits."""
        if self.words and not any(word in work for word in self.words):
            return iter(())
        return _compiled(self.pattern).finditer(work)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


MASKS: tuple[Mask, ...] = (
    Mask(
        "ship",
        (
            r"\b(?:USS|USNS|USCGC|HMS|HMCS|HMAS|HMNZS|INS|JS|ROKS|FS|ITS|RFS|RV|MV|M/V|MS|MT|SS|BRP|HNoMS"
            rf"|ESPS|HDMS|FGS|TCG|KRI|PNS|LCS|USAV|USCG Cutter|RFA|USNS) {_NAMES}{_HULL}"
        ),
    ),
    Mask(
        "ship",
        (
            r"\b(?:aircraft carriers?|destroyer|frigate|submarine|[Cc]utter|warship|cruiser"
            r"|corvette|yacht|tanker|trawler"
            r"|ferry|icebreaker|dock ship|supply ship|assault ship"
            r"|combat ship"
            r"|cargo ship|cruise ship|hospital ship|command ship"
            r"|(?:[Nn]avy|[Cc]oast ?[Gg]uard|naval|merchant) (?:ship|vessel|boat)"
            r"|container ship|minesweeper|the ship|vessel"
            rf"|patrol ship|research ship|patrol boat|freighter|ocean liner) {_NAMES}{_HULL}"
        ),
    ),
    Mask(
        "ship",
        (
            rf"\b{_NAMES} \((?:CVN?|DDG|CG|LPD|LHD|LCS|SSN|SSBN|SSGN|LHA|FFG|LSD|LCC|T-\w+|AS|WMSL|"
            r"WMEC|WHEC|WPC|DD|ESB|MCM|PC)[ -]?\d+\)"
        ),
        (" (",),
    ),
    Mask("ship class", rf"\b{_NAME}(?: {_NAME})?-class\b", ("-class",)),
    Mask(
        "unit",
        (
            r"\b\d{1,4}(?:st|nd|rd|th|d) "
            r"(?:(?:[^\W\d_a-z][\w.'/-]{0,30}|of|and|the|\(\w{1,9}\)) ){0,8}"
            r"[^\W\d_a-z][\w.'/-]{0,30}"
        ),
    ),
    Mask(
        "unit",
        (
            r"\b(?:Battle Group|Task Force|Task Group|Company|Battery|Platoon|Squadron|Team|Group|"
            r"Detachment|Standing NATO Maritime Group) [A-Z][\w-]*"
        ),
    ),
    Mask(
        "body",
        (
            rf"(?<![A-Z]\.)\b(?!D\.C\.)(?:{_NAME} (?:and |of |for |the |& ){{0,2}}){{1,6}}"
            rf"(?:{ORGANISATIONS})\b(?![a-z-])"
            r"(?! (?:[A-Z][a-z]+ )?(?:Base|Station|Airfield|Depot|Academy|Barracks|Headquarters"
            r"|Cent(?:er|re)|Hall)\b)"
        ),
    ),
    Mask("zone", rf"\b(?:Landing|Drop) Zone {_NAME}"),
    Mask("storm", rf"\b(?:Hurricanes?|Typhoon|Tropical Storm|Cyclone|Storm|Super Typhoon) {_NAME}"),
    Mask(
        "fire",
        rf"\b{_NAME}(?: {_NAME})? (?:[Ff]ire|[Ww]ildfire|Complex [Ff]ire)\b(?! [Dd]epart| [Ss]tat)",
        ("ire",),
    ),
    Mask("exercise", rf"\b(?:[Ee]xercise|[Oo]perations?) (?:{_NAME} ){{0,3}}{_NAME}(?: \d+\b)?"),
    Mask(
        "exercise",
        (
            r"\b(?:Defender[ -]Europe|Atlantic Resolve|Saber Strike|Allied Spirit|Cobra Gold|"
            r"African Lion|Northern Lion|Talisman Sabre|Pacific Pathways)(?: [IVX\d]+\b)?"
        ),
    ),
    Mask(
        "street",
        (
            rf"\b(?:{_NAME}(?<!'s) ){{1,4}}(?:{ROADS})\b\.?|\b(?:{ROADS}|Interstate|I-) ?\d+\w*"
            r"|\b(?:U\.S\.|US)[ -]\d{1,3}\b(?!,\d)"
            r"|\b[A-Z]\w+ St\.(?=,|$| (?![A-Z]))"
        ),
    ),
    Mask(
        "works",
        (
            rf"\b(?:{_NAME} ){{1,3}}(?:Cotton|Woolen|Silk|Hosiery|Knitting|Textile|Paper|Saw) "
            r"Mills?\b"
        ),
        (" Mill",),
    ),
    Mask(
        "route",
        r"\b(?:Route|Routes|MSR|Highway|Autobahn) [A-Z]\w+",
        ("Route", "MSR", "Highway", "Autobahn"),
    ),
    Mask("branch", rf"\b(?:[Aa]l[- ]?Qa[ei]da|Islamic State|ISIS|Taliban) in (?:the )?{_NAMES}"),
    Mask("party", r"(?<![\w-])[DRI]-[A-Z][\w.]+"),
    Mask(
        "title",
        (
            r"\b(?:Duke|Duchess|Prince|Princess|Bishop|Archbishop|Earl|Countess|Patriarch|Baron|"
            r"King|Queen|Emperor|Sultan|Emir|Lord|Lady|Count|Mayor|Governor|Bank|Church"
            rf"|Emirate|Voice|Battle|Treaty|Republic) of (?:the )?{_NAME}(?: and {_NAME})?"
            r"(?! \w+ (?:Republic|Congo))"
        ),
    ),
    Mask(
        "title",
        (
            r"(?<!\bat )(?<!\bat the )(?<!outside )(?<!outside the )(?<!\bon the )(?<!inside the )"
            rf"\bUniversity of (?:the )?{_NAME}(?:, {_NAME})?"
        ),
        ("University of ",),
    ),
    Mask(
        "war",
        (
            rf"\b{_NAME}(?:[- ]{_NAME})? (?:[Ww]ars?|[Cc]onflict|[Cc]risis|climate|nuclear deal|"
            r"accords?|"
            r"peace|talks|deal|policy|coalition|offensive against|issue)\b"
        ),
        (
            *(" war", " War", "onflict", "risis", " climate", " nuclear deal", " accord", " peace"),
            *(" talks", " deal", " policy", " coalition", " offensive against", " issue"),
        ),
    ),
    Mask("nickname", r"\"[^\W\d_]+\"(?= [A-Z])"),
    Mask("from", r"(?<=, )\d{1,3}, (?:of|from) [A-Z][\w.]+(?: [A-Z][\w.]+)?(?:, [A-Z][\w.]+)?"),
    Mask(
        "credit",
        (
            r"\((?:[^()]{0,300}\b(?:[Pp]hotos?|Foto|AP|AFP|EPA|REUTERS|Reuters|Getty|[Cc]ourtesy|Credit|Image|"
            r"Pool|Library of Congress|Xinhua|TASS|DVIDS|Released|RELEASED)\b[^()]{0,300})\)"
        ),
    ),
    Mask(
        "credit",
        (
            r"(?:(?:^|(?<=[.!?\"')] )|(?<=- ))"
            r"(?:[Pp]hotos?(?:graph)? (?:by|courtesy)\b|Courtesy(?: of)?\b"
            r"|(?:Foto|Photo|Photograph|Credits?|Image credit|Bild(?:quelle)?|Quelle|Kuva|Фото)"
            r"\s?[:/©])|REUTERS/|EPA/|AP Photo/|© ?)[^\n]{0,160}$"
        ),
    ),
    Mask(
        "credit",
        r"(?<=[\"”] )[A-Z][^\"”\n]{1,80}?\ufffc\.?(?= \d{2,3}-[A-Z]{1,4}-)",
        ("-",),
    ),
    Mask(
        "credit",
        r"(?:\bNational Archives\b[^.;()]{0,50}|\ufffc[, ]{1,3}(?:at )?)College Park"
        r"(?:, (?:Maryland|Md\.|MD))?",
        ("College Park",),
    ),
    Mask(
        "filed", r"^\**\s*(?:FILE|File|TOPSHOT|HANDOUT|UNDATED)\s*\**(?: PHOTO| [Pp]hoto)?\s*[-:]?"
    ),
)
"""What is blotted out before names are looked up, in this order."""

_PLACES_TOO = frozenset(("body", "fire", "street", "title", "unit", "works", "zone"))
"""Kinds of names that places and events bear as well: the West Bank, the 76th Bregenz Festival."""
_WHOLE = frozenset(("ship", "storm"))
"""Those that are a place's only as a whole: HMAS Stirling is a base, the USS San Diego none."""
_HELD = frozenset(("body", "unit"))
_BLANK = re.compile(" ")
_BEGUN = re.compile(r"(?:[A-Z]\w+ ){1,2}$")
_FURTHER = 30
_GOES_ON = re.compile(
    r"((?: of)?(?: the)?(?: [A-Z][\w&'-]*| headquarters| building))(?: [A-Z][\w&'-]*)?"
)
_EVENT = re.compile(r"(?:" + "|".join(EVENTS) + r")\Z")
_TEAM = re.compile(
    rf"\b{_NAME}(?: {_NAME})?(?: {_NAME})? (?:"
    + "|".join(sorted(TEAMS, key=len, reverse=True))
    + r")\b"
)
_AMBIGUOUS_TEAMS = frozenset({"City", "United", "Villa", "Sun", "Sky", "Dream", "Storm", "Wild",
                              "Madrid", "Barcelona", "Sparks", "Stars", "Liberty",
                               "Heat"})  # fmt: skip


def place_masks(work: str, known: Callable[[str], bool]) -> list[Span]:
    """Stretches of a caption that bear names of places and are none.

    ``known`` tells whether a whole stretch is a place's own name: the West Bank is no bank.
    """
    found: list[Span] = []
    places: list[Span] = []
    for mask in MASKS:
        for match in mask.matches(work):
            if mask.name in _HELD and _EVENT.search(match[0]):
                continue
            span = Span(*match.span())
            if mask.name in _WHOLE:
                place = span if known(match[0]) else None
            else:
                place = _place_at(work, span, known) if mask.name in _PLACES_TOO else None
            if place:
                places.append(place)
                span = Span(span.start, place.start)
            found.append(span)
    found += [
        Span(*match.span())
        for match in _TEAM.finditer(work)
        if match[0].rpartition(" ")[2] not in _AMBIGUOUS_TEAMS
    ]
    return [
        span
        for span in found
        if not any(place.start <= span.start and span.end <= place.end for place in places)
    ]


def _place_at(work: str, span: Span, known: Callable[[str], bool]) -> Span | None:
    """The place that a stretch ends with or is the beginning of.

    ``Bank of America`` is no place, but its stadium is; ``Doe's Downing Street`` ends in one.
    """
    start, end = span.start, span.end
    if goes_on := _GOES_ON.match(work, end):
        for further in (goes_on.end(), goes_on.end(1)):
            if known(work[start:further]):
                return Span(start, further)
    begun = _BEGUN.search(work, max(0, start - _FURTHER), start)
    words = [start + blank.end() for blank in _BLANK.finditer(work[start:end])]
    starts = ([begun.start()] if begun else []) + [start, *words[:-1]]
    return next((Span(at, end) for at in starts if known(work[at:end])), None)
