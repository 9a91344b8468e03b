"""``CREDITS``: where a credit stands in a caption, form by form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from photocat.agencies import AGENCIES


@dataclass(frozen=True, slots=True)
class CreditForm:
    """One line of ``CREDITS``: the group ``credit`` of the pattern is the credit."""

    name: str
    pattern: re.Pattern[str]
    confidence: float = 0.95


_ALSO_WORDS_TEXT = (
    "army|navy|air force|coast guard|rex|guardian|abc|sta|tt|nasa|petra|bbc|state department"
    "|national guard|marine corps|space force|united nations|esa|nato|spacex|unicef|unhcr"
    "|white house|the white house|fema|noaa"
)
_ALSO_WORDS = frozenset(_ALSO_WORDS_TEXT.split("|"))
"""Names that captions use in their sentences too: no credit by themselves."""


def _alternatives(*, words_too: bool) -> str:
    names = {
        name
        for agency in AGENCIES
        for name in (agency.name, *agency.aliases.split("|"))
        if name and (words_too or name.lower() not in _ALSO_WORDS)
    }
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


ALIASES = _alternatives(words_too=False)
EVERY_ALIAS = _alternatives(words_too=True)
PHOTO = (
    r"(?:photo(?:graph)?s?|picture|image|photography|foto(?:s|grafie)?|bild(?:er|rechte|quelle)?"
    r"|kuva|video|fotó|illustration|grafik|karikatur|montage|fotomontage"
    r"|фото|світлина|zdjęcie|crédit(?:s)?(?: photo)?|credits?|quelle|courtesy|graphic|still)"
)
BY = (
    r"(?:\s+(?:by|courtesy(?: of)?|via|credit|von|par|de|del|taken by)\b\s*[:\-]?"
    r"|\s*(?:[:©]|\.\.\.))"
)
_REST = r"[^()\n|]{2,140}"

_CAPITALS = (
    r"(?:(?:[^\W\d_a-z][\w'-]*|[A-Z][a-z]?\.|de|del|van|von|der|den|al|el|bin|la|le|da"
    r"|dos|di|du|y)\s){0,5}[^\W\d_a-z][\w'-]*\.?"
)
"""A run of capitalised words."""

CREDITS: tuple[CreditForm, ...] = (
    CreditForm(
        "name-bracket",
        re.compile(rf"(?:^|[.!?\"'] +)(?P<credit>{_CAPITALS} \((?:{ALIASES})\))\W*$"),
    ),
    CreditForm(
        "agency-bar",
        re.compile(
            rf"(?P<credit>(?<![\w/])(?:{ALIASES})(?:\s?/\s?(?:{ALIASES})){{0,2}}\s?\|\s?{_CAPITALS})"
            rf"(?=\W*$|\W*\n)"
        ),
    ),
    CreditForm(
        "bracketed",
        re.compile(r"\((?P<credit>[^()\n]{2,120}(?:\bvia |/)[^()\n]{2,80})\)", re.IGNORECASE),
    ),
    CreditForm(
        "agency-photo",
        re.compile(
            rf"(?P<credit>(?<![\w/])(?:{ALIASES})(?: ?photos?| ?images?)?\s?/\s?[^()\n.;|]{{2,60}}"
            rf"(?:\.[^()\n.;|]{{1,40}}){{0,2}})",
            re.IGNORECASE,
        ),
    ),
    CreditForm(
        "force-photo",
        re.compile(
            rf"(?P<credit>(?<![\w/])(?:Official )?(?P<force>{EVERY_ALIAS})\s+(?:courtesy )?"
            r"(?:[Pp]hoto|PHOTO|photograph|graphic|video|image)s?(?: (?:illustration"
            r"|released))?\s*(?:by|/|courtesy of)\s*[^()\n]{3,110})"
        ),
    ),
    CreditForm(
        "photo-by",
        re.compile(
            rf"(?P<credit>(?:©\s?[^()\n|:.©]{{2,40}}\s)?(?<![\w-]){PHOTO}{BY}\s*{_REST})",
            re.IGNORECASE,
        ),
    ),
    CreditForm(
        "name-agency",
        re.compile(
            rf"(?P<credit>{_CAPITALS}(?:\s?/\s?(?:[\w .'-]{{2,40}}\s?/\s?){{0,2}}(?:via )?|\s\|\s)"
            rf"(?:{ALIASES}))(?![\w])"
        ),
    ),
    CreditForm(
        "via",
        re.compile(
            rf"(?P<credit>(?:(?<=[.(\-|])"
            rf"|^)\s*[^()\n.|]{{2,80}}?,? via (?:{ALIASES})(?:,? file(?: photo)?)?)(?![\w])",
            re.IGNORECASE,
        ),
    ),
    CreditForm(
        "copyright",
        re.compile(rf"(?P<credit>(?:©|\(c\)\s|copyright\b)\s*:?\s*{_REST})", re.IGNORECASE),
        0.9,
    ),
    CreditForm(
        "courtesy",
        re.compile(r"(?P<credit>\bcourtesy(?: of)?:? [^()\n]{2,100})", re.IGNORECASE),
    ),
    CreditForm(
        "photographer-inverted",
        re.compile(r"(?:^|[,.]\s)(?P<credit>[A-Z][\w'-]+, [A-Z][\w'. -]{1,24}, [Pp]hotographer)\b"),
    ),
    CreditForm(
        "photographer-after",
        re.compile(
            r"[.\"'\])]\s*-+\s*(?P<credit>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}(?:, photographer)?)"
            r"(?=,\s+\ufffc)"
        ),
    ),
    CreditForm(
        "photographer-undated",
        re.compile(
            r"(?P<credit>(?:(?<= )[A-Z][\w'-]+), (?:[A-Z][\w'-]+)"
            r"|(?:(?<= )[A-Z][\w'-]+) (?:[A-Z][\w'-]+))(?= n\.d\.)"
        ),
        0.8,
    ),
    CreditForm(
        "chinese",
        re.compile(
            r"(?P<credit>(?:新华社|新華社|中新社|人民网)(?:发|记者|記者"
            r"|特约记者)*\s*[（(]?\s*(?P<by>[\u4e00-\u9fff·]{2,8})?\s*[摄攝影)]*)"
        ),
    ),
    CreditForm("in-parentheses", re.compile(r"\((?P<credit>[^()\n]{2,160})(?:\)|$)"), 0.95),
    CreditForm(
        "last-words",
        re.compile(rf"(?:^|[.\-|,'\"]|\n)\s*(?P<credit>(?:{ALIASES})(?: (?:files?|handout))?)\W*$"),
        0.9,
    ),
)
"""Every form, in the order in which they are tried; the best credit of a caption wins."""

_HINT_OF: dict[str, str] = {
    "agency-bar": r"\|",
    "bracketed": r"\(",
    "agency-photo": "/",
    "force-photo": "photo|graphic|video|image",
    "photo-by": PHOTO,
    "name-agency": "[/|]",
    "name-bracket": r"\)",
    "via": " via ",
    "copyright": r"©|copyright|\(c\)",
    "courtesy": "courtesy",
    "photographer-inverted": "photographer",
    "photographer-after": "- ?[A-Z]",
    "photographer-undated": r"n\.d\.",
    "chinese": "[新中人]",
    "in-parentheses": r"\(",
    "last-words": "",
}
"""What a text must hold for a form to be worth trying."""
HINTS = {name: re.compile(hint, re.IGNORECASE) for name, hint in _HINT_OF.items()}
