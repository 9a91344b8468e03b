"""What is no place although it bears the name of one: ships, units, storms, streets, teams."""

from __future__ import annotations

import re
from collections.abc import Callable

from photocat.captions.places_words import EVENTS, ORGANISATIONS, ROADS, TEAMS
from photocat.captions.text import Span

_NAME = (
    r"(?:(?:[A-Z]\.){1,4}|(?:St|Ft|Mt|Dr|Lt|Mr|Ms|Co|Gen|Col|Sgt|Sen|Rep|Gov|Jr|Sr|No)\."
    r"|[^\W\d_a-z](?:[\w'-]|\.(?=\w)){0,30})"
)
"""A capitalised word; its dot only where it is an abbreviation: sentences end with dots as well."""
_NAMES = rf"{_NAME}(?: (?:of |de |the )?{_NAME}){{0,3}}"
_HULL = r"(?: \([A-Z -]{1,6}\d{1,4}\))?"

MASKS: tuple[tuple[str, str], ...] = (
    (
        "ship",
        (
            r"\b(?:USS|USNS|USCGC|HMS|HMCS|HMAS|HMNZS|INS|JS|ROKS|FS|ITS|RFS|RV|MV|M/V|MS|MT|SS|BRP|HNoMS"
            rf"|ESPS|HDMS|FGS|TCG|KRI|PNS|LCS|USAV|USCG Cutter|RFA|USNS) {_NAMES}{_HULL}"
        ),
    ),
    (
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
    (
        "ship",
        (
            rf"\b{_NAMES} \((?:CVN?|DDG|CG|LPD|LHD|LCS|SSN|SSBN|SSGN|LHA|FFG|LSD|LCC|T-\w+|AS|WMSL|"
            r"WMEC|WHEC|WPC|DD|ESB|MCM|PC)[ -]?\d+\)"
        ),
    ),
    ("ship class", rf"\b{_NAME}(?: {_NAME})?-class\b"),
    (
        "unit",
        (
            r"\b\d{1,4}(?:st|nd|rd|th|d) "
            r"(?:(?:[^\W\d_a-z][\w.'/-]{0,30}|of|and|the|\(\w{1,9}\)) ){0,8}"
            r"[^\W\d_a-z][\w.'/-]{0,30}"
        ),
    ),
    (
        "unit",
        (
            r"\b(?:Battle Group|Task Force|Task Group|Company|Battery|Platoon|Squadron|Team|Group|"
            r"Detachment|Standing NATO Maritime Group) [A-Z][\w-]*"
        ),
    ),
    (
        "body",
        (
            rf"(?<![A-Z]\.)\b(?!D\.C\.)(?:{_NAME} (?:and |of |for |the |& ){{0,2}}){{1,6}}"
            rf"(?:{ORGANISATIONS})\b(?![a-z-])"
            r"(?! (?:[A-Z][a-z]+ )?(?:Base|Station|Airfield|Depot|Academy|Barracks|Headquarters"
            r"|Cent(?:er|re)|Hall)\b)"
        ),
    ),
    ("zone", rf"\b(?:Landing|Drop) Zone {_NAME}"),
    ("storm", rf"\b(?:Hurricanes?|Typhoon|Tropical Storm|Cyclone|Storm|Super Typhoon) {_NAME}"),
    (
        "fire",
        rf"\b{_NAME}(?: {_NAME})? (?:[Ff]ire|[Ww]ildfire|Complex [Ff]ire)\b(?! [Dd]epart| [Ss]tat)",
    ),
    ("exercise", rf"\b(?:[Ee]xercise|[Oo]perations?) (?:{_NAME} ){{0,3}}{_NAME}(?: \d+\b)?"),
    (
        "exercise",
        (
            r"\b(?:Defender[ -]Europe|Atlantic Resolve|Saber Strike|Allied Spirit|Cobra Gold|"
            r"African Lion|Northern Lion|Talisman Sabre|Pacific Pathways)(?: [IVX\d]+\b)?"
        ),
    ),
    (
        "street",
        (
            rf"\b(?:{_NAME} ){{1,4}}(?:{ROADS})\b\.?|\b(?:{ROADS}|Interstate|I-) ?\d+\w*"
            r"|\b(?:U\.S\.|US)[ -]\d{1,3}\b(?!,\d)"
            r"|\b[A-Z]\w+ St\.(?=,|$| (?![A-Z]))"
        ),
    ),
    (
        "works",
        (
            rf"\b(?:{_NAME} ){{1,3}}(?:Cotton|Woolen|Silk|Hosiery|Knitting|Textile|Paper|Saw) "
            r"Mills?\b"
        ),
    ),
    ("branch", rf"\b(?:[Aa]l[- ]?Qa[ei]da|Islamic State|ISIS|Taliban) in (?:the )?{_NAMES}"),
    ("party", r"(?<![\w-])[DRI]-[A-Z][\w.]+"),
    (
        "title",
        (
            r"\b(?:Duke|Duchess|Prince|Princess|Bishop|Archbishop|Earl|Countess|Patriarch|Baron|"
            r"King|Queen|Emperor|Sultan|Emir|Lord|Lady|Count|Mayor|Governor|Bank|Church"
            rf"|Emirate|Voice|Battle|Treaty|Republic) of (?:the )?{_NAME}(?: and {_NAME})?"
            r"(?! \w+ (?:Republic|Congo))"
        ),
    ),
    (
        "title",
        (
            r"(?<!\bat )(?<!\bat the )(?<!outside )(?<!outside the )(?<!\bon the )(?<!inside the )"
            rf"\bUniversity of (?:the )?{_NAME}(?:, {_NAME})?"
        ),
    ),
    (
        "war",
        (
            rf"\b{_NAME}(?:[- ]{_NAME})? (?:[Ww]ars?|[Cc]onflict|[Cc]risis|climate|nuclear deal|"
            r"accords?|"
            r"peace|talks|deal|policy|coalition|offensive against|issue)\b"
        ),
    ),
    ("nickname", r"\"[^\W\d_]+\"(?= [A-Z])"),
    ("from", r"(?<=, )\d{1,3}, (?:of|from) [A-Z][\w.]+(?: [A-Z][\w.]+)?(?:, [A-Z][\w.]+)?"),
    (
        "credit",
        (
            r"\((?:[^()]{0,300}\b(?:[Pp]hotos?|Foto|AP|AFP|EPA|REUTERS|Reuters|Getty|[Cc]ourtesy|Credit|Image|"
            r"Pool|Library of Congress|Xinhua|TASS|DVIDS|Released|RELEASED)\b[^()]{0,300})\)"
        ),
    ),
    (
        "credit",
        (
            r"(?:(?:^|(?<=[.!?\"')] )|(?<=- ))"
            r"(?:[Pp]hotos?(?:graph)? (?:by|courtesy)\b|Courtesy(?: of)?\b"
            r"|(?:Foto|Photo|Photograph|Credits?|Image credit|Bild(?:quelle)?|Quelle|Kuva|Фото)"
            r"\s?[:/©])|REUTERS/|EPA/|AP Photo/|© ?)[^\n]{0,160}$"
        ),
    ),
    ("filed", r"^\**\s*(?:FILE|File|TOPSHOT|HANDOUT|UNDATED)\s*\**(?: PHOTO| [Pp]hoto)?\s*[-:]?"),
)
"""What is blotted out before names are looked up, in this order."""

_BY_LAST_WORDS = frozenset(("body", "title", "unit"))
"""Kinds of names that places and events bear as well: the West Bank, the 76th Bregenz Festival."""
_COMPILED = tuple((name, re.compile(pattern, re.MULTILINE)) for name, pattern in MASKS)
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
    for name, pattern in _COMPILED:
        found += [
            Span(*match.span())
            for match in pattern.finditer(work)
            if name not in _BY_LAST_WORDS
            or not (known(match[0]) or (name in {"body", "unit"} and _EVENT.search(match[0])))
        ]
    found += [
        Span(*match.span())
        for match in _TEAM.finditer(work)
        if match[0].rpartition(" ")[2] not in _AMBIGUOUS_TEAMS
    ]
    return found
