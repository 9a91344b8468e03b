"""``CREDITS``: where a credit stands in a caption, form by form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from photocat.agencies import AGENCIES
from photocat.captions.text import MASKED


@dataclass(frozen=True, slots=True)
class CreditForm:
    """One line of ``CREDITS``: the group ``credit`` of the pattern is the credit."""

    name: str
    pattern: re.Pattern[str]
    confidence: float = 0.95


_ALSO_WORDS_TEXT = (
    "army|navy|air force|coast guard|rex|guardian|abc|sta|tt|nasa|petra|bbc|state department"
    "|national guard|marine corps|space force|united nations|esa|nato|spacex|unicef|unhcr"
    "|white house|the white house|fema|noaa|fars|mehr|mena|hina|spa|andina|cna|iha|wafa|wam|gamma"
    "|rapho|flickr|wikimedia|wikipedia|roscosmos|usgs|cdc|iwm|awm|signal corps|spiegel|ап|спутник"
)
_ALSO_WORDS = frozenset(_ALSO_WORDS_TEXT.split("|"))
"""Names that captions use in their sentences too: no credit by themselves."""


_NAMES = frozenset(
    name for agency in AGENCIES for name in (agency.name, *agency.aliases.split("|")) if name
)


def _alternatives(names: Iterable[str], *, words_too: bool = False) -> str:
    """Names as a pattern, the longest first; those of one word in capitals too."""
    written = {name for name in names if words_too or name.lower() not in _ALSO_WORDS}
    written |= {name.upper() for name in written if name.isalpha() and len(name) > 2}
    longest_first = sorted(written, key=lambda n: (-len(n), n))
    return "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in longest_first)


ALIASES = _alternatives(_NAMES)
EVERY_ALIAS = _alternatives(_NAMES, words_too=True)
_ARCHIVES = _alternatives(
    (n for a in AGENCIES if a.kind == "archive" for n in (a.name, *a.aliases.split("|")) if n),
    words_too=True,
)
_HAN = _alternatives(name for name in _NAMES if "\u4e00" <= name[0] <= "\u9fff")
PHOTO = (
    r"(?:photo(?:graph)?s?|picture|image|photography|foto(?:s|grafie)?|fot\."
    r"|bild(?:er|rechte|quelle)?"
    r"|kuva|negative|transparency|kodachrome|video|fotó|illustration|grafik|karikatur|montage|fotomontage|photographer|fotograf"
    r"|(?:автор )?фото|фотограф|автор|світлина|zdjęcie|crédit(?:s)?(?: photo)?"
    r"|(?:mandatory )?credits?|quelle|courtesy|graphic|still)"
)
BY = (
    r"(?:(?: (?:and|&) (?:captions?|text|words|story|video))?"
    r"\s+(?:by|courtesy(?: of)?|via|credit|von|par|de|del|taken by)\b\s*[:\-]?"
    r"|\s*(?:[:©]|\.\.\.))"
)
_REST = r"[^()\n|]{2,140}"

_CAPITALS = (
    r"(?:(?:[^\W\d_a-z][\w'-]*|[A-Z][a-z]{0,2}\.|de|del|van|von|der|den|al|el|bin|la|le|da"
    r"|dos|di|du|y)\s){0,5}[^\W\d_a-z][\w'-]*\.?"
)
"""A run of capitalised words."""

_NAME = (
    r"[A-Z][\w'.-]*(?:(?: (?:de|del|della|di|da|van|von|der|den|el|al|bin|la|le|du|dos|y|e)\b){0,3}"
    r" (?:(?:al|el)-)?[A-Z][\w'.-]+){1,3}"
)
"""A person's name, particles in small letters included."""

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
        "archive-signature",
        re.compile(
            r"(?P<credit>\bBundesarchiv, (?:Bild |[A-Z]{1,3} \d+ Bild-?)[\w-]+"
            r"(?:\s*/\s*(?!CC\b)[^/()\n]{2,40})?"
            r"|(?:©\s?)?\b(?:IWM|Imperial War Museums?) \([A-Z]{1,4} ?\d[\w ]*\))"
        ),
    ),
    CreditForm(  # with the number under which it keeps the picture
        "archive-number",
        re.compile(
            rf"(?P<credit>(?<![\w/])(?:{_ARCHIVES}))(?:,? [A-Z][\w&' ]{{2,60}})?,? \(?"
            r"(?:NAID |ARC |no\.? )?(?=[\w./-]*\d)(?!(?:1[89]|20)\d\d\b)[A-Z\d][\w./-]{2,30}"
            r"\)?\W*$"
        ),
    ),
    CreditForm(
        "caps-photo",
        re.compile(
            rf"(?P<credit>(?<![\w/])(?:{ALIASES}) PHOTO [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'. -]{{3,40}})\W*$"
        ),
    ),
    CreditForm(
        "agency-photographer",
        re.compile(
            rf"(?P<credit>(?<!\w)(?:{ALIASES}), (?:[Фф]отограф|[Pp]hotograph(?:er?)|[Ff]otograf"
            rf"|[Ff]otógrafo):? {_CAPITALS})\W*$"
        ),
    ),
    CreditForm(
        "agency-first",
        re.compile(
            rf"^\W*(?P<credit>(?:ADN-ZB|ADN-Zentralbild|Zentralbild)(?:\s*/\s*|\s)[A-Z][\w-]+)"
            rf"(?=\s*{MASKED})"
        ),
    ),
    CreditForm(
        "credit-line",
        re.compile(
            rf"(?P<credit>\b(?:(?:Photo|Image|Mandatory) )?Credits?\s?:\s*{_REST})", re.IGNORECASE
        ),
    ),
    CreditForm(
        "dash-credit",
        re.compile(
            rf"(?:\s-{{1,2}}|(?<!\b[A-Z])[.!?])\s(?P<credit>{_CAPITALS}, (?:{ALIASES})"
            rf"(?:/(?:{ALIASES}))?)(?=,?\s*{MASKED}|\W*$)"
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
        "force-alone",
        re.compile(
            rf"(?:^|[.!?\"')] +)(?P<credit>(?:Official )?(?:{EVERY_ALIAS}) (?:[Pp]hoto(?:graph)?"
            r"|PHOTO|image|graphic|video))\W*$"
        ),
    ),
    CreditForm(
        "photo-name",
        re.compile(
            rf"(?:^|[.!?)\"'|/,\n-]\s*)(?P<credit>(?:Foto|FOTO|Photo|Photographer|Credit|Crédit|Crédito"
            rf"|(?:автор )?[Фф]ото|фотограф|Світлина)\s(?!Dep)(?:(?:{ALIASES})"
            rf"(?:\s[/-]\s{_CAPITALS})?|{_CAPITALS}(?:[.,/]?\s[^()\n|]{{2,60}})?))\W*$"
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
        "agency-photo",
        re.compile(
            rf"(?P<credit>(?<![\w/])(?:{ALIASES})(?: ?photos?| ?images?)?\s?/\s?[^()\n.;|:]{{1,60}}"
            rf"(?:\.[^()\n.;|:]{{1,40}}){{0,2}})",
            re.IGNORECASE,
        ),
    ),
    CreditForm(
        "official-slash",
        re.compile(rf"(?:^|(?<=[.!?)] ))(?P<credit>(?:{EVERY_ALIAS})/[A-Z][^()\n.;|]{{2,60}})"),
    ),
    CreditForm(
        "acronym-slash",
        re.compile(
            r"(?:[.!?\"')\]]|\n) +(?P<credit>(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{2,12} ?/ ?"
            rf"(?!(?:{ALIASES})\b)[A-Z][\w'-]+(?: [A-Z][\w'.-]+){{1,3}})\W*$"
        ),
    ),
    CreditForm(
        "name-agency",
        re.compile(
            rf"(?P<credit>(?:(?:^|(?<=[.!?\"] )){_CAPITALS}(?:,| and| et| und| y| и) )?{_CAPITALS}"
            rf"(?:\s?/\s?(?:[\w .'-]{{2,40}}\s?/\s?){{0,2}}(?:via )?|\s\|\s)(?:{ALIASES}))(?![\w])"
        ),
    ),
    CreditForm(
        "via",
        re.compile(
            r"(?P<credit>(?:(?<=[.(\-|])|^)\s*"
            r"(?:[^()\n.|]|(?<=\b[A-Z])\.(?! [A-Z][a-z]+ \w+ed)|\([A-Z]{2,6}\)){2,80}?"
            rf",? via (?:{ALIASES})(?:,? file(?: photo)?)?)(?![\w])",
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
            rf"[.\"'\])]\s*-+\s*(?P<credit>{_NAME}(?:, photographer)?)"
            r"(?=,\s+\ufffc)"
        ),
    ),
    CreditForm(
        "photographer-named",
        re.compile(
            rf"(?:^|[.\"'\])]\s+)(?:-+\s*)?(?P<credit>(?:{_NAME}"
            r"|[A-Z][\w'.-]+(?: (?:[A-Z][\w'.-]*|&)){1,3})"
            r", [Pp]hotographers?)(?=\W|$)"
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
            rf"(?P<credit>(?P<agency>{_HAN})(?:(?:特约|通讯员|记者|記者|[发發])+\s*[（(]?\s*"
            r"(?:(?P<by>[\u4e00-\u9fff·]{2,8}?|[A-Z][\w'. -]{2,40}?)\s*[摄攝]影?[)）]?|$)"
            r"|(?:图片|圖片|供图|資料)?(?=[\s)）。]*$)))"
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
    "acronym-slash": "/",
    "force-photo": "photo|graphic|video|image",
    "force-alone": "photo|graphic|video|image",
    "photo-by": PHOTO,
    "name-agency": "[/|]",
    "name-bracket": r"\)",
    "via": " via ",
    "copyright": r"©|copyright|\(c\)",
    "courtesy": "courtesy",
    "photographer-inverted": "photographer",
    "photographer-after": "- ?[A-Z]",
    "photographer-undated": r"n\.d\.",
    "chinese": "[社网中]",
    "credit-line": "credit",
    "dash-credit": ", ",
    "archive-signature": "Bundesarchiv|IWM|Imperial War",
    "archive-number": _ARCHIVES,
    "caps-photo": "PHOTO",
    "agency-photographer": "photograph|fotograf|фотограф|fotógrafo",
    "agency-first": "ZB|Zentralbild",
    "official-slash": "/",
    "photo-name": "foto|photo|credit|crédit|фото|світлина",
    "photographer-named": "photographer",
    "in-parentheses": r"\(",
    "last-words": "",
}
"""What a text must hold for a form to be worth trying."""
HINTS = {name: re.compile(hint, re.IGNORECASE) for name, hint in _HINT_OF.items()}
